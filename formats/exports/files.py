"""How does a summary become a file that is there whole or not at all, under a name that is made, never taken?"""

import os
import re
import tempfile
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from formats.exports.choices import Choices
from formats.exports.errors import ExportCancelledError, ExportError
from formats.exports.names import naming
from formats.exports.passages import one_line
from formats.exports.summarise import summarise
from formats.exports.wording import listed
from formats.exports.writers import WRITERS, Write
from formats.session.session import Session

LONGEST_NAME = 60


def export(
    session: Session,
    target: Path,
    choices: Choices,
    *,
    now: datetime,
    fonts: Path,
    wanted: Callable[[], bool] = lambda: True,
) -> Path:
    """Writes the summary of a session to `target`, in the format of its suffix, and gives the file's path.

    `fonts` is the folder of our fonts. `wanted` is asked before the file takes its place: False leaves
    everything as it was and raises ExportCancelledError. Raises ExportError with one clear sentence.
    """
    writer = writer_for(target)
    return put_in_place(target, writer(summarise(session, choices, now), fonts), wanted)


def suffixes() -> tuple[str, ...]:
    """The endings of file names that can be written, without the dot."""
    return tuple(WRITERS)


def writer_for(target: Path) -> Write:
    """What writes a file of this ending."""
    try:
        return WRITERS[target.suffix.lower().removeprefix(".")]
    except KeyError:
        known = listed(tuple(f".{suffix}" for suffix in WRITERS))
        ending = f"“{target.suffix}” is not one of" if target.suffix else "The file name needs one of"
        raise ExportError(f"{ending} the endings that can be written: {known}.") from None


def file_name(session: Session, suffix: str, choices: Choices | None = None) -> str:
    """A file name made from date and title, safe on every system; names in the title change as chosen."""
    names = naming(session.people, (), choices) if choices else None
    title = str(names.line(session.title, "title")) if names else one_line(session.title)
    plain = unicodedata.normalize("NFC", title)
    words = re.sub(r"[^\w]+", " ", plain).replace("_", " ").split()
    stem = "-".join((session.date.isoformat(), *words))
    while len(stem.encode()) > LONGEST_NAME:
        stem = stem[:-1]
    return f"{stem.rstrip('-')}.{suffix.removeprefix('.')}"


def put_in_place(target: Path, content: bytes, wanted: Callable[[], bool] = lambda: True) -> Path:
    """Writes beside the target and renames, so that the target is the old file or the whole new one."""
    folder = target.parent
    if not folder.is_dir():
        raise ExportError(f"The folder “{folder}” does not exist. Nothing was written.")
    if target.is_dir():
        raise ExportError(f"“{target}” is a folder, not a file. Nothing was written.")
    try:
        _replace(target, content, wanted)
    except OSError as error:
        why = error.strerror or "unknown reason"
        raise ExportError(f"“{target}” could not be written: {why}. The session is safe.") from error
    return target


def _replace(target: Path, content: bytes, wanted: Callable[[], bool]) -> None:
    handle, beside = tempfile.mkstemp(prefix=".clearing-", suffix=".part", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if not wanted():
            raise ExportCancelledError("The export was cancelled. Nothing was written.")
        Path(beside).replace(target)
    finally:
        with suppress(FileNotFoundError):
            Path(beside).unlink()
