"""The rule by which a series meets, as its own days show it."""

from datetime import date, timedelta
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.session.dates.date_style import DateStyle
from formats.session.dates.series_rule import LAST, MonthlyRule, SeriesRule, WeeklyRule, next_day, rule_of


def days(*written: str) -> list[date]:
    return [date.fromisoformat(one) for one in written]


SERIES = {
    "first Thursdays": (
        days("2023-01-05", "2023-02-02", "2023-03-02", "2023-04-06"),
        "First Thursday of the month",
        "2023-05-04",
    ),
    "a month left out": (
        days("2023-01-26", "2023-02-23", "2023-04-27"),
        "Last Thursday of the month",
        "2023-05-25",
    ),
    "the fourth where months have five": (
        days("2023-03-23", "2023-04-27", "2023-05-25", "2023-06-22"),
        "Fourth Thursday of the month",
        "2023-07-27",
    ),
    "New Year moves one": (
        days("2025-10-02", "2025-11-06", "2025-12-04", "2026-01-08", "2026-02-05"),
        "First Thursday of the month",
        "2026-03-05",
    ),
    "a summer break": (
        days("2024-05-13", "2024-06-10", "2024-09-09", "2024-10-14", "2024-11-11"),
        "Second Monday of the month",
        "2024-12-09",
    ),
    "Easter Monday moved by a day": (
        days("2024-01-01", "2024-02-05", "2024-03-04", "2024-04-02", "2024-05-06"),
        "First Monday of the month",
        "2024-06-03",
    ),
    "every second month": (
        days("2024-01-17", "2024-03-20", "2024-05-15", "2024-07-17"),
        "Third Wednesday of every second month",
        "2024-09-18",
    ),
    "every quarter": (
        days("2023-03-31", "2023-06-30", "2023-09-29", "2023-12-29"),
        "Last Friday of every third month",
        "2024-03-29",
    ),
    "every week": (days("2024-04-02", "2024-04-09", "2024-04-16", "2024-04-23"), "Every Tuesday", "2024-04-30"),
    "every second Tuesday": (
        days("2024-04-02", "2024-04-16", "2024-04-30", "2024-05-14"),
        "Every second Tuesday",
        "2024-05-28",
    ),
    "every second Tuesday but for Christmas": (
        days("2023-11-14", "2023-11-28", "2023-12-12", "2024-01-09", "2024-01-23"),
        "Every second Tuesday",
        "2024-02-06",
    ),
    "every second week, one on a Wednesday": (
        days("2024-04-02", "2024-04-16", "2024-05-01", "2024-05-14", "2024-05-28"),
        "Every second Tuesday",
        "2024-06-11",
    ),
    "every third week": (
        days("2024-01-03", "2024-01-24", "2024-02-14", "2024-03-06", "2024-03-27"),
        "Every third Wednesday",
        "2024-04-17",
    ),
    "every fourth week over the months": (
        days("2023-01-05", "2023-02-02", "2023-03-02", "2023-03-30", "2023-04-27", "2023-05-25"),
        "Every fourth Thursday",
        "2023-06-22",
    ),
    "moved to another weekday for good": (
        days("2023-01-05", "2023-02-02", "2023-03-02", "2023-04-06", "2023-05-09", "2023-06-13", "2023-07-11"),
        "Second Tuesday of the month",
        "2023-08-08",
    ),
}
NO_RULE = {
    "no day": [],
    "one day": days("2024-01-05"),
    "two days": days("2024-01-05", "2024-02-02"),
    "the same day three times": days("2024-01-05", "2024-01-05", "2024-01-05"),
    "any days": days("2024-01-05", "2024-02-20", "2024-03-06", "2024-04-29"),
    "Tuesdays far apart": days("2024-01-02", "2024-02-27", "2024-04-09", "2024-09-17"),
    "a regular series that became irregular": days(
        "2023-01-05", "2023-02-02", "2023-03-02", "2023-04-12", "2023-05-23", "2023-07-03"
    ),
}


@pytest.mark.parametrize("series", SERIES)
def test_the_days_of_a_series_show_their_rule_and_the_day_it_gives_next(series: str) -> None:
    held, words, following = SERIES[series]
    rule = rule_of(held)

    assert rule is not None
    assert rule.sentence() == words
    assert next_day(rule, held[-1]) == date.fromisoformat(following)


@pytest.mark.parametrize("series", NO_RULE)
def test_days_that_show_no_rule_are_given_none(series: str) -> None:
    assert rule_of(NO_RULE[series]) is None


def test_the_order_in_which_days_are_given_says_nothing() -> None:
    held = SERIES["a summer break"][0]

    assert rule_of(reversed(held)) == rule_of([*held, *held]) == rule_of(held)


def test_a_rule_names_the_weekday_in_the_words_of_the_locale() -> None:
    style = DateStyle(weekdays=("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"))

    assert MonthlyRule(3, 1, 1, date(2023, 1, 5)).sentence(style) == "First Do of the month"


def test_beyond_the_last_year_of_a_calendar_there_is_no_next_day() -> None:
    assert next_day(WeeklyRule(1, date(2199, 12, 31)), date(2199, 12, 31)) is None
    assert next_day(MonthlyRule(3, 1, 1, date(2199, 12, 5)), date(2199, 12, 31)) is None


MONTHLY = st.builds(
    MonthlyRule,
    st.integers(0, 6),
    st.sampled_from((1, 2, 3, LAST)),
    st.integers(1, 3),
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
)
WEEKLY = st.builds(WeeklyRule, st.sampled_from((1, 2, 3, 5, 6)), st.dates(date(2000, 1, 1), date(2100, 1, 1)))


@given(st.one_of(MONTHLY, WEEKLY), st.integers(6, 12))
def test_a_series_that_keeps_a_rule_is_proposed_the_next_day_of_it(rule: SeriesRule, count: int) -> None:
    *held, following = islice(rule.days_from(rule.start), count + 1)
    found = rule_of(held)

    assert found is not None
    assert next_day(found, held[-1]) == following


@given(st.one_of(MONTHLY, WEEKLY), st.integers(6, 12), st.data())
def test_one_day_moved_within_its_week_hides_no_rule(rule: SeriesRule, count: int, data: st.DataObject) -> None:
    *held, following = islice(rule.days_from(rule.start), count + 1)
    moved = data.draw(st.integers(1, count - 2))
    found = rule_of([*held[:moved], held[moved] + timedelta(3), *held[moved + 1 :]])

    assert found is not None
    assert next_day(found, held[-1]) == following
