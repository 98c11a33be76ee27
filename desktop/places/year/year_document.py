"""The year as it is to be shown: worked out off the UI thread, for many sessions take a while."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.places.summary.export_plan import ExportJob, FiguresExport, YearExport
from formats.exports import REFLECTION, Choices, anonymous_year, figures, reflection, year_of
from formats.exports.document import Document
from formats.language import Message
from formats.session.session import Session


class YearView(StrEnum):
    """Which document is made of the year."""

    BY_DATE = "date"
    BY_THEME = "theme"
    FIGURES = "figures"

    @property
    def words(self) -> str:
        """What it is called."""
        return str(_WORDS[self])


_WORDS = {
    YearView.BY_DATE: Message("To reflect on, by date"),
    YearView.BY_THEME: Message("To reflect on, by theme"),
    YearView.FIGURES: Message("Figures only, for a funder"),
}


@dataclass(frozen=True, slots=True)
class YearDocument:
    """The document, what could give someone away in it, and how it leaves; None where nothing was held."""

    document: Document
    warnings: tuple[str, ...]
    export_job: ExportJob | None


def build_year_document(
    sessions: tuple[Session, ...],
    choices: Choices,
    now: datetime,
    shown: YearView,
    questions: tuple[str | Message, ...] = REFLECTION,
) -> YearDocument:
    """The year of these sessions as it is to be shown, with the questions that the group reflects on."""
    if shown is YearView.FIGURES:
        year = anonymous_year(sessions, now, choices.dates, choices.language)
        return YearDocument(figures(year), (), FiguresExport(sessions, year) if year.held else None)
    year = year_of(sessions, choices, now, questions)
    by_theme = shown is YearView.BY_THEME
    document = reflection(year, by_theme)
    leaving = YearExport(year, by_theme, document.questions) if year.held else None
    return YearDocument(document, year.warnings, leaving)
