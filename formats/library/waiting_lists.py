"""Which lines of a list of people wait to be looked at, so that they are there again after a close or a crash?"""

from formats.library.file import LibraryFile
from formats.library.records import waiting_list_document, waiting_list_from
from formats.session.roster.draft import Roster

TABLE = "waiting_lists"


class WaitingListRepository:
    """Every call that changes something is one durable save; a library that can only be read keeps nothing."""

    def __init__(self, file: LibraryFile) -> None:
        self._file = file

    def waiting(self, session_id: str) -> Roster | None:
        """What waits for a session; None where nothing does."""
        kept = self._file.get(TABLE, session_id)
        return waiting_list_from(kept) if kept else None

    def keep(self, session_id: str, waiting: Roster | None) -> None:
        """Saves what waits for a session, or forgets it once all of it was looked at."""
        if self._file.open_report.read_only:
            return
        if waiting is None:
            self._file.remove(TABLE, session_id)
        else:
            self._file.put(TABLE, waiting_list_document(session_id, waiting))
