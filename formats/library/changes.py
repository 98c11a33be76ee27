"""Which documents does one save change?"""

import json
from collections.abc import Iterable, Mapping, MutableMapping
from dataclasses import dataclass, field
from typing import Any, Self

Document = Mapping[str, Any]
Documents = MutableMapping[str, Document]  # by TinyDB's document id, as text
Tables = dict[str, Documents]

LONGEST_NUMBER = 15  # digits; Python itself refuses to read a number of 4,301


@dataclass(slots=True)
class Changes:
    """Tables dropped, then whole documents put, then document ids removed."""

    dropped: list[str] = field(default_factory=list)
    put: Tables = field(default_factory=dict)
    removed: dict[str, list[str]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.dropped or self.put or self.removed)

    @classmethod
    def from_line(cls, line: Mapping[str, Any]) -> Self:
        """The changes a journal line holds."""
        return cls(line.get("drop", []), line.get("put", {}), line.get("del", {}))

    @staticmethod
    def is_shaped_as_changes(line: Mapping[str, Any]) -> bool:
        """Whether the parts of a journal line have the shapes of changes."""
        return (
            is_texts(line.get("drop", []))
            and is_tables(line.get("put", {}))
            and isinstance(line.get("del", {}), dict)
            and all(is_texts(ids) for ids in line.get("del", {}).values())
        )

    def body(self) -> str:
        """The changes as the inside of a JSON object, without its braces."""
        parts = {"drop": self.dropped, "put": self.put, "del": self.removed}
        return json.dumps({name: part for name, part in parts.items() if part})[1:-1]

    def apply_to(self, tables: Tables) -> None:
        """Make the changes in the tables."""
        for name in self.dropped:
            tables.pop(name, None)
        for name, documents in self.put.items():
            tables.setdefault(name, {}).update(documents)
        for name, ids in self.removed.items():
            for doc_id in ids:
                tables.get(name, {}).pop(doc_id, None)

    def add_later(self, later: "Changes") -> None:
        """Take in changes made after these, as one save."""
        for name in later.dropped:
            self.dropped.append(name)
            self.put.pop(name, None)
            self.removed.pop(name, None)
        for name, documents in later.put.items():
            if gone := self.removed.pop(name, []):
                self.removed[name] = [doc_id for doc_id in gone if doc_id not in documents]
            self.put.setdefault(name, {}).update(documents)
        for name, ids in later.removed.items():
            for doc_id in ids:
                self.put.get(name, {}).pop(doc_id, None)
            self.removed.setdefault(name, []).extend(ids)


def put_by_record(tables: Tables, changes: Changes) -> None:
    """Put documents into tables they were not written for: a record finds its own `id`, not its number."""
    for name, documents in changes.put.items():
        table = tables.setdefault(name, {})
        numbers = {id_of(document): doc_id for doc_id, document in table.items() if "id" in document}
        for doc_id, document in documents.items():
            there = numbers.get(id_of(document)) if "id" in document else None
            table[there or free_id(table, doc_id)] = document


def id_of(document: Document) -> str:
    """The id of a record as one text, whatever stands there."""
    return str(document.get("id"))


def free_id(table: Mapping[str, object], wanted: str) -> str:
    """The wanted document id, or the next free one when it is taken."""
    return wanted if wanted not in table else next_free_id(table)


def next_free_id(table: Mapping[str, object]) -> str:
    """A document id after all that are in the table."""
    return str(max((int(number) for number in table if is_document_number(number)), default=0) + 1)


def is_tables(value: object) -> bool:
    """Whether this is tables of documents as TinyDB writes them."""
    return isinstance(value, dict) and all(is_documents(table) for table in value.values())


def is_documents(value: object) -> bool:
    """Whether this is one table: documents by whole numbers written as text."""
    return isinstance(value, dict) and all(
        is_document_number(doc_id) and isinstance(document, dict) for doc_id, document in value.items()
    )


def is_document_number(text: str) -> bool:
    """Whether TinyDB could have given this number to a document: no sign, no zero before it, not endless."""
    return len(text) <= LONGEST_NUMBER and text.isascii() and text.isdigit() and (text[0] != "0" or text == "0")


def is_texts(value: object) -> bool:
    """Whether this is a list of texts."""
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def count_documents(tables: Mapping[str, Iterable[object]]) -> dict[str, int]:
    """How many documents each table holds."""
    return {name: sum(1 for _ in table) for name, table in tables.items()}
