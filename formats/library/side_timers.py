"""Which timers run beside the session, so that they go on after Clearing was closed or a crash stopped it?"""

from datetime import datetime

from formats.library.file import LibraryFile
from formats.library.records import side_timer_document, side_timer_from, side_timer_id
from formats.session.side_timer import SideTimer

TABLE = "side_timers"


class SideTimerRepository:
    """Every call that changes something is one durable save; a library that can only be read keeps nothing."""

    def __init__(self, file: LibraryFile) -> None:
        self._file = file

    def take_up(self, now: datetime) -> tuple[SideTimer, ...]:
        """The timers somebody may still wait for, the oldest first; the others are put away."""
        kept = sorted(map(side_timer_from, self._file.all(TABLE)), key=_number)
        for timer in kept:
            if not timer.is_awaited(now):
                self.drop(timer.number)
        return tuple(timer for timer in kept if timer.is_awaited(now))

    def keep(self, timer: SideTimer) -> None:
        """Saves a timer, new or changed."""
        if not self._file.open_report.read_only:
            self._file.put(TABLE, side_timer_document(timer))

    def drop(self, number: int) -> None:
        """Forgets a timer that was put away."""
        if not self._file.open_report.read_only:
            self._file.remove(TABLE, side_timer_id(number))


def _number(timer: SideTimer) -> int:
    return timer.number
