"""How does a structure, an opener or a check-in become stages of an agenda?"""

from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta

from formats.language import Message, in_its_place, tr
from formats.session.agenda import Arrangement, Part, PartKind, RoomNeeds, Stage, StageKey, StageKind, break_stage
from formats.structures.opener import ClosingIdea, Opener
from formats.structures.structure import (
    GIVEN_ROLES,
    BetweenRounds,
    Duration,
    Grouping,
    StageRecurrence,
    StageTemplate,
    Structure,
)

OPENING = "opening"
CLOSING = "closing"
CLOSE_TITLE = Message("Close and next date")
CLOSING_ROUND = timedelta(minutes=5)
CHECK_IN_BOUNDS = (timedelta(minutes=1), timedelta(hours=1))
# For translators: what one person does for a whole round, in a list: "timekeeper: Jo".
ROLE_WORDS = {
    "note-taker": Message("note-taker"),
    "scribe": Message("scribe"),
    "timekeeper": Message("timekeeper"),
    "host": Message("host"),
}
SECOND = timedelta(seconds=1)
THANK_AND_TELL = Message("Thank people, say what happens with the notes, and name the next date.")
SOMEONE_TO_TALK_TO = Message("Say who people can talk to, if today brought something up.")
"""Said last, whichever way a group closes."""
SIMPLE_BOUNDS = (timedelta(minutes=1), timedelta(minutes=30))


def part_from(
    structure: Structure,
    rounds: int | None = None,
    people_in_room: int | None = None,
    part_id: str = "",
    optional: Collection[str] = (),
) -> Part:
    """The structure with all its rounds, the usual number unless given, and those `optional` stages."""
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
        if template.only_in in (0, number) and (not template.optional or template.id in optional)
    ]
    return Part(
        id=part_id,
        kind=PartKind.STRUCTURE,
        title=structure.title,
        stages=tuple(stages),
        structure=structure.id,
        icon=structure.icon,
        rooms=room_needs(structure),
    )


def own_role_words(structure: Structure) -> dict[str, str]:
    """What a structure itself calls the roles that rooms know: note-taker -> scribe."""
    return {GIVEN_ROLES[role]: str(ROLE_WORDS[role]) for role in structure.roles.also if role in GIVEN_ROLES}


def room_needs(structure: Structure) -> RoomNeeds:
    """How the people of a structure are arranged, as its part of an agenda keeps it."""
    rules, roles = structure.rounds, structure.roles
    return RoomNeeds(
        structure.sizes.minimum,
        structure.sizes.usual,
        structure.sizes.maximum,
        remixed=rules.between is BetweenRounds.MIX or structure.arrangement is Arrangement.INNER_CIRCLE,
        presenter=roles.presenter or "",
        roles=tuple(GIVEN_ROLES[role] for role in roles.also if role in GIVEN_ROLES),
        arrangement=structure.arrangement,
        inner=structure.inner,
        rotating=roles.rotating,
        others=roles.others,
        least_people=structure.least_people,
        most_rounds=rules.maximum,
        one_round_each=rules.one_per_person,
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
        later=template.later,
        last=template.last,
        at_half=template.at_half,
        shows_question=template.shows_question,
        speaks=template.speaks,
        listens=template.listens,
        prompt=template.note_prompt,
        note_kind=template.note_kind.value,
        protected=template.protected,
        repeats=template.when is StageRecurrence.EACH_ROUND,
        grouping=_grouping(structure, template).value,
        seconds_each=round(template.lengths.usual / SECOND) if template.duration is Duration.PER_PERSON else 0,
    )


def _grouping(structure: Structure, template: StageTemplate) -> Grouping:
    """Where there is one circle for all, nobody is sent to a room."""
    whole = structure.arrangement is Arrangement.WHOLE_ROOM and template.grouping is Grouping.ROOM
    return Grouping.ALL if whole else template.grouping


def opener_stage(opener: Opener, length: timedelta | None = None) -> Stage:
    """The opener as the first stage of a session; as long as usual unless given."""
    return Stage(
        key=StageKey(OPENING, opener.id),
        kind=StageKind.OPENER,
        title=opener.title,
        short_title=tr("Opener"),
        length=length or opener.lengths.usual,
        minimum=opener.lengths.minimum,
        maximum=opener.lengths.maximum,
        instruction=opener.summary,
        speaks=("facilitator",),
        opener=opener.id,
        prompt=tr("Nothing is noted about who took part."),
    )


