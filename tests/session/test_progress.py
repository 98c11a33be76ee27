"""How far a session has come: decided once, from the run log, and called one thing everywhere."""

from dataclasses import replace

import pytest
from hypothesis import given

from formats.session.agenda import Agenda
from formats.session.clock import Phase, read_clock
from formats.session.events import Event, Finished, Refitted, RoundAdded, Started, Undone
from formats.session.progress import Progress
from tests.builders import a_session, at, key, minutes
from tests.session.any_session import NIGHT_OF_THE_CLOCKS, agendas, logs

STARTED, FINISHED = Started(at("16:30"), key("challenge")), Finished(at("17:20"))


@pytest.mark.parametrize(
    ("events", "progress"),
    [
        ((), Progress.PLANNED),
        ((STARTED,), Progress.RUNNING),
        ((STARTED, Undone(at("16:31"))), Progress.PLANNED),
        ((STARTED, FINISHED), Progress.FINISHED),
        ((STARTED, FINISHED, Undone(at("17:21"))), Progress.RUNNING),
        ((FINISHED,), Progress.PLANNED),
    ],
)
def test_a_session_has_come_as_far_as_its_start_and_finish_that_still_count(
    events: tuple[Event, ...], progress: Progress
) -> None:
    assert a_session(events=events).progress is progress


def test_what_is_fitted_before_the_start_begins_nothing_yet_but_the_agenda_is_no_longer_rewritten() -> None:
    fitted = (RoundAdded(at("16:20"), "peer-assist"), Refitted(at("16:21"), ((key("challenge"), minutes(4)),)))
    session = a_session(events=fitted)
    assert (session.progress, session.begun, session.plan_is_open) == (Progress.PLANNED, False, False)
    assert replace(session, events=()).plan_is_open


@given(agendas(), logs())
def test_the_clock_agrees_whatever_the_log_holds(agenda: Agenda, log: tuple[Event, ...]) -> None:
    reading = read_clock(agenda, log, NIGHT_OF_THE_CLOCKS)
    progress = replace(a_session(), agenda=agenda, events=log).progress
    assert (reading.phase is Phase.FINISHED) == (progress is Progress.FINISHED)
    assert reading.live == (progress is Progress.RUNNING and reading.stage is not None)


def test_there_is_one_word_for_each() -> None:
    assert [one.word for one in Progress] == ["Planned", "Running", "Finished"]
    assert [one.begun for one in Progress] == [False, True, True]
