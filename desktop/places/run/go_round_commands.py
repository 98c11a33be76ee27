"""What becomes of a turn that ended, of one that is given out of order, and of another order to speak in?"""

from datetime import datetime

from PySide6.QtCore import QObject

from desktop.live.go_round_now import go_round_now, people_in_order
from desktop.live.runner import SessionRunner
from desktop.panels.check_in.panel import CheckInPanel
from formats.session.events import Event, OrderChosen, SpeakingOrder, TurnEnded, TurnGiven


class GoRoundCommands(QObject):
    """Writes what is pressed in the check-in into the run log, so that it is taken back like any other act."""

    def __init__(self, runner: SessionRunner, panel: CheckInPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        panel.turn_ended.connect(self.end_turn)
        panel.turn_given.connect(self.give_turn)
        panel.order_chosen.connect(self.choose_order)

    def end_turn(self, person: str) -> None:
        """Someone spoke, or passed."""
        self._record(TurnEnded(self._now, person))

    def give_turn(self, person: str) -> None:
        """It is someone's turn, out of order or once more."""
        self._record(TurnGiven(self._now, person))

    def choose_order(self, order: SpeakingOrder) -> None:
        """People speak in another order; who had a turn keeps it."""
        session = self._runner.session
        if session is not None:
            # Each choice of the shuffled order is another shuffle, and the log says which.
            self._record(OrderChosen(self._now, order, people_in_order(order, session, len(session.events))))

    @property
    def _now(self) -> datetime:
        return self._runner.now

    def _record(self, event: Event) -> None:
        session, reading = self._runner.session, self._runner.reading
        if session is not None and reading is not None and go_round_now(session, reading) is not None:
            self._runner.record((event,))
