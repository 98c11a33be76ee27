"""What is being written in the form, what is wrong with it, and what was it a step before?"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desktop.content.own_entries import CheckedEntry, OwnKind
from desktop.open_input import DraftTimer
from formats.structures.fields import FieldPath
from formats.structures.form_check import Fault
from formats.structures.form_table import THREE, Table, Written, rows_at, value_at, with_value

Check = Callable[[OwnKind, Table, str], CheckedEntry]
ROWS = {OwnKind.STRUCTURE: "stages", OwnKind.OPENER: "lines"}
MOST_STEPS = 500


@dataclass(frozen=True, slots=True)
class FormState:
    """All that is written, and the row that is open."""

    table: Table
    row: int


class FormModel(QObject):
    """One structure or opener that is being written; `instead_of` is the id of the one that is changed, or ""."""

    changed = Signal()
    """Another value stands somewhere, or another row is open."""
    step_ended = Signal()
    """The typing paused: what is written is to be kept as a draft."""

    def __init__(self, kind: OwnKind, table: Table, check: Check, instead_of: str = "") -> None:
        super().__init__()
        self.kind, self.instead_of, self._check = kind, instead_of, check
        self._state = FormState(table, 0)
        self._saved: Table = table
        self._undo: list[FormState] = []
        self._redo: list[FormState] = []
        self._typing_at: FieldPath = ()
        self._left: frozenset[FieldPath] = frozenset()
        self._says_all = False
        self.checked = check(kind, table, instead_of)
        self._pause = DraftTimer(self)
        self._pause.save_due.connect(self.end_step)

    @property
    def table(self) -> Table:
        """All that is written."""
        return self._state.table

    @property
    def row_key(self) -> str:
        """The key of the list whose tables are the rows."""
        return ROWS[self.kind]

    @property
    def rows(self) -> list[Written]:
        """The stages, or the lines."""
        return rows_at(self.table, self.row_key)

    @property
    def row(self) -> int:
        """The number of the row that is open."""
        return max(0, min(self._state.row, len(self.rows) - 1))

    @property
    def is_changed(self) -> bool:
        """Whether anything is written that was not there at the beginning."""
        return self.table != self._saved

    @property
    def saved(self) -> Table:
        """What was there at the beginning."""
        return self._saved

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to take again."""
        return bool(self._redo)

    def value(self, path: FieldPath) -> object:
        """What stands in a field."""
        return value_at(self.table, path)

    def fault(self, path: FieldPath) -> str:
        """What is said to be mended in a field; "" where nothing is."""
        return next((one.sentence for one in self.said_faults if _is_about(one, path)), "")

    @property
    def faults(self) -> tuple[Fault, ...]:
        """All that is to be mended or filled in."""
        return self.checked.faults

    @property
    def said_faults(self) -> tuple[Fault, ...]:
        """What is said at its field: an empty field is not yet wrong before it was left, or saving was tried."""
        return tuple(one for one in self.faults if self._says_all or self._is_said(one))

    def leave_field(self, path: FieldPath, *, at_once: bool) -> None:
        """The keys have left a field: what it lacks is said at once, or with the next change.

        Where a click took the keys away, nothing may move under the pointer before the button is let go.
        """
        before = self.said_faults
        self._left |= {path}
        if at_once and self.said_faults != before:
            self.changed.emit()

    def say_all(self) -> None:
        """Whatever is to be mended or filled in is said at its field from now on."""
        if not self._says_all:
            self._says_all = True
            self.changed.emit()

    def choose(self, path: FieldPath, value: object) -> None:
        """Writes a value; what is typed in one field without a pause is one step."""
        table = with_value(self.table, path, value)
        if table != self.table:
            self._take(FormState(table, self.row), goes_on=path == self._typing_at)
            self._typing_at = path
            self._pause.notice_typing()

    def choose_rows(self, rows: list[Written], row: int) -> None:
        """Has other rows, one of them open."""
        self._left = self._left_after(rows)
        table = with_value(self.table, (self.row_key,), rows or None)
        self._take(FormState(table, row))
        self.end_step()

    def open_row(self, row: int) -> None:
        """Opens another row; nothing is changed by it."""
        if row != self.row:
            self.end_step()
            self._state = FormState(self.table, row)
            self.changed.emit()

    def end_step(self) -> None:
        """What is typed next is a step of its own."""
        self._pause.forget()
        self._typing_at = ()
        self.step_ended.emit()

    def undo(self) -> None:
        """Takes the last step back."""
        self._go(self._undo, self._redo)

    def redo(self) -> None:
        """Takes it again."""
        self._go(self._redo, self._undo)

    def compare_with(self, saved: Table) -> None:
        """Counts what differs from this as changed."""
        self._saved = saved

    def _is_said(self, fault: Fault) -> bool:
        return bool(self.value(fault.path)) or any(_is_about(fault, path) for path in self._left)

    def _left_after(self, rows: list[Written]) -> frozenset[FieldPath]:
        """The fields that were left, where their rows stand among others."""
        before, found = list(enumerate(self.rows)), set[FieldPath]()
        for number, row in enumerate(rows):
            came = next((one for one in before if one[1] == row), None)
            if came is not None:
                before.remove(came)
                found |= {(self.row_key, number, *path[2:]) for path in self._left if path[1:2] == (came[0],)}
        return frozenset(found) | {path for path in self._left if path[0] != self.row_key}

    def _go(self, source: list[FormState], other: list[FormState]) -> None:
        if source:
            self._pause.forget()
            self._typing_at = ()
            other.append(self._state)
            self._show(source.pop())
            self.step_ended.emit()

    def _take(self, state: FormState, *, goes_on: bool = False) -> None:
        if not goes_on:
            self._undo.append(self._state)
            del self._undo[:-MOST_STEPS]
        self._redo.clear()
        self._show(state)

    def _show(self, state: FormState) -> None:
        self._state = state
        self.checked = self._check(self.kind, state.table, self.instead_of)
        self.changed.emit()


def _is_about(fault: Fault, path: FieldPath) -> bool:
    """Whether a fault is in this field, or in one of the three of a range."""
    return fault.path == path or (fault.path[:-1] == path and fault.path[-1] in THREE)
