"""Which signs of the page can no font here print? Looked for in the background, and said before an export."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.background import Background
from desktop.folders import fonts_folder
from formats.exports.document import Document
from formats.exports.undrawn import undrawn_sentence, undrawn_signs, unusual_signs


class UndrawnSigns(QObject):
    """Remembers the answer for the signs that it was asked about last."""

    found = Signal()
    """There is something to say now that there was not before, or no longer."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = Background(self)
        self._background.finished.connect(self._take)
        self._asked: frozenset[str] = frozenset()
        self._said = ""

    @property
    def sentences(self) -> tuple[str, ...]:
        """What there is to say; nothing while it is looked for."""
        return (self._said,) if self._said else ()

    def look_at(self, document: Document) -> None:
        """Looks for signs that cannot be printed, where there are others than were asked about before."""
        signs = unusual_signs(document)
        if signs != self._asked:
            self._asked, self._said = signs, ""
            self._background.ask(partial(undrawn_signs, signs, fonts_folder()))

    def _take(self, signs: tuple[str, ...]) -> None:
        said = undrawn_sentence(signs)
        if said != self._said:
            self._said = said
            self.found.emit()
