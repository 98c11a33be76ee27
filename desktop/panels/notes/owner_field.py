"""Who takes a next step: a field that offers people, and takes the first of them at Tab."""

from PySide6.QtCore import QEvent, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit

from desktop.look import Look
from desktop.widgets.completions import dress_completions
from formats.session.folding import fold

_BEGINS, _WORD, _INSIDE = range(3)


class OwnerField(QLineEdit):
    """A name typed in part and Tab is the name that is offered; any other name stays as typed."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._all: list[str] = []
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        dress_completions(completer, look)
        self.textEdited.connect(self._put_likeliest_first)

    def offer(self, names: list[str]) -> None:
        """Offers these names, in this order."""
        if names != self._all:
            self._all = names
            self._put_likeliest_first(self.text())

    @property
    def offered(self) -> str:
        """The name that Tab takes: the first that begins with what is typed, or has a word that does."""
        typed = fold(self.text())
        first = min(self._all, key=lambda name: _fit(name, typed), default="")
        return first if typed and _fit(first, typed) < _INSIDE else ""

    def _put_likeliest_first(self, text: str) -> None:
        """The list under the field begins with the name that Tab takes."""
        typed = fold(text)
        self._names.setStringList(sorted(self._all, key=lambda name: _fit(name, typed)))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab:
            self._take_offered()
        return super().event(event)

    def _take_offered(self) -> None:
        name = self.offered
        popup = self.completer().popup()
        if popup is not None:
            popup.hide()
        if name and name != self.text():
            self.setText(name)
            self.textEdited.emit(name)


def _fit(name: str, typed: str) -> int:
    """How well a name fits what is typed: it begins so, a word of it does, or it only holds it."""
    plain = fold(name)
    return _BEGINS if plain.startswith(typed) else _WORD if f" {typed}" in plain else _INSIDE
