"""The structures that ship have the minutes of the design, words of their own, and a credit."""

import re
from datetime import timedelta
from importlib.resources import files

import pytest

from formats.structures import (
    BetweenRounds,
    Duration,
    Grouping,
    StageRecurrence,
    StageTemplate,
    Structure,
    parse_structure,
    read_structures,
)
from formats.structures.folder import id_of
from formats.structures.unfold import part_from

RESOURCES = files("resources")
STRUCTURES = {structure.id: structure for structure in read_structures(RESOURCES / "structures")}
REFERENCE = ("peer-assist", "wise-crowds", "troika-consulting")
EACH_STRUCTURE = pytest.mark.parametrize("structure", STRUCTURES.values(), ids=STRUCTURES.keys())

TOTALS = {  # usual minutes in all, or from and to where the design gives a range
    "peer-assist": (34, 34), "wise-crowds": (60, 60), "troika-consulting": (31, 31), "wise-crowds-large": (24, 24),
    "1-2-4-all": (12, 12), "impromptu-networking": (15, 25), "nine-whys": (20, 20), "wicked-questions": (25, 25),
    "appreciative-interviews": (55, 75), "triz": (35, 35), "15-solutions": (15, 30),
    "what-so-what-now-what": (33, 33), "min-specs": (31, 31), "heard-seen-respected": (32, 32),
    "what-i-need-from-you": (52, 52), "discovery-and-action-dialogue": (25, 70), "conversation-cafe": (35, 75),
    "shift-and-share": (45, 90), "helping-heuristics": (15, 20), "25-10-crowd-sourcing": (25, 25),
    "user-experience-fishbowl": (35, 70), "celebrity-interview": (35, 60), "spiral-journal": (10, 14),
    "case-clinic-short-form": (33, 33), "action-learning-set": (27, 40), "consultancy-protocol": (48, 48),
    "lean-coffee": (30, 90), "world-cafe": (80, 80), "story-round": (47, 47),
}  # fmt: skip

PEER_ASSIST = [
    ("introductions", 1, 2, 5), ("challenge", 3, 5, 8), ("clarifying-questions", 3, 5, 8),
    ("ideas-and-resources", 6, 10, 15), ("what-i-heard", 2, 5, 6), ("reflect", 2, 5, 8), ("next-steps", 1, 2, 5),
]  # fmt: skip
WISE_CROWDS = [
    ("present", 1, 2, 3), ("clarifying-questions", 2, 3, 4), ("advice", 6, 8, 10), ("feedback", 1, 2, 3),
]  # fmt: skip
TROIKA = [
    ("think", 1, 1, 2), ("client-shares", 1, 2, 2), ("clarifying-questions", 1, 2, 2),
    ("consultants-talk", 4, 4, 5), ("most-valuable", 1, 2, 2),
]  # fmt: skip


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def in_minutes(stage: StageTemplate) -> tuple[str, float, float, float]:
    lengths = (stage.lengths.minimum, stage.lengths.usual, stage.lengths.maximum)
    shortest, usual, longest = (length / minutes(1) for length in lengths)
    return stage.id, shortest, usual, longest


def protected(structure: Structure) -> set[str]:
    return {stage.id for stage in structure.stages if stage.protected}


def words(structure: Structure) -> list[str]:
    of_stages = [
        text
        for stage in structure.stages
        for text in (stage.title, stage.short_title, stage.instruction, *stage.wall, stage.note_prompt)
    ]
    return [structure.title, structure.summary, structure.size_note, *structure.needs, *structure.tips, *of_stages]


def test_every_structure_of_the_design_is_here():
    assert set(STRUCTURES) == set(TOTALS)


@pytest.mark.parametrize(
    ("structure", "stages"),
    [("peer-assist", PEER_ASSIST), ("wise-crowds", WISE_CROWDS), ("troika-consulting", TROIKA)],
)
def test_the_reference_structures_are_exact_to_the_minute(structure: str, stages: list[tuple[str, int, int, int]]):
    assert [in_minutes(stage) for stage in STRUCTURES[structure].stages] == stages


def test_one_round_of_peer_assist_takes_34_minutes_and_each_further_one_32():
    structure = STRUCTURES["peer-assist"]
    assert [structure.length(rounds) for rounds in (1, 2, 3)] == [minutes(34), minutes(66), minutes(98)]
    assert structure.round_length() == minutes(32)
    assert [stage.id for stage in structure.stages_of(StageRecurrence.BEFORE)] == ["introductions"]
    assert protected(structure) == {"ideas-and-resources", "what-i-heard"}
    assert (structure.sizes.minimum, structure.sizes.maximum) == (5, 8)
    assert structure.rounds.between is BetweenRounds.MIX


