"""Somebody who is erased is in no file any more: library, journal, backups, what was set aside."""

import gzip
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from formats.library.erasing_people import erase_person, places_of_person
from formats.library.file import LibraryFile
from formats.library.repository import SessionRepository
from formats.library.two_people import TwoPeople
from formats.library.unfinished_texts import UnfinishedTexts
from formats.session.closing_round import ClosingRound
from formats.session.events import OrderChosen, SpeakingOrder, Started, TurnEnded, TurnGiven
from formats.session.notes import Note, NoteKind
from formats.session.people import Person
from formats.session.room_wishes import Role, RoomWishes, Wish, WishKind
from formats.session.session import NextSession, Room, RoundRooms, Session
from tests.builders import a_session, at, key, minutes
from tests.library.builders import opened

GONE = Person("a1b2c3d4e5f60718293a4b5c6d7e8f90", "Kristin Þórsdóttir", "Nordic Care", email="kristin@example.org")
AMINA, BETH = Person("p1", "Amina Yusuf"), Person("p2", "Beth O'Neill")
STEP = Note("n1", NoteKind.NEXT_STEP, "Email members", at("16:50"), key("next-steps"), owner=GONE.id)


def full() -> Session:
    """A session with the person in every place that knows people."""
    events = (
        Started(at("16:30"), key("check-in", part="opening")),
        OrderChosen(at("16:31"), SpeakingOrder.NAMES, (GONE.id, "p1")),
        TurnGiven(at("16:32"), GONE.id),
        TurnEnded(at("16:33"), GONE.id),
    )
    wishes = (
        Wish(WishKind.APART, (GONE.id, "p1")),
        Wish(WishKind.TOGETHER, (GONE.id, "p1", "p2")),
        Wish(WishKind.OFFERS, (GONE.id,), role=Role.PRESENTER),
    )
    return replace(
        a_session(events=events),
        people=(GONE, AMINA, BETH),
        away=frozenset({GONE.id}),
        online=frozenset({GONE.id}),
        rooms=(RoundRooms("peer-assist", 1, (Room(1, (GONE.id, "p1", "p2"), presenter=GONE.id),)),),
        wishes=RoomWishes(wishes),
        closing_round=ClosingRound(hands=(0, 0, 0, 1, 2), words=("thanks to kristin þórsdóttir",)),
        next_session=NextSession("April", at("16:30"), minutes(60), organiser="kristin@example.org"),
        notes=(
            STEP,
            replace(STEP, id="n2", owner=GONE.name, text=f"Ask {GONE.name}, or kristin@example.org"),
            replace(STEP, id="n3", owner="p1", presenter=GONE.id),
        ),
    )


@pytest.fixture
def library(tmp_path: Path) -> Iterator[LibraryFile]:
    """A library with a backup that knows her by an earlier name, and one by the present one."""
    path = tmp_path / "library.json"
    with opened(path) as first:
        SessionRepository(first).keep_session(full())
        SessionRepository(first).keep_person(replace(GONE, name="Kristin Longname"))
    with opened(path) as made:
        SessionRepository(made).keep_person(GONE)
        SessionRepository(made).keep_draft("february", replace(STEP, id="n9", text="Kristin Þórsdóttir says"))
        UnfinishedTexts(made).keep("Add people", "february", {"changes": f'{{"{GONE.id}": "here"}}'})
        TwoPeople(made).keep_apart(GONE.id, "p1")
        yield made


def everything_in(folder: Path) -> bytes:
    """Every byte of every file, packed ones unpacked too."""
    contents = [path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()]
    return b"\n".join(gzip.decompress(one) if one[:2] == b"\x1f\x8b" else one for one in contents)


def escaped(text: str) -> bytes:
    return text.encode("unicode_escape").replace(b"\\x", b"\\u00")


def test_nothing_is_left_of_them_in_any_file(library: LibraryFile) -> None:
    folder = library.path.parent
    assert GONE.id.encode() in everything_in(folder)
    report = erase_person(library, GONE.id)
    assert report.unreachable == ()
    library.close()
    left = everything_in(folder)
    for trace in (GONE.id.encode(), b"kristin@example.org", b"Kristin Longname", escaped(GONE.name), b"rsd"):
        assert trace not in left


def test_all_else_stays(library: LibraryFile) -> None:
    erase_person(library, GONE.id)
    session = SessionRepository(library).session("february")
    assert session is not None
    assert [person.name for person in session.people] == ["Amina Yusuf", "Beth O'Neill"]
    assert session.rooms[0].rooms[0] == Room(1, ("p1", "p2"))
    assert session.wishes.wishes == (Wish(WishKind.TOGETHER, ("p1", "p2")),)
    assert [note.owner for note in session.notes] == ["", "", "p1"]
    assert session.notes[1].text == "Ask someone, or "
    assert session.closing_round.words == ("thanks to someone",)
    assert len(session.events) == 4


def test_it_is_said_beforehand_where_something_of_them_stands(library: LibraryFile) -> None:
    places = places_of_person(library, GONE.id)
    assert places.sessions == ("February peer assist",)
    assert places.notes == 3
    assert places.backups == 1


def test_a_backup_of_others_stays_as_it_was(library: LibraryFile) -> None:
    erase_person(library, GONE.id)
    library.close()
    with opened(library.path) as again:
        newest = again.backups.newest_readable()
        assert newest is not None
        assert b"Amina Yusuf" in newest[1]
        assert SessionRepository(again).people() == (AMINA, BETH)


def test_nobody_has_this_id(library: LibraryFile) -> None:
    with pytest.raises(KeyError):
        erase_person(library, "nobody")
