"""A field of several lines that takes back what was typed word by word, not all of it at once."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit


class SteppedEdit(QPlainTextEdit):
    """Qt takes a whole line typed without a pause for one step of undo."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._begins_word(event.text()):
            super().keyPressEvent(event)
            return
        cursor = self.textCursor()
        cursor.beginEditBlock()
        super().keyPressEvent(event)
        cursor.endEditBlock()

    def _begins_word(self, typed: str) -> bool:
        if not typed.isprintable() or not typed or typed.isspace():
            return False
        at = self.textCursor().position()
        return at == 0 or self.document().characterAt(at - 1).isspace()
