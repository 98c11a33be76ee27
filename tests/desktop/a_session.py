"""A session like the reference one: a February Peer Assist with eighteen people in three rooms."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from desktop.content.catalogue import Catalogue
from desktop.content.new_session import new_session
from formats.session.agenda import StageKey
from formats.session.notes import Note, NoteKind
from formats.session.people import Person
from formats.session.seating.seating import seat_people
from formats.session.session import Session

STARTS = datetime(2023, 2, 23, 16, 30, tzinfo=UTC)
NAMES = (
    "Amina Yusuf", "Beth O'Neill", "Callum Reid", "Carys Bowen", "Dele Adeyemi", "Ewan MacKay", "Hana Nováková",
    "Idris Khan", "Jo Fraser", "Kristin Þórsdóttir", "Lena Fischer", "Meera Patel", "Owen Price", "Priya Nair",
    "Ruth Abara", "Sam (they)", "Smith, Tom", "ليلى حسن",
)  # fmt: skip
IDEAS = StageKey("peer-assist", "ideas-and-resources", 1)
FIRST_ROUND = (IDEAS.part, IDEAS.round)


def some_people() -> tuple[Person, ...]:
    """Names with accents, apostrophes, commas, brackets and right-to-left script."""
    return tuple(
        Person(f"p{number}", name, organisation=f"Trust {number % 5}", role="Weaver" if number % 3 else "Nurse")
        for number, name in enumerate(NAMES)
    )


def a_session(catalogue: Catalogue, *notes: Note, session_id: str = "february") -> Session:
    """The session, with its rooms planned and nothing begun."""
    structure = catalogue.structure("peer-assist")
    assert structure is not None
    made = new_session(catalogue, structure, STARTS, "February peer assist")
    session = replace(
        made, id=session_id, starts_at=STARTS, timezone="Europe/London", people=some_people(), notes=notes
    )
    rooms = seat_people(session, seconds=0.05, clock=lambda: 0.0).rounds
    return session.with_rooms(rooms)


def a_note(number: int, text: str, kind: NoteKind = NoteKind.INSIGHT, **more: object) -> Note:
    """A note of room 2 in the stage of ideas, a minute after the one numbered before it."""
    began = STARTS + timedelta(minutes=20 + number)
    note = Note(f"n{number}", kind, text, began, IDEAS, 2)
    return replace(note, **more)  # type: ignore[arg-type]  # any field of a note
