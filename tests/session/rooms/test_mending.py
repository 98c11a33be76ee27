from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from formats.session.rooms import PersonMove, PlanError, mend, with_latecomer, with_leaver
from tests.session.rooms.builders import asked, people, planned
from tests.session.rooms.oracle import cost_of, what_is_wrong

A, B, C, D, *_ = people(60)


def mended(request, rounds, first, seconds=0.02, **more):
    return mend(request, rounds, first=first, seed=1, seconds=seconds, clock=count(0, 0).__next__, **more)


def test_a_latecomer_is_the_only_one_who_moves_when_there_is_a_chair():
    request = asked(13, 4, 3, 5)
    plan = planned(request)
    result = mended(with_latecomer(request, "Zoe", 3), plan.rounds, first=3)
    assert {move.name for move in result.moves} == {"Zoe"}
    assert {move.number for move in result.moves} == {3, 4}
    assert all(move.old is None for move in result.moves)


def test_the_past_stays_as_it_was():
    request = asked(13, 4, 3, 5)
    plan = planned(request)
    result = mended(with_latecomer(request, "Zoe", 3), plan.rounds, first=3)
    assert result.plan.rounds[:2] == plan.rounds[:2]
    assert result.reshuffled.rounds[:2] == plan.rounds[:2]


def test_a_host_who_is_new_to_a_table_goes_there_and_few_others_move():
    request = asked(16, 3, 4, 4, rooms=4)
    rounds = planned(request).rounds
    new = next(name for name in rounds[1][0] if name != A)
    result = mended(replace(request, hosts={new: 2}), rounds, first=2)
    assert all(new in rooms[1] for rooms in result.plan.rounds[1:])
    assert len(result.moves) <= 2 * 2


def test_nobody_moves_when_somebody_leaves_a_room_that_stays_large_enough():
    request = asked(16, 4, 3, 4, rooms=4)
    plan = planned(request)
    result = mended(with_leaver(request, A, 3), plan.rounds, first=3)
    assert result.moves == ()
    assert all(A not in room for rooms in result.plan.rounds[2:] for room in rooms)


def test_a_room_that_becomes_too_small_closes_and_the_others_keep_their_numbers():
    request = asked(9, 3, 3, 4)
    plan = planned(request)
    result = mended(with_leaver(request, A, 3), plan.rounds, first=3)
    closed = next(place for place, room in enumerate(plan.rounds[2]) if A in room)
    assert [len(move.name) > 0 and move.old == closed + 1 for move in result.moves] == [True, True]
    assert sorted(len(room) for room in result.plan.rounds[2] if room) == [4, 4]


def test_a_new_room_opens_when_all_are_full():
    request = asked(8, 2, 3, 4, rooms=None)
    full = (((A, B, C, D), ("P005", "P006", "P007", "P008")),) * 2
    result = mended(with_latecomer(request, "Zoe", 2), full, first=2)
    assert sorted(len(room) for room in result.plan.rounds[1]) == [3, 3, 3]
    assert len(result.moves) == 3


def test_whoever_is_moved_by_hand_stays_there():
    request = asked(12, 3, 3, 5, rooms=3)
    plan = planned(request)
    place = next(number for number, room in enumerate(plan.rounds[1], 1) if A not in room)
    result = mended(request, plan.rounds, first=2, hand={A: place})
    assert A in result.plan.rounds[1][place - 1]
    assert [move.name for move in result.moves] == [A]


def test_it_says_what_the_mending_costs_and_what_a_reshuffle_would_gain():
    request = asked(16, 5, 4, 5)
    plan = planned(request)
    later = with_latecomer(request, "Zoe", 2)
    result = mended(later, plan.rounds, first=2, seconds=0.1)
    assert result.dearer == cost_of(later, result.plan.rounds) - cost_of(request, plan.rounds)
    assert result.reshuffle_gain == max(
        0, cost_of(later, result.plan.rounds) - cost_of(later, result.reshuffled.rounds)
    )


def test_a_number_that_does_not_fit_says_so():
    request = asked(12, 3, 4)
    with pytest.raises(PlanError, match="13 people cannot be divided"):
        mended(with_latecomer(request, "Zoe", 2), planned(request).rounds, first=2)


def test_moves_name_room_and_round():
    request = replace(asked(6, 2, 3, 4), rooms=2)
    rounds = (((A, B, C), (D, "P005", "P006")),) * 2
    result = mended(with_latecomer(request, "Zoe", 2), rounds, first=2)
    assert result.moves == (PersonMove(2, "Zoe", None, result.moves[0].new),)


@given(st.integers(9, 26), st.integers(2, 4), st.integers(0, 1000), st.booleans())
@settings(max_examples=25, deadline=None)
def test_mending_never_changes_the_past_and_keeps_every_wish(heads, first, seed, late):
    request = asked(heads, 4, 3, 5, apart=((A, B),), together=((C, D),), hosts={"P005": 1})
    plan = planned(request, 0.01, seed)
    changed = with_latecomer(request, "Zoe", first) if late else with_leaver(request, f"P{heads:03}", first)
    result = mended(changed, plan.rounds, first, 0.01)
    assert result.plan.rounds[: first - 1] == plan.rounds[: first - 1]
    loose = replace(changed, uneven=True, locked=dict(enumerate(plan.rounds[: first - 1], 1)))
    open_rooms = tuple(tuple(room for room in rooms if room) for rooms in result.plan.rounds)
    assert what_is_wrong(replace(loose, hosts={}), open_rooms) == []
