"""A stage says what belongs to its round, to the time before or after half-time, and to the session's question."""

from dataclasses import replace

from formats.session.agenda import Agenda, RoundWords, Stage
from formats.session.clock import read_clock
from formats.session.events import Started
from formats.session.session import Session
from formats.session.stage_words import stage_as_said, stage_of_moment
from tests.builders import a_stage, at, minutes, peer_assist

MOVE = RoundWords("Send them on.", ("On to the next table.",))


def an_agenda_that_moves(rounds: int) -> Agenda:
    """Peer Assist whose last stage says something of its own in later rounds and in the last one."""
    part = peer_assist()
    steps = replace(
        part.stages[-1],
        instruction="Say who does what.",
        wall=("One thing to do?",),
        later=RoundWords(wall=("New faces: your name first.",)),
        last=RoundWords("Bring everyone back.", ("Thank you. Come back together.",)),
    )
    return Agenda((replace(part, stages=(*part.stages[:-1], steps)).with_rounds(rounds),))


def last_stage_of(agenda: Agenda, round_number: int) -> Stage:
    stage = agenda.find_stage("next-steps", round_number)
    assert stage is not None
    return stage_as_said(stage, agenda)


def test_the_first_round_says_what_a_stage_says_as_ever():
    said = last_stage_of(an_agenda_that_moves(3), 1)
    assert (said.instruction, said.wall) == ("Say who does what.", ("One thing to do?",))


def test_a_later_round_says_what_is_its_own_and_the_rest_as_ever():
    said = last_stage_of(an_agenda_that_moves(3), 2)
    assert (said.instruction, said.wall) == ("Say who does what.", ("New faces: your name first.",))


def test_the_last_round_brings_people_back_and_so_does_an_only_one():
    for rounds in (1, 3):
        said = last_stage_of(an_agenda_that_moves(rounds), rounds)
        assert (said.instruction, said.wall) == ("Bring everyone back.", ("Thank you. Come back together.",))


def test_one_more_round_makes_another_round_the_last():
    agenda = an_agenda_that_moves(1)
    longer = Agenda((agenda.parts[0].with_another_round(),))
    assert last_stage_of(longer, 1).wall == ("One thing to do?",)
    assert last_stage_of(longer, 2).wall == ("Thank you. Come back together.",)


def test_the_question_of_the_session_stands_where_a_stage_shows_it_and_never_over_its_own():
    shows, own = replace(a_stage(), shows_question=True), replace(a_stage(), question="How are you?")
    agenda = Agenda()
    assert stage_as_said(shows, agenda, "What could help?").question == "What could help?"
    assert stage_as_said(a_stage(), agenda, "What could help?").question == ""
    assert stage_as_said(replace(own, shows_question=True), agenda, "What could help?").question == "How are you?"


def test_at_half_time_the_wall_says_to_change_over():
    stage = replace(a_stage(usual=4), instruction="Each answers.", wall=("In pairs.",), at_half="Change over.")
    part = peer_assist()
    agenda = Agenda((replace(part, stages=(stage, *part.stages)),))
    session = Session("s", "Talk", at("16:30"), "Europe/London", minutes(60), agenda=agenda)

    def wall_at(moment: str) -> tuple[str, ...]:
        reading = read_clock(agenda, (Started(at("16:30"), stage.key),), at(moment))
        said = stage_of_moment(session, reading)
        assert said is not None
        return said.wall

    assert wall_at("16:31:59") == ("In pairs.",)
    assert wall_at("16:32") == ("Change over.",)


def test_words_that_were_changed_for_this_session_are_said_in_every_round() -> None:
    agenda = an_agenda_that_moves(2)
    changed = agenda.with_each_stage(lambda stage: stage.with_words(replace(stage.words, wall=("Names first.",))))
    said = last_stage_of(changed, 2)
    assert (said.instruction, said.wall) == ("Bring everyone back.", ("Names first.",))
