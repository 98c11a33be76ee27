"""What happens to the session when the facilitator acts, and which acts ask for a second press?"""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal

from desktop.actions import ActName, Armed, press_again_sentence
from desktop.content.catalogue import Catalogue
from desktop.live.edit_history import EditHistory
from desktop.live.opener_now import is_inviting
from desktop.live.runner import SessionRunner
from desktop.places.run.round_rooms import RoundRoomsMaker
from desktop.places.run.second_press import SecondPress
from desktop.places.run.stage_commands import StageCommands
from formats.language import tr
from formats.session.agenda import Stage, StageKey
from formats.session.clock import Phase, Reading
from formats.session.events import AutoAdvanceStopped, Corrected, Event, Refitted, RoundAdded, Started
from formats.session.fitting import fit_another_round, share_overrun_event
from formats.session.moves import Move, Refusal, main_move, stage_before

Fitting = Callable[[Reading, datetime, datetime, int], Event | Refusal]
EARLY = 5
"""More than a fifth of the stage is left: next may be a slip."""
MOVES = {
    ActName.LONGER: Move.LONGER,
    ActName.SHORTER: Move.SHORTER,
    ActName.RESTART: Move.RESTART,
}


class RunCommands(QObject):
    """Turns presses into moves. Nothing here that cannot be undone."""

    armed_changed = Signal()
    """What waits for its second press is another: `armed`."""
    act_refused = Signal(str)
    """Why an act is not possible now, or not in full."""

    def __init__(
        self,
        runner: SessionRunner,
        catalogue: Catalogue,
        history: EditHistory,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._twice = SecondPress(self)
        self._twice.armed_changed.connect(self.armed_changed)
        self._rooms = RoundRoomsMaker(runner, self)
        self._rooms.message.connect(self.act_refused)
        self._at: StageKey | None = None
        self.stages = StageCommands(runner, catalogue, history, self)
        runner.session_opened.connect(self.disarm)
        runner.clock_ticked.connect(self._forget_at_new_stage)

    @property
    def armed(self) -> Armed:
        """What waits for its second press."""
        return self._twice.armed

    def disarm(self) -> None:
        """The next press is a first one: something else was done in between."""
        self._twice.forget()

    def do(self, name: ActName) -> None:
        """Does an act on the session; one that is not possible now is refused in a sentence."""
        if name is not self.armed:
            self._twice.forget()
        match name:
            case ActName.GO:
                self._go()
            case ActName.NEXT:
                self._next()
            case ActName.BACK:
                self._back()
            case ActName.FINISH:
                self._finish()
            case ActName.STAY:
                self._stay()
            case ActName.ADD_ROUND:
                self._add_round()
            case ActName.SHARE_OVERRUN:
                self._share_overrun()
            case ActName.BEGIN_OPENER | ActName.SKIP_OPENER | ActName.FIVE_SENSES:
                self.stages.act_in_opener(name)
            case _ if name in MOVES:
                self._runner.make(MOVES[name])

    def jump(self, key: StageKey) -> None:
        """Goes to a stage at the second press; to the one of the moment never."""
        reading = self._runner.reading
        if reading is None or reading.phase is Phase.FINISHED or self._is_at(reading, key):
            return
        if self._confirms(key, reading.position.agenda.stage(key)):
            self._runner.go_to(key)

    def choose_length(self, length: timedelta) -> None:
        """Gives the stage of the moment another length."""
        reading = self._runner.reading
        if reading is not None and reading.stage is not None and reading.stage.length != length:
            self._record(Refitted(reading.now, ((reading.stage.key, length),)))

    def begin_earlier(self, by: timedelta) -> None:
        """Makes good for a start that was forgotten: before the session its start, then that of the stage."""
        reading = self._runner.reading
        if reading is None or reading.stage is None or reading.phase is Phase.FINISHED:
            return
        waiting = reading.phase is Phase.WAITING
        self._record(Started(reading.now - by, reading.stage.key) if waiting else Corrected(reading.now, by))

    def _go(self) -> None:
        reading = self._runner.reading
        if reading is None:
            return
        if reading.position.running and is_inviting(reading):
            self.do(ActName.BEGIN_OPENER)
            return
        if (move := main_move(reading)) is not None:
            self._runner.make(move)

    def _confirms(self, what: ActName | StageKey, to: Stage | None) -> bool:
        """Whether this is the second press; at the first it says where a second one goes."""
        if self._twice.press_confirms(what):
            return True
        if to is not None:
            self.act_refused.emit(press_again_sentence(to.title))
        return False

    def _stay(self) -> None:
        """Only where there is something to hold: a log must not grow by a slip, least of all before the start."""
        reading = self._runner.reading
        stage = reading.stage if reading else None
        if reading is None or stage is None or not reading.live:
            return
        if stage.moves_on and not reading.position.held:
            self._record(AutoAdvanceStopped(reading.now))
        else:
            self.act_refused.emit(tr("This stage will not move on by itself."))

    def _finish(self) -> None:
        if Move.FINISH not in self._runner.moves:
            return
        if self._twice.press_confirms(ActName.FINISH):
            self._runner.make(Move.FINISH)
        else:
            self.act_refused.emit(tr("Press F once more to finish the session."))

    def _next(self) -> None:
        reading = self._runner.reading
        if reading is None:
            return
        if reading.position.running and is_inviting(reading):
            # What comes next is the opener itself: a clicker has no other key to begin it.
            self.do(ActName.BEGIN_OPENER)
            return
        possible = Move.NEXT in self._runner.moves
        if possible and _is_early(reading) and not self._confirms(ActName.NEXT, reading.following[0]):
            return
        self._runner.make(Move.NEXT)

    def _back(self) -> None:
        """Always at the second press: a clicker has no undo, and its two buttons lie side by side."""
        reading = self._runner.reading
        earlier = stage_before(reading) if reading and Move.BACK in self._runner.moves else None
        if earlier is not None and not self._confirms(ActName.BACK, earlier):
            return
        self._runner.make(Move.BACK)

    def _add_round(self) -> None:
        self._record_fitting(fit_another_round)

    def _share_overrun(self) -> None:
        self._record_fitting(share_overrun_event)

    def _record_fitting(self, fitting: Fitting) -> None:
        session, reading = self._runner.session, self._runner.reading
        if session is None or reading is None:
            return
        event = fitting(reading, session.slot_ends_at(reading.position), reading.now, len(session.present))
        if isinstance(event, Refusal):
            self.act_refused.emit(event.sentence)
            return
        self._record(event)
        if isinstance(event, RoundAdded):
            self._rooms.make_for(event.part)

    def _record(self, event: Event) -> None:
        self._runner.record((event,))

    def _is_at(self, reading: Reading, key: StageKey) -> bool:
        return reading.phase is not Phase.WAITING and reading.position.current == key

    def _forget_at_new_stage(self, reading: Reading) -> None:
        late = self.armed is ActName.NEXT and not _is_early(reading)
        if reading.position.current != self._at or late:
            self._at = reading.position.current
            self._twice.forget()


def _is_early(reading: Reading) -> bool:
    stage = reading.stage
    return stage is not None and reading.remaining > stage.length / EARLY
