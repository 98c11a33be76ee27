"""People who come, go or change rooms and roles while the session runs."""

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from desktop.dialogs.choose_people import ChoosePeopleDialog
from desktop.dialogs.coming_and_going import ComingAndGoingDialog
from desktop.dialogs.frame import Dialog
from desktop.live.earlier_sessions import EarlierSessions
from desktop.live.room_edits import RoomEditor
from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.panels.rooms.person_menu import PersonMenu
from desktop.wording import name_order
from formats.session.agenda import StageKey
from formats.session.room_wishes import WishKind


class PeopleCommands(QObject):
    """Opens the menu of a person and the dialogs behind it; what they decide goes through `acts`."""

    def __init__(self, look: Look, runner: SessionRunner, window: QWidget) -> None:
        super().__init__(window)
        self._look, self._runner, self._window = look, runner, window
        self._earlier = EarlierSessions(runner)
        self.room_editor = RoomEditor(runner, self._earlier, self)
        self.dialog: Dialog | None = None

    def offer(self, key: StageKey, person: str, where: QPoint) -> None:
        """Pops up what can be done with someone in the round of a stage."""
        menu = self.menu_for(key, person)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def menu_for(self, key: StageKey, person: str) -> PersonMenu:
        """What can be done with someone in the round of a stage."""
        menu = PersonMenu(self.room_editor, person, (key.part, key.round), self._window)
        menu.departure_requested.connect(self.ask_leaving)
        menu.group_wish_requested.connect(self._ask_group)
        return menu

    def ask_arrival(self) -> None:
        """Asks who has arrived, and shows what that changes."""
        self._open(ComingAndGoingDialog(self._look, self._runner, self._earlier, None, self._window))

    def ask_leaving(self, person_id: str) -> None:
        """Shows what changes when someone leaves."""
        person = self._runner.session.person(person_id) if self._runner.session else None
        if person is not None:
            self._open(ComingAndGoingDialog(self._look, self._runner, self._earlier, person, self._window))

    def _open(self, dialog: ComingAndGoingDialog) -> None:
        dialog.change_accepted.connect(self.room_editor.apply_seating)
        self.dialog = dialog
        dialog.open()

    def _ask_group(self, kind: WishKind, person_id: str) -> None:
        session = self._runner.session
        person = session.person(person_id) if session else None
        if session is None or person is None:
            return
        others = sorted((p for p in session.present if p.id != person_id), key=lambda p: name_order(p.name))
        dialog = ChoosePeopleDialog(self._look, kind, person, tuple(others), self._window)
        dialog.wish_chosen.connect(self.room_editor.wish)
        self.dialog = dialog
        dialog.open()
