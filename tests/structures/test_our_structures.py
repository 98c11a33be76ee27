"""The structures that ship have the minutes of the design, words of their own, and a credit."""

import re
from datetime import timedelta
from importlib.resources import files

import pytest

from formats.structures import (
    Arrangement,
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

PLAINER_TITLES = {  # a title that a newcomer understands, and the one that its id keeps
    "A quiet minute": "Stillness", "Share what we heard": "Harvest", "What, in groups": "What, room",
    "So what, in groups": "So what, room", "Now what, in groups": "Now what, room",
}  # fmt: skip
LIVE_BY_QUESTION = {
    "1-2-4-all", "15-solutions", "25-10-crowd-sourcing", "appreciative-interviews", "conversation-cafe",
    "discovery-and-action-dialogue", "impromptu-networking", "min-specs", "triz", "what-so-what-now-what",
    "wicked-questions", "world-cafe",
}  # fmt: skip
MOST_ON_WALL, LONGEST_SENTENCE = 12, 20

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
        for text in (
            stage.title,
            stage.short_title,
            *instructions(stage),
            *sum(walls(stage), ()),
            stage.note_prompt,
        )
    ]
    return [
        structure.title,
        structure.summary,
        structure.size_note,
        *structure.needs,
        *card(structure),
        *of_stages,
    ]


def card(structure: Structure) -> list[str]:
    """All that the structure's card says."""
    return [
        *structure.works_when,
        *structure.to_begin,
        *structure.tips,
        *structure.if_wrong,
        *structure.to_end,
        structure.example_question,
    ]


def instructions(stage: StageTemplate) -> list[str]:
    """What a stage says to the facilitator, in whichever round."""
    return [text for text in (stage.instruction, stage.later.instruction, stage.last.instruction) if text]


def walls(stage: StageTemplate) -> list[tuple[str, ...]]:
    """What everyone reads at once: in the first round, in later ones, in the last one, and from half-time on."""
    at_half = (stage.at_half,) if stage.at_half else ()
    return [wall for wall in (stage.wall, stage.later.wall, stage.last.wall, at_half) if wall]


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
    assert "second short turn" in " ".join(structure.tips)


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
        assert all(len(line) <= 70 for wall in walls(stage) for line in wall), "they are read from ten metres"


@EACH_STRUCTURE
def test_ids_are_titles_in_lower_case_with_hyphens(structure: Structure):
    if structure.id not in (*REFERENCE, "wise-crowds-large"):
        assert structure.id == id_of(structure.title)
        for stage in structure.stages:
            assert stage.id == id_of(PLAINER_TITLES.get(stage.title, stage.title))


@EACH_STRUCTURE
def test_the_words_are_plain_and_kind(structure: Structure):
    for text in words(structure):
        assert not re.search(r"\b(must|should|please|oops|failed|utilise|leverage)\b|!", text, re.IGNORECASE), text
        assert len(text) <= 180, text


@EACH_STRUCTURE
def test_the_wall_is_read_in_three_seconds(structure: Structure):
    for stage in structure.stages:
        for wall in walls(stage):
            assert len(" ".join(wall).split()) <= MOST_ON_WALL, wall


@EACH_STRUCTURE
def test_no_sentence_is_longer_than_twenty_words(structure: Structure):
    for text in words(structure):
        for sentence in re.split(r"(?<=[.?…])”?\s+", text):
            assert len(sentence.split()) <= LONGEST_SENTENCE, sentence


@EACH_STRUCTURE
def test_a_structure_has_a_whole_card(structure: Structure):
    for field in (structure.works_when, structure.to_begin, structure.tips, structure.if_wrong, structure.to_end):
        assert field


@EACH_STRUCTURE
def test_a_structure_thanks_people_and_brings_them_back(structure: Structure):
    assert re.search(r"[Tt]hank|Look round", " ".join(structure.to_end))
    last = structure.stages[-1] if not structure.stages[-1].optional else structure.stages[-2]
    at_the_end = " ".join((last.last.instruction or last.instruction, *(last.last.wall or last.wall)))
    assert re.search(r"[Tt]ogether|[Bb]ack|[Tt]hank|sits down|look round", at_the_end)


@EACH_STRUCTURE
def test_people_are_sent_to_their_groups_before_they_work_in_them(structure: Structure):
    in_groups = [stage for stage in structure.stages if stage.grouping is Grouping.ROOM]
    if structure.arrangement in (Arrangement.WHOLE_ROOM, Arrangement.INNER_CIRCLE) or not in_groups:
        return
    before = structure.stages[: structure.stages.index(in_groups[0]) + 1]
    assert re.search(
        r"[Ss]end|finds a partner", " ".join(text for stage in before for text in instructions(stage))
    )


@EACH_STRUCTURE
def test_the_last_round_says_nothing_that_belongs_between_rounds(structure: Structure):
    in_every_round = [s for s in structure.stages if s.when is StageRecurrence.EACH_ROUND and not s.only_in]
    for stage in in_every_round if structure.rounds.maximum > 1 else ():
        for said in (stage.last.instruction or stage.instruction, *(stage.last.wall or stage.wall)):
            assert not re.search(r"(?<!say: )[Cc]hange (places|over)\b|next (station|person)", said), said


def test_twelve_structures_live_by_a_question_and_give_an_example():
    assert {name for name, structure in STRUCTURES.items() if structure.lives_by_question} == LIVE_BY_QUESTION
    assert {name for name, structure in STRUCTURES.items() if structure.example_question} == LIVE_BY_QUESTION


@pytest.mark.parametrize("name", ["heard-seen-respected", "story-round", "user-experience-fishbowl"])
def test_who_tells_of_something_hard_is_told_of_the_choice_first_and_on_the_wall(name: str):
    structure = STRUCTURES[name]
    on_wall = " ".join(" ".join(wall) for stage in structure.stages[:2] for wall in walls(stage))
    assert re.search(r"\bpass\b|step out", " ".join(structure.to_begin))
    assert re.search(r"\bpass\b|step out|Stop when you like", on_wall)


@EACH_STRUCTURE
def test_nobody_is_asked_to_turn_their_back_without_another_way(structure: Structure):
    for text in (*words(structure), *(" ".join(wall) for stage in structure.stages for wall in walls(stage))):
        assert not re.search(r"turns? (round|their back)", text), text
        assert "look" in text or not re.search(r"turns? away\b", text), text


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
