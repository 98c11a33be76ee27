"""What clearing export writes: the summary of one session, or the year of a series, for some readers."""

import argparse
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from importlib.resources import as_file, files
from pathlib import Path
from typing import TypeVar

from desktop.commands.library import NotThereError
from desktop.content.languages import choices_in, language
from formats.exports import (
    Audience,
    Choices,
    NameStyle,
    Summary,
    choices_for,
    export,
    export_links,
    export_record,
    export_series,
    recipients_sentence,
    reflection,
    summarise,
    year_of,
)
from formats.exports.document import Document
from formats.exports.paper import Paper
from formats.exports.questions import hidden_in_doubt
from formats.exports.record import links_of, record_of
from formats.exports.summary_document import document_of
from formats.exports.undrawn import undrawn_sentence, undrawn_signs, unusual_signs
from formats.language import Language, Message, tr
from formats.library.repository import SessionRepository
from formats.library.transfer import ENDING, write_transfer
from formats.session.folding import fold
from formats.session.people import Person
from formats.session.session import Session, same_series
from formats.session.sorting import sort_key
from formats.session.wording import join_and, quoted

NOT_FOR_READERS = Message(
    "A session file holds one session with every name as it is, to be opened in Clearing. "
    "To share it with names hidden, choose a file to read: --to OUT.docx --names none."
)
T = TypeVar("T", bound=StrEnum)
LAST = "last"
UNKNOWN_AUDIENCE = Message("The audience “{text}” is not one of {known}.")
UNKNOWN_NAMES = Message("The way of naming “{text}” is not one of {known}.")


