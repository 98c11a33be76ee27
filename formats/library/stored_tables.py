"""What is a table of a library that nobody looked into yet? The lines of its file, each read when asked for.

A document is held as it stands in the file, or as the value it was changed to, and never as both: a library of
ten years takes the memory of its file. Reading one line takes microseconds; whoever needs a few fields of every
document says so with a kind of value that has only those, which is faster still.
"""

import json
from collections.abc import Iterable, Iterator, MutableMapping
from typing import Any, TypeVar

import msgspec

from formats.library.changes import Document, Documents

T = TypeVar("T")
_ONLY_PYTHON_READS = (msgspec.DecodeError, RecursionError)
"""Half a letter, such as names of files have, and numbers beyond all measure."""


class StoredTable(MutableMapping[str, Document]):
    """Documents by TinyDB's number, in the order they came."""

    __slots__ = ("_held",)

    def __init__(self, held: dict[str, bytes | Document]) -> None:
        """`held`: each document, or its text in ASCII as JSON writes it."""
        self._held = held

    def __getitem__(self, number: str) -> Document:
        held = self._held[number]
        return _parse(held) if isinstance(held, bytes) else held

    def __setitem__(self, number: str, document: Document) -> None:
        self._held[number] = document

    def __delitem__(self, number: str) -> None:
        del self._held[number]

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)

    def __contains__(self, number: object) -> bool:
        return number in self._held

    def copy(self) -> "StoredTable":
        """The same documents in a table of their own."""
        return StoredTable(dict(self._held))

    def in_order(self) -> "StoredTable":
        """The same in the order of their numbers."""
        return StoredTable({number: self._held[number] for number in sorted(self._held, key=int)})

    def texts(self) -> Iterator[tuple[str, bytes]]:
        """Every document by its number as it is written, without reading those that stand in the file so."""
        for number, held in self._held.items():
            yield number, held if isinstance(held, bytes) else text_of(held)

    def each_as(self, kind: type[T]) -> Iterator[tuple[str, T]]:
        """Every document by its number, as far as this kind of value asks for it.

        Raises ValidationError of msgspec where a document lacks what the kind must have.
        """
        for number, held in self._held.items():
            yield number, _made(held, kind)

    def some_as(self, numbers: Iterable[str], kind: type[T]) -> list[T]:
        """The documents of these numbers in the same way."""
        return [_made(self._held[number], kind) for number in numbers]


def copied(documents: Documents) -> Documents:
    """The same documents in a table of their own."""
    return documents.copy() if isinstance(documents, StoredTable) else dict(documents)


def in_order(documents: Documents) -> Documents:
    """The same documents in the order of their numbers, which is the order in which they came."""
    if isinstance(documents, StoredTable):
        return documents.in_order()
    return {number: documents[number] for number in sorted(documents, key=int)}


def texts_of(documents: Documents) -> Iterator[tuple[str, bytes]]:
    """Every document of a table by its number, as it is written into the file."""
    if isinstance(documents, StoredTable):
        return documents.texts()
    return ((number, text_of(document)) for number, document in documents.items())


def each_as(documents: Documents, kind: type[T]) -> Iterator[tuple[str, T]]:
    """Every document of a table by its number, as far as this kind of value asks for it."""
    if isinstance(documents, StoredTable):
        return documents.each_as(kind)
    return ((number, msgspec.convert(document, kind)) for number, document in documents.items())


def some_as(documents: Documents, numbers: Iterable[str], kind: type[T]) -> list[T]:
    """The documents of these numbers in the same way."""
    if isinstance(documents, StoredTable):
        return documents.some_as(numbers, kind)
    return [msgspec.convert(documents[number], kind) for number in numbers]


def text_of(document: Document) -> bytes:
    """A document as it is written."""
    return json.dumps(document).encode("ascii")


def _parse(text: bytes) -> Document:
    try:
        document: Document = msgspec.json.decode(text)
    except _ONLY_PYTHON_READS:
        document = json.loads(text)
    return document


def _made(held: bytes | Document, kind: type[T]) -> T:
    if not isinstance(held, bytes):
        return msgspec.convert(held, kind)
    decoder = _decoders.get(kind) or _decoder(kind)
    try:
        made: T = decoder.decode(held)
        return made
    except _ONLY_PYTHON_READS:
        return msgspec.convert(json.loads(held), kind)


_decoders: dict[type, "msgspec.json.Decoder[Any]"] = {}


def _decoder(kind: type[T]) -> "msgspec.json.Decoder[T]":
    made = _decoders[kind] = msgspec.json.Decoder(kind)
    return made
