"""What does the library file itself look like, and what can be read of one that is damaged?

The file is what TinyDB writes: `{"notes": {"1": {...}}, ...}` in ASCII JSON. We put each document on a
line of its own, which TinyDB does not mind and a person with only an editor left will be glad of.
"""

import gc
import hashlib
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from formats.library.changes import Document, Tables, free_id, is_tables

TABLES = ("sessions", "people", "notes", "run_log", "openers", "structures", "drafts", "side_timers", "_meta")
LOST_AND_FOUND = "_recovered"  # documents whose table cannot be told any more

_TABLE = r'"(?P<table>(?:[^"\\]|\\.){1,80})"\s*:\s*\{\s*(?=\}|"\d+"\s*:)'
_DOCUMENT = r'"(?P<document>\d{1,12})"\s*:\s*(?=\{)'
_EITHER = re.compile(f"{_DOCUMENT}|{_TABLE}")
_OWN_LAYOUT = re.compile(r'\{\n"\d+": \{[^\n]')


@dataclass(frozen=True, slots=True)
class BaseContent:
    """The tables of a library file and whether all of the file could be read."""

    tables: Tables
    whole: bool


def encode_tables(tables: Tables) -> Iterator[bytes]:
    """The library file for these tables, piece by piece."""
    between = "{"
    for name, documents in tables.items():
        yield f"{between}{json.dumps(name)}: {{".encode("ascii")
        before = "\n"
        for doc_id, document in documents.items():
            yield f'{before}"{doc_id}": {json.dumps(document)}'.encode("ascii")
            before = ",\n"
        yield b"\n}" if documents else b"}"
        between = ",\n"
    yield b"}\n" if tables else b"{}\n"


class ContentDigest:
    """The name of a library file: a digest of its content, gathered while it is written."""

    def __init__(self, content: bytes = b"") -> None:
        self._digest = hashlib.sha256(content)

    def pass_through(self, parts: Iterator[bytes]) -> Iterator[bytes]:
        """The same pieces, counted in."""
        for part in parts:
            self._digest.update(part)
            yield part

    def __str__(self) -> str:
        return self._digest.hexdigest()[:32]


def read_base(content: bytes, *, trusted: bool = False) -> BaseContent:
    """Every table and document of a library file; of a damaged one, every document that is whole.

    A file whose name says that it is just as we wrote it may be trusted to have the right shape.
    """
    try:
        with _no_collecting():
            tables: Any = json.loads(content)
        if trusted or is_tables(tables):
            return BaseContent(tables, whole=True)
    except (ValueError, RecursionError):
        pass
    return BaseContent(_salvage(content.decode("utf-8", errors="replace")), whole=False)


def _salvage(text: str) -> Tables:
    """The documents that parse on their own, wherever they stand in a damaged file."""
    pieces = text.split("\n") if _OWN_LAYOUT.search(text) else [text]
    tables: Tables = {}
    name = LOST_AND_FOUND
    for piece in pieces:
        if len(pieces) > 1 and piece.endswith("{"):
            name = _likely_table(piece)
        for table, doc_id, document in _documents_in(piece, name):
            name = table
            documents = tables.setdefault(name, {})
            documents[free_id(documents, doc_id)] = document
    return tables


def _documents_in(text: str, table: str) -> Iterator[tuple[str, str, Document]]:
    """Table, number and document, for every document in the text that is whole."""
    decoder = json.JSONDecoder()
    at = 0
    sure = True  # that we are between documents, not inside a damaged one whose parts may look like some
    while found := _EITHER.search(text, at):
        at = found.end()
        if found["table"]:
            table = found["table"] if sure or found["table"] in TABLES else table
            continue
        try:
            document, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            sure = False
            continue
        if sure or isinstance(document.get("id"), str):
            yield table, found["document"], document


def _likely_table(line: str) -> str:
    """The table whose heading this damaged line may be."""
    name = "".join(letter for letter in line if letter.isalnum() or letter == "_")
    return next(iter(get_close_matches(name, TABLES, n=1)), LOST_AND_FOUND)


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Without looking for garbage: parsing makes none, and looking takes four fifths of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
