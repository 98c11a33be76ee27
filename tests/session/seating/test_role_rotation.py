from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from formats.session.seating.role_rotation import RoleWishes, assign_roles, waiting_order

FIVE = ("Ana", "Ben", "Cy", "Dee", "Eve")


def one_room(people, rounds):
    return ((tuple(people),),) * rounds


def presenters(given_roles):
    return [room["presenter"] for rooms in given_roles for room in rooms if "presenter" in room]


def test_nobody_presents_twice_before_everybody_presented_once():
    assert sorted(presenters(assign_roles(one_room(FIVE, 5), ["presenter"]))) == sorted(FIVE)


def test_more_rounds_than_people_begin_a_second_lap():
    assert set(Counter(presenters(assign_roles(one_room(FIVE, 10), ["presenter"]))).values()) == {2}


def test_volunteers_come_first():
    wishes = RoleWishes(volunteers={"presenter": ("Eve", "Dee")})
    assert set(presenters(assign_roles(one_room(FIVE, 2), ["presenter"], wishes))) == {"Eve", "Dee"}


def test_then_whoever_waited_longest_over_the_series():
    history = ({"presenter": ("Ana", "Cy")}, {"presenter": ("Ben", "Dee")}, {"presenter": ("Eve",)})
    assert waiting_order(FIVE, "presenter", RoleWishes(history=history)) == ("Ana", "Cy", "Ben", "Dee", "Eve")


def test_whoever_presented_more_often_waits_longer():
    history = ({"presenter": ("Ana",)}, {"presenter": ("Ana", "Ben")})
    assert waiting_order(("Ana", "Ben", "Cy"), "presenter", RoleWishes(history=history)) == ("Cy", "Ben", "Ana")


def test_who_declines_is_left_alone_even_if_the_role_stays_open():
    wishes = RoleWishes(declined={"presenter": FIVE[:4]})
    assert presenters(assign_roles(one_room(FIVE, 1), ["presenter"], wishes)) == ["Eve"]
    assert assign_roles(one_room(FIVE[:4], 1), ["presenter"], wishes) == (({},),)


def test_a_person_holds_one_role_in_a_room_as_long_as_there_are_people_enough():
    roles = ["presenter", "note-taker", "timekeeper"]
    (first,), *_ = assign_roles(one_room(FIVE[:3], 3), roles)
    assert len(set(first.values())) == 3
    ((two,),) = assign_roles(one_room(FIVE[:2], 1), roles)
    assert set(two) == set(roles)


def test_rooms_that_overlap_still_give_everybody_a_turn():
    rounds = ((("Ana", "Ben"), ("Cy", "Dee")), (("Ana", "Cy"), ("Ben", "Dee")))
    assert sorted(presenters(assign_roles(rounds, ["presenter"]))) == ["Ana", "Ben", "Cy", "Dee"]


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_every_role_goes_to_somebody_in_the_room_who_did_not_decline(data):
    people = [f"P{place}" for place in range(data.draw(st.integers(2, 14)))]
    rounds = []
    for _ in range(data.draw(st.integers(1, 5))):
        order = data.draw(st.permutations(people))
        cut = data.draw(st.integers(1, len(people) - 1))
        rounds.append((tuple(order[:cut]), tuple(order[cut:])))
    declined = data.draw(st.sets(st.sampled_from(people)))
    wishes = RoleWishes(declined={"presenter": tuple(declined)})
    roles = assign_roles(tuple(rounds), ["presenter", "note-taker"], wishes)
    assert roles == assign_roles(tuple(rounds), ["presenter", "note-taker"], wishes)
    for rooms, held in zip(rounds, roles, strict=True):
        for room, of_room in zip(rooms, held, strict=True):
            assert set(of_room.values()) <= set(room)
            assert ("presenter" in of_room) == bool(set(room) - declined)
            assert of_room.get("presenter") not in declined
