"""What is in the library of a walk: nothing, what is usual, or far too much."""

from dataclasses import replace
from datetime import date, timedelta

from desktop.content.catalogue import Catalogue
from desktop.content.own_entries import OwnEntries, OwnKind, template
from desktop.places.prepare.agenda_changes import with_closing_stage, with_room_size
from formats.library.file import LibraryFile
from formats.library.repository import SessionRepository
from formats.session.agenda import Agenda
from formats.session.closing_round import LONGEST_WORD, ClosingRound
from formats.session.events import Finished, Moved, Started
from formats.session.notes import Note, NoteKind
from formats.session.people import Person
from formats.session.seating.seating import seat_people
from formats.session.session import Session
from formats.structures.unfold import closing_round_stage, part_from
from tests.desktop.a_session import IDEAS, STARTS, a_note, a_session
from tests.walk.settings import Filling

SERIES = "Nurturing and weaving networks"
LONG_NAMES = (
    "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh, Maria Immaculata Theresia",
    "Dr. Nguyễn Thị Minh Khai-Oyelaran of the Northern Carers’ Cooperative & Friends",
    "<b>Bold</b> & “quoted” O’Neill-Þórsdóttir the Younger of Llanfairpwllgwyngyll",
    "عبد الرحمن بن محمد بن عبد الله آل الشيخ المعروف بأبي الحسن القرطبي الأندلسي",
)
LONG_TITLE = (
    "A very long title of a session in which carers, weavers & friends of <i>all</i> the networks of the north and"
    " the south look back on what they learned from one another in the course of the whole year"
)
LONG_TEXT = (
    "Ask who already trusts you, and then ask them who else they would ask, because nobody knows a whole network,"
    " and write it down: https://example.org/a-very-long-address-that-nobody-types/and-that-has-no-place-to-break-it-at-all"
)
WORDS = ("a plan", "curious", "heard", "less alone", "lighter", "patience", "tea", "thankful", "tired, good tired")
PEOPLE, STAGES, NOTES, SESSIONS = 100, 40, 300, 12
KINDS = tuple(kind for kind in NoteKind if kind is not NoteKind.MARKER)


def fill(filling: Filling, file: LibraryFile, catalogue: Catalogue) -> Session | None:
    """Puts into a library what the walk is to find there; gives the session that is walked through."""
    repository = SessionRepository(file)
    if filling is Filling.EMPTY:
        return None
    typical = filling is Filling.TYPICAL
    session = _typical_session(catalogue) if typical else _overfull_session(catalogue)
    for number in range(1, 3 if typical else SESSIONS):
        repository.keep_session(_held_before(session, number))
    repository.keep_session(session)
    entries = OwnEntries(file, catalogue)
    for kind in OwnKind:
        entries.keep(kind, template(kind), "")
    return session


def _typical_session(catalogue: Catalogue) -> Session:
    notes = (
        a_note(1, "Ask who already trusts you"),
        a_note(2, "Beth to email members by Friday", NoteKind.NEXT_STEP, owner="p1", due=date(2023, 3, 3)),
        a_note(3, "The shared calendar that nobody kept", NoteKind.STORY),
        a_note(4, "How do others pay for travel?", NoteKind.QUESTION, private=True),
        a_note(5, "https://example.org/weaving", NoteKind.RESOURCE),
    )
    session = a_session(catalogue, *notes)
    agenda = with_closing_stage(session.agenda, closing_round_stage())
    return replace(session, series=SERIES, agenda=agenda, closing_round=ClosingRound((0, 0, 2, 6, 8), WORDS))


def _overfull_session(catalogue: Catalogue) -> Session:
    base = a_session(catalogue)
    people = tuple(
        Person(
            f"p{number}",
            f"{LONG_NAMES[number % len(LONG_NAMES)]} {number}",
            organisation=f"{number % 7} United Trusts of Carers, Weavers & Neighbours of the Northern Dales",
            role="Coordinator of the volunteers who drive at night",
            email=f"somebody.with.a.long.address.{number}@subdomain.of-an-organisation.example.org",
            remarks=LONG_TEXT,
        )
        for number in range(PEOPLE)
    )
    session = replace(
        base,
        title=LONG_TITLE,
        series=f"{SERIES} {LONG_TITLE}",
        people=people,
        agenda=_long_agenda(base, catalogue),
    )
    rooms = seat_people(session, seconds=0.05, clock=lambda: 0.0).rounds
    words = tuple(sorted((*WORDS, LONG_TITLE[:LONGEST_WORD]) * 4))
    closing_round = ClosingRound((20, 3, 0, 31, 46), words)
    return replace(session.with_rooms(rooms), notes=tuple(_many_notes()), closing_round=closing_round)


def _long_agenda(session: Session, catalogue: Catalogue) -> Agenda:
    """Structures until there are as many stages as one could wish, with titles of two lines."""
    parts = list(session.agenda.parts)
    for number, structure in enumerate(catalogue.structures):
        if sum(len(part.stages) for part in parts) >= STAGES:
            break
        part = part_from(structure)
        if part.id not in {other.id for other in parts} and part.rooms is not None:
            parts.insert(-1, replace(part, title=f"{part.title} {number}"))
    agenda = Agenda(tuple(parts))
    for stage in agenda.structures[0].stages[:2]:
        longer = replace(stage, title=f"{stage.title}, {LONG_TITLE.lower()}")
        part = agenda.structures[0]
        agenda = agenda.with_part(
            replace(part, stages=tuple(longer if old.key == stage.key else old for old in part.stages))
        )
    agenda = with_closing_stage(agenda, closing_round_stage())
    return with_room_size(agenda, agenda.structures[0], 6, catalogue)


def _many_notes() -> list[Note]:
    return [
        a_note(
            number,
            f"{number}. {LONG_TEXT}",
            KINDS[number % len(KINDS)],
            room=1 + number % 3,
            owner=f"p{number % PEOPLE}" if number % 2 else LONG_NAMES[0],
            due=date(2023, 3, 1) + timedelta(days=number),
            stage=IDEAS,
        )
        for number in range(NOTES)
    ]


def _held_before(session: Session, number: int) -> Session:
    """The same session so many months before, held to its end, with a step still open."""
    starts = STARTS - timedelta(weeks=4 * number)
    first = session.agenda.stages[0].key
    second = session.agenda.stages[1].key
    return replace(
        session,
        id=f"before-{number}",
        starts_at=starts,
        events=(
            Started(starts, first),
            Moved(starts + timedelta(minutes=9), second),
            Finished(starts + timedelta(hours=1)),
        ),
        notes=tuple(replace(note, id=f"{note.id}-{number}") for note in session.notes[:3]),
    )
