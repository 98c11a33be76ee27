"""Draws the notes of the list and lets one be edited where it stands."""

from collections import OrderedDict

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QListView, QPlainTextEdit, QStyle, QStyleOptionViewItem, QWidget

from desktop.look import Look
from desktop.open_input import KeepingDelegate
from desktop.panels.notes.painting import (
    ABOVE,
    BELOW_TEXT,
    EDGE,
    facts_height,
    note_layout,
    paint_note,
    text_height,
    text_left,
)
from desktop.panels.notes.rows import NoteRole
from desktop.widgets.sides import mirror_of
from desktop.widgets.stepped_edit import SteppedEdit
from formats.language import tr
from formats.session.notes import Note, NoteKind

LAYOUTS_KEPT = 3000
SMALLEST_EDITOR = 96
Index = QModelIndex | QPersistentModelIndex


class NoteDelegate(KeepingDelegate):
    """Keeps the text layouts it has worked out: a thousand notes scroll without breaking lines again."""

    def __init__(self, look: Look, view: QListView, *, with_stars: bool = False) -> None:
        """`with_stars` where a star stands in place of the sign of the kind."""
        super().__init__(view)
        self._look, self._view, self._with_stars = look, view, with_stars
        self._layouts: OrderedDict[tuple[str, NoteKind, bool, int], QTextLayout] = OrderedDict()
        self._measured_for = look.scale
        look.look_changed.connect(self._forget)

    def is_on_sign(self, place: QPoint) -> bool:
        """Whether a point of the list is on the sign of a note, where its line begins."""
        return mirror_of(self._view.viewport()).x(place.x()) < text_left(self._look)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        note: Note = index.data(NoteRole.NOTE)
        width = self._view.viewport().width()
        facts = facts_height(self._look, index.data(NoteRole.FACTS), width - text_left(self._look) - EDGE)
        content = text_height(self._layout(note, width)) + self._look.px(BELOW_TEXT) + facts
        return QSize(width, max(content, self._look.px(30)) + 2 * self._look.px(ABOVE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        note: Note = index.data(NoteRole.NOTE)
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            self._paint_chosen(painter, box, focused=self._view.hasFocus())
        layout, said = self._layout(note, box.width()), index.data(NoteRole.FACTS)
        paint_note(painter, self._look, box, layout, note, said, with_star=self._with_stars)
        painter.restore()

    def make_editor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = SteppedEdit(parent)
        editor.setObjectName("note-editor")
        editor.setAccessibleName(tr("Text of this note. Enter keeps it, Escape leaves it as it was."))
        editor.setTabChangesFocus(True)
        editor.installEventFilter(self)
        return editor

    def fill(self, editor: QWidget, index: Index) -> None:
        """The whole text, marked to be typed over."""
        assert isinstance(editor, QPlainTextEdit)
        editor.setPlainText(index.data(Qt.ItemDataRole.EditRole))
        editor.selectAll()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        box: QRect = option.rect
        height = max(box.height(), self._look.px(SMALLEST_EDITOR))
        top = min(box.top(), max(0, self._view.viewport().height() - height))
        editor.setGeometry(EDGE // 2, top, box.width() - EDGE, height)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            plain = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.close()
                return True
        return super().eventFilter(editor, event)

    def _paint_chosen(self, painter: QPainter, box: QRect, *, focused: bool) -> None:
        painter.fillRect(box, self._look.colour("moss_2"))
        if focused:
            painter.setPen(QPen(self._look.colour("moss"), 2))
            painter.drawRect(box.adjusted(1, 1, -2, -2))

    def _layout(self, note: Note, width: int) -> QTextLayout:
        room = width - text_left(self._look) - EDGE
        asked = (note.text, note.kind, note.done or note.let_go, room)
        layout = self._layouts.get(asked)
        if layout is None:
            layout = self._layouts[asked] = note_layout(self._look, note, room)
            if len(self._layouts) > LAYOUTS_KEPT:
                self._layouts.popitem(last=False)
        return layout

    def _forget(self) -> None:
        self._layouts.clear()
        if self._measured_for != self._look.scale:  # in other colours each note is as high as before
            self._measured_for = self._look.scale
            self._view.doItemsLayout()
