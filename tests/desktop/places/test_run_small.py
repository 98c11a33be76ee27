"""A small window and large text: the clock, the title, all of the instruction, next and the end stay in view."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop.look import Look
from desktop.panels.opener.panel import OpenerPanel
from desktop.panels.opener.script import ScriptLine
from desktop.panels.rooms.strip import RoomsStrip
from desktop.panels.stage.controls import Controls
from desktop.panels.stage.words import NARROW, StageWords
from desktop.places.run.work_column import SCROLL_BAR
from desktop.widgets.buttons import ActionButton
from tests.desktop.running import Hands
from tests.desktop.settling import wait_until_still

WORK = ("stage-title", "stage-instruction", "next-line", "outlook-words")
CHECK_IN = ("check-in-question", "check-in-how", "check-in-next", "outlook-words")


def laid_out(run: Hands, scale: float) -> None:
    """Waits until nothing moves any more, however long a busy machine takes for that."""
    run.place.look.choose(theme="light", scale=scale, calm=False)
    run.place.resize(940, 700)
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
    hidden = [name for name in (CHECK_IN if stage == "check-in" else WORK) if not in_view(run, name)]
    clock = run.dial
    controls = run.place.findChild(Controls)
    run.place.look.choose(theme="light", scale=1.0, calm=False)
    assert hidden == []
    assert min(clock.width(), clock.height()) >= 150
    assert controls.isVisible()


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
