"""Which time of the day is meant by what people type?"""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.session.dates.typed_times import parse_time

HALF_PAST_FOUR = time(16, 30)


@pytest.mark.parametrize(
    "typed",
    [
        "16:30", "1630", "16.30", "16h30", "16,30", "16:30:00", "4.30pm", "4:30 pm", "4:30PM", "4.30 p.m.",
        "half past four", "Half past 4", "half four", "half past four in the afternoon", "at 16:30",
        "430pm", "１６：３０", "١٦:٣٠",
    ],
)  # fmt: skip
@pytest.mark.parametrize("twelve_hours", [False, True])
def test_a_time_is_read_as_people_type_it_in_every_locale(typed: str, twelve_hours: bool) -> None:
    assert parse_time(typed, twelve_hours=twelve_hours) == HALF_PAST_FOUR


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14h", time(14)), ("16 Uhr", time(16)), ("noon", time(12)), ("midnight", time(0)), ("12 pm", time(12)),
        ("12:15 am", time(0, 15)), ("00:30", time(0, 30)), ("24:00", time(0)), ("9:05", time(9, 5)),
        ("930", time(9, 30)),
        ("quarter to five", time(16, 45)), ("a quarter past nine", time(9, 15)), ("twenty to 5", time(16, 40)),
        ("quarter to one", time(12, 45)), ("9 in the morning", time(9)), ("4", time(16)), ("four", time(16)),
        ("4 o'clock", time(16)), ("10", time(10)), ("20", time(20)), ("7", time(7)), ("6", time(18)),
    ],
)  # fmt: skip
def test_other_times_are_read_too(typed: str, meant: time) -> None:
    assert parse_time(typed) == meant


def test_where_the_clock_has_twelve_hours_a_half_that_is_not_said_is_the_one_people_meet_in() -> None:
    assert parse_time("4:30", twelve_hours=True) == HALF_PAST_FOUR
    assert parse_time("4:30") == time(4, 30)
    assert parse_time("04:30", twelve_hours=True) == time(4, 30)
    assert parse_time("9:30", twelve_hours=True) == time(9, 30)


@pytest.mark.parametrize("typed", ["4:30 م", "م 4:30"])
def test_the_locales_own_words_for_the_halves_of_the_day_are_read(typed: str) -> None:
    assert parse_time(typed, ("ص", "م"), twelve_hours=True) == HALF_PAST_FOUR


@pytest.mark.parametrize("typed", ["", "25:00", "16:61", "soon", "a", "x", "ten past", "half to", "1234567"])
def test_what_is_no_time_is_none(typed: str) -> None:
    assert parse_time(typed) is None


@given(typed=st.text(max_size=20))
def test_any_text_is_read_without_failing(typed: str) -> None:
    parse_time(typed)


@given(moment=st.times())
def test_figures_of_a_whole_day_are_the_time_they_say(moment: time) -> None:
    meant = time(moment.hour, moment.minute)
    for typed in (f"{meant:%H:%M}", f"{meant:%H%M}", f"{meant:%H.%M}", f"{meant:%I:%M %p}"):
        assert parse_time(typed) == parse_time(typed, twelve_hours=True) == meant
