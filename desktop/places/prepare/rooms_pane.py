"""The rooms of every round: their facts, who sits where, and what can be done about it."""

from dataclasses import replace

from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from desktop.catalogue import Catalogue
from desktop.look import Look
from desktop.places.prepare.agenda_changes import with_room_size
from desktop.places.prepare.planner import RoomPlanner, rounds_open
from desktop.places.prepare.room_facts import RoomFacts
from desktop.places.prepare.round_card import RoundCard
from desktop.runner import SessionRunner
from desktop.widgets.buttons import ActionButton
from desktop.widgets.chips import Chip
from desktop.widgets.flow import FlowLayout
from desktop.widgets.scrolling import emptied
from desktop.widgets.words import Words
from formats.session import people_changes as change
from formats.session.agenda import Part
from formats.session.people import short_names
from formats.session.people_changes import RoundKey
from formats.session.session import Room, RoundRooms, Session
from formats.session.wishes import Role

MIXABLE = "The people have changed. Shuffle plans the rounds that are not locked afresh."


class RoomsPane(QWidget):
    """Rooms of one structure at a time; a session with more of them has a chip for each."""

    def __init__(self, look: Look, runner: SessionRunner, catalogue: Catalogue, planner: RoomPlanner) -> None:
        super().__init__()
        self._look, self._runner, self._catalogue, self._planner = look, runner, catalogue, planner
        self._part_id = ""
        self._shape: object = None
        self.cards: dict[int, RoundCard] = {}
        self.facts = RoomFacts(look)
        self.said = Words("", "second", wrap=True)
        self.said.setObjectName("rooms-sentence")
        self.shuffle = ActionButton(look, "Shuffle", "shuffle")
        self.shuffle.setObjectName("shuffle")
        self._choice = QWidget()
        self._choices = FlowLayout(self._choice, gap=6)
        self._rounds = QVBoxLayout()
        self._rounds.setSpacing(8)
        acts = QWidget()
        acts_row = FlowLayout(acts)
        acts_row.addWidget(self.shuffle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._choice, self.facts, self.said):
            column.addWidget(widget)
        column.addLayout(self._rounds)
        column.addWidget(acts)
        self._acts = acts
        self.facts.size_wanted.connect(self._set_size)
        self.facts.apart_wanted.connect(self._set_apart)
        self.shuffle.clicked.connect(planner.shuffle)
        planner.told.connect(self.show_rooms)
        runner.opened.connect(self.show_rooms)
        runner.changed.connect(self.show_rooms)
        self.show_rooms()

    def show_rooms(self, _session: object = None) -> None:
        """Shows the rooms as they are now."""
        session = self._planner.session
        parts = [part for part in session.agenda.structures if part.rooms] if session else []
        part = next((part for part in parts if part.id == self._part_id), parts[0] if parts else None)
        for widget in (self.facts, self._acts):
            widget.setVisible(part is not None)
        self._choice.setVisible(len(parts) > 1)
        if session is None or part is None:
            self._clear()
            self._say("Rooms appear here once the agenda has a structure." if session else "")
            return
        self._part_id = part.id
        self._show_choices(parts)
        planned = not session.events
        self.facts.show_part(session, part, self._planner.quality.get(part.id), editable=planned)
        self._acts.setVisible(planned and bool(session.present))
        self._show_rounds(session, part)
        self._say(self._sentence(session, part))

    def _sentence(self, session: Session, part: Part) -> str:
        if not session.present:
            return "Paste names or import a list, and rooms appear here."
        if self._planner.sentence:
            return self._planner.sentence
        if self._planner.can_mix:
            return MIXABLE
        structure = self._catalogue.structure(part.structure)
        sizes = {len(room.people) for r in session.rooms if r.part == part.id for room in r.rooms}
        unusual = part.rooms is not None and structure is not None and sizes - {structure.sizes.usual, 0}
        return structure.size_note if unusual and structure else ""

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.said.set_role("warning" if sentence and sentence == self._planner.sentence else "second")
        self.said.setVisible(bool(sentence))

    def _show_choices(self, parts: list[Part]) -> None:
        titles = [part.title for part in parts]
        chips = [self._choices.itemAt(i).widget() for i in range(self._choices.count())]  # type: ignore[union-attr]
        if [chip.accessibleName() for chip in chips if chip] != titles:
            emptied(self._choices)  # type: ignore[arg-type]  # any layout empties the same way
            for part in parts:
                chip = Chip(self._look, part.title, choice=True)
                chip.setObjectName(part.id)
                chip.clicked.connect(self._choose_part)
                self._choices.addWidget(chip)
        for chip in self._choice.findChildren(Chip):
            chip.setChecked(chip.objectName() == self._part_id)

    def _choose_part(self) -> None:
        self._part_id = self.sender().objectName()
        self.show_rooms()

    def _clear(self) -> None:
        emptied(self._rounds)
        self.cards, self._shape = {}, None

    def _show_rounds(self, session: Session, part: Part) -> None:
        rounds = {r.round: r for r in session.rooms if r.part == part.id and r.round <= part.rounds}
        names = tuple((p.id, p.name) for p in session.people)
        shape = (part.id, tuple(rounds), names)
        if shape != self._shape:
            self._clear()
            self._shape = shape
            for number in sorted(rounds):
                self._add_card(number)
        people, short = {p.id: p for p in session.people}, short_names(session.people)
        for number, planned in rounds.items():
            self.cards[number].show_rooms(
                planned, people, short, editable=(part.id, number) in rounds_open(self._runner)
            )

    def _add_card(self, number: int) -> None:
        card = RoundCard(self._look, number, f"Round {number}")
        card.moved.connect(self.move_person)
        card.asked.connect(self._offer)
        card.lock_wanted.connect(self._lock)
        self.cards[number] = card
        self._rounds.addWidget(card)

    def _set_size(self, size: int) -> None:
        session = self._runner.session
        part = session.agenda.part(self._part_id) if session else None
        if part is not None:
            self._runner.amend(lambda s: replace(s, agenda=with_room_size(s.agenda, part, size, self._catalogue)))

    def _set_apart(self, column: str) -> None:
        self._runner.amend(lambda session: replace(session, apart_by=column))

    def _lock(self, number: int, on: bool) -> None:
        keys = self._bound_together(number)
        self._runner.amend(lambda session: change.locked(session, keys, on=on))

    def _bound_together(self, number: int) -> tuple[RoundKey, ...]:
        """The round, or all of them where people stay together over all rounds."""
        session = self._planner.session
        part = session.agenda.part(self._part_id) if session else None
        if part is None or part.rooms is None or part.rooms.remixed:
            return ((self._part_id, number),)
        return tuple((part.id, n) for n in range(1, part.rounds + 1))

    def move_person(self, number: int, person_id: str, room: int) -> None:
        """Moves someone to another room, in every round in which the rooms are the same."""
        rounds = self._bound_together(number)

        def moved(session: Session) -> Session:
            for key in rounds:
                session = change.moved(session, key, person_id, room)
            return session

        self._runner.amend(moved)

    def take_role(self, number: int, person_id: str, role: Role) -> None:
        """Gives someone a role in their room, or takes it back."""
        key = (self._part_id, number)
        self._runner.amend(lambda session: change.taking_role(session, key, person_id, role))

    def leave(self, person_id: str) -> None:
        """Notes that someone is away, and takes them out of the rooms to come."""
        rounds = rounds_open(self._runner)
        self._runner.amend(lambda s: change.mended(change.with_presence(s, person_id, here=False), rounds))

    def _offer(self, number: int, person_id: str) -> None:
        menu = self.menu_for(number, person_id)
        if menu is not None:
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(QCursor.pos())

    def menu_for(self, number: int, person_id: str) -> QMenu | None:
        """What can be done with someone in a round."""
        session = self._planner.session
        found = _rooms_of(session, self._part_id, number) if session else None
        if session is None or found is None:
            return None
        return PersonMenu(self, found, person_id)


