"""The rooms of every round: their facts, who sits where, and what can be done about it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.content.catalogue import Catalogue
from desktop.live.hand_edits import HandEdits
from desktop.live.runner import SessionRunner
from desktop.live.running_session import open_rounds
from desktop.look import Look
from desktop.panels.rooms.people_commands import PeopleCommands
from desktop.panels.rooms.person_menu import PersonMenu
from desktop.places.prepare.agenda_changes import with_room_size
from desktop.places.prepare.part_choice import PartChoice
from desktop.places.prepare.planner import RoomPlanner
from desktop.places.prepare.room_buttons import RoomButtons
from desktop.places.prepare.room_facts import RoomFacts
from desktop.places.prepare.room_quality import quality_sentence
from desktop.places.prepare.round_card import RoundCard
from desktop.places.prepare.round_cards import RoundCards
from desktop.places.prepare.sentences import size_and_frames_sentence
from desktop.places.prepare.sign_legend import SignLegend
from desktop.places.prepare.wish_list import WishList
from desktop.widgets.screen_reader import announce
from desktop.widgets.words import Words
from formats.language import Message, tr
from formats.session.agenda import Part
from formats.session.seating.groups import is_whole_room
from formats.session.session import Session

SHUFFLE_HINT = Message("The list of people has changed. Select Shuffle to plan the unlocked rounds again.")


class RoomsPane(QWidget):
    """Rooms of one structure at a time; a session with more of them has a chip for each."""

    message_changed = Signal()
    """There is something else to say about the last edit."""

    def __init__(
        self,
        look: Look,
        runner: SessionRunner,
        catalogue: Catalogue,
        planner: RoomPlanner,
        edits: HandEdits,
        commands: PeopleCommands,
    ) -> None:
        super().__init__()
        self._runner, self._catalogue, self._planner = runner, catalogue, planner
        self._edits, self._commands = edits, commands
        self._part_id, self._last_message = "", ""
        self._choice = PartChoice(look)
        self.facts = RoomFacts(look)
        self.quality = Words("", "label", wrap=True)
        self.quality.setObjectName("rooms-quality")
        self.said = Words("", "second", wrap=True)
        self.said.setObjectName("rooms-sentence")
        self._rounds = RoundCards(look)
        self.legend = SignLegend(look)
        self.buttons = RoomButtons(look, runner, catalogue, planner, edits.history)
        self.wishes = WishList(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        shown = (
            self._choice,
            self.facts,
            self.quality,
            self.said,
            self._rounds,
            self.legend,
            self.buttons,
            self.wishes,
        )
        for widget in shown:
            column.addWidget(widget)
        self._connect()

    @property
    def cards(self) -> dict[int, RoundCard]:
        """The card of each round that is shown."""
        return self._rounds.cards

    def show_rooms(self) -> None:
        """Shows the rooms as they are now."""
        session = self._planner.session
        parts = [part for part in session.agenda.structures if part.rooms] if session else []
        part = next((part for part in parts if part.id == self._part_id), parts[0] if parts else None)
        self._part_id = part.id if part else self._part_id
        for widget in (self.facts, self.buttons):
            widget.setVisible(part is not None)
        if session is not None:
            self.wishes.show_wishes(session)
        self._choice.show_parts(parts, self._part_id)
        if session is not None and part is not None:
            self._show_part(session, part)
            return
        self._rounds.clear()
        self.legend.hide()
        self.quality.hide()
        self._say(tr("Rooms appear here once the agenda has a structure.") if session else "")

    def _show_part(self, session: Session, part: Part) -> None:
        quality = self._planner.quality.get(part.id)
        self.facts.show_part(session, part, quality, editable=not session.begun)
        self.quality.setText(quality_sentence(quality, session) if quality else "")
        self.quality.setVisible(bool(self.quality.text()))
        self.buttons.show_acts(session)
        self.buttons.setVisible(bool(session.present))
        self.facts.setVisible(not is_whole_room(part))
        self.legend.show_signs(session, part)
        if is_whole_room(part):
            self._rounds.clear()
        else:
            self._rounds.show_rounds(session, part, open_rounds(self._runner))
        self._say(self._sentence(session, part))

    def _sentence(self, session: Session, part: Part) -> str:
        if not session.present:
            return tr("Paste names or import a list, and rooms appear here.")
        if self._planner.sentence:
            return self._planner.sentence
        if is_whole_room(part):
            return tr("Everyone sits in one circle, so there are no rooms to make.")
        if self._last_message:
            return self._last_message
        if self._planner.can_mix:
            return str(SHUFFLE_HINT)
        return size_and_frames_sentence(session, part, self._catalogue.structure(part.structure))

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.said.set_role("warning" if sentence and sentence == self._planner.sentence else "second")
        self.said.setVisible(bool(sentence))

    def forget_message(self) -> None:
        """Another session is on the table: what was said of the last one goes with it."""
        self._last_message = ""

    def _keep_message(self, sentence: str) -> None:
        self._last_message = sentence
        announce(self, sentence)
        self.message_changed.emit()

    def _choose_part(self, part_id: str) -> None:
        self._part_id = part_id
        self.show_rooms()

    def _set_size(self, size: int) -> None:
        session = self._runner.session
        part = session.agenda.part(self._part_id) if session else None
        if part is not None:
            self._edits.rooms.resize(part, lambda now: with_room_size(now, part, size, self._catalogue))

    def _lock(self, number: int, on: bool) -> None:
        self._edits.rooms.lock_round((self._part_id, number), on=on)

    def move_person(self, number: int, person_id: str, room: int) -> None:
        """Moves someone to another room, in every round in which the rooms are the same."""
        self._commands.move((self._part_id, number), person_id, room)

    def _show_objections(self, number: int, person_id: str, room: int) -> None:
        """Says what stands against a move while someone is still held over the room."""
        key = (self._part_id, number)
        self._last_message = self._edits.rooms.objections(key, person_id, room) if person_id else ""
        self.show_rooms()

    def menu_for(self, number: int, person_id: str) -> PersonMenu:
        """What can be done with someone in a round of the structure that is shown."""
        return self._commands.menu_for((self._part_id, number), person_id)

    def _offer(self, number: int, person_id: str) -> None:
        self._commands.offer((self._part_id, number), person_id, QCursor.pos())

    def _connect(self) -> None:
        self._choice.part_chosen.connect(self._choose_part)
        self.facts.size_requested.connect(self._set_size)
        self.facts.apart_requested.connect(self._edits.wishes.keep_apart_by)
        self.facts.online_requested.connect(self._edits.wishes.seat_online)
        self.facts.spread_requested.connect(self._edits.wishes.spread_by)
        self._rounds.person_moved.connect(self.move_person)
        self._rounds.person_hovered.connect(self._show_objections)
        self._rounds.person_menu_requested.connect(self._offer)
        self._rounds.lock_requested.connect(self._lock)
        self.wishes.removal_requested.connect(self._edits.wishes.drop)
        self.buttons.arrival_requested.connect(self._commands.ask_arrival)
        self._edits.history.message.connect(self._keep_message)
