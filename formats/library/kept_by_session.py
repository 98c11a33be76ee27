"""What was made of each session, kept for as long as nothing of that session changes."""

from collections.abc import Callable
from typing import Generic, TypeVar

from formats.library.changes import Document
from formats.library.file import LibraryFile
from formats.library.session_index import Revision

T = TypeVar("T")


class KeptBySession(Generic[T]):
    """Makes a value of each session's document, its notes and run log, and makes it again only where they changed.

    May be asked from any thread.
    """

    def __init__(self, file: LibraryFile, make: Callable[[Document], T]) -> None:
        self._file, self._make = file, make
        self._kept: dict[str, tuple[Revision, T]] = {}

    @property
    def stale(self) -> int:
        """Of how many sessions the value would have to be made now."""
        return sum(not self._is_known(each) for each in self._file.ids("sessions"))

    def _is_known(self, session_id: str) -> bool:
        known = self._kept.get(session_id)
        return known is not None and known[0] == self._file.session_revision(session_id)

    def of(self, session_id: str) -> T | None:
        """The value of one session; None where there is no such session. Raises what `make` raises."""
        # Asked first: what changes while the value is made is made again the next time.
        revision = self._file.session_revision(session_id)
        known = self._kept.get(session_id)
        if known is not None and known[0] == revision:
            return known[1]
        document = self._file.get("sessions", session_id)
        if document is None:
            self._kept.pop(session_id, None)
            return None
        self._kept[session_id] = revision, (value := self._make(document))
        return value

    def all(self) -> dict[str, T]:
        """The value of every session by its id, in the order the sessions came. Raises what `make` raises."""
        ids = self._file.ids("sessions")
        made = {session_id: value for session_id in ids if (value := self.of(session_id)) is not None}
        for gone in self._kept.keys() - made.keys():
            self._kept.pop(gone, None)
        return made
