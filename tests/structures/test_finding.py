"""Which structures fit a wish, what would fit with a change, and which limit to loosen where nothing does."""

from datetime import timedelta
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.structures import read_structures
from formats.structures.finding import Found, Limit, Search, find_structures
from formats.structures.structure import Purpose
from tests.builders import minutes

STRUCTURES = read_structures(files("resources").joinpath("structures"))


def found(search: Search) -> dict[str, Found]:
    result = find_structures(STRUCTURES, search)
    return {one.structure.id: one for one in (*result.fitting, *result.with_a_change)}


def fitting(search: Search) -> list[str]:
    return [one.structure.id for one in find_structures(STRUCTURES, search).fitting]


def test_without_a_wish_every_structure_is_there_as_it_usually_is() -> None:
    everything = found(Search())
    assert len(everything) == len(STRUCTURES)
    assert all(one.fits for one in everything.values())
    assert everything["peer-assist"].length == minutes(34)


@pytest.mark.parametrize("structure", STRUCTURES, ids=lambda one: one.id)
def test_every_structure_is_found_by_a_purpose_and_says_when_it_works(structure: object) -> None:
    assert structure.purposes  # type: ignore[attr-defined]  # a Structure, given by its place in the list
    assert len(structure.works_when) >= 2  # type: ignore[attr-defined]  # the same


def test_people_who_want_help_find_structures_that_give_it() -> None:
    assert {"peer-assist", "troika-consulting", "wise-crowds"} <= set(
        fitting(Search(purposes=frozenset({Purpose.GET_HELP}), people=18, time=minutes(60)))
    )
    assert "story-round" not in found(Search(purposes=frozenset({Purpose.GET_HELP})))


def test_words_are_sought_in_what_it_is_for_and_in_its_stages() -> None:
    assert "peer-assist" in fitting(Search(words="stuck"))
    assert "wise-crowds-large" in fitting(Search(words="takeaway"))
    assert fitting(Search(words="harvest")) == ["world-cafe"]


def test_fewer_turns_than_people_are_said_where_the_time_is_short() -> None:
    wise = found(Search(people=16, time=minutes(45)))["wise-crowds"]
    assert (wise.fits, wise.rounds, wise.usual_rounds) == (True, 3, 4)


def test_what_does_not_fit_says_what_stands_against_it() -> None:
    against = {name: one.against for name, one in found(Search(people=7, time=minutes(20))).items()}
    assert against["wise-crowds-large"] == "from 10 people"
    assert against["wise-crowds"] == "works with 5 or 8 people"
    assert against["lean-coffee"] == "2 minutes too long"
    assert against["troika-consulting"] == "1 minute too long"


def test_a_room_without_tables_has_no_world_cafe() -> None:
    assert "world-cafe" not in found(Search(without_tables=True))


def test_where_nothing_fits_the_limit_that_brings_back_most_is_named() -> None:
    none = find_structures(STRUCTURES, Search(purposes=frozenset({Purpose.MEET}), people=2, time=minutes(60)))
    assert (none.fitting, none.loosen) == ((), Limit.PEOPLE)
    assert find_structures(STRUCTURES, Search(words="no such word")).loosen is Limit.WORDS


@given(st.integers(0, 200), st.integers(1, 180), st.frozensets(st.sampled_from(Purpose)))
def test_what_fits_is_never_longer_than_the_time_and_takes_the_people(
    people: int, time: int, purposes: frozenset[Purpose]
) -> None:
    for one in find_structures(STRUCTURES, Search("", purposes, people, minutes(time))).fitting:
        assert timedelta() < one.length <= minutes(time)
        assert not people or one.structure.least_people <= people
        assert not purposes or purposes & set(one.structure.purposes)
