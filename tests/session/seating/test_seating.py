"""Who sits where in a session: wishes kept, roles fair over the series, hosts and stations in their places."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import count, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from formats.library.records import session_document, session_from
from formats.session.agenda import Agenda, Arrangement, Part, PartKind, RoomNeeds
from formats.session.events import Started
from formats.session.room_wishes import Role, RoomWishes, Wish, WishKind
from formats.session.rooms import PlanError
from formats.session.seating.people_changes import is_seated
from formats.session.seating.roles import roles_of
from formats.session.seating.seating import PROGRESS_SECONDS, Seating, seat_people, turns_taken
from formats.session.session import Room, RoundRooms, Session
from tests.builders import a_session, a_stage, at, some_people

NAMES = tuple(f"Person {n}" for n in range(12))


def work(needs: RoomNeeds, rounds: int = 3) -> Part:
    stage = a_stage(part="work", repeats=True)
    return Part("work", PartKind.STRUCTURE, "Work", (stage,), rooms=needs).with_rounds(rounds)


def session_of(needs: RoomNeeds, *wishes: Wish, heads: int = 12, rounds: int = 3) -> Session:
    people = some_people(*(f"Person {n}" for n in range(heads)))
    agenda = Agenda((work(needs, rounds),))
    return replace(a_session(agenda), people=people, apart_by="", wishes=RoomWishes(wishes))


def seated(session: Session, *past: Session) -> Seating:
    return seat_people(session, past=past, seconds=0.05, clock=count(0, 0.01).__next__)


def room_of(rounds: RoundRooms, person: str) -> Room | None:
    return next((room for room in rounds.rooms if person in room.people), None)


def number_of(rounds: RoundRooms, person: str) -> int:
    return next(room.number for room in rounds.rooms if person in room.people)


FOURS = RoomNeeds(3, 4, 5, roles=("note-taker", "timekeeper"))


def test_wishes_are_kept_in_every_round() -> None:
    wishes = (
        Wish(WishKind.APART, ("p1", "p2", "p3")),
        Wish(WishKind.TOGETHER, ("p4", "p5")),
        Wish(WishKind.STAYS, ("p6",), 2),
        Wish(WishKind.MISSES, ("p7",), 2, "work"),
    )
    for rounds in seated(session_of(FOURS, *wishes)).rounds:
        assert len({number_of(rounds, person) for person in ("p1", "p2", "p3")}) == 3
        assert room_of(rounds, "p4") == room_of(rounds, "p5")
        assert number_of(rounds, "p6") == 2
        assert (room_of(rounds, "p7") is None) == (rounds.round == 2)


def test_contradictions_are_said_by_name() -> None:
    pair = ("p1", "p12")
    with pytest.raises(PlanError) as refused:
        seated(session_of(FOURS, Wish(WishKind.APART, pair), Wish(WishKind.TOGETHER, pair)))
    assert "Person 0 and Person 11 apart; Person 0 and Person 11 together" in str(refused.value)
    assert "p1" not in str(refused.value)


def test_a_locked_room_stays_with_its_roles_when_the_others_are_planned_again() -> None:
    session = session_of(FOURS)
    first = seated(session).rounds[0]
    locked = replace(first.rooms[1], locked=True, note_taker=first.rooms[1].people[-1])
    again = session.with_rooms((replace(first, rooms=(first.rooms[0], locked, first.rooms[2])),))
    assert seat_people(again, seconds=0.05, clock=count(0, 0.01).__next__, seed=7).rounds[0].rooms[1] == locked


def test_every_room_has_its_roles_and_nobody_has_two_of_them() -> None:
    for rounds in seated(session_of(FOURS)).rounds:
        for room in rounds.rooms:
            held = (room.presenter, room.note_taker, room.timekeeper)
            assert set(held) <= set(room.people)
            assert len(set(held)) == 3


def test_volunteers_come_first_then_whoever_waited_longest_and_nobody_who_declined() -> None:
    rooms = (Room(1, ("p1", "p2"), presenter="p1"), Room(2, ("p3", "p4"), presenter="p3"))
    january = replace(session_of(FOURS), rooms=(RoundRooms("work", 1, rooms),))
    wishes = (Wish(WishKind.OFFERS, ("p3",)), Wish(WishKind.DECLINES, ("p2",)))
    presenters = [room.presenter for r in seated(session_of(FOURS, *wishes), january).rounds for room in r.rooms]
    assert "p3" in presenters
    assert not {"p1", "p2"} & set(presenters)


def test_a_structure_without_a_presenter_has_none() -> None:
    needs = RoomNeeds(3, 4, 5, presenter="")
    assert roles_of(work(needs)) == ()
    assert not any(room.presenter for r in seated(session_of(needs)).rounds for room in r.rooms)


def test_a_host_stays_at_each_table_while_the_others_travel() -> None:
    needs = RoomNeeds(4, 4, 5, presenter="", roles=("host",), arrangement=Arrangement.HOSTED_TABLES)
    session = session_of(needs, Wish(WishKind.OFFERS, ("p9",), role=Role.HOST))
    rounds = seated(session).rounds
    hosts = [tuple(room.host for room in r.rooms) for r in rounds]
    assert set(hosts) == {hosts[0]}
    assert "p9" in hosts[0]
    others = [room_of(r, "p12") for r in rounds]
    assert len({room.host for room in others if room}) > 1


def test_groups_walk_from_station_to_station() -> None:
    needs = RoomNeeds(3, 3, 4, remixed=False, arrangement=Arrangement.STATIONS)
    rounds = seated(session_of(needs)).rounds
    assert [len(r.rooms) for r in rounds] == [3, 3, 3]
    shown = [room.presenter for room in rounds[0].rooms]
    assert [[room.presenter for room in r.rooms] for r in rounds] == [shown] * 3
    visitor = next(p for p in rounds[0].rooms[0].people if p not in shown)
    assert {number_of(r, visitor) for r in rounds} == {1, 2, 3}


def test_a_better_plan_is_told_while_the_search_goes_on() -> None:
    told: list[Seating] = []
    session = session_of(RoomNeeds(4, 5, 5), heads=20, rounds=8)
    final = seat_people(session, seconds=0.2, clock=count(0, 0.01).__next__, progress=told.append)
    assert told
    assert final.plans["work"].repeat_cost <= told[0].plans["work"].repeat_cost


def test_wishes_and_columns_of_the_roster_come_back_from_the_library_and_old_files_have_none() -> None:
    session = session_of(FOURS, Wish(WishKind.STAYS, ("p6",), 2))
    document = session_document(session)
    assert session_from(document, session.people, (), ()) == session
    del document["wishes"]
    assert session_from(document, session.people, (), ()).wishes == RoomWishes()


def test_any_column_of_the_roster_can_be_spread_or_kept_apart() -> None:
    session = session_of(RoomNeeds(4, 4, 4, presenter=""), rounds=1)
    people = tuple(
        replace(p, extra=(("Country", "Wales" if n % 4 == 0 else "Mali"),)) for n, p in enumerate(session.people)
    )
    session = replace(session, people=people, apart_by="Country", wishes=RoomWishes(spread="Country"))
    rooms = seated(session).rounds[0].rooms
    welsh = {p.id for p in people if p.column("Country") == "Wales"}
    assert [len(welsh & set(room.people)) for room in rooms] == [1, 1, 1]


def test_now_is_no_part_of_a_plan() -> None:
    later = replace(session_of(FOURS), starts_at=datetime(2030, 1, 1, tzinfo=UTC))
    assert seated(later).rounds == seated(session_of(FOURS)).rounds


def test_each_presenter_of_the_first_round_is_in_the_room_that_was_promised() -> None:
    session = session_of(FOURS)
    promised = {1: "p12", 3: "p5"}
    rounds = seat_people(session, presenters=promised, seconds=0.05, clock=count(0, 0.01).__next__).rounds
    first = {room.number: room for room in rounds[0].rooms}
    assert {number: first[number].presenter for number in promised} == promised
    assert all(person in first[number].people for number, person in promised.items())
    assert sorted(person for room in rounds[0].rooms for person in room.people) == sorted(
        p.id for p in session.people
    )
    assert len({room.presenter for one in rounds for room in one.rooms}) == 9


def test_one_presenter_alone_is_put_where_they_were_promised() -> None:
    rounds = seat_people(
        session_of(FOURS), presenters={3: "p1"}, seconds=0.05, clock=count(0, 0.01).__next__
    ).rounds
    assert rounds[0].rooms[2].presenter == "p1"


def test_a_presenter_promised_a_room_there_is_not_is_refused_in_words() -> None:
    with pytest.raises(PlanError, match="There is no Room 4: these people make 3 rooms"):
        seat_people(session_of(FOURS), presenters={4: "p1"}, seconds=0.05, clock=count(0, 0.01).__next__)


def test_locked_rounds_stay_as_they_are_with_whatever_they_lack() -> None:
    rooms = (Room(1, ("p1", "p2", "p3", "p4"), "p1"), Room(2, ("p5", "p6", "p7", "p8"), "p5"))
    locked = RoundRooms("work", 2, (*rooms, Room(3, ("p9", "p10", "p11", "p12"), "p9")), locked=True)
    found = seated(session_of(FOURS).with_rooms((locked,))).rounds[1]
    assert found.locked
    assert [(room.people, room.presenter) for room in found.rooms] == [
        (room.people, room.presenter) for room in locked.rooms
    ]
    assert all(room.note_taker and room.timekeeper for room in found.rooms)


def test_rooms_that_stay_are_the_same_in_every_round_with_other_presenters() -> None:
    rounds = seated(session_of(RoomNeeds(3, 4, 5, remixed=False))).rounds
    seats = [[room.people for room in one.rooms] for one in rounds]
    assert len(rounds) == 3
    assert seats[0] == seats[1] == seats[2]
    assert all(len({one.rooms[place].presenter for one in rounds}) == 3 for place in range(3))


def test_whoever_misses_a_round_of_rooms_that_stay_has_no_chair_in_it_and_no_role() -> None:
    misses = Wish(WishKind.MISSES, ("p7",), 2, "work")
    rounds = seated(session_of(RoomNeeds(3, 4, 5, remixed=False), misses)).rounds
    assert [room_of(one, "p7") is None for one in rounds] == [False, True, False]
    assert "p7" not in {room.presenter for room in rounds[1].rooms}


def test_who_presented_in_the_first_structure_waits_in_the_second() -> None:
    first, second = work(RoomNeeds(3, 4, 5), 1), replace(work(RoomNeeds(3, 4, 5), 1), id="more")
    stages = tuple(replace(stage, key=replace(stage.key, part="more")) for stage in second.stages)
    session = replace(session_of(FOURS), agenda=Agenda((first, replace(second, stages=stages))))
    found = seated(session)
    presenters = [{room.presenter for room in one.rooms} for one in found.rounds]
    assert [one.part for one in found.rounds] == ["work", "more"]
    assert set(found.plans) == {"work", "more"}
    assert presenters[0].isdisjoint(presenters[1])


def test_parts_without_rounds_are_not_seated() -> None:
    session = session_of(FOURS)
    closing = replace(work(FOURS, 1), id="closing", kind=PartKind.CLOSING)
    assert {
        one.part for one in seated(replace(session, agenda=Agenda((*session.agenda.parts, closing)))).rounds
    } == {"work"}
    assert seated(replace(session, agenda=Agenda())) == Seating((), {})


def test_better_plans_are_told_only_now_and_then_and_with_the_rooms_before_them() -> None:
    told: list[tuple[float, Seating]] = []
    ticks = count(0, 0.06)
    looks = [0.0]

    def clock() -> float:
        looks[0] = next(ticks)
        return looks[0]

    session = session_of(RoomNeeds(4, 5, 5), heads=20, rounds=8)
    seat_people(session, seconds=1.5, clock=clock, progress=lambda found: told.append((looks[0], found)))
    moments = [moment for moment, _ in told]
    assert told
    assert all(later - earlier >= PROGRESS_SECONDS for earlier, later in pairwise(moments))
    assert all(len(found.rounds) == 8 and "work" in found.plans for _, found in told)


def test_turns_count_for_whoever_presented_in_rounds_that_were_held() -> None:
    rooms = (Room(1, ("p1", "p2"), presenter="p1"), Room(2, ("p3", "p4")))
    planned = replace(session_of(FOURS), rooms=(RoundRooms("work", 1, rooms), RoundRooms("work", 2, rooms)))
    begun = replace(planned, events=(Started(at("16:30"), planned.agenda.stages[0].key),))
    assert turns_taken([planned]) == {}
    assert turns_taken([begun, begun]) == {"p1": 2}


@settings(max_examples=10, deadline=None)
@given(st.integers(9, 26), st.integers(1, 3), st.booleans())
def test_everyone_has_one_chair_in_every_round_whatever_the_number_of_people(
    heads: int, rounds: int, remixed: bool
) -> None:
    session = session_of(replace(FOURS, remixed=remixed), heads=heads, rounds=rounds)
    found = seated(session)
    assert [one.round for one in found.rounds] == list(range(1, rounds + 1))
    seats = session.with_rooms(found.rounds)
    assert all(is_seated(seats, session.agenda.structures[0], number) for number in range(1, rounds + 1))
    for one in found.rounds:
        assert [room.number for room in one.rooms] == list(range(1, len(one.rooms) + 1))
        assert all(FOURS.minimum <= len(room.people) <= FOURS.maximum for room in one.rooms)
