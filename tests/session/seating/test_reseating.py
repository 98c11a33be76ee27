"""Late and leaving: past rounds stay, few move, and it is said what it costs."""

import re
from dataclasses import replace
from itertools import combinations, count

from hypothesis import given, settings
from hypothesis import strategies as st

from formats.session.agenda import Agenda, RoomNeeds
from formats.session.people import Person
from formats.session.room_wishes import Wish, WishKind
from formats.session.seating.people_changes import is_seated, with_presence
from formats.session.seating.reseating import ReseatingAnswers, reseat, with_person_joined
from formats.session.seating.seating import seat_people
from formats.session.session import RoundRooms, Session
from tests.builders import a_session, some_people
from tests.session.seating.rooms import a_round, a_structure, in_rooms, room, seats
from tests.session.seating.test_seating import work

OPEN = frozenset({("work", 2), ("work", 3)})


def planned(heads: int = 12, needs: RoomNeeds | None = None) -> Session:
    people = some_people(*(f"Person {n}" for n in range(heads)))
    agenda = Agenda((work(needs or RoomNeeds(3, 4, 5, roles=("timekeeper",))),))
    session = replace(a_session(agenda), people=people, apart_by="")
    return session.with_rooms(seat_people(session, seconds=0.05, clock=count(0, 0.01).__next__).rounds)


def after(session: Session, before: Session) -> ReseatingAnswers:
    return reseat(session, before, OPEN, seconds=0.05, clock=count(0, 0.01).__next__)


def test_someone_late_has_a_room_from_the_next_open_round_on_and_the_past_stays() -> None:
    before = planned()
    found = after(with_person_joined(before, Person("late", "Zoë Late")), before)
    assert found.session.rooms[0] == before.rooms[0]
    part = found.session.agenda.structures[0]
    assert all(is_seated(found.session, part, number) for number in (2, 3))
    assert "Zoë Late goes to Room" in found.sentence
    assert "Nobody else has to move." in found.sentence


def test_where_two_structures_differ_it_is_said_which_has_what() -> None:
    coffee = replace(a_structure(1, part="talk"), id="talk", title="Lean Coffee")
    rooms = (a_round(1, "p1 p2", "p3 p4 p5"), a_round(1, "p1 p2 p3", "p4 p5", part="talk"))
    before = in_rooms(*rooms, heads=5)
    before = replace(before, agenda=Agenda((*before.agenda.parts, coffee)))
    joined = with_person_joined(before, Person("late", "Zoë Late"))
    keys = frozenset({("work", 1), ("talk", 1)})
    said = reseat(joined, before, keys, seconds=0.05, clock=count(0, 0.01).__next__).sentence
    work_title = before.agenda.structures[0].title
    assert said.startswith(f"{work_title}: Zoë Late goes to Room 1.")
    assert "Lean Coffee: Zoë Late goes to Room 2." in said


def test_someone_who_only_observes_joins_the_round_after() -> None:
    before = planned()
    found = after(with_person_joined(before, Person("late", "Zoë Late"), ("work", 2)), before)
    assert found.session.rooms[:2] == before.rooms[:2]
    assert any("late" in room.people for room in found.session.rooms[2].rooms)


def test_whoever_left_is_gone_from_the_rounds_to_come_and_their_role_is_given_on() -> None:
    before = planned()
    gone = before.rooms[1].rooms[0].presenter
    found = after(with_presence(before, gone, here=False), before)
    assert found.session.rooms[0] == before.rooms[0]
    assert not any(gone in room.people for r in found.session.rooms[1:] for room in r.rooms)
    assert all(room.presenter in room.people for r in found.session.rooms[1:] for room in r.rooms)
    assert "Nobody has to move." in found.sentence


def test_where_a_room_gets_too_small_it_says_who_moves() -> None:
    before = planned(9, RoomNeeds(3, 3, 5))
    gone = before.rooms[1].rooms[0].people[0]
    found = after(with_presence(before, gone, here=False), before)
    assert "to another room." in found.sentence
    assert all(len(room.people) >= 3 for r in found.session.rooms[1:] for room in r.rooms)


def test_people_who_stay_together_keep_their_room_and_take_someone_in() -> None:
    before = planned(12, RoomNeeds(3, 3, 4, remixed=False))
    found = after(with_person_joined(before, Person("late", "Zoë")), before)
    second, third = found.session.rooms[1:]
    assert [room.people for room in second.rooms] == [room.people for room in third.rooms]
    assert sum("late" in room.people for room in second.rooms) == 1


@settings(max_examples=15, deadline=None)
@given(st.sets(st.integers(1, 14), max_size=3), st.integers(0, 2))
def test_whoever_comes_or_goes_the_past_stays_and_everyone_here_has_one_chair(
    leaving: set[int], coming: int
) -> None:
    before = planned(14, RoomNeeds(3, 4, 5))
    session = before
    for number in leaving:
        session = with_presence(session, f"p{number}", here=False)
    for number in range(coming):
        session = with_person_joined(session, Person(f"new{number}", f"New {number}"))
    for changed in (after(session, before).session, after(session, before).reshuffled):
        assert changed.rooms[0] == before.rooms[0]
        assert all(is_seated(changed, changed.agenda.structures[0], number) for number in (2, 3))


def mended(session: Session, before: Session, *rounds: int) -> ReseatingAnswers:
    """The answers for these rounds of the structure called work."""
    keys = frozenset(("work", number) for number in rounds)
    return reseat(session, before, keys, seconds=0.05, clock=count(0, 0.01).__next__)


def test_where_nobody_comes_or_goes_nobody_has_to_move() -> None:
    before = planned()
    found = after(before, before)
    assert [[room.people for room in one.rooms] for one in found.session.rooms] == [
        [room.people for room in one.rooms] for one in before.rooms
    ]
    assert found.sentence == "Nobody has to move."
    assert found.gain == 0


