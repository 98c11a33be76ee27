"""A start that was forgotten: one quiet line offers it, from the minute it really began."""

from dataclasses import replace
from datetime import timedelta

from desktop.places.run.start_offer import StartOffer
from formats.session.events import Started
from formats.session.session import Session
from tests.desktop.a_session import STARTS
from tests.desktop.running import Hands


def wait_past_the_start(run: Hands, minutes: float) -> None:
    """The clock of the wall says so many minutes after the planned start."""
    run.wait(seconds=(STARTS - run.clock.now()).total_seconds() + minutes * 60)


def type_began(run: Hands, text: str) -> None:
    field = run.place.findChild(StartOffer).began
    field.setFocus()
    field.selectAll()
    run.qtbot.keyClicks(field, text)


def test_nothing_is_offered_before_three_minutes_are_past(run: Hands) -> None:
    wait_past_the_start(run, 2.5)
    assert not run.sees("start-offer")
    run.wait(minutes=1)
    assert run.sees("start-offer")
    assert run.words("start-offer-words") == (
        "It was to begin at 16:30, 3 minutes ago. Has it begun? Start it from when it did."
    )


def test_it_starts_from_the_planned_minute_unless_another_is_typed(run: Hands) -> None:
    wait_past_the_start(run, 6)
    run.press("start-from-then")
    (event,) = run.session.events
    assert isinstance(event, Started)
    assert event.at == STARTS


def test_it_starts_from_any_minute(run: Hands) -> None:
    wait_past_the_start(run, 11)
    type_began(run, "16:37")
    run.press("start-from-then")
    assert run.session.position.started_at == STARTS + timedelta(minutes=7)
    reading = run.runner.reading
    assert reading is not None
    assert reading.used == timedelta(minutes=4)


def test_a_time_still_to_come_starts_nothing(run: Hands) -> None:
    wait_past_the_start(run, 6)
    type_began(run, "18:00")
    run.press("start-from-then")
    assert run.session.events == ()


def test_nobody_here_or_hours_later_nothing_is_offered(run: Hands) -> None:
    wait_past_the_start(run, 6)

    def all_away(session: Session) -> Session:
        return replace(session, away=frozenset(person.id for person in session.people))

    run.runner.amend(all_away)
    assert not run.sees("start-offer")
    run.runner.amend(lambda session: replace(session, away=frozenset()))
    assert run.sees("start-offer")
    run.wait(minutes=120)
    assert not run.sees("start-offer")


def test_it_is_gone_once_the_session_runs(run: Hands) -> None:
    wait_past_the_start(run, 6)
    run.press("start-from-then")
    assert not run.sees("start-offer")
