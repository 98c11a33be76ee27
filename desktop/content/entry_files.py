"""How is a structure or opener of one's own given away as a file, and what of a stranger's file can be read?"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from desktop.content.own_entries import OwnKind
from formats.language import tr
from formats.library.disk import write_whole
from formats.structures.fields import JOINERS, StructureError, short_value
from formats.structures.folder import ID_FORM, LONGEST_ID, parse_toml, read_bytes
from formats.structures.form_fields import (
    LINE_ROW,
    STAGE_ROW,
    Ask,
    FormField,
    line_fields,
    opener_groups,
    stage_fields,
    structure_groups,
)
from formats.structures.form_table import THREE, Table, Written
from formats.structures.toml_text import toml_text

ENDING = "toml"
MOST_ROWS, LONGEST, DEEPEST = 100, 2000, 4
"""Of a stranger's file no more rows, no longer text and no deeper tables come into the form."""
SECONDS_IN_A_MINUTE = 60
MISSING = object()


@dataclass(frozen=True, slots=True)
class ReadEntry:
    """What a file held, and what of it was left out, in a sentence; "" where that is nothing."""

    kind: OwnKind
    table: Written
    left_out: str


def read_entry(path: Path) -> ReadEntry:
    """A structure or opener from a file, whatever is wrong in it: the form says what is to be mended.

    Raises StructureError where nothing in it can be read.
    """
    content, file_name = read_bytes(path), short_value(path.name)
    try:
        table = parse_toml(content, file_name)
    except StructureError as error:
        plain = tr(
            "{file} is damaged, or is no structure or opener. Ask for it again, or open another file.",
            file=file_name,
        )
        raise StructureError(str(error), plain=plain) from error
    kind = OwnKind.OPENER if "lines" in table and "stages" not in table else OwnKind.STRUCTURE
    shared = {key: value for key, value in table.items() if key != "recording"}
    left_out: list[str] = []
    known = _known(_in_minutes(shared), _asked(kind), left_out)
    if isinstance(name := table.get("id"), str) and ID_FORM.fullmatch(name) and len(name) <= LONGEST_ID:
        known["id"] = name
    return ReadEntry(kind, known, _left_out_words([key for key in left_out if key != "id"]))


def table_for_form(kind: OwnKind, table: Table) -> Written:
    """One that can be read already, as the form asks for it."""
    return _known(_in_minutes(table), _asked(kind), []) | {key: table[key] for key in ("id",) if key in table}


def write_entry(table: Table, target: Path) -> None:
    """Writes a file to give away, whole or not at all; where a recording lies stays on this computer.

    Raises OSError where it cannot be written.
    """
    shared = {key: value for key, value in table.items() if key != "recording"}
    write_whole(target, (toml_text(shared).encode(),))


def _asked(kind: OwnKind) -> Written:
    """The keys that the form asks for, those in tables and rows below them; nothing below a value."""
    if kind is OwnKind.STRUCTURE:
        groups, row_key, row_fields = structure_groups(), "stages", (*STAGE_ROW, *stage_fields())
    else:
        groups, row_key, row_fields = opener_groups(), "lines", (*LINE_ROW, *line_fields())
    asked = _below(field for group in groups for field in group.fields)
    return {**asked, row_key: [{**_below(row_fields), "id": None}]}


def _below(fields: Iterable[FormField]) -> Written:
    asked: Written = {}
    for field in fields:
        *above, last = map(str, field.path)
        table = asked
        for key in above:
            table = cast("Written", table.setdefault(key, {}))
        if field.ask in (Ask.COUNTS, Ask.MINUTES):
            inner = cast("Written", table.setdefault(last, {}))
            inner.update(dict.fromkeys(THREE))
        else:
            table.setdefault(last, None)
    return asked


def _known(table: Table, asked: Table, left_out: list[str]) -> Written:
    """What the form has a field for; the names of the rest are gathered."""
    known: Written = {}
    for key, value in table.items():
        below = asked.get(key, MISSING)
        match below, value:
            case dict(), dict():
                known[key] = _known(value, below, left_out)
            case dict(), _ if isinstance(value, bool | str | list) or set(below) != set(THREE):
                left_out.append(key)
            case list(), list():
                rows = [row for row in value[:MOST_ROWS] if isinstance(row, dict)]
                known[key] = [_known(row, below[0], left_out) for row in rows]
            case _ if below is MISSING or isinstance(below, list):
                left_out.append(key)
            case _:
                known[key] = _plain(value)
    return known


def _in_minutes(table: Table) -> Written:
    """The form asks for minutes; an opener may say its length in seconds, for a whole number of breaths."""
    said, length = dict(table), table.get("seconds")
    if length is None or "minutes" in said:
        return said
    del said["seconds"]
    of_three = length if isinstance(length, dict) else dict.fromkeys(THREE, length)
    numbers = {key: value for key, value in of_three.items() if isinstance(value, int | float)}
    return {**said, "minutes": {key: round(value / SECONDS_IN_A_MINUTE, 4) for key, value in numbers.items()}}


def _left_out_words(keys: list[str]) -> str:
    if not keys:
        return ""
    named = short_value(", ".join(dict.fromkeys(keys)), 80)
    return tr("Clearing does not know what these mean and left them out: {names}.", names=named)


def _plain(value: object, depth: int = 0) -> object:
    """A value as a form can hold it: short, shallow, and of the kinds that can be written again."""
    match value:
        case bool() | int() | float():
            return value if abs(value) < 10**12 else str(value)[:40]
        case str():
            return "".join(
                sign for sign in value[:LONGEST] if sign.isprintable() or sign in JOINERS or sign == "\n"
            )
        case list() if depth < DEEPEST:
            return [_plain(one, depth + 1) for one in value[:MOST_ROWS]]
        case dict() if depth < DEEPEST:
            return {str(key)[:60]: _plain(one, depth + 1) for key, one in list(value.items())[:MOST_ROWS]}
        case _:
            return short_value(value)
