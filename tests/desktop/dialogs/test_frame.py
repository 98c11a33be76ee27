"""Dialogs in a small window with large text: never larger than it, nothing out of reach."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from desktop.content.catalogue import Catalogue
from desktop.dialogs.frame import Dialog
from desktop.dialogs.give_session import GiveSessionDialog
from desktop.dialogs.session_details import SessionDetailsDialog
from desktop.dialogs.side_timer import SideTimerDialog
from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.widgets.tick_delegate import TickDelegate
from desktop.widgets.words import Words
from formats.library.repository import SessionRepository
from tests.desktop.a_session import a_session

Make = Callable[[Look, SessionRunner, QWidget], Dialog]


def details(look: Look, runner: SessionRunner, window: QWidget) -> Dialog:
    return SessionDetailsDialog(look, runner, ("Nurturing",), window)


def give(look: Look, runner: SessionRunner, window: QWidget) -> Dialog:
    assert runner.session is not None
    return GiveSessionDialog(look, runner.session, window)


def side_timer(look: Look, _runner: SessionRunner, window: QWidget) -> Dialog:
    return SideTimerDialog(look, "Break", window)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window of the smallest size."""
    made = QWidget()
    made.resize(1024, 700)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def large(look: Look) -> Iterator[Look]:
    """Text twice as large."""
    look.choose(theme="light", scale=2.0, calm=True)
    yield look
    look.choose(theme="light", scale=1.0, calm=False)


@pytest.fixture
def on_the_table(runner: SessionRunner, repository: SessionRepository, catalogue: Catalogue) -> SessionRunner:
    """The runner, with a session."""
    session = a_session(catalogue)
    repository.keep_session(session)
    runner.open(session)
    return runner


@pytest.mark.parametrize("make", [details, give, side_timer])
def test_a_dialog_is_no_larger_than_its_window_and_its_acts_are_in_it(
    make: Make, large: Look, on_the_table: SessionRunner, window: QWidget, qtbot: QtBot
) -> None:
    dialog = make(large, on_the_table, window)
    dialog.open()
    qtbot.waitExposed(dialog)

    assert dialog.width() <= window.width()
    assert dialog.height() <= window.height()
    assert dialog.rect().contains(dialog.act.mapTo(dialog, dialog.act.rect().bottomRight()))


def test_the_last_field_comes_into_view_with_the_keyboard(
    large: Look, on_the_table: SessionRunner, window: QWidget, qtbot: QtBot
) -> None:
    dialog = details(large, on_the_table, window)
    assert isinstance(dialog, SessionDetailsDialog)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.title.hasFocus)
    last = dialog.zone
    assert last.visibleRegion().boundingRect().height() < last.height(), "it is out of sight first"

    dialog.slot.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(dialog.slot, Qt.Key.Key_Tab)

    qtbot.waitUntil(last.hasFocus)
    assert last.visibleRegion().boundingRect().height() == last.height()


def test_what_is_said_later_makes_room_for_itself(look: Look, window: QWidget, qtbot: QtBot) -> None:
    dialog = Dialog(look, "A question", "Keep", window)
    said = Words("", wrap=True)
    dialog.body.addWidget(QLineEdit())
    dialog.body.addWidget(said)
    dialog.fit_window(440, 180)
    dialog.open()
    qtbot.waitExposed(dialog)

    said.setText("Somebody of this name came before. " * 8)

    qtbot.waitUntil(lambda: said.visibleRegion().boundingRect().height() >= said.heightForWidth(said.width()))


def test_a_long_title_is_whole(look: Look, window: QWidget, qtbot: QtBot) -> None:
    dialog = Dialog(
        look, "Keep somebody with a very long name of many parts apart from these others", "Keep", window
    )
    dialog.fit_window(440, 180)
    dialog.open()
    qtbot.waitExposed(dialog)

    title = dialog.findChild(QLabel)
    assert title is not None
    assert title.width() < title.fontMetrics().horizontalAdvance(title.text()), "it needs a second line"
    assert title.height() >= title.heightForWidth(title.width())


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_box_in_a_list_has_a_border_that_can_be_seen(look: Look, qtbot: QtBot, theme: str) -> None:
    look.choose(theme=theme, scale=1.0, calm=False)
    made = QListWidget()
    made.setItemDelegate(TickDelegate(look, made))
    item = QListWidgetItem("Beth", made)
    item.setCheckState(Qt.CheckState.Unchecked)
    qtbot.addWidget(made)
    made.resize(300, 120)
    made.show()
    qtbot.waitExposed(made)

    picture = made.grab().toImage()
    row = made.visualItemRect(item).center().y() + made.viewport().mapTo(made, QPoint()).y()
    colours = {picture.pixelColor(x, row).name() for x in range(10, 40)}
    look.choose(theme="light", scale=1.0, calm=False)
    wanted = {"light": "#777c6e", "dark": "#71847a"}[theme]

    assert wanted in colours


def test_enter_in_a_length_does_what_the_dialog_is_for(
    look: Look, on_the_table: SessionRunner, window: QWidget, qtbot: QtBot
) -> None:
    dialog = side_timer(look, on_the_table, window)
    assert isinstance(dialog, SideTimerDialog)
    started: list[tuple[str, timedelta]] = []
    dialog.timer_requested.connect(lambda name, length: started.append((name, length)))
    dialog.open()
    dialog.length.setFocus()
    dialog.length.selectAll()

    qtbot.keyClicks(dialog.length, "90s")
    qtbot.keyClick(dialog.length, Qt.Key.Key_Return)

    assert started == [("Break", timedelta(seconds=90))]
    assert not dialog.isVisible()


def test_enter_in_a_length_that_cannot_be_read_keeps_the_dialog(
    look: Look, on_the_table: SessionRunner, window: QWidget, qtbot: QtBot
) -> None:
    dialog = side_timer(look, on_the_table, window)
    assert isinstance(dialog, SideTimerDialog)
    dialog.open()
    dialog.length.setFocus()
    dialog.length.selectAll()

    qtbot.keyClicks(dialog.length, "soon")
    qtbot.keyClick(dialog.length, Qt.Key.Key_Enter)

    assert dialog.isVisible()
    assert dialog.length.text() == "soon"