def check_in_stage(question: str, seconds_each: int, length: timedelta) -> Stage:
    """The go-round. `seconds_each` above 0 lets its length follow the number of people."""
    shortest, longest = CHECK_IN_BOUNDS
    return Stage(
        key=StageKey(OPENING, "check-in"),
        kind=StageKind.CHECK_IN,
        title=tr("Check-in"),
        length=length,
        minimum=shortest,
        maximum=longest,
        instruction=tr("In turn: one or two sentences. You can pass."),
        wall=(tr("In turn: one or two sentences."), tr("You can pass.")),
        speaks=(tr("everyone, in turn"),),
        prompt=tr("Nothing needs writing down. Only what people are happy to have noted."),
        note_kind="answer",
        question=question,
        seconds_each=seconds_each,
    )


def check_out_stage(question: str, seconds_each: int, length: timedelta) -> Stage:
    """The go-round at the end."""
    stage = check_in_stage(question, seconds_each, length)
    return replace(stage, key=StageKey(CLOSING, "check-out"), title=tr("Check-out"))


def closing_idea_stage(idea: ClosingIdea, length: timedelta) -> Stage:
    """A stage of the closing in which a group closes in a way of the bank."""
    stage = simple_stage(StageKind.CLOSING, CLOSING, "close", idea.title, length)
    return replace(stage, instruction=f"{idea.instruction} {SOMEONE_TO_TALK_TO}", wall=idea.wall)


def simple_stage(kind: StageKind, part_id: str, stage_id: str, title: str, length: timedelta) -> Stage:
    """A break, or a stage of the closing; one with a title of the user's own has no words but theirs."""
    key = StageKey(part_id, stage_id)
    if kind is StageKind.BREAK:
        return replace(break_stage(key, length), title=title)
    shortest, longest = SIMPLE_BOUNDS
    ours = title == str(CLOSE_TITLE)
    return Stage(
        key=key,
        kind=kind,
        title=title,
        short_title=in_its_place("stage", "Close") if ours else "",
        length=length,
        minimum=min(shortest, length),
        maximum=max(longest, length),
        instruction=f"{THANK_AND_TELL} {SOMEONE_TO_TALK_TO}" if ours else str(SOMEONE_TO_TALK_TO),
        wall=(tr("Thank you for being here."),) if ours else (),
        speaks=("facilitator",),
        prompt=tr("What should not be forgotten?"),
    )


def closing_round_stage(length: timedelta = CLOSING_ROUND) -> Stage:
    """The question that is answered by hands at the end, and a word from whoever wishes."""
    shortest, longest = SIMPLE_BOUNDS
    return Stage(
        key=StageKey(CLOSING, "closing-round"),
        kind=StageKind.CLOSING_ROUND,
        title=tr("Closing round"),
        length=length,
        minimum=min(shortest, length),
        maximum=max(longest, length),
        instruction=tr("Eyes closed, one to five fingers. Or a slip of paper in the bowl."),
        wall=(tr("Eyes closed: one to five fingers."), tr("Then a word, if you wish.")),
        speaks=(tr("everyone, in turn"),),
        prompt=tr("What would have made it one finger more?"),
        question=tr("How useful was today?"),
    )


def opening_part(stages: tuple[Stage, ...]) -> Part:
    """Opener and check-in, as the part that comes first."""
    return Part(
        id=OPENING, kind=PartKind.OPENING, title=tr("Opening"), stages=_with_part_id(OPENING, stages), icon="leaf"
    )


def closing_part(stages: tuple[Stage, ...]) -> Part:
    """What the whole group does together at the end."""
    return Part(
        id=CLOSING,
        kind=PartKind.CLOSING,
        title=tr("Closing"),
        stages=_with_part_id(CLOSING, stages),
        icon="door-open",
    )


def _with_part_id(part_id: str, stages: tuple[Stage, ...]) -> tuple[Stage, ...]:
    return tuple(replace(stage, key=replace(stage.key, part=part_id)) for stage in stages)
