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
        kept = self._kept
        return sum(
            each["id"] not in kept or kept[each["id"]][0] != self._file.session_revision(each["id"])
            for each in self._file.all("sessions")
        )

    def all(self) -> dict[str, T]:
        """The value of every session by its id, in the order the sessions came. Raises what `make` raises."""
        before, now = self._kept, {}
        for session_id in [each["id"] for each in self._file.all("sessions")]:
            # Asked first: what changes while the value is made is made again the next time.
            revision = self._file.session_revision(session_id)
            known = before.get(session_id)
            if known is not None and known[0] == revision:
                now[session_id] = known
            elif (document := self._file.get("sessions", session_id)) is not None:
                now[session_id] = revision, self._make(document)
        self._kept = now
        return {session_id: value for session_id, (_, value) in now.items()}
