"""What does the dial show at this reading? Digits, word, shape and how much is left."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from desktop.actions import PAUSE, paused_for
from desktop.wording import clock_digits, minutes_in_full
from formats.language import Message, tr
from formats.session.clock import SHORT_STAGE, Phase, Reading
from formats.session.progress import Progress
from formats.session.wording import join_list

ZERO = timedelta()
ONE_MINUTE = timedelta(minutes=1)


class DialShape(StrEnum):
    """How the phase looks to an eye that tells no colours apart."""

    RING = "ring"
    BEADS = "beads"
    EMPTY = "empty-ring"
    BLOCK = "block"
    HATCHED = "hatched"
    HATCHED_BLOCK = "hatched-block"
    STILL = "still"


@dataclass(frozen=True, slots=True)
class DialFace:
    """The dial of one moment. `rest` is the share of the stage that is left, from 0 to 1."""

    digits: str
    word: str
    caption: str
    rest: float
    shape: DialShape
    tint: str
    ticks: int

    @property
    def short_digits(self) -> str:
        """The same where there is next to no room: "6:12", "+0:40" when over, "Paused"."""
        if self.shape in (DialShape.HATCHED, DialShape.HATCHED_BLOCK):
            return PAUSE.done
        return f"+{self.digits}" if self.shape in (DialShape.EMPTY, DialShape.BLOCK) else self.digits

    @property
    def spoken_words(self) -> str:
        """The same in words, for who hears it."""
        return join_list(part for part in (self.digits, self.word, self.caption) if part)


_WORDS = {
    Phase.WAITING: Message("Ready"),
    Phase.LAST_MINUTE: Message("Last minute"),
    # For translators: under digits that count up since the time was over
    Phase.OVERTIME: Message("over"),
}
_SHAPES = {
    Phase.WAITING: DialShape.STILL,
    Phase.RUNNING: DialShape.RING,
    Phase.LAST_MINUTE: DialShape.BEADS,
    Phase.OVERTIME: DialShape.BLOCK,
    Phase.PAUSED: DialShape.HATCHED,
    Phase.FINISHED: DialShape.STILL,
}
_TINTS = {Phase.LAST_MINUTE: "amber", Phase.OVERTIME: "clay"}


def face_of(reading: Reading) -> DialFace:
    """The dial for a reading: pure, so that a late look shows the same as an early one."""
    length = reading.stage.length if reading.stage else ZERO
    over = reading.remaining < ZERO
    rest = max(reading.remaining / length, 0.0) if length else 0.0
    return DialFace(
        digits=clock_digits(reading.seconds_over if over else reading.seconds_left),
        word=phase_word(reading),
        caption=_caption(reading, over=over),
        rest=min(rest, 1.0),
        shape=_shape(reading, over=over),
        tint="clay" if over else _TINTS.get(reading.phase, "moss"),
        ticks=ticks_for(length),
    )


def _caption(reading: Reading, *, over: bool) -> str:
    length = minutes_in_full(reading.stage.length if reading.stage else ZERO)
    if not over:
        return tr("of {length}", length=length)
    return (
        tr("over, planned: {length}", length=length)
        if reading.phase is Phase.PAUSED
        else tr("planned: {length}", length=length)
    )


def _shape(reading: Reading, *, over: bool) -> DialShape:
    if over and reading.phase is Phase.PAUSED:
        return DialShape.HATCHED_BLOCK
    return DialShape.EMPTY if reading.softly_over else _SHAPES[reading.phase]


def phase_word(reading: Reading) -> str:
    """The word that goes with the phase; none while a stage simply runs."""
    if reading.phase is Phase.PAUSED:
        return paused_for(clock_digits(int(reading.paused_for.total_seconds())))
    if reading.phase is Phase.LAST_MINUTE and reading.stage and reading.stage.length < SHORT_STAGE:
        return tr("Nearly time")
    if reading.phase is Phase.FINISHED:
        return Progress.FINISHED.word
    return str(_WORDS.get(reading.phase, ""))


def ticks_for(length: timedelta) -> int:
    """One tick a minute, or every second, fifth or tenth minute where these would be more than fifteen."""
    count = length / ONE_MINUTE
    step = next((s for s in (1, 2, 5, 10, 30, 60) if count <= 15 * s), 0)
    return round(count / step) if step else 12
