"""The session after this one: set, changed and called off."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from formats.session.next_session import with_next_session, without_next_session, zone_of_next
from formats.session.session import NextSession
from tests.exports.sessions import a_session

APRIL = NextSession("April Troika", datetime(2023, 4, 6, 15, 30, tzinfo=UTC), timedelta(hours=1))
MAY = replace(APRIL, starts_at=datetime(2023, 5, 4, 15, 30, tzinfo=UTC))
NOTHING_SET = replace(a_session(), next_session=None)


def test_each_change_is_one_more_revision() -> None:
    first = with_next_session(NOTHING_SET, APRIL)
    moved = with_next_session(first, MAY)
    elsewhere = with_next_session(moved, replace(MAY, place="Upper hall"))

    found = [session.next_session.revision for session in (first, moved, elsewhere) if session.next_session]
    assert found == [0, 1, 2]


def test_what_is_set_again_as_it_was_is_no_change() -> None:
    moved = with_next_session(with_next_session(NOTHING_SET, APRIL), MAY)

    assert with_next_session(moved, MAY) == moved


def test_a_date_that_was_taken_away_is_called_off_as_one_more_revision() -> None:
    off = without_next_session(with_next_session(NOTHING_SET, APRIL))

    assert off.next_session is None
    assert off.called_off == replace(APRIL, revision=1)


def test_a_date_set_after_one_was_called_off_is_taken_over_that() -> None:
    off = without_next_session(with_next_session(NOTHING_SET, APRIL))
    again = with_next_session(off, APRIL)

    assert again.called_off is None
    assert again.next_session == replace(APRIL, revision=2)


def test_without_a_date_there_is_nothing_to_call_off() -> None:
    assert without_next_session(NOTHING_SET) == NOTHING_SET


def test_it_takes_place_where_this_one_does_unless_it_says_where() -> None:
    assert zone_of_next(NOTHING_SET, APRIL) == "Europe/London"
    assert zone_of_next(NOTHING_SET, replace(APRIL, timezone="Europe/Berlin")) == "Europe/Berlin"
