"""The form over a strip drawn to scale: what is asked of the whole, the rows, and the fields of the open one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.actions import key_words
from desktop.content.own_entries import OwnKind
from desktop.look import Look
from desktop.places.library.form.editors import FieldEditor
from desktop.places.library.form.foot import FormFoot, ScaleCard, framed
from desktop.places.library.form.kinds import make_editor
from desktop.places.library.form.model import FormModel
from desktop.places.library.form.rows import EntryRows
from desktop.places.library.form.side import GroupFields, StageSide
from desktop.widgets.buttons import ActionButton
from desktop.widgets.flow import FlowLayout
from desktop.widgets.grown import keep_least_width
from desktop.widgets.scrolling import ScrollColumn, bring_into_view_soon
from desktop.widgets.touch import let_fingers_scroll
from desktop.widgets.words import Words
from formats.language import Message, tr
from formats.structures.fields import FieldPath
from formats.structures.form_fields import (
    LINE_ROW,
    STAGE_ROW,
    Ask,
    line_fields,
    opener_groups,
    structure_groups,
)
from formats.structures.form_table import Written

SIDE, ROOMY, LOW = 380, 1180, 620
"""Pixels at usual text: how wide the side is, from which width it stands beside, where the strip is pinned."""
WIDE = {Ask.LINE: 300, Ask.CHOICE: 220, Ask.CHOICES: 300}
ADD = {OwnKind.STRUCTURE: Message("Add a stage"), OwnKind.OPENER: Message("Add a line")}
NEW_ROW: dict[OwnKind, Written] = {
    OwnKind.STRUCTURE: {"title": "", "minutes": 5, "instruction": ""},
    OwnKind.OPENER: {"at": 0.5, "text": ""},
}


class EntryForm(QWidget):
    """Shows a model and changes it; it keeps nothing itself."""

    save_requested = Signal()
    leave_requested = Signal()

    def __init__(self, look: Look, model: FormModel, people: int) -> None:
        super().__init__()
        self._look, self.model = look, model
        model.setParent(self)
        groups = structure_groups() if model.kind is OwnKind.STRUCTURE else opener_groups()
        fields = STAGE_ROW if model.kind is OwnKind.STRUCTURE else (*LINE_ROW, *line_fields())
        self.head = [make_editor(look, model, field) for field in groups[0].fields]
        self.groups = [GroupFields(look, model, group) for group in groups[1:]]
        self.rows = EntryRows(look, model, fields)
        self.add = ActionButton(look, str(ADD[model.kind]), "plus", key=key_words("Ctrl+Return"))
        self.add.setObjectName("form-add")
        self.side = StageSide(look, model) if model.kind is OwnKind.STRUCTURE else None
        self.scale = ScaleCard(look, model, people)
        self.foot = FormFoot(look, model)
        self._main, self._beside = ScrollColumn(margins=(24, 16, 24, 24)), ScrollColumn(margins=(20, 8, 20, 24))
        self._shown_row = 0
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Shows what is written now."""
        for editor in self.head:
            editor.refresh()
        self.rows.refresh()
        self._show_open_row()
        for group in self.groups:
            group.refresh()
        if self.side is not None:
            self._place_side()
            self.side.refresh()
        self.scale.refresh()
        self.foot.refresh()
        let_fingers_scroll(self)

    def show_fault(self) -> None:
        """Says all that is to be mended, and goes to the first field with something that was said before."""
        if not self.model.faults:
            return
        path = (*self.model.said_faults, *self.model.faults)[0].path
        self.model.say_all()
        if path[:1] == (self.model.row_key,) and len(path) > 1:
            self.model.open_row(int(path[1]))
        editor = self.editor_of(path)
        if editor is not None:
            editor.take_keys()
            bring_into_view_soon(editor)
        else:
            self.add.setFocus()

    def editor_of(self, path: FieldPath) -> FieldEditor | None:
        """The field that a place in the tables is asked for in, where it is there now."""
        row = self.rows.open_row
        editors = [*self.head, *(one for group in self.groups for one in group.editors)]
        editors += [*(row.editors if row else ()), *(self.side.editors if self.side else ())]
        return next((one for one in editors if one.path == path or one.path == path[:-1]), None)

    def begin(self) -> None:
        """Gives the keys to the first field."""
        self.head[0].take_keys()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_side()
        self._place_scale()

    @property
    def _is_roomy(self) -> bool:
        return self.width() >= self._look.px(ROOMY)

    def _show_open_row(self) -> None:
        """Has another row that was opened in sight."""
        if self.model.row != self._shown_row and (row := self.rows.open_row) is not None:
            self._shown_row = self.model.row
            bring_into_view_soon(row.editors[0])  # with all its fields it may be higher than the window

    def _place_side(self) -> None:
        """Beside the rows, or below the one that is open; of an opener it is all that is asked about the whole."""
        roomy, column = self._is_roomy, self._beside.column
        self._beside.setVisible(roomy)
        self._beside.setFixedWidth(self._look.px(SIDE))
        if self.side is None:
            target = column if roomy else self._rest
            for group in self.groups:
                if target.indexOf(group) < 0:
                    target.addWidget(group)
        elif roomy and column.indexOf(self.side) < 0:
            column.addWidget(self.side)
        elif not roomy and (row := self.rows.open_row) is not None:
            row.put_below(self.side)

    def _place_scale(self) -> None:
        """Pinned above the foot; in a low window it scrolls with the rest."""
        if self.height() < self._look.px(LOW):
            if self._main.column.indexOf(self._scale_frame) < 0:
                self._main.column.insertWidget(1, self._scale_frame)
        elif self._pinned.indexOf(self._scale_frame) < 0:
            self._pinned.insertWidget(0, self._scale_frame)

    def _add_row(self) -> None:
        row = dict(NEW_ROW[self.model.kind])
        if self.model.kind is OwnKind.OPENER:
            row["at"] = next_moment(self.model.rows, self.model.row)
        self.rows.add_after(row)
        if (opened := self.rows.open_row) is not None:
            bring_into_view_soon(opened)

    def _connect(self) -> None:
        self.model.changed.connect(self.refresh)
        self.add.clicked.connect(self._add_row)
        self.foot.save_requested.connect(self.save_requested)
        self.foot.cancel_requested.connect(self.leave_requested)
        self.foot.fault_chosen.connect(self.show_fault)
        for keys, act in (
            ("Ctrl+Return", self._add_row),
            ("Ctrl+Enter", self._add_row),
            ("Ctrl+D", self.rows.duplicate_open),
            ("Ctrl+S", self.save_requested.emit),
            ("Ctrl+Z", self.model.undo),
            ("Ctrl+Y", self.model.redo),
            ("Ctrl+Shift+Z", self.model.redo),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _lay_out(self) -> None:
        head = QWidget()
        flow = FlowLayout(head, gap=16)
        for editor in self.head:
            keep_least_width(editor, self._look, WIDE.get(editor.field.ask, 0))
            editor.stand_beside_captions()
            flow.addWidget(editor)
        column = self._main.column
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(framed(self.rows, "card"))
        line = QWidget()
        adding = FlowLayout(line, gap=10)
        adding.addWidget(self.add)
        adding.addWidget(Words(tr("Drag, or Alt with the arrow keys, to put them in another order."), "second"))
        column.addWidget(line)
        self._rest = QVBoxLayout()
        column.addLayout(self._rest)
        if self.side is not None:
            for group in self.groups:
                self._rest.addWidget(group)
        column.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(0)
        top.addWidget(self._main, 1)
        top.addWidget(framed(self._beside, "pane"))
        self._scale_frame = framed(self.scale, "plain")
        self._pinned = QVBoxLayout()
        self._pinned.addWidget(self._scale_frame)
        self._pinned.addWidget(self.foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top, 1)
        whole.addLayout(self._pinned)


def next_moment(rows: list[Written], after: int) -> float:
    """Halfway between a line and the one after it."""
    moments = [float(at) if isinstance(at := row.get("at"), int | float) else 0.0 for row in rows]
    if not moments:
        return 0
    following = moments[after + 1] if after + 1 < len(moments) else 0.98
    return round((moments[after] + following) / 2, 3)
