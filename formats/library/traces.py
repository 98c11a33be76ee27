"""What gives an erased session away, where does it stand in a file, and how is it taken out of one?"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from formats.library.base_file import encode_tables, is_in_own_layout, pieces_in, read_base
from formats.library.changes import Document, Tables
from formats.library.journal import read_journal

SHORTEST_TEXT = 8  # letters; a shorter note says nothing that other notes do not
SHORTEST_ID = 16  # letters of an id that stands for itself; a shorter one only in its field
_MOST_SOUGHT_PLAINLY = 400  # texts; more are sought among the texts in quotation marks
_QUOTED = re.compile(rb'"((?:[^"\\]|\\.)*)"')
_ID_FIELD = re.compile(rb'"(?:id|session)"\s*:\s*"([^"\\]{1,100})"')


@dataclass(frozen=True, slots=True)
class Traces:
    """The ids of sessions and of what belongs to them, and what was written in them."""

    sessions: frozenset[str]
    ids: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()

    def with_documents(self, documents: Iterable[Document]) -> "Traces":
        """These and what more gives away a document that belongs to the sessions."""
        ids, texts = set(self.ids), set(self.texts)
        for document in documents:
            if self.hold(document):
                ids |= {str(document["id"])} if isinstance(document.get("id"), str) else set()
                texts |= {text for text in _words_of(document) if len(text.strip()) >= SHORTEST_TEXT}
        return Traces(self.sessions, frozenset(ids), frozenset(texts))

    def without_texts_of(self, content: bytes) -> "Traces":
        """These without what is also written in this library file, which stays."""
        return Traces(
            self.sessions, self.ids, frozenset(text for text in self.texts if _escaped(text) not in content)
        )

    def hold(self, record: object) -> bool:
        """Whether a record is one of the sessions or a part of one, or such a record was set apart in it."""
        if not isinstance(record, Mapping):
            return False
        if any(
            isinstance(name, str) and name in self.sessions for name in (record.get("id"), record.get("session"))
        ):
            return True
        parts = (record.get("note"), record.get("record"))
        text = record.get("text") if "table" in record else None
        return any(map(self.hold, parts)) or (
            isinstance(text, str) and self.are_named_in(text.encode("utf-8", "replace"))
        )

    def are_named_in(self, content: bytes) -> bool:
        """Whether one of the ids stands in it in its field, or by itself where it is long enough."""
        named = {found[1].decode("ascii", "replace") for found in _ID_FIELD.finditer(content)}
        long = (one for one in self.sessions if len(one) >= SHORTEST_ID)
        return not named.isdisjoint(self.sessions | self.ids) or any(
            one.encode("ascii") in content for one in long
        )

    def are_in(self, content: bytes) -> bool:
        """Whether anything of the sessions is found by a search of every byte."""
        if self.are_named_in(content):
            return True
        if len(self.texts) > _MOST_SOUGHT_PLAINLY:
            quoted = {found[1] for found in _QUOTED.finditer(content)}
            return any(form in quoted for text in self.texts for form in _forms(text))
        return any(form in content for text in self.texts for form in _forms(text))

    def taken_from(self, content: bytes) -> bytes:
        """The content of a file of ours without them, all else as it was as far as that can be."""
        if not self.are_in(content):
            return content
        found = read_base(content)
        if found.whole and found.is_of_a_library:
            return b"".join(encode_tables(self.taken_from_tables(found.tables)))
        lines = content.split(b"\n")
        if is_in_own_layout(content) or read_journal(content).lines:
            content = b"\n".join(line for line in lines if not self.are_in(line))
        return self.blotted(self._without_pieces(content))

    def taken_from_tables(self, tables: Tables) -> Tables:
        """The tables without the records that hold them."""
        return {
            name: {number: record for number, record in table.items() if not self.hold(record)}
            for name, table in tables.items()
        }

    def _without_pieces(self, content: bytes) -> bytes:
        """Spaces in place of every document, or piece of one, in which they are."""
        changed = bytearray(content)
        for piece in pieces_in(content.decode("latin-1"), ""):  # a letter for each byte
            text = piece.text.encode("latin-1")
            if self.are_in(text):
                changed[piece.start : piece.start + len(text)] = b" " * len(text)
        return bytes(changed)

    def blotted(self, content: bytes) -> bytes:
        """The letter x in place of each letter of what is still there."""
        sought = {*(form for text in self.texts for form in _forms(text))}
        sought |= {f'"{one}"'.encode("ascii") for one in self.sessions | self.ids}
        sought |= {one.encode("ascii") for one in self.sessions if len(one) >= SHORTEST_ID}
        for form in sorted(sought, key=len, reverse=True):
            content = content.replace(form, b"x" * len(form))
        return content


def documents_in(content: bytes) -> Iterator[Document]:
    """Every document that can be read in a library file or a journal, whole or damaged."""
    for table in read_base(content).tables.values():
        yield from table.values()
    for changes in read_journal(content).all_changes():
        for table in changes.put.values():
            yield from table.values()


def _words_of(document: Mapping[str, Any]) -> Iterator[str]:
    """What people wrote in a record: its title or its text."""
    for name in ("title", "text", "owner"):
        if isinstance(document.get(name), str):
            yield document[name]
    if isinstance(document.get("texts"), Mapping):
        yield from (text for text in document["texts"].values() if isinstance(text, str))
    for name in ("note", "record", "next_session", "called_off"):
        if isinstance(document.get(name), Mapping):
            yield from _words_of(document[name])
    for line in document.get("lines") or ():
        if isinstance(line, Mapping):
            yield from _words_of(line)
            yield from (one["name"] for one in line.get("people") or () if isinstance(one.get("name"), str))
    for other in document.get("others") or ():
        if isinstance(other, Mapping) and isinstance(other.get("record"), Mapping):
            yield from _words_of(other["record"])


def _forms(text: str) -> set[bytes]:
    """The ways in which a text may stand in a file."""
    return {
        _escaped(text),
        json.dumps(text, ensure_ascii=False)[1:-1].encode("utf-8", "replace"),
        text.encode("utf-8", "replace"),
    }


def _escaped(text: str) -> bytes:
    """The text as JSON in ASCII has it."""
    return json.dumps(text)[1:-1].encode("ascii")
