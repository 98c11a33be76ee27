"""Which file is being written, and which come after it? Each that was asked for has its turn."""

from collections import deque
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from desktop.background import Background

Wanted = Callable[[], bool]
FileWriter = Callable[[Wanted], Path]


class FileQueue(QObject):
    """Writes files off the UI thread, in the order in which they were asked for; closing waits for them."""

    changed = Signal()
    """Another file is being written now, or none any more."""
    written = Signal(object)
    """A file is there: Path."""
    failed = Signal(object, object)
    """A file could not be written: Path, the Exception that says why."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = Background(self)
        self._background.finished.connect(self._end_written)
        self._background.failed.connect(self._end_failed)
        self._waiting: deque[tuple[FileWriter, Path]] = deque()
        self._target: Path | None = None
        self._stopped = Event()

    @property
    def targets(self) -> tuple[Path, ...]:
        """The file being written, and those that wait for their turn."""
        now = (self._target,) if self._target else ()
        return (*now, *(target for _, target in self._waiting))

    def add(self, write: FileWriter, target: Path) -> None:
        """Writes a file when those asked for before are done; `write` asks whether the file is still wanted."""
        self._waiting.append((write, target))
        if self._target is None:
            self._begin_next()
        else:
            self.changed.emit()

    def cancel(self) -> tuple[Path, ...]:
        """Gives up what is not written yet, and says what that is; the files as they were stay."""
        given_up = self.targets
        self._stopped.set()
        self._background.forget()
        self._waiting.clear()
        self._target = None
        return given_up

    def _begin_next(self) -> None:
        self._target = None
        if self._waiting:
            write, self._target = self._waiting.popleft()
            self._stopped = Event()
            self._background.ask(partial(write, _unless(self._stopped)))
        self.changed.emit()

    def _end_written(self, target: Path) -> None:
        self.written.emit(target)
        self._begin_next()

    def _end_failed(self, trouble: Exception) -> None:
        self.failed.emit(self._target, trouble)
        self._begin_next()


def _unless(stopped: Event) -> Wanted:
    return lambda: not stopped.is_set()
