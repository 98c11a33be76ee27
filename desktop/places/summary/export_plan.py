"""What can leave as a file from a place: the summary of a session, the year of a series, its page of figures."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Protocol, Self

from formats.exports import (
    Choices,
    Year,
    export,
    export_figures,
    export_links,
    export_record,
    export_year,
    file_name,
    page_suffixes,
    plain_file_name,
    suffixes,
    year_file_name,
)
from formats.exports.choices import with_more_answers
from formats.exports.questions import NameQuestion
from formats.language import Message, tr
from formats.session.people import Person
from formats.session.session import Session

INVITATIONS = ("ics", "eml")
NO_DATE = Message("The next session has no date yet. Set the date first.")
ONLY_A_PAGE = Message("The figures are one page. They have nothing for a list.")


class ExportJob(Protocol):
    """Something that is written into files of several kinds."""

    @property
    def subject(self) -> str:
        """What it is about, by id: another subject makes what was said of the last file stale."""
        ...

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The endings it can be written under now."""
        ...

    @property
    def questions(self) -> tuple[NameQuestion, ...]:
        """The words in it that may be names, to be asked about before it is written."""
        ...

    def why_not(self, suffix: str) -> str:
        """Why it cannot be written under an ending now."""
        ...

    def file_name_for(self, suffix: str) -> str:
        """The file name to propose."""
        ...

    def write(self, target: Path, fonts: Path, wanted: Callable[[], bool]) -> Path:
        """Writes the file. Raises ExportError with one sentence."""
        ...


@dataclass(frozen=True, slots=True)
class SummaryExport:
    """The summary of one session."""

    session: Session
    choices: Choices
    now: datetime
    questions: tuple[NameQuestion, ...] = ()

    @property
    def subject(self) -> str:
        return self.session.id

    @property
    def suffixes(self) -> tuple[str, ...]:
        return _possible_suffixes(invited=bool(self.session.next_session or self.session.called_off))

    def why_not(self, suffix: str) -> str:
        return str(NO_DATE) if suffix in INVITATIONS else ""

    def file_name_for(self, suffix: str) -> str:
        return file_name(self.session, suffix, self.choices)

    def write(self, target: Path, fonts: Path, wanted: Callable[[], bool]) -> Path:
        return export(self.session, target, self.choices, now=self.now, fonts=fonts, wanted=wanted)


@dataclass(frozen=True, slots=True)
class YearExport:
    """The year of a series as it is seen, by date or by theme."""

    year: Year
    by_theme: bool
    questions: tuple[NameQuestion, ...] = ()

    @property
    def subject(self) -> str:
        return f"year {self.year.series}"

    @property
    def suffixes(self) -> tuple[str, ...]:
        return _possible_suffixes(invited=self.year.held[-1].summary.invitation is not None)

    def why_not(self, suffix: str) -> str:
        return str(NO_DATE) if suffix in INVITATIONS else ""

    def file_name_for(self, suffix: str) -> str:
        # For translators: stands in the name of a file
        return year_file_name(self.year, tr("the year together"), suffix)

    def write(self, target: Path, fonts: Path, wanted: Callable[[], bool]) -> Path:
        return export_year(self.year, target, fonts=fonts, by_theme=self.by_theme, wanted=wanted)


@dataclass(frozen=True, slots=True)
class FiguresExport:
    """The page of figures, which names nobody."""

    sessions: tuple[Session, ...]
    year: Year

    @property
    def questions(self) -> tuple[NameQuestion, ...]:
        return ()

    @property
    def subject(self) -> str:
        return f"figures {self.year.series}"

    @property
    def suffixes(self) -> tuple[str, ...]:
        return page_suffixes()

    def why_not(self, suffix: str) -> str:
        return "" if suffix in self.suffixes else str(ONLY_A_PAGE)

    def file_name_for(self, suffix: str) -> str:
        # For translators: stands in the name of a file
        return year_file_name(self.year, tr("the year in figures"), suffix)

    def write(self, target: Path, fonts: Path, wanted: Callable[[], bool]) -> Path:
        dates, now = self.year.choices.dates, self.year.made_at
        return export_figures(self.sessions, target, now=now, fonts=fonts, dates=dates, wanted=wanted)


@dataclass(frozen=True, slots=True)
class RecordExport:
    """The attendance record of one person."""

    person: Person
    sessions: tuple[Session, ...]
    choices: Choices
    now: datetime
    questions: tuple[NameQuestion, ...] = ()

    def answered(self, names: frozenset[str], words: frozenset[str]) -> Self:
        """The same once these words are known to be names, and these to be none."""
        return replace(self, choices=with_more_answers(self.choices, names, words), questions=())

    @property
    def subject(self) -> str:
        return f"record {self.person.id}"

    @property
    def suffixes(self) -> tuple[str, ...]:
        return page_suffixes()

    def why_not(self, _suffix: str) -> str:
        return ""

    def file_name_for(self, suffix: str) -> str:
        return plain_file_name(tr("Attendance record {name}", name=self.person.name), suffix)

    def write(self, target: Path, fonts: Path, wanted: Callable[[], bool]) -> Path:
        sessions, choices, now = self.sessions, self.choices, self.now
        return export_record(self.person, sessions, target, choices, now=now, fonts=fonts, wanted=wanted)


@dataclass(frozen=True, slots=True)
class LinksExport:
    """The web addresses that the notes of a session name."""

    session: Session
    choices: Choices
    now: datetime
    questions: tuple[NameQuestion, ...] = ()

    def answered(self, names: frozenset[str], words: frozenset[str]) -> Self:
        """The same once these words are known to be names, and these to be none."""
        return replace(self, choices=with_more_answers(self.choices, names, words), questions=())

    @property
    def subject(self) -> str:
        return f"links {self.session.id}"

    @property
    def suffixes(self) -> tuple[str, ...]:
        return page_suffixes()

    def why_not(self, _suffix: str) -> str:
        return ""

    def file_name_for(self, suffix: str) -> str:
        # For translators: stands in the name of a file
        return file_name(self.session, suffix, self.choices, tr("links"))

    def write(self, target: Path, fonts: Path, wanted: Callable[[], bool]) -> Path:
        return export_links(self.session, target, self.choices, now=self.now, fonts=fonts, wanted=wanted)


def _possible_suffixes(*, invited: bool) -> tuple[str, ...]:
    return tuple(suffix for suffix in suffixes() if invited or suffix not in INVITATIONS)
