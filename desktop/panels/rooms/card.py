"""One room of a round: who sits in it, and who presents."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
)

from desktop.look import Look
from desktop.panels.rooms.dragging import DraggablePerson, RoomFrame
from desktop.panels.rooms.person_menu import ICONS, ONLINE_ICON, WORDS
from desktop.widgets.icons import paint_icon
from desktop.widgets.press import connect_press
from desktop.widgets.sides import mirror_of
from desktop.widgets.tips import plain_tip
from desktop.widgets.words import Words
from desktop.wording import name_order
from formats.language import Message, tr
from formats.session.room_wishes import Role
from formats.session.seating.groups import ROOM, group_name
from formats.session.seating.roles import roles_held
from formats.session.session import Room
from formats.session.sorting import Key
from formats.session.wording import join_list, within_sentence

SMALLEST_TARGET = 24
ICON = 13
EDGE, LINE, COLUMN_GAP = 16, 1, 12
MOST_GIVEN_NAME = 72
"""So much of a name is seen beside a role, before the role gives way."""
ROOMY = 400
"""Until it is known how wide a card is."""
# For translators: whoever brings the challenge, in most structures
USUAL_PRESENTER = Message("presenter")
# For translators: beside a name: takes notes, keeps time, hosts a table
SHORT = {
    Role.NOTE_TAKER: Message("notes"),
    Role.TIMEKEEPER: Message("time"),
    Role.HOST: Message("hosts"),
}


class PersonButton(DraggablePerson):
    """A name that can be pressed; the presenter's is bold and says so."""

    def __init__(
        self, look: Look, person_id: str, name: str, role: str, others: tuple[Role, ...], round_number: int
    ) -> None:
        super().__init__(person_id, round_number)
        self._look, self._role = look, role
        self._icons = [ICONS[other] for other in others]
        self._word = str(SHORT[others[0]]) if len(others) == 1 and not role else ""
        self.setText(name)
        tasks = [str(WORDS[other]) for other in others]
        self.setAccessibleName(join_list(filter(None, (name, role, *map(within_sentence, tasks)))))
        self.setToolTip(plain_tip("\n".join((name, *tasks))))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.look_changed.connect(self.updateGeometry)

    def mark_online(self) -> None:
        """Says that this person joins online."""
        self._icons.append(ONLINE_ICON)
        self.setAccessibleName(tr("{person}, joins online", person=self.accessibleName()))

    def _font(self) -> QFont:
        return self._look.font(15, QFont.Weight.Bold if self._role else QFont.Weight.Normal)

    def sizeHint(self) -> QSize:
        """Name and role side by side."""
        words = QFontMetrics(self._font())
        return QSize(
            words.horizontalAdvance(self.text()) + self._role_width(), max(words.height() + 3, SMALLEST_TARGET)
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(40), self.sizeHint().height())

    @property
    def _has_room_for_role(self) -> bool:
        """Beside the name: bold type tells a presenter, too, and a word of a language may be long."""
        name = min(QFontMetrics(self._font()).horizontalAdvance(self.text()), self._look.px(MOST_GIVEN_NAME))
        return name + self._role_width() <= self.width()

    def _role_width(self) -> int:
        small = QFontMetrics(self._look.font(12.5, QFont.Weight.DemiBold))
        said = small.horizontalAdvance(self._role) + 8 if self._role else 0
        return said + len(self._icons) * self._look.px(ICON + 5)

    def _paint_others(self, painter: QPainter, left: int, baseline: int) -> None:
        """The other roles: their signs, and the word where there is room for it."""
        size = self._look.px(ICON)
        for icon in self._icons:
            left += self._look.px(5)
            box = QRectF(left, (self.height() - size) / 2, size, size)
            paint_icon(painter, icon, self._look.colour("ink_2"), mirror_of(self).box(box))
            left += size
        small = self._look.font(12.5)
        if self._word and left + 4 + QFontMetrics(small).horizontalAdvance(self._word) <= self.width():
            painter.setFont(small)
            painter.setPen(self._look.colour("ink_2"))
            mirror_of(self).draw_words(painter, left + 4, baseline, self._word)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or self.underMouse():
            painter.setBrush(self._look.colour("sunken"))
            painter.setPen(QPen(self._look.colour("moss"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        words = QFontMetrics(self._font())
        role = self._role if self._has_room_for_role else ""
        taken = self._role_width() if role or not self._role else len(self._icons) * self._look.px(ICON + 5)
        name = words.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - taken)
        baseline = (self.height() + words.ascent() - words.descent()) // 2
        painter.setFont(self._font())
        painter.setPen(self._look.colour("ink"))
        mirror = mirror_of(self)
        mirror.draw_words(painter, 0, baseline, name)
        if role:
            painter.setFont(self._look.font(12.5, QFont.Weight.DemiBold))
            painter.setPen(self._look.colour("moss"))
            mirror.draw_words(painter, words.horizontalAdvance(name) + 8, baseline, role)
        if self._icons:
            taken = QFontMetrics(self._look.font(12.5, QFont.Weight.DemiBold)).horizontalAdvance(role)
            after = words.horizontalAdvance(name) + (taken + 8 if role else 0)
            self._paint_others(painter, after, baseline)


class RoomCard(RoomFrame):
    """A card with the room's number, its size and its people in two columns; they can be dragged between cards."""

    person_menu_requested = Signal(str, QPoint)
    """What can be done with someone is asked for: person id, where on the screen."""

    def __init__(
        self,
        look: Look,
        room: Room,
        names: dict[str, str],
        role: str,
        word: str = ROOM,
        *,
        round_number: int = 1,
        online: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__(look, room.number, round_number)
        self.setProperty("role", "card")
        self.setObjectName(f"room-{room.number}")
        self._room, self._names, self._role, self._online = room, names, role, online
        head = QHBoxLayout()
        head.addWidget(Words(group_name(word, room), "strong"))
        head.addStretch(1)
        head.addWidget(Words(str(len(room.people)), "second"))
        self._column = QVBoxLayout(self)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(COLUMN_GAP)
        self._grid.setVerticalSpacing(1)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._arranged: tuple[int, bool] | None = None
        self._people = {person: self._button(look, person) for person in sorted(room.people, key=self._name_of)}
        self.arrange(ROOMY, narrow=False)
        column = self._column
        column.setContentsMargins(EDGE, 9, EDGE, 10)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(self._grid)
        column.addStretch(1)

    def arrange(self, width: int, *, narrow: bool) -> None:
        """Names in two columns, a long one across both; in a narrow card whoever presents comes first."""
        if (width, narrow) == self._arranged:
            return
        self._arranged = (width, narrow)
        half = (width - 2 * (EDGE + LINE) - COLUMN_GAP) // 2
        first = [self._people[who] for who in self._people if narrow and who == self._room.presenter]
        row, free = 0, -1
        for button in (*first, *(b for b in self._people.values() if b not in first)):
            if button in first or button.sizeHint().width() > half:
                self._grid.addWidget(button, row, 0, 1, 2)
            elif free >= 0:
                # Beside the last short one, though a long one may have come between.
                self._grid.addWidget(button, free, 1)
                free = -1
                continue
            else:
                self._grid.addWidget(button, row, 0)
                free = row
            row += 1
        # Qt asks the outer layout anew only when events run, and the strip wants to know now.
        self._column.invalidate()

    def set_movable(self, movable: bool) -> None:
        """Whether people can be dragged away, and others here: not where the groups are pairs within a room."""
        self.setAcceptDrops(movable)
        for button in self._people.values():
            button.set_movable(movable)

    def _button(self, look: Look, person: str) -> PersonButton:
        role = self._role_words() if person == self._room.presenter else ""
        others = tuple(one for one in roles_held(self._room, person) if one is not Role.PRESENTER)
        button = PersonButton(look, person, self._names.get(person, ""), role, others, self._round)
        button.setObjectName(person)
        if person in self._online:
            button.mark_online()
        connect_press(button, self._ask, person)
        return button

    def _role_words(self) -> str:
        if self._role in ("", USUAL_PRESENTER.text, str(USUAL_PRESENTER)):
            return tr("presents")
        return tr("is {role}", role=self._role)

    def _name_of(self, person: str) -> Key:
        return name_order(self._names.get(person, ""))

    def _ask(self, person: str) -> None:
        button = self._people[person]
        self.person_menu_requested.emit(person, button.mapToGlobal(QPoint(0, button.height())))
