"""The rooms of this round, or of the next one while the whole group is together."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.look import Look
from desktop.panels.rooms.card import RoomCard
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.words import Words
from formats.language import Message, tr
from formats.session.agenda import StageKey
from formats.session.clock import Phase, Reading
from formats.session.group_words import CIRCLE, PAIR, ROOM, SEVERAL, STATION, TABLE, TEAM, WHOLE_ROOM
from formats.session.people import Person, short_names
from formats.session.seating.groups import Groups, groups_in, is_in_groups, word_of
from formats.session.session import Session
from formats.session.wording import within_sentence

CARD_WIDTH = 176
NARROW = 236
"""Below this a presenter's name and role take a line of their own."""
TALLEST, TALLEST_WITH_LARGE_TEXT = 0.26, 0.2
"""Of the window: the rest belongs to the clock, and further rooms scroll."""
GAP = 12


GROUPS_FOR = {
    ROOM: Message("Rooms for {part}"),
    PAIR: Message("Pairs for {part}"),
    TABLE: Message("Tables for {part}"),
    STATION: Message("Stations for {part}"),
    CIRCLE: Message("Circles for {part}"),
    TEAM: Message("Teams for {part}"),
    WHOLE_ROOM: Message("Whole rooms for {part}"),
}


def rooms_to_show(session: Session, reading: Reading) -> tuple[str, StageKey | None]:
    """Which stage's groups are of use now, and how they are announced ("" for the stage of the moment)."""
    stage = reading.stage
    if reading.phase is Phase.FINISHED or stage is None:
        return "", None
    if session.rooms_in(stage.key) and is_in_groups(stage):
        return "", stage.key
    coming = next((s for s in reading.following if session.rooms_in(s.key) and is_in_groups(s)), None)
    part = reading.position.agenda.part(coming.key.part) if coming else None
    if coming is None or part is None:
        return "", None
    if coming.key.part == stage.key.part and coming.grouping != "room":
        now = tr("Alone") if stage.grouping == "alone" else tr("All together")
        # For translators: "Alone. Next, pairs"
        then = tr("{now}. Next, {stage}", now=now, stage=within_sentence(coming.label))
        return then, coming.key
    groups = GROUPS_FOR[word_of(part)].filled(part=part.title)
    many = part.rounds > 1
    # For translators: "Rooms for Troika Consulting, round 2"
    return tr("{groups}, round {round}", groups=groups, round=coming.key.round) if many else groups, coming.key


def groups_to_show(session: Session, reading: Reading, key: StageKey | None) -> Groups:
    """The groups of a stage that `rooms_to_show` named."""
    agenda = reading.position.agenda
    return groups_in(session, agenda.part(key.part), agenda.stage(key)) if key else Groups(ROOM, ())


