"""What is asked of one person: the menu, and the dialogs behind it, the same in Prepare and in Run."""

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from desktop.dialogs.choose_people import ChoosePeopleDialog
from desktop.dialogs.coming_and_going import ComingAndGoingDialog
from desktop.dialogs.frame import Dialog
from desktop.live.hand_edits import HandEdits
from desktop.live.runner import SessionRunner
from desktop.live.running_session import open_rounds
from desktop.look import Look
from desktop.panels.rooms.person_menu import PersonMenu
from desktop.wording import name_order
from formats.language import tr
from formats.session.agenda import StageKey
from formats.session.candidates import people_to_sit_with
from formats.session.events import Edit
from formats.session.people import Person
from formats.session.room_wishes import WishKind
from formats.session.seating import people_changes as change
from formats.session.seating.groups import room_name
from formats.session.seating.people_changes import RoundKey


class PeopleCommands(QObject):
    """Asks over a view, and has the editors do what is answered."""

    def __init__(self, look: Look, runner: SessionRunner, edits: HandEdits, view: QWidget) -> None:
        super().__init__(view)
        self._look, self._runner, self._view = look, runner, view
        self.edits = edits
        self.dialog: Dialog | None = None

    def offer(self, key: RoundKey | None, person_id: str, where: QPoint) -> None:
        """Pops up what can be done with someone, in a round where there is one."""
        menu = self.menu_for(key, person_id)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def menu_for(self, key: RoundKey | None, person_id: str) -> PersonMenu:
        """What can be done with someone, in a round where there is one."""
        menu = PersonMenu(self.edits, person_id, key, self._view)
        menu.departure_requested.connect(self.note_departure)
        menu.group_wish_requested.connect(self.ask_group)
        return menu

    def cost_of_move(self, key: RoundKey, person_id: str, room: int) -> str:
        """What would stand against someone going to a room, in a sentence; empty where nobody is meant."""
        session, person = self.edits.session, self._person(person_id)
        if session is None or person is None:
            return ""
        against = self.edits.rooms.objections(key, person_id, room) or tr("Nothing stands against it.")
        return tr(
            "{person} to {room}: {against}",
            person=person.name,
            room=room_name(session, StageKey(key[0], "", key[1]), room),
            against=against,
        )

    def move(self, key: RoundKey, person_id: str, room: int) -> None:
        """Moves someone to a room they were dropped on, unless they are in it already."""
        session = self.edits.session
        rooms = session.rooms_in(StageKey(key[0], "", key[1])) if session else ()
        if all(person_id not in each.people for each in rooms if each.number == room):
            self.edits.rooms.move(key, person_id, room)

    def ask_arrival(self, name: str = "") -> None:
        """Asks who has arrived, and shows who would have to move."""
        self._ask_change(None, name=name)

    def note_departure(self, person_id: str) -> None:
        """Takes someone out of the rooms to come; while the session runs, it shows first what that changes."""
        if self._runner.live:
            self.ask_leaving(person_id)
            return
        rounds = open_rounds(self._runner)
        self.edits.history.do(
            Edit.PEOPLE,
            lambda session: change.with_rooms_mended(change.with_presence(session, person_id, here=False), rounds),
        )

    def ask_leaving(self, person_id: str) -> None:
        """Shows what changes when someone leaves."""
        if person := self._person(person_id):
            self._ask_change(person)

    def ask_return(self, person_id: str) -> None:
        """Shows what changes when someone who was away is here."""
        if person := self._person(person_id):
            self._ask_change(None, person, person.name)

    def ask_group(self, kind: WishKind, person_id: str) -> None:
        """Asks who is to be kept apart from someone, or together with them."""
        session, person = self._runner.session, self._person(person_id)
        if session is None or person is None:
            return
        others = people_to_sit_with(session, person_id, name_order)
        dialog = ChoosePeopleDialog(self._look, kind, person, others, self._view.window())
        dialog.wish_chosen.connect(self.edits.wishes.keep)
        self.dialog = dialog
        dialog.open()

    def _ask_change(self, leaving: Person | None, arriving: Person | None = None, name: str = "") -> None:
        if self._runner.refuses():
            return
        earlier = self.edits.earlier
        dialog = ComingAndGoingDialog(self._look, self._runner, earlier, leaving, self._view.window(), arriving)
        dialog.change_accepted.connect(self.edits.people.apply_seating)
        dialog.name.setText(name)
        self.dialog = dialog
        dialog.open()

    def _person(self, person_id: str) -> Person | None:
        session = self._runner.session
        return session.person(person_id) if session else None
