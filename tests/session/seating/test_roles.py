"""Roles of a structure and of its rooms: who has one, who wishes for one, and how often it was somebody's turn."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.session.agenda import RoomNeeds
from formats.session.events import Started
from formats.session.room_wishes import Role, RoomWishes, Wish, WishKind
from formats.session.seating.role_rotation import RoleWishes
from formats.session.seating.roles import (
    give_role,
    holder,
    role_wishes,
    roles_held,
    roles_of,
    times_held,
    with_roles,
)
from formats.session.seating.seating import turns_taken, with_role
from formats.session.session import Room
from tests.builders import a_part, a_stage, at
from tests.session.seating.rooms import NEEDS, a_round, a_structure, in_rooms

ROOM = Room(1, ("p1", "p2", "p3"), presenter="p1", note_taker="p2", timekeeper="p2", host="p3")
NOBODY_WISHES = RoleWishes()


@pytest.mark.parametrize(
    ("needs", "roles"),
    [
        (RoomNeeds(2, 3, 4), (Role.PRESENTER,)),
        (RoomNeeds(2, 3, 4, presenter=""), ()),
        (NEEDS, (Role.PRESENTER, Role.TIMEKEEPER, Role.NOTE_TAKER)),
        (RoomNeeds(2, 3, 4, presenter="", roles=("host",)), (Role.HOST,)),
        (None, ()),
    ],
)
def test_the_presenter_comes_first_and_the_others_as_the_structure_has_them(
    needs: RoomNeeds | None, roles: tuple[Role, ...]
) -> None:
    assert roles_of(a_part(a_stage(), rooms=needs)) == roles


def test_each_role_of_a_room_is_somebody_s_own() -> None:
    assert [holder(ROOM, role) for role in Role] == ["p1", "p2", "p2", "p3"]
    assert roles_held(ROOM, "p2") == (Role.NOTE_TAKER, Role.TIMEKEEPER)
    assert roles_held(ROOM, "p9") == ()


def test_nobody_holds_the_roles_that_nobody_has() -> None:
    assert roles_held(Room(1, ("p1",)), "") == ()


@given(st.sampled_from(Role), st.sampled_from(["", "p1", "p9"]))
def test_giving_a_role_changes_that_role_alone(role: Role, person: str) -> None:
    after = give_role(ROOM, role, person)
    assert holder(after, role) == person
    assert [holder(after, other) for other in Role if other is not role] == [
        holder(ROOM, other) for other in Role if other is not role
    ]
    assert (after.number, after.people) == (ROOM.number, ROOM.people)


def test_a_role_is_given_in_one_room_of_a_round() -> None:
    rounds = a_round(1, "p1 p2", "p3 p4", presenter="p1")
    assert with_role(rounds, 2, Role.PRESENTER, "p4").rooms == (
        rounds.rooms[0],
        replace(rounds.rooms[1], presenter="p4"),
    )
    assert with_role(rounds, 1, Role.PRESENTER, "").rooms[0].presenter == ""
    assert with_role(rounds, 7, Role.PRESENTER, "p1") == rounds


def test_turns_count_as_planned_until_a_session_has_begun_and_then_as_held() -> None:
    planned = in_rooms(
        a_round(1, "p1 p2", presenter="p1"), a_round(2, "p1 p2", presenter="p1"), part=a_structure(2)
    )
    begun = replace(planned, events=(Started(at("16:30"), planned.agenda.stages[0].key),))
    assert times_held([planned], Role.PRESENTER) == Counter(p1=2)
    assert times_held([begun], Role.PRESENTER) == Counter(p1=1)
    assert times_held([planned, begun], Role.PRESENTER) == Counter(p1=3)
    assert times_held([planned], Role.HOST) == Counter()
    assert turns_taken([planned]) == Counter()
    assert turns_taken([begun]) == Counter(p1=1)


def test_offers_and_refusals_are_kept_by_role_in_their_order() -> None:
    wishes = (
        Wish(WishKind.OFFERS, ("p2",), role=Role.NOTE_TAKER),
        Wish(WishKind.OFFERS, ("p3",)),
        Wish(WishKind.OFFERS, ("p1",)),
        Wish(WishKind.DECLINES, ("p4",)),
        Wish(WishKind.APART, ("p5", "p6")),
    )
    found = role_wishes(in_rooms(wishes=wishes), ())
    assert found.volunteers == {Role.NOTE_TAKER: ("p2",), Role.PRESENTER: ("p3", "p1")}
    assert found.declined == {Role.PRESENTER: ("p4",)}
    assert found.history == ()


def test_what_was_done_today_counts_as_the_latest() -> None:
    january = in_rooms(a_round(1, "p1 p2", presenter="p1", note_taker="p2"))
    done = [a_round(1, "p3 p4", presenter="p3", part="earlier")]
    assert role_wishes(in_rooms(), [january], done).history == (
        {Role.PRESENTER: ("p1",), Role.NOTE_TAKER: ("p2",)},
        {Role.PRESENTER: ("p3",)},
    )


def test_every_role_of_the_structure_is_filled_and_what_somebody_has_stays() -> None:
    rounds = (a_round(1, "p1 p2 p3", "p4 p5 p6", note_taker="p3"),)
    first, second = with_roles(a_structure(1), rounds, NOBODY_WISHES)[0].rooms
    assert first.note_taker == "p3"
    assert {first.presenter, first.timekeeper} == {"p1", "p2"}
    assert {second.presenter, second.timekeeper, second.note_taker} == {"p4", "p5", "p6"}
    assert first.host == second.host == ""


def test_a_role_of_someone_who_is_not_in_the_room_goes_to_another() -> None:
    rounds = (a_round(1, "p1 p2 p3", presenter="p9"),)
    (made,) = with_roles(a_structure(1), rounds, NOBODY_WISHES)[0].rooms
    assert made.presenter in {"p1", "p2", "p3"}


def test_a_role_that_the_structure_does_not_have_stays_with_whoever_has_it() -> None:
    rounds = (a_round(1, "p1 p2", host="p2"),)
    (made,) = with_roles(a_structure(1), rounds, NOBODY_WISHES)[0].rooms
    assert made.host == "p2"


def test_whoever_presented_today_already_waits_for_those_who_did_not() -> None:
    wishes = RoleWishes(history=({Role.PRESENTER: ("p1", "p2")},))
    (made,) = with_roles(a_structure(1), (a_round(1, "p1 p2 p3"),), wishes)[0].rooms
    assert made.presenter == "p3"


def test_nobody_presents_twice_in_a_session_before_all_have() -> None:
    rounds = tuple(a_round(number, "p1 p2 p3") for number in (1, 2, 3))
    made = with_roles(a_structure(3), rounds, NOBODY_WISHES)
    assert sorted(one.rooms[0].presenter for one in made) == ["p1", "p2", "p3"]


@given(st.sets(st.sampled_from(["p1", "p2", "p3"])), st.sampled_from(Role))
def test_who_declines_a_role_is_never_given_it(declining: set[str], role: Role) -> None:
    wishes = RoomWishes(tuple(Wish(WishKind.DECLINES, (person,), role=role) for person in declining))
    session = replace(in_rooms(a_round(1, "p1 p2 p3")), wishes=wishes)
    needs = replace(NEEDS, roles=("timekeeper", "note-taker", "host"))
    made = with_roles(a_structure(1, needs), session.rooms, role_wishes(session, ()))
    held = holder(made[0].rooms[0], role)
    assert held not in declining
    assert bool(held) == (len(declining) < 3)
