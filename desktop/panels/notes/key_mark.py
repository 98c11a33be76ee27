"""How is a note marked as key, which is what the group takes with it, and how is that said?"""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from formats.language import Message, tr
from formats.session.notes import Note

KEY_NOTE = Message("Key note")
KEY = "K"


def is_key_mark_press(event: QKeyEvent) -> bool:
    """Whether K alone was pressed."""
    return event.key() == Qt.Key.Key_K and event.modifiers() == Qt.KeyboardModifier.NoModifier


def with_key_toggled(note: Note) -> Note:
    """The note marked as key, or no longer."""
    return replace(note, is_key=not note.is_key)


def said_of_mark(before: Note, after: Note) -> str:
    """What a screen reader is told of a change; nothing where the mark stays as it was."""
    if before.is_key == after.is_key:
        return ""
    return tr("Marked as key. It opens the summary.") if after.is_key else tr("No longer a key note.")
