"""The rooms of one round: who sits where, who presents; people can be dragged from room to room."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desktop.look import Look
from desktop.panels.rooms.dragging import RoomFrame
from desktop.places.prepare.person_chip import PersonChip
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.flow import FlowLayout
from desktop.widgets.sides import margins_as_read
from desktop.widgets.tips import plain_tip
from desktop.widgets.words import Words
from desktop.wording import name_order
from formats.language import Message, tr
from formats.session.group_words import PAIR, ROOM
from formats.session.people import Person
from formats.session.seating.groups import group_name
from formats.session.seating.roles import roles_held
from formats.session.session import Room, RoundRooms

ROOM_WIDTH = 190
LABEL_WIDTH = 84
EDGES, SPACE = 40, 4


class RoomCell(RoomFrame):
    """One room of a round in Prepare, as a cell of its card."""

    def __init__(self, look: Look, number: int, round_number: int, word: str = ROOM) -> None:
        super().__init__(look, number, round_number)
        self.seats: tuple[str, ...] = ()
        self._word, self._locked = word, False
        self.setObjectName(f"room-{number}-{round_number}")
        self.setAccessibleName(group_name(word, number))
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(4)
        self._caption = Words(group_name(word, number), "caption")
        column.addWidget(self._caption)
        self.people = QWidget()
        self.flow = FlowLayout(self.people, gap=4)
        self.pairs: tuple[Room, ...] = ()
        self._frames: list[QFrame] = []
        column.addWidget(self.people)
        column.addStretch(1)
        self._nobody = Words(tr("Nobody yet"), "label")
        self.flow.addWidget(self._nobody)

    def show_locked(self, locked: bool) -> None:
        """Says whether this room stays as it is."""
        self._locked = locked
        room = self.accessibleName()
        self._caption.setText(tr("{room}, kept as it is", room=room) if locked else room)

    def seat(self, seats: tuple[str, ...], chips: Sequence[PersonChip], pairs: tuple[Room, ...] = ()) -> None:
        """Has these people in it, in this order, each pair in a frame; chips of others go where they sit now."""
        self.seats, self.pairs = seats, pairs
        self.setAccessibleName(group_name(self._word, Room(self.number, seats)))  # three of a pair are a trio
        self.show_locked(self._locked)
        self._nobody.setVisible(not chips)
        old, self._frames = self._frames, [self._pair_frame(pair) for pair in pairs]
        for chip in chips:
            chip.setParent(None)  # which takes it out of the layout it was in
            self._holder_of(chip.person_id).addWidget(chip)
        for frame in old:
            self.flow.removeWidget(frame)
            frame.deleteLater()

    def _holder_of(self, person_id: str) -> QLayout:
        """The frame of their pair, or the room itself; a chip that comes in leaves the place it had."""
        for frame, pair in zip(self._frames, self.pairs, strict=True):
            if person_id in pair.people and (layout := frame.layout()) is not None:
                return layout
        return self.flow

    def _pair_frame(self, pair: Room) -> QFrame:
        """What holds a pair together."""
        frame = QFrame()
        frame.setProperty("role", "pair")
        frame.setObjectName(f"pair-{pair.number}-{self._round}")
        frame.setAccessibleName(group_name(PAIR, pair))
        frame.setToolTip(plain_tip(group_name(PAIR, pair)))
        column = QVBoxLayout(frame)
        column.setContentsMargins(3, 3, 3, 3)
        column.setSpacing(3)
        self.flow.addWidget(frame)
        return frame


class RoundCard(QFrame):
    """A round with as many rooms side by side as there is space for."""

    person_moved = Signal(int, str, int)
    """Someone is to go to another room: round, person id, room number."""
    person_hovered = Signal(int, str, int)
    """Someone is held over a room: round, person id or "", room number."""
    person_menu_requested = Signal(int, str)
    """What can be done with someone is asked for: round, person id."""
    lock_requested = Signal(int, bool)

    def __init__(self, look: Look, number: int, title: str, word: str = ROOM) -> None:
        super().__init__()
        self._look, self.number, self._word = look, number, word
        self.setProperty("role", "card")
        self.setObjectName(f"round-{number}")
        self._rooms: tuple[Room, ...] = ()
        self.cells: list[RoomCell] = []
        self._chips: dict[str, PersonChip] = {}
        self._pairs: Mapping[int, tuple[Room, ...]] = {}
        self._columns = 0
        self._title = Words(title, "strong", wrap=True)
        self.lock = ActionButton(look, "", "lock-open", Weight.QUIET)
        self.lock.setCheckable(True)
        self.lock.setObjectName(f"lock-{number}")
        self.lock.clicked.connect(self._lock)
        label = QVBoxLayout()
        label.addWidget(self._title)
        label.addWidget(self.lock, 0, Qt.AlignmentFlag.AlignLeft)
        label.addStretch(1)
        self._grid = QGridLayout()
        self._grid.setSpacing(SPACE)
        row = QHBoxLayout(self)
        row.setContentsMargins(margins_as_read(14, 8, 8, 8))
        row.setSpacing(8)
        row.addLayout(label)
        row.addLayout(self._grid, 1)
        self._resize()
        look.look_changed.connect(self._resize)

    def show_rooms(
        self,
        rounds: RoundRooms,
        people: Mapping[str, Person],
        short: Mapping[str, str],
        *,
        editable: bool,
        pairs: Mapping[int, tuple[Room, ...]] | None = None,
        online: frozenset[str] = frozenset(),
    ) -> None:
        """Shows who sits where, and in `pairs` of each room where a structure has them."""
        self._show_lock(rounds.locked, editable=editable)
        self._pairs = pairs or {}
        if not self.shows(rounds):
            self._rooms = rounds.rooms
            self._fill(people, short)
        for chip in self._chips.values():
            chip.setEnabled(editable)
            chip.show_online(chip.person_id in online)

    def shows(self, rounds: RoundRooms) -> bool:
        """Whether these rooms are on it already."""
        return bool(self.cells) and self._rooms == rounds.rooms

    def minimumSizeHint(self) -> QSize:
        """As wide as one room: as many as there are side by side now hold nothing open."""
        one = self._look.px(LABEL_WIDTH) + EDGES + self._room_width
        least = super().minimumSizeHint()
        return QSize(min(least.width(), one), least.height())

    @property
    def _room_width(self) -> int:
        widest = max((cell.minimumSizeHint().width() for cell in self.cells), default=0)
        return max(self._look.px(ROOM_WIDTH), widest + SPACE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _fill(self, people: Mapping[str, Person], short: Mapping[str, str]) -> None:
        if [cell.number for cell in self.cells] != [room.number for room in self._rooms]:
            self._build_cells()
        focused = next((chip for chip in self._chips.values() if chip.hasFocus()), None)
        here = {person_id for room in self._rooms for person_id in room.people}
        for gone in self._chips.keys() - here:
            chip = self._chips.pop(gone)
            chip.setParent(None)
            chip.deleteLater()
        for cell, room in zip(self.cells, self._rooms, strict=True):
            seats = tuple(_sort_by_name(room.people, short))
            cell.show_locked(room.locked)
            pairs = self._pairs.get(room.number, ())
            if (cell.seats, cell.pairs) != (seats, pairs):
                cell.seat(seats, [self._chip(people.get(p), p, short) for p in seats], pairs)
            for person_id in seats:
                self._chips[person_id].show_roles(roles_held(room, person_id))
        if focused is not None and focused.person_id in here:
            focused.setFocus()  # a widget that gets another parent loses it

    def _build_cells(self) -> None:
        for cell in self.cells:
            self._grid.removeWidget(cell)
            cell.setParent(None)
            cell.deleteLater()
        self._chips, self._columns = {}, 0
        self.cells = [RoomCell(self._look, room.number, self.number, self._word) for room in self._rooms]
        for cell in self.cells:
            cell.person_dropped.connect(self._drop)
            cell.person_hovered.connect(self._hover)
        self._arrange()

    def _chip(self, person: Person | None, person_id: str, short: Mapping[str, str]) -> PersonChip:
        """The chip of someone, which stays the same while they go from room to room."""
        if person_id not in self._chips:
            full = person.name if person else tr("Someone")
            chip = PersonChip(self._look, person_id, short.get(person_id, full), full, self.number)
            chip.person_menu_requested.connect(self._ask)
            self._chips[person_id] = chip
        return self._chips[person_id]

    def _arrange(self) -> None:
        """As many columns as fit, and no more rooms in a line than make the lines even."""
        most = max(1, (self.width() - self._look.px(LABEL_WIDTH) - EDGES) // self._room_width)
        count = len(self.cells)
        lines = -(-count // most) if count else 1
        columns = max(1, -(-count // lines))
        if columns == self._columns:
            return
        self._columns = columns
        for place, cell in enumerate(self.cells):
            self._grid.addWidget(cell, place // columns, place % columns)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _show_lock(self, locked: bool, *, editable: bool) -> None:
        act = Message("Unlock round {number}") if locked else Message("Lock round {number}")
        self.lock.show_as("", "lock" if locked else "lock-open")
        self.lock.setChecked(locked)
        self.lock.setAccessibleName(act.filled(number=self.number))
        why = tr("{act}: locked rounds do not change when rooms are planned", act=self.lock.accessibleName())
        self.lock.setToolTip(plain_tip(why))
        self.lock.setVisible(editable)

    def _resize(self) -> None:
        self._title.setFixedWidth(self._look.px(LABEL_WIDTH))

    def _lock(self, on: bool) -> None:
        self.lock_requested.emit(self.number, on)

    def _drop(self, person_id: str, room: int) -> None:
        self.person_moved.emit(self.number, person_id, room)

    def _hover(self, person_id: str, room: int) -> None:
        self.person_hovered.emit(self.number, person_id, room)

    def _ask(self, person_id: str) -> None:
        self.person_menu_requested.emit(self.number, person_id)


def _sort_by_name(ids: Sequence[str], short: Mapping[str, str]) -> list[str]:
    return sorted(ids, key=lambda person_id: name_order(short.get(person_id, "")))
