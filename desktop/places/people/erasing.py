"""Somebody is erased from everything that Clearing wrote, off the UI thread, after their name was typed."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.background import Background
from desktop.folders import FAULTS, data_folder
from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.places.people.erase_person_dialog import ErasePersonDialog
from desktop.places.people.network import NetworkMember
from formats.language import Message, tr
from formats.library.erasing import EraseReport
from formats.library.erasing_people import PersonPlaces, erase_person, places_of_person
from formats.library.repository import SessionRepository
from formats.session.people import Person

NOT_ERASED = Message("Not every copy could be deleted. Check that the disk is not full or locked, then try again.")
LOOKING = Message("Looking for all that is known of them…")
RUNNING = Message("A session is running. You can delete people when it is over.")


class PeopleErasing(QObject):
    """Asks over the place it belongs to."""

    people_changed = Signal()
    """Somebody is gone."""
    progress = Signal(str)
    """What is being done before anybody is asked, in a sentence; "" once that is over."""
    message = Signal(str)
    """What has been done, in a sentence."""

    def __init__(self, look: Look, repository: SessionRepository, runner: SessionRunner, over: QWidget) -> None:
        super().__init__(over)
        self._look, self._repository, self._runner, self._over = look, repository, runner, over
        self._looking = Background(self)
        self._looking.finished.connect(self._ask_for_name)
        self._looking.failed.connect(self._say_not_erased)
        self._work = Background(self)
        self._work.finished.connect(self._say_erased)
        self._work.failed.connect(self._say_not_erased)

    def ask(self, member: NetworkMember) -> None:
        """Says where something of somebody stands, and asks for their name."""
        if self._runner.live:
            self.message.emit(str(RUNNING))
            return
        if self._runner.refuses():
            return
        self.progress.emit(str(LOOKING))
        self._looking.ask(partial(self._look_for, member.person))

    def _look_for(self, person: Person) -> tuple[Person, PersonPlaces]:
        """Where something of somebody stands; of ten years that takes seconds, off the UI thread."""
        return person, places_of_person(self._repository.file, person.id)

    def _ask_for_name(self, found: tuple[Person, PersonPlaces]) -> None:
        self.progress.emit("")
        dialog = ErasePersonDialog(self._look, *found, self._over.window())
        dialog.erase_confirmed.connect(self._erase)
        dialog.open()

    def _erase(self, person_id: str) -> None:
        self._runner.gather_pending_input()
        self.message.emit(tr("Deleting…"))
        erase = partial(erase_person, self._repository.file, person_id, (data_folder() / FAULTS,))
        self._work.ask_in_turn(erase, doing=tr("Somebody is being deleted."))

    def _say_erased(self, erased: EraseReport) -> None:
        self._end(erased.sentence)

    def _say_not_erased(self, _trouble: Exception) -> None:
        self._end(str(NOT_ERASED))

    def _end(self, sentence: str) -> None:
        self._runner.reload()
        self.people_changed.emit()
        self.message.emit(sentence)
