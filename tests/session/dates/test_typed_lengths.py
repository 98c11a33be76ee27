"""How long is meant by what people type?"""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.session.dates.typed_lengths import LONGEST, Scale, parse_length


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


@pytest.mark.parametrize(
    ("typed", "in_minutes"),
    [
        ("90", 90), ("90 min", 90), ("90m", 90), ("90 minutes", 90), ("45'", 45), ("ten minutes", 10),
        ("1h30", 90), ("1h", 60), ("2h", 120), ("1.5 h", 90), ("1,5 h", 90), ("1½ h", 90), ("1 h 30 min", 90),
        ("1 hour 30", 90), ("1 hour and 30 minutes", 90), ("an hour", 60), ("two hours", 120),
        ("half an hour", 30), ("an hour and a half", 90), ("one and a half hours", 90),
        ("a minute and a half", 1.5),
        ("a quarter of an hour", 15), ("three quarters of an hour", 45), ("about 20", 20), ("5 min each", 5),
        ("30s", 0.5), ("1'30", 1.5), ("7.25", 7.25), ("٣٠", 30), ("１０", 10), ("10-15", 12.5),
        ("10 – 15 min", 12.5),
        ("20 to 30 minutes", 25), ("1:30:00", 90),
    ],
)  # fmt: skip
def test_a_length_is_read_as_people_type_it_wherever_minutes_are_asked(typed: str, in_minutes: float) -> None:
    for scale in (Scale.SESSION, Scale.STAGE):
        read = parse_length(typed, scale)
        assert read is not None
        assert read.length == minutes(in_minutes)


@pytest.mark.parametrize(
    ("typed", "session", "stage", "turn"),
    [("1:30", 90, 1.5, 1.5), ("1½", 90, 1.5, 2 / 60), ("2", 120, 2, 2 / 60), ("45", 45, 45, 0.75)],
)
def test_a_bare_number_and_a_colon_mean_what_the_field_asks_for(
    typed: str, session: float, stage: float, turn: float
) -> None:
    read = [parse_length(typed, scale) for scale in (Scale.SESSION, Scale.STAGE, Scale.TURN)]
    assert [one.length for one in read if one] == [minutes(session), minutes(stage), minutes(turn)]


def test_of_two_lengths_the_middle_is_taken_and_said() -> None:
    read = parse_length("10-15", Scale.STAGE)
    assert read is not None
    assert read.remark == "the middle of 10 and 15"


@pytest.mark.parametrize(
    "typed", ["", "0", "-5", "soon", "1:75", "25 h", "15-10", "h", "1 min 2 h", "5 bananas", "1.2.3", "9" * 400]
)
def test_what_is_no_length_is_none(typed: str) -> None:
    assert parse_length(typed, Scale.STAGE) is None


@given(typed=st.text(alphabet="0123456789.,:-½hms 'minorta", max_size=20) | st.text(max_size=20))
def test_any_text_is_read_without_failing_and_never_as_nothing_or_more_than_a_day(typed: str) -> None:
    for scale in Scale:
        read = parse_length(typed, scale)
        assert read is None or timedelta() < read.length <= LONGEST


@given(hours=st.integers(0, 9), rest=st.integers(0, 59))
def test_hours_and_minutes_are_what_they_say(hours: int, rest: int) -> None:
    meant = timedelta(hours=hours, minutes=rest)
    for typed in (f"{hours}h{rest:02}", f"{hours} h {rest} min", f"{hours}:{rest:02}:00"):
        read = parse_length(typed, Scale.STAGE)
        assert (read.length if read else timedelta()) == meant
