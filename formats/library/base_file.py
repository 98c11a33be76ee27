"""What does the library file itself look like, and what can be read of one that is damaged?

The file is what TinyDB writes: `{"notes": {"1": {...}}, ...}` in ASCII JSON. We put each document on a
line of its own, which TinyDB does not mind and a person with only an editor left will be glad of.
Its last document, in `_meta`, holds the SHA-256 of all bytes before it: a file that was damaged or changed says
so by itself, even where its journal is lost.
"""

import gc
import hashlib
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum
from typing import Any
from zlib import crc32

from formats.library.changes import Document, Tables, free_id, next_free_id
from formats.library.stored_tables import StoredTable, texts_of
from formats.library.upgrades import META

CHECKSUM = "2"  # the number of its document in `_meta`
TABLES = (
    "sessions",
    "people",
    "notes",
    "run_log",
    "openers",
    "structures",
    "drafts",
    "side_timers",
    "templates",
    "two_people",
    "unfinished_texts",
    "waiting_lists",
    "_meta",
)
LOST_AND_FOUND = "_recovered"  # documents whose table cannot be told any more

CUT = "it is damaged, and only a part of it is left"

_TABLE = r'"(?P<table>(?:[^"\\]|\\.){1,80})"\s*:\s*\{\s*(?=\}|"\d+"\s*:)'
_DOCUMENT = r'"(?P<document>\d{1,15})"\s*:\s*(?=\{)'
_EITHER = re.compile(f"{_DOCUMENT}|{_TABLE}")
_OWN_LAYOUT = re.compile(r'\{\n"\d+": \{[^\n]')
_OWN_LINES = re.compile(rb'\{\n"\d+": \{[^\n]')
_SUM = re.compile(rb',\n"2": \{"id": "checksum", "sha256": "([0-9a-f]{64})"\}\n\}\}\n\Z')
_WRITTEN_TABLE = re.compile(rb'(?:\A\{|,\n)("(?:[^"\\\n]|\\[^\n])*"): \{')
_WRITTEN_DOCUMENT = re.compile(rb',?\n"(\d{1,15})": (\{[^\n]*\})(?=,?\n)')
_WRITTEN_END = re.compile(rb"\n?\}")
_SUM_REMAINS = re.compile(rb'"checksum"|"sha256"')
_SUM_LENGTH = 200  # bytes, more than its table takes


class Checksum(Enum):
    """What the checksum in a library file says of the rest of it."""

    FITS = "fits"
    BROKEN = "broken"  # a fault of the disk, an editor or another program
    REWRITTEN = "rewritten"  # another program wrote the whole file anew
    ABSENT = "absent"  # an older Clearing or another program wrote the file


@dataclass(frozen=True, slots=True)
class BaseContent:
    """The tables of a library file, whether all of the file could be read, and what its checksum says."""

    tables: Tables
    whole: bool
    checksum: Checksum = Checksum.ABSENT

    @property
    def is_of_a_library(self) -> bool:
        """Whether anything in it belongs to a library of Clearing, or it is quite empty."""
        return (self.whole and not self.tables) or any(name in self.tables for name in (*TABLES, LOST_AND_FOUND))


def encode_tables(tables: Tables) -> Iterator[bytes]:
    """The library file for these tables, piece by piece, with its checksum at the end."""
    digest = hashlib.sha256()
    for part in _encode_plainly(tables):
        digest.update(part)
        yield part
    if not tables.get(META):
        yield b"}\n" if tables else b"{}\n"
        return
    checksum = json.dumps({"id": "checksum", "sha256": digest.hexdigest()})
    yield f',\n"{CHECKSUM}": {checksum}\n}}}}\n'.encode("ascii")


def _encode_plainly(tables: Tables) -> Iterator[bytes]:
    """The tables without the end of the file, which is that of `_meta`."""
    between = "{"
    for name in sorted(tables, key=META.__eq__):
        documents = tables[name]
        yield f"{between}{json.dumps(name)}: {{".encode("ascii")
        before = b"\n"
        for doc_id, text in texts_of(documents):
            yield b'%b"%b": %b' % (before, doc_id.encode("ascii"), text)
            before = b",\n"
        if name != META or not documents:
            yield b"\n}" if documents else b"}"
        between = ",\n"


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


def read_base(content: bytes) -> BaseContent:
    """Every table and document of a library file; of a damaged one, every document that is whole.

    What cannot be read of it as a document is kept as text in `_recovered`.
    """
    try:
        with _no_collecting():
            tables: Any = json.loads(content)
        if _is_shaped_as_tables(tables):
            claimed = tables.get(META, {}).pop(CHECKSUM, None) is not None
            checksum = read_checksum(content, claimed=claimed)
            return BaseContent(tables, True, checksum)
    except (ValueError, RecursionError):
        pass
    tables = _salvage(content.decode("utf-8", errors="replace"))
    tables.get(META, {}).pop(CHECKSUM, None)
    return BaseContent(tables, whole=False, checksum=Checksum.BROKEN)


