"""Who comes and goes changes how long a go-round takes, until it is behind."""

from datetime import timedelta

import pytest

from formats.session.clock import read_clock
from formats.session.events import Event, Extended, Moved, Started
from formats.session.people import Person
from formats.session.seating.people_changes import with_people, with_presence
from formats.session.session import Session
from tests.builders import a_session, an_agenda, at, key, minutes, seconds

CHECK_IN = key("check-in", part="opening")
STARTED = Started(at("16:30"), key("longer-out-breath", part="opening"))
IN_CHECK_IN, AFTER = Moved(at("16:35"), CHECK_IN), Moved(at("16:37"), key("introductions"))


def six_people(*events: Event) -> Session:
    """The reference session with a check-in of 20 seconds for each of its six people."""
    return a_session(an_agenda().for_people(6), events)


def check_in(session: Session) -> timedelta:
    stage = session.position.agenda.stage(CHECK_IN)
    assert stage is not None
    return stage.length


@pytest.mark.parametrize(
    ("events", "length"),
    [
        ((), seconds(140)),
        ((STARTED,), seconds(140)),
        ((STARTED, IN_CHECK_IN), seconds(140)),
        ((STARTED, IN_CHECK_IN, AFTER), seconds(120)),
    ],
)
def test_someone_late_needs_a_while_too_where_the_go_round_is_not_behind(
    events: tuple[Event, ...], length: timedelta
) -> None:
    assert check_in(with_people(six_people(*events), [Person("late", "Zoë")])) == length


def test_a_minute_given_by_hand_stays_when_someone_leaves() -> None:
    longer = six_people(STARTED, IN_CHECK_IN, Extended(at("16:36"), minutes(1)))
    assert check_in(with_presence(longer, "p2", here=False)) == seconds(160)


def test_the_end_is_later_by_what_someone_late_needs() -> None:
    before = six_people(STARTED)
    after = with_people(before, [Person("late", "Zoë")])
    ends = [read_clock(session.agenda, session.events, at("16:31")).ends_at for session in (before, after)]
    assert ends[1] - ends[0] == seconds(20)
