"""The track: as wide as long, readable with ten stages and with forty."""

from itertools import pairwise

import pytest

from desktop.panels.stage.track_layout import GAP, Segment, has_room_for_all, segments, segments_around_now
from formats.session.clock import read_clock
from formats.session.events import Event, Finished, Moved, Started
from tests.builders import an_agenda, at, key


def track(rounds: int, now: str, *events: Event, width: float = 900) -> tuple[Segment, ...]:
    agenda = an_agenda(rounds)
    return segments(read_clock(agenda, events, at(now)), width, {s.key: "5" for s in agenda.stages})


@pytest.mark.parametrize("rounds", [1, 4, 6])
def test_the_stages_fill_the_track_without_overlapping(rounds: int) -> None:
    found = track(rounds, "16:30")
    assert found[0].left == 0
    assert found[-1].right == pytest.approx(900)
    for before, after in pairwise(found):
        assert after.left == pytest.approx(before.right + GAP)


def test_longer_stages_are_wider() -> None:
    by_id = {segment.key.stage: segment.width for segment in track(1, "16:30")}
    assert by_id["ideas-and-resources"] > by_id["challenge"] > by_id["next-steps"]


def test_done_now_and_to_come() -> None:
    events = (Started(at("16:30"), key("challenge")), Moved(at("16:35"), key("clarifying-questions")))
    done = {segment.key.stage: segment.done for segment in track(1, "16:37", *events)}
    assert done["challenge"] == 1
    assert done["clarifying-questions"] == pytest.approx(0.4)
    assert done["reflect"] == 0


def test_after_the_end_only_what_was_held_is_done() -> None:
    events = (Started(at("16:30"), key("challenge")), Finished(at("16:35")))
    done = {segment.key.stage: segment.done for segment in track(1, "16:37", *events)}
    assert done["challenge"] == 1
    assert done["reflect"] == 0


def test_with_many_stages_those_around_now_are_named() -> None:
    found = track(6, "16:30", Started(at("16:30"), key("reflect", 2)), width=560)
    assert len(found) > 30
    assert not has_room_for_all(found, lambda label: 7.0 * len(label))
    assert [segment.key.stage for segment in segments_around_now(found)] == [
        "what-i-heard",
        "reflect",
        "next-steps",
    ]
