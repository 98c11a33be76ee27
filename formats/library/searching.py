"""Where does a word occur, among all notes, titles and names, whatever its accents and capitals?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from threading import Lock

from formats.library.changes import Changes, Document, Tables
from formats.library.file import LibraryFile
from formats.session.folding import fold, fold_sign

FIELDS: Mapping[str, Sequence[str]] = {
    "sessions": ("title", "series"),
    "people": ("name", "organisation"),
    "notes": ("text", "owner"),
}
BLOCK = 200  # records


@dataclass(frozen=True, slots=True)
class Hit:
    """A record in which every word of the question occurs."""

    table: str
    record: Document


class Search:
    """All texts of an open library, folded, kept up with every save.

    Texts stand in blocks that are searched joined first, which a processor does a few times faster. Made in
    a second or less for a library of ten years; that may be on another thread while the library changes.
    """

    def __init__(self, library: LibraryFile, fields: Mapping[str, Sequence[str]] = FIELDS) -> None:
        self._library = library
        self._fields = fields
        self._blocks: dict[str, dict[int, dict[str, str]]] = {}
        self._joined: dict[tuple[str, int], str] = {}
        self._lock = Lock()
        self._newer: set[tuple[str, str]] | None = set()  # changed while the index was first filled
        library.watch(self._take)
        self._fill(library.snapshot())

    def find(self, question: str, limit: int = 200) -> list[Hit]:
        """Records that hold every word of the question, sessions first, then the newest; none for no words."""
        words = sorted(fold(question).split(), key=len, reverse=True)
        with self._lock:
            return list(islice(self._hits(words), limit)) if words else []

    def _hits(self, words: list[str]) -> Iterator[Hit]:
        """The hits, table after table, the newest first."""
        for name in self._fields:
            documents = self._library.documents(name)
            blocks = self._blocks.get(name, {})
            for at in reversed(blocks):
                joined = self._text_of_block(name, at)
                if all(word in joined for word in words):
                    found = [number for number, text in blocks[at].items() if words[0] in text]
                    for word in words[1:]:
                        found = [number for number in found if word in blocks[at][number]]
                    # What is being removed just now has left the library before it leaves the index.
                    there = (documents.get(number) for number in reversed(found))
                    yield from (Hit(name, record) for record in there if record is not None)

    def _text_of_block(self, table: str, at: int) -> str:
        """The texts of a block in one, joined again when one of them changed."""
        if (table, at) not in self._joined:
            self._joined[table, at] = "\n".join(self._blocks[table][at].values())
        return self._joined[table, at]

    def _fill(self, tables: Tables) -> None:
        """Take in all there was, in small steps, leaving alone what changed meanwhile."""
        for name in self._fields:
            for number, record in tables.get(name, {}).items():
                text = self._text(name, record)
                with self._lock:
                    if self._newer is None:
                        return
                    if (name, number) not in self._newer:
                        self._block(name, number)[number] = text
        self._newer = None

    def _take(self, changes: Changes) -> None:
        """Keep up with one save."""
        with self._lock:
            self._keep_up(changes)

    def _keep_up(self, changes: Changes) -> None:
        """Change what the save changes, with the lock held."""
        if self._newer is not None:
            self._newer |= {(name, number) for name, rows in changes.put.items() for number in rows}
            self._newer |= {(name, number) for name, rows in changes.removed.items() for number in rows}
        if changes.dropped:
            self._newer = None  # all that is there now comes with this very change
        for name in changes.dropped:
            self._blocks.pop(name, None)
            self._joined.clear()
        for name, documents in changes.put.items():
            for number, record in documents.items() if name in self._fields else ():
                self._block(name, number)[number] = self._text(name, record)
        for name, numbers in changes.removed.items():
            for number in numbers:
                self._block(name, number).pop(number, None)

    def _block(self, table: str, number: str) -> dict[str, str]:
        """The block in which the record of this number stands, about to be changed."""
        at = int(number) // BLOCK
        self._joined.pop((table, at), None)
        return self._blocks.setdefault(table, {}).setdefault(at, {})

    def _text(self, table: str, record: Document) -> str:
        """All searched texts of a record, folded."""
        return fold("\n".join(str(record[field]) for field in self._fields[table] if record.get(field)))


def spans(text: str, question: str) -> tuple[tuple[int, int], ...]:
    """Where the words of the question stand in the text as typed: start and end, in order, for marking them."""
    letters = [(fold_sign(letter), at) for at, letter in enumerate(text)]
    plain = "".join(letter for letter, _ in letters)
    origin = [at for letter, at in letters for _ in letter]
    found = set()
    for word in fold(question).split():
        at = plain.find(word)
        while at >= 0:
            found.add((origin[at], origin[at + len(word) - 1] + 1))
            at = plain.find(word, at + 1)
    return tuple(sorted(found))
