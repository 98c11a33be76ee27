"""A library of many years, made by the app's own means: series, sessions that were held, and their notes."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from desktop.content.catalogue import Catalogue, read_catalogue
from formats.library.opening import open_library
from formats.library.repository import SessionRepository
from formats.session.agenda import StageKey
from formats.session.events import Event, Finished, Moved, Started
from formats.session.notes import Note, NoteKind
from formats.session.people import Person
from formats.session.seating.seating import seat_people
from formats.session.session import Room, Session, as_planned
from tests.bench.library import WORDS, now
from tests.desktop.a_session import STARTS, a_session

SERIES = ("Network peers", "Carers' circle", "Ward leads")
KINDS = (NoteKind.INSIGHT, NoteKind.IDEA, NoteKind.QUESTION, NoteKind.RESOURCE, NoteKind.NEXT_STEP, NoteKind.STORY)
AFTER_ALL = STARTS + timedelta(weeks=1500)
"""When the app is opened on such a library."""


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is: sessions in three series, people, and what is in the session to come."""

    sessions: int = 500
    people: int = 60
    notes: int = 100
    """Notes of each session that was held."""
    coming_notes: int = 0
    coming_people: int = 18

    @property
    def name(self) -> str:
        """The same in one word."""
        return f"{self.sessions}-{self.people}-{self.notes}"


def fill(library: Path, size: Size) -> None:
    """Writes the library, unless it is there."""
    if library.exists():
        return
    catalogue = read_catalogue()
    with open_library(library, now=now) as file:
        repository = SessionRepository(file)
        for session in sessions_of(catalogue, size):
            with file.saving(wait=False):
                repository.keep_session(session)


def sessions_of(catalogue: Catalogue, size: Size) -> Iterator[Session]:
    """Sessions of a week each in turn for three series, held and noted, each with 18 of the people."""
    network = [
        Person(f"n{each}", f"Person{each} Family{each % 17}", f"Trust {each % 9}") for each in range(size.people)
    ]
    model = a_session(catalogue)
    stages = [stage.key for stage in model.agenda.stages]
    for number in range(size.sessions):
        starts = STARTS + timedelta(weeks=number)
        first = number * 7 % size.people
        people = tuple(network[(first + each) % size.people] for each in range(len(model.people)))
        stand_in = {old.id: new.id for old, new in zip(model.people, people, strict=True)}
        rooms = tuple(
            replace(each, rooms=tuple(_with_people(room, stand_in) for room in each.rooms)) for each in model.rooms
        )
        log: list[Event] = [Started(starts, stages[0])]
        log += [Moved(starts + timedelta(minutes=2 * at), key) for at, key in enumerate(stages[1:], 1)]
        log.append(Finished(starts + timedelta(hours=1)))
        notes = tuple(_note(f"s{number}", number, at, stages, starts) for at in range(size.notes))
        series = SERIES[number % 3]
        yield replace(
            model, id=f"session-{number}", title=f"{series} {number // 3 + 1}", series=series,
            starts_at=starts, people=people, rooms=rooms, events=tuple(log), notes=notes,
        )  # fmt: skip


def coming_session(catalogue: Catalogue, size: Size) -> Session:
    """The next of a series, with a third of all sessions before it."""
    model = replace(as_planned(a_session(catalogue)), id="coming", title="The next one", series=SERIES[0])
    stages = [stage.key for stage in model.agenda.stages]
    notes = tuple(_note("coming", 7, at, stages, AFTER_ALL) for at in range(size.coming_notes))
    if size.coming_people == len(model.people):
        return replace(model, starts_at=AFTER_ALL, notes=notes)
    people = tuple(
        Person(f"c{each}", f"Guest{each} Family{each % 29}", f"Trust {each % 9}")
        for each in range(size.coming_people)
    )
    many = replace(model, people=people, rooms=(), starts_at=AFTER_ALL, notes=notes)
    return many.with_rooms(seat_people(many, seconds=0.05, clock=lambda: 0.0).rounds)


def _with_people(room: Room, stand_in: dict[str, str]) -> Room:
    """The room with others in their places."""
    people = tuple(stand_in[person] for person in room.people)
    return replace(room, people=people, presenter=stand_in.get(room.presenter, ""))


def _note(session: str, seed: int, at: int, stages: list[StageKey], starts: datetime) -> Note:
    """One of the notes of a session."""
    words = [WORDS[(seed + at * step) % len(WORDS)] for step in range(3, 15)]
    return Note(
        f"{session}-{at}", KINDS[at % len(KINDS)], " ".join(words), starts + timedelta(seconds=30 * at),
        stages[at % len(stages)], at % 3 + 1, done=at % 12 == 4,
    )  # fmt: skip
