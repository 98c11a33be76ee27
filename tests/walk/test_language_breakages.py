"""Does the walk find what was never a message, and what does not mirror? It is broken on purpose, in each way."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPushButton,
    QScrollArea,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.look import Look
from formats.language import speaking, tr
from formats.language.pseudo import ACCENTED, FROM_THE_RIGHT
from tests.walk.layout import layout_of
from tests.walk.mirrored import from_the_left, not_mirrored
from tests.walk.no_message import unsaid, without_message
from tests.walk.own_texts import OwnTexts
from tests.walk.visit import settle

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Build = Callable[[QWidget], object]


@pytest.fixture
def own() -> OwnTexts:
    """What somebody called Beth wrote."""
    known = OwnTexts()
    known.add_names("Beth O'Neill")
    known.add("Ask who already trusts you")
    return known


@pytest.mark.parametrize(
    "said", ["Beth O'Neill", "[Ñöţéš··] · 12", "[Béţĥ O'Neill îš ĥéŕé··]", "16:30", "Beth", "Ask who…"]
)
def test_messages_and_what_is_somebodys_own_are_let_be(said: str, own: OwnTexts) -> None:
    assert unsaid(said, own) == []


@pytest.mark.parametrize("said", ["Notes", "[Ñöţéš··] by", "[Next step ƒöŕ Beth··]", "12 h", "Beth's notes"])
def test_what_was_never_a_message_is_found(said: str, own: OwnTexts) -> None:
    assert unsaid(said, own)


def on_a_label(window: QWidget) -> None:
    QLabel("Notes", window)


def on_a_button(window: QWidget) -> None:
    QPushButton("Notes", window)


def in_a_tip(window: QWidget) -> None:
    QLabel(tr("Notes"), window).setToolTip("What was said")


def in_a_hint(window: QWidget) -> None:
    QLineEdit(window).setPlaceholderText("Search")


def in_a_name(window: QWidget) -> None:
    QLineEdit(window).setAccessibleName("Search")


def in_a_description(window: QWidget) -> None:
    QLineEdit(window).setAccessibleDescription("Search")


def in_a_title(window: QWidget) -> None:
    window.setWindowTitle("Notes")


def at_the_head_of_a_table(window: QWidget) -> None:
    QTableWidget(1, 1, window).setHorizontalHeaderLabels(["Person"])


def in_a_row(window: QWidget) -> None:
    QListWidget(window).addItem("Room")


def painted(window: QWidget) -> None:
    class Painted(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            QPainter(self).drawText(self.rect(), 0, "Room")

    Painted(window).resize(80, 30)


@pytest.mark.parametrize(
    "build",
    [
        on_a_label, on_a_button, in_a_tip, in_a_hint, in_a_name, in_a_description, in_a_title,
        at_the_head_of_a_table, in_a_row, painted,
    ],
)  # fmt: skip
def test_a_text_that_is_no_message_is_found_wherever_it_is(qtbot: QtBot, own: OwnTexts, build: Build) -> None:
    with speaking(ACCENTED):
        window = _shown(qtbot, build)
        assert [fault for fault in without_message(window, own) if fault.startswith("no message")]


def test_an_entry_of_a_menu_is_found(qtbot: QtBot, own: OwnTexts) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.addAction("Delete")
    menu.show()
    assert list(without_message(menu, own))


def test_a_window_of_messages_has_no_fault(qtbot: QtBot, own: OwnTexts) -> None:
    with speaking(ACCENTED):
        window = _shown(qtbot, lambda window: QLabel(tr("{count} notes by {name}", count=2, name="Beth"), window))
        assert list(without_message(window, own)) == []


def in_order(window: QWidget) -> None:
    """A row, a list that scrolls, a label: Qt mirrors them by itself."""
    row = QHBoxLayout(window)
    rows = QListWidget()
    rows.addItems([f"{number}" for number in range(40)])
    for widget in (QLabel("ابج"), QLineEdit(), rows, QLabel("ا")):
        row.addWidget(widget)
    row.addStretch(1)


def standing_still(window: QWidget) -> None:
    for left in (10, 90):
        QLabel("ابج", window).setGeometry(left, 10, 60, 20)


def with_wider_margins_at_one_side(window: QWidget) -> None:
    column = QVBoxLayout(window)
    column.setContentsMargins(40, 0, 8, 0)
    column.addWidget(QLabel("ابج"))


def aligned_for_ever(window: QWidget) -> None:
    label = QLabel("ابج", window)
    label.resize(window.size())
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)


def with_a_line_at_one_side(window: QWidget) -> None:
    frame = QFrame(window)
    frame.resize(window.size())
    frame.setStyleSheet("border: none; border-left: 1px solid black;")


def with_its_bar_at_the_right(window: QWidget) -> None:
    area = QScrollArea(window)
    area.resize(window.size())
    area.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    inside = QWidget()
    inside.setFixedSize(100, 900)
    area.setWidget(inside)


def painted_at_the_left(window: QWidget) -> None:
    class Bar(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            QPainter(self).fillRect(QRect(0, 0, 20, 10), Qt.GlobalColor.black)

    Bar(window).resize(window.size())


def written_at_the_left(window: QWidget) -> None:
    class Line(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            QPainter(self).drawText(4, 20, "ابج")

    Line(window).resize(window.size())


@pytest.mark.parametrize(
    "build",
    [
        standing_still, with_wider_margins_at_one_side, aligned_for_ever, with_a_line_at_one_side,
        with_its_bar_at_the_right, painted_at_the_left, written_at_the_left,
    ],
)  # fmt: skip
def test_what_does_not_mirror_is_found(qtbot: QtBot, look: Look, from_both_sides: None, build: Build) -> None:
    assert _faults(qtbot, look, build)


def test_what_qt_mirrors_has_no_fault(qtbot: QtBot, look: Look, from_both_sides: None) -> None:
    assert _faults(qtbot, look, in_order) == []


def test_the_same_words_are_read_from_the_left() -> None:
    left = from_the_left(FROM_THE_RIGHT)
    assert not left.from_the_right
    with speaking(left):
        said = tr("Notes")
    with speaking(FROM_THE_RIGHT):
        assert tr("Notes") == said


@pytest.fixture
def from_both_sides(look: Look) -> Iterator[None]:
    """Afterwards lines begin at the left again."""
    yield
    look.app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def _faults(qtbot: QtBot, look: Look, build: Build) -> list[str]:
    layouts = []
    for side in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        look.app.setLayoutDirection(side)
        layouts.append(layout_of(_shown(qtbot, build)))
    return list(not_mirrored(*layouts))


def _shown(qtbot: QtBot, build: Build) -> QWidget:
    window = QWidget()
    window.setFixedSize(600, 200)
    qtbot.addWidget(window)
    build(window)
    window.show()
    settle(window)
    return window
