"""The picture of a session: bars that say what the words beside them say, and no text that becomes markup."""

from dataclasses import replace
from datetime import timedelta
from xml.etree import ElementTree

import pytest

from formats.exports import Choices, summarise
from formats.exports.document import Picture
from formats.exports.drawing import StageBar, draw_times
from formats.exports.figures import picture_of_hour
from tests.exports.sessions import HOSTILE, NOW, a_session, noted, reference_session

SVG = "{http://www.w3.org/2000/svg}"


def texts(picture: Picture) -> list[str]:
    return [text.text or "" for text in ElementTree.fromstring(picture.svg).iter(f"{SVG}text")]


def test_planned_and_used_time_are_two_lines_of_as_many_bars_as_stages() -> None:
    summary = summarise(reference_session(), Choices(timings=True), NOW)
    picture = picture_of_hour(summary)

    assert picture is not None
    boxes = [box.get("class") for box in ElementTree.fromstring(picture.svg).iter(f"{SVG}rect")]
    assert len(boxes) == 2 * len(summary.timings)
    assert boxes.count("moss planned") == boxes.count("moss") == 7
    assert {"Planned", "Used", "50 min", "53 min"} <= set(texts(picture))


def test_a_bar_says_by_how_many_minutes_its_stage_took_longer() -> None:
    summary = summarise(reference_session(), Choices(timings=True), NOW)
    longer = replace(summary.timings[5], used=summary.timings[5].planned + timedelta(minutes=2))
    picture = picture_of_hour(replace(summary, timings=(*summary.timings[:5], longer, *summary.timings[6:])))

    assert picture is not None
    assert "+2" in texts(picture)


def test_a_stage_over_its_time_has_a_bar_of_its_own_for_what_is_over() -> None:
    picture = draw_times([StageBar("Reflect", 300, 360), StageBar("Next steps", 120, 60)])
    boxes = [box.get("class") for box in ElementTree.fromstring(picture.svg).iter(f"{SVG}rect")]

    assert boxes[:5] == ["moss2", "moss", "clay", "moss2", "moss"]
    assert "6:00 of 5:00" in texts(picture)
    assert "Reflect: 5:00 planned, 6:00 used" in picture.in_words


def test_there_is_no_picture_of_nothing() -> None:
    assert picture_of_hour(summarise(a_session(), Choices(), NOW)) is None
    assert picture_of_hour(summarise(replace(a_session(), events=()), Choices(timings=True), NOW)) is None


@pytest.mark.parametrize("text", HOSTILE)
def test_a_label_stays_text(text: str) -> None:
    summary = summarise(noted(text), Choices(timings=True), NOW)
    picture = draw_times([StageBar(str(summary.parts[0].sections[0].stages[0].notes[0].text), 1, 1)])

    assert {element.tag for element in ElementTree.fromstring(picture.svg).iter()} <= {
        f"{SVG}svg", f"{SVG}rect", f"{SVG}text",
    }  # fmt: skip
