"""One part of the agenda as a card: its title, rounds and length, and its stages."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.look import Look
from desktop.open_input import keep_open_input
from desktop.places.prepare.agenda_changes import StageGroup, groups_of
from desktop.places.prepare.fields import Stepper
from desktop.places.prepare.stage_row import StageRow
from desktop.widgets.icons import paint_icon
from desktop.widgets.reorder import ReorderColumn, ReorderRow
from desktop.widgets.words import Words
from desktop.wording import minutes
from formats.session.agenda import Part, PartKind, StageKey
from formats.session.seating.round_limits import most_rounds
from formats.session.wording import counted_noun

TINTS = {PartKind.OPENING: "lake", PartKind.STRUCTURE: "moss"}
PartShape = tuple[str, str, tuple[tuple[str, tuple[StageKey, ...]], ...]]
AgendaShape = tuple[PartShape, ...]
"""Of each part its id, its title, and the keys of the stages under each caption."""


class PartIcon(QWidget):
    """The sign of a part."""

    def __init__(self, look: Look, name: str, role: str) -> None:
        super().__init__()
        self._look, self._name, self._role = look, name, role
        self.setFixedSize(look.px(22), look.px(22))

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(22), self._look.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_icon(painter, self._name, self._look.colour(self._role), QRectF(self.rect()))


class PartCard(ReorderRow):
    """A part with its stages; it tells what is asked for and changes nothing itself."""

    rounds_requested = Signal(object, int)
    """Another number of rounds: Part, int."""
    stage_moved = Signal(object, object, int, int)
    """A stage to another place of its group: Part, StageGroup, from, to."""

    def __init__(self, look: Look, part: Part) -> None:
        super().__init__(look, part.title)
        self._look, self.part = look, part
        self.setObjectName(f"part-{part.id}")
        self.setProperty("role", "card")
        self.groups = groups_of(part)
        self.rows: list[StageRow] = []
        self._lists: list[ReorderColumn] = []
        self._title = Words(part.title, "strong", wrap=True)
        self._length = Words("", "second")
        self.rounds = Stepper(look, f"rounds of {part.title}")
        self.rounds.step_requested.connect(self._step_rounds)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 10)
        column.setSpacing(2)
        column.addWidget(self._header())
        for group in self.groups:
            self._add_group(column, group)

    def show_part(self, part: Part, people: int, *, editable: bool) -> None:
        """Shows the part as it is now; the stages are the same, their lengths may not be."""
        most = most_rounds(part.rooms, people) if part.rooms else 0
        self.part, self.groups = part, groups_of(part)
        self._length.setText(minutes(part.length))
        self.grip.setVisible(editable)
        self.rounds.setVisible(bool(part.rounds and part.last_round))
        self.rounds.set_editable(editable)
        self.rounds.show_count(counted_noun(part.rounds, "round"), less=part.rounds > 1, more=part.rounds < most)
        stages = [(group, stage) for group in self.groups for stage in group.stages]
        for (group, stage), row in zip(stages, self.rows, strict=True):
            row.show_stage(group, stage, editable=editable)

    def _header(self) -> QWidget:
        header = QWidget()
        row = QHBoxLayout(header)
        row.setContentsMargins(4, 0, 8, 0)
        row.setSpacing(8)
        icon = PartIcon(self._look, self.part.icon or "circle", TINTS.get(self.part.kind, "ink_2"))
        row.addWidget(self.grip)
        row.addWidget(icon)
        row.addWidget(self._title, 1)
        row.addWidget(self.rounds)
        row.addWidget(self._length)
        return header

    def _add_group(self, column: QVBoxLayout, group: StageGroup) -> None:
        if group.caption:
            caption = Words(group.caption, "caption")
            caption.setContentsMargins(self._look.px(36), 8, 0, 2)
            column.addWidget(caption)
        stages = ReorderColumn(self._look)
        stages.row_moved.connect(self._move_stage)
        for stage in group.stages:
            row = StageRow(self._look, group, stage)
            stages.add(row)
            self.rows.append(row)
        self._lists.append(stages)
        column.addWidget(stages)

    def _move_stage(self, stages: ReorderColumn, start: int, end: int) -> None:
        self.stage_moved.emit(self.part, self.groups[self._lists.index(stages)], start, end)

    def _step_rounds(self, by: int) -> None:
        keep_open_input()
        self.rounds_requested.emit(self.part, self.part.rounds + by)


def shape_of(parts: Sequence[Part]) -> AgendaShape:
    """What has to be built anew when it changes; lengths and wording alone do not."""
    return tuple(
        (
            part.id,
            part.title,
            tuple((group.caption, tuple(s.key for s in group.stages)) for group in groups_of(part)),
        )
        for part in parts
    )
