"""People join, leave, move and take roles: rooms follow, past rounds stay, go-rounds take what they need."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.session.agenda import RoomNeeds, StageKey
from formats.session.clock import read_clock
from formats.session.events import Event, Extended, Finished, Moved, Started
from formats.session.people import Person
from formats.session.room_wishes import Role, Wish, WishKind
from formats.session.seating.people_changes import (
    is_seated,
    people_expected,
    rounds_to_come,
    with_people,
    with_person_moved,
    with_presence,
    with_role_taken,
    with_room_locked,
    with_rooms_mended,
    with_rounds_locked,
    without_people,
)
from formats.session.seating.roles import give_role, holder, roles_held
from formats.session.session import Room, RoundRooms, Session
from tests.builders import a_session, an_agenda, at, key, minutes, seconds
from tests.session.seating.rooms import a_round, a_structure, in_rooms, room, seats

CHECK_IN = key("check-in", part="opening")
STARTED = Started(at("16:30"), key("longer-out-breath", part="opening"))
IN_CHECK_IN, AFTER = Moved(at("16:35"), CHECK_IN), Moved(at("16:37"), key("introductions"))


def six_people(*events: Event) -> Session:
    """The reference session with a check-in of 20 seconds for each of its six people."""
    return a_session(an_agenda().for_people(6), events)


def check_in(session: Session) -> timedelta:
    stage = session.position.agenda.stage(CHECK_IN)
    assert stage is not None
    return stage.length


@pytest.mark.parametrize(
    ("events", "length"),
    [
        ((), seconds(140)),
        ((STARTED,), seconds(140)),
        ((STARTED, IN_CHECK_IN), seconds(140)),
        ((STARTED, IN_CHECK_IN, AFTER), seconds(120)),
    ],
)
def test_someone_late_needs_a_while_too_where_the_go_round_is_not_behind(
    events: tuple[Event, ...], length: timedelta
) -> None:
    assert check_in(with_people(six_people(*events), [Person("late", "Zoë")])) == length


def test_a_minute_given_by_hand_stays_when_someone_leaves() -> None:
    longer = six_people(STARTED, IN_CHECK_IN, Extended(at("16:36"), minutes(1)))
    assert check_in(with_presence(longer, "p2", here=False)) == seconds(160)


def test_the_end_is_later_by_what_someone_late_needs() -> None:
    before = six_people(STARTED)
    after = with_people(before, [Person("late", "Zoë")])
    ends = [read_clock(session.agenda, session.events, at("16:31")).ends_at for session in (before, after)]
    assert ends[1] - ends[0] == seconds(20)


def test_someone_who_is_there_already_is_brought_up_to_date_where_they_stand() -> None:
    session = in_rooms(heads=3)
    after = with_people(session, [Person("p2", "Person 2", role="Nurse"), Person("p9", "Zoë")], away=["p9"])
    assert [(person.id, person.role) for person in after.people] == [
        ("p1", ""),
        ("p2", "Nurse"),
        ("p3", ""),
        ("p9", ""),
    ]
    assert after.away == {"p9"}
    assert [person.id for person in after.present] == ["p1", "p2", "p3"]


def test_whoever_was_away_stays_away_when_others_come() -> None:
    session = replace(in_rooms(heads=2), away=frozenset({"p1"}))
    assert with_people(session, [Person("p3", "Zoë")]).away == {"p1"}


def test_someone_taken_off_the_list_is_neither_there_nor_away() -> None:
    session = replace(in_rooms(heads=3), away=frozenset({"p1", "p2"}))
    after = without_people(session, frozenset({"p1", "p3"}))
    assert [person.id for person in after.people] == ["p2"]
    assert after.away == {"p2"}


def test_someone_is_away_and_here_again() -> None:
    away = with_presence(in_rooms(heads=2), "p1", here=False)
    assert away.away == {"p1"}
    assert with_presence(away, "p1", here=False) == away
    assert with_presence(away, "p1", here=True).away == frozenset()


def test_a_finished_session_keeps_its_lengths_whoever_comes() -> None:
    over = six_people(STARTED, Finished(at("16:31")))
    assert check_in(with_people(over, [Person("late", "Zoë")])) == check_in(over)


@pytest.mark.parametrize("events", [(), (STARTED, IN_CHECK_IN)])
def test_whoever_leaves_or_is_taken_off_the_list_needs_no_while(events: tuple[Event, ...]) -> None:
    session = six_people(*events)
    assert check_in(with_presence(session, "p1", here=False)) == seconds(100)
    assert check_in(without_people(session, frozenset({"p1", "p2"}))) == seconds(80)


def test_someone_moved_by_hand_is_last_in_the_other_room_and_the_round_is_locked() -> None:
    session = in_rooms(a_round(1, "p1 p2 p3", "p4 p5 p6"), a_round(2, "p1 p4", "p2 p3 p5 p6"))
    after = with_person_moved(session, ("work", 1), "p2", 2)
    assert seats(after) == {1: "p1 p3", 2: "p4 p5 p6 p2"}
    assert after.rooms[0].locked
    assert after.rooms[1] == session.rooms[1]
    assert not session.rooms[0].locked


def test_whoever_is_moved_leaves_their_roles_behind_and_the_presenter_s_are_taken_over() -> None:
    session = in_rooms(a_round(1, "p1 p2 p3", "p4 p5", presenter="p1", timekeeper="p1", note_taker="p2"))
    after = with_person_moved(session, ("work", 1), "p1", 2)
    assert room(after, 1) == Room(1, ("p2", "p3"), presenter="p2", note_taker="p2")
    assert room(after, 2) == Room(2, ("p4", "p5", "p1"))


def test_a_room_that_had_no_presenter_gets_none_when_someone_leaves_it() -> None:
    session = in_rooms(a_round(1, "p1 p2 p3", "p4", timekeeper="p1"))
    assert room(with_person_moved(session, ("work", 1), "p1", 2), 1) == Room(1, ("p2", "p3"))


def test_moving_someone_in_a_round_that_is_not_there_changes_nothing() -> None:
    session = in_rooms(a_round(1, "p1 p2", "p3"))
    assert with_person_moved(session, ("work", 2), "p1", 2) == session


def test_a_role_goes_to_whoever_takes_it_and_back_to_nobody_when_taken_again() -> None:
    session = in_rooms(a_round(1, "p1 p2 p3", "p4 p5 p6"))
    once = with_role_taken(session, ("work", 1), "p2", Role.TIMEKEEPER)
    assert room(once, 1).timekeeper == "p2"
    assert once.rooms[0].locked
    assert room(once, 2) == room(session, 2)
    assert room(with_role_taken(once, ("work", 1), "p2", Role.TIMEKEEPER), 1).timekeeper == ""


def test_two_who_have_roles_change_them() -> None:
    session = in_rooms(a_round(1, "p1 p2 p3", presenter="p1", note_taker="p2"))
    after = room(with_role_taken(session, ("work", 1), "p2", Role.PRESENTER), 1)
    assert (after.presenter, after.note_taker) == ("p2", "p1")


def test_taking_a_role_nobody_has_gives_up_the_one_before() -> None:
    session = in_rooms(a_round(1, "p1 p2 p3", presenter="p1"))
    after = room(with_role_taken(session, ("work", 1), "p1", Role.NOTE_TAKER), 1)
    assert (after.presenter, after.note_taker) == ("", "p1")


def test_rounds_are_locked_and_opened_by_name_and_no_others() -> None:
    session = in_rooms(a_round(1, "p1"), a_round(2, "p1"), a_round(3, "p1"))
    locked = with_rounds_locked(session, [("work", 1), ("work", 3), ("elsewhere", 2)], on=True)
    assert [one.locked for one in locked.rooms] == [True, False, True]
    assert with_rounds_locked(locked, [("work", 1)], on=False).rooms[0] == session.rooms[0]


def test_one_room_is_locked_and_once_more_opens_it() -> None:
    session = in_rooms(a_round(1, "p1 p2", "p3 p4"), a_round(2, "p1 p2", "p3 p4"))
    once = with_room_locked(session, ("work", 1), 2)
    assert [one.locked for one in once.rooms[0].rooms] == [False, True]
    assert once.rooms[1] == session.rooms[1]
    assert not once.rooms[0].locked
    assert with_room_locked(once, ("work", 1), 2) == session


def test_the_rounds_to_come_begin_with_that_of_the_moment() -> None:
    agenda = in_rooms(part=a_structure(3)).agenda
    rounds = [("work", 1), ("work", 2), ("work", 3)]
    assert rounds_to_come(agenda, None) == frozenset(rounds)
    assert rounds_to_come(agenda, StageKey("work", "reflect", 2)) == frozenset(rounds[1:])
    assert rounds_to_come(agenda, StageKey("work", "reflect", 3)) == {("work", 3)}
    assert rounds_to_come(agenda, StageKey("gone", "reflect", 1)) == frozenset(rounds)


def test_a_round_seats_exactly_those_who_are_here_then() -> None:
    part = a_structure(2)
    misses = Wish(WishKind.MISSES, ("p3",), 2, "work")
    session = in_rooms(a_round(1, "p1 p2 p3"), a_round(2, "p1 p2"), heads=3, wishes=[misses], part=part)
    assert [is_seated(session, part, number) for number in (1, 2, 3)] == [True, True, False]
    assert people_expected(session, ("work", 1)) == ("p1", "p2", "p3")
    assert people_expected(session, ("work", 2)) == ("p1", "p2")
    assert not is_seated(with_presence(session, "p1", here=False), part, 1)
    assert not is_seated(in_rooms(a_round(1, "p1 p2 p3 p3"), heads=3), part, 1)


def test_mended_rooms_hold_whoever_is_here_with_newcomers_where_fewest_sit() -> None:
    session = in_rooms(a_round(1, "p1 p2 p3", "p4 p5"), heads=7)
    after = with_rooms_mended(with_presence(session, "p5", here=False), frozenset({("work", 1)}))
    assert seats(after) == {1: "p1 p2 p3", 2: "p4 p6 p7"}


def test_newcomers_go_to_the_first_of_rooms_that_are_alike_and_to_full_ones_where_all_are_full() -> None:
    structure = a_structure(1, RoomNeeds(2, 2, 3))
    session = in_rooms(a_round(1, "p1 p2 p3", "p4 p5 p6"), heads=8, part=structure)
    assert seats(with_rooms_mended(session, frozenset({("work", 1)}))) == {1: "p1 p2 p3 p7", 2: "p4 p5 p6 p8"}


def test_a_room_that_is_left_empty_is_gone_and_closed_rounds_stay() -> None:
    session = in_rooms(a_round(1, "p1", "p2 p3"), a_round(2, "p1", "p2 p3"), heads=3)
    after = with_rooms_mended(with_presence(session, "p1", here=False), frozenset({("work", 2), ("work", 9)}))
    assert after.rooms[0] == session.rooms[0]
    assert seats(after, 2) == {2: "p2 p3"}


def test_a_round_without_rooms_gets_none_by_mending() -> None:
    session = in_rooms(RoundRooms("work", 1, ()), heads=3)
    assert with_rooms_mended(session, frozenset({("work", 1)})) == session


def test_a_presenter_who_left_is_followed_by_the_first_who_is_still_there() -> None:
    session = in_rooms(a_round(1, "p1 p2 p3", "p4 p5 p6", presenter="p2", note_taker="p3"))
    after = with_rooms_mended(with_presence(session, "p2", here=False), frozenset({("work", 1)}))
    assert room(after, 1) == Room(1, ("p1", "p3"), presenter="p1", note_taker="p3")


ids = st.sampled_from([f"p{n}" for n in range(1, 9)])


def test_a_presenter_who_is_still_there_goes_on() -> None:
    session = in_rooms(a_round(1, "p1 p2 p3", "p4 p5 p6", presenter="p3"))
    after = with_rooms_mended(with_presence(session, "p1", here=False), frozenset({("work", 1)}))
    assert room(after, 1) == Room(1, ("p2", "p3"), presenter="p3")


@given(st.sets(ids), st.data())
def test_whoever_comes_and_goes_mending_seats_everyone_once_and_no_role_is_left_to_someone_gone(
    gone: set[str], data: st.DataObject
) -> None:
    cut = data.draw(st.integers(1, 5))
    people = [f"p{n}" for n in range(1, 7)]
    session = in_rooms(
        a_round(1, " ".join(people[:cut]), " ".join(people[cut:]), presenter="p1", timekeeper=people[cut - 1]),
        heads=8,
    )
    for person in gone:
        session = with_presence(session, person, here=False)
    after = with_rooms_mended(session, frozenset({("work", 1)}))
    if after.rooms[0].rooms:
        assert is_seated(after, after.agenda.structures[0], 1)
    for one in after.rooms[0].rooms:
        assert {holder(one, role) for role in Role} <= {"", *one.people}
        kept = [person for person in room(session, one.number).people if person not in gone]
        assert list(one.people[: len(kept)]) == kept


@given(ids, st.sampled_from(Role), st.sampled_from(Role))
def test_nobody_ever_has_two_roles_by_taking_one_and_nobody_else_loses_a_role_for_nothing(
    person: str, held: Role, taken: Role
) -> None:
    first = Room(1, ("p1", "p2", "p3", "p4"))
    session = in_rooms(RoundRooms("work", 1, (give_role(first, held, "p1"),)))
    after = room(with_role_taken(session, ("work", 1), person, taken), 1)
    assert len(roles_held(after, person)) <= 1
    assert after.people == first.people
    if person in first.people and not (person == "p1" and held is taken):
        assert holder(after, taken) == person
    if person != "p1" and held is not taken:
        assert holder(after, held) == "p1"
