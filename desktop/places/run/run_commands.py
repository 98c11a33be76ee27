"""What happens to the session when the facilitator acts, and which acts ask for a second press?"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal

from desktop.actions import ActName, Armed
from desktop.content.catalogue import Catalogue
from desktop.live.opener_now import is_inviting
from desktop.live.runner import SessionRunner
from desktop.places.run.round_rooms import RoundRoomsMaker
from desktop.places.run.second_press import SecondPress
from formats.session.agenda import Stage, StageKey, StageKind
from formats.session.clock import Phase, Reading
from formats.session.events import AutoAdvanceStopped, Corrected, Event, Refitted, Restarted, RoundAdded, Started
from formats.session.fitting import fit_another_round, share_overrun_event
from formats.session.moves import Move, Refusal, main_move, stage_before
from formats.session.session import Session
from formats.structures.opener import Opener

Fitting = Callable[[Reading, datetime, datetime, int], Event | Refusal]
FIVE_SENSES = "five-senses"
EARLY = 5
"""More than a fifth of the stage is left: next may be a slip."""
MOVES = {
    ActName.LONGER: Move.LONGER,
    ActName.SHORTER: Move.SHORTER,
    ActName.UNDO: Move.UNDO,
    ActName.RESTART: Move.RESTART,
}


class RunCommands(QObject):
    """Turns presses into moves. Nothing here that cannot be undone."""

    armed_changed = Signal()
    """What waits for its second press is another: `armed`."""
    act_refused = Signal(str)
    """Why an act is not possible now, or not in full."""

    def __init__(self, runner: SessionRunner, catalogue: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner, self._catalogue = runner, catalogue
        self._twice = SecondPress(self)
        self._twice.armed_changed.connect(self.armed_changed)
        self._rooms = RoundRoomsMaker(runner, self)
        self._rooms.message.connect(self.act_refused)
        self._at: StageKey | None = None
        self._left_opener = ""
        runner.session_opened.connect(self.forget)
        runner.clock_ticked.connect(self._forget_at_new_stage)

    @property
    def armed(self) -> Armed:
        """What waits for its second press."""
        return self._twice.armed

    def forget(self) -> None:
        """The next press is a first one: another session is on the table."""
        self._twice.forget()
        self._left_opener = ""

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
                self._act_in_opener(name)
            case _ if name in MOVES:
                self._runner.make(MOVES[name])

    def jump(self, key: StageKey) -> None:
        """Goes to a stage at the second press; to the one of the moment never."""
        reading = self._runner.reading
        if reading is None or reading.phase is Phase.FINISHED or self._is_at(reading, key):
            return
        if self._twice.press_confirms(key):
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

    def let_move_on(self, wanted: bool) -> None:
        """Lets the stage of the moment move on by itself at zero, or not."""
        reading = self._runner.reading
        stage = reading.stage if reading else None
        if stage is not None and stage.kind is not StageKind.OPENER:
            self._change_stage(stage.key, replace(stage, moves_on=wanted))

    def _go(self) -> None:
        reading = self._runner.reading
        if reading is None:
            return
        if reading.position.running and is_inviting(reading):
            self.do(ActName.BEGIN_OPENER)
            return
        if (move := main_move(reading)) is not None:
            self._runner.make(move)

    def _stay(self) -> None:
        """Only where there is something to hold: a log must not grow by a slip, least of all before the start."""
        reading = self._runner.reading
        stage = reading.stage if reading else None
        if reading is None or stage is None or not reading.live:
            return
        if stage.moves_on and not reading.position.held:
            self._record(AutoAdvanceStopped(reading.now))
        else:
            self.act_refused.emit("This stage waits for you as it is.")

    def _finish(self) -> None:
        if Move.FINISH not in self._runner.moves:
            return
        if self._twice.press_confirms(ActName.FINISH):
            self._runner.make(Move.FINISH)
        else:
            self.act_refused.emit("Press F once more to finish the session.")

    def _next(self) -> None:
        reading = self._runner.reading
        if reading is None:
            return
        if reading.position.running and is_inviting(reading):
            # What comes next is the opener itself: a clicker has no other key to begin it.
            self.do(ActName.BEGIN_OPENER)
            return
        possible = Move.NEXT in self._runner.moves
        if possible and _is_early(reading) and not self._twice.press_confirms(ActName.NEXT):
            return
        self._runner.make(Move.NEXT)

    def _back(self) -> None:
        """Always at the second press: a clicker has no undo, and its two buttons lie side by side."""
        reading = self._runner.reading
        earlier = stage_before(reading) if reading and Move.BACK in self._runner.moves else None
        if earlier is not None and not self._twice.press_confirms(ActName.BACK):
            self.act_refused.emit(f"Press Back once more to go to “{earlier.title}”.")
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

    def _act_in_opener(self, name: ActName) -> None:
        reading = self._runner.reading
        stage = reading.stage if reading else None
        if reading is None or stage is None or stage.kind is not StageKind.OPENER:
            return
        if not reading.live:
            return
        if name is ActName.SKIP_OPENER:
            self._runner.make(Move.NEXT)
        elif name is ActName.FIVE_SENSES:
            self._change_opener(reading, stage)
        elif is_inviting(reading) and reading.position.running:
            self._record(Restarted(reading.now))

    def other_opener(self, stage: Stage) -> Opener | None:
        """What five senses change to: themselves, or what they took the place of; None where that is nothing."""
        if stage.opener != FIVE_SENSES:
            return self._catalogue.opener(FIVE_SENSES)
        left = self._left_opener or stage.key.stage
        return self._catalogue.opener(left) if left != FIVE_SENSES else None

    def _change_opener(self, reading: Reading, stage: Stage) -> None:
        """To the one that leaves the breath alone, or back; the stage keeps its key, for the log names it."""
        other = self.other_opener(stage)
        if other is None:
            return
        self._left_opener = stage.opener or stage.key.stage
        self._change_stage(stage.key, _with_opener(stage, other))
        if reading.position.running and not is_inviting(reading):
            self._record(Restarted(reading.now))

    def _change_stage(self, key: StageKey, changed: Stage) -> None:
        """Changes what is planned for a stage; its length stays what plan and log make it."""

        def amended(session: Session) -> Session:
            part = session.agenda.part(key.part)
            if part is None:
                return session
            stages = tuple(changed.with_length(s.length) if s.key == key else s for s in part.stages)
            return replace(session, agenda=session.agenda.with_part(replace(part, stages=stages)))

        self._runner.amend(amended)

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


def _with_opener(stage: Stage, opener: Opener) -> Stage:
    lengths = opener.lengths
    return replace(
        stage,
        opener=opener.id,
        title=opener.title,
        instruction=opener.summary,
        minimum=min(lengths.minimum, stage.length),
        maximum=max(lengths.maximum, stage.length),
    )
