"""Does the walk find what it should? Something is broken on purpose, in each of the ways it looks for."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QTableWidget,
    QTableWidgetItem,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.look import Look
from desktop.panels.stage.controls import Controls
from desktop.widgets.buttons import ActionButton
from desktop.widgets.choice import Choice
from desktop.widgets.elided import ElidedWords
from desktop.widgets.words import Words
from tests.walk.out_of_place import cut_popup
from tests.walk.standing import moved_acts
from tests.walk.visit import Visitor

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LONG = "Ask who already trusts you, and then ask them who else they would ask"


@pytest.fixture
def window(qtbot: QtBot, look: Look) -> Iterator[QWidget]:
    """An empty window of which nothing is wrong."""
    QAccessible.setActive(True)
    made = QWidget()
    made.setFixedSize(600, 400)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    yield made
    QAccessible.setActive(False)


@pytest.fixture
def visitor(look: Look) -> Visitor:
    """Whoever looks at it."""
    return Visitor(look)


def put(widget: Any, left: int, top: int, width: int, height: int) -> Any:
    """Stands a widget somewhere in its window."""
    widget.setGeometry(left, top, width, height)
    widget.show()
    return widget


def found(visitor: Visitor, window: QWidget) -> list[str]:
    """What the walk says of a window, without the name of the stop."""
    visitor.visit("Here", window)
    return [fault.removeprefix("Here: ") for fault in visitor.faults]


def test_a_window_in_order_has_no_faults(visitor: Visitor, window: QWidget, look: Look) -> None:
    put(Words("Ready", parent=window), 20, 20, 200, 30)
    put(ActionButton(look, "Start", parent=window), 20, 80, 200, 38)
    assert found(visitor, window) == []


def test_words_cut_at_their_end(visitor: Visitor, window: QWidget) -> None:
    put(Words(LONG, parent=window), 20, 20, 120, 30)
    assert _starts(found(visitor, window), "cut text")


def test_a_last_line_that_has_no_room(visitor: Visitor, window: QWidget) -> None:
    put(Words(LONG, wrap=True, parent=window), 20, 20, 120, 30)
    assert _starts(found(visitor, window), "cut text")


def test_an_ellipsis_whose_whole_is_nowhere(visitor: Visitor, window: QWidget) -> None:
    class Silent(ElidedWords):
        def _tell_whole(self) -> None:
            """Tells nobody."""

    put(Silent(LONG, parent=window), 20, 20, 120, 30)
    assert _starts(found(visitor, window), "cut text")


def test_a_button_smaller_than_its_word(visitor: Visitor, window: QWidget, look: Look) -> None:
    put(ActionButton(look, LONG, parent=window), 20, 20, 120, 38)
    assert _starts(found(visitor, window), "squeezed")


def test_a_page_wider_than_its_view(visitor: Visitor, window: QWidget) -> None:
    page = QTextBrowser(window)
    page.setAccessibleName("Page")
    page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    page.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)
    page.setLineWrapColumnOrWidth(900)
    page.setPlainText(LONG)
    put(page, 20, 20, 300, 200)
    assert _starts(found(visitor, window), "cut page")


def test_a_cell_and_a_row_that_are_cut(visitor: Visitor, window: QWidget) -> None:
    table = QTableWidget(1, 1, window)
    table.setAccessibleName("Table")
    table.setWordWrap(False)
    table.setItem(0, 0, QTableWidgetItem(LONG))
    table.verticalHeader().setMinimumSectionSize(4)
    table.setRowHeight(0, 9)
    put(table, 20, 20, 200, 200)
    faults = found(visitor, window)
    assert _starts(faults, "cut text")
    assert _starts(faults, "cut row")


def test_a_tab_that_is_shortened(visitor: Visitor, window: QWidget) -> None:
    tabs = QTabBar(window)
    tabs.setAccessibleName("Tabs")
    tabs.setUsesScrollButtons(False)
    tabs.setElideMode(Qt.TextElideMode.ElideRight)
    for _ in range(4):
        tabs.addTab(LONG[:24])
    put(tabs, 20, 20, 200, 40)
    assert _starts(found(visitor, window), "cut text")


def test_a_hint_that_has_no_room(visitor: Visitor, window: QWidget) -> None:
    field = QLineEdit(window)
    field.setAccessibleName("Search")
    field.setPlaceholderText(LONG)
    put(field, 20, 20, 120, 38)
    assert _starts(found(visitor, window), "cut text")


def test_text_drawn_by_hand_beyond_its_box(visitor: Visitor, window: QWidget) -> None:
    class Drawn(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            QPainter(self).drawText(self.rect(), int(Qt.AlignmentFlag.AlignLeft), LONG)

    put(Drawn(window), 20, 20, 100, 30)
    assert _starts(found(visitor, window), "cut text")


def test_widgets_over_each_other(visitor: Visitor, window: QWidget, look: Look) -> None:
    put(ActionButton(look, "Start", parent=window), 20, 20, 120, 38)
    put(ActionButton(look, "Pause", parent=window), 100, 30, 120, 38)
    assert _starts(found(visitor, window), "overlap")


def test_a_widget_that_reaches_out_of_its_frame(visitor: Visitor, window: QWidget) -> None:
    frame = put(QFrame(window), 20, 20, 100, 100)
    put(Words("Start", parent=frame), 60, 20, 90, 30)
    assert _starts(found(visitor, window), "cut off")


def test_a_window_larger_than_its_screen(visitor: Visitor, window: QWidget) -> None:
    window.setFixedSize(9000, 400)
    assert _starts(found(visitor, window), "too large")


def test_a_list_to_choose_from_that_loses_a_row(window: QWidget, look: Look) -> None:
    class Short(Choice):
        def showPopup(self) -> None:
            super().showPopup()
            frame = self.view().window()
            frame.resize(frame.width(), frame.height() - 20)

    choice = put(Short(look, "Room", window), 20, 20, 200, 38)
    choice.addItems(["Room 1", "Room 2", "Room 3"])
    assert _starts(list(cut_popup(choice)), "cut row")


def test_a_list_with_a_square_frame_around_it(window: QWidget, look: Look) -> None:
    class Framed(Choice):
        def showPopup(self) -> None:
            super().showPopup()
            frame = self.view().window()
            assert isinstance(frame, QFrame)
            frame.setFrameShape(QFrame.Shape.Box)

    choice = put(Framed(look, "Room", window), 20, 20, 200, 38)
    choice.addItems(["Room 1", "Room 2"])
    assert _starts(list(cut_popup(choice)), "stray frame")


def test_a_control_without_a_name(visitor: Visitor, window: QWidget, look: Look) -> None:
    put(ActionButton(look, "", "plus", parent=window), 20, 20, 38, 38)
    assert _starts(found(visitor, window), "nameless")


def test_a_control_that_is_heard_as_something_else(visitor: Visitor, window: QWidget) -> None:
    dial = put(QWidget(window), 20, 20, 100, 100)
    dial.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    dial.setAccessibleName("Dial")
    assert _starts(found(visitor, window), "wrong role")


def test_a_field_that_keeps_the_keys(visitor: Visitor, window: QWidget) -> None:
    class Trap(QPlainTextEdit):
        def keyPressEvent(self, event: QKeyEvent) -> None:
            event.accept()

    trap = put(Trap(window), 20, 20, 200, 80)
    trap.setAccessibleName("Note")
    put(QPushButton("Next", window), 20, 140, 100, 38)
    assert _starts(found(visitor, window), "focus trap")


def test_a_key_that_stands_for_two_things(visitor: Visitor, window: QWidget) -> None:
    for name in ("undo the agenda", "undo the note"):
        QShortcut(QKeySequence("Ctrl+Z"), window).setObjectName(name)
    assert _starts(found(visitor, window), "shortcut clash")


def test_words_too_pale_for_their_ground(visitor: Visitor, window: QWidget) -> None:
    pale = put(Words("Ready", parent=window), 20, 20, 200, 30)
    pale.setStyleSheet("color: #c8c8c0;")
    assert _starts(found(visitor, window), "faint")


def test_less_contrast_than_was_asked_for(window: QWidget, look: Look) -> None:
    put(Words("Ready", "second", parent=window), 20, 20, 200, 30).setStyleSheet("color: #6a6a66;")
    assert found(Visitor(look), window) == []
    assert _starts(found(Visitor(look, high_contrast=True), window), "faint")


def test_a_tip_that_becomes_markup(visitor: Visitor, window: QWidget) -> None:
    put(Words("Beth", parent=window), 20, 20, 200, 30).setToolTip("<b>Beth</b> takes notes")
    assert _starts(found(visitor, window), "tip with markup")


def test_a_view_that_no_finger_moves(visitor: Visitor, window: QWidget) -> None:
    rows = put(QListWidget(window), 20, 20, 200, 100)
    rows.setAccessibleName("Rows")
    rows.addItems([f"Row {number}" for number in range(40)])
    assert _starts(found(visitor, window), "deaf to fingers")


def test_a_ring_that_lies_over_a_neighbour(visitor: Visitor, window: QWidget, look: Look) -> None:
    class Ringed(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            if inner.hasFocus():
                QPainter(self).drawRect(inner.geometry().adjusted(-3, -3, 2, 2))

    group = put(Ringed(window), 20, 20, 300, 100)
    inner = put(ActionButton(look, "Start", parent=group), 20, 20, 120, 38)
    assert _starts(found(visitor, window), "focus ring")


def test_acts_that_move_from_stage_to_stage(window: QWidget, look: Look) -> None:
    row, stood = put(Controls(look, QMenu(window), window), 20, 200, 560, 54), dict[str, QRect]()
    look.look_changed.emit()
    assert list(moved_acts(window, stood)) == []
    row.move(20, 190)
    assert _starts(list(moved_acts(window, stood)), "moved")


def test_a_menu_that_leaves_the_screen(visitor: Visitor, window: QWidget) -> None:
    menu = QMenu(window)
    menu.addAction("Open")
    menu.popup(window.mapToGlobal(window.rect().center()))
    menu.move(-60, 40)
    faults = found(visitor, menu)
    menu.close()
    assert _starts(faults, "off screen")


def _starts(faults: list[str], kind: str) -> bool:
    """Whether a fault of this kind is among them."""
    return any(fault.startswith(kind) for fault in faults)
