"""The places as their tests need them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from desktop.content.catalogue import Catalogue
from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.places.prepare.page import PreparePage
from formats.library.repository import SessionRepository
from tests.desktop.conftest import StandingClock
from tests.desktop.running import Hands, hands_at_run


@pytest.fixture
def place(
    qtbot: QtBot, look: Look, runner: SessionRunner, catalogue: Catalogue, repository: SessionRepository
) -> Iterator[PreparePage]:
    """Prepare in a window of the usual size, with nothing on the table."""
    made = PreparePage(look, runner, catalogue, repository)
    made.resize(1364, 900)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    yield made
    runner.open(None)
    made.close()
    made.deleteLater()
    # pytest-qt leaves what is to be deleted for later; every new style sheet would dress it again.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def run(
    qtbot: QtBot,
    look: Look,
    runner: SessionRunner,
    catalogue: Catalogue,
    repository: SessionRepository,
    clock: StandingClock,
) -> Iterator[Hands]:
    """Run in a window, with the February session on the table, not started."""
    yield from hands_at_run(qtbot, look, runner, catalogue, repository, clock)
