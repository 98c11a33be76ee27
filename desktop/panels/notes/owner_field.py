"""Who takes a next step: a field that offers people, and takes the first of them at Tab."""

from PySide6.QtCore import QEvent, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit

from formats.session.folding import fold


class OwnerField(QLineEdit):
    """A name typed in part and Tab is the name that is offered; any other name stays as typed."""

    def __init__(self) -> None:
        super().__init__()
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)

    def offer(self, names: list[str]) -> None:
        """Offers these names, in this order."""
        if names != self._names.stringList():
            self._names.setStringList(names)

    @property
    def offered(self) -> str:
        """The name that Tab takes: the first that begins with what is typed, or has a word that does."""
        typed = fold(self.text())
        if not typed:
            return ""
        names = [(fold(name), name) for name in self._names.stringList()]
        starts = (name for plain, name in names if plain.startswith(typed))
        inside = (name for plain, name in names if f" {typed}" in plain)
        return next(starts, "") or next(inside, "")

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
