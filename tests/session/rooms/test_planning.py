from itertools import chain, count, repeat
from math import inf

import pytest

from formats.session.rooms import PastSession, PlanError, plan_rooms
from tests.session.rooms.builders import asked, people, planned
from tests.session.rooms.oracle import cost_of, what_is_wrong

A, B, C, D, E, F, *_ = people(60)


def test_a_plan_seats_everybody_in_every_round_and_says_what_it_costs():
    request = asked(23, 4, 4, 5)
    plan = planned(request)
    assert what_is_wrong(request, plan.rounds) == []
    assert plan.repeat_cost == cost_of(request, plan.rounds)


def test_nobody_meets_again_where_that_is_easy():
    plan = planned(asked(24, 4, 4))
    assert plan.repeat_cost == 0
    assert plan.proven_best
    assert plan.pairs_again == 0


def test_the_first_plan_is_handed_out_at_once_and_later_ones_are_better():
    shown = []
    planned(asked(20, 8, 4), progress=shown.append)
    costs = [plan.repeat_cost for plan in shown]
    assert len(costs) > 1
    assert costs == sorted(costs, reverse=True)


def test_the_same_seed_gives_the_same_plan():
    request = asked(22, 5, 4, 5, apart=((A, B, C),), history=(PastSession((((A, D, E), (B, C, F)),)),))
    assert planned(request, seed=7) == planned(request, seed=7)


def test_stopping_keeps_the_best_plan_so_far():
    request = asked(30, 8, 6)
    plan = planned(request, seconds=60, stop=lambda: True)
    assert not plan.finished
    assert what_is_wrong(request, plan.rounds) == []


def test_a_slow_machine_is_stopped_by_the_clock():
    plan = plan_rooms(asked(30, 8, 6), seed=1, seconds=60, clock=count(0, 20).__next__)
    assert not plan.finished


def test_a_clock_that_says_it_is_for_ever_late_ends_the_search():
    """As the one of a search that somebody stopped does."""
    request = asked(30, 8, 6)
    plan = plan_rooms(request, seed=1, seconds=60, clock=chain((0.0,), repeat(inf)).__next__)
    assert not plan.finished
    assert what_is_wrong(request, plan.rounds) == []


def test_a_machine_that_is_a_little_slower_gives_the_same_plan():
    request = asked(30, 8, 6)
    slower = plan_rooms(request, seed=1, seconds=0.4, clock=count(0, 0.4 / 43 * 1.2).__next__)
    assert slower == planned(request, seconds=0.4)
    assert slower.finished


def test_a_machine_that_is_far_slower_leaves_steps_out_all_along_and_still_ends_cool():
    """Cut while hot, a plan would be hardly better than the first one."""
    request, shown = asked(30, 8, 6), []
    slow = plan_rooms(request, seed=1, seconds=0.4, clock=count(0, 0.4 / 43 * 4).__next__, progress=shown.append)
    assert not slow.finished
    assert len(shown) > 2
    assert slow.repeat_cost < planned(request, seconds=0.04).repeat_cost * 1.03


def test_hard_wishes_hold():
    request = asked(
        24,
        5,
        3,
        5,
        apart=((A, B, C), (D, E)),
        together=((A, D), (E, F)),
        hosts={B: 2, "P010": 1},
        absent={"P011": frozenset({1, 2}), "P012": frozenset({1}), "P013": frozenset({2})},
    )
    assert what_is_wrong(request, planned(request).rounds) == []


def test_wishes_that_contradict_each_other_are_named():
    with pytest.raises(PlanError, match="P001 and P002 apart; P001 and P002 together"):
        planned(asked(12, 3, 4, apart=((A, B),), together=((A, B),)))


def test_people_who_all_stay_in_pairs_still_meet_other_pairs():
    names = people(12)
    request = asked(12, 3, 4, together=tuple(zip(names[::2], names[1::2], strict=True)))
    plan = planned(request)
    assert what_is_wrong(request, plan.rounds) == []
    assert plan.repeat_cost == 0


def test_the_same_organisation_is_kept_apart_and_what_cannot_be_met_is_said():
    names = people(16)
    teams = {
        name: {"team": f"T{place % 4}", "role": "lead" if place < 5 else ""} for place, name in enumerate(names)
    }
    plan = planned(asked(16, 3, 4, apart_by=("team",), spread=("role",), attributes=teams), 0.3)
    assert plan.wishes == ()
    crowded = {name: {"team": "T1"} for name in names[:6]}
    plan = planned(asked(16, 1, 4, apart_by=("team",), attributes=crowded))
    assert plan.wishes[0].startswith("Round 1: the same team shares a room: ")


def test_somebody_who_met_all_of_them_before_has_met_nobody_new():
    everybody = (people(6),)
    plan = planned(asked(6, 1, 3, history=(PastSession((everybody,)),)))
    assert plan.nobody_new == people(6)
    assert plan.repeat_cost == 6


def test_a_round_that_everybody_misses_has_no_rooms():
    request = asked(6, 2, 3, absent={name: frozenset({2}) for name in people(6)})
    assert [len(rooms) for rooms in planned(request).rounds] == [2, 0]


def test_no_time_at_all_still_gives_a_valid_plan():
    request = asked(23, 4, 4, 5)
    assert what_is_wrong(request, planned(request, seconds=0).rounds) == []
