"""What happens to a text that is too long for its field? As much as fits is kept, and the field says so."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit

from desktop.widgets.reading_hint import ReadingHint
from formats.language import tr


class _LengthLimit(QObject):
    """Says below a field that what was typed or pasted did not fit, until something else is typed."""

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._field, self._hint = field, ReadingHint(field)
        field.inputRejected.connect(self._say)
        field.textChanged.connect(self._follow)
        field.editingFinished.connect(self._hint.hide)

    def _say(self) -> None:
        sentence = tr("Only the first {count} letters fit here.", count=self._field.maxLength())
        self._field.setAccessibleDescription(sentence)
        self._hint.show_trouble(sentence)

    def _follow(self, text: str) -> None:
        if len(text) < self._field.maxLength():
            self._field.setAccessibleDescription("")
            self._hint.hide()


def limit_length(field: QLineEdit, most: int) -> None:
    """From now on the field takes `most` letters, and says so where there were more."""
    field.setMaxLength(most)
    _LengthLimit(field)
