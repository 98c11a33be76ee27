"""Clearing on a desk of its own: a folder, a clock that stands, preferences, and closing and opening again."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from PySide6.QtWidgets import QApplication, QDialog

from desktop.app.clearing import Clearing
from desktop.app.closing import CloseGuard
from desktop.background import Background
from desktop.content.catalogue import read_catalogue
from desktop.dialogs.still_running import StillRunningDialog
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from tests.desktop.a_session import IDEAS, a_note, a_session
from tests.desktop.conftest import StandingClock
from tests.waiting import wait_until

LIST = "Name,Organisation,Role\nAda Byron,Trust 1,Nurse\nGrace Hopper,Trust 2,Weaver\nHana Nováková,Trust 3,\n"
LONGEST_ANSWER = 30.0
"""So many seconds what is worked out in the background may take, on a busy machine."""


class Start(StrEnum):
    """What is there when the hands begin."""

    NOTHING = "an empty library"
    PLANNED = "a planned session"
    RUNNING = "a session in its first round"


class Desk:
    """One library and one window; `app` is another one after each opening."""

    def __init__(self, folder: Path, look: Look, start: Start) -> None:
        self.folder, self.clock, self._look = folder, StandingClock(), look
        self.library = folder / "library.json"
        self.preferences = LivePreferences(folder / "preferences.json")
        self.preferences.preferences_changed.connect(self._keep_place_of_library)
        look.choose(theme="light", scale=1.0, calm=False)  # whatever the desk before chose
        (folder / "people.csv").write_text(LIST, "utf-8")
        sample = files("resources").joinpath("samples", "reference-session.json")
        (folder / "session.json").write_bytes(sample.read_bytes())
        self._is_open = False
        self.app = self._opened()
        self._begin(start)

    def open(self) -> None:
        """Opens Clearing again."""
        self.app = self._opened()

    def close(self) -> None:
        """Closes the window, answering that it is meant while a session runs."""
        self.put_dialogs_away()
        self.app.window.close()
        asked = QApplication.activeModalWidget()
        if isinstance(asked, StillRunningDialog):
            asked.cancel.click()
        self.library = self.app.file.path
        self.let_go()

    def put_dialogs_away(self) -> None:
        """Closes what stands above the window."""
        while popup := QApplication.activePopupWidget():
            popup.close()
        while isinstance(dialog := QApplication.activeModalWidget(), QDialog):
            dialog.reject()
            QCoreApplication.processEvents()

    def let_go(self) -> None:
        """Ends the app, however it stands."""
        if not self._is_open:
            return
        self._is_open = False
        self.settle()
        app = self.app
        app.window.removeEventFilter(app.library_notices)
        self.guard.deleteLater()
        app.window.close()
        app.stop()
        app.file.abandon()
        app.window.deleteLater()
        app.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def settle(self) -> None:
        """Until nothing is worked out in the background any more and each view has heard of it."""
        wait_until(self._is_settled, LONGEST_ANSWER)

    def _is_settled(self) -> bool:
        for _ in range(2):
            QCoreApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        owners = (self.app, self.app.window)
        busy = any(each.busy for owner in owners for each in owner.findChildren(Background))
        return not busy and not QThreadPool.globalInstance().activeThreadCount()

    def _opened(self) -> Clearing:
        app = Clearing(self.library, self.clock, self.preferences, self._look)
        self.guard = CloseGuard(app.window, app.runner, self._look)
        app.start()
        app.window.activateWindow()
        self._is_open = True
        return app

    def _begin(self, start: Start) -> None:
        if start is Start.NOTHING:
            return
        session = a_session(read_catalogue(), a_note(1, "Ask the network"), a_note(2, "A garden"))
        self.app.repository.keep_session(session)
        self.app.runner.open(session)
        if start is Start.RUNNING:
            self.app.runner.go_to(IDEAS)

    def _keep_place_of_library(self) -> None:
        self.library = Path(self.preferences.current.library or self.folder / "library.json")


@contextmanager
def at_home_in(folder: Path) -> Iterator[None]:
    """Nothing of the person whose machine this is can be read or written meanwhile."""
    own = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "USERPROFILE", "APPDATA"), str(folder))
    before = {name: os.environ.get(name) for name in own}
    os.environ.update(own)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
