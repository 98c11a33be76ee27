"""Whose is Ctrl+Z in a field? Its own while there is something typed to take back, then the page's."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit


class _OwnUndo(QObject):
    """Leaves undo and redo to the page where its field has none; Qt's fields claim them always."""

    def eventFilter(self, field: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if not isinstance(field, QLineEdit) or _has_some(field, event):
            return False
        event.ignore()
        return True


def let_undo_pass(field: QLineEdit) -> None:
    """From now on Ctrl+Z in this field is the page's once nothing is left that was typed in it."""
    field.installEventFilter(_OwnUndo(field))


def _has_some(line: QLineEdit, event: QKeyEvent) -> bool:
    """Whether it is another key, or there is something of its own to take back or do again."""
    if event.matches(QKeySequence.StandardKey.Undo):
        return line.isUndoAvailable()
    return line.isRedoAvailable() or not event.matches(QKeySequence.StandardKey.Redo)
