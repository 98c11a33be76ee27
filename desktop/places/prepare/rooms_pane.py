"""The rooms of every round: their facts, who sits where, and what can be done about it."""

from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from desktop.content.catalogue import Catalogue
from desktop.dialogs.choose_people import ChoosePeopleDialog
from desktop.dialogs.coming_and_going import ComingAndGoingDialog
from desktop.dialogs.frame import Dialog
from desktop.live.room_edits import RoomEditor
from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.panels.rooms.person_menu import PersonMenu
from desktop.places.prepare.agenda_changes import with_room_size
from desktop.places.prepare.planner import RoomPlanner, open_rounds
from desktop.places.prepare.room_buttons import RoomButtons
from desktop.places.prepare.room_facts import RoomFacts
from desktop.places.prepare.room_quality import quality_sentence
from desktop.places.prepare.round_card import RoundCard
from desktop.places.prepare.wish_list import WishList
from desktop.widgets.chips import Chip
from desktop.widgets.flow import FlowLayout
from desktop.widgets.scrolling import clear_layout
from desktop.widgets.words import Words
from desktop.wording import name_order
from formats.session.agenda import Part
from formats.session.people import Person, short_names
from formats.session.room_wishes import WishKind
from formats.session.seating import people_changes as change
from formats.session.seating.groups import pairs_within, word_of
from formats.session.session import Session

FRAMES_HINT = "Those in one frame are a pair."
AT_ONCE, PAINTING = 200, 15
"""So many names are put in rooms before the window may paint, for so many milliseconds at least."""
SHUFFLE_HINT = "The people have changed. Shuffle plans the rounds that are not locked afresh."


