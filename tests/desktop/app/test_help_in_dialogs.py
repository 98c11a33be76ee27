"""In every dialog F1 opens the page that tells of it, and Shift+F1 the sheet of keys, also while one types."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.app.clearing import Clearing
from desktop.dialogs.frame import Dialog
from desktop.dialogs.guide_page import GuidePageDialog
from desktop.dialogs.shortcuts import ShortcutSheet
from desktop.look import Look
from desktop.places.page import PlaceName
from formats.session.events import Started
from tests.desktop.a_session import IDEAS, STARTS, a_note, a_session
from tests.desktop.at_spi.dialogs import DialogScenes, Scene
from tests.desktop.conftest import StandingClock
from tests.desktop.the_app import the_app

NOTHING, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
PAGES = {
    "session dialog": "agenda",
    "side timer": "clock",
    "shortcuts": "reach",
    "standby line": "display",
    "still running": "clock",
    "still working": "safety",
    "passphrase": "second-note-taker",
    "name questions": "leaves",
    "versions of a note": "second-note-taker",
    "next session": "next",
    "next in the series": "next",
    "agreement": "agenda",
    "choose a structure": "start",
    "choose an opener": "opener",
    "check-in": "opener",
    "leave a form": "own",
    "remove own structure": "own",
    "rehearse": "first-session",
    "share a session": "second-note-taker",
    "add people": "people-list",
    "import, looked over": "people-list",
    "keep apart": "rooms",
    "licences": "install",
    "what is new": "install",
    "still-to-come": "clock",
    "votes": "changes",
    "upset": "upset",
    "structure-card": "agenda",
    "someone arrived": "changes",
    "someone left": "changes",
    "list of links": "summary",
    "record for a person": "summary",
}
"""The page of the guide that each dialog needs."""


@pytest.fixture
def app(tmp_path: Path, look: Look, clock: StandingClock, qtbot: QtBot) -> Iterator[Clearing]:
    """The app with a session that runs, its window to the front."""
    with the_app(tmp_path / "library.json", look, clock=clock) as made:
        session = a_session(made.catalogue, a_note(1, "Something"))
        made.repository.keep_session(session)
        made.runner.open(session)
        made.runner.record([Started(STARTS, IDEAS)])
        made.window.show_place(PlaceName.RUN)
        qtbot.waitExposed(made.window)
        yield made


def in_front(app: Clearing) -> Dialog | None:
    """The dialog over all others: it holds the window up, or stands beside it as a card does."""
    beside = [one for one in app.window.findChildren(Dialog) if one.isVisible()]
    front = QApplication.activeModalWidget() or (beside[-1] if beside else None)
    return front if isinstance(front, Dialog) else None


def opened(app: Clearing, scene: Scene, qtbot: QtBot) -> Dialog | None:
    """The dialog of a scene, with the keys on what is typed into where there is such a thing."""
    scene[1]()
    dialog = in_front(app)
    if dialog is None:
        return None
    qtbot.waitUntil(dialog.isActiveWindow)
    fields = [one for one in dialog.findChildren(QWidget) if isinstance(one, QLineEdit | QPlainTextEdit)]
    typed = [field for field in fields if field.isVisibleTo(dialog) and not field.isReadOnly()]
    (typed[0] if typed else dialog).setFocus()
    return dialog


def press(app: Clearing, dialog: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = NOTHING) -> Dialog | None:
    """Presses a key where the keys are in a dialog, and gives the dialog that is in front then."""
    QTest.keyClick(dialog.focusWidget() or dialog, key, held)
    return in_front(app)


def test_f1_opens_the_page_about_each_dialog(app: Clearing, qtbot: QtBot) -> None:
    scenes = DialogScenes(app)
    found: dict[str, str] = {}
    for scene in (*scenes.before_the_session(), *scenes.in_the_session()):
        dialog = opened(app, scene, qtbot)
        if dialog is None or isinstance(dialog, GuidePageDialog):
            continue
        over = press(app, dialog, Qt.Key.Key_F1)
        assert isinstance(over, GuidePageDialog), scene[0]
        found[scene[0]] = over.page_id
        over.reject()
    scenes.close()
    assert found == PAGES


def test_the_sheet_opens_over_each_dialog_while_one_types_there(app: Clearing, qtbot: QtBot) -> None:
    scenes = DialogScenes(app)
    for scene in (*scenes.before_the_session(), *scenes.in_the_session()):
        dialog = opened(app, scene, qtbot)
        if dialog is None:
            continue
        over = press(app, dialog, Qt.Key.Key_F1, SHIFT)
        assert isinstance(over, ShortcutSheet), scene[0]
        qtbot.waitUntil(over.isActiveWindow)
        again = press(app, over, Qt.Key.Key_F1, SHIFT)
        assert again is over
        over.reject()
    scenes.close()
