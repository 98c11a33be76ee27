"""Any request gives a valid plan or a sentence."""

from hypothesis import given, settings
from hypothesis import strategies as st

from formats.session.rooms import PastSession, PlanError, Request, SizeRange
from tests.session.rooms.builders import people, planned
from tests.session.rooms.oracle import cost_of, what_is_wrong


def plan_or_reasons(request, seed):
    try:
        return planned(request, 0.02, seed)
    except PlanError as error:
        return error.reasons


@st.composite
def requests(draw):
    names = people(draw(st.integers(3, 22)))
    rounds = draw(st.integers(1, 5))
    least = draw(st.integers(1, 5))
    most = least + draw(st.integers(0, 3))
    group = st.lists(st.sampled_from(names), min_size=2, max_size=4, unique=True).map(tuple)
    past = st.permutations(names).map(lambda order: PastSession(((tuple(order[:4]), tuple(order[4:8])),)))
    order = draw(st.permutations(names))
    locked = {1: (tuple(order[:3]), tuple(order[3:]))} if draw(st.booleans()) and len(names) > 5 else {}
    locked_rooms = {(rounds, 1): tuple(order[:least])} if draw(st.integers(0, 3)) == 0 else {}
    return Request(
        people=names,
        rounds=rounds,
        sizes=SizeRange(least, draw(st.integers(least, most)), most),
        rooms=draw(st.none() | st.integers(1, 8)),
        apart=tuple(draw(st.lists(group, max_size=3))),
        together=tuple(draw(st.lists(group, max_size=2))),
        apart_by=("team",) if draw(st.booleans()) else (),
        spread=("role",) if draw(st.booleans()) else (),
        hosts=draw(st.dictionaries(st.sampled_from(names), st.integers(1, 3), max_size=2)),
        absent=draw(
            st.dictionaries(st.sampled_from(names), st.frozensets(st.integers(1, rounds), max_size=2), max_size=3)
        ),
        locked=locked,
        locked_rooms=locked_rooms,
        uneven=draw(st.booleans()),
        history=tuple(draw(st.lists(past, max_size=2))),
        attributes={name: {"team": str(place % 3), "role": str(place % 2)} for place, name in enumerate(names)},
    )


@given(requests(), st.integers(0, 9))
@settings(max_examples=150, deadline=None)
def test_any_request_gives_a_valid_plan_or_a_sentence(request, seed):
    plan = plan_or_reasons(request, seed)
    if isinstance(plan, tuple):
        assert plan
        assert all(reason.endswith(".") for reason in plan)
        return
    assert what_is_wrong(request, plan.rounds) == []
    assert plan.repeat_cost == cost_of(request, plan.rounds)
    assert plan.lower_bound <= plan.repeat_cost
    assert plan == planned(request, 0.02, seed)
