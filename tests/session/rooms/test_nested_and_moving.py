import pytest

from formats.session.rooms import (
    check_move,
    cost_of_move,
    nested_rounds,
    rounds_after_exchange,
    rounds_after_move,
    station_rounds,
    table_hosts,
)
from tests.session.rooms.builders import asked

FOURS = (("A", "B", "C", "D"), ("E", "F", "G", "H"))


def test_alone_pairs_fours_all_lie_inside_each_other():
    alone, pairs, fours, everybody = nested_rounds(FOURS, (1, 2))
    assert len(alone) == 8
    assert {len(pair) for pair in pairs} == {2}
    assert fours == FOURS
    assert everybody == (tuple("ABCDEFGH"),)
    assert all(any(set(pair) <= set(room) for room in fours) for pair in pairs)


def test_nobody_is_left_alone_in_pairs():
    pairs, *_ = nested_rounds((("A", "B", "C"), ("D", "E", "F", "G", "H")), (2,))
    assert sorted(map(len, pairs)) == [2, 3, 3]


def test_pairs_avoid_those_who_met_before():
    pairs, *_ = nested_rounds((("A", "B", "C", "D"),), (2,), {("A", "B"): 1.0, ("A", "C"): 0.5})
    assert pairs == (("A", "D"), ("B", "C"))


def test_groups_walk_past_every_station_and_its_host_stays():
    plan = station_rounds((("A", "B"), ("C",), ("D", "E")), ("X", "Y", "Z"), 3)
    assert plan[0] == (("X", "A", "B"), ("Y", "C"), ("Z", "D", "E"))
    assert {place for rooms in plan for place, room in enumerate(rooms) if "A" in room} == {0, 1, 2}
    assert all(rooms[0][0] == "X" for rooms in plan)


def test_more_groups_than_stations_is_refused():
    with pytest.raises(ValueError, match="2 groups cannot be at 1 stations"):
        station_rounds((("A",), ("B",)), ("X",), 1)


def test_tables_are_hosted_by_volunteers_then_by_those_who_hosted_least():
    hosts = table_hosts(["A", "B", "C", "D"], 3, volunteers=["C"], declined=["D"], hosted={"A": 2})
    assert hosts == {"C": 1, "B": 2, "A": 3}


def test_a_move_by_hand_says_which_wish_it_would_break():
    request = asked(8, 1, 3, 4, apart=(("P001", "P005"),))
    rounds = ((("P001", "P002", "P003", "P004"), ("P005", "P006", "P007", "P008")),)
    said = check_move(request, rounds, 1, "P001", 2)
    assert any("P001 and P005 are to be kept apart" in sentence for sentence in said)
    assert any("Room 2 would hold 5 people; 4 are the most" in sentence for sentence in said)


def test_a_move_that_breaks_nothing_says_nothing_and_tells_its_cost():
    request = asked(7, 2, 3, 4)
    first = (("P001", "P002", "P003", "P004"), ("P005", "P006", "P007"))
    second = (("P001", "P002", "P005", "P006"), ("P003", "P004", "P007"))
    assert check_move(request, (first, second), 2, "P002", 2) == ()
    assert cost_of_move(request, (first, second), 2, "P002", 2) == 1


def test_moving_and_exchanging_touch_one_round_only():
    rounds = (FOURS, FOURS)
    assert rounds_after_move(rounds, 2, "A", 2) == (FOURS, (("B", "C", "D"), ("E", "F", "G", "H", "A")))
    assert rounds_after_exchange(rounds, 1, "A", "E")[0] == (("E", "B", "C", "D"), ("A", "F", "G", "H"))


def test_a_locked_round_lets_nobody_move():
    request = asked(8, 1, 3, 5, locked={1: FOURS})
    assert check_move(request, (FOURS,), 1, "A", 2) == ("Round 1 is locked.",)
