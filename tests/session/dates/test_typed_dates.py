"""What day is meant by what people type?"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.session.dates.typed_dates import parse_day

THURSDAY = date(2023, 2, 23)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2 March", date(2023, 3, 2)),
        ("2 march.", date(2023, 3, 2)),
        ("2nd of March", date(2023, 3, 2)),
        ("by 2 Mar", date(2023, 3, 2)),
        ("March 2nd, 2025", date(2025, 3, 2)),
        ("9 sept", date(2023, 9, 9)),
        ("2/3", date(2023, 3, 2)),
        ("2.3.", date(2023, 3, 2)),
        ("2/3/24", date(2024, 3, 2)),
        ("2023-03-02", date(2023, 3, 2)),
        ("today", THURSDAY),
        ("Tomorrow", date(2023, 2, 24)),
        ("fri", date(2023, 2, 24)),
        ("Thursday", date(2023, 3, 2)),
        ("next fri", date(2023, 3, 3)),
        ("in two weeks", date(2023, 3, 9)),
        ("3 days", date(2023, 2, 26)),
        ("next week", date(2023, 3, 2)),
        ("in a month", date(2023, 3, 23)),
        ("end of the month", date(2023, 2, 28)),
        ("1 January", date(2024, 1, 1)),
        ("29 February", date(2024, 2, 29)),
    ],
)
def test_a_day_is_read_as_people_type_it(typed: str, meant: date) -> None:
    assert parse_day(typed, THURSDAY) == meant


@pytest.mark.parametrize("typed", ["", "soon", "31 February", "2/13", "13/13", "9999999", "in no time", "m", "ma"])
def test_what_is_no_day_is_none(typed: str) -> None:
    assert parse_day(typed, THURSDAY) is None


@given(typed=st.text(max_size=30), today=st.dates())
def test_any_text_on_any_day_is_read_without_failing(typed: str, today: date) -> None:
    parse_day(typed, today)


@given(count=st.integers(0, 999), unit=st.sampled_from(["day", "weeks", "months", "years"]), today=st.dates())
def test_a_while_ahead_is_never_in_the_past(count: int, unit: str, today: date) -> None:
    day = parse_day(f"in {count} {unit}", today)
    assert day is None or day >= today


@given(day=st.dates(min_value=date(2000, 1, 1), max_value=date(2090, 1, 1)))
def test_an_iso_day_is_read_back(day: date) -> None:
    assert parse_day(day.isoformat(), THURSDAY) == day
