"""The list of notes: choose one, edit it in place, delete it, change what it is by a menu."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from desktop.look import Look
from desktop.panels.notes.delegate import NoteDelegate
from desktop.panels.notes.key_mark import is_key_mark_press, with_key_toggled
from desktop.panels.notes.menu import NoteMenu
from desktop.panels.notes.painting import text_left
from desktop.panels.notes.rows import NoteRole, NoteRows
from desktop.widgets.press import connect_press
from formats.language import tr
from formats.session.notes import Note, NoteKind
from formats.session.session import Session

OWN_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_F2, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NoteList(QListView):
    """Tells what the person wants done with a note; the pane does it."""

    delete_requested = Signal(object)
    """Note."""
    change_requested = Signal(object, object)
    """Another form of a note: Note before, Note after."""
    undo_requested = Signal()
    redo_requested = Signal()
    exit_requested = Signal()
    editor_closed = Signal()
    """A note was edited where it stands, and no longer is."""

    def __init__(self, look: Look, rows: NoteRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._rows = look, rows
        self._session: Session | None = None
        self.setObjectName("note-list")
        self.setAccessibleName(tr("Notes"))
        self.setModel(rows)
        self._delegate = NoteDelegate(look, self)
        self.setItemDelegate(self._delegate)
        # Once the editor is gone: only then may its row go.
        self._delegate.closeEditor.connect(self.editor_closed, Qt.ConnectionType.QueuedConnection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setStyleSheet("QListView { border: none; border-radius: 0; }")

    def show_session(self, session: Session | None) -> None:
        """The session whose stages and rooms the menu offers."""
        self._session = session

    @property
    def chosen_note(self) -> Note | None:
        """The note that is chosen."""
        return self._rows.note_at(self.currentIndex())

    @property
    def edited_note(self) -> Note | None:
        """The note that someone is typing in."""
        return self._rows.note_at(self._delegate.index)

    def close_editor(self) -> None:
        """Keeps what is typed in a note, and ends the editing."""
        self._delegate.close()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # The window has uses of its own for these keys.
            undoing = event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
            if undoing or event.key() in OWN_KEYS or step_of(event) or is_key_mark_press(event):
                event.accept()
                return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming by Tab chooses a note, so that it shows where the keys are."""
        super().focusInEvent(event)
        by_mouse = event.reason() is Qt.FocusReason.MouseFocusReason
        if not by_mouse and not self.selectionModel().hasSelection():
            self.setCurrentIndex(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        note, key = self.chosen_note, event.key()
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_requested.emit()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo_requested.emit()
        elif key == Qt.Key.Key_Escape:
            self.exit_requested.emit()
        elif note is None:
            super().keyPressEvent(event)
        elif step := step_of(event):
            self._move_by(step)
        elif key == Qt.Key.Key_Delete:
            self.delete_requested.emit(note)
        elif key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(self.currentIndex())
        elif is_key_mark_press(event):
            self.change_requested.emit(note, with_key_toggled(note))
        elif key == Qt.Key.Key_Space and note.kind is NoteKind.NEXT_STEP:
            self.change_requested.emit(note, NoteMenu.with_done_toggled(note))
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the sign of a next step ticks it."""
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        note = self._rows.note_at(self.indexAt(place))
        on_sign = place.x() < text_left(self._look) and event.button() is Qt.MouseButton.LeftButton
        if note is not None and note.kind is NoteKind.NEXT_STEP and on_sign:
            self.change_requested.emit(note, NoteMenu.with_done_toggled(note))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            self.setCurrentIndex(index)
            place = event.globalPos() if by_mouse else self._menu_point(index)
            self.menu_for(index.data(NoteRole.NOTE)).popup(place)

    def menu_for(self, note: Note) -> NoteMenu:
        """What can be done with a note."""
        assert self._session is not None
        earlier = bool(self._rows.index_of(note.id).data(NoteRole.EARLIER))
        menu = NoteMenu(self._look, self._session, note, self, earlier=earlier)
        menu.edit_act.triggered.connect(self._edit_chosen)
        connect_press(menu.delete_act, self.delete_requested, note)
        connect_press(menu.up_act, self._move_by, -1)
        connect_press(menu.down_act, self._move_by, 1)
        menu.change_chosen.connect(self.change_requested)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _move_by(self, step: int) -> None:
        """Puts the chosen note one place up or down."""
        row = self.currentIndex().row()
        self._rows.put(row, row - 1 if step < 0 else row + 2)

    def _menu_point(self, index: QModelIndex) -> QPoint:
        return self.viewport().mapToGlobal(self.visualRect(index).center())

    def _edit_chosen(self) -> None:
        self.edit(self.currentIndex())


def step_of(event: QKeyEvent) -> int:
    """Which way Alt and an arrow put a note: -1 up, 1 down, 0 for every other key."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != Qt.KeyboardModifier.AltModifier:
        return 0
    return (event.key() == Qt.Key.Key_Down) - (event.key() == Qt.Key.Key_Up)
