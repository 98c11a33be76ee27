import pytest

from formats.session.rooms import contradictions
from tests.session.rooms.builders import asked, people

A, B, C, D, E, F, G, *_ = people(60)


@pytest.mark.parametrize(
    ("request_", "named"),
    [
        (asked(12, 3, 4, apart=((A, B, C, D),)), "P001, P002, P003 and P004 apart; round 1 has 3 rooms"),
        (asked(12, 3, 4, together=((A, B, C, D, E),)), "P004 and P005 together; round 1 has 3 rooms of at most 4"),
        (asked(12, 3, 4, hosts={A: 4}), "P001 hosts room 4 of 3"),
        (
            asked(12, 3, 4, hosts={A: 1, B: 2}, together=((A, B),)),
            "P001 and P002 together; P001 hosts room 1; P002",
        ),
        (
            asked(12, 3, 4, hosts={A: 1, B: 1}, apart=((A, B),)),
            "P001 and P002 apart; P001 hosts room 1; P002 hosts",
        ),
        (
            asked(12, 3, 4, together=((A, B), (B, C)), apart=((A, C),)),
            "P001 and P003 apart; P001 and P002 together",
        ),
        (asked(12, 3, 4, apart=(("Zoe", A),)), "Zoe is named to be kept apart but is not in the list"),
        (asked(12, 3, 4, absent={A: frozenset({4})}), "P001 is absent in round 4, and there are 3 rounds"),
        (asked(12, 3, 4, absent={A: frozenset({2})}), "Round 2: 11 people cannot be divided into rooms of 4"),
        (asked(12, 3, 4, apart_by=("team",)), "Nobody has anything in the column team"),
        (asked(12, 3, 4, locked={2: ((A, A, B),)}), "P001 has 2 chairs in locked round 2"),
        (asked(12, 3, 4, locked={5: ((A, B),)}), "Round 5 is locked, and there are 3 rounds"),
        (asked(2, 3, 2), "at least 3 people"),
        (asked(501, 3, 3), "at most 500 people"),
        (asked(5, 2, 3, 4), "5 people cannot be divided into rooms of 3 to 4"),
    ],
)
def test_it_names_what_cannot_all_be_had(request_, named):
    assert any(named in sentence for sentence in contradictions(request_)), contradictions(request_)


def test_only_the_wishes_that_matter_are_named():
    request = asked(12, 3, 4, apart=((A, B), (C, D), (E, F)), together=((E, F), (C, G)), hosts={D: 2})
    (sentence,) = contradictions(request)
    assert sentence.startswith("These wishes contradict each other: P005 and P006 apart; P005 and P006 together.")


def test_a_trap_that_only_trying_everything_finds():
    # Seven people of whom any two of each trio must part: two rooms cannot hold a triangle.
    request = asked(8, 2, 4, apart=((A, B), (B, C), (A, C)))
    assert "P001 and P002 apart; P002 and P003 apart; P001 and P003 apart" in contradictions(request)[0]


def test_no_contradiction_where_there_is_none():
    request = asked(24, 5, 4, apart=((A, B, C),), together=((D, E), (F, G)), hosts={A: 1, D: 2})
    assert contradictions(request) == ()


def test_it_is_found_among_many_people_with_many_wishes():
    request = asked(
        200,
        8,
        4,
        6,
        apart=(people(200)[:60],),
        together=tuple(zip(people(120)[60:90], people(120)[90:], strict=True)),
    )
    assert len(contradictions(request)) == 1
