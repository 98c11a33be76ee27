"""A wheel turned anywhere scrolls the page and changes nothing, in every place and dialog."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSlider,
    QApplication,
    QComboBox,
    QDialog,
    QScrollArea,
    QScrollBar,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.app.clearing import Clearing
from desktop.dialogs.check_in import CheckInDialog
from desktop.dialogs.session_details import SessionDetailsDialog
from desktop.dialogs.side_timer import SideTimerDialog
from desktop.look import Look
from desktop.places.page import PlaceName
from desktop.widgets.choice import Choice
from desktop.widgets.scrolling import ScrollColumn
from desktop.widgets.typed_field import TypedField
from formats.session.moves import Move
from tests.desktop.a_session import a_note, a_session
from tests.desktop.the_app import the_app

NOTCH = QPoint(0, -120)
VALUES = (QComboBox, TypedField, QAbstractSlider, QTabBar)


@pytest.fixture
def app(tmp_path: Path, look: Look, qtbot: QtBot) -> Iterator[Clearing]:
    """The app with the February session on the table and nothing begun."""
    with the_app(tmp_path / "library.json", look) as made:
        session = replace(a_session(made.catalogue, a_note(1, "Ask who already trusts you")), series="Nurturing")
        made.repository.keep_session(session)
        made.runner.open(session)
        qtbot.waitExposed(made.window)
        yield made


def turn_wheel(over: QWidget, notch: QPoint = NOTCH) -> None:
    """One notch of a real wheel in the middle of a widget, as the window gets it."""
    window = over.window().windowHandle()
    QTest.wheelEvent(window, QPointF(over.mapTo(over.window(), over.rect().center())), notch)
    QApplication.processEvents()


def value_fields(root: QWidget) -> list[QWidget]:
    """Everything in view that holds a value; bars to scroll with hold none."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if isinstance(widget, VALUES) and not isinstance(widget, QScrollBar) and widget.isVisible()
    ]


def value(field: QWidget) -> object:
    """What a field stands on."""
    match field:
        case QTabBar() | QComboBox():
            return field.currentIndex()
        case TypedField():
            return field.text()
        case QAbstractSlider():
            return field.value()
    raise AssertionError(field)


def changed_by_wheel(root: QWidget) -> set[str]:
    """The fields that another notch changes, with the keys in them and without."""
    found = set()
    for field in value_fields(root):
        bring_into_view(field)
        for focused in (False, True):
            (field if focused else root).setFocus()
            before = value(field)
            for notch in (NOTCH, -NOTCH, -NOTCH):
                bring_into_view(field)  # the notch before may have scrolled it away
                turn_wheel(field, notch)
                if value(field) != before:
                    found.add(field.accessibleName() or field.objectName() or type(field).__name__)
    return found


def bring_into_view(field: QWidget) -> None:
    around = field.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(field)
        around = around.parentWidget()


@pytest.mark.parametrize("place", list(PlaceName))
def test_a_wheel_changes_nothing_in_any_place(app: Clearing, place: PlaceName) -> None:
    app.runner.make(Move.START) if place is PlaceName.RUN else None
    app.window.show_place(place)
    for _ in range(3):  # what a place reads in the background fills its choices, and may ask for more
        QThreadPool.globalInstance().waitForDone()
        QApplication.processEvents()
    before = app.runner.session
    assert changed_by_wheel(app.window) == set()
    assert app.runner.session == before


def dialogs(app: Clearing) -> Iterator[QDialog]:
    session, look, window = app.runner.session, app.look, app.window
    assert session is not None
    check_in = replace(session.agenda.stages[0], seconds_each=20, question="What are you looking forward to?")
    yield SessionDetailsDialog(look, app.runner, ("Apples", "Nurturing", "Pears"), window)
    yield SideTimerDialog(look, "Break", window)
    yield CheckInDialog(look, app.catalogue, check_in, {}, 18, window)


def test_a_wheel_changes_nothing_in_any_dialog(app: Clearing, qtbot: QtBot) -> None:
    before, turned_over = app.runner.session, 0
    for dialog in dialogs(app):
        dialog.open()
        qtbot.waitExposed(dialog)
        turned_over += len(value_fields(dialog))
        assert changed_by_wheel(dialog) == set()
        dialog.reject()
    assert turned_over, "there is something to turn it over"
    assert app.runner.session == before


def test_the_page_scrolls_instead(look: Look, qtbot: QtBot) -> None:
    page, choice = ScrollColumn(), Choice(look, "Names")
    choice.addItems(["Full names", "First names", "No names"])
    page.column.addWidget(choice)
    page.column.addSpacing(2000)
    qtbot.addWidget(page)
    page.resize(300, 200)
    page.show()
    qtbot.waitExposed(page)
    turn_wheel(choice)
    assert choice.currentText() == "Full names"
    assert page.verticalScrollBar().value() > 0


def test_keys_go_on_from_the_zone_and_the_series_that_are_shown(app: Clearing, qtbot: QtBot) -> None:
    dialog = SessionDetailsDialog(app.look, app.runner, ("Apples", "Nurturing", "Pears"), app.window)
    dialog.open()
    qtbot.waitExposed(dialog)
    assert dialog.zone.itemText(dialog.zone.currentIndex()) == "Europe/London"
    qtbot.keyClick(dialog.zone, Qt.Key.Key_Up)
    assert dialog.zone.currentText() == "Europe/Ljubljana"
    qtbot.keyClick(dialog.series, Qt.Key.Key_Down)
    assert dialog.series.name == "Pears"
    dialog.reject()
