"""How do people come into the network before they are on the list of a session? From a list, or typed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.content.new_session import new_id
from desktop.dialogs.add_people import AddPeopleDialog
from desktop.dialogs.one_line import OneLineDialog
from desktop.live.runner import SessionRunner
from desktop.look import Look
from formats.language import tr
from formats.library.repository import SessionRepository
from formats.session.people import Person
from formats.session.roster.typed_person import typed_people
from formats.session.seating.people_changes import with_people


class PeopleAdditions(QObject):
    """Asks over the place it belongs to; who is known already is brought up to date."""

    person_added = Signal(str)
    """Somebody is new, or was brought up to date; of several the first: an id."""

    def __init__(self, look: Look, repository: SessionRepository, runner: SessionRunner, over: QWidget) -> None:
        super().__init__(over)
        self._look, self._repository, self._runner, self._over = look, repository, runner, over

    def ask_for_list(self) -> None:
        """Looks over a list, read from what was copied where that is one."""
        if self._runner.refuses():
            return
        dialog = AddPeopleDialog(self._look, self._repository.people(), frozenset(), self._over.window())
        dialog.people_accepted.connect(self._keep)
        dialog.open()
        if not dialog.was_given_back:
            dialog.read_clipboard()

    def ask_for_person(self) -> None:
        """Asks for one name, with an organisation behind it."""
        if self._runner.refuses():
            return
        dialog = OneLineDialog(
            self._look, tr("Add someone"), tr("Name, organisation"), "", self._over.window(), act=tr("Add")
        )
        dialog.line_entered.connect(self._keep_typed)
        dialog.open()

    def _keep_typed(self, line: str) -> None:
        self._keep(typed_people(line, self._repository.people(), new_id))

    def _keep(self, people: Sequence[Person], _away: object = None) -> None:
        with self._repository.file.saving():
            for person in people:
                self._repository.keep_person(person)
        session = self._runner.session
        if session is not None and (here := [one for one in people if session.person(one.id) is not None]):
            self._runner.amend(partial(with_people, people=here))
        if people:
            self.person_added.emit(people[0].id)
