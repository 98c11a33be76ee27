from itertools import combinations

import pytest

from formats.session.rooms.designs import known_rounds
from formats.session.rooms.finite_field import field
from formats.session.rooms.starters import STARTERS


def faults(rounds, people, rooms):
    """What keeps these rounds from being a plan without repeats in even rooms."""
    met = [frozenset(pair) for parts in rounds for room in parts for pair in combinations(room, 2)]
    small, more = divmod(people, rooms)
    sizes = [small] * (rooms - more) + [small + 1] * more
    wrong = [] if len(met) == len(set(met)) else ["somebody meets somebody twice"]
    for parts in rounds:
        if sorted(person for room in parts for person in room) != list(range(people)):
            wrong.append("not everybody has one chair")
        if sorted(map(len, parts)) != sizes:
            wrong.append("uneven")
    return wrong


@pytest.mark.parametrize(
    ("people", "rooms", "rounds"),
    [
        (9, 3, 4), (15, 5, 7), (16, 4, 5), (18, 6, 8), (21, 7, 10), (24, 8, 11), (27, 9, 13), (24, 6, 7),
        (28, 7, 9), (32, 8, 9), (36, 9, 11), (25, 5, 6), (30, 6, 6), (49, 7, 8), (64, 8, 9), (81, 9, 10),
        (20, 10, 12), (23, 5, 5), (29, 7, 5), (31, 8, 8), (23, 6, 7),
    ],
)  # fmt: skip
def test_as_many_rounds_without_repeats_as_are_known_to_exist(people, rooms, rounds):
    found = known_rounds(people, rooms, rounds)
    assert len(found) == rounds
    assert faults(found, people, rooms) == []


@pytest.mark.parametrize(("rooms", "size"), sorted(STARTERS))
def test_every_starter_unfolds_without_repeats(rooms, size):
    starter = STARTERS[rooms, size]
    unfolded = [
        [[starter.successor(person, step) for person in room] for room in base]
        for base in starter.bases
        for step in range(starter.order)
    ]
    assert faults(unfolded, rooms * size, rooms) == []


def test_whatever_is_given_out_is_without_repeats():
    for rooms in range(1, 15):
        for people in range(2 * rooms, min(10 * rooms, 90)):
            assert faults(known_rounds(people, rooms, 12), people, rooms) == []


@pytest.mark.parametrize("order", [4, 8, 9, 16, 25, 27])
def test_in_a_field_everything_but_nought_can_be_divided_by(order):
    sums, products = field(order)
    for table, units in ((sums, range(order)), (products, range(1, order))):
        assert all(sorted(table[one][other] for other in units) == list(units) for one in units)


def test_there_is_no_field_of_six():
    assert field(6) is None
