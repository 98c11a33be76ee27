"""Which changes are not on the disk yet, and who puts them there?

Changes queue here in order. `flush` writes them on the calling thread and returns when they are durable;
`soon` leaves that to a thread of our own, which also tries again by itself after trouble.
"""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from threading import Condition, RLock, Thread

from formats.library.changes import Changes
from formats.library.lock import HeldElsewhereError
from formats.library.safe_file import AsideCopy, JournalLostError, SafeFile
from formats.library.status import NotSavedCause, SaveState, cause_of
from formats.library.tables import TablesInMemory

Listener = Callable[[SaveState], None]


class Saver:
    """The queue before one library on disk."""

    def __init__(
        self, file: SafeFile, memory: TablesInMemory, listener: Listener, retry_seconds: float | None
    ) -> None:
        self._file = file
        self._memory = memory
        self.listener = listener
        self._retry_seconds = retry_seconds
        self._waiting: deque[str] = deque()
        self._last = 0
        self._rewrite = False
        self._aside: tuple[AsideCopy, ...] = ()
        self._forbidden: NotSavedCause | None = None
        self._disk = RLock()
        self._wake = Condition()
        self._asked = self._stopping = False
        self._thread: Thread | None = None
        self.state = SaveState(file.path)

    @property
    def last_number(self) -> int:
        """The number of the last save that was queued."""
        return self._last

    @property
    def is_compact(self) -> bool:
        """Whether the library file alone holds everything."""
        return not self._waiting and (self._file.is_compact or self._forbidden is not None)

    @property
    def may_move(self) -> bool:
        """Whether the library may be written elsewhere: not one of which a newer Clearing understands more."""
        return self._forbidden is not NotSavedCause.NEWER

    def queue(self, changes: Changes) -> None:
        """Take one save, to be written in its turn; the memory's guard is held."""
        self._waiting.append(changes.body())
        self._last += 1
        self.state = replace(self.state, waiting=len(self._waiting))

    def forbid_saving(self, cause: NotSavedCause) -> None:
        """Never write: keep everything in memory, and say why."""
        self._forbidden = cause

    def rewrite_first(self, aside: Iterable[AsideCopy] = ()) -> None:
        """Before anything else is saved, write the whole library and keep these files aside."""
        self._rewrite = True
        self._aside = (*self._aside, *aside)

    def flush(self) -> SaveState:
        """Write all that waits, on this thread; never raises for trouble of the disk."""
        with self._disk:
            cause = self._forbidden if self._waiting or self._rewrite else None
            if self._forbidden is None:
                cause = self._attempt()
            with self._memory.guard:
                waiting = len(self._waiting)
                self.state = SaveState(self._file.path, waiting, self._last - waiting, cause)
            if cause and not self._forbidden and self._retry_seconds is not None:
                self._start()
            state = self.state
        self.listener(state)
        return state

    def note_door(self) -> None:
        """Note beside a library file that is all there is by which rules it was let in. Raises OSError."""
        if self._forbidden is None and not self._waiting:
            self._file.note_door(self._memory.door)

    def flush_soon(self) -> None:
        """Have all that waits written by our own thread."""
        self._start()
        with self._wake:
            self._asked = True
            self._wake.notify()

    def move_to(self, file: SafeFile) -> SaveState:
        """Save everything to another place from now on; the old place is left as it is."""
        with self._disk:
            if not self.may_move:
                return self.flush()
            self._file.close()
            self._file = file
            self._forbidden, self._aside = None, ()
            self.rewrite_first()
            return self.flush()

    def overwrite_other(self, kept: Path) -> SaveState:
        """Keep the file that another program wrote under this name, and write ours in its place."""
        with self._disk:
            self._file.accept_other()
            self.rewrite_first([(self._file.path, kept)])
            return self.flush()

    def close(self) -> None:
        """Stop our thread and let go of the files."""
        with self._wake:
            self._stopping = True
            self._wake.notify()
        if self._thread is not None:
            self._thread.join()
        self._file.close()

    def _attempt(self) -> NotSavedCause | None:
        """Write what waits; the cause when the disk would not have it."""
        try:
            if not self._rewrite:
                try:
                    self._write_waiting()
                except JournalLostError:
                    self.rewrite_first(self._file.strange_journal())
            if self._rewrite:
                self._write_whole()
        except HeldElsewhereError:
            return NotSavedCause.HELD
        except OSError as trouble:
            return cause_of(trouble)
        return None

    def _write_waiting(self) -> None:
        """Append the waiting saves to the journal with one sync."""
        with self._memory.guard:
            saves = tuple(self._waiting)
        if not saves:
            self._file.make_ready()
            return
        self._file.append(saves)
        self._drop_waiting(len(saves))

    def _write_whole(self) -> None:
        """Write the whole library, which holds the waiting saves too."""
        with self._memory.guard:
            tables = self._memory.snapshot()
            count, door = len(self._waiting), self._memory.door
        self._file.rewrite(tables, self._aside, door)
        self._drop_waiting(count)
        self._rewrite, self._aside = False, ()

    def _drop_waiting(self, count: int) -> None:
        """Forget the saves that are on the disk."""
        with self._memory.guard:
            for _ in range(count):
                self._waiting.popleft()

    def _start(self) -> None:
        """Start our thread if it does not run yet."""
        if self._thread is None:
            self._thread = Thread(target=self._run, name="library", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        """Write when asked, and after trouble again and again."""
        while True:
            with self._wake:
                pause = self._retry_seconds if self.state.cause else None
                self._wake.wait_for(self._is_needed, timeout=pause)
                if self._stopping:
                    return
                self._asked = False
            self.flush()

    def _is_needed(self) -> bool:
        """Whether our thread has something to do."""
        return self._asked or self._stopping