def tables_as_written(content: bytes) -> Tables | None:
    """The tables of a file that is known to be as we wrote it, none of its documents read; None where it is not.

    Every byte is accounted for: what is not laid out as `encode_tables` does it, up to its checksum, is refused.
    """
    end = _SUM.search(content, max(0, len(content) - _SUM_LENGTH))
    if end is None:
        return None
    tables: Tables = {}
    at = 0
    while heading := _WRITTEN_TABLE.match(content, at):
        held: dict[str, bytes | Document] = {}
        at = heading.end()
        while at < end.start() and (line := _WRITTEN_DOCUMENT.match(content, at)):
            held[line[1].decode("ascii")] = line[2]
            at = line.end()
        name = json.loads(heading[1])
        tables[name] = StoredTable(held)
        if name == META:
            break
        if (closed := _WRITTEN_END.match(content, at)) is None:
            return None
        at = closed.end()
    if at != end.start() or META not in tables:
        return None
    return tables | {META: dict(tables[META])}


def read_checksum(content: bytes, *, claimed: bool = False) -> Checksum:
    """What the checksum at the end of a library file says; `claimed`: there is one in it, wherever it stands."""
    found = _SUM.search(content, max(0, len(content) - _SUM_LENGTH))
    if found is not None:
        covered = hashlib.sha256(memoryview(content)[: found.start()]).hexdigest()
        return Checksum.FITS if covered.encode("ascii") == found[1] else Checksum.BROKEN
    if not claimed and not _SUM_REMAINS.search(content, max(0, len(content) - _SUM_LENGTH)):
        return Checksum.ABSENT
    return Checksum.BROKEN if is_in_own_layout(content) else Checksum.REWRITTEN


def is_in_own_layout(content: bytes) -> bool:
    """Whether the lines of a file are as we write them: who changed it did so within them."""
    return _OWN_LINES.search(content) is not None


def documents_as_found(content: bytes) -> dict[tuple[str, str], str]:
    """The text of every document of a library file, by table and number, as it stands there."""
    text = content.decode("utf-8", errors="replace")
    found = pieces_in(text, LOST_AND_FOUND)
    return {(piece.table, piece.number): piece.text for piece in found if piece.document is not None}


def _is_shaped_as_tables(value: object) -> bool:
    """Whether this is tables of documents, whatever their numbers are."""
    return isinstance(value, dict) and all(
        isinstance(table, dict) and all(type(document) is dict for document in table.values())
        for table in value.values()
    )


@dataclass(frozen=True, slots=True)
class Piece:
    """A document in a damaged file, or where `document` is None a piece of one that cannot be read."""

    table: str
    number: str
    start: int  # where its text begins
    text: str
    document: Document | None


def _salvage(text: str) -> Tables:
    """The documents that parse on their own, wherever they stand in a damaged file."""
    lines = text.split("\n") if _OWN_LAYOUT.search(text) else [text]
    tables: Tables = {}
    name = LOST_AND_FOUND
    for line in lines:
        if len(lines) > 1 and line.endswith("{"):
            name = _likely_table(line)
        for piece in pieces_in(line, name):
            name = piece.table
            if piece.document is None:
                apart = tables.setdefault(LOST_AND_FOUND, {})
                kept = {"id": f"piece-{crc32(piece.text.encode('utf-8', 'replace')):08x}", "table": piece.table}
                apart[next_free_id(apart)] = kept | {"number": piece.number, "text": piece.text, "fault": CUT}
            else:
                documents = tables.setdefault(name, {})
                documents[free_id(documents, piece.number)] = piece.document
    return tables


def pieces_in(text: str, table: str) -> Iterator[Piece]:
    """Every document in the text that is whole, and what stands between them of others."""
    decoder = json.JSONDecoder()
    at = 0
    sure = True  # that we are between documents, not inside a damaged one whose parts may look like some
    cut, start = "", 0  # the number of a document that is not whole, and where it begins
    while found := _EITHER.search(text, at):
        at = found.end()
        if found["table"]:
            table = found["table"] if sure or found["table"] in TABLES else table
            continue
        try:
            document, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            sure = False
            if not cut:
                cut, start = found["document"], found.start()
            continue
        if sure or isinstance(document.get("id"), str):
            if cut:
                yield Piece(table, cut, start, text[start : found.start()], None)
                cut = ""
            yield Piece(table, found["document"], at, text[at:end], document)
        at = end
    if cut:
        yield Piece(table, cut, start, text[start:], None)


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
