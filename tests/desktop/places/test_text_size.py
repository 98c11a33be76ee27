"""Larger and smaller text: the buttons stay below the pointer, and going back leaves nothing behind."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QTableView, QTableWidget
from pytestqt.qtbot import QtBot

from desktop.app.clearing import Clearing
from desktop.look import Look
from desktop.places.page import PlaceName
from desktop.widgets.table_rows import set_row_height
from tests.desktop.a_session import a_session
from tests.desktop.the_app import the_app


@pytest.fixture
def app(tmp_path: Path, look: Look) -> Iterator[Clearing]:
    """The app with a session in its library, in the place Settings."""
    with the_app(tmp_path / "library.json", look) as made:
        made.repository.keep_session(a_session(made.catalogue))
        made.window.resize(1440, 900)
        made.window.show_place(PlaceName.SETTINGS)
        yield made
        look.choose(theme="light", scale=1.0, calm=False)


def button(app: Clearing, name: str) -> QAbstractButton:
    found = app.window.findChild(QAbstractButton, name)
    assert found is not None
    return found


def test_the_button_stays_below_the_pointer_however_often_it_is_pressed(app: Clearing, qtbot: QtBot) -> None:
    larger = button(app, "larger-text")
    qtbot.waitUntil(lambda: larger.mapTo(app.window, QPoint(0, 0)).x() > 0)
    pointer = larger.mapTo(app.window, larger.rect().center())
    while larger.isEnabled():
        before = app.look.scale
        assert app.window.childAt(pointer) is larger
        larger.click()
        qtbot.waitUntil(lambda before=before: app.look.scale > before)  # type: ignore[misc]  # the scale before
        qtbot.waitUntil(lambda: app.window.childAt(pointer) is larger)
    assert app.look.scale == 2.0


def test_going_back_leaves_no_row_behind(app: Clearing, look: Look, qtbot: QtBot) -> None:
    app.window.show_place(PlaceName.SESSIONS)
    table = app.window.findChild(QTableView, "session-table")
    assert table is not None
    before = (table.rowHeight(0), table.height())
    for scale in (2.0, 1.0):
        look.choose(theme="light", scale=scale, calm=False)
    qtbot.waitUntil(lambda: (table.rowHeight(0), table.height()) == before)


def test_rows_grow_and_shrink(qtbot: QtBot) -> None:
    table = QTableWidget(3, 1)
    qtbot.addWidget(table)
    for height in (48, 96, 48, 60):
        set_row_height(table, height)
        assert [table.rowHeight(row) for row in range(3)] == [height] * 3
