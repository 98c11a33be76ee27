"""A small window and large text: the clock, the title, all of the instruction, next and the end stay in view."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop.look import Look
from desktop.panels.opener.panel import OpenerPanel
from desktop.panels.opener.script import ScriptLine
from desktop.panels.opener.shape import BreathingShape
from desktop.panels.rooms.strip import RoomsStrip
from desktop.panels.stage.controls import Controls
from desktop.panels.stage.words import NARROW, StageWords
from desktop.places.run.work_column import SCROLL_BAR
from desktop.widgets.buttons import ActionButton
from tests.desktop.running import Hands
from tests.desktop.settling import wait_until_still

WORK = ("stage-title", "stage-instruction", "next-line", "outlook-words")
CHECK_IN = ("check-in-question", "check-in-how", "check-in-next", "outlook-words")


def laid_out(run: Hands, scale: float, width: int = 940, height: int = 700) -> None:
    """Waits until nothing moves any more, however long a busy machine takes for that."""
    run.place.look.choose(theme="light", scale=scale, calm=False)
    for _ in range(2):  # what gives way makes room for a smaller window
        run.place.resize(width, height)
        wait_until_still(run.place)


def in_view(run: Hands, name: str) -> bool:
    """Whether all of a label can be seen without scrolling."""
    label = next(found for found in run.place.findChildren(QWidget, name) if found.isVisible())
    area = label.parentWidget()
    while not isinstance(area, QScrollArea):
        area = area.parentWidget()
    box = QRect(label.mapTo(area.viewport(), QPoint()), label.size())
    whole = label.height() >= label.heightForWidth(label.width())
    return whole and area.viewport().rect().contains(box)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("stage", ["check-in", "introductions", "challenge", "ideas-and-resources"])
def test_what_everyone_needs_is_in_view(run: Hands, stage: str, scale: float) -> None:
    run.go_to(stage)
    laid_out(run, scale)
    # In very large text whose turn it is comes first, and what is next is scrolled to.
    asked = CHECK_IN if scale < 2.0 else CHECK_IN[:2]
    hidden = [name for name in (asked if stage == "check-in" else WORK) if not in_view(run, name)]
    digits = run.dial.digit_pixels
    controls = run.place.findChild(Controls)
    laid_out(run, 1.0)
    assert hidden == []
    assert digits >= run.dial.digit_pixels
    assert controls.isVisible()


STAGES = ("check-in", "introductions", "challenge", "ideas-and-resources", "next-steps", "close")


@pytest.mark.parametrize(("width", "height", "scale"), [(940, 600, 1.0), (940, 600, 2.0), (1364, 900, 1.0)])
def test_the_acts_stand_still_from_stage_to_stage(run: Hands, width: int, height: int, scale: float) -> None:
    places = set()
    for stage in STAGES:
        run.go_to(stage)
        laid_out(run, scale, width, height)
        places.add(tuple(where_it_is(run, name) for name in ("back", "shorter", "go", "longer", "more")))
    run.place.look.choose(theme="light", scale=1.0, calm=False)
    assert len(places) == 1


def test_an_act_that_asks_again_moves_nothing_and_never_lies_over_the_main_one(run: Hands) -> None:
    run.go_to("ideas-and-resources")
    laid_out(run, 2.0)
    before = [where_it_is(run, name) for name in ("back", "shorter", "go")]
    run.press("next")
    wait_until_still(run.place)
    asked = run.button("next")
    after, said, heard = (
        [where_it_is(run, n) for n in ("back", "shorter", "go")],
        asked.text(),
        asked.accessibleName(),
    )
    over = asked.geometry().intersects(run.button("go").geometry())
    run.place.look.choose(theme="light", scale=1.0, calm=False)
    assert after == before
    assert said == "Press again"
    assert heard.startswith("Press again to go to ")
    assert not over


def where_it_is(run: Hands, name: str) -> QRect:
    """Where a button of the row is, in the place."""
    button = run.place.findChild(Controls).findChild(ActionButton, name)
    return QRect(button.mapTo(run.place, QPoint()), button.size())


@pytest.mark.parametrize("stage", ["check-in", "introductions", "challenge", "close"])
def test_the_digits_outrank_every_word_however_large_the_text(run: Hands, stage: str) -> None:
    run.go_to(stage)
    laid_out(run, 2.0, 940, 600)
    digits = run.dial.digit_pixels
    words = [label.font().pixelSize() for label in run.place.findChildren(QLabel) if label.isVisible()]
    laid_out(run, 1.0, 940, 600)
    assert digits > 1.5 * max(words)
    assert digits >= run.dial.digit_pixels


def test_the_word_to_breathe_by_outranks_every_other_in_large_text(run: Hands) -> None:
    run.press("go")
    run.press("begin-opener")
    laid_out(run, 2.0, 940, 600)
    shape, panel = run.place.findChild(BreathingShape), run.place.findChild(OpenerPanel)
    word = shape.short_word_pixels
    words = [label.font().pixelSize() for label in panel.findChildren(QLabel) if label.isVisible()]
    run.place.look.choose(theme="light", scale=1.0, calm=False)
    assert word > max(words)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_whose_turn_it_is_and_both_acts_are_in_view(run: Hands, scale: float) -> None:
    run.go_to("check-in")
    for _ in range(2):  # there, and there again
        laid_out(run, scale)
        window = run.place.rect()
        shown = {name: run.place.findChild(QWidget, name) for name in ("speaking-now", "next-person", "passes")}
        hidden = [
            name
            for name, widget in shown.items()
            if not widget.isVisible()
            or widget.visibleRegion().boundingRect().size() != widget.size()
            or not window.contains(QRect(widget.mapTo(run.place, QPoint()), widget.size()))
        ]
        run.press("next-person")
        laid_out(run, 1.0)
        assert hidden == []
    assert run.sees("rooms-strip")
    run.go_to("challenge")
    assert not run.sees("next-person")


def test_rooms_that_gave_way_open_with_a_press(run: Hands) -> None:
    run.go_to("ideas-and-resources")
    laid_out(run, 2.0)
    strip = run.place.findChild(RoomsStrip)
    opens = strip.findChild(ActionButton, "show-rooms")
    card = strip.findChild(QWidget, "room-1")
    folded = card.isVisible()
    opens.click()
    opened = card.isVisible()
    opens.click()
    again = card.isVisible()
    laid_out(run, 1.0)
    run.place.resize(1364, 900)
    wait_until_still(run.place)
    assert (folded, opened, again) == (False, True, False)
    assert not opens.isVisible()
    assert card.isVisible()


@pytest.mark.parametrize("scale", [1.5, 2.0])
def test_every_line_of_an_opener_is_whole_and_its_length_can_be_read(run: Hands, scale: float) -> None:
    run.press("go")
    run.press("begin-opener")
    laid_out(run, scale)
    for _ in range(2):  # what gives way makes room for a smaller window
        run.place.resize(940, 700)
        wait_until_still(run.place)
    panel = run.place.findChild(OpenerPanel)
    line, length = panel.findChild(QWidget, "opener-line"), run.place.findChild(ActionButton, "opener-length")
    assert line.isVisible()
    cut = []
    for script in run.place.findChildren(ScriptLine):
        words = script.findChild(QLabel).text()
        line.setText(words)
        wait_until_still(run.place)
        if line.visibleRegion().boundingRect().height() < line.heightForWidth(line.width()):
            cut.append(words)
    wide = run.place.width()
    narrow = length.width() < length.sizeHint().width()
    run.place.look.choose(theme="light", scale=1.0, calm=False)
    assert cut == []
    assert not narrow
    assert wide == 940


@pytest.mark.parametrize("scale", [1.5, 2.0])
def test_the_line_to_read_stays_in_view_when_the_text_grows(run: Hands, scale: float) -> None:
    run.press("go")
    run.press("begin-opener")
    run.wait(minutes=2)
    laid_out(run, scale)
    line = next(line for line in run.place.findChildren(ScriptLine) if line.current)
    seen, whole = line.visibleRegion().boundingRect(), line.rect()
    run.place.look.choose(theme="light", scale=1.0, calm=False)
    assert seen == whole


def test_a_scroll_bar_beside_the_words_leaves_their_type_as_it_is(qtbot: QtBot, look: Look) -> None:
    """A title that shrank for a scroll bar, and so needed none, went back and forth until the app crashed."""
    words = StageWords(look)
    qtbot.addWidget(words)
    words.height_at(NARROW)
    words.resize(NARROW, 400)
    words.show()
    title = words.findChild(QLabel, "stage-title")
    before = title.property("role")
    words.resize(NARROW - SCROLL_BAR, 400)
    assert title.property("role") == before
