"""The stages of a structure, or the lines of an opener, as rows: the one that is open is all fields."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.actions import key_words
from desktop.look import Look
from desktop.places.library.form.editors import FieldEditor
from desktop.places.library.form.kinds import make_editor
from desktop.places.library.form.model import FormModel
from desktop.places.library.form.row_cells import CellsHeading, RowCells, row_cells
from desktop.places.library.form.row_words import row_facts, row_title
from desktop.widgets.flow import FlowLayout
from desktop.widgets.grown import keep_least_width
from desktop.widgets.reorder import ReorderColumn, ReorderRow
from desktop.widgets.screen_reader import answer_screen_readers
from desktop.widgets.sides import margins_as_read
from desktop.widgets.words import Words
from formats.language import tr
from formats.structures.form_fields import Ask, FormField

WIDE = {Ask.LINE: 190, Ask.TEXT: 300}
"""The width of a field for words in a row, in pixels at usual text: a stage's fields have one line at 1440."""
ROOMY, BEFORE = 800, 38
"""From which width at usual text the facts stand in columns; the width before a title, that of the grip."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EntryRow(ReorderRow):
    """One stage or line; it changes nothing itself but the fields in it."""

    opened = Signal(object)
    """It is to be open: EntryRow."""
    duplicate_requested = Signal(object)
    """Another like it is to come after it: EntryRow."""

    def __init__(self, look: Look, model: FormModel, fields: tuple[FormField, ...], number: int) -> None:
        answer_screen_readers()
        super().__init__(look, tr("Row {number}", number=number + 1))
        self._look, self._model, self._fields, self.number = look, model, fields, number
        self.setObjectName(f"row-{number}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.is_open = False
        self.editors: list[FieldEditor] = []
        self._title, self._facts = Words("", "strong", wrap=True), Words("", "second", wrap=True)
        self.cells = RowCells(look, model.kind, "second")
        self._fault = Words("", "error", wrap=True)
        self._fault.setContentsMargins(margins_as_read(BEFORE, 0, 0, 0))
        self._fault.hide()
        self._boxes = QWidget()
        self._flow = FlowLayout(self._boxes, gap=12)
        self._below = QVBoxLayout()
        self._lay_out()
        self.menu_requested.connect(self._open_menu)

    def for_screen_reader(self) -> QAccessibleInterface:
        return QAccessibleWidget(self, QAccessible.Role.ListItem)

    def show_row(self, *, is_open: bool, in_columns: bool) -> None:
        """Shows what is written in it now; while it is closed its facts stand in columns, or in one sentence."""
        rows = self._model.rows
        if self.number >= len(rows):
            return
        title = row_title(self._model, self.number)
        self.grip.setAccessibleName(tr("{title}: move or change", title=title))
        self.setAccessibleName(f"{title}. {row_facts(self._model, self.number)}")
        self._title.setText(title)
        self._facts.setText(row_facts(self._model, self.number))
        if is_open and not self.editors:
            self._make_editors()
        self.is_open = is_open
        for editor in self.editors if is_open else ():
            editor.refresh()
        self._boxes.setVisible(is_open)
        self._title.setVisible(not is_open)
        self._facts.setVisible(not is_open and not in_columns)
        self.cells.show_texts(row_cells(self._model, self.number))
        self.cells.setVisible(not is_open and in_columns)
        fault = "" if is_open else self._first_fault
        self._fault.setText(fault)
        self._fault.setVisible(bool(fault))
        self.update()

    def put_below(self, side: QWidget) -> None:
        """Takes the rest of its fields below it."""
        self._below.addWidget(side)

    def take_keys(self) -> None:
        """Gives the keys to its first field."""
        if self.editors:
            self.editors[0].take_keys()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens it; up and down go to its neighbours."""
        if event.key() in ENTER and self.hasFocus():
            self.opened.emit(self)
            self.take_keys()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.hasFocus() and not event.modifiers():
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click anywhere opens it."""
        self.opened.emit(self)
        super().mousePressEvent(event)

    def focusInEvent(self, event: QEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._look.colour("moss") if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("moss_2") if self.is_open else Qt.BrushStyle.NoBrush)
        ground = self.rect().adjusted(1, 1, -2, -2)
        if self.is_open:
            ground.setBottom(self._boxes.geometry().bottom() + 4)
        painter.drawRoundedRect(ground, 8, 8)
        if not self.is_open:
            painter.fillRect(8, self.height() - 1, self.width() - 16, 1, self._look.colour("line"))

    def ask_duplicate(self) -> None:
        """Asks for another like it."""
        self.duplicate_requested.emit(self)

    @property
    def _first_fault(self) -> str:
        base = (self._model.row_key, self.number)
        return next((one.sentence for one in self._model.said_faults if one.path[:2] == base), "")

    def _make_editors(self) -> None:
        base = (self._model.row_key, self.number)
        for field in self._fields:
            editor = make_editor(self._look, self._model, field, base)
            keep_least_width(editor, self._look, WIDE.get(field.ask, 0))
            editor.stand_beside_captions()
            self.editors.append(editor)
            self._flow.addWidget(editor)

    def _open_menu(self, _row: object) -> None:
        menu = QMenu(self)
        acts: tuple[tuple[str, str, Callable[[], None]], ...] = (
            (tr("Move up"), "Alt+Up", self.move_up),
            (tr("Move down"), "Alt+Down", self.move_down),
            (tr("Duplicate"), "Ctrl+D", self.ask_duplicate),
            (tr("Remove"), "Ctrl+Del", self.ask_removal),
        )
        for word, key, act in acts:
            menu.addAction(f"{word}\t{key_words(key)}", act)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.grip.mapToGlobal(self.grip.rect().bottomLeft()))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(margins_as_read(4, 4, 8, 4))
        column.setSpacing(2)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.grip)
        line.addWidget(self._boxes, 1)
        line.addWidget(self._title, 2)
        line.addWidget(self._facts, 3)
        line.addWidget(self.cells)
        column.addLayout(line)
        column.addWidget(self._fault)
        column.addLayout(self._below)


class EntryRows(ReorderColumn):
    """As many rows as there are stages or lines."""

    def __init__(self, look: Look, model: FormModel, fields: tuple[FormField, ...]) -> None:
        super().__init__(look)
        self._look_of_rows, self._model, self._fields = look, model, fields
        self.entry_rows: list[EntryRow] = []
        self._heading = CellsHeading(look, model.kind, BEFORE)
        self.put_first(self._heading)
        self._in_columns = False
        self.row_moved.connect(self._move)

    def refresh(self) -> None:
        """Shows the rows there are now."""
        count = len(self._model.rows)
        self._keep_keys()
        for row in self.entry_rows[count:]:
            self.remove(row)
            row.hide()
            row.deleteLater()
        del self.entry_rows[count:]
        for number in range(len(self.entry_rows), count):
            self._add_row(number)
        for number, row in enumerate(self.entry_rows):
            row.show_row(is_open=number == self._model.row, in_columns=self._in_columns)
        self._heading.setVisible(self._in_columns and count > 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        in_columns = self.width() >= self._look_of_rows.px(ROOMY)
        if in_columns != self._in_columns:
            self._in_columns = in_columns
            self.refresh()

    def _keep_keys(self) -> None:
        """A row that closes or goes gives the keys to the one that opens; else they would leave the form."""
        focus = QApplication.focusWidget()
        if focus is None or self._model.row >= len(self.entry_rows):
            return
        opening = self.entry_rows[self._model.row]
        if any(row is not opening and row.isAncestorOf(focus) for row in self.entry_rows):
            opening.setFocus()

    @property
    def open_row(self) -> EntryRow | None:
        """The one that is open."""
        return next((row for row in self.entry_rows if row.is_open), None)

    def add_after(self, row: dict[str, object]) -> None:
        """Puts a new row after the open one, open and with the keys."""
        at = self._model.row + 1 if self._model.rows else 0
        rows = self._model.rows
        self._model.choose_rows([*rows[:at], row, *rows[at:]], at)
        self.entry_rows[at].take_keys()

    def duplicate_open(self) -> None:
        """Another like the open one."""
        if (row := self.open_row) is not None:
            self._duplicate(row)

    def _add_row(self, number: int) -> None:
        row = EntryRow(self._look_of_rows, self._model, self._fields, number)
        row.opened.connect(self._open)
        row.duplicate_requested.connect(self._duplicate)
        row.removal_requested.connect(self._take_out)
        self.entry_rows.append(row)
        self.add(row)

    def _open(self, row: EntryRow) -> None:
        self._model.open_row(row.number)

    def _move(self, _column: object, start: int, end: int) -> None:
        rows, keys = self._model.rows, self.entry_rows[start].grip.hasFocus()
        rows.insert(end, rows.pop(start))
        self._model.choose_rows(rows, end)
        (self.entry_rows[end].grip if keys else self.entry_rows[end]).setFocus()

    def _duplicate(self, row: EntryRow) -> None:
        copy = {key: value for key, value in self._model.rows[row.number].items() if key != "id"}
        if isinstance(title := copy.get("title"), str):
            copy["title"] = tr("{title}, again", title=title)
        self._model.open_row(row.number)
        self.add_after(copy)

    def _take_out(self, row: EntryRow) -> None:
        rows = self._model.rows
        del rows[row.number]
        self._model.choose_rows(rows, max(0, row.number - 1))
        if self.entry_rows:
            self.entry_rows[self._model.row].setFocus()
