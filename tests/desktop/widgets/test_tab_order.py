"""Tab goes as the layouts of a window read, and asking for that leaves nothing behind."""

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayoutItem, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from desktop.widgets.flow import FlowLayout
from desktop.widgets.tab_order import reading_order


def test_layouts_in_layouts_are_read_from_the_first_to_the_last(qtbot: QtBot) -> None:
    window, four, three, two, one = QWidget(), *(QPushButton(word) for word in ("four", "three", "two", "one"))
    qtbot.addWidget(window)
    column, row, grid = QVBoxLayout(window), QHBoxLayout(), QGridLayout()
    column.addWidget(one)
    column.addLayout(row)
    column.addWidget(four)
    row.addWidget(two)
    row.addLayout(grid)
    grid.addWidget(three, 0, 0)
    assert list(reading_order(window)) == [window, one, two, three, four]


def test_no_item_of_a_layout_is_left_in_python(qtbot: QtBot) -> None:
    """One that outlives its layout is taken for what comes to lie in its place, and the app crashes."""
    window = QWidget()
    qtbot.addWidget(window)
    column, flow = QVBoxLayout(window), FlowLayout()
    column.addLayout(flow)
    for _ in range(5):
        column.addWidget(QPushButton())
        flow.addWidget(QPushButton())
    before = items_in_python()
    list(reading_order(window))
    assert items_in_python() == before


def items_in_python() -> int:
    """How many items of layouts Python has a hold of."""
    return sum(isinstance(one, QLayoutItem) for one in Shiboken.getAllValidWrappers())
