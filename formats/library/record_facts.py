"""What does a list need of a record? Read alone, a few fields cost a fraction of the whole."""

from datetime import datetime

import msgspec

from formats.session.agenda import PartKind
from formats.session.dates.series_dates import SessionDate
from formats.session.notes import NoteKind
from formats.session.series.telling_apart import NamedSession


class NoteFacts(msgspec.Struct, gc=False):
    """What a list counts of a note; the rest of it is not read."""

    kind: str
    done: bool = False
    let_go: bool = False

    @property
    def is_step(self) -> bool:
        """Whether it is a next step that was not let go."""
        return self.kind == NoteKind.NEXT_STEP and not self.let_go


class _PartFacts(msgspec.Struct, gc=False):
    title: str
    kind: str


class _AgendaFacts(msgspec.Struct, gc=False):
    parts: tuple[_PartFacts, ...]


class _NextFacts(msgspec.Struct, gc=False):
    organiser: str = ""


class SessionFacts(msgspec.Struct, gc=False):
    """What tells a session from others; the rest of it is not read."""

    id: str
    title: str
    series: str
    starts_at: datetime
    timezone: str
    agenda: _AgendaFacts
    place: str = ""
    joining: str = ""
    next_session: _NextFacts | None = None
    agreement: tuple[str, ...] | None = None

    @property
    def structures(self) -> tuple[str, ...]:
        """The titles of its structures."""
        return tuple(part.title for part in self.agenda.parts if part.kind == PartKind.STRUCTURE)

    @property
    def named(self) -> NamedSession:
        """What it is called, and what tells it from others of its title."""
        return NamedSession(self.id, self.title, self.starts_at, self.timezone, self.structures, self.place)

    @property
    def dated(self) -> SessionDate:
        """When it is, and what belongs to that."""
        return SessionDate(
            id=self.id,
            title=self.title,
            series=self.series,
            starts_at=self.starts_at,
            timezone=self.timezone,
            place=self.place,
            joining=self.joining,
            organiser=self.next_session.organiser if self.next_session else "",
            structures=self.structures,
        )
