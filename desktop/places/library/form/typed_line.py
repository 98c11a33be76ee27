"""A field for one line whose undo is the form's, and what the form is told of it."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from desktop.places.library.form.typed import read_typed, write_value
from formats.structures.form_fields import Ask

UNDO_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class PageKeys(QObject):
    """Leaves undo and redo to the form, whose steps go through all of its fields; says when the keys go on."""

    keys_left = Signal(object)
    """The keys have left the field: Qt.FocusReason."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        field.installEventFilter(self)

    def eventFilter(self, field: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.lostFocus():
            self.keys_left.emit(event.reason())
            return False
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if not any(event.matches(key) for key in UNDO_KEYS):
            return False
        event.ignore()
        return True


class TypedLine(QLineEdit):
    """Says with its key what is typed."""

    keyed_text = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = ""
        self.keys = PageKeys(self)
        self.textEdited.connect(self._tell)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _tell(self, text: str) -> None:
        self.keyed_text.emit(self.key, text)


def show_line(line: QLineEdit, ask: Ask, value: object) -> None:
    """Shows a value; what is being typed and means the same is left alone."""
    if read_typed(ask, line.text()) != value:
        line.setText(write_value(ask, value))
        line.setCursorPosition(0)


def mark_unread(control: QWidget, unread: bool) -> None:
    """Has the frame of a field say that there is something to mend."""
    if isinstance(control, QLineEdit | QPlainTextEdit) and bool(control.property("unread")) != unread:
        control.setProperty("unread", unread)
        control.style().unpolish(control)
        control.style().polish(control)
