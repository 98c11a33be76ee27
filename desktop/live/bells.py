"""When does a bell ring? Once before a stage ends, and once when its time is up."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from desktop.content.catalogue import Catalogue
from desktop.live.opener_now import is_inviting, opener_now
from desktop.live.runner import SessionRunner
from formats.session.agenda import StageKey, StageKind
from formats.session.clock import Phase, Reading
from formats.session.run_state import RunState
from formats.structures.opener import Bells


class Bell(StrEnum):
    """The two bells."""

    SOON = "soon"
    END = "end"


COUNTING_DOWN = (Phase.RUNNING, Phase.LAST_MINUTE)
RINGS = {(Phase.RUNNING, Phase.LAST_MINUTE): Bell.SOON, (Phase.LAST_MINUTE, Phase.OVERTIME): Bell.END}


BOTH = Bells()


@dataclass(frozen=True, slots=True)
class BellState:
    """What of a reading a bell depends on."""

    stage: StageKey | None
    phase: Phase
    visits: int
    opener: str = ""
    bells: Bells = BOTH
    lines_with_bells: int = 0
    """How many lines with a bell have come, of an opener that has begun."""


def bell_between(before: BellState, now: BellState, *, in_opener: bool, ran_out: bool = False) -> Bell | None:
    """The bell that rings from one look to the next. An opener has one at its start, none before its end.

    `ran_out`: the stage before had all its time, as where it moved on by itself.
    """
    if before.stage != now.stage:
        return Bell.END if ran_out and before.phase in COUNTING_DOWN else None
    if not in_opener:
        return RINGS.get((before.phase, now.phase))
    if now.visits > before.visits > 0 and now.opener == before.opener:
        return Bell.SOON if now.bells.start or now.lines_with_bells else None
    if now.phase is Phase.OVERTIME and before.phase in COUNTING_DOWN:
        return Bell.END if now.bells.end else None
    same = (now.visits, now.opener) == (before.visits, before.opener)
    return Bell.SOON if same and now.lines_with_bells > before.lines_with_bells else None


class BellWatch(QObject):
    """Watches the phases go by. A session that is opened in the middle of overtime rings nothing."""

    bell_due = Signal(object)
    """A bell rings: Bell."""

    def __init__(
        self, runner: SessionRunner, parent: QObject | None = None, catalogue: Catalogue | None = None
    ) -> None:
        """`catalogue` knows which bells an opener has; without it each has one at its start and one at its end."""
        super().__init__(parent)
        self._catalogue = catalogue
        self._before: BellState | None = None
        runner.session_opened.connect(self._forget)
        runner.clock_ticked.connect(self._follow)

    def _follow(self, reading: Reading) -> None:
        """Rings where the same stage has just come into its last minute, or to its end."""
        position, stage = reading.position, reading.stage
        now = BellState(
            position.current,
            reading.phase,
            len(position.visits),
            stage.opener if stage else "",
            *self._opener_bells(reading),
        )
        in_opener = stage is not None and stage.kind is StageKind.OPENER
        before, self._before = self._before, now
        if before is None:
            return
        ring = bell_between(before, now, in_opener=in_opener, ran_out=_has_run_out(position, before.stage))
        if ring is not None:
            self.bell_due.emit(ring)

    def _opener_bells(self, reading: Reading) -> tuple[Bells, int]:
        """The bells of the opener that is on, and how many of those between its lines have rung by now."""
        opener = opener_now(reading, self._catalogue) if self._catalogue is not None else None
        if opener is None or reading.stage is None:
            return BOTH, 0
        if is_inviting(reading):
            return opener.bells, 0
        length = reading.stage.length
        said = opener.lines_for(length)[: opener.line_index(length, reading.used) + 1]
        return opener.bells, sum(line.bell for line in said)

    def _forget(self) -> None:
        """Another session is on the table."""
        self._before = None


def _has_run_out(position: RunState, key: StageKey | None) -> bool:
    stage = position.agenda.stage(key) if key else None
    return stage is not None and position.used.get(stage.key, timedelta()) >= stage.length
