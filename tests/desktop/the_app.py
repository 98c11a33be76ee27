"""The whole app for tests, on a library file of the test's own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent

from desktop.app.clearing import Clearing
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from tests.desktop.conftest import StandingClock


@contextmanager
def the_app(
    library: Path, look: Look, wishes: LivePreferences | None = None, clock: StandingClock | None = None
) -> Iterator[Clearing]:
    """Clearing, started; let go of when the test is over, saved or not."""
    app = Clearing(library, clock or StandingClock(), wishes or LivePreferences(None), look)
    app.start()
    try:
        yield app
    finally:
        app.window.removeEventFilter(app.library_notices)
        app.window.close()
        app.file.abandon()
        app.window.deleteLater()
        app.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
