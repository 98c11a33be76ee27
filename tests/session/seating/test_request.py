"""What the planner is asked to keep: people, rounds, sizes, wishes, locks and the sessions before."""

from dataclasses import replace

import pytest

from formats.session.agenda import Arrangement, Part, RoomNeeds
from formats.session.events import Started
from formats.session.room_wishes import Role, Wish, WishKind
from formats.session.rooms import PastSession, Request, SizeRange
from formats.session.seating.request import people_of, planned_rounds, request_for
from formats.session.session import Session
from tests.builders import at
from tests.session.seating.rooms import a_round, a_structure, in_rooms

TABLES = RoomNeeds(3, 4, 4, presenter="", roles=("host",), arrangement=Arrangement.HOSTED_TABLES)


def asked(session: Session, *past: Session) -> Request:
    """What is asked for the structure of a session."""
    return request_for(session, session.agenda.structures[0], past)


def planned(*wishes: Wish, heads: int = 6, rounds: int = 2, part: Part | None = None) -> Session:
    """A session with nobody in rooms yet."""
    return in_rooms(heads=heads, wishes=wishes, part=part or a_structure(rounds))


def test_those_who_are_here_are_asked_for_in_as_many_rounds_and_rooms_of_those_sizes() -> None:
    request = asked(replace(planned(), away=frozenset({"p2"})))
    assert request.people == ("p1", "p3", "p4", "p5", "p6")
    assert (request.rounds, request.sizes) == (2, SizeRange(2, 3, 4))


@pytest.mark.parametrize(("remixed", "rounds"), [(True, 3), (False, 1)])
def test_rooms_that_stay_are_planned_once(remixed: bool, rounds: int) -> None:
    part = a_structure(3, RoomNeeds(2, 3, 4, remixed=remixed))
    assert planned_rounds(part) == asked(planned(part=part)).rounds == rounds


def test_a_structure_without_rooms_has_one_plan() -> None:
    assert planned_rounds(a_structure(3, needs=None)) == 1


def test_wishes_hold_as_far_as_those_they_name_are_here() -> None:
    session = planned(
        Wish(WishKind.APART, ("p1", "p2", "p3")),
        Wish(WishKind.APART, ("p1", "p3")),
        Wish(WishKind.TOGETHER, ("p4", "p5")),
        Wish(WishKind.STAYS, ("p6",), 2),
        Wish(WishKind.STAYS, ("p3",), 1),
    )
    request = asked(replace(session, away=frozenset({"p3"})))
    assert request.apart == (("p1", "p2"),)
    assert request.together == (("p4", "p5"),)
    assert request.hosts == {"p6": 2}


def test_whoever_misses_a_round_is_absent_in_it() -> None:
    session = planned(
        Wish(WishKind.MISSES, ("p1",), 2, "work"),
        Wish(WishKind.MISSES, ("p2",), 1, "elsewhere"),
        Wish(WishKind.MISSES, ("p3",), 9, "work"),
    )
    assert asked(session).absent == {"p1": frozenset({2})}


def test_in_rooms_that_stay_only_whoever_misses_all_rounds_is_absent() -> None:
    part = a_structure(2, RoomNeeds(2, 3, 4, remixed=False))
    wishes = [Wish(WishKind.MISSES, (person,), n, "work") for person, n in (("p1", 1), ("p2", 1), ("p2", 2))]
    assert asked(planned(*wishes, part=part)).absent == {"p2": frozenset({1})}


def test_the_columns_that_matter_are_handed_on_in_one_spelling() -> None:
    session = planned(heads=2)
    first, second = session.people
    people = (
        replace(first, organisation="Bevan HOUSE", role="Nurse", extra=(("Country", "WALES"), ("Pet", "Cat"))),
        second,
    )
    session = replace(session, people=people, apart_by="Country", wishes=replace(session.wishes, spread="role"))
    request = asked(session)
    assert request.attributes == {
        "p1": {"organisation": "bevan house", "role": "nurse", "Country": "wales"},
        "p2": {"organisation": "", "role": "", "Country": ""},
    }
    assert (request.apart_by, request.spread) == (("Country",), ("role",))
    plain = asked(planned(heads=1))
    assert (plain.apart_by, plain.spread) == ((), ())
    assert plain.attributes == {"p1": {"organisation": "", "role": ""}}


def test_locked_rounds_and_rooms_are_kept_and_those_of_no_round_any_more_are_not() -> None:
    open_round = a_round(2, "p1 p4", "p2 p3", "p5 p6")
    rooms = (open_round.rooms[0], replace(open_round.rooms[1], locked=True), open_round.rooms[2])
    session = in_rooms(
        a_round(1, "p1 p2 p3", "p4 p5 p6", locked=True),
        replace(open_round, rooms=rooms),
        a_round(3, "p1 p2 p3", "p4 p5 p6", locked=True),
        a_round(1, "p1 p6", part="elsewhere", locked=True),
        part=a_structure(2),
    )
    request = asked(session)
    assert request.locked == {1: (("p1", "p2", "p3"), ("p4", "p5", "p6"))}
    assert request.locked_rooms == {(2, 2): ("p2", "p3")}


