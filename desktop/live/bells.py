"""When does a bell ring? Once before a stage ends, and once when its time is up."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from desktop.live.runner import SessionRunner
from formats.session.agenda import StageKey, StageKind
from formats.session.clock import Phase, Reading
from formats.session.run_state import RunState


class Bell(StrEnum):
    """The two bells."""

    SOON = "soon"
    END = "end"


COUNTING_DOWN = (Phase.RUNNING, Phase.LAST_MINUTE)
RINGS = {(Phase.RUNNING, Phase.LAST_MINUTE): Bell.SOON, (Phase.LAST_MINUTE, Phase.OVERTIME): Bell.END}


@dataclass(frozen=True, slots=True)
class BellState:
    """What of a reading a bell depends on."""

    stage: StageKey | None
    phase: Phase
    visits: int
    opener: str = ""


def bell_between(before: BellState, now: BellState, *, in_opener: bool, ran_out: bool = False) -> Bell | None:
    """The bell that rings from one look to the next. An opener has one at its start, none before its end.

    `ran_out`: the stage before had all its time, as where it moved on by itself.
    """
    if before.stage != now.stage:
        return Bell.END if ran_out and before.phase in COUNTING_DOWN else None
    if not in_opener:
        return RINGS.get((before.phase, now.phase))
    if now.visits > before.visits > 0 and now.opener == before.opener:
        return Bell.SOON
    return Bell.END if now.phase is Phase.OVERTIME and before.phase in COUNTING_DOWN else None


class BellWatch(QObject):
    """Watches the phases go by. A session that is opened in the middle of overtime rings nothing."""

    bell_due = Signal(object)
    """A bell rings: Bell."""

    def __init__(self, runner: SessionRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before: BellState | None = None
        runner.session_opened.connect(self._forget)
        runner.clock_ticked.connect(self._follow)

    def _follow(self, reading: Reading) -> None:
        """Rings where the same stage has just come into its last minute, or to its end."""
        position, stage = reading.position, reading.stage
        now = BellState(position.current, reading.phase, len(position.visits), stage.opener if stage else "")
        in_opener = stage is not None and stage.kind is StageKind.OPENER
        before, self._before = self._before, now
        if before is None:
            return
        ring = bell_between(before, now, in_opener=in_opener, ran_out=_has_run_out(position, before.stage))
        if ring is not None:
            self.bell_due.emit(ring)

    def _forget(self) -> None:
        """Another session is on the table."""
        self._before = None


def _has_run_out(position: RunState, key: StageKey | None) -> bool:
    stage = position.agenda.stage(key) if key else None
    return stage is not None and position.used.get(stage.key, timedelta()) >= stage.length
