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
from formats.exports import (
    Audience,
    Choices,
    Names,
    choices_for,
    export,
    export_series,
    summarise,
    year_of,
)
from formats.exports.wording import listed
from formats.library.repository import Progress, Shelf
from formats.library.transfer import ENDING, carry_out
from formats.session.dates.date_style import OURS, DateStyle
from formats.session.people import folded
from formats.session.session import Session

T = TypeVar("T", bound=StrEnum)
LAST = "last"
WHICH = "Name a session by its id, the last one with “last”, or a series with --series NAME"


class UnclearError(ValueError):
    """What was asked for does not go together."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be written, for whom, and where to; `names` is None for what suits the audience."""

    session: str
    series: str | None
    audience: Audience
    names: Names | None
    target: Path

    @property
    def is_session_file(self) -> bool:
        """Whether the session itself is wanted, without private notes, instead of a summary."""
        return self.target.suffix == f".{ENDING}"

    @property
    def choices(self) -> Choices:
        """The starting point for these readers, with the names that were asked for."""
        start = choices_for(self.audience)
        return start if self.names is None else replace(start, names=self.names)


def asked_for(parsed: argparse.Namespace) -> Asked:
    """The arguments as one value. Raises UnclearError where they do not go together."""
    session, series = parsed.session or "", parsed.series
    if session and series is not None:
        raise UnclearError(f"{WHICH}, not both.")
    if not session and not (series or "").strip():
        raise UnclearError(f"{WHICH}.")
    if parsed.to.suffix == f".{ENDING}" and (series is not None or parsed.audience or parsed.names):
        raise UnclearError("A session file holds one session, with every name as it is, for another Clearing.")
    audience = _one_of("audience", parsed.audience, Audience) or Audience.PRESENT
    return Asked(session, series, audience, _one_of("way of naming", parsed.names, Names), parsed.to)


def write_export(shelf: Shelf, asked: Asked, now: datetime) -> tuple[str, ...]:
    """Writes the file; gives the sentences about who can be told from it. Raises ValueError with one sentence."""
    with as_file(files("resources").joinpath("fonts")) as fonts:
        if asked.series is not None:
            sessions = _of_series(shelf, asked.series)
            choices = _knowing(shelf, asked.choices, sessions)
            export_series(sessions, asked.target, choices, now=now, fonts=fonts)
            return year_of(sessions, choices, now).warnings
        session = _session(shelf, asked.session)
        if asked.is_session_file:
            carry_out(shelf.file, session.id, asked.target)
            return ()
        choices = _knowing(shelf, asked.choices, (session,))
        export(session, asked.target, choices, now=now, fonts=fonts)
        return summarise(session, choices, now).warnings


def _session(shelf: Shelf, wanted: str) -> Session:
    session_id = _last(shelf) if wanted == LAST else wanted
    session = shelf.session(session_id) if session_id else None
    if session is None and wanted == LAST:
        raise NotThereError("There is no session in this library yet.")
    if session is None:
        raise NotThereError(f"There is no session “{wanted}” in this library; clearing list shows what there is.")
    return session


def _last(shelf: Shelf) -> str:
    """The latest session that was held, or the latest that is planned where none was."""
    cards = shelf.cards()
    held = (card.id for card in cards if card.progress is not Progress.PLANNED)
    return next(held, cards[0].id if cards else "")


def _of_series(shelf: Shelf, name: str) -> tuple[Session, ...]:
    cards = shelf.cards()
    ids = [card.id for card in reversed(cards) if card.series and folded(card.series) == folded(name)]
    found = shelf.whole(ids)
    if not found:
        there = sorted({f"“{card.series}”" for card in cards if card.series.strip()})
        known = f"there is {listed(there)}" if there else "no session in it belongs to a series"
        raise NotThereError(f"There is no series “{name}” in this library; {known}.")
    return found


def _knowing(shelf: Shelf, choices: Choices, sessions: Iterable[Session]) -> Choices:
    """Choices under which the names of everyone else in the network change too, and dates are the locale's."""
    there = {person.id for session in sessions for person in session.people}
    known = tuple(person for person in shelf.people() if person.id not in there)
    return replace(choices, known=known, dates=_dates())


def _dates() -> DateStyle:
    """The user's way; ours where Qt, which knows theirs, lacks the libraries it needs."""
    try:
        from desktop.wording import date_style
    except ImportError:
        return OURS
    return date_style()


def _one_of(what: str, text: str | None, kind: type[T]) -> T | None:
    if text is None:
        return None
    try:
        return kind(text)
    except ValueError as error:
        known = listed([str(one) for one in kind])
        raise UnclearError(f"The {what} “{text}” is not one of {known}.") from error
