"""The year as it is to be shown: worked out off the UI thread, for many sessions take a while."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.places.summary.export_plan import FiguresLeaving, Leaving, YearLeaving
from formats.exports import Choices, anonymous_year, figures, reflection, year_of
from formats.exports.document import Document
from formats.session.session import Session


class Shown(StrEnum):
    """Which document is made of the year."""

    BY_DATE = "To reflect on, by date"
    BY_THEME = "To reflect on, by theme"
    FIGURES = "Figures only, for a funder"


@dataclass(frozen=True, slots=True)
class Drawn:
    """The document, what could give someone away in it, and how it leaves; None where nothing was held."""

    document: Document
    warnings: tuple[str, ...]
    leaving: Leaving | None


def drawn(sessions: tuple[Session, ...], choices: Choices, now: datetime, shown: Shown) -> Drawn:
    """The year of these sessions as it is to be shown."""
    if shown is Shown.FIGURES:
        year = anonymous_year(sessions, now, choices.dates)
        return Drawn(figures(year), (), FiguresLeaving(sessions, year) if year.held else None)
    year = year_of(sessions, choices, now)
    by_theme = shown is Shown.BY_THEME
    leaving = YearLeaving(sessions, year, by_theme) if year.held else None
    return Drawn(reflection(year, by_theme), year.warnings, leaving)
