"""Which records belong to a session, and when did any of it last change?"""

from collections.abc import Mapping
from typing import Any

import msgspec

from formats.library.changes import Document, Tables
from formats.library.stored_tables import each_as

Revision = tuple[int, int]
OF_SESSIONS = ("notes", "run_log")
"""The tables whose records name their session."""


class _Belonging(msgspec.Struct, gc=False):
    """Which session a record belongs to."""

    session: Any = None


class SessionIndex:
    """The numbers of notes and run logs by session, kept up with every change in memory.

    A session's revision rises with each change of its document, notes or run log, so that what was made from it
    can be kept for as long as the revision stands.
    """

    def __init__(self, tables: Tables) -> None:
        self._numbers: dict[str, dict[str, set[str]]] = {}
        self._revisions: dict[str, int] = {}
        self._all = 0
        self.read_anew(tables)

    def read_anew(self, tables: Tables) -> None:
        """Forget all that is known; every revision rises."""
        self._all += 1
        self._numbers = {name: {} for name in OF_SESSIONS}
        for name, by_session in self._numbers.items():
            for number, belonging in each_as(tables.get(name, {}), _Belonging):
                by_session.setdefault(str(belonging.session), set()).add(number)

    def numbers(self, table: str, session_id: str) -> list[str]:
        """TinyDB's numbers of a session's records in one of `OF_SESSIONS`, in the order they came."""
        return sorted(self._numbers[table].get(session_id, ()), key=int)

    def revision(self, session_id: str) -> Revision:
        """Another one after each change of the session."""
        return self._all, self._revisions.get(session_id, 0)

    def take(self, table: str, number: str, old: Document | None, new: Document | None) -> None:
        """One document of any table is about to change from `old` to `new`; None where there is none."""
        if table == "sessions":
            self._raise_revisions(*(document.get("id") for document in (old, new) if document is not None))
        elif table in self._numbers:
            before, after = _session_of(old), _session_of(new)
            self._raise_revisions(before, after)
            by_session = self._numbers[table]
            if before is not None:
                by_session.get(before, set()).discard(number)
            if after is not None:
                by_session.setdefault(after, set()).add(number)

    def drop(self, table: str, documents: Mapping[str, Document]) -> None:
        """A whole table is about to go."""
        for number, document in documents.items():
            self.take(table, number, document, None)

    def _raise_revisions(self, *sessions: object) -> None:
        for session_id in {str(each) for each in sessions if each is not None}:
            self._revisions[session_id] = self._revisions.get(session_id, 0) + 1


def _session_of(document: Document | None) -> str | None:
    return None if document is None else str(document.get("session"))