def test_wise_crowds_takes_15_minutes_a_client():
    structure = STRUCTURES["wise-crowds"]
    assert structure.round_length() == minutes(15)
    assert [structure.length(people_in_room=people) for people in (4, 5)] == [minutes(60), minutes(75)]
    assert protected(structure) == {"advice", "feedback"}
    assert (structure.roles.presenter, structure.rounds.between) == ("client", BetweenRounds.STAY)


def test_troika_takes_31_minutes_for_three_and_a_fourth_round_for_four():
    structure = STRUCTURES["troika-consulting"]
    assert [structure.length(people_in_room=people) for people in (3, 4)] == [minutes(31), minutes(41)]
    assert protected(structure) == {"consultants-talk", "most-valuable"}
    assert "fourth round" in structure.size_note
    assert "second lap" in " ".join(structure.tips)


def test_wise_crowds_for_a_large_group_takes_20_minutes_a_client_and_holds_a_hundred():
    structure = STRUCTURES["wise-crowds-large"]
    assert [structure.length(rounds) for rounds in (1, 2, 3)] == [minutes(24), minutes(44), minutes(64)]
    assert (structure.least_people, structure.most_people, structure.rounds.maximum) == (10, None, 3)


@EACH_STRUCTURE
def test_a_structure_takes_as_long_as_the_design_says(structure: Structure):
    shortest, longest = TOTALS[structure.id]
    assert minutes(shortest) <= structure.length() <= minutes(longest)


def test_optional_stages_bring_min_specs_to_41_and_the_spiral_journal_to_14():
    for name, total in (("min-specs", 41), ("spiral-journal", 14)):
        structure = STRUCTURES[name]
        optional = sum((stage.lengths.usual for stage in structure.stages if stage.optional), timedelta())
        assert structure.length() + optional == minutes(total)


def test_lean_coffee_adds_four_minutes_by_vote():
    topic = next(stage for stage in STRUCTURES["lean-coffee"].stages if stage.id == "topic")
    assert (topic.duration, topic.lengths.usual, topic.extension) == (Duration.BY_VOTE, minutes(8), minutes(4))


def test_the_case_clinic_protects_its_stillness_and_mirrors_by_heads():
    structure = STRUCTURES["case-clinic-short-form"]
    assert protected(structure) == {"stillness"}
    assert structure.length(people_in_room=5) == minutes(32)


@EACH_STRUCTURE
def test_a_structure_unfolds_into_an_agenda_of_the_same_length(structure: Structure):
    part = part_from(structure)
    assert part.length == structure.length()
    assert part.rounds == structure.rounds_for(structure.sizes.usual)


@EACH_STRUCTURE
def test_a_structure_has_all_that_the_screens_show(structure: Structure):
    assert structure.summary
    assert structure.needs
    assert (RESOURCES / "icons" / f"{structure.icon}.svg").is_file()
    for stage in structure.stages:
        assert stage.wall
        assert stage.note_prompt
        assert len(stage.short_title) <= 10, "the stage track is narrow"
        assert stage.speaks or stage.grouping is Grouping.ALONE or stage.listens or stage.id == "move"
        assert not set(stage.speaks) & set(stage.listens)
        assert all(len(line) <= 70 for line in stage.wall), "words on the wall are read from ten metres"


@EACH_STRUCTURE
def test_ids_are_titles_in_lower_case_with_hyphens(structure: Structure):
    if structure.id not in (*REFERENCE, "wise-crowds-large"):
        assert structure.id == id_of(structure.title)
        assert [stage.id for stage in structure.stages] == [id_of(stage.title) for stage in structure.stages]


@EACH_STRUCTURE
def test_the_words_are_plain_and_kind(structure: Structure):
    for text in words(structure):
        assert not re.search(r"\b(must|should|please|oops|failed|utilise|leverage)\b|!", text, re.IGNORECASE), text
        assert len(text) <= 180, text


@EACH_STRUCTURE
def test_a_structure_says_who_it_comes_from(structure: Structure):
    assert structure.credit
    assert structure.credit.by
    assert "our own" in structure.credit.licence
    if "Lipmanowicz" in structure.credit.by:
        assert structure.credit.address.startswith("https://www.liberatingstructures.com/")
        assert "CC BY-SA 4.0" in structure.credit.licence
    assert "schwartz" not in " ".join(words(structure)).lower()


def test_the_template_for_a_structure_of_ones_own_can_be_used_as_it_stands():
    template = RESOURCES / "templates" / "own-structure.toml"
    structure = parse_structure(template.read_bytes(), template.name)
    assert structure.length() == minutes(2 + 2 * 8)
    assert [stage.title for stage in structure.stages if stage.optional] == ["A last word"]
