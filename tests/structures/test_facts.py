"""No minute, size or mark of a structure changes unnoticed, and groups of every size are arranged as told."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from importlib.resources import files
from typing import NamedTuple

import pytest

from formats.session.agenda import InnerCircle
from formats.session.rooms import PlanError, SizeError
from formats.structures import Duration, Lengths, StageRecurrence, StageTemplate, Structure, read_structures
from tests.builders import minutes
from tests.structures.test_arrangements import holders, planned

STRUCTURES = read_structures(files("resources").joinpath("structures"))
WHEN = {
    StageRecurrence.BEFORE: "once before",
    StageRecurrence.EACH_ROUND: "each round",
    StageRecurrence.AFTER: "once after",
}


def lines_of(structure: Structure) -> Iterator[str]:
    """A structure as its facts are written."""
    rounds, sizes, roles = structure.rounds, structure.sizes, structure.roles
    count = "for each person" if rounds.one_per_person else _range(rounds.minimum, rounds.usual, rounds.maximum)
    told = (
        f"{structure.arrangement} {_range(sizes.minimum, sizes.usual, sizes.maximum)}{_inner(structure.inner)}",
        f"from {structure.least_people}{f' to {structure.most_people}' if structure.most_people else ''} people",
        f"rounds {count}, {rounds.between}, per {rounds.each}",
        f"turn of the {roles.presenter}" if roles.presenter else "nobody's turn",
        ", ".join((roles.others, *roles.also, *(f"{role} rotates" for role in roles.rotating))),
        *(("tables",) if structure.needs_tables else ()),
    )
    yield f"{structure.id}: {'; '.join(told)}"
    yield from map(_stage, structure.stages)


def _stage(stage: StageTemplate) -> str:
    counts = {
        Duration.FIXED: "",
        Duration.ELASTIC: ", elastic",
        Duration.PER_PERSON: " per person",
        Duration.PER_ITEM: f" per item, {stage.items} items",
        Duration.BY_VOTE: f", {_number(stage.extension)} more by vote",
    }[stage.duration]
    marks = (
        *((f"round {stage.only_in} only",) if stage.only_in else ()),
        *(("protected",) if stage.protected else ()),
        *(("optional",) if stage.optional else ()),
    )
    speaks = f"{' and '.join(stage.speaks) or 'nobody'} speaks"
    listens = (f"{' and '.join(stage.listens)} listens",) if stage.listens else ()
    told = (f"{_lengths(stage.lengths)}{counts}", WHEN[stage.when], stage.grouping, *marks, speaks, *listens)
    return f"  {stage.id} {'; '.join(told)}"


def _inner(inner: InnerCircle | None) -> str:
    return f" around {_range(inner.minimum, inner.usual, inner.maximum)} of the {inner.role}" if inner else ""


def _range(*numbers: object) -> str:
    return "-".join(map(str, numbers))


def _lengths(lengths: Lengths) -> str:
    return _range(*map(_number, (lengths.minimum, lengths.usual, lengths.maximum)))


def _number(length: timedelta) -> str:
    return f"{length / minutes(1):g}"


HERE = files("tests.structures")
_TOLD = re.compile(r"([\w-]+) +(\d+): ([\dx+]+); (\d+); (\d+); (\d+)")


class Told(NamedTuple):
    """What so many people make of a structure, as the table has it."""

    structure: str
    heads: int
    rooms: str
    rounds: int
    turns: int
    minutes: int


def _lines(name: str) -> list[str]:
    lines = HERE.joinpath(name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


SEATED = [
    Told(found[1], int(found[2]), found[3], int(found[4]), int(found[5]), int(found[6]))
    for line in _lines("groups.txt")
    if (found := _TOLD.fullmatch(line))
]
UNSEATED = [
    (line.split()[0], int(heads))
    for line in _lines("groups.txt")
    if not _TOLD.fullmatch(line)
    for heads in re.findall(r" (\d+) -", line)
]


@pytest.mark.parametrize("structure", STRUCTURES, ids=lambda structure: structure.id)
def test_a_structure_is_as_its_facts_are_written(structure: Structure) -> None:
    facts = _lines("facts.txt")
    start = next(at for at, line in enumerate(facts) if line.startswith(f"{structure.id}: "))
    below = (at for at, line in enumerate(facts) if at > start and not line.startswith(" "))
    assert list(lines_of(structure)) == facts[start : next(below, len(facts))]


def test_every_structure_has_its_facts_and_its_groups_from_the_smallest_to_a_hundred() -> None:
    ids = {structure.id for structure in STRUCTURES}
    assert {line.partition(":")[0] for line in _lines("facts.txt") if not line.startswith(" ")} == ids
    for structure in STRUCTURES:
        heads = {told.heads for told in SEATED if told.structure == structure.id}
        without = {number for name, number in UNSEATED if name == structure.id}
        assert {1, 2, 7, 13, 18, 60, 100} <= heads | without
        assert structure.least_people in heads


@pytest.mark.parametrize("told", SEATED, ids=lambda told: f"{told.structure}-{told.heads}")
def test_so_many_people_make_these_rooms_rounds_turns_and_minutes(told: Told) -> None:
    session = planned(told.structure, told.heads, told.rounds)
    rounds = session.rooms
    needs = session.agenda.structures[0].rooms
    assert needs is not None
    turns = set(holders(session, needs.presenter)) if needs.presenter else set()
    assert {_in_short(Counter(len(room.people) for room in one.rooms)) for one in rounds} == {told.rooms}
    assert (len(rounds), len(turns)) == (told.rounds, told.turns)
    assert session.agenda.length == minutes(told.minutes)


@pytest.mark.parametrize(("structure", "heads"), UNSEATED)
def test_other_numbers_of_people_are_told_that_they_do_not_go_into_rooms(structure: str, heads: int) -> None:
    with pytest.raises((PlanError, SizeError), match=str(heads)):
        planned(structure, heads)


@pytest.mark.parametrize(("rounds", "whole"), [(1, 24), (2, 44), (3, 64), (4, 64)])
def test_a_large_wise_crowd_has_a_client_a_round_and_three_at_most(rounds: int, whole: int) -> None:
    session = planned("wise-crowds-large", 60, rounds)
    assert len(holders(session, "client")) == min(rounds, 3)
    assert session.agenda.length == minutes(whole)


def _in_short(sizes: Counter[int]) -> str:
    """Rooms by their size: 7+6, or 2x5+2x4."""
    return "+".join(
        f"{count}x{size}" if count > 1 else f"{size}" for size, count in sorted(sizes.items(), reverse=True)
    )
