"""What becomes of words that are being typed when something takes their field away? They are kept first.

Whatever would take a field away calls `keep_open_input`: a stage that moves on, another place, another session,
closing. What is typed into an editor of a list or a table is kept while it is typed, too, and what is typed in a
dialog stands there again when it could not be finished, see `unfinished_input`.
"""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from shiboken6 import isValid

from formats.language.direction import standing_alone

Index = QModelIndex | QPersistentModelIndex
EndEditHint = QAbstractItemDelegate.EndEditHint
FILLED = "filled"
PAUSE_MS = 400
LONGEST_MS = 1000


class DraftTimer(QObject):
    """Says so after a pause, and at the latest a second after something was typed; keeps nothing itself."""

    save_due = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pause = self._single_shot(PAUSE_MS)
        self._longest = self._single_shot(LONGEST_MS)

    @property
    def waiting(self) -> bool:
        """Whether something was typed that is not saved yet."""
        return self._longest.isActive()

    def notice_typing(self) -> None:
        """Something was typed."""
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def save_now(self) -> None:
        """Saves what waits without waiting longer."""
        if self.waiting:
            self._fire()

    def forget(self) -> None:
        """Nothing waits any more."""
        self._pause.stop()
        self._longest.stop()

    def _single_shot(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self._fire)
        return timer

    def _fire(self) -> None:
        self.forget()
        self.save_due.emit()


class KeepingDelegate(QStyledItemDelegate):
    """An editor shows what stood there when it was opened, and then what is typed, whatever changes around it.

    A pause in typing keeps the words; Escape puts back what stood there before.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor: QWidget | None = None
        self._index = QPersistentModelIndex()
        self._before = ""
        self._typed = False
        self._pause = DraftTimer(self)
        self._pause.save_due.connect(self.keep)
        self.closeEditor.connect(self._end)

    @property
    def index(self) -> QPersistentModelIndex:
        """What is being typed in, while an editor is open; else no valid index."""
        return self._index if self._is_open else QPersistentModelIndex()

    def keep(self) -> None:
        """Keeps what is typed so far; the editor stays open."""
        self._pause.forget()
        if self._is_open and self._typed and self._editor is not None:
            self.commitData.emit(self._editor)

    def close(self) -> None:
        """Keeps what is typed, and closes the editor."""
        self.keep()
        if self._is_open and self._editor is not None:
            self._typed = False
            self.closeEditor.emit(self._editor, EndEditHint.NoHint)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = self.make_editor(parent, option, index)
        self._editor, self._index, self._typed = editor, QPersistentModelIndex(index), False
        self._before = str(index.data(Qt.ItemDataRole.EditRole))
        return editor

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.text = standing_alone(option.text, option.direction is Qt.LayoutDirection.RightToLeft)

    def make_editor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The field to type in."""
        return super().createEditor(parent, option, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Once: from then on the editor holds what is typed."""
        if not editor.property(FILLED):
            self.fill(editor, index)
            editor.setProperty(FILLED, True)
            if isinstance(editor, QPlainTextEdit | QLineEdit):
                editor.textChanged.connect(self._notice_typing)

    def fill(self, editor: QWidget, index: Index) -> None:
        """What the field shows when it is opened."""
        super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hands over what was typed, where its row is still there; an editor nobody typed in changes nothing."""
        if index.isValid() and self._typed:
            super().setModelData(editor, model, index)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        if editor is self._editor:
            self._forget()
        super().destroyEditor(editor, index)

    @property
    def _is_open(self) -> bool:
        return self._editor is not None and isValid(self._editor) and self._index.isValid()

    def _notice_typing(self) -> None:
        self._typed = True
        self._pause.notice_typing()

    def _end(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        if editor is not self._editor:
            return
        index, before, typed = self._index, self._before, self._typed
        self._forget()
        if typed and hint is EndEditHint.RevertModelCache and index.isValid():
            index.model().setData(index, before)

    def _forget(self) -> None:
        self._pause.forget()
        self._editor, self._index, self._typed = None, QPersistentModelIndex(), False


class KeptWhileTyped(QObject):
    """A field that is kept at each pause of the typing as it is when it is left."""

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._field, self._pause = field, DraftTimer(self)
        field.textEdited.connect(self._pause.notice_typing)
        field.editingFinished.connect(self._pause.forget)
        self._pause.save_due.connect(field.editingFinished)


def keep_open_input() -> None:
    """Keeps what is being typed in every window, as if each field had been left; none is closed."""
    for window in QApplication.topLevelWidgets():
        for delegate in window.findChildren(KeepingDelegate):
            delegate.keep()
        for pause in window.findChildren(DraftTimer):
            pause.save_now()
        field = window.focusWidget()
        if isinstance(field, QAbstractSpinBox):
            field.interpretText()
        elif isinstance(field, QLineEdit):
            field.editingFinished.emit()
