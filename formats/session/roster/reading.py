"""Reads a list of people, from a file or as pasted: as a table where it is one, otherwise line by line."""

from formats.session.roster.decoding import decoded
from formats.session.roster.draft import MOST_BYTES, Roster, RosterError, refuse_if_long
from formats.session.roster.lines import read_lines
from formats.session.roster.table import as_table


def read_roster(data: bytes) -> Roster:
    """Reads a file of people: CSV with any separator, columns and alphabet, or just names.

    Raises `RosterError` with one sentence for what is no such list.
    """
    text = decoded(data)
    refuse_if_long(text)
    roster = as_table(text) or read_lines(text)
    if not roster.drafts:
        raise RosterError("There are no names in this file.")
    return roster


def read_pasted(text: str) -> Roster:
    """Reads people pasted in any shape. Raises `RosterError` only for more than a list of people can be."""
    if len(text) > MOST_BYTES:
        raise RosterError("This text is too long for a list of people, so nothing was read from it.")
    refuse_if_long(text)
    return as_table(text) or read_lines(text)
