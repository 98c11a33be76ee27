"""Sessions of one name are told apart by as little as is needed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from formats.session.series.telling_apart import Fact, NamedSession, tell_apart

MARCH = NamedSession("a", "Peer session", datetime(2026, 3, 5, 16, 30, tzinfo=UTC), "UTC", ("Troika",), "Hall")


def test_a_title_of_its_own_needs_nothing_beside_it() -> None:
    other = replace(MARCH, id="b", title="Winter gathering")
    assert tell_apart([MARCH, other]) == {"a": "", "b": ""}


def test_the_day_is_enough_where_the_days_differ() -> None:
    april = replace(MARCH, id="b", starts_at=MARCH.starts_at + timedelta(days=28), place="Elsewhere")
    assert tell_apart([MARCH, april]) == {"a": "5 Mar 2026", "b": "2 Apr 2026"}


def test_on_one_day_the_structure_tells_and_then_the_time_and_the_place() -> None:
    wise = replace(MARCH, id="b", structures=("Wise Crowds",))
    later = replace(MARCH, id="c", starts_at=MARCH.starts_at + timedelta(hours=2))
    upstairs = replace(MARCH, id="d", place="Upstairs")
    assert tell_apart([MARCH, wise]) == {"a": "Troika", "b": "Wise Crowds"}
    assert tell_apart([MARCH, later]) == {"a": "4:30 pm", "c": "6:30 pm"}
    assert tell_apart([MARCH, upstairs]) == {"a": "Hall", "d": "Upstairs"}


def test_what_is_in_sight_already_is_not_said_again() -> None:
    april = replace(MARCH, id="b", starts_at=MARCH.starts_at + timedelta(days=28))
    assert tell_apart([MARCH, april], in_sight={Fact.DAY}) == {"a": "", "b": ""}


def test_titles_that_differ_in_case_alone_are_alike() -> None:
    other = replace(MARCH, id="b", title="peer SESSION", place="Upstairs")
    assert tell_apart([MARCH, other]) == {"a": "Hall", "b": "Upstairs"}


def test_copies_alike_in_everything_are_numbered() -> None:
    copies = [replace(MARCH, id=name) for name in "abc"]
    assert tell_apart(copies) == {"a": "no. 1", "b": "no. 2", "c": "no. 3"}


@given(st.lists(st.tuples(st.sampled_from("ST"), st.integers(0, 2), st.sampled_from("pqr")), max_size=12))
def test_no_two_sessions_are_ever_named_alike(drawn: list[tuple[str, int, str]]) -> None:
    sessions = [
        NamedSession(str(n), title, MARCH.starts_at + timedelta(hours=12 * half), "UTC", (), place)
        for n, (title, half, place) in enumerate(drawn)
    ]
    said = tell_apart(sessions)
    assert len({(one.title, said[one.id]) for one in sessions}) == len(sessions)
