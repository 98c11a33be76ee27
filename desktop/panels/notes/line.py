"""The field a note is typed into: Press Enter to add, Shift+Enter for a new line, Ctrl+1 to 6 choose the kind."""

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.look import Look
from desktop.panels.notes.kind_chips import LARGE_TEXT
from desktop.widgets.stepped_edit import SteppedEdit
from formats.language import tr

KIND_KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_6)
FEWEST_LINES, MOST_LINES = 2, 6


class NoteLine(SteppedEdit):
    """Plain text in and out; grows with what is typed."""

    add_requested = Signal()
    kind_requested = Signal(object)
    """The place of a kind among those offered, from 0."""
    marker_requested = Signal()
    chip_removal_requested = Signal()
    """What was read last from the sentence is to be taken off."""
    composing_changed = Signal()
    """Text is being composed by an input method, or no longer."""
    lines_pasted = Signal()
    """Several lines were pasted."""
    undo_requested = Signal()
    """Something is to be taken back, and nothing that was typed here is left to take back."""
    redo_requested = Signal()
    exit_requested = Signal()
    focus_lost = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.composing = False
        self.setObjectName("note-line")
        self.setAccessibleName(tr("Note. Enter adds it, Shift and Enter begins a new line."))
        self.setTabChangesFocus(True)
        # It has its own idea of its height; the one of the style sheet is for fields of one size.
        self.setStyleSheet("QPlainTextEdit { min-height: 0; }")
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        look.look_changed.connect(self._grow)
        self._grow()

    @property
    def text(self) -> str:
        """What is typed."""
        return self.toPlainText()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_own_key(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, typing = event.key(), self.document()
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.insertPlainText("\n") if shifted else self.add_requested.emit()
        elif key == Qt.Key.Key_Escape:
            self.exit_requested.emit()
        elif _is_kind_key(event):
            self.kind_requested.emit(KIND_KEYS.index(Qt.Key(key)))
        elif _has_control(event) and key == Qt.Key.Key_T:
            self.marker_requested.emit()
        elif _has_control(event) and key == Qt.Key.Key_0:
            self.chip_removal_requested.emit()
        elif event.matches(QKeySequence.StandardKey.Undo) and not typing.isUndoAvailable():
            self.undo_requested.emit()
        elif event.matches(QKeySequence.StandardKey.Redo) and not typing.isRedoAvailable():
            self.redo_requested.emit()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Says when composing begins, before anything is in the text, and when it ends."""
        was, self.composing = self.composing, bool(event.preeditString())
        if self.composing and not was:
            self.composing_changed.emit()
        super().inputMethodEvent(event)
        if was and not self.composing:
            self.composing_changed.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        super().insertFromMimeData(source)
        if len(source.text().strip().splitlines()) > 1:
            self.lines_pasted.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_lost.emit()

    def sizeHint(self) -> QSize:
        """As high as its lines, within reason."""
        fewest, most = (FEWEST_LINES, MOST_LINES) if self._look.scale < LARGE_TEXT else (2, 3)
        lines = min(max(self.document().size().height(), fewest), most)
        return QSize(super().sizeHint().width(), round(lines * self.fontMetrics().lineSpacing()) + 28)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def _grow(self) -> None:
        self.setFixedHeight(self.sizeHint().height())


def _has_control(event: QKeyEvent, *, besides: Qt.KeyboardModifier = Qt.KeyboardModifier.KeypadModifier) -> bool:
    return event.modifiers() & ~besides == Qt.KeyboardModifier.ControlModifier


def _is_kind_key(event: QKeyEvent) -> bool:
    """Ctrl and a digit, of the number pad too; on a French keyboard a digit takes Shift."""
    besides = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
    return _has_control(event, besides=besides) and event.key() in KIND_KEYS


def _is_own_key(event: QKeyEvent) -> bool:
    """Keys that mean something else elsewhere in the window."""
    undoing = event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
    extra = _has_control(event) and event.key() in (Qt.Key.Key_0, Qt.Key.Key_T)
    return undoing or _is_kind_key(event) or extra
