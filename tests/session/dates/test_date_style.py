"""Dates and times as locales write them, from the patterns that Unicode's locale data give."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from formats.session.dates.date_style import DEFAULT_STYLE, DateStyle

DAY = date(2023, 3, 2)
NUMBERED = tuple(str(month) for month in range(1, 13))
PATTERNS = (
    ("dddd d MMMM yyyy", "Thursday 2 March 2023", "2 March 2023", "2 March", "2 Mar 2023"),
    ("dddd, MMMM d, yyyy", "Thursday, March 2, 2023", "March 2, 2023", "March 2", "Mar 2, 2023"),
    ("dddd, d. MMMM yyyy", "Thursday, 2. March 2023", "2. March 2023", "2. March", "2. Mar 2023"),
    (
        "dddd, d 'de' MMMM 'de' yyyy",
        "Thursday, 2 de March de 2023",
        "2 de March de 2023",
        "2 de March",
        "2 de Mar de 2023",
    ),
    ("dddd 'den' d. MMMM yyyy", "Thursday den 2. March 2023", "2. March 2023", "2. March", "2. Mar 2023"),
    ("yyyy年M月d日dddd", "2023年3月2日Thursday", "2023年3月2日", "3月2日", "2023年3月2日"),
    ("yyyy. MMMM d., dddd", "2023. March 2., Thursday", "2023. March 2.", "March 2.", "2023. Mar 2."),
    ("dddd, d MMMM, yyyy", "Thursday, 2 March, 2023", "2 March, 2023", "2 March", "2 Mar, 2023"),
    ("dddd, dd MMM yy", "Thursday, 02 Mar 23", "02 Mar 23", "02 Mar", "02 Mar 23"),
)


@pytest.mark.parametrize(("pattern", "long", "full", "near", "short"), PATTERNS)
def test_days_keep_the_order_of_their_locale(pattern: str, long: str, full: str, near: str, short: str) -> None:
    style = DateStyle(day=pattern)

    assert style.long_day(DAY) == long
    assert DateStyle(day=style.full_day_pattern).long_day(DAY) == full
    assert style.full_day(DAY) == full
    assert style.near_day(DAY, 2023) == near
    assert style.near_day(DAY, 2022) == full
    assert style.short_day(DAY) == short
    assert style.short_near_day(DAY, 2022) == short


@pytest.mark.parametrize(
    ("clock", "morning", "evening"),
    [
        ("h:mm Ap", "12:05 am", "4:05 pm"),
        ("h:mm\N{NARROW NO-BREAK SPACE}AP", "12:05 am", "4:05 pm"),
        ("HH:mm", "00:05", "16:05"),
        ("H.mm", "0.05", "16.05"),
        ("HH 'h' mm", "00 h 05", "16 h 05"),
        ("Ap h:mm", "am 12:05", "pm 4:05"),
    ],
)
def test_times_keep_the_clock_of_their_locale(clock: str, morning: str, evening: str) -> None:
    style = DateStyle(clock=clock)

    assert style.time(datetime(2023, 3, 2, 0, 5, tzinfo=UTC)) == morning
    assert style.time(datetime(2023, 3, 2, 16, 5, tzinfo=UTC)) == evening


@pytest.mark.parametrize(
    ("clock", "within", "across"),
    [
        ("h:mm Ap", "4:30 to 5:24 pm", "11:30 am to 12:24 pm"),
        ("HH:mm", "16:30 to 17:24", "11:30 to 12:24"),
        ("Ap h:mm", "pm 4:30 to 5:24", "am 11:30 to pm 12:24"),
    ],
)
def test_the_half_of_the_day_is_said_once_where_it_is_the_same(clock: str, within: str, across: str) -> None:
    style = DateStyle(clock=clock)

    def span(hour: int) -> str:
        return style.time_span(
            datetime(2023, 3, 2, hour, 30, tzinfo=UTC), datetime(2023, 3, 2, hour + 1, 24, tzinfo=UTC)
        )

    assert span(16) == within
    assert span(11) == across


def test_figures_are_those_of_the_locale() -> None:
    arabic = replace(DEFAULT_STYLE, zero="٠", clock="h:mm Ap", halves=("ص", "م"), day="dddd، d MMMM yyyy")

    assert arabic.time(datetime(2023, 2, 23, 16, 5, tzinfo=UTC)) == "٤:٠٥ م"
    assert arabic.full_day(date(2023, 2, 23)) == "٢٣ February ٢٠٢٣"
