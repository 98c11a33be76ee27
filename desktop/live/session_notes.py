"""What is written down in the session on the table: its notes, and the line being typed."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.content.new_session import new_id
from desktop.live.live_library import LiveLibrary
from desktop.live.table import Table
from desktop.redraw import ChangeScope
from formats.library.repository import EarlierStep
from formats.session.notes import Note
from formats.session.session import Session


class SessionNotes(QObject):
    """Saves notes without making the person who types wait for the disk, then tells the runner."""

    session_written = Signal(object)
    """The session has other notes now, and they are saved: Session."""

    def __init__(
        self, table: Table, library: LiveLibrary, change: ChangeScope, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._table, self._library, self._change = table, library, change
        self._repository = library.repository

    def keep(self, note: Note) -> None:
        """Saves a note, new or changed."""
        session = self._writable_session()
        if session is not None and not self._library.refuses_values(note):
            with self._library.saving(wait=False):
                self._repository.keep_note(session.id, note)
            self.session_written.emit(session.with_note(note))

    def drop(self, note_id: str) -> None:
        """Deletes a note."""
        session = self._writable_session()
        if session is not None:
            with self._library.saving(wait=False):
                self._repository.drop_note(note_id)
            self.session_written.emit(session.without_note(note_id))

    def draft(self) -> Note | None:
        """The line that was being typed in this session when the app last stopped."""
        session = self._table.session
        return self._repository.draft(session.id) if session else None

    def keep_draft(self, draft: Note | None) -> None:
        """Saves the line being typed, so that a crash leaves it where it was."""
        session = self._table.session
        if session is not None and not self._library.read_only:
            with self._library.saving(wait=False):
                self._repository.keep_draft(session.id, draft)

    def earlier_steps(self) -> tuple[EarlierStep, ...]:
        """The next steps that earlier sessions of the series left open."""
        session = self._table.session
        return self._repository.open_steps_before(session) if session else ()

    def keep_earlier_step(self, step: EarlierStep) -> None:
        """Saves a next step of an earlier session, where it belongs, unless that session was erased meanwhile."""
        if not self._library.refuses() and self._library.has_session(step.session):
            with self._library.saving(wait=False):
                self._repository.keep_note(step.session, step.note)

    def disputed_ids(self) -> tuple[str, ...]:
        """The notes of this session that were changed on two laptops, by id."""
        session = self._table.session
        return self._repository.disputed_notes(session.id) if session else ()

    def versions(self, note_id: str) -> tuple[Note | None, ...]:
        """What there is to choose from for such a note; None where it was deleted on one side."""
        return self._repository.versions(note_id)

    def settle(self, note_id: str, chosen: Note | None) -> None:
        """Keeps one version of such a note, or deletes it."""
        session = self._writable_session()
        if session is None:
            return
        with self._library.saving():
            self._repository.settle_dispute(session.id, note_id, chosen)
        self.session_written.emit(session.with_note(chosen) if chosen else session.without_note(note_id))

    def settle_with_all(self, note_id: str) -> None:
        """Keeps every version of such a note, the others as notes of their own."""
        first, *others = [version for version in self.versions(note_id) if version is not None]
        with self._change:
            self.settle(note_id, first)
            for other in others:
                self.keep(replace(other, id=new_id()))

    def _writable_session(self) -> Session | None:
        session = self._table.session
        return None if session is None or self._library.refuses() else session
