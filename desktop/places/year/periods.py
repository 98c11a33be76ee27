"""Which series are there, and which of their sessions fall into a period?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from formats.language import tr
from formats.library.repository import SessionCard
from formats.session.dates.calendar_days import months_on
from formats.session.folding import fold
from formats.session.session import same_series

TWELVE_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time by its words; None where it is open."""

    words: str
    first: date | None = None
    last: date | None = None
    by_hand: bool = False
    """Whether its days are still to be said."""

    def holds(self, day: date) -> bool:
        """Whether a day falls into it."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


def series_in(cards: Sequence[SessionCard]) -> tuple[str, ...]:
    """Every series that has met, by its name as it was typed last, the one that met last first."""
    names: dict[str, str] = {}
    for card in cards:
        if card.series.strip() and card.progress.begun:
            names.setdefault(fold(card.series), card.series.strip())
    return tuple(names.values())


def sessions_of_series(cards: Sequence[SessionCard], series: str) -> tuple[SessionCard, ...]:
    """The sessions of a series that were begun, the oldest first; without a name those of all."""
    held = (card for card in reversed(cards) if card.progress.begun)
    return tuple(card for card in held if not series or same_series(card.series, series))


def periods_of(cards: Sequence[SessionCard], today: date) -> tuple[Period, ...]:
    """The periods to choose from: the last twelve months if anyone met in them, all, each year, any dates."""
    years = sorted({card.date.year for card in cards}, reverse=True)
    last = Period(tr("The last twelve months"), months_on(today, -TWELVE_MONTHS))
    return (
        *((last,) if any(last.holds(card.date) for card in cards) else ()),
        Period(tr("From the beginning")),
        *(Period(str(year), date(year, 1, 1), date(year, 12, 31)) for year in years),
        Period(tr("From one day to another"), by_hand=True),
    )
