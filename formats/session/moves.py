"""What the facilitator can do now: each move gives the event to log, or a refusal in plain words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from formats.language import tr
from formats.session.act_history import read_history
from formats.session.agenda import Stage, StageKey
from formats.session.clock import Phase, Reading
from formats.session.events import (
    Event,
    Extended,
    Finished,
    Moved,
    Paused,
    Redone,
    Restarted,
    Resumed,
    Started,
    Undone,
)
from formats.session.progress import Progress
from formats.session.run_state import ZERO

MINUTE = timedelta(minutes=1)


class Move(StrEnum):
    """An act of the facilitator on the running session."""

    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    LONGER = "longer"
    SHORTER = "shorter"
    NEXT = "next"
    BACK = "back"
    RESTART = "restart"
    FINISH = "finish"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a move is not possible now, as one sentence for the person who asked."""

    sentence: str


def make_move(move: Move, reading: Reading, events: tuple[Event, ...], now: datetime) -> Event | Refusal:
    """The event that `move` adds to the run log at `now`, or why it cannot be made."""
    return _RULES[move](reading, events, now)


def possible_moves(reading: Reading, events: tuple[Event, ...]) -> frozenset[Move]:
    """The moves that would not be refused now: what the buttons follow."""
    return frozenset(m for m in Move if not isinstance(make_move(m, reading, events, reading.now), Refusal))


def main_move(reading: Reading) -> Move | None:
    """What the one large button and its key do now: start, pause or go on; nothing once it is finished."""
    if reading.phase is Phase.FINISHED:
        return None
    return {Phase.WAITING: Move.START, Phase.PAUSED: Move.RESUME}.get(reading.phase, Move.PAUSE)


def go_to(key: StageKey, reading: Reading, now: datetime) -> Event | Refusal:
    """Goes to any stage of the agenda; a session that waits is started there."""
    if reading.position.agenda.stage(key) is None:
        return Refusal(tr("That stage is not in this session."))
    if reading.phase is Phase.FINISHED:
        return Refusal(tr("{sentence} Undo brings it back.", sentence=Progress.FINISHED.sentence))
    if reading.phase is Phase.WAITING:
        return Started(now, key)
    return Moved(now, key)


def stage_before(reading: Reading) -> Stage | None:
    """The stage planned before this one."""
    stages = reading.position.agenda.stages
    index = len(stages) - len(reading.following) - 1
    return stages[index - 1] if index > 0 else None


def _start(reading: Reading, events: tuple[Event, ...], now: datetime) -> Event | Refusal:
    if reading.stage is None:
        return Refusal(tr("Nothing is planned yet. Add a structure first."))
    if reading.phase is not Phase.WAITING:
        return Refusal(tr("The session has started already."))
    return Started(now, reading.stage.key)


def _pause(reading: Reading, events: tuple[Event, ...], now: datetime) -> Event | Refusal:
    return Paused(now) if reading.position.running else Refusal(tr("The clock is not running. Press Start."))


def _resume(reading: Reading, events: tuple[Event, ...], now: datetime) -> Event | Refusal:
    return Resumed(now) if reading.phase is Phase.PAUSED else Refusal(tr("The clock is not paused."))


def _longer(reading: Reading, events: tuple[Event, ...], now: datetime) -> Event | Refusal:
    return _refuse_unless_live(reading) or Extended(now, MINUTE)


def _shorter(reading: Reading, events: tuple[Event, ...], now: datetime) -> Event | Refusal:
    if refusal := _refuse_unless_live(reading):
        return refusal
    if reading.remaining <= MINUTE:
        return Refusal(tr("Less than a minute is left. Next ends this stage."))
    return Extended(now, -MINUTE)


def _next(reading: Reading, events: tuple[Event, ...], now: datetime) -> Event | Refusal:
    if refusal := _refuse_unless_live(reading):
        return refusal
    if not reading.following:
        return Refusal(tr("This is the last stage. Finish ends the session."))
    return Moved(now, reading.following[0].key)


def _back(reading: Reading, events: tuple[Event, ...], now: datetime) -> Event | Refusal:
    if refusal := _refuse_unless_live(reading):
        return refusal
    earlier = stage_before(reading)
    return Moved(now, earlier.key) if earlier else Refusal(tr("This is the first stage."))


def _restart(reading: Reading, events: tuple[Event, ...], now: datetime) -> Event | Refusal:
    if refusal := _refuse_unless_live(reading):
        return refusal
    return Restarted(now) if reading.used > ZERO else Refusal(tr("This stage has just begun."))


def _finish(reading: Reading, events: tuple[Event, ...], now: datetime) -> Event | Refusal:
    return _refuse_unless_live(reading) or Finished(now)


def _undo(reading: Reading, events: tuple[Event, ...], now: datetime) -> Event | Refusal:
    number = read_history(events).next_undo
    return Refusal(tr("There is nothing to undo.")) if number is None else Undone(now, number)


def _redo(reading: Reading, events: tuple[Event, ...], now: datetime) -> Event | Refusal:
    number = read_history(events).next_redo
    return Refusal(tr("There is nothing to redo.")) if number is None else Redone(now, number)


def _refuse_unless_live(reading: Reading) -> Refusal | None:
    if reading.phase is Phase.WAITING:
        return Refusal(Progress.PLANNED.sentence)
    if reading.phase is Phase.FINISHED:
        return Refusal(tr("{sentence} Undo brings it back.", sentence=Progress.FINISHED.sentence))
    return None


_Rule = Callable[[Reading, tuple[Event, ...], datetime], Event | Refusal]
_RULES: dict[Move, _Rule] = {
    Move.START: _start,
    Move.PAUSE: _pause,
    Move.RESUME: _resume,
    Move.LONGER: _longer,
    Move.SHORTER: _shorter,
    Move.NEXT: _next,
    Move.BACK: _back,
    Move.RESTART: _restart,
    Move.FINISH: _finish,
    Move.UNDO: _undo,
    Move.REDO: _redo,
}
