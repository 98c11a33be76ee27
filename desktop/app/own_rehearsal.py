"""How is one's own session rehearsed? A copy of it plays in a window and a library of its own, which then go."""

import shutil
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.app.clearing import Clearing
from desktop.live.clocks import steady_seconds
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.places.page import PlaceName
from formats.language import Message
from formats.library.lock import is_held
from formats.session.session import Session, as_rehearsed

LIBRARY = "library.json"
FOLDER = "clearing-rehearsal-"
"""How the folders of rehearsals are called, in the system's folder for what does not last."""
REHEARSAL, KEPT = Message("This is a rehearsal with a copy"), Message("Nothing in it is kept.")


class FastClock:
    """Begins at an instant and runs `speed` times as fast as a real clock."""

    def __init__(self, start: datetime, speed: float, steady: Callable[[], float] = steady_seconds) -> None:
        self.speed = speed
        self._start, self._steady, self._since = start, steady, steady()

    def now(self) -> datetime:
        """The instant of the moment."""
        return self._start + timedelta(seconds=(self._steady() - self._since) * self.speed)


def clear_away_rehearsals() -> None:
    """Takes away what rehearsals left behind whose Clearing was killed; one that is going on stays."""
    for folder in Path(tempfile.gettempdir()).glob(f"{FOLDER}*"):
        if folder.is_dir() and not folder.is_symlink() and not is_held(folder / LIBRARY):
            shutil.rmtree(folder, ignore_errors=True)


class OwnRehearsal(QObject):
    """One rehearsal at a time, until its window is closed. It never sees the library that the session is from."""

    ended = Signal()
    """The copy is gone."""

    def __init__(self, look: Look, real: Clearing) -> None:
        super().__init__(real)
        self._look, self._real = look, real
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self.clearing: Clearing | None = None

    def begin(self, session: Session, speed: float) -> None:
        """Opens the copy, ready to be started; where one is open already it comes forward instead."""
        if self.clearing is not None:
            self.clearing.window.come_forward()
            return
        clear_away_rehearsals()
        self._folder = tempfile.TemporaryDirectory(prefix=FOLDER, ignore_cleanup_errors=True)
        copy = as_rehearsed(session)
        clock = FastClock(copy.starts_at, speed)
        clearing = Clearing(Path(self._folder.name) / LIBRARY, clock, LivePreferences(None), self._look)
        self.clearing = clearing
        clearing.repository.keep_session(copy)
        clearing.runner.open(copy)
        self._mark(clearing)
        clearing.bell_requested.connect(self._real.bell_requested)
        clearing.window.closing.connect(self._end)
        clearing.start()
        clearing.window.show_place(PlaceName.RUN)

    def end(self) -> None:
        """Closes the window of the rehearsal, where there is one."""
        if self.clearing is not None:
            self.clearing.window.close()

    def _mark(self, clearing: Clearing) -> None:
        clearing.window.mark(str(REHEARSAL), str(KEPT))
        clearing.room_display.mark(str(REHEARSAL))

    def speak_anew(self) -> None:
        """Its window speaks the language that is spoken now."""
        if self.clearing is not None:
            self.clearing.speak_anew()
            self._mark(self.clearing)

    def _end(self) -> None:
        clearing, folder = self.clearing, self._folder
        self.clearing = self._folder = None
        if clearing is not None:
            clearing.stop()
            clearing.room_display.deleteLater()
            clearing.window.deleteLater()
            clearing.deleteLater()
        if folder is not None:
            folder.cleanup()
        self.ended.emit()
