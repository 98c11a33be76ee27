"""How does a summary become a file that is there whole or not at all, under a name that is made, never taken?"""

import os
import re
import tempfile
import unicodedata
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from formats.exports.choices import Audience, Choices, NameStyle, with_answers
from formats.exports.errors import ExportCancelledError, ExportError
from formats.exports.names import make_naming
from formats.exports.passages import one_line
from formats.exports.record import links_of, record_of
from formats.exports.series import Year, year_of
from formats.exports.series_figures import figures
from formats.exports.summarise import summarise
from formats.exports.writers import check_suffix, page_suffixes, write_document, write_summary, write_year
from formats.language import Language, speaking, tr
from formats.session.dates.date_style import DEFAULT_STYLE, DateStyle
from formats.session.people import Person
from formats.session.session import Session

LONGEST_NAME = 60


def _always() -> bool:
    return True


def export(
    session: Session,
    target: Path,
    choices: Choices,
    *,
    now: datetime,
    fonts: Path,
    wanted: Callable[[], bool] = _always,
) -> Path:
    """Writes the summary of a session to `target`, in the format of its suffix, and gives the file's path.

    `fonts` is the folder of our fonts. `wanted` is asked before the file takes its place: False leaves
    everything as it was and raises ExportCancelledError. Raises ExportError with one clear sentence.
    """
    check_suffix(target)
    return put_in_place(target, write_summary(summarise(session, choices, now), target, fonts), wanted)


def export_series(
    sessions: Iterable[Session],
    target: Path,
    choices: Choices,
    *,
    now: datetime,
    fonts: Path,
    by_theme: bool = False,
    wanted: Callable[[], bool] = _always,
) -> Path:
    """Writes the year of a series, its insights by date or by theme, in the format of the target's suffix."""
    year = year_of(sessions, choices, now)
    return export_year(year, target, fonts=fonts, by_theme=by_theme, wanted=wanted)


def export_year(
    year: Year, target: Path, *, fonts: Path, by_theme: bool = False, wanted: Callable[[], bool] = _always
) -> Path:
    """The same of a year that is there already, as it was seen. Raises ExportError with one sentence."""
    return put_in_place(target, write_year(year, target, fonts, by_theme), wanted)


def export_figures(
    sessions: Iterable[Session],
    target: Path,
    *,
    now: datetime,
    fonts: Path,
    dates: DateStyle = DEFAULT_STYLE,
    language: Language | None = None,
    wanted: Callable[[], bool] = _always,
) -> Path:
    """Writes the page of figures for a funder: it names nobody and quotes nothing."""
    document = figures(anonymous_year(sessions, now, dates, language))
    return put_in_place(target, write_document(document, target, fonts), wanted)


def export_record(
    person: Person,
    sessions: Iterable[Session],
    target: Path,
    choices: Choices,
    *,
    now: datetime,
    fonts: Path,
    wanted: Callable[[], bool] = _always,
) -> Path:
    """Writes the attendance record of a person, in the format of the target's suffix. Raises ExportError."""
    check_suffix(target, page_suffixes())
    return put_in_place(target, write_document(record_of(person, sessions, choices, now), target, fonts), wanted)


def export_links(
    session: Session,
    target: Path,
    choices: Choices,
    *,
    now: datetime,
    fonts: Path,
    wanted: Callable[[], bool] = _always,
) -> Path:
    """Writes the list of links of a session, in the format of the target's suffix. Raises ExportError."""
    check_suffix(target, page_suffixes())
    return put_in_place(target, write_document(links_of(session, choices, now), target, fonts), wanted)


def anonymous_year(
    sessions: Iterable[Session],
    now: datetime,
    dates: DateStyle = DEFAULT_STYLE,
    language: Language | None = None,
) -> Year:
    """The year in which nobody is named, from which the page of figures is made; `language` as in choices."""
    return year_of(sessions, Choices(Audience.ANYONE, NameStyle.NONE, dates=dates, language=language), now)


def plain_file_name(title: str, suffix: str) -> str:
    """A file name made from a title, safe on every system."""
    return _make_name("", title, suffix)


def file_name(session: Session, suffix: str, choices: Choices | None = None, what: str = "") -> str:
    """A file name made from date and title, safe on every system; names in the title change as chosen."""
    owners = (note.owner for note in session.notes)
    if choices is None:
        title = one_line(session.title)
    else:
        with speaking(choices.spoken):
            names = make_naming(session.people, owners, with_answers(choices, (session,)))
            title = str(names.line(session.title, "title"))
    return _make_name(session.date.isoformat(), f"{title} {what}", suffix)


def year_file_name(year: Year, what: str, suffix: str) -> str:
    """The same for the year of a series: its days, the series as it may be named, and what the file holds."""
    days = sorted({str(held.day.year) for held in year.held})
    return _make_name("-".join(days[:1] + days[1:][-1:]), f"{year.series} {what}", suffix)


def _make_name(day: str, title: str, suffix: str) -> str:
    plain = unicodedata.normalize("NFC", title)
    words = re.sub(r"[^\w]+", " ", plain).replace("_", " ").split()
    stem = "-".join(filter(None, (day, *words)))
    while len(stem.encode()) > LONGEST_NAME:
        stem = stem[:-1]
    return f"{stem.rstrip('-')}.{suffix.removeprefix('.')}"


def put_in_place(target: Path, content: bytes, wanted: Callable[[], bool] = _always) -> Path:
    """Writes beside the target and renames, so that the target is the old file or the whole new one.

    Raises ExportError with one sentence where the folder or the file does not allow it.
    """
    folder = target.parent
    if not folder.is_dir():
        raise ExportError(tr("The folder “{folder}” does not exist. Nothing was written.", folder=folder))
    if target.is_dir():
        raise ExportError(tr("“{target}” is a folder, not a file. Nothing was written.", target=target))
    try:
        _replace(target, content, wanted)
    except OSError as error:
        why = error.strerror or tr("unknown reason")
        raise ExportError(
            tr(
                "“{target}” could not be written: {why}. The session is safe. Choose another folder.",
                target=target,
                why=why,
            )
        ) from error
    return target


def _replace(target: Path, content: bytes, wanted: Callable[[], bool]) -> None:
    handle, beside = tempfile.mkstemp(prefix=".clearing-", suffix=".part", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if not wanted():
            raise ExportCancelledError(tr("The export was cancelled. Nothing was written."))
        Path(beside).replace(target)
    finally:
        with suppress(FileNotFoundError):
            Path(beside).unlink()
