"""Runs work off the UI thread and hands the result back on it."""

from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

Work = Callable[[], Any]


class _Answer(QObject):
    finished = Signal(object, object, object)


class _Job(QRunnable):
    def __init__(self, work: Callable[[], object], answer: _Answer) -> None:
        super().__init__()
        self._work, self._answer = work, answer

    def run(self) -> None:
        try:
            result = self._work()
        except (ValueError, OSError) as trouble:
            self._give(None, trouble)
        else:
            self._give(result, None)

    def _give(self, result: object, trouble: Exception | None) -> None:
        with suppress(RuntimeError):  # the whole app may be gone by now
            self._answer.finished.emit(self._answer, result, trouble)


class Background(QObject):
    """One question at a time: `ask` makes the answer to an older one stale, and it is dropped.

    Where each answer matters, such as that of an act, `ask_in_turn` waits for the older ones. Work gets frozen
    values and gives one back. What it raises as ValueError or OSError reaches `failed`. What changes files says so
    in a sentence, `doing`: closing the window waits for that.
    """

    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._latest: _Answer | None = None
        self._doing = ""
        self._waiting: deque[tuple[Work, str]] = deque()

    @property
    def doing(self) -> str:
        """What closing the window waits for, in a sentence; empty for nothing."""
        return self._doing if self.busy else ""

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._latest is not None

    def ask(self, work: Work, *, doing: str = "") -> None:
        """Starts the work; any earlier question is forgotten."""
        self.forget()
        self._begin(work, doing)

    def ask_in_turn(self, work: Work, *, doing: str = "") -> None:
        """Starts the work once every earlier question is answered; no answer is dropped."""
        if self.busy:
            self._waiting.append((work, doing))
        else:
            self._begin(work, doing)

    def forget(self) -> None:
        """Drops every answer that is still to come."""
        self._waiting.clear()
        if self._latest is not None:
            self._latest.finished.disconnect(self._take)
            self._latest = None

    def _begin(self, work: Work, doing: str) -> None:
        self._doing = doing
        # Without a parent: whoever asked may be deleted in the middle of the worker's emit, and a child with them.
        self._latest = _Answer()
        self._latest.finished.connect(self._take)
        QThreadPool.globalInstance().start(_Job(work, self._latest))

    @Slot(object, object, object)
    def _take(self, answer: _Answer, result: object, trouble: Exception | None) -> None:
        if answer is not self._latest:
            return  # it was under way already when it was forgotten
        self._latest = None
        if self._waiting:  # before the answer is given: whoever takes it may be gone with us afterwards
            self._begin(*self._waiting.popleft())
        if trouble is None:
            self.finished.emit(result)
        else:
            self.failed.emit(trouble)