class UnclearError(ValueError):
    """What was asked for does not go together."""


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What is to be written, for whom, and where to; `names` is None for what suits the audience.

    `language` is that of the readers, None for the one the app speaks.
    """

    session: str
    series: str | None
    audience: Audience
    names: NameStyle | None
    target: Path
    person: str | None = None
    links: bool = False
    language: Language | None = None

    @property
    def is_session_file(self) -> bool:
        """Whether the session itself is wanted, without private notes, instead of a summary."""
        return self.target.suffix == f".{ENDING}"

    @property
    def choices(self) -> Choices:
        """The starting point for these readers, with the names that were asked for."""
        start = replace(choices_for(self.audience), language=self.language)
        return start if self.names is None else replace(start, names=self.names)


def read_export_request(parsed: argparse.Namespace) -> ExportRequest:
    """The arguments as one value.

    Raises UnclearError where they do not go together, LanguageError where a language is not known.
    """
    code = getattr(parsed, "language", "")
    return replace(_read(parsed), language=language(code) if code else None)


def _read(parsed: argparse.Namespace) -> ExportRequest:
    session, series = parsed.session or "", parsed.series
    if parsed.person is not None:
        if session or series is not None or parsed.links:
            raise UnclearError(tr("A record is of one person over all their sessions: --person NAME alone."))
        if not parsed.person.strip():
            raise UnclearError(tr("Name the person: --person NAME."))
        return ExportRequest("", None, Audience.PRESENT, NameStyle.NONE, parsed.to, person=parsed.person)
    if session and series is not None:
        raise UnclearError(
            tr("Name a session by its id, the last one with “last”, or a series with --series NAME, not both.")
        )
    if not session and not (series or "").strip():
        raise UnclearError(
            tr("Name a session by its id, the last one with “last”, or a series with --series NAME.")
        )
    if parsed.to.suffix == f".{ENDING}" and (series is not None or parsed.audience or parsed.names):
        raise UnclearError(str(NOT_FOR_READERS))
    audience = _one_of(UNKNOWN_AUDIENCE, parsed.audience, Audience) or Audience.PRESENT
    if parsed.links and not session:
        raise UnclearError(tr("Links are those of one session: name it by its id, or the last one with “last”."))
    names = _one_of(UNKNOWN_NAMES, parsed.names, NameStyle)
    return ExportRequest(session, series, audience, names, parsed.to, links=parsed.links)


def write_export(repository: SessionRepository, asked: ExportRequest, now: datetime) -> tuple[str, ...]:
    """Writes the file; gives sentences about who can be told from it, what is hidden in doubt, and whom it misses.

    Raises ValueError with one sentence.
    """
    with as_file(files("resources").joinpath("fonts")) as fonts:
        if asked.person is not None:
            return _write_record(repository, asked, now, fonts)
        if asked.series is not None:
            sessions = _sessions_of_series(repository, asked.series)
            choices = _with_everyone_known(repository, asked.choices, sessions)
            export_series(sessions, asked.target, choices, now=now, fonts=fonts)
            year = year_of(sessions, choices, now)
            return _said_of(year.warnings, reflection(year))
        session = _find_session(repository, asked.session)
        if asked.is_session_file:
            write_transfer(repository.file, session.id, asked.target)
            return ()
        choices = _with_everyone_known(repository, asked.choices, (session,))
        if asked.links:
            export_links(session, asked.target, choices, now=now, fonts=fonts)
            return _said_of((), links_of(session, choices, now))
        export(session, asked.target, choices, now=now, fonts=fonts)
        summary = summarise(session, choices, now)
        document = document_of(summary)
        warnings = (*summary.warnings, *_undrawn(document, asked.target, fonts))
        return (*_left_out(summary, asked.target), *_said_of(warnings, document))


def _left_out(summary: Summary, target: Path) -> tuple[str, ...]:
    """Whom an email draft does not reach, where there is anyone."""
    invitation = summary.invitation
    if target.suffix.lower() != ".eml" or invitation is None or invitation.reaches_everyone:
        return ()
    return (recipients_sentence(summary),)


def _undrawn(document: Document, target: Path, fonts: Path) -> tuple[str, ...]:
    """Which scripts a PDF shows as empty boxes here, where there are any."""
    if target.suffix.lower() != ".pdf":
        return ()
    said = undrawn_sentence(undrawn_signs(unusual_signs(document), fonts))
    return (said,) if said else ()


def _write_record(
    repository: SessionRepository, asked: ExportRequest, now: datetime, fonts: Path
) -> tuple[str, ...]:
    person = _find_person(repository, asked.person or "")
    sessions = repository.sessions_by_id(card.id for card in repository.cards())
    choices = _with_everyone_known(repository, asked.choices, sessions)
    export_record(person, sessions, asked.target, choices, now=now, fonts=fonts)
    return _said_of((), record_of(person, sessions, choices, now))


def _find_person(repository: SessionRepository, wanted: str) -> Person:
    """The person of this name, id or address. Raises NotThereError where there is none, or more than one."""
    folded = fold(wanted)
    found = [p for p in repository.people() if wanted == p.id or folded in (fold(p.name), fold(p.email))]
    if not found:
        raise NotThereError(tr("There is no one called “{name}” in this library.", name=wanted))
    if len(found) > 1:
        raise NotThereError(tr("There is more than one person called “{name}” in this library.", name=wanted))
    return found[0]


def _said_of(warnings: tuple[str, ...], document: Document) -> tuple[str, ...]:
    doubt = hidden_in_doubt(document.questions)
    return (*warnings, doubt) if doubt else warnings


def _find_session(repository: SessionRepository, wanted: str) -> Session:
    session_id = _last_session_id(repository) if wanted == LAST else wanted
    session = repository.session(session_id) if session_id else None
    if session is None and wanted == LAST:
        raise NotThereError(tr("There is no session in this library yet."))
    if session is None:
        raise NotThereError(
            tr("There is no session “{id}” in this library; clearing list shows what there is.", id=wanted)
        )
    return session


def _last_session_id(repository: SessionRepository) -> str:
    """The latest session that was held, or the latest that is planned where none was."""
    cards = repository.cards()
    held = (card.id for card in cards if card.progress.begun)
    return next(held, cards[0].id if cards else "")


def _sessions_of_series(repository: SessionRepository, name: str) -> tuple[Session, ...]:
    cards = repository.cards()
    ids = [card.id for card in reversed(cards) if same_series(card.series, name)]
    found = repository.sessions_by_id(ids)
    if not found:
        there = sorted({quoted(card.series) for card in cards if card.series.strip()}, key=sort_key)
        if there:
            known = join_and(there)
            raise NotThereError(
                tr("There is no series “{name}” in this library; there is {known}.", name=name, known=known)
            )
        raise NotThereError(
            tr("There is no series “{name}” in this library; no session in it belongs to a series.", name=name)
        )
    return found


def _with_everyone_known(repository: SessionRepository, choices: Choices, sessions: Iterable[Session]) -> Choices:
    """Choices under which the names of everyone else in the network change too, and dates are the locale's."""
    there = {person.id for session in sessions for person in session.people}
    known = tuple(person for person in repository.people() if person.id not in there)
    return _with_days_written(replace(choices, known=known, paper=_paper()))


def _with_days_written(choices: Choices) -> Choices:
    """With days as the readers write them; in our way where Qt, which knows theirs, lacks what it needs."""
    try:
        from desktop.wording import date_style
    except ImportError:
        return choices
    if choices.language is not None:
        return choices_in(choices.language, choices)
    return replace(choices, dates=date_style())


def _paper() -> Paper:
    """The paper of the user's country; A4 where Qt, which knows it, lacks the libraries it needs."""
    try:
        from desktop.content.usual_paper import usual_paper
    except ImportError:
        return Paper.A4
    return usual_paper()


def _one_of(otherwise: Message, text: str | None, kind: type[T]) -> T | None:
    if text is None:
        return None
    try:
        return kind(text)
    except ValueError as error:
        known = join_and([str(one) for one in kind])
        raise UnclearError(otherwise.filled(text=text, known=known)) from error
