"""How do two records of one person become one in every session, note, role and wish, and how is it taken back?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from formats.language import Message
from formats.library import lineage
from formats.library.base_file import LOST_AND_FOUND
from formats.library.changes import Document
from formats.library.file import LibraryFile
from formats.library.records import names_two, person_document
from formats.library.two_people import TABLE as TWO_PEOPLE
from formats.library.upgrades import META
from formats.session.folding import fold
from formats.session.people import Person

SHORTEST_ID = 16
"""Letters of an id that is known within a longer text; a shorter one counts as a whole value only."""
ROLES = ("presenter", "note_taker", "timekeeper", "host")
NOT_HERE = Message("One of the two is not in your data any more. Nothing was changed.")
CHANGED_SINCE = Message("Something of these two was changed since, so nothing was taken back.")
Records = Mapping[tuple[str, str], Document | None]
"""Records by table and id; None where there is none."""


class MergeError(ValueError):
    """Two people who cannot become one, or not be parted again; its text is one sentence for the user."""


@dataclass(frozen=True, slots=True)
class PeopleMerge:
    """What was changed when two became one: each record before and after."""

    kept: str
    gone: str
    before: Records
    after: Records


def merge_people(library: LibraryFile, merged: Person, gone_id: str) -> PeopleMerge:
    """Makes one person of `gone_id` and the one with the id of `merged`, as `merged` says, as one save.

    Raises MergeError where one of them is not known any more.
    """
    kept, gone = library.get("people", merged.id), library.get("people", gone_id)
    if kept is None or gone is None or merged.id == gone_id:
        raise MergeError(str(NOT_HERE))
    change = _Change(merged.id, gone_id, frozenset(_names_of_nobody_else(library, kept, gone)))
    after: dict[tuple[str, str], Document | None] = {}
    for table in library.snapshot():
        if table not in (META, LOST_AND_FOUND):
            for record in library.all(table):
                changed = change.made_in(table, record)
                if changed != record:
                    after[table, record["id"]] = changed
    after["people", gone_id] = None
    after["people", merged.id] = person_document(merged)
    before = {where: library.get(*where) for where in after}
    _write(library, after)
    return PeopleMerge(merged.id, gone_id, before, after)


def undo_merge(library: LibraryFile, merge: PeopleMerge) -> None:
    """Makes two of them again. Raises MergeError where any record of it was changed since."""
    if any(library.get(*where) != record for where, record in merge.after.items() if where[0] != lineage.TABLE):
        raise MergeError(str(CHANGED_SINCE))
    lines = {where: record for where, record in merge.before.items() if where[0] == lineage.TABLE and record}
    parted = {
        where: {**now, "others": line["others"]}
        for where, line in lines.items()
        if (now := library.get(*where)) is not None
    }
    _write(library, {**merge.before, **parted})


def _write(library: LibraryFile, records: Records) -> None:
    """The lines of notes before the notes: what is put in place of a note goes on from its line."""
    with library.saving():
        for (table, record_id), record in sorted(records.items(), key=lambda entry: entry[0][0] != lineage.TABLE):
            if record is None:
                library.remove(table, record_id)
            elif table == lineage.TABLE:
                library.put_as_is(table, record)
            else:
                library.put(table, record)


def _names_of_nobody_else(library: LibraryFile, kept: Document, gone: Document) -> set[str]:
    """The names that only these two have: a next step whose owner was typed like that is theirs."""
    others = {fold(one["name"]) for one in library.all("people") if one["id"] not in (kept["id"], gone["id"])}
    return {fold(one["name"]) for one in (kept, gone)} - others


@dataclass(frozen=True, slots=True)
class _Change:
    """Puts one id in place of the other, and once where both stood; `names` are those of the two alone."""

    kept: str
    gone: str
    names: frozenset[str]

    def made_in(self, table: str, record: Document) -> Document | None:
        """A record with one person in place of two; None where it only said that they are two."""
        changed: dict[str, Any] = self._with_id(record)
        match table:
            case "sessions":
                return self._session(record, changed)
            case "notes":
                return self._note(changed)
            case _:
                return None if table == TWO_PEOPLE and not names_two(changed) else changed

    def _with_id(self, value: Any) -> Any:
        match value:
            case str() if len(self.gone) >= SHORTEST_ID:
                return value.replace(self.gone, self.kept)
            case str():
                return self.kept if value == self.gone else value
            case list():
                changed = [self._with_id(each) for each in value]
                return _once(changed) if self.gone in value and self.kept in value else changed
            case dict():
                return {self._with_id(name): self._with_id(each) for name, each in value.items()}
            case _:
                return value

    def _note(self, note: dict[str, Any]) -> Document:
        mine = fold(str(note.get("owner", ""))) in self.names
        return {**note, "owner": self.kept} if mine else note

    def _session(self, before: Document, session: dict[str, Any]) -> Document:
        listed = {self.kept, self.gone} & set(before["people"])
        if listed - set(before.get("away", ())):  # one of them was there
            for name in ("away", "left_early"):
                if name in session:
                    session[name] = [one for one in session[name] if one != self.kept]
        rounds = zip(before["rooms"], session["rooms"], strict=True)
        session["rooms"] = [{**new, "rooms": self._rooms(old["rooms"], new["rooms"])} for old, new in rounds]
        if "wishes" in session:
            session["wishes"] = {**session["wishes"], "wishes": _real_wishes(session["wishes"]["wishes"])}
        return session

    def _rooms(self, before: list[Document], rooms: list[Document]) -> list[Document]:
        """The rooms of a round with one seat for one person: where they had a role, else where `kept` sat."""
        sat = [at for at, room in enumerate(rooms) if self.kept in room["people"]]
        if len(sat) < 2:
            return rooms
        seat = min(sat, key=lambda at: (not self._has_role(rooms[at]), self.kept not in before[at]["people"]))
        left = [at for at in sat if at != seat]
        return [self._without(room) if at in left else room for at, room in enumerate(rooms)]

    def _without(self, room: Document) -> Document:
        return {**room, "people": [one for one in room["people"] if one != self.kept]}

    def _has_role(self, room: Document) -> bool:
        return any(room.get(role) == self.kept for role in ROLES)


def _real_wishes(wishes: Iterable[Document]) -> list[Document]:
    """Each wish once; that somebody be kept apart from themselves, or together, is none."""
    groups = ("apart", "together")
    return _once(wish for wish in wishes if wish["kind"] not in groups or len(wish["people"]) > 1)


def _once(values: Iterable[Any]) -> list[Any]:
    found: list[Any] = []
    for value in values:
        if value not in found:
            found.append(value)
    return found
