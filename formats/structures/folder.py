"""Which TOML files does a folder hold, and how are they read without trusting them?"""

import re
import tomllib
import unicodedata
from collections.abc import Callable
from importlib.resources.abc import Traversable
from typing import Protocol, TypeVar
from zlib import crc32

from formats.language import tr
from formats.session.sorting import Key, sort_key
from formats.structures.fields import Fields, StructureError, short_value

LARGEST_FILE = 200_000
MOST_DOTS = 500
"""In one line: a key of more parts is nobody's, and the reader of TOML takes time with the square of them."""
LONGEST_ID = 60
ID_FORM = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class TitledEntry(Protocol):
    """Anything that can be told apart by id and sorted by title."""

    @property
    def id(self) -> str:
        """The name it has in files."""

    @property
    def title(self) -> str:
        """The name it has on screen."""


Entry = TypeVar("Entry", bound=TitledEntry)
Result = tuple[tuple[Entry, ...], tuple[StructureError, ...]]


def read_files(folder: Traversable, parse: Callable[[bytes, str], Entry], leave: str = "") -> Result[Entry]:
    """Every TOML file of a folder but `leave`, by title, and a sentence for each that cannot be read."""
    entries: dict[str, Entry] = {}
    problems: list[StructureError] = []
    try:
        files = sorted(folder.iterdir(), key=_name)
    except OSError as error:
        return (), (
            StructureError(
                tr(
                    "{value}: the folder does not open ({reason}).",
                    value=short_value(folder.name),
                    reason=_reason(error),
                )
            ),
        )
    for file in files:
        if not file.name.endswith(".toml") or file.name == leave:
            continue
        try:
            entry = parse(read_bytes(file), short_value(file.name))
            _refuse_double(entry, entries, short_value(file.name))
        except StructureError as problem:
            problems.append(problem)
        else:
            entries[entry.id] = entry
    return tuple(sorted(entries.values(), key=_title)), tuple(problems)


def all_or_error(result: Result[Entry]) -> tuple[Entry, ...]:
    """The entries, or the first problem raised.

    Raises StructureError, the first of the problems, where there is one.
    """
    entries, problems = result
    if problems:
        raise problems[0]
    return entries


def read_bytes(file: Traversable) -> bytes:
    """What a file holds, refused when it is larger than any structure could be.

    Raises StructureError where it is larger, or does not open.
    """
    name = short_value(file.name)
    try:
        with file.open("rb") as opened:
            content = opened.read(LARGEST_FILE + 1)
    except OSError as error:
        raise StructureError(
            tr("{name}: it does not open ({reason}); see who may read it.", name=name, reason=_reason(error))
        ) from error
    if len(content) > LARGEST_FILE:
        raise StructureError(
            tr(
                "{name}: it is over {largest_file} kB; keep the text shorter.",
                name=name,
                largest_file=LARGEST_FILE // 1000,
            )
        )
    return content


def parse_toml(text: str | bytes, name: str) -> dict[str, object]:
    """The tables of a TOML text. Raises StructureError where it is not UTF-8, not TOML, or nested too deeply."""
    try:
        if isinstance(text, bytes):
            text = text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise StructureError(
            tr("{name}: it is not saved as UTF-8 text; save it again as UTF-8.", name=name)
        ) from error
    if len(text) > LARGEST_FILE:
        raise StructureError(
            tr(
                "{name}: it is over {largest_file} kB; keep the text shorter.",
                name=name,
                largest_file=LARGEST_FILE // 1000,
            )
        )
    _refuse_long_key(text, name)
    try:
        return tomllib.loads(text)
    except ValueError as error:  # TOMLDecodeError, and what int() says to a number of too many digits
        reason = short_value(error, 120)
        raise StructureError(
            tr("{name}: there is a mistake in it, {reason}; correct that place.", name=name, reason=reason)
        ) from error
    except RecursionError as error:
        raise StructureError(
            tr("{name}: its lists are nested too deeply; write it more simply.", name=name)
        ) from error


def _refuse_long_key(text: str, name: str) -> None:
    """Before anything reads it, for it would hold the window up."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.count(".") > MOST_DOTS:
            raise StructureError(
                tr(
                    "{name}: line {number} has more than {most_dots} dots; write it more simply.",
                    name=name,
                    number=number,
                    most_dots=MOST_DOTS,
                )
            )


def id_of(title: str) -> str:
    """A title in lower case with hyphens, as files name it; a number for one in other letters."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    made = "-".join(re.findall(r"[a-z0-9]+", plain.replace("'", "")))
    return made[:LONGEST_ID].rstrip("-") or f"{crc32(title.encode('utf-8', 'replace')):08x}"


def read_id(fields: Fields, title: str) -> str:
    """The id as written, or made from the title; small letters, digits and hyphens only.

    Raises StructureError where it holds anything else, or is too long.
    """
    made = fields.text("id", id_of(title))
    if not ID_FORM.fullmatch(made) or len(made) > LONGEST_ID:
        what = tr(
            "“id” is “{value}”; use up to {longest_id} small letters, digits and hyphens",
            value=short_value(made),
            longest_id=LONGEST_ID,
        )
        return fields.refused(
            id_of(title), what, "id", tr("Its name for files could not be read. It gets a new one.")
        )
    return made


def _refuse_double(entry: Entry, entries: dict[str, Entry], name: str) -> None:
    if entry.id in entries:
        other = short_value(entries[entry.id].title)
        raise StructureError(
            tr(
                "{name}: the id “{id}” belongs to “{other}” already; choose another.",
                name=name,
                id=entry.id,
                other=other,
            )
        )


def _reason(error: OSError) -> str:
    return error.strerror or tr("unknown reason")


def _name(file: Traversable) -> str:
    return file.name


def _title(entry: TitledEntry) -> Key:
    return sort_key(entry.title)
