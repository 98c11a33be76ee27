"""A notes pane beside a session that runs."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.content.catalogue import Catalogue
from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.panels.notes.pane import NotesPane
from formats.library.repository import SessionRepository
from formats.session.events import Started
from tests.desktop.a_session import IDEAS, STARTS, a_session


@pytest.fixture
def pane(
    qtbot: QtBot, look: Look, runner: SessionRunner, catalogue: Catalogue, repository: SessionRepository
) -> Iterator[NotesPane]:
    """The pane, with the February session in its stage of ideas."""
    session = a_session(catalogue)
    repository.keep_session(session)
    runner.open(session)
    runner.record([Started(STARTS, IDEAS)])
    made = NotesPane(look, runner)
    made.resize(366, 820)
    made.show()
    qtbot.waitExposed(made)
    made.focus_line()
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def line(pane: NotesPane) -> QPlainTextEdit:
    """The field that notes are typed into."""
    found = pane.findChild(QPlainTextEdit, "note-line")
    assert found is not None
    return found