def test_a_locked_room_in_a_locked_round_is_asked_for_once() -> None:
    whole = a_round(1, "p1 p2 p3", "p4 p5 p6", locked=True)
    rooms = tuple(replace(room, locked=True) for room in whole.rooms)
    assert asked(in_rooms(replace(whole, rooms=rooms))).locked_rooms == {}


def test_earlier_sessions_count_with_the_rooms_that_were_held() -> None:
    january = in_rooms(a_round(1, "p1 p2", "p3 p4"), a_round(2, "p1 p3", "p2 p4"), part=a_structure(2))
    begun = replace(january, events=(Started(at("16:30"), january.agenda.stages[0].key),))
    first, second = (people_of(one) for one in january.rooms)
    assert asked(planned(), january).history == (PastSession((first, second)),)
    assert asked(planned(), begun, january).history == (PastSession((first,)), PastSession((first, second)))


def hosts(session: Session, *past: Session) -> dict[str, int]:
    return dict(asked(session, *past).hosts)


def test_each_table_has_a_host_who_stays() -> None:
    found = hosts(planned(heads=12, part=a_structure(2, TABLES)))
    assert sorted(found.values()) == [1, 2, 3]


def test_only_tables_with_a_host_have_one() -> None:
    assert hosts(planned(heads=12)) == {}


def test_whoever_stays_at_a_table_is_its_host_and_those_bound_to_others_are_not_asked() -> None:
    part = a_structure(2, TABLES)
    session = planned(
        Wish(WishKind.STAYS, ("p12",), 2),
        Wish(WishKind.TOGETHER, ("p1", "p2")),
        Wish(WishKind.MISSES, ("p3",), 2, "work"),
        Wish(WishKind.MISSES, ("p4",), 1, "elsewhere"),
        heads=12,
        part=part,
    )
    found = hosts(session)
    assert found["p12"] == 2
    assert sorted(found.values()) == [1, 2, 3]
    assert set(found) == {"p12", "p4", "p5"}


def test_volunteers_host_and_those_who_decline_or_hosted_before_do_not() -> None:
    part = a_structure(2, TABLES)
    wishes = (
        Wish(WishKind.OFFERS, ("p9",), role=Role.HOST),
        Wish(WishKind.DECLINES, ("p1",), role=Role.HOST),
        Wish(WishKind.OFFERS, ("p8",), role=Role.NOTE_TAKER),
    )
    january = in_rooms(a_round(1, "p2 p5", host="p2"), part=part)
    assert set(hosts(planned(*wishes, heads=12, part=part), january)) == {"p9", "p3", "p4"}


def test_a_host_who_has_a_table_already_keeps_it_while_there_is_such_a_table() -> None:
    part = a_structure(2, TABLES)
    first = a_round(1, "p1 p2 p3 p4", "p5 p6 p7 p8", "p9 p10 p11 p12")
    rooms = tuple(replace(room, host=host) for room, host in zip(first.rooms, ("p4", "p8", "gone"), strict=True))
    session = in_rooms(replace(first, rooms=rooms), heads=12, part=part)
    found = hosts(session)
    assert (found["p4"], found["p8"]) == (1, 2)
    assert "gone" not in found
    assert len(found) == 3
    fewer = replace(session, people=session.people[:4])
    assert hosts(fewer) == {"p4": 1}


def test_a_host_of_another_structure_is_none_of_this_one() -> None:
    other = a_round(1, "p8 p2 p3 p4", "p5 p6 p7 p1", part="earlier", host="p8")
    session = in_rooms(
        other, a_round(1, "p1 p2 p3 p4", "p5 p6 p7 p8", host="p2"), heads=8, part=a_structure(2, TABLES)
    )
    assert hosts(session) == {"p2": 1, "p1": 2}


def test_a_wish_to_stay_goes_before_the_host_of_now() -> None:
    part = a_structure(2, TABLES)
    first = a_round(1, "p1 p2 p3 p4", "p5 p6 p7 p8", host="p1")
    session = in_rooms(first, heads=8, part=part, wishes=[Wish(WishKind.STAYS, ("p7",), 1)])
    found = hosts(session)
    assert found["p7"] == 1
    assert sorted(found.values()) == [1, 2]


def test_people_who_cannot_be_divided_have_no_tables() -> None:
    assert hosts(planned(heads=2, part=a_structure(2, TABLES))) == {}
