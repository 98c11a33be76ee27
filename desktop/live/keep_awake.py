"""Who keeps the laptop awake? The running clock and side timers do; a pause, the end and closing let it go."""

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress

from PySide6.QtCore import QObject

from desktop.live.runner import SessionRunner
from formats.session.clock import Phase, Reading
from formats.session.session import Session

GOODBYE_SECONDS = 1.0
"""How long closing the app waits for a system that does not answer."""
UNUSED = (Phase.WAITING, Phase.PAUSED, Phase.FINISHED)

AwakeContext = Callable[[], AbstractContextManager[object]]


def keeping_awake() -> AbstractContextManager[object]:
    """Screen and system awake, by whatever way this system has; where it has none, nothing changes."""
    # Imported late: it costs a tenth of a second, and the window should not wait for it.
    from wakepy import keep

    return keep.presenting(on_fail="pass")


class KeepAwake(QObject):
    """Follows the clock."""

    def __init__(
        self, runner: SessionRunner, keeping: AwakeContext = keeping_awake, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._keeping = keeping
        self._hold: _Hold | None = None
        self._clock, self._beside = False, False
        runner.clock_ticked.connect(self._follow)
        runner.session_opened.connect(self._follow_session)
        if runner.reading is not None:
            self._follow(runner.reading)

    @property
    def held(self) -> bool:
        """Whether the laptop is being kept awake."""
        return self._hold is not None

    def stop(self) -> None:
        """Lets the laptop sleep; waits a moment for the system to hear of it."""
        if self._hold is not None:
            self._hold.let_go()
            self._hold.join(GOODBYE_SECONDS)
            self._hold = None

    def keep_for_side_timers(self, running: bool) -> None:
        """A timer beside the session keeps it awake, too, until its time is up."""
        self._beside = running
        self._hold_or_let_go()

    def _follow(self, reading: Reading) -> None:
        self._clock = reading.phase not in UNUSED
        self._hold_or_let_go()

    def _follow_session(self, session: Session | None) -> None:
        if session is None:
            self._clock = False
            self._hold_or_let_go()

    def _hold_or_let_go(self) -> None:
        wanted = self._clock or self._beside
        if wanted and self._hold is None:
            self._hold = _Hold(self._keeping)
            self._hold.start()
        elif not wanted and self._hold is not None:
            self._hold.let_go()
            self._hold = None


class _Hold(threading.Thread):
    """One time awake, on a thread of its own: asking the system may take seconds."""

    def __init__(self, keeping: AwakeContext) -> None:
        super().__init__(name="awake", daemon=True)
        self._keeping = keeping
        self._over = threading.Event()

    def let_go(self) -> None:
        """Comes back at once; the system hears of it in its own time."""
        self._over.set()

    def run(self) -> None:
        # A system that has gone away meanwhile cannot be told; it keeps nobody awake either.
        with suppress(ImportError, OSError, RuntimeError), self._keeping():
            self._over.wait()
