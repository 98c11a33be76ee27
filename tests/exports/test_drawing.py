"""The picture of a session: bars that say what the words beside them say, and no text that becomes markup."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from formats.exports import Choices, summarise
from formats.exports.document import Picture
from formats.exports.drawing import KINDS, StageBar, draw_times
from formats.exports.figures import picture_of_notes, picture_of_times
from tests.exports.sessions import HOSTILE, NOW, a_note, a_session, noted, reference_session

SVG = "{http://www.w3.org/2000/svg}"


def texts(picture: Picture) -> list[str]:
    return [text.text or "" for text in ElementTree.fromstring(picture.svg).iter(f"{SVG}text")]


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_notes_are_counted_by_round_and_kind() -> None:
    picture = picture_of_notes(summarise(reference_session(), Choices(), NOW))

    assert picture is not None
    assert picture.in_words == (
        "Notes by kind. Round 1: 3 insights, 2 ideas, 2 questions, 1 resource, 1 story and 2 next steps."
    )
    assert texts(picture)[:2] == ["Round 1", "3 insights"]


def test_a_stage_over_its_time_has_a_bar_of_its_own_for_what_is_over() -> None:
    picture = draw_times([StageBar("Reflect", 300, 360), StageBar("Next steps", 120, 60)])
    boxes = [box.get("class") for box in ElementTree.fromstring(picture.svg).iter(f"{SVG}rect")]

    assert boxes[:5] == ["moss2", "moss", "clay", "moss2", "moss"]
    assert "6:00 of 5:00" in texts(picture)
    assert "Reflect: 5:00 planned, 6:00 used" in picture.in_words


def test_there_is_no_picture_of_nothing() -> None:
    empty = summarise(a_session(), Choices(), NOW)

    assert picture_of_notes(empty) is None
    assert picture_of_times(empty) is None


@pytest.mark.parametrize("text", HOSTILE)
def test_a_label_stays_text(text: str) -> None:
    summary = summarise(noted(text), Choices(timings=True), NOW)
    picture = draw_times([StageBar(str(summary.parts[0].sections[0].stages[0].notes[0].text), 1, 1)])

    assert {element.tag for element in ElementTree.fromstring(picture.svg).iter()} <= {
        f"{SVG}svg", f"{SVG}rect", f"{SVG}text",
    }  # fmt: skip


def test_each_number_can_be_read_on_its_bar() -> None:
    for _, _, _, ground, ink in KINDS:
        light, dark = sorted((luminance(ground), luminance(ink)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_two_rounds_have_two_bars() -> None:
    first, second = a_note("one"), a_note("two")
    assert second.stage is not None
    session = a_session([first, second], rounds=2)
    moved = replace(session.notes[1], stage=replace(second.stage, round=2))
    picture = picture_of_notes(summarise(session.with_note(moved), Choices(), NOW))

    assert picture is not None
    assert picture.in_words == "Notes by kind. Round 1: 1 insight; Round 2: 1 insight."
