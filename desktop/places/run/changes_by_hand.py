"""What is changed by hand in Run beside the clock: what is to come, topics, who sits where, counted hands."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.panels.rooms.people_commands import PeopleCommands
from desktop.panels.stage.still_to_come import StillToComeDialog
from desktop.panels.stage.votes import VotesDialog
from desktop.places.run.work_column import WorkColumn
from formats.session.agenda import StageKey
from formats.session.seating.people_changes import RoundKey

NOT_RUNNING = "The session is not running, so nothing is still to come. Prepare changes the plan."


class ChangesByHand(QObject):
    """Listens to the parts of the middle column, and asks in dialogs over `window`."""

    message = Signal(str)
    """Why something is not possible, or what a move would cost; empty when it is no longer meant."""

    def __init__(
        self, look: Look, runner: SessionRunner, people: PeopleCommands, column: WorkColumn, view: QWidget
    ) -> None:
        super().__init__(view)
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
            self.message.emit(NOT_RUNNING)
            return
        if self._runner.refuses():
            return
        dialog = StillToComeDialog(self._look, self._runner, self._view.window())
        dialog.open()
        if key is not None:
            dialog.focus_on(key)

    def ask_votes(self) -> None:
        """Lists topics and counts hands for them."""
        if self._runner.session is not None and not self._runner.refuses():
            VotesDialog(self._look, self._runner, self._people.edits.topics, self._view.window()).open()

    def _say_cost(self, key: RoundKey, person: str, room: int) -> None:
        self.message.emit(self._people.cost_of_move(key, person, room))
