"""What day is meant by what people type?"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.session.dates.date_style import DateStyle
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
        ("Fri 3 Mar", date(2023, 3, 3)),
        ("Friday 3 March 2023", date(2023, 3, 3)),
        ("the 12th", date(2023, 3, 12)),
        ("23rd", THURSDAY),
        ("end of April", date(2023, 4, 30)),
        ("April", date(2023, 4, 30)),
        ("February", date(2023, 2, 28)),
        ("April 2024", date(2024, 4, 30)),
        ("mid April", date(2023, 4, 15)),
        ("beginning of May", date(2023, 5, 1)),
        ("end of the week", date(2023, 2, 24)),
        ("end of next week", date(2023, 3, 3)),
        ("end of the year", date(2023, 12, 31)),
        ("٢ March", date(2023, 3, 2)),
    ],
)
def test_a_day_is_read_as_people_type_it(typed: str, meant: date) -> None:
    assert parse_day(typed, THURSDAY) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "soon",
        "31 February",
        "2/13",
        "13/13",
        "9999999",
        "in no time",
        "m",
        "ma",
        "31 December 9999",
        "1/1/9999",
        "0001-01-01",
    ],
)
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


def test_the_next_meeting_is_a_day_where_it_is_known() -> None:
    assert parse_day("next meeting", THURSDAY, next_meeting=date(2023, 3, 23)) == date(2023, 3, 23)
    assert parse_day("next meeting", THURSDAY) is None


def test_figures_stand_in_the_order_of_the_locale() -> None:
    american = DateStyle(day="dddd, MMMM d, yyyy")
    assert parse_day("4/12", THURSDAY, american) == date(2023, 4, 12)
    assert parse_day("4/12", THURSDAY) == date(2023, 12, 4)


STYLES = (
    DateStyle(),
    DateStyle(day="dddd, MMMM d, yyyy"),
    DateStyle(day="dddd, d. MMMM yyyy", months=tuple(f"{name}us" for name in DateStyle().months)),
    DateStyle(day="yyyy年M月d日dddd", weekdays=tuple("月火水木金土日")),
    DateStyle(day="yyyy. MMMM d., dddd"),
    DateStyle(day="d 'de' MMMM 'de' yyyy", zero="٠"),
)


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.day)
@given(day=st.dates(date(1950, 1, 1), date(2150, 12, 31)))
def test_every_day_that_we_print_is_read_again(style: DateStyle, day: date) -> None:
    for printed in (style.long_day(day), style.full_day(day), style.short_day(day)):
        assert parse_day(printed, THURSDAY, style) == day
    for printed in (style.near_day(day, day.year), style.short_near_day(day, day.year)):
        assert parse_day(printed, day, style) == day
