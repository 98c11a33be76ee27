"""What is changed by hand in Run beside the clock: what is to come, topics, who sits where, counted hands."""

from datetime import timedelta

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.content.catalogue import Catalogue
from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.panels.rooms.people_commands import PeopleCommands
from desktop.panels.stage.still_to_come import StillToComeDialog
from desktop.panels.stage.votes import USUAL, VotesDialog
from desktop.places.run.work_column import WorkColumn
from formats.language import Message
from formats.session.agenda import StageKey
from formats.session.clock import Reading
from formats.session.seating.people_changes import RoundKey

NOT_RUNNING = Message("The session is not running, so nothing is still to come. Prepare changes the plan.")


class ChangesByHand(QObject):
    """Listens to the parts of the middle column, and asks in dialogs over `window`."""

    message = Signal(str)
    """Why something is not possible, or what a move would cost; empty when it is no longer meant."""

    def __init__(
        self,
        look: Look,
        runner: SessionRunner,
        catalogue: Catalogue,
        people: PeopleCommands,
        column: WorkColumn,
        view: QWidget,
    ) -> None:
        super().__init__(view)
        self._catalogue = catalogue
        self._look, self._runner, self._people, self._view = look, runner, people, view
        column.track.change_requested.connect(self.change_still_to_come)
        column.rooms.person_menu_requested.connect(people.offer)
        column.rooms.person_moved.connect(people.move)
        column.rooms.person_hovered.connect(self._say_cost)
        column.menu.arrival_requested.connect(people.ask_arrival)
        panel, edits = column.closing_round, people.edits
        panel.hands_changed.connect(edits.closing_round.count)
        panel.word_entered.connect(edits.closing_round.add_word)
        panel.word_removed.connect(edits.closing_round.remove_word)
        panel.choice_made.connect(edits.closing_round.choose)
        panel.undo_requested.connect(edits.history.undo)

    def change_still_to_come(self, key: StageKey | None = None) -> None:
        """Lets later stages, breaks and the end be changed, beginning with this stage."""
        if not self._runner.live:
            self.message.emit(str(NOT_RUNNING))
            return
        if self._runner.refuses():
            return
        dialog = StillToComeDialog(self._look, self._runner, self._view.window())
        dialog.open()
        if key is not None:
            dialog.focus_on(key)

    def ask_votes(self) -> None:
        """Lists topics and counts hands for them."""
        reading = self._runner.reading
        if reading is not None and not self._runner.refuses():
            by_vote = minutes_by_vote(self._catalogue, reading)
            topics = self._people.edits.topics
            VotesDialog(self._look, self._runner, topics, by_vote, self._view.window()).open()

    def _say_cost(self, key: RoundKey, person: str, room: int) -> None:
        self.message.emit(self._people.cost_of_move(key, person, room))


def minutes_by_vote(catalogue: Catalogue, reading: Reading) -> timedelta:
    """What one vote adds: in the stage of the moment, else anywhere in its structure, else what is usual."""
    key = reading.position.current
    part = reading.position.agenda.part(key.part) if key else None
    structure = catalogue.structure(part.structure) if part else None
    stages = structure.stages if structure else ()
    here = [stage.extension for stage in stages if key is not None and stage.id == key.stage]
    return next(filter(None, (*here, *(stage.extension for stage in stages))), USUAL)
