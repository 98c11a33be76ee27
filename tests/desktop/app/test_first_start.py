"""The first start in the real window: a file dropped anywhere begins a session, and its title names it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from desktop.app.clearing import Clearing
from desktop.dialogs.add_people import AddPeopleDialog
from desktop.look import Look
from desktop.places.page import PlaceName
from tests.desktop.the_app import the_app


@pytest.fixture
def app(tmp_path: Path, look: Look) -> Iterator[Clearing]:
    """The app over an empty library."""
    with the_app(tmp_path / "new" / "library.json", look) as made:
        yield made


def drop(app: Clearing, path: Path) -> bool:
    """Drags a file over the window, and lets it go there where that is taken."""
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path))])
    copy, at, left, plain = (
        Qt.DropAction.CopyAction,
        QPointF(20, 20),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    entering = QDragEnterEvent(at.toPoint(), copy, carried, left, plain)
    entering.setAccepted(False)
    QCoreApplication.sendEvent(app.window, entering)
    if entering.isAccepted():
        QCoreApplication.sendEvent(app.window, QDropEvent(at, copy, carried, left, plain))
    return entering.isAccepted()


def a_list(folder: Path) -> Path:
    path = folder / "names.txt"
    path.write_text("Amina Yusuf, Lothian Health\nBeth O'Neill, Cope Centre\n", encoding="utf-8")
    return path


def test_a_list_dropped_on_the_window_begins_a_session_with_its_people(app: Clearing, tmp_path: Path) -> None:
    assert drop(app, a_list(tmp_path))
    assert app.window.place is PlaceName.PREPARE
    dialog = app.window.findChild(AddPeopleDialog)
    assert dialog is not None
    assert dialog.act.text() == "Add 2 people"
    dialog.accept()
    assert app.runner.session is not None
    assert [person.name for person in app.runner.session.people] == ["Amina Yusuf", "Beth O'Neill"]
    assert app.window.windowTitle() == "New session – Clearing"


def test_before_the_first_session_every_place_takes_a_file_and_then_only_sessions_do(
    app: Clearing, tmp_path: Path
) -> None:
    app.window.show_place(PlaceName.LIBRARY)
    assert drop(app, a_list(tmp_path))
    dialog = app.window.findChild(AddPeopleDialog)
    assert dialog is not None
    dialog.reject()
    app.window.show_place(PlaceName.LIBRARY)
    assert not drop(app, a_list(tmp_path))
    app.window.show_place(PlaceName.SESSIONS)
    assert drop(app, a_list(tmp_path))