def _rooms_of(session: Session, part_id: str, number: int) -> RoundRooms | None:
    return next((r for r in session.rooms if (r.part, r.round) == (part_id, number)), None)


class PersonMenu(QMenu):
    """Where someone can go, whether they present, whether they are here."""

    def __init__(self, pane: RoomsPane, rounds: RoundRooms, person_id: str) -> None:
        super().__init__(pane)
        self._pane, self._round, self._person_id = pane, rounds.round, person_id
        here = next((room for room in rounds.rooms if person_id in room.people), None)
        presents = self.addAction("Presents")
        presents.setCheckable(True)
        presents.setChecked(here is not None and here.presenter == person_id)
        presents.triggered.connect(self._present)
        self.addSeparator()
        for room in rounds.rooms:
            if room is not here:
                self._offer_room(room)
        self.addSeparator()
        self.addAction("Away today").triggered.connect(self._leave)

    def _offer_room(self, room: Room) -> None:
        action = self.addAction(f"Move to Room {room.number}")
        action.setData(room.number)
        action.triggered.connect(self._move)

    def _present(self) -> None:
        self._pane.take_role(self._round, self._person_id, Role.PRESENTER)

    def _move(self) -> None:
        self._pane.move_person(self._round, self._person_id, self.sender().data())  # type: ignore[attr-defined]  # an action

    def _leave(self) -> None:
        self._pane.leave(self._person_id)
