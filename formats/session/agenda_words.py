"""What does an agenda say in the language spoken, as far as nobody changed its words?

An agenda keeps the words of the language it was made in. A text that stands so in the catalogue of the app's
language, or in English, is ours and is said anew; any other is somebody's own, or of an older version, and stays.
"""

from dataclasses import replace

from formats.language import ENGLISH, Message, interface_language, said_anew, spoken
from formats.session.agenda import Agenda, Part, RoomNeeds, RoundWords, Stage, StageKind, StageWords

CHECK_IN = "check-in"
"""Where the questions and closings stand that come with Clearing."""
# For translators: who speaks in a stage: "facilitator", "everyone and host".
ROLES = (
    Message("everyone"),
    Message("facilitator"),
    Message("note-taker"),
    Message("scribe"),
    Message("timekeeper"),
    Message("host"),
)


def agenda_said(agenda: Agenda) -> Agenda:
    """The agenda in the language spoken; as it is where that is the one it was made in."""
    if spoken() is interface_language() is ENGLISH:
        return agenda
    return replace(agenda, parts=tuple(map(_part, agenda.parts)))


def _part(part: Part) -> Part:
    place = part.structure or part.id
    return replace(
        part,
        title=said_anew(part.title, place),
        stages=tuple(_stage(stage, place) for stage in part.stages),
        rooms=_needs(part.rooms, place) if part.rooms else None,
    )


def _needs(needs: RoomNeeds, place: str) -> RoomNeeds:
    return replace(
        needs,
        presenter=said_anew(needs.presenter, place),
        others=said_anew(needs.others, place),
        rotating=_all(needs.rotating, place),
        inner=replace(needs.inner, role=said_anew(needs.inner.role, place)) if needs.inner else None,
    )


def _stage(stage: Stage, structure: str) -> Stage:
    place = _place(stage, structure)
    return replace(
        stage,
        title=said_anew(stage.title, place),
        short_title=_short(stage.short_title, place),
        instruction=said_anew(stage.instruction, place),
        wall=_all(stage.wall, place),
        question=said_anew(stage.question, CHECK_IN),
        speaks=_all(stage.speaks, structure),
        listens=_all(stage.listens, structure),
        later=_in_round(stage.later, place),
        last=_in_round(stage.last, place),
        at_half=said_anew(stage.at_half, place),
        prompt=said_anew(stage.prompt, place),
        words_before=_before(stage.words_before, place) if stage.words_before else None,
    )


def _place(stage: Stage, structure: str) -> str:
    if stage.kind is StageKind.WORK:
        return f"{structure}/{stage.key.stage}"
    return stage.opener or CHECK_IN


def _short(title: str, place: str) -> str:
    """The short title; that of the closing is known by a place of its own."""
    said = said_anew(title, place)
    return said_anew(title, "stage") if said == title else said


def _in_round(words: RoundWords, place: str) -> RoundWords:
    return RoundWords(said_anew(words.instruction, place), _all(words.wall, place))


def _before(words: StageWords, place: str) -> StageWords:
    return replace(
        words,
        title=said_anew(words.title, place),
        instruction=said_anew(words.instruction, place),
        wall=_all(words.wall, place),
        short_title=_short(words.short_title, place),
    )


def _all(texts: tuple[str, ...], place: str) -> tuple[str, ...]:
    return tuple(said_anew(text, place) for text in texts)
