"""How does a structure, an opener or a check-in become stages of an agenda?"""

from dataclasses import replace
from datetime import timedelta

from formats.session.agenda import Part, PartKind, RoomNeeds, Stage, StageKey, StageKind, break_stage
from formats.structures.opener import Opener
from formats.structures.structure import Arrangement, BetweenRounds, StageRecurrence, StageTemplate, Structure

OPENING = "opening"
CLOSING = "closing"
CLOSING_ROUND = timedelta(minutes=5)
CHECK_IN_BOUNDS = (timedelta(minutes=1), timedelta(hours=1))
# The roles that one person has for a whole round, as rooms know them.
GIVEN_ROLES = {"note-taker": "note-taker", "scribe": "note-taker", "timekeeper": "timekeeper", "host": "host"}
SIMPLE_BOUNDS = (timedelta(minutes=1), timedelta(minutes=30))


def part_from(
    structure: Structure, rounds: int | None = None, people_in_room: int | None = None, part_id: str = ""
) -> Part:
    """The structure with all its rounds: the usual number unless given, optional stages left out."""
    people = people_in_room or structure.sizes.usual
    count = structure.rounds_for(people) if rounds is None else rounds
    part_id = part_id or structure.id
    stages = [
        _stage(structure, template, StageKey(part_id, template.id, number), people)
        for when, numbers in (
            (StageRecurrence.BEFORE, (1,)),
            (StageRecurrence.EACH_ROUND, range(1, count + 1)),
            (StageRecurrence.AFTER, (1,)),
        )
        for number in numbers
        for template in structure.stages_of(when)
        if not template.optional
    ]
    return Part(
        id=part_id,
        kind=PartKind.STRUCTURE,
        title=structure.title,
        stages=tuple(stages),
        structure=structure.id,
        icon=structure.icon,
        rooms=RoomNeeds(
            structure.sizes.minimum,
            structure.sizes.usual,
            structure.sizes.maximum,
            remixed=structure.rounds.between is BetweenRounds.MIX,
            presenter=structure.roles.presenter or "",
            roles=tuple(GIVEN_ROLES[role] for role in structure.roles.also if role in GIVEN_ROLES),
            hosted=structure.arrangement is Arrangement.HOSTED_TABLES,
            stations=structure.arrangement is Arrangement.STATIONS,
        ),
    )


def _stage(structure: Structure, template: StageTemplate, key: StageKey, people: int) -> Stage:
    lengths = template.lengths_for(people)
    return Stage(
        key=key,
        kind=StageKind.WORK,
        title=template.title,
        short_title=template.short_title,
        length=lengths.usual,
        minimum=lengths.minimum,
        maximum=lengths.maximum,
        instruction=template.instruction,
        wall=template.wall,
        speaks=template.speaks,
        listens=template.listens,
        prompt=template.note_prompt,
        note_kind=template.note_kind.value,
        protected=template.protected,
        repeats=template.when is StageRecurrence.EACH_ROUND,
        grouping=template.grouping.value,
    )


def opener_stage(opener: Opener, length: timedelta | None = None) -> Stage:
    """The opener as the first stage of a session; as long as usual unless given."""
    return Stage(
        key=StageKey(OPENING, opener.id),
        kind=StageKind.OPENER,
        title=opener.title,
        short_title="Arrive",
        length=length or opener.lengths.usual,
        minimum=opener.lengths.minimum,
        maximum=opener.lengths.maximum,
        instruction=opener.summary,
        speaks=("facilitator",),
        opener=opener.id,
        prompt="Nothing is noted about who took part.",
    )


def check_in_stage(question: str, seconds_each: int, length: timedelta) -> Stage:
    """The go-round. `seconds_each` above 0 lets its length follow the number of people."""
    shortest, longest = CHECK_IN_BOUNDS
    return Stage(
        key=StageKey(OPENING, "check-in"),
        kind=StageKind.CHECK_IN,
        title="Check-in",
        length=length,
        minimum=shortest,
        maximum=longest,
        instruction="Each person answers in a sentence or two. Passing is fine.",
        wall=("In turn, in a sentence or two.", "Passing is fine."),
        speaks=("everyone, in turn",),
        prompt="What do people say?",
        note_kind="answer",
        question=question,
        seconds_each=seconds_each,
    )


def simple_stage(kind: StageKind, part_id: str, stage_id: str, title: str, length: timedelta) -> Stage:
    """A break, or a stage of the closing, with no rules of its own."""
    key = StageKey(part_id, stage_id)
    if kind is StageKind.BREAK:
        return replace(break_stage(key, length), title=title)
    shortest, longest = SIMPLE_BOUNDS
    return Stage(
        key=key,
        kind=kind,
        title=title,
        short_title="Close",
        length=length,
        minimum=min(shortest, length),
        maximum=max(longest, length),
        instruction="Thank people, say what happens with the notes, and name the next date.",
        speaks=("facilitator",),
        prompt="What should not be forgotten?",
    )


def closing_round_stage(length: timedelta = CLOSING_ROUND) -> Stage:
    """The question that is answered by hands at the end, and a word from whoever wishes."""
    shortest, longest = SIMPLE_BOUNDS
    return Stage(
        key=StageKey(CLOSING, "closing-round"),
        kind=StageKind.CLOSING_ROUND,
        title="Closing round",
        length=length,
        minimum=min(shortest, length),
        maximum=max(longest, length),
        instruction="Eyes closed, one to five fingers. Or a slip of paper in the bowl.",
        wall=("Eyes closed: one to five fingers.", "Then a word, if you wish."),
        speaks=("everyone, in turn",),
        prompt="What would have made it one finger more?",
        question="How useful was today?",
    )


def opening_part(stages: tuple[Stage, ...]) -> Part:
    """Opener and check-in, as the part that comes first."""
    return Part(
        id=OPENING, kind=PartKind.OPENING, title="Opening", stages=_with_part_id(OPENING, stages), icon="leaf"
    )


def closing_part(stages: tuple[Stage, ...]) -> Part:
    """What the whole group does together at the end."""
    return Part(
        id=CLOSING, kind=PartKind.CLOSING, title="Closing", stages=_with_part_id(CLOSING, stages), icon="door-open"
    )


def _with_part_id(part_id: str, stages: tuple[Stage, ...]) -> tuple[Stage, ...]:
    return tuple(replace(stage, key=replace(stage.key, part=part_id)) for stage in stages)
