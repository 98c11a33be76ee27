"""What can be done with one person: role, room, wishes, away; the same menu in Prepare and in Run."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from desktop.live.hand_edits import HandEdits
from desktop.widgets.press import connect_press
from desktop.widgets.tips import menu_text, plain_tip
from formats.language import Message, tr
from formats.session.room_wishes import Role, Wish, WishKind
from formats.session.seating.groups import group_name, word_for_all, word_of
from formats.session.seating.people_changes import RoundKey
from formats.session.seating.roles import holder, roles_of
from formats.session.session import Room, Session

WORDS = {
    Role.PRESENTER: Message("Presents"),
    Role.NOTE_TAKER: Message("Takes notes"),
    Role.TIMEKEEPER: Message("Keeps time"),
    Role.HOST: Message("Hosts"),
}
HAPPY_TO = {
    Role.PRESENTER: Message("Happy to present"),
    Role.NOTE_TAKER: Message("Happy to take notes"),
    Role.TIMEKEEPER: Message("Happy to keep time"),
    Role.HOST: Message("Happy to host a table"),
}
RATHER_NOT = {
    Role.PRESENTER: Message("Would rather not present"),
    Role.NOTE_TAKER: Message("Would rather not take notes"),
    Role.TIMEKEEPER: Message("Would rather not keep time"),
    Role.HOST: Message("Would rather not host a table"),
}
ONLINE_ICON = "globe"
ICONS = {Role.NOTE_TAKER: "pen-line", Role.TIMEKEEPER: "timer", Role.HOST: "armchair"}


MOST = 60
MOST_ROOMS = 6
"""So many rooms are offered in the menu itself, more in one of their own."""


class PersonMenu(QMenu):
    """Roles and rooms of a round where one is given, and what is wished for this person."""

    group_wish_requested = Signal(object, str)
    """Others are to be chosen for a wish: WishKind, person id."""
    departure_requested = Signal(str)
    """Someone leaves or is away: person id."""

    def __init__(self, edits: HandEdits, person: str, key: RoundKey | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edits, self._person, self._key = edits, person, key
        self.setToolTipsVisible(True)
        session = edits.session
        if session is None:
            return
        if key is not None:
            self._offer_round(session, key)
        self._offer_wishes(session)
        self.addSeparator()
        online = self.addAction(tr("Joins online"))
        online.setObjectName("joins-online")
        online.setCheckable(True)
        online.setChecked(person in session.online)
        online.triggered.connect(self._mark_online)
        self.addAction(tr("Left") if session.begun else tr("Away today")).triggered.connect(self._leave)

    def _offer_round(self, session: Session, key: RoundKey) -> None:
        rooms = next((r.rooms for r in session.rooms if (r.part, r.round) == key), ())
        here = next((room for room in rooms if self._person in room.people), None)
        part = session.agenda.part(key[0])
        for role in (roles_of(part) if part else ()) or (Role.PRESENTER,):
            action = self.addAction(str(WORDS[role]))
            action.setCheckable(True)
            action.setChecked(here is not None and holder(here, role) == self._person)
            connect_press(action, self._take_role, role)
        self.addSeparator()
        # Many rooms would make a menu that is higher than the screen.
        menu = self.addMenu(tr("Move to")) if len(rooms) > MOST_ROOMS else self
        for room in rooms:
            if room is not here:
                self._offer_room(menu, room, key)
        if here is not None:
            lock = self.addAction(menu_text(tr("Keep {room} as it is", room=group_name(word_of(part), here))))
            lock.setCheckable(True)
            lock.setChecked(here.locked)
            connect_press(lock, self._lock, here.number)
        self.addSeparator()

    def _offer_room(self, menu: QMenu, room: Room, key: RoundKey) -> None:
        session = self._edits.session
        name = group_name(word_of(session.agenda.part(key[0]) if session else None), room)
        against = self._edits.rooms.objections(key, self._person, room.number, count_repeats=False)
        action = menu.addAction(menu_text(tr("Move to {room}", room=name)))
        if against:
            action.setText(
                menu_text(tr("Move to {room}  ({objection})", room=name, objection=self._shorten(against)))
            )
            action.setToolTip(plain_tip(against))
        connect_press(action, self._move, room.number)

    def _offer_wishes(self, session: Session) -> None:
        wishes = self.addMenu(tr("Wishes"))
        for kind, words in (
            (WishKind.APART, tr("Keep apart from…")),
            (WishKind.TOGETHER, tr("Keep together with…")),
        ):
            action = wishes.addAction(words)
            connect_press(action, self._ask_group, kind)
        word = word_for_all(session)
        most = max((len(r.rooms) for r in session.rooms), default=0)
        self._offer_each(
            wishes.addMenu(tr("Stays in")),
            [(group_name(word, n), Wish(WishKind.STAYS, (self._person,), n)) for n in range(1, most + 1)],
            session,
        )
        misses = [
            (
                tr("{part}, round {round}", part=part.title, round=n),
                Wish(WishKind.MISSES, (self._person,), n, part.id),
            )
            for part in session.agenda.structures
            for n in range(1, part.rounds + 1)
        ]
        self._offer_each(wishes.addMenu(tr("Not here in")), misses, session)
        wishes.addSeparator()
        roles = dict.fromkeys(role for part in session.agenda.structures for role in roles_of(part))
        for kind, said in ((WishKind.OFFERS, HAPPY_TO), (WishKind.DECLINES, RATHER_NOT)):
            offered = [(str(said[role]), Wish(kind, (self._person,), role=role)) for role in roles]
            self._offer_each(wishes, offered, session)
        wishes.setEnabled(True)

    def _offer_each(self, menu: QMenu, offered: list[tuple[str, Wish]], session: Session) -> None:
        menu.setEnabled(bool(offered))
        for words, wish in offered:
            action = menu.addAction(menu_text(words))
            action.setCheckable(True)
            kept = wish in session.wishes.wishes
            action.setChecked(kept)
            connect_press(action, self._edits.wishes.drop if kept else self._edits.wishes.keep, wish)

    def _ask_group(self, kind: WishKind) -> None:
        self.group_wish_requested.emit(kind, self._person)

    def _take_role(self, role: Role) -> None:
        if self._key is not None:
            self._edits.rooms.take_role(self._key, self._person, role)

    def _move(self, number: int) -> None:
        if self._key is not None:
            self._edits.rooms.move(self._key, self._person, number)

    def _lock(self, number: int) -> None:
        if self._key is not None:
            self._edits.rooms.lock_room(self._key, number)

    def _mark_online(self, online: bool) -> None:
        session = self._edits.session
        if session is not None and (person := session.person(self._person)) is not None:
            self._edits.people.mark_online(person, online=online)

    def _leave(self) -> None:
        self.departure_requested.emit(self._person)

    def _shorten(self, sentence: str) -> str:
        """As much of why not as leaves the menu on its screen; all of it stands in the tip."""
        room = min(self.screen().availableGeometry().width() // 2, self.fontMetrics().averageCharWidth() * MOST)
        first = sentence.split(". ")[0].rstrip(".")
        return self.fontMetrics().elidedText(first, Qt.TextElideMode.ElideRight, room)
