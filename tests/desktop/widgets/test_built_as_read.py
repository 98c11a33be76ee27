"""Rows of a long list are built as far as somebody scrolls, and all of them in the end."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.look import Look
from desktop.widgets.built_as_read import AT_ONCE, BuiltAsRead
from desktop.widgets.scrolling import ScrollColumn
from desktop.widgets.words import Words

ROWS = 120


@pytest.fixture
def scroll(look: Look, qtbot: QtBot) -> Iterator[ScrollColumn]:
    made = ScrollColumn()
    qtbot.addWidget(made)
    made.resize(300, 200)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


def rows() -> Iterator[QWidget]:
    for number in range(ROWS):
        yield Words(f"Row {number}")


def test_what_nobody_scrolls_to_is_not_built(scroll: ScrollColumn) -> None:
    built = BuiltAsRead(scroll)
    built.show(scroll.column, rows())
    QApplication.processEvents()
    assert AT_ONCE <= scroll.column.count() < ROWS / 2


def test_whoever_scrolls_to_the_end_reads_all_of_it(scroll: ScrollColumn, qtbot: QtBot) -> None:
    built = BuiltAsRead(scroll)
    built.show(scroll.column, rows())

    def at_the_end() -> bool:
        scroll.verticalScrollBar().setValue(scroll.verticalScrollBar().maximum())
        return scroll.column.count() == ROWS

    qtbot.waitUntil(at_the_end)
    said = [words.text() for words in scroll.findChildren(Words)]
    assert said == [f"Row {number}" for number in range(ROWS)]


def test_shown_anew_it_is_built_as_far_as_it_was_read(scroll: ScrollColumn) -> None:
    built = BuiltAsRead(scroll)
    built.show(scroll.column, rows(), at_least=70)
    assert scroll.column.count() == built.forget() == 70
    scroll.verticalScrollBar().setRange(0, 0)
    assert scroll.column.count() == 70
