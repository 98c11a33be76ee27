"""May the library be changed here, is all of it on the disk, and what does it know besides the session?"""

from contextlib import AbstractContextManager
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from formats.language import tr
from formats.library.repository import SessionRepository
from formats.library.status import SaveState
from formats.library.validation import InvalidValueError, validate_values
from formats.session.dates.series_dates import SessionDate
from formats.session.notes import Note
from formats.session.people import Person
from formats.session.session import Session


class LiveLibrary(QObject):
    """The library behind the session on the table."""

    save_state_changed = Signal(object)
    """Whether everything is on the disk: SaveState."""
    change_refused = Signal(str)
    """Why nothing can be changed in a library that is only read."""

    def __init__(self, repository: SessionRepository, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.repository = repository
        self._earlier: tuple[Session, ...] = ()
        self._earlier_than: tuple[str, str, datetime] | None = None

    @property
    def read_only(self) -> bool:
        """Whether this library can only be read here."""
        return self.repository.file.open_report.read_only

    @property
    def save_state(self) -> SaveState:
        """Whether everything is on the disk now."""
        return self.repository.file.state

    def refuses(self) -> bool:
        """Whether nothing may be changed here, which is then said: ask before every change."""
        if self.read_only:
            self.change_refused.emit(self.repository.file.open_report.sentence)
        return self.read_only

    def refuses_values(self, value: Session | Note) -> bool:
        """Whether a value could not be kept, such as a day in the year 9999, which is then said."""
        try:
            validate_values(value)
        except InvalidValueError as why:
            self.change_refused.emit(tr("That cannot be kept: {why}. Nothing was changed.", why=why))
            return True
        return False

    def saving(self, *, wait: bool = True) -> AbstractContextManager[None]:
        """Everything inside is one save; without `wait` nobody who types waits for the disk."""
        return self.repository.file.saving(wait=wait)

    def tell_save_state(self, state: SaveState) -> None:
        """Passes on what the library says of its last save; may be called from any thread."""
        self.save_state_changed.emit(state)

    def has_session(self, session_id: str) -> bool:
        """Whether a session is there, or was erased meanwhile."""
        return self.repository.file.get("sessions", session_id) is not None

    def network(self) -> tuple[Person, ...]:
        """Everyone who was ever on a roster."""
        return self.repository.people()

    def session_dates(self) -> tuple[SessionDate, ...]:
        """When every session was or will be."""
        return self.repository.session_dates()

    def earlier_sessions(self, session: Session) -> tuple[Session, ...]:
        """The sessions of its series that were held before a session, the oldest first, without their notes.

        Read once for all who ask in turn for the same: each reads it of the session on the table.
        """
        wanted = session.id, session.series, session.starts_at
        if wanted != self._earlier_than:
            self._earlier_than, self._earlier = wanted, self.repository.earlier_sessions(session)
        return self._earlier

    def forget_earlier_sessions(self) -> None:
        """Reads them again for the next who asks: the library may know others now."""
        self._earlier_than, self._earlier = None, ()
