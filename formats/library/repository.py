"""Sessions, people and notes as values, kept in the library file: what the rest of the app asks it for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from operator import itemgetter

from formats.library.changes import Document
from formats.library.file import LibraryFile
from formats.library.kept_by_session import KeptBySession
from formats.library.packs import notes_with_others, other_versions, settle_versions
from formats.library.record_facts import NoteFacts, SessionFacts
from formats.library.records import (
    event_document,
    event_from,
    note_document,
    note_from,
    person_document,
    person_from,
    session_document,
    session_from,
)
from formats.session.dates.series_dates import SessionDate
from formats.session.events import Event
from formats.session.notes import Note, NoteKind
from formats.session.people import Person
from formats.session.progress import Progress
from formats.session.series.telling_apart import NamedSession
from formats.session.session import Session, same_series
from formats.session.sorting import sort_key
from formats.session.time_zones import local_time


@dataclass(frozen=True, slots=True)
class SessionCard:
    """One line of the list of sessions."""

    id: str
    title: str
    series: str
    starts_at: datetime
    timezone: str
    structures: tuple[str, ...]
    people: int
    notes: int
    next_steps: int
    open_next_steps: int
    progress: Progress
    place: str = ""

    @property
    def named(self) -> NamedSession:
        """What tells it from others of its title."""
        return NamedSession(self.id, self.title, self.starts_at, self.timezone, self.structures, self.place)

    @property
    def date(self) -> date:
        """The day of the session where it takes place."""
        return local_time(self.starts_at, self.timezone).date()


@dataclass(frozen=True, slots=True)
class EarlierStep:
    """A next step that an earlier session of the series left open: that session, its day, and the note."""

    session: str
    day: date
    note: Note


class SessionRepository:
    """Every call that changes something is one durable save, or says through the file's state that it is not."""

    def __init__(self, file: LibraryFile) -> None:
        self.file = file
        self._cards = KeptBySession(file, self._card)
        self._open_steps = KeptBySession(file, self._open_steps_in)

    def keep_plan(self, session: Session, people: Iterable[Person] = ()) -> None:
        """Saves the plan of a session and the people given; notes and run log have calls of their own."""
        with self.file.saving():
            for person in people:
                self.file.put("people", person_document(person))
            self.file.put("sessions", session_document(session))

    def keep_session(self, session: Session) -> None:
        """Saves a session with its people, notes and run log, as one save."""
        with self.file.saving():
            self.keep_plan(session, session.people)
            for number, event in enumerate(session.events):
                self.log(session.id, number, event)
            for note in session.notes:
                self.keep_note(session.id, note)

    def log(self, session_id: str, number: int, event: Event) -> None:
        """Adds a move to the run log at `number`, counted from 0."""
        self.file.put("run_log", event_document(session_id, number, event))

    def keep_person(self, person: Person) -> None:
        """Saves someone of the network, new or changed."""
        self.file.put("people", person_document(person))

    def keep_note(self, session_id: str, note: Note) -> None:
        """Saves a note, new or changed."""
        self.file.put("notes", note_document(session_id, note))

    def drop_note(self, note_id: str) -> None:
        """Deletes a note."""
        self.file.remove("notes", note_id)

    def keep_draft(self, session_id: str, draft: Note | None) -> None:
        """Saves the line being typed, or forgets it once it has become a note."""
        if draft is None:
            self.file.remove("drafts", session_id)
        else:
            self.file.put("drafts", {"note": note_document(session_id, draft), "id": session_id})

    def draft(self, session_id: str) -> Note | None:
        """The line that was being typed in this session when the app last stopped."""
        kept = self.file.get("drafts", session_id)
        return note_from(kept["note"]) if kept else None

    def session(self, session_id: str) -> Session | None:
        """The whole session. Raises `RecordError` where its document cannot be read."""
        document = self.file.get("sessions", session_id)
        if document is None:
            return None
        known = (self.file.get("people", person_id) for person_id in document.get("people", []))
        people = [person_from(person) for person in known if person is not None]
        return session_from(document, people, self._events(session_id), self._notes(session_id))

    def people(self) -> tuple[Person, ...]:
        """Everyone who was ever on a roster, by name."""
        return tuple(sorted(map(person_from, self.file.all("people")), key=lambda person: sort_key(person.name)))

    def sessions(self) -> tuple[Session, ...]:
        """Every session, whole, the oldest first."""
        return self.sessions_by_id(card.id for card in reversed(self.cards()))

    def sessions_by_id(self, ids: Iterable[str], *, with_notes: bool = True) -> tuple[Session, ...]:
        """These sessions, whole unless their notes are not asked for; what is not there is left out."""
        people = {document["id"]: person_from(document) for document in self.file.all("people")}
        return tuple(
            session_from(
                document,
                [people[one] for one in document.get("people", []) if one in people],
                self._events(each),
                self._notes(each) if with_notes else [],
            )
            for each in ids
            if (document := self.file.get("sessions", each)) is not None
        )

    def earlier_sessions(self, session: Session) -> tuple[Session, ...]:
        """The sessions of the same series that were held before this one, the oldest first.

        Without their notes: who sat with whom needs none, and in ten years they are most of what there is to read.
        """
        before = (
            card.id
            for card in reversed(self.cards())
            if card.progress.begun and card.id != session.id
            if same_series(card.series, session.series) and card.starts_at < session.starts_at
        )
        return self.sessions_by_id(before, with_notes=False)

    def agreement_before(self, session: Session) -> tuple[str, ...] | None:
        """What the series last agreed on before this session; None where it never did."""
        agreed = [
            (earlier.starts_at, earlier.agreement)
            for earlier in self.file.all_as("sessions", SessionFacts)
            if earlier.id != session.id and same_series(earlier.series, session.series)
            if earlier.agreement is not None and earlier.starts_at < session.starts_at
        ]
        return max(agreed, key=itemgetter(0))[1] if agreed else None

    def open_steps_before(self, session: Session) -> tuple[EarlierStep, ...]:
        """The next steps that earlier sessions of the same series left open, the latest of them first."""
        earlier = (
            card
            for card in self.cards()
            if card.open_next_steps and card.id != session.id and card.starts_at < session.starts_at
            if same_series(card.series, session.series)
        )
        latest_first = sorted(((card.date, card) for card in earlier), key=_day, reverse=True)
        return tuple(
            EarlierStep(card.id, day, note) for day, card in latest_first for note in self.open_steps_of(card)
        )

    def named_sessions(self) -> tuple[NamedSession, ...]:
        """What tells every session from the others, in no order; costs no walk over notes and run logs."""
        return tuple(each.named for each in self.file.all_as("sessions", SessionFacts))

    def session_dates(self) -> tuple[SessionDate, ...]:
        """When every session was or will be, in no order; costs no walk over notes and run logs."""
        return tuple(each.dated for each in self.file.all_as("sessions", SessionFacts))

    def disputed_notes(self, session_id: str) -> tuple[str, ...]:
        """The notes of a session that were changed on two laptops, until somebody chooses; by id."""
        return notes_with_others(self.file, session_id)

    def versions(self, note_id: str) -> tuple[Note | None, ...]:
        """The versions of a note to choose from, the one in its place first; None where one side deleted it."""
        here = self.file.get("notes", note_id)
        return tuple(note_from(each) if each else None for each in (here, *other_versions(self.file, note_id)))

    def settle_dispute(self, session_id: str, note_id: str, chosen: Note | None) -> None:
        """Ends a dispute over a note: this is its one version, or it is deleted."""
        settle_versions(self.file, note_id, note_document(session_id, chosen) if chosen else None)

    def cards(self) -> tuple[SessionCard, ...]:
        """The list of sessions, the latest first. Only what changed since the last time is read anew."""
        return tuple(sorted(self._cards.all().values(), key=_starts_at, reverse=True))

    def session_as_run(self, document: Document) -> Session:
        """A session with its run log, without its people and notes. Raises `RecordError`."""
        return session_from(document, (), self._events(document["id"]), ())

    def insights_of(self, card: SessionCard) -> int:
        """How many insights were noted in a session."""
        notes = self.file.of_session_as("notes", card.id, NoteFacts)
        return sum(note.kind == NoteKind.INSIGHT for note in notes)

    def open_steps_of(self, card: SessionCard) -> tuple[Note, ...]:
        """The next steps of a session that still wait to be taken."""
        return (self._open_steps.of(card.id) or ()) if card.open_next_steps else ()

    def _open_steps_in(self, document: Document) -> tuple[Note, ...]:
        steps = self.file.of_session_where("notes", document["id"], NoteFacts, _is_open_step)
        return tuple(map(note_from, steps))

    def _card(self, document: Document) -> SessionCard:
        session = self.session_as_run(document)
        notes = self.file.of_session_as("notes", session.id, NoteFacts)
        steps = [note for note in notes if note.is_step]
        return SessionCard(
            id=session.id,
            title=session.title,
            series=session.series,
            starts_at=session.starts_at,
            timezone=session.timezone,
            structures=tuple(part.title for part in session.agenda.structures),
            people=len(document["people"]) - len(session.away),
            notes=sum(note.kind != NoteKind.MARKER for note in notes),
            next_steps=len(steps),
            open_next_steps=sum(not note.done for note in steps),
            progress=session.progress,
            place=session.place,
        )

    def _notes(self, session_id: str) -> list[Note]:
        return [note_from(note) for note in self.file.of_session("notes", session_id)]

    def _events(self, session_id: str) -> list[Event]:
        """The run log of a session, the first event first."""
        return [event_from(event) for event in sorted(self.file.of_session("run_log", session_id), key=_number)]


def _is_open_step(note: NoteFacts) -> bool:
    return note.is_step and not note.done


def is_step(note: Document) -> bool:
    """Whether a note is a next step that was not let go."""
    return note["kind"] == NoteKind.NEXT_STEP and not note.get("let_go")


def _starts_at(card: SessionCard) -> datetime:
    return card.starts_at


def _number(event: Document) -> int:
    return int(event["number"])


def _day(dated: tuple[date, SessionCard]) -> date:
    return dated[0]
