"""What the dial shows is a pure function of the reading."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.panels.countdown.face import DialShape, face_of, ticks_for
from desktop.wording import clock_digits
from formats.session.clock import read_clock
from formats.session.events import Paused, Started
from tests.builders import a_stage, at, key, one_part, reading


@given(st.integers(0, 3600), st.integers(0, 999))
def test_the_digits_are_the_second_that_is_left(seconds: int, thousandths: int) -> None:
    agenda = one_part(a_stage("challenge", 10))
    now = at("16:30") + timedelta(seconds=seconds, milliseconds=thousandths)
    face = face_of(read_clock(agenda, (Started(at("16:30"), key("challenge")),), now))
    left = 600_000 - seconds * 1000 - thousandths
    expected = -(-left // 1000) if left > 0 else -left // 1000
    assert face.digits == clock_digits(expected)
    assert face.rest == pytest.approx(max(left, 0) / 600_000)
    assert (face.shape is DialShape.EMPTY) == (-30_000 < left <= 0)
    assert (face.shape is DialShape.BLOCK) == (left <= -30_000)


def test_a_short_stage_says_nearly_time() -> None:
    agenda = one_part(a_stage("challenge", 2))
    face = face_of(read_clock(agenda, (Started(at("16:30"), key("challenge")),), at("16:31:40")))
    assert (face.digits, face.word, face.tint) == ("0:20", "Nearly time", "amber")


def test_paused_in_overtime_still_says_over() -> None:
    events = (Started(at("16:30"), key("challenge")), Paused(at("16:36")))
    face = face_of(reading(events, "16:38"))
    assert face.shape is DialShape.HATCHED_BLOCK
    assert (face.digits, face.word) == ("1:00", "Paused for 2:00")
    assert "over" in face.caption


def test_what_is_said_aloud_holds_digits_word_and_caption() -> None:
    face = face_of(reading((Started(at("16:30"), key("challenge")),), "16:34:30"))
    assert face.spoken_words == "0:30, Last minute, of 5 minutes"


@pytest.mark.parametrize(("minutes", "ticks"), [(10, 10), (15, 15), (20, 10), (60, 12), (120, 12), (0.25, 0)])
def test_ticks_stand_for_whole_minutes(minutes: float, ticks: int) -> None:
    assert ticks_for(timedelta(minutes=minutes)) == ticks
