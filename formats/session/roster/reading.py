"""Reads a list of people, from a file or as pasted: as what it is, and otherwise line by line."""

from collections.abc import Mapping

from formats.language import Message, tr
from formats.session.roster.calendar_file import is_calendar, read_calendar
from formats.session.roster.contact_cards import are_cards, read_cards
from formats.session.roster.decoding import decode_list, undo_escapes
from formats.session.roster.draft import (
    MOST_BYTES,
    MOST_LINES,
    Column,
    Kind,
    Roster,
    RosterError,
    Understood,
    refuse_if_long,
    too_many,
)
from formats.session.roster.headers import heads_lists
from formats.session.roster.labels import section_named
from formats.session.roster.line_reader import HEADING
from formats.session.roster.line_shapes import section_before
from formats.session.roster.lines import read_lines
from formats.session.roster.list_structure import label_of
from formats.session.roster.markup import without_page_markup
from formats.session.roster.rows import Row, declared_separator
from formats.session.roster.sections import Part, join_parts, line_in_section
from formats.session.roster.side_by_side import in_rows_again, lists_side_by_side
from formats.session.roster.table_people import TITLES, TableRead
from formats.session.roster.tables import Block, Table, find_tables

Choices = Mapping[str, Column | None]
OUTSIDE = Message("this stands beside the table and names nobody.").text


def read_roster(data: bytes, choices: Choices | None = None) -> Roster:
    """Reads a file of people: CSV with any separator, columns and alphabet, an invitation, cards, or just names.

    `choices` says what columns are, by title, where somebody knows better; None for a column to leave aside.
    Raises `RosterError` with one sentence for what is no such list.
    """
    roster = _checked(_read(decode_list(data), choices or {}))
    if not roster.drafts and roster.meeting is None:
        raise RosterError(tr("There are no names in this file."))
    return roster


def read_pasted(text: str, choices: Choices | None = None) -> Roster:
    """Reads people pasted in any shape. Raises `RosterError` only for more than a list of people can be."""
    if len(text) > MOST_BYTES:
        raise RosterError(tr("This text is too long for a list of people, so nothing was read from it."))
    return _checked(_read(text, choices or {}))


def _checked(roster: Roster) -> Roster:
    if len(roster.drafts) > MOST_LINES:
        raise RosterError(too_many())
    return roster


def _read(text: str, choices: Choices) -> Roster:
    if is_calendar(text):
        return read_calendar(text)
    if are_cards(text):
        return read_cards(text)
    refuse_if_long(text)
    plain = undo_escapes("\n".join(without_page_markup(text.removeprefix("\ufeff")).splitlines()))
    blocks = find_tables(plain)
    if blocks is None:
        lines = read_lines(list(enumerate(plain.split("\n"), start=1)))
        return Roster(tuple(join_parts(_parts_of(lines))))
    return _read_blocks(plain, blocks, choices)


def _read_blocks(text: str, blocks: list[Block], choices: Choices) -> Roster:
    """Tables one after the other, each under the heading above it, with the people named beside them."""
    parts = [Part(_first_line(text))]
    tables: list[TableRead] = []
    heading: Row | None = None
    for block in blocks:
        if isinstance(block, Table):
            read, part = _read_table(block, heading, choices)
            if heading and len(read) > 1 and block.header and not heads_lists(block.header.cells, ()):
                parts[-1] = Part([Understood(heading.line_number, heading.text, remark=TITLES, kind=Kind.TITLES)])
            tables += read
            parts.append(part)
            heading = None
        elif block.above:
            parts += [Part(_read_above(row)) for row in block.rows]
            heading = block.rows[-1]
        else:
            parts += _parts_of(_read_below(block.rows))
    largest = max(tables, key=lambda table: len(table.table.rows), default=None)
    return Roster(tuple(join_parts(parts)), largest.reads if largest else ())


def _read_table(table: Table, heading: Row | None, choices: Choices) -> tuple[list[TableRead], Part]:
    """A table under the row above it, as one list or as the lists side by side in it."""
    lists = lists_side_by_side(table, heading)
    if not lists:
        read, section = TableRead.of(table, choices), section_named(heading.text) if heading else None
        return [read], Part([line_in_section(line, section) for line in read.lines()], read.is_log)
    reads = [
        TableRead.of(one.table, choices if one.table.header else {**choices, "Column 1": Column.NAME})
        for one in lists
    ]
    lines = [
        [line_in_section(line, one.section) for line in read.lines()]
        for one, read in zip(lists, reads, strict=True)
    ]
    return reads, Part(in_rows_again(table, lines))


def _read_below(rows: tuple[Row, ...]) -> list[Understood]:
    """Lines under a table, with the gaps that part them."""
    numbered: list[tuple[int, str]] = []
    for row in rows:
        numbered += (
            [(row.line_number, ""), (row.line_number, row.text)]
            if row.after_gap
            else [(row.line_number, row.text)]
        )
    return read_lines(numbered)


def _read_above(row: Row) -> list[Understood]:
    """A line above a table: people only where it plainly says so."""
    if section_before(row.text) or "<" in row.text:
        return read_lines([(row.line_number, row.text)])
    reason = HEADING if row.filled == 1 else OUTSIDE
    return [Understood(row.line_number, row.text, remark=reason, kind=Kind.NOT_READ)]


def _first_line(text: str) -> list[Understood]:
    """The line that names the separator is understood, though it names nobody."""
    if not declared_separator(text):
        return []
    return [
        Understood(
            1, text.partition("\n")[0].strip(), remark=Message("it names the separator.").text, kind=Kind.TITLES
        )
    ]


def _parts_of(lines: list[Understood]) -> list[Part]:
    """The parts of a list by hand: each heading or label begins another."""
    parts: list[Part] = []
    for line in lines:
        section = section_before(line.text)
        if not parts or line.remark == HEADING or section or label_of(line.text):
            named = section or (section_named(line.text) if line.remark == HEADING else None)
            parts.append(Part([], excuses=bool(named and named.reply and named.reply.away)))
        parts[-1].lines.append(line)
    return parts
