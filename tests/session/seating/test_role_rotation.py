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


def test_what_is_settled_stays_and_counts_as_a_turn():
    settled = {(1, 0): {"presenter": "Ana"}}
    (first,), (second,) = assign_roles(one_room(("Ana", "Ben"), 2), ["presenter"], settled=settled)
    assert (first["presenter"], second["presenter"]) == ("Ben", "Ana")


def test_a_role_that_is_settled_but_not_asked_for_is_kept():
    ((room,),) = assign_roles(one_room(("Ana", "Ben"), 1), ["presenter"], settled={(0, 0): {"host": "Ana"}})
    assert room == {"host": "Ana", "presenter": "Ben"}


def test_whoever_has_less_to_do_today_comes_first_among_equals():
    assert waiting_order(("Ana", "Ben", "Cy"), "presenter", RoleWishes(), {"Ana": 2, "Ben": 1}) == (
        "Cy",
        "Ben",
        "Ana",
    )
    history = ({"presenter": ("Cy",)},)
    assert waiting_order(("Ana", "Cy"), "presenter", RoleWishes(history=history), {"Ana": 5}) == ("Ana", "Cy")


def test_a_turn_long_ago_goes_before_one_of_late_and_other_roles_do_not_count():
    history = ({"presenter": ("Ben",), "note-taker": ("Cy",)}, {"presenter": ("Ana",)})
    assert waiting_order(("Ana", "Ben", "Cy"), "presenter", RoleWishes(history=history)) == ("Cy", "Ben", "Ana")


def test_a_volunteer_goes_before_whoever_never_had_the_role_and_one_who_declines_is_not_in_line():
    wishes = RoleWishes(
        volunteers={"presenter": ("Cy",), "note-taker": ("Ben",)},
        declined={"presenter": ("Ana",)},
        history=({"presenter": ("Cy", "Cy")},),
    )
    assert waiting_order(("Ana", "Ben", "Cy"), "presenter", wishes) == ("Cy", "Ben")


def test_in_a_room_of_two_the_third_role_goes_to_someone_who_has_one():
    ((room,),) = assign_roles(one_room(("Ana", "Ben"), 1), ["presenter", "note-taker", "timekeeper"])
    assert {room["presenter"], room["note-taker"]} == {"Ana", "Ben"}
    assert room["timekeeper"] in {"Ana", "Ben"}


def test_another_role_goes_to_those_who_have_none_in_that_room():
    rounds = ((("Ana", "Ben", "Cy"),), (("Ana", "Ben", "Cy"),), (("Ana", "Ben", "Cy"),))
    given = assign_roles(rounds, ["presenter", "note-taker"])
    assert all(room["presenter"] != room["note-taker"] for (room,) in given)
    assert sorted(room["note-taker"] for (room,) in given) == ["Ana", "Ben", "Cy"]


def test_someone_first_in_line_is_moved_to_another_round_rather_than_left_out():
    # Ana could present in either round, Ben only in the first: both have a turn.
    rounds = ((("Ana", "Ben"),), (("Ana", "Cy"),))
    wishes = RoleWishes(volunteers={"presenter": ("Ana", "Ben")})
    assert presenters(assign_roles(rounds, ["presenter"], wishes)) == ["Ben", "Ana"]


def test_a_plan_without_rounds_or_rooms_has_no_roles():
    assert assign_roles((), ["presenter"]) == ()
    assert assign_roles(((), ((),)), ["presenter"]) == ((), ({},))


@given(st.integers(1, 6), st.integers(1, 9), st.sets(st.sampled_from(FIVE)))
def test_turns_in_one_room_never_differ_by_more_than_one_among_the_willing(heads, rounds, declined):
    people = [f"P{n}" for n in range(heads)] + list(FIVE)
    wishes = RoleWishes(declined={"presenter": tuple(declined)})
    turns = Counter(presenters(assign_roles(one_room(people, rounds), ["presenter"], wishes)))
    counts = [turns[name] for name in people if name not in declined]
    assert max(counts) - min(counts) <= 1
    assert sum(counts) == rounds


@given(st.permutations(FIVE), st.lists(st.sampled_from(FIVE), max_size=8), st.sets(st.sampled_from(FIVE)))
def test_the_line_holds_all_who_are_willing_once_volunteers_first_then_the_least_often(people, held, offering):
    wishes = RoleWishes(
        volunteers={"presenter": tuple(sorted(offering))}, history=tuple({"presenter": (n,)} for n in held)
    )
    line = waiting_order(people, "presenter", wishes)
    assert sorted(line) == sorted(FIVE)
    keys = [(name not in offering, held.count(name)) for name in line]
    assert keys == sorted(keys)
