"""Who looks like somebody else and is not? Somebody said so, and is not asked again."""

from formats.library.file import LibraryFile
from formats.library.records import two_people_document

TABLE = "two_people"


class TwoPeople:
    """Every call that changes something is one durable save; a library that can only be read keeps nothing."""

    def __init__(self, file: LibraryFile) -> None:
        self._file = file

    def pairs(self) -> frozenset[frozenset[str]]:
        """The ids of every two who are two."""
        return frozenset(frozenset(record["people"]) for record in self._file.all(TABLE))

    def keep_apart(self, one: str, other: str) -> None:
        """Says for good that these are two."""
        if not self._file.open_report.read_only:
            self._file.put(TABLE, two_people_document(one, other))