class RoomsPane(QWidget):
    """Rooms of one structure at a time; a session with more of them has a chip for each."""

    def __init__(
        self,
        look: Look,
        runner: SessionRunner,
        catalogue: Catalogue,
        planner: RoomPlanner,
        room_acts: RoomEditor,
    ) -> None:
        super().__init__()
        self._room_editor, self._did = room_acts, ""
        self.dialog: Dialog | None = None
        self._look, self._runner, self._catalogue, self._planner = look, runner, catalogue, planner
        self._part_id = ""
        self._shape: object = None
        self._waiting: list[int] = []
        self._later = QTimer(self, singleShot=True, interval=PAINTING)
        self._later.timeout.connect(self._show_waiting)
        self.cards: dict[int, RoundCard] = {}
        self.facts = RoomFacts(look)
        self.said = Words("", "second", wrap=True)
        self.said.setObjectName("rooms-sentence")
        self.quality = Words("", "label", wrap=True)
        self.quality.setObjectName("rooms-quality")
        self.wishes = WishList(look)
        self.buttons = RoomButtons(look, runner, planner, room_acts)
        self._choice = QWidget()
        self._choices = FlowLayout(self._choice, gap=6)
        self._rounds = QVBoxLayout()
        self._rounds.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._choice, self.facts, self.quality, self.said):
            column.addWidget(widget)
        column.addLayout(self._rounds)
        column.addWidget(self.buttons)
        column.addWidget(self.wishes)
        self.facts.size_requested.connect(self._set_size)
        self.facts.apart_requested.connect(self._set_apart)
        self.facts.spread_requested.connect(self._set_spread)
        self.wishes.removal_requested.connect(room_acts.drop_wish)
        room_acts.message.connect(self._tell)
        self.buttons.arrived.clicked.connect(self._ask_who_arrived)
        planner.plan_changed.connect(self.show_rooms)
        runner.session_opened.connect(self.show_rooms)
        runner.session_changed.connect(self.show_rooms)
        self.show_rooms()

    def show_rooms(self, _session: object = None) -> None:
        """Shows the rooms as they are now."""
        session = self._planner.session
        parts = [part for part in session.agenda.structures if part.rooms] if session else []
        part = next((part for part in parts if part.id == self._part_id), parts[0] if parts else None)
        for widget in (self.facts, self.buttons):
            widget.setVisible(part is not None)
        if session is not None:
            self.wishes.show_wishes(session)
        self._choice.setVisible(len(parts) > 1)
        if session is None or part is None:
            self._clear()
            self.quality.hide()
            self._say("Rooms appear here once the agenda has a structure." if session else "")
            return
        self._part_id = part.id
        self._show_choices(parts)
        quality = self._planner.quality.get(part.id)
        self.facts.show_part(session, part, quality, editable=not session.begun)
        self.quality.setText(quality_sentence(quality, session) if quality else "")
        self.quality.setVisible(bool(self.quality.text()))
        self.buttons.show_acts(session)
        self.buttons.setVisible(bool(session.present))
        self._show_rounds(session, part)
        self._say(self._sentence(session, part))

    def _sentence(self, session: Session, part: Part) -> str:
        if not session.present:
            return "Paste names or import a list, and rooms appear here."
        if self._planner.sentence:
            return self._planner.sentence
        if self._did:
            return self._did
        if self._planner.can_mix:
            return SHUFFLE_HINT
        structure = self._catalogue.structure(part.structure)
        sizes = {len(room.people) for r in session.rooms if r.part == part.id for room in r.rooms}
        unusual = part.rooms is not None and structure is not None and sizes - {structure.sizes.usual, 0}
        note = structure.size_note if unusual and structure else ""
        rooms = (room for one in session.rooms if one.part == part.id for room in one.rooms)
        return f"{note} {FRAMES_HINT if pairs_within(part, tuple(rooms)) else ''}".strip()

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.said.set_role("warning" if sentence and sentence == self._planner.sentence else "second")
        self.said.setVisible(bool(sentence))

    def _show_choices(self, parts: list[Part]) -> None:
        titles = [part.title for part in parts]
        # No place below the count is empty.
        chips = [self._choices.itemAt(i).widget() for i in range(self._choices.count())]  # type: ignore[union-attr]
        if [chip.accessibleName() for chip in chips if chip] != titles:
            clear_layout(self._choices)  # type: ignore[arg-type]  # any layout empties the same way
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
        clear_layout(self._rounds)
        self.cards, self._shape = {}, None

    def _show_rounds(self, session: Session, part: Part) -> None:
        rounds = {r.round: r for r in session.rooms if r.part == part.id and r.round <= part.rounds}
        names = tuple((p.id, p.name) for p in session.people)
        shape = (part.id, tuple(rounds), names)
        if shape != self._shape:
            self._clear()
            self._shape = shape
            for number in sorted(rounds):
                self._add_card(number, word_of(part))
        people, short = {p.id: p for p in session.people}, short_names(session.people)
        self._waiting, names_shown = [], 0
        for number, planned in rounds.items():
            card = self.cards[number]
            pairs, editable = pairs_within(part, planned.rooms), (part.id, number) in open_rounds(self._runner)
            if names_shown >= AT_ONCE and not card.shows(planned):
                self._waiting.append(number)
                continue
            names_shown += 0 if card.shows(planned) else len(people)
            card.show_rooms(planned, people, short, editable=editable, pairs=pairs)
        if self._waiting:
            self._later.start()

    def _show_waiting(self) -> None:
        """The next of the rounds that were left for later: the window has painted those before."""
        session = self._planner.session
        part = session.agenda.part(self._part_id) if session else None
        if session is not None and part is not None and self._waiting:
            self._show_rounds(session, part)

    def _add_card(self, number: int, word: str) -> None:
        card = RoundCard(self._look, number, f"Round {number}", word)
        card.person_moved.connect(self.move_person)
        card.person_menu_requested.connect(self._offer)
        card.lock_requested.connect(self._lock)
        card.person_hovered.connect(self._check_move)
        self.cards[number] = card
        self._rounds.addWidget(card)

    def _set_size(self, size: int) -> None:
        session = self._runner.session
        part = session.agenda.part(self._part_id) if session else None
        if part is not None:
            self._runner.amend(lambda s: replace(s, agenda=with_room_size(s.agenda, part, size, self._catalogue)))

    def _set_apart(self, column: str) -> None:
        self._runner.amend(lambda session: replace(session, apart_by=column))

    def _set_spread(self, column: str) -> None:
        self._runner.amend(lambda session: replace(session, wishes=replace(session.wishes, spread=column)))

    def _lock(self, number: int, on: bool) -> None:
        self._room_editor.lock_round((self._part_id, number), on=on)

    def move_person(self, number: int, person_id: str, room: int) -> None:
        """Moves someone to another room, in every round in which the rooms are the same."""
        self._room_editor.move((self._part_id, number), person_id, room)

    def _check_move(self, number: int, person_id: str, room: int) -> None:
        """Says what stands against a move while someone is still held over the room."""
        self._did = self._room_editor.check((self._part_id, number), person_id, room) if person_id else ""
        self.show_rooms()

    def _tell(self, sentence: str) -> None:
        self._did = sentence
        self.show_rooms()

    def mark_as_left(self, person_id: str) -> None:
        """Notes that someone is away, and takes them out of the rooms to come."""
        session = self._runner.session
        if self._runner.live and session is not None:
            self.ask_presence(person_id, here=False)
            return
        rounds = open_rounds(self._runner)
        self._runner.amend(
            lambda s: change.with_rooms_mended(change.with_presence(s, person_id, here=False), rounds)
        )

    def _ask_who_arrived(self) -> None:
        self.ask_arrival()

    def ask_presence(self, person_id: str, *, here: bool) -> None:
        """Shows what it changes in the rooms to come when someone is here, or has left."""
        session = self._runner.session
        person = session.person(person_id) if session else None
        if person is not None:
            self._ask_change(None if here else person, person if here else None)

    def ask_arrival(self, name: str = "") -> None:
        """Asks who has arrived, and shows who would have to move."""
        self._ask_change(None, name=name)

    def _ask_change(self, leaving: Person | None, arriving: Person | None = None, name: str = "") -> None:
        if self._runner.refuses():
            return
        earlier = self._room_editor.earlier
        dialog = ComingAndGoingDialog(self._look, self._runner, earlier, leaving, self.window(), arriving)
        dialog.change_accepted.connect(self._room_editor.apply_seating)
        dialog.name.setText(arriving.name if arriving else name)
        self.dialog = dialog
        dialog.open()

    def offer(self, person_id: str) -> None:
        """Offers what can be done with someone, whatever the round."""
        self._pop_up(self.menu_for(0, person_id))

    def _offer(self, number: int, person_id: str) -> None:
        self._pop_up(self.menu_for(number, person_id))

    def _pop_up(self, menu: QMenu) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(QCursor.pos())

    def menu_for(self, number: int, person_id: str) -> PersonMenu:
        """What can be done with someone, in a round where there is one."""
        key = (self._part_id, number) if number else None
        menu = PersonMenu(self._room_editor, person_id, key, self)
        menu.group_wish_requested.connect(self.ask_group)
        menu.departure_requested.connect(self.mark_as_left)
        return menu

    def ask_group(self, kind: WishKind, person_id: str) -> None:
        """Asks who is to be kept apart from someone, or together with them."""
        session = self._runner.session
        person = session.person(person_id) if session else None
        if session is None or person is None:
            return
        others = tuple(
            sorted((p for p in session.people if p.id != person_id), key=lambda other: name_order(other.name))
        )
        dialog = ChoosePeopleDialog(self._look, kind, person, others, self.window())
        dialog.wish_chosen.connect(self._room_editor.wish)
        self.dialog = dialog
        dialog.open()
