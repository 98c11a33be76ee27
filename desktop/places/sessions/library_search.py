"""Searches the library while somebody types, off the UI thread."""

from functools import partial
from threading import Lock

from PySide6.QtCore import QObject, Signal

from desktop.background import Background
from desktop.places.sessions.hit_list import MOST
from formats.library.file import LibraryFile
from formats.library.searching import Hit, Search


class LibrarySearch(QObject):
    """The index of ten years takes a moment to make; it is made when it is first asked for, and kept up then."""

    hits_found = Signal(object)
    """What holds all the words that were asked for last: list[Hit]."""

    def __init__(self, file: LibraryFile, parent: QObject) -> None:
        super().__init__(parent)
        self._file = file
        self._search: Search | None = None
        self._making = Lock()
        self._background = Background(self)
        self._background.finished.connect(self.hits_found)

    def search(self, question: str) -> None:
        """Looks for every word of the question; an empty one forgets what was asked before."""
        self._background.forget()
        if question.strip():
            self._background.ask(partial(self._find_hits, question))

    def _find_hits(self, question: str) -> list[Hit]:
        with self._making:
            if self._search is None:
                self._search = Search(self._file)
        return self._search.find(question, MOST)
