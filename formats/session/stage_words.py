"""What does a stage say at this moment: in its round, before or after half-time, about which question?"""

from dataclasses import replace

from formats.session.agenda import AS_EVER, Agenda, RoundWords, Stage
from formats.session.clock import Reading
from formats.session.session import Session


def stage_of_moment(session: Session, reading: Reading) -> Stage | None:
    """The stage of the moment as it is said now; None where there is no stage at all."""
    if reading.stage is None:
        return None
    stage = stage_as_said(reading.stage, reading.position.agenda, session.question)
    if not stage.at_half or stage.words_before is not None or not reading.live or 2 * reading.used < stage.length:
        return stage
    return replace(stage, instruction=f"{stage.at_half} {stage.instruction}", wall=(stage.at_half,))


def stage_as_said(stage: Stage, agenda: Agenda, question: str = "") -> Stage:
    """The stage with the words of its round, and with the session's question where it shows that.

    `agenda` is the one of the moment: one round more makes another one the last.
    """
    words = _words_of_round(stage, agenda)
    return replace(
        stage,
        instruction=words.instruction or stage.instruction,
        wall=words.wall or stage.wall,
        question=stage.question or (question if stage.shows_question else ""),
    )


def _words_of_round(stage: Stage, agenda: Agenda) -> RoundWords:
    """What is said in the last round goes before what is said in later ones; the user's own words before both."""
    part, number, before = agenda.part(stage.key.part), stage.key.round, stage.words_before
    last = stage.last if part is None or number >= part.rounds else AS_EVER
    later = stage.later if number > 1 else AS_EVER
    own_instruction = before is not None and before.instruction != stage.instruction
    own_wall = before is not None and before.wall != stage.wall
    return RoundWords(
        "" if own_instruction else last.instruction or later.instruction,
        () if own_wall else last.wall or later.wall,
    )
