"""What gives an erased person away, and how is a library, or what is left of one, written without them?"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from secrets import token_hex
from typing import Any

from formats.library.base_file import encode_tables, read_base
from formats.library.changes import Document, Documents, Tables
from formats.library.traces import SHORTEST_TEXT, Traces
from formats.library.upgrades import META
from formats.session.folding import fold

SOMEONE = "someone"
"""Stands where the name of the person stood in a text."""
ROLES = ("presenter", "note_taker", "timekeeper", "host")
GROUPS = ("apart", "together")


@dataclass(frozen=True, slots=True)
class PersonTraces:
    """The id of a person, and every name and address under which a library or a backup ever knew them.

    `stand_in` is an id of nobody, for what cannot be left out: that somebody had a turn.
    """

    id: str
    names: frozenset[str]
    emails: frozenset[str]
    stand_in: str

    @property
    def plain(self) -> Traces:
        """What a search of every byte looks for; a name of few letters may be a word, and says nothing there."""
        texts = {text for text in self.names | self.emails if len(text) >= SHORTEST_TEXT}
        return Traces(frozenset(), frozenset({self.id}), frozenset(texts))

    def with_documents(self, documents: Iterable[Document]) -> "PersonTraces":
        """These, and what else the person was called in these records."""
        mine = [one for one in documents if one.get("id") == self.id and isinstance(one.get("name"), str)]
        names = self.names | {one["name"] for one in mine if one["name"].strip()}
        emails = self.emails | {one["email"] for one in mine if one.get("email")}
        return PersonTraces(self.id, names, emails, self.stand_in)

    def are_in(self, content: bytes) -> bool:
        """Whether anything of the person is found by a search of every byte."""
        return self.plain.are_in(content) or self.id.encode("utf-8") in content

    def taken_from(self, content: bytes) -> bytes:
        """The content of a file of ours without them; what is no whole library has letters x in their place."""
        if not self.are_in(content):
            return content
        found = read_base(content)
        if found.whole and found.is_of_a_library:
            return b"".join(encode_tables(self.taken_from_tables(found.tables)))
        return self.plain.blotted(content).replace(self.id.encode("utf-8"), b"x" * len(self.id))

    def taken_from_tables(self, tables: Tables) -> Tables:
        """The tables without the person."""
        left = {name: dict(self._records(name, table)) for name, table in tables.items() if name != META}
        return left | {name: table for name, table in tables.items() if name == META}

    def without_texts_of(self, content: bytes) -> "PersonTraces":
        """These without the names that this library still has: those of somebody else who is called the same."""
        left = self.plain.without_texts_of(content).texts
        names = frozenset(name for name in self.names if name in left)
        emails = frozenset(email for email in self.emails if email in left)
        return PersonTraces(self.id, names, emails, self.stand_in)

    def are_in_record(self, table: str, record: Document) -> bool:
        """Whether a record has something of the person."""
        return self.left_of(table, record) != record

    def left_of(self, table: str, record: Document) -> Document | None:
        """A record without the person; None where it was only about them."""
        if table == "people" and record.get("id") == self.id:
            return None
        if table == "two_people" and self.id in record.get("people", ()):
            return None
        changed = dict(record)
        if table == "sessions":
            changed = self._session(changed)
        elif table == "notes" and self._is_theirs(str(changed.get("owner", ""))):
            changed["owner"] = ""
        changed |= {role: "" for role in ROLES if changed.get(role) == self.id}
        plain: Document = self._plain(changed)
        return plain

    def _is_theirs(self, owner: str) -> bool:
        """Whether the owner of a next step is this person, by id or by a name as it was typed."""
        return owner == self.id or fold(owner) in {fold(name) for name in self.names}

    def _records(self, name: str, table: Documents) -> Iterator[tuple[str, Document]]:
        for number, record in table.items():
            left = self.left_of(name, record)
            if left is not None:
                yield number, left

    def _session(self, session: dict[str, Any]) -> dict[str, Any]:
        for name in ("people", "away", "online", "left_early"):
            if name in session:
                session[name] = [one for one in session[name] if one != self.id]
        wishes = session.get("wishes")
        if wishes:
            left = [
                {**wish, "people": [one for one in wish["people"] if one != self.id]} for wish in wishes["wishes"]
            ]
            kept = [wish for wish in left if len(wish["people"]) >= (2 if wish["kind"] in GROUPS else 1)]
            session["wishes"] = {**wishes, "wishes": kept}
        session["rooms"] = [
            {**rounds, "rooms": [self._room(room) for room in rounds["rooms"]]} for rounds in session["rooms"]
        ]
        return session

    def _room(self, room: Document) -> Document:
        empty = {role: "" for role in ROLES if room.get(role) == self.id}
        return {**room, "people": [one for one in room["people"] if one != self.id], **empty}

    def _plain(self, value: Any) -> Any:
        match value:
            case str():
                return self._text(value)
            case list():
                return [self._plain(each) for each in value]
            case dict():
                return {self._plain(name): self._plain(each) for name, each in value.items()}
            case _:
                return value

    def _text(self, text: str) -> str:
        if text == self.id:
            return self.stand_in
        text = text.replace(self.id, self.stand_in) if len(self.id) > SHORTEST_TEXT else text
        for email in self.emails:
            text = re.sub(re.escape(email), "", text, flags=re.IGNORECASE)
        for name in sorted(self.names, key=len, reverse=True):
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", SOMEONE, text, flags=re.IGNORECASE)
        return text


def traces_of(person: Document) -> PersonTraces:
    """What gives a person away, from their own record."""
    empty = PersonTraces(person["id"], frozenset(), frozenset(), token_hex(16))
    return empty.with_documents((person,))
