import json
from itertools import count

import pytest

from formats.session.rooms import RequestError, plan_from_json
from formats.session.rooms.request_file import request_from_json

FOUR = {
    "people": ["Ana", "Ben", "Cy", {"name": "Dee", "team": "north"}],
    "rounds": 2,
    "size": {"min": 2, "max": 2},
}


def answer(request, seconds=0.05):
    text = request if isinstance(request, str) else json.dumps(request)
    return plan_from_json(text, seconds=seconds, seed=3, clock=count(0, 0.001).__next__)


def test_the_plan_comes_back_with_all_that_was_promised():
    plan = answer(FOUR)
    assert {"rounds", "repeat_cost", "lower_bound", "pairs_again", "wishes", "seconds", "seed"} <= plan.keys()
    assert sorted(name for room in plan["rounds"][0] for name in room) == ["Ana", "Ben", "Cy", "Dee"]
    assert plan["repeat_cost"] == 0
    assert plan["seed"] == 3
    json.dumps(plan)


def test_every_wish_is_read():
    request = request_from_json(
        json.dumps(
            {
                **FOUR,
                "rooms": 2,
                "apart": [["Ana", "Ben"]],
                "together": [["Cy", "Dee"]],
                "apart_by": ["team"],
                "spread": ["team"],
                "hosts": {"Ana": 1},
                "absent": {"Ben": [2]},
                "locked": {"1": [["Ana", "Cy"], ["Ben", "Dee"]]},
                "uneven": True,
                "history": [{"weight": 0.25, "rounds": [[["Ana", "Ben"]]]}, {"rounds": [[["Ana", "Cy"]]]}],
            }
        )
    )
    assert request.locked == {1: (("Ana", "Cy"), ("Ben", "Dee"))}
    assert request.absent == {"Ben": frozenset({2})}
    assert request.attributes["Dee"] == {"team": "north"}
    assert [session.weight for session in request.history] == [0.25, None]


@pytest.mark.parametrize(
    ("request_", "sentence"),
    [
        ("{", "not valid JSON: look at line 1"),
        ("[" * 100_000, "cannot be read"),
        ("[]", "must be an object"),
        ({"rounds": 2}, "does not say people"),
        ({"people": ["Ana", "Ben", "Cy"]}, "does not say rounds"),
        ({**FOUR, "people": "Ana"}, "people must be a list"),
        ({**FOUR, "people": ["Ana", "Ben", {"team": "x"}]}, "number 3 has none"),
        ({**FOUR, "people": ["Ana", "Ana", "Ben", "Cy"]}, "Ana is in the list of people 2 times"),
        ({**FOUR, "rounds": "two"}, 'rounds must be a whole number, not "two"'),
        ({**FOUR, "rounds": True}, "rounds must be a whole number"),
        ({**FOUR, "rounds": 0}, "1 to 30 rounds"),
        ({**FOUR, "size": {"min": 3}}, "size must be an object with min and max"),
        ({**FOUR, "size": {"min": 3, "max": 2}}, "must rise"),
        ({**FOUR, "apart": ["Ana"]}, "apart must be a list"),
        ({**FOUR, "apart": [["Ana", 7]]}, "apart must hold names, not 7"),
        ({**FOUR, "hosts": {"Ana": 0}}, "Ana hosts room 0"),
        ({**FOUR, "hosts": {"Ana": "1"}}, "the room of Ana in hosts must be a whole number"),
        ({**FOUR, "absent": {"Ana": 1}}, "absent for Ana must be a list"),
        ({**FOUR, "locked": {"one": []}}, "by number from 1, not 'one'"),
        ({**FOUR, "uneven": "yes"}, "uneven must be true or false"),
        ({**FOUR, "history": [{"weight": -1, "rounds": []}]}, "weight of session 1 of history"),
        ({**FOUR, "togehter": [["Ana", "Ben"]]}, "did you mean 'together'"),
        ({**FOUR, "apart": [["Ana", "Ben"]], "together": [["Ana", "Ben"]]}, "contradict each other"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(request_, sentence):
    with pytest.raises(RequestError) as error:
        answer(request_)
    assert sentence in str(error.value)
    assert str(error.value).endswith((".", "?"))
