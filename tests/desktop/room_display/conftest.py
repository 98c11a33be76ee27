"""The room display as its tests need it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from desktop.content.catalogue import Catalogue
from desktop.live.runner import SessionRunner
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.room_display.window import RoomDisplay
from formats.library.repository import SessionRepository
from tests.desktop.a_session import a_session


@pytest.fixture
def wishes() -> LivePreferences:
    """Preferences that last as long as the test."""
    return LivePreferences(None)


@pytest.fixture
def display(
    qtbot: QtBot,
    look: Look,
    runner: SessionRunner,
    catalogue: Catalogue,
    repository: SessionRepository,
    wishes: LivePreferences,
) -> Iterator[RoomDisplay]:
    """The window at 1920 by 1080, with the February session on the table."""
    session = a_session(catalogue)
    repository.keep_session(session)
    runner.open(session)
    made = RoomDisplay(look, runner, catalogue, wishes)
    made.setGeometry(0, 0, 1920, 1080)
    made.show()
    qtbot.waitExposed(made)
    yield made
    runner.open(None)
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
