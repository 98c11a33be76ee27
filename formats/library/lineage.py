"""Which version of a note came from which, so that copies edited on two laptops merge without loss?

Every edit gets a random name. A note's line, in a table of its own, says what its present version is called,
which versions that one replaces (`past`), and which others stand beside it until somebody chooses (`others`).
Merging unites both sides' versions and drops those that either side has replaced: the same result in any
order, any number of times. A note that was never edited needs no line; its version is named by its content.
"""

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from formats.library.changes import Document

TABLE = "lineage"
FOLLOWED = ("notes",)


@dataclass(frozen=True, slots=True)
class NoteVersions:
    """One note on one laptop: its present versions by name (None: removed), and the names they replace."""

    present: Mapping[str, Document | None]
    past: frozenset[str]

    def merge(self, other: "NoteVersions") -> "NoteVersions":
        """What both sides know together."""
        past = self.past | other.past
        names = sorted((self.present.keys() | other.present.keys()) - past)
        return NoteVersions({name: self._of(name, other) for name in names}, past)

    @property
    def first(self) -> tuple[str, Document | None]:
        """The version to show in the note's place: one that was not removed, if there is one."""
        name = max(self.present, key=lambda name: (self.present[name] is not None, name))
        return name, self.present[name]

    def _of(self, name: str, other: "NoteVersions") -> Document | None:
        """The version of this name; should a forged file reuse a name, both sides still choose alike."""
        found = [side.present[name] for side in (self, other) if name in side.present]
        return max(found, key=lambda record: json.dumps(record, sort_keys=True))


def line_after_edit(line: Document | None, old: Document | None) -> Document | None:
    """The line after an edit of the record `old`, or None when a new record needs none."""
    if line is None and old is None:
        return None
    return _next_line(line, old)


def line_after_removal(line: Document | None, old: Document) -> Document:
    """The line after the record was removed."""
    return _next_line(line, old)


def line_after_choice(line: Document, old: Document | None) -> Document:
    """The line after somebody chose among several versions."""
    after = _next_line(line, old)
    chosen_from = {other["name"] for other in line["others"]}
    return {**after, "past": sorted({*after["past"], *chosen_from}), "others": []}


def versions(record: Document | None, line: Document | None) -> NoteVersions | None:
    """All versions of a note from its record and its line; None when there never was such a note."""
    if line is None:
        return NoteVersions({_content_name(record): record}, frozenset()) if record is not None else None
    others: dict[str, Document | None] = {other["name"]: other["record"] for other in line["others"]}
    return NoteVersions({**others, line["name"]: record}, frozenset(line["past"]))


def line_of(record_id: str, session: str, merged: NoteVersions) -> Document | None:
    """The line that says what the record does not; None when the record says it all."""
    name, record = merged.first
    if not merged.past and len(merged.present) == 1 and record is not None and name == _content_name(record):
        return None
    others = [{"name": other, "record": merged.present[other]} for other in merged.present if other != name]
    return {
        "id": record_id,
        "session": session,
        "name": name,
        "past": sorted(merged.past),
        "others": others,
    }


def _next_line(line: Document | None, old: Document | None) -> Document:
    """The line with a new name for the present version, which replaces the one before."""
    if line is None:
        assert old is not None, "a record with no line and no past has nothing to follow on"
        start = {"id": old["id"], "session": old.get("session", "")}
        line = {**start, "name": _content_name(old), "past": [], "others": []}
    past = sorted({*line["past"], line["name"]})
    return {**line, "name": secrets.token_hex(8), "past": past}


def _content_name(record: Mapping[str, Any] | None) -> str:
    """The name of a version that was never edited."""
    return sha256(json.dumps(record, sort_keys=True).encode("ascii")).hexdigest()[:16]
