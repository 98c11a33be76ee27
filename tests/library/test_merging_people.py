"""Two records of one person become one: nothing of the other is left, nothing is lost, and it can be undone."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.library.file import LibraryFile
from formats.library.merging import CHANGED_SINCE, NOT_HERE, MergeError, merge_people, undo_merge
from formats.library.repository import SessionRepository
from formats.library.two_people import TwoPeople
from formats.library.unfinished_texts import UnfinishedTexts
from formats.session.events import OrderChosen, SpeakingOrder, Started, TurnEnded, TurnGiven
from formats.session.notes import Note, NoteKind
from formats.session.people import Person
from formats.session.room_wishes import Role, RoomWishes, Wish, WishKind
from formats.session.session import Room, RoundRooms, Session
from tests.builders import a_session, at, key
from tests.library.builders import in_memory, opened

IDS = tuple(f"{n}{'0123456789abcdef' * 2}"[:32] for n in range(1, 6))
KEPT, GONE, *OTHERS = IDS
PEOPLE = tuple(
    Person(one, name)
    for one, name in zip(IDS, ("Kristin Dor", "Kristin D.", "Amina", "Beth", "Callum"), strict=True)
)
STEP = Note("n1", NoteKind.NEXT_STEP, "Email members", at("16:50"), key("next-steps"), owner=GONE)


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    """A session with any of the five in it, in rooms, with roles, wishes, turns and notes."""
    here = draw(st.lists(st.sampled_from(IDS), unique=True))
    number = draw(st.integers(0, 2))
    one = st.sampled_from(here) if here else st.just("")
    rounds = []
    for round_number in (1, 2):
        split = draw(st.integers(0, len(here)))
        order = draw(st.permutations(here))
        halves = (tuple(order[:split]), tuple(order[split:]))
        rooms = tuple(
            Room(n, half, presenter=draw(st.sampled_from((*half, "")))) for n, half in enumerate(halves, 1)
        )
        rounds.append(RoundRooms("peer-assist", round_number, rooms))
    wishes = tuple(
        Wish(kind, tuple(draw(st.lists(one, min_size=2, max_size=3, unique=True))))
        for kind in (WishKind.APART, WishKind.TOGETHER)
        if len(here) > 1
    )
    offers = (Wish(WishKind.OFFERS, (draw(one),), role=Role.PRESENTER),) if here else ()
    events = (
        Started(at("16:30"), key("check-in", part="opening")),
        OrderChosen(at("16:31"), SpeakingOrder.NAMES, tuple(here)),
        TurnGiven(at("16:32"), draw(one)),
        TurnEnded(at("16:33"), draw(one)),
    )
    owner = draw(st.sampled_from((*IDS, "", "kristin d.", "Somebody else")))
    note = replace(STEP, id=f"n{number}", owner=owner, presenter=draw(st.sampled_from((*IDS, ""))))
    return replace(
        a_session(events=events),
        id=f"s{number}",
        people=tuple(person for person in PEOPLE if person.id in here),
        away=frozenset(draw(st.lists(one))) if here else frozenset(),
        online=frozenset(draw(st.lists(one))) if here else frozenset(),
        rooms=tuple(rounds),
        wishes=RoomWishes((*wishes, *offers)),
        notes=(note,),
    )


def a_library(some: list[Session]) -> LibraryFile:
    library = in_memory()
    repository = SessionRepository(library)
    for person in PEOPLE:
        repository.keep_person(person)
    for session in some:
        repository.keep_session(session)
    return library


def came(session: Session, *ids: str) -> bool:
    return any(person.id in ids and person.id not in session.away for person in session.people)


def text_of(library: LibraryFile) -> str:
    return json.dumps(library.snapshot(), sort_keys=True)


def content(library: LibraryFile) -> dict[str, list[object]]:
    """All records but the lines of notes, which say that notes were edited."""
    return {table: library.all(table) for table in library.snapshot() if table not in ("lineage", "_meta")}


@given(st.lists(sessions(), max_size=3, unique_by=lambda session: session.id))
def test_nothing_is_left_of_the_other_and_every_count_adds_up(some: list[Session]) -> None:
    library = a_library(some)
    merge_people(library, PEOPLE[0], GONE)
    after = {session.id: session for session in SessionRepository(library).sessions()}
    assert GONE not in text_of(library)
    for before in some:
        now = after[before.id]
        assert came(now, KEPT) == came(before, KEPT, GONE)
        assert {p.id for p in now.people} == {KEPT if p.id == GONE else p.id for p in before.people}
        assert len({p.id for p in now.people}) == len(now.people)
        for old, new in zip(before.rooms, now.rooms, strict=True):
            seats = [one for room in new.rooms for one in room.people]
            assert len(set(seats)) == len(seats)
            roles = sorted(KEPT if room.presenter == GONE else room.presenter for room in old.rooms)
            assert sorted(room.presenter for room in new.rooms) == roles
        assert all(len(wish.people) > 1 for wish in now.wishes.wishes if wish.kind is WishKind.APART)


@given(st.lists(sessions(), max_size=3, unique_by=lambda session: session.id))
def test_taken_back_everything_is_as_it_was(some: list[Session]) -> None:
    library = a_library(some)
    before = content(library)
    undo_merge(library, merge_people(library, PEOPLE[0], GONE))
    assert {name: sorted(map(json.dumps, records)) for name, records in content(library).items()} == {
        name: sorted(map(json.dumps, records)) for name, records in before.items()
    }


@pytest.fixture
def library(tmp_path: Path) -> Iterator[LibraryFile]:
    """A library on the disk, in which the two sat in two rooms of one round."""
    with opened(tmp_path / "library.json") as made:
        repository = SessionRepository(made)
        rooms = (Room(1, (KEPT, OTHERS[0])), Room(2, (GONE, OTHERS[1]), presenter=GONE))
        repository.keep_session(
            replace(
                a_session(), people=PEOPLE, rooms=(RoundRooms("peer-assist", 1, rooms),), notes=(STEP,),
                wishes=RoomWishes((Wish(WishKind.APART, (KEPT, GONE)),)),
            )
        )  # fmt: skip
        yield made


def test_who_sat_twice_sits_where_they_had_a_role(library: LibraryFile) -> None:
    merge_people(library, PEOPLE[0], GONE)
    session = SessionRepository(library).session("february")
    assert session is not None
    assert [room.people for room in session.rooms[0].rooms] == [(OTHERS[0],), (KEPT, OTHERS[1])]
    assert [room.presenter for room in session.rooms[0].rooms] == ["", KEPT]
    assert session.wishes.wishes == ()


def test_half_typed_words_and_drafts_follow(library: LibraryFile) -> None:
    SessionRepository(library).keep_draft("february", replace(STEP, id="n9"))
    UnfinishedTexts(library).keep("Add people", "february", {"changes": f'{{"{GONE}": "here"}}'})
    TwoPeople(library).keep_apart(KEPT, GONE)
    TwoPeople(library).keep_apart(GONE, OTHERS[0])
    merge_people(library, PEOPLE[0], GONE)
    assert GONE not in text_of(library)
    assert TwoPeople(library).pairs() == {frozenset((KEPT, OTHERS[0]))}


def test_a_next_step_typed_for_a_name_only_they_have_is_theirs(library: LibraryFile) -> None:
    SessionRepository(library).keep_note("february", replace(STEP, id="n2", owner="kristin d."))
    merge_people(library, PEOPLE[0], GONE)
    note = library.get("notes", "n2")
    assert note is not None
    assert note["owner"] == KEPT


def test_what_was_changed_since_is_not_written_over(library: LibraryFile) -> None:
    merge = merge_people(library, PEOPLE[0], GONE)
    SessionRepository(library).keep_note("february", replace(STEP, text="Email everyone", owner=KEPT))
    with pytest.raises(MergeError, match=str(CHANGED_SINCE)):
        undo_merge(library, merge)
    assert library.get("people", GONE) is None


def test_somebody_who_is_gone_cannot_be_merged(library: LibraryFile) -> None:
    merge_people(library, PEOPLE[0], GONE)
    with pytest.raises(MergeError, match=str(NOT_HERE)):
        merge_people(library, PEOPLE[0], GONE)


def test_it_is_still_so_after_the_library_was_closed(library: LibraryFile) -> None:
    merge_people(library, replace(PEOPLE[0], email="kristin@example.org"), GONE)
    library.close()
    assert GONE.encode() not in library.path.read_bytes()
    with opened(library.path) as again:
        assert again.get("people", KEPT) is not None
