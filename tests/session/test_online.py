"""Who joins online is read from a list, marked, and seated as was chosen."""

from dataclasses import replace

import pytest

from formats.session.online import OnlineSeating, says_online, shared_groups
from formats.session.people import Person
from formats.session.room_wishes import RoomWishes, Wish, WishKind
from formats.session.seating.people_changes import with_online, with_people, without_people
from formats.session.seating.seating import seat_people
from formats.session.session import Session
from tests.builders import a_session, an_agenda


def eighteen(online: int, seating: OnlineSeating, *wishes: Wish) -> Session:
    people = tuple(Person(f"p{n}", f"Person {n}") for n in range(18))
    return replace(
        a_session(an_agenda()),
        people=people,
        online=frozenset(f"p{n}" for n in range(online)),
        wishes=RoomWishes(wishes, online=seating),
    )


def online_in_rooms(session: Session) -> list[int]:
    """How many who join online sit in each room of the first round."""
    rooms = seat_people(session, seconds=0.2, clock=lambda: 0.0).rounds[0].rooms
    return sorted(sum(person in session.online for person in room.people) for room in rooms)


@pytest.mark.parametrize("said", ["Online", " via  Zoom", "REMOTE", "dial in", "from home"])
def test_a_column_that_says_so_marks_someone_as_online(said: str) -> None:
    assert says_online(Person("p", "Beth", extra=(("How will you join?", said),)))


@pytest.mark.parametrize("said", ["", "in person", "not online", "online banking"])
def test_other_words_mark_nobody(said: str) -> None:
    assert not says_online(Person("p", "Beth", extra=(("How will you join?", said),)))


def test_who_is_new_is_marked_from_the_list_and_who_is_known_stays_as_marked_by_hand() -> None:
    beth = Person("beth", "Beth", extra=(("Joining", "online"),))
    session = with_people(a_session(), (beth,))
    assert session.online == {"beth"}
    in_the_room = with_online(session, "beth", online=False)
    assert with_people(in_the_room, (replace(beth, role="Nurse"),)).online == frozenset()
    assert without_people(session, frozenset({"beth"})).online == frozenset()


def test_people_online_share_rooms_where_that_is_chosen() -> None:
    assert online_in_rooms(eighteen(6, OnlineSeating.SHARE)) == [0, 0, 6]
    assert online_in_rooms(eighteen(8, OnlineSeating.SHARE))[-2:] == [4, 4]


def test_people_online_are_spread_where_that_is_chosen() -> None:
    assert online_in_rooms(eighteen(6, OnlineSeating.SPREAD)) == [2, 2, 2]


def test_who_is_to_be_kept_apart_shares_no_room_for_being_online() -> None:
    apart = Wish(WishKind.APART, ("p0", "p1"))
    session = eighteen(6, OnlineSeating.SHARE, apart)
    rooms = seat_people(session, seconds=0.2, clock=lambda: 0.0).rounds[0].rooms
    assert not any({"p0", "p1"} <= set(room.people) for room in rooms)


def test_groups_are_few_and_even() -> None:
    assert [len(group) for group in shared_groups("abcdefg", 6, (), ())] == [4, 3]
    assert shared_groups("a", 6, (), ()) == ()
    assert shared_groups("abc", 6, (), ("a",)) == (("b", "c"),)
