"""Where does each stage stand on the track, and which of them have room for their name?"""

from collections.abc import Callable
from dataclasses import dataclass

from formats.session.agenda import Agenda, StageKey
from formats.session.clock import Phase, Reading

GAP = 4
NARROWEST = 5


@dataclass(frozen=True, slots=True)
class Segment:
    """One stage on the track: where it begins, how wide it is, how much of it is done (0 to 1)."""

    key: StageKey
    label: str
    minutes: str
    left: float
    width: float
    done: float
    current: bool

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.left + self.width


def segments(reading: Reading, width: float, minutes: dict[StageKey, str]) -> tuple[Segment, ...]:
    """Every stage, as wide as it is long, from left to right over `width` pixels."""
    agenda = reading.position.agenda
    widths = _widths(agenda, width)
    made: list[Segment] = []
    left = 0.0
    for stage, wide in zip(agenda.stages, widths, strict=True):
        current = stage.key == reading.position.current and reading.phase is not Phase.FINISHED
        done = _share_done(reading, stage.key, current)
        made.append(Segment(stage.key, stage.label, minutes[stage.key], left, wide, done, current))
        left += wide + GAP
    return tuple(made)


def has_room_for_all(found: tuple[Segment, ...], measure: Callable[[str], float]) -> bool:
    """Whether each stage is wide enough for all of its name; else only those around now are named."""
    return all(segment.width >= measure(segment.label) for segment in found)


def segments_around_now(found: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """The stages that are named where there is no room for all: the one of the moment and its neighbours."""
    here = next((n for n, segment in enumerate(found) if segment.current), 0)
    return found[max(here - 1, 0) : here + 2]


def _widths(agenda: Agenda, width: float) -> list[float]:
    lengths = [max(stage.length.total_seconds(), 1.0) for stage in agenda.stages]
    free = max(width - GAP * (len(lengths) - 1) - NARROWEST * len(lengths), 0.0)
    total = sum(lengths)
    return [NARROWEST + free * length / total for length in lengths]


def _share_done(reading: Reading, key: StageKey, current: bool) -> float:
    if reading.phase is Phase.WAITING:
        return 0.0
    if current:
        stage = reading.stage
        return min(reading.used / stage.length, 1.0) if stage and stage.length else 1.0
    if reading.phase is Phase.FINISHED:
        return 1.0 if key in reading.position.used else 0.0
    return 0.0 if any(stage.key == key for stage in reading.following) else 1.0