def test_rounds_that_are_closed_or_have_no_rooms_are_left_alone() -> None:
    before = in_rooms(a_round(1, "p1 p2 p3", "p4 p5 p6"), RoundRooms("work", 2, ()), heads=7, part=a_structure(3))
    found = mended(before, before, 2, 3)
    assert found.session == found.reshuffled == before
    assert found.sentence == ""


def test_a_newcomer_is_led_to_each_of_their_rooms_in_turn() -> None:
    before = in_rooms(a_round(1, "p1 p2 p3", "p4 p5"), a_round(2, "p1 p4", "p2 p3 p5"), heads=5)
    found = mended(with_person_joined(before, Person("late", "Zoë")), before, 1, 2)
    assert found.sentence.startswith("Zoë goes to Room 2, then 1.")
    assert seats(found.session, 1)[2] == "p4 p5 late"


def test_one_room_is_said_once_where_it_stays_the_same() -> None:
    before = in_rooms(a_round(1, "p1 p2 p3 p4", "p5 p6"), a_round(2, "p1 p2 p3 p4", "p5 p6"), heads=6)
    found = mended(with_person_joined(before, Person("late", "Zoë")), before, 1, 2)
    assert "Zoë goes to Room 2." in found.sentence


def test_roles_stay_where_their_holders_stay() -> None:
    first = a_round(1, "p1 p2 p3 p4", "p5 p6 p7 p8", presenter="p3", timekeeper="p2")
    before = in_rooms(first, heads=8, part=a_structure(1))
    found = mended(with_presence(before, "p2", here=False), before, 1)
    left = room(found.session, 1)
    assert left.presenter == "p3"
    assert left.timekeeper in {"p1", "p4"}


def test_a_structure_that_cannot_be_mended_is_filled_up_and_says_why() -> None:
    pair = ("p1", "p2")
    wishes = [Wish(WishKind.APART, pair), Wish(WishKind.TOGETHER, pair)]
    before = in_rooms(a_round(1, "p1 p2 p3", "p4 p5 p6"), heads=6, wishes=wishes)
    found = mended(with_person_joined(before, Person("late", "Zoë")), before, 1)
    assert "Person 1 and Person 2" in found.sentence
    assert is_seated(found.session, found.session.agenda.structures[0], 1)
    assert found.reshuffled == found.session


def test_each_structure_has_its_own_answer() -> None:
    agenda = Agenda((a_structure(1), a_structure(1, part="more")))
    both = replace(
        in_rooms(a_round(1, "p1 p2", "p3 p4"), a_round(1, "p1 p3", "p2 p4", part="more"), heads=4), agenda=agenda
    )
    joined = with_person_joined(both, Person("late", "Zoë"))
    keys = frozenset({("work", 1), ("more", 1)})
    found = reseat(joined, both, keys, seconds=0.05, clock=count(0, 0.01).__next__)
    assert all(is_seated(found.session, part, 1) for part in agenda.structures)
    assert found.sentence == "Zoë goes to Room 1. Nobody else has to move."  # the same for both: said once


def test_whoever_is_back_counts_as_new_and_is_named() -> None:
    before = replace(in_rooms(a_round(1, "p1 p2", "p3 p4"), heads=5), away=frozenset({"p5"}))
    found = mended(with_presence(before, "p5", here=True), before, 1)
    assert found.sentence.startswith("Person 5 goes to Room 1.")


def test_only_the_first_four_who_move_are_named() -> None:
    pairs = [f"p{n} p{n + 1}" for n in range(1, 21, 2)]
    before = in_rooms(a_round(1, *pairs), heads=20, part=a_structure(1, RoomNeeds(2, 2, 3)))
    session = before
    for number in range(1, 21, 2):
        session = with_presence(session, f"p{number}", here=False)
    found = mended(session, before, 1)
    moved = {
        person
        for new in found.session.rooms[0].rooms
        for person in new.people
        if person not in room(before, new.number).people
    }
    assert len(moved) > 4
    said = re.fullmatch(r"((?:Person \d+(?:, )?){4}) and (\d+) more move to another room\.(.*)", found.sentence)
    assert said is not None
    assert int(said[2]) == len(moved) - 4
    assert {name.replace("Person ", "p") for name in said[1].split(", ")} <= moved


def test_what_it_costs_and_what_a_reshuffle_would_save_is_said_in_meetings() -> None:
    same = "p1 p2 p3", "p4 p5 p6", "p7 p8 p9"
    part = a_structure(3, RoomNeeds(3, 3, 3, presenter=""))
    before = in_rooms(a_round(1, *same), a_round(2, *same), a_round(3, *same), heads=9, part=part)
    found = mended(before, before, 2, 3)
    assert found.gain > 1
    assert found.sentence == (
        "Nobody has to move. Planning all later rounds again would avoid "
        f"{found.gain} meetings of people who have met."
    )
    assert found.session.rooms == before.rooms
    met = {
        frozenset(pair)
        for one in found.reshuffled.rooms[1:]
        for r in one.rooms
        for pair in combinations(r.people, 2)
    }
    assert len(met) > 9


def test_a_late_person_who_only_observes_has_a_wish_to_miss_that_round() -> None:
    session = in_rooms(a_round(1, "p1 p2"), heads=2)
    assert with_person_joined(session, Person("late", "Zoë")).wishes == session.wishes
    missing = with_person_joined(session, Person("late", "Zoë"), ("work", 1))
    assert missing.wishes.wishes == (Wish(WishKind.MISSES, ("late",), 1, "work"),)
    back = with_person_joined(replace(session, away=frozenset({"p1"})), session.people[0])
    assert back.away == frozenset()
