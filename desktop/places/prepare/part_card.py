"""One part of the agenda as a card: its title, rounds and length, and its stages."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from PySide6.QtCore import QPoint, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.look import Look
from desktop.open_input import keep_open_input
from desktop.places.prepare.agenda_changes import StageGroup, groups_of
from desktop.places.prepare.fields import Stepper
from desktop.places.prepare.round_line import RoundLine
from desktop.places.prepare.stage_row import OnTheClock, StageRow
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.icons import paint_icon
from desktop.widgets.reorder import ReorderColumn, ReorderRow
from desktop.widgets.sides import margins_as_read
from desktop.widgets.tips import plain_tip
from desktop.widgets.words import Words
from desktop.wording import minutes
from formats.language import tr, tr_count
from formats.session.agenda import Part, PartKind, Stage, StageKey
from formats.session.seating.round_limits import most_rounds

TINTS = {PartKind.OPENING: "lake", PartKind.STRUCTURE: "moss"}
PartShape = tuple[str, str, tuple[tuple[str, bool, tuple[StageKey, ...]], ...]]
AgendaShape = tuple[PartShape, ...]
"""Of each part its id, its title, and of each group its caption, whether it is folded, and its stages."""
Clock = Mapping[StageKey, OnTheClock]


class PartIcon(QWidget):
    """The sign of a part, or another in its size."""

    def __init__(self, look: Look, name: str, role: str, size: int = 22) -> None:
        super().__init__()
        self._look, self._name, self._role, self._size = look, name, role, size
        self._resize()
        look.look_changed.connect(self._resize)

    def _resize(self) -> None:
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(self._size), self._look.px(self._size))

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
    stage_moved_out = Signal(object, int)
    """A stage over the edge of its group: StageRow, -1 or 1."""
    stage_dropped_out = Signal(object, QPoint)
    """A stage was let go beside its group: StageRow, where on the screen."""

    def __init__(self, look: Look, part: Part) -> None:
        super().__init__(look, part.title)
        self._look, self.part = look, part
        self.setObjectName(f"part-{part.id}")
        self.setProperty("role", "card")
        self.groups = groups_of(part)
        self.rows: list[StageRow] = []
        self._lists: list[ReorderColumn] = []
        self._captions: list[tuple[int, Words]] = []
        self.lines: dict[int, RoundLine] = {}
        """A line for each round that is folded, by its number."""
        self._title = Words(part.title, "strong", wrap=True)
        self._length = Words("", "second")
        self.rounds = Stepper(look, tr("rounds of {part}", part=part.title))
        self.rounds.step_requested.connect(self._step_rounds)
        self.more = ActionButton(look, "", "ellipsis", Weight.QUIET)
        self.more.setAccessibleName(tr("What can be done with {part}", part=part.title))
        self.more.setToolTip(plain_tip(tr("Move it, duplicate it, add a break after it, remove it")))
        self.more.clicked.connect(self._ask_menu)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 10)
        column.setSpacing(2)
        column.addWidget(self._header())
        for number, group in enumerate(self.groups):
            self._add_group(column, number, group)

    def show_part(self, part: Part, people: int, clock: Clock, *, editable: bool) -> None:
        """Shows the part as it is now; the stages are the same, their lengths may not be."""
        most = most_rounds(part.rooms, people) if part.rooms else 0
        self.part, self.groups = part, groups_of(part)
        self._length.setText(minutes(part.length))
        self.grip.setVisible(editable)
        self.more.setVisible(editable)
        self.rounds.setVisible(bool(part.rounds and part.last_round))
        self.rounds.set_editable(editable)
        rounds = tr_count("{count} round", "{count} rounds", part.rounds)
        self.rounds.show_count(rounds, less=part.rounds > 1, more=part.rounds < most)
        stages = [(group, stage) for group in self.groups for stage in group.stages]
        for (group, stage), row in zip(stages, self.rows, strict=True):
            row.show_stage(group, stage, clock[stage.key], editable=editable)
        for number, words in self._captions:
            group = self.groups[number]
            words.setText(group_words(part, group))
        for group in self.groups:
            if group.folded and (line := self.lines.get(group.rounds[0])) is not None:
                line.show_round(clock[group.stages[0].key], minutes(length_of(group.stages)))

    def _header(self) -> QWidget:
        header = QWidget()
        row = QHBoxLayout(header)
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(8)
        icon = PartIcon(self._look, self.part.icon or "circle", TINTS.get(self.part.kind, "ink_2"))
        row.addWidget(self.grip)
        row.addWidget(icon)
        row.addWidget(self._title, 1)
        row.addWidget(self.rounds)
        row.addWidget(self._length)
        row.addWidget(self.more)
        return header

    def _add_group(self, column: QVBoxLayout, number: int, group: StageGroup) -> None:
        stages = ReorderColumn(self._look)
        if group.folded:
            self._add_line(column, group, stages)
        elif group.caption:
            caption = Words(group.caption, "caption")
            caption.setContentsMargins(margins_as_read(self._look.px(36), 8, 0, 2))
            self._captions.append((number, caption))
            column.addWidget(caption)
        stages.row_moved.connect(self._move_stage)
        stages.row_moved_out.connect(self.stage_moved_out)
        stages.row_dropped_out.connect(self.stage_dropped_out)
        for stage in group.stages:
            row = StageRow(self._look, group, stage)
            stages.add(row)
            self.rows.append(row)
        self._lists.append(stages)
        column.addWidget(stages)

    def _add_line(self, column: QVBoxLayout, group: StageGroup, stages: ReorderColumn) -> None:
        """A round like the first takes one line; what a break in it divides unfolds together."""
        number = group.rounds[0]
        if number not in self.lines:
            self.lines[number] = RoundLine(self._look, number)
            column.addWidget(self.lines[number])
        self.lines[number].unfolds(stages)

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
            tuple((g.caption, g.folded, tuple(s.key for s in g.stages)) for g in groups_of(part)),
        )
        for part in parts
    )


def length_of(stages: Sequence[Stage]) -> timedelta:
    """How long stages take together."""
    return sum((stage.length for stage in stages), timedelta())


def group_words(part: Part, group: StageGroup) -> str:
    """What stands above a group: a round says how long it is."""
    number = group.rounds[0]
    if not group.stages[0].repeats:
        return group.caption
    whole = [stage for stage in part.stages if stage.repeats and stage.key.round == number]
    return f"{group.caption}, {minutes(length_of(whole))}"