class RoomsStrip(QWidget):
    """Cards side by side; many rooms go into further rows that scroll."""

    person_menu_requested = Signal(object, str, QPoint)
    """What can be done with someone is asked for: RoundKey, person id, where on the screen."""
    person_moved = Signal(object, str, int)
    """Someone is to go to another room: RoundKey, person id, room number."""
    person_hovered = Signal(object, str, int)
    """Someone is held over a room: RoundKey, person id or "", room number."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rooms-strip")
        self._look = look
        self._shown: tuple[str, StageKey | None, Groups, tuple[Person, ...], str, frozenset[str]] | None = None
        self._key: StageKey | None = None
        self._cards: list[RoomCard] = []
        self._words = ""
        self._columns = 0
        self._arranged_for = 0
        self._foldable = self._opened = self._away = False
        self._heading = Words("", "caption")
        self._fold = ActionButton(look, "", "chevron-down", Weight.QUIET, icon_last=True)
        self._fold.setObjectName("show-rooms")
        self._fold.clicked.connect(self._open_or_fold)
        self._fold.hide()
        inner = QWidget()
        inner.setObjectName("scrolled")
        self._grid = QGridLayout(inner)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._heading)
        column.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._scroll)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.look_changed.connect(self._arrange)

    def show_reading(self, session: Session, reading: Reading) -> None:
        """Shows the rooms that are of use now; nothing where there are none."""
        heading, key = rooms_to_show(session, reading)
        groups = groups_to_show(session, reading, key)
        rooms = groups.rooms
        part = reading.position.agenda.part(key.part) if key else None
        role = part.rooms.presenter if part and part.rooms else ""
        shown = (heading, key, groups, session.people, role, session.online)
        if shown == self._shown:
            return
        self._shown, self._key = shown, key
        self._heading.setText(heading)
        self._words = heading or str(SEVERAL[groups.word])
        self._fill(groups, short_names(session.people), role, session.online)
        for card in self._cards:
            card.set_movable(key is not None and groups.rooms == session.rooms_in(key))
        self._show_fold()
        self.setVisible(bool(rooms) and not self._away)

    def set_foldable(self, foldable: bool) -> None:
        """Folds the cards to one line that opens them, where the window has not the room for all."""
        if foldable != self._foldable:
            self._foldable, self._opened = foldable, False
            self._show_fold()

    @property
    def has_rooms(self) -> bool:
        """Whether there are rooms that are of use now, in view or not."""
        return bool(self._cards)

    def set_away(self, away: bool) -> None:
        """Is not in view at all, where something else is needed more."""
        self._away = away
        self.setVisible(self.has_rooms and not away)

    def _open_or_fold(self) -> None:
        self._opened = not self._opened
        self._show_fold()

    def _show_fold(self) -> None:
        self._fold.show_as(self._words, "chevron-up" if self._opened else "chevron-down")
        groups = within_sentence(self._words)
        self._fold.setAccessibleName(
            tr("Hide {groups}", groups=groups) if self._opened else tr("Show {groups}", groups=groups)
        )
        self._fold.setVisible(self._foldable)
        self._heading.setVisible(bool(self._heading.text()) and not self._foldable)
        self._scroll.setVisible(self._opened or not self._foldable)
        self.updateGeometry()

    def height_when(self, foldable: bool) -> int:
        """As high as the cards, up to a quarter of the window; one line where they are folded."""
        fold = self._fold.sizeHint().height() if foldable else 0
        if foldable and not (self._foldable and self._opened):
            return fold
        heading = self._heading.sizeHint().height() + 6 if self._heading.text() else 0
        share = TALLEST if self._look.scale < 1.5 else TALLEST_WITH_LARGE_TEXT
        tallest = round(self.window().height() * share)
        return (fold + 6 if fold else heading) + min(self._cards_height(), max(tallest, 110))

    def sizeHint(self) -> QSize:
        """Its height as it is now."""
        return QSize(400, self.height_when(self._foldable))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._columns and (self._columns_that_fit(), self.width()) != (self._columns, self._arranged_for):
            self._arrange()

    def _fill(self, groups: Groups, names: dict[str, str], role: str, online: frozenset[str]) -> None:
        for card in self._cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        number = self._key.round if self._key else 1
        self._cards = [
            RoomCard(self._look, room, names, role, groups.word, round_number=number, online=online)
            for room in groups.rooms
        ]
        for card in self._cards:
            card.person_menu_requested.connect(self._pass_on)
            card.person_dropped.connect(self._pass_on_move)
            card.person_hovered.connect(self._pass_on_hover)
        self._arrange()

    def _cards_height(self) -> int:
        """Asked of the cards, for a layout knows nothing of widgets that are still to be shown."""
        rows = -(-len(self._cards) // max(self._columns, 1))
        tallest = max((card.sizeHint().height() for card in self._cards), default=0)
        return rows * tallest + max(rows - 1, 0) * GAP

    def _columns_that_fit(self) -> int:
        wide = self._look.px(CARD_WIDTH) + GAP
        return max(1, min(len(self._cards), (self.width() + GAP) // wide))

    def _card_width(self) -> int:
        return (self.width() - GAP * (self._columns - 1)) // self._columns

    def _arrange(self) -> None:
        self._columns = self._columns_that_fit()
        self._arranged_for, width = self.width(), self._card_width()
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        for place, card in enumerate(self._cards):
            card.arrange(width, narrow=width < self._look.px(NARROW))
            self._grid.addWidget(card, place // self._columns, place % self._columns)
            self._grid.setColumnStretch(place % self._columns, 1)
            card.show()
        self.updateGeometry()

    def _pass_on(self, person: str, where: QPoint) -> None:
        if self._key is not None:
            self.person_menu_requested.emit((self._key.part, self._key.round), person, where)

    def _pass_on_move(self, person: str, room: int) -> None:
        if self._key is not None:
            self.person_moved.emit((self._key.part, self._key.round), person, room)

    def _pass_on_hover(self, person: str, room: int) -> None:
        if self._key is not None:
            self.person_hovered.emit((self._key.part, self._key.round), person, room)
