"""Groups on their way: how many stations there are, who shows something, and that each group meets them all."""

from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from formats.session.agenda import Arrangement, RoomNeeds
from formats.session.events import Started
from formats.session.room_wishes import Wish, WishKind
from formats.session.rooms import Plan, PlanError
from formats.session.seating.stations import plan_stations
from formats.session.session import Session
from tests.builders import at
from tests.session.seating.rooms import a_round, a_structure, in_rooms

NEEDS = RoomNeeds(3, 4, 5, arrangement=Arrangement.STATIONS)


def walking(heads: int, rounds: int = 4, *wishes: Wish, needs: RoomNeeds = NEEDS) -> Session:
    """So many people, and as many rounds to walk."""
    return in_rooms(heads=heads, wishes=wishes, part=a_structure(rounds, needs))


def planned(session: Session, *past: Session) -> Plan:
    """The way of every group."""
    part = session.agenda.structures[0]
    return plan_stations(session, part, past, seed=1, seconds=0.05, clock=count(0, 0.01).__next__)


def hosts(plan: Plan, number: int = 1) -> list[str]:
    """Who shows something, station by station."""
    return [people[0] for people in plan.rounds[number - 1]]


@pytest.mark.parametrize(
    ("heads", "rounds", "stations"),
    [
        (20, 4, 4),  # four hosts, and four groups of four
        (12, 3, 3),  # three hosts, and three groups of three
        (24, 3, 4),  # three groups of seven would be too large
        (20, 7, 5),  # seven groups of fewer than three would be too small
        (48, 3, 8),
    ],
)
def test_there_are_as_many_stations_as_rounds_where_the_people_go_into_groups(
    heads: int, rounds: int, stations: int
) -> None:
    plan = planned(walking(heads, rounds))
    assert [len(one) for one in plan.rounds] == [stations] * rounds


def test_a_single_group_visits_one_station_after_the_other() -> None:
    plan = planned(walking(8, 3))
    assert [sorted(len(people) for people in one) for one in plan.rounds] == [[1, 1, 6]] * 3
    assert len({next(n for n, people in enumerate(one) if len(people) == 6) for one in plan.rounds}) == 3


@pytest.mark.parametrize(
    ("heads", "words"),
    [
        (5, "5 people are fewer than the people that stations with groups of 3 to 5 take."),
        (49, "49 people are more than the 48 that stations with groups of 3 to 5 take."),
    ],
)
def test_too_few_and_too_many_people_are_refused_in_words(heads: int, words: str) -> None:
    with pytest.raises(PlanError) as refused:
        planned(walking(heads))
    assert words in str(refused.value)


def test_the_most_people_there_can_be_have_stations() -> None:
    assert len(planned(walking(48, 8)).rounds[0]) == 8


def test_volunteers_show_something_first_and_then_whoever_presented_least() -> None:
    volunteer = Wish(WishKind.OFFERS, ("p20",))
    january = in_rooms(a_round(1, "p1 p2", "p2 p3", presenter="p1"), heads=20)
    begun = replace(january, events=(Started(at("16:30"), january.agenda.stages[0].key),))
    assert hosts(planned(walking(20, 4, volunteer), begun)) == ["p20", "p2", "p3", "p4"]


def test_who_declines_shows_nothing_and_too_few_who_would_are_said() -> None:
    declining = [Wish(WishKind.DECLINES, (f"p{n}",)) for n in range(1, 17)]
    assert hosts(planned(walking(20, 4, *declining))) == ["p17", "p18", "p19", "p20"]
    with pytest.raises(PlanError, match="4 people have to show something, and only 3 would"):
        planned(walking(20, 4, *declining, Wish(WishKind.DECLINES, ("p17",))))


def test_wishes_hold_among_those_who_walk_and_not_for_those_who_stay() -> None:
    session = walking(
        20,
        4,
        Wish(WishKind.APART, ("p10", "p11")),
        Wish(WishKind.TOGETHER, ("p12", "p13")),
        Wish(WishKind.TOGETHER, ("p1", "p14")),
        Wish(WishKind.APART, ("p1", "p2")),
    )
    plan = planned(session)
    assert hosts(plan) == ["p1", "p2", "p3", "p4"]
    groups = [set(people[1:]) for people in plan.rounds[0]]
    assert not any({"p10", "p11"} <= group for group in groups)
    assert any({"p12", "p13"} <= group for group in groups)


def test_rooms_that_were_locked_before_hold_nobody_back() -> None:
    session = walking(20)
    old = a_round(1, "p1 p2 p3 p4 p5", "p6 p7 p8 p9 p10", locked=True)
    assert planned(replace(session, rooms=(old,))).rounds == planned(session).rounds


@settings(max_examples=25, deadline=None)
@given(st.integers(12, 48), st.integers(1, 8))
def test_hosts_stay_groups_stay_groups_and_none_meets_a_station_twice_before_all(heads: int, rounds: int) -> None:
    plan = planned(walking(heads, rounds))
    stations = len(plan.rounds[0])
    assert len({tuple(hosts(plan, number)) for number in range(1, rounds + 1)}) == 1
    everyone = {f"p{n}" for n in range(1, heads + 1)}
    groups = {frozenset(people[1:]) for people in plan.rounds[0]}
    met: dict[frozenset[str], list[int]] = {}
    for one in plan.rounds:
        assert {person for people in one for person in people} == everyone
        assert sum(len(people) for people in one) == heads
        assert {frozenset(people[1:]) for people in one} == groups
        for station, people in enumerate(one):
            met.setdefault(frozenset(people[1:]), []).append(station)
    for group, way in met.items():
        if group:
            assert len(set(way)) == min(rounds, stations)
            assert NEEDS.minimum <= len(group) <= NEEDS.maximum
