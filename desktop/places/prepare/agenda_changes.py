"""What does an agenda look like after one change of the person who plans it?"""

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TypeVar

from desktop.content.catalogue import Catalogue
from formats.session.agenda import Agenda, Part, PartKind, Stage, StageKey, StageKind
from formats.structures.fields import Lengths
from formats.structures.structure import Duration, Structure
from formats.structures.unfold import CLOSING, OPENING, closing_part, opening_part, part_from, simple_stage

T = TypeVar("T")
BREAK = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class StageGroup:
    """Stages shown together: `rounds` says for which rounds each of them stands, and changes with it."""

    caption: str
    stages: tuple[Stage, ...]
    rounds: tuple[int, ...] = (1,)

    def keys(self, stage: Stage) -> tuple[StageKey, ...]:
        """The keys of a stage of this group in every round it stands for."""
        return tuple(replace(stage.key, round=number) for number in self.rounds)


def groups_of(part: Part) -> tuple[StageGroup, ...]:
    """The stages of a part as one reads them: rounds that are alike once, others one after the other."""
    if part.rounds < 2:
        return (StageGroup("", part.stages),)
    numbers = tuple(range(1, part.rounds + 1))
    rounds = [tuple(s for s in part.stages if s.repeats and s.key.round == n) for n in numbers]
    before, after = _stages_held_once(part)
    if all(_are_alike(other, rounds[0]) for other in rounds):
        middle = [StageGroup(f"Each of {len(numbers)} rounds", rounds[0], numbers)]
    else:
        middle = [StageGroup(f"Round {n}", stages, (n,)) for n, stages in zip(numbers, rounds, strict=True)]
    ends = [StageGroup("", stages) for stages in (before, after)]
    ends[1] = replace(ends[1], caption="After the rounds")
    return tuple(group for group in (ends[0], *middle, ends[1]) if group.stages)


def with_minutes(agenda: Agenda, keys: Sequence[StageKey], length: timedelta) -> Agenda:
    """The agenda with another length for these stages, which from now on does not follow the people."""
    chosen = set(keys)
    return agenda.with_each_stage(_chosen_length(chosen, length))


def _chosen_length(chosen: Set[StageKey], length: timedelta) -> Callable[[Stage], Stage]:
    return lambda s: replace(s, length=length, seconds_each=0, fitted_from=None) if s.key in chosen else s


def with_auto_advance(agenda: Agenda, keys: Sequence[StageKey], wanted: bool) -> Agenda:
    """The agenda with these stages moving on by themselves at their end, or waiting for the facilitator."""
    chosen = set(keys)
    return agenda.with_each_stage(lambda s: replace(s, moves_on=wanted) if s.key in chosen else s)


def with_title(agenda: Agenda, key: StageKey, title: str) -> Agenda:
    """The agenda with another title for a stage."""
    return agenda.with_each_stage(lambda s: replace(s, title=title) if s.key == key else s)


def with_stage(agenda: Agenda, stage: Stage) -> Agenda:
    """The agenda with `stage` in place of the one that has its key."""
    return agenda.with_each_stage(lambda old: stage if old.key == stage.key else old)


def without_stage(agenda: Agenda, keys: Sequence[StageKey]) -> Agenda:
    """The agenda without these stages; a part that has none left goes with them."""
    parts = (replace(p, stages=tuple(s for s in p.stages if s.key not in keys)) for p in agenda.parts)
    return Agenda(tuple(part for part in parts if part.stages))


def without_part(agenda: Agenda, part_id: str) -> Agenda:
    """The agenda without this part."""
    return Agenda(tuple(part for part in agenda.parts if part.id != part_id))


def with_part_moved(agenda: Agenda, start: int, end: int) -> Agenda:
    """The agenda with the part at `start` moved to place `end`."""
    return Agenda(_move_item(agenda.parts, start, end))


def with_stage_moved(part: Part, group: StageGroup, start: int, end: int) -> Part:
    """The part with a stage moved within its group, in every round the group stands for."""
    order = [stage.key.stage for stage in _move_item(group.stages, start, end)]
    stages = list(part.stages)
    for number in group.rounds:
        places = [i for i, s in enumerate(stages) if s.key.round == number and s.key.stage in order]
        by_id = {stages[i].key.stage: stages[i] for i in places}
        for place, name in zip(places, order, strict=True):
            stages[place] = by_id[name]
    return replace(part, stages=tuple(stages))


def with_structure(agenda: Agenda, structure: Structure) -> Agenda:
    """The agenda with a structure more, before the closing."""
    return _with_part_before_closing(agenda, part_from(structure, part_id=agenda.free_part_id(structure.id)))


def with_break(agenda: Agenda) -> Agenda:
    """The agenda with a break more, before the closing."""
    part_id = agenda.free_part_id("break")
    stage = simple_stage(StageKind.BREAK, part_id, "break", "Break", BREAK)
    return _with_part_before_closing(agenda, Part(part_id, PartKind.BREAK, "Break", (stage,), icon="coffee"))


def with_opening_stage(agenda: Agenda, stage: Stage) -> Agenda:
    """The agenda with an opener in front of the opening, or a check-in at its end."""
    opening = agenda.part(OPENING)
    if opening is None:
        return Agenda((opening_part((stage,)), *agenda.parts))
    stage = _with_free_id(opening, stage)
    first = stage.kind is StageKind.OPENER
    return agenda.with_part(
        replace(opening, stages=(stage, *opening.stages) if first else (*opening.stages, stage))
    )


def closing_stage(title: str, length: timedelta) -> Stage:
    """A stage of the closing with a title of one's own."""
    return simple_stage(StageKind.CLOSING, CLOSING, "close", title, length)


def with_facilitator_line(agenda: Agenda, keys: Set[StageKey], line: str) -> Agenda:
    """The agenda with a line of the facilitator's own for these stages; "" for none."""
    return agenda.with_each_stage(lambda s: replace(s, facilitator_line=line) if s.key in keys else s)


def has_closing_round(agenda: Agenda) -> bool:
    """Whether the closing round is planned: hands are counted once in a session."""
    return any(stage.kind is StageKind.CLOSING_ROUND for stage in agenda.stages)


def with_closing_stage(agenda: Agenda, stage: Stage) -> Agenda:
    """The agenda with a stage more at its end."""
    closing = agenda.part(CLOSING)
    if closing is None:
        return Agenda((*agenda.parts, closing_part((stage,))))
    return agenda.with_part(replace(closing, stages=(*closing.stages, _with_free_id(closing, stage))))


def with_room_size(agenda: Agenda, part: Part, size: int, catalogue: Catalogue) -> Agenda:
    """The agenda with rooms of another size, and what follows from it: a round each, minutes each."""
    assert part.rooms is not None, "only structures have rooms"
    structure = catalogue.structure(part.structure)
    resized = replace(part, rooms=replace(part.rooms, usual=size))
    if structure is None:
        return agenda.with_part(resized)
    if structure.rounds.one_per_person and part.rounds == part.rooms.usual:
        resized = resized.with_rounds(size)
    each = {s.id: s.lengths_for(size) for s in structure.stages if s.duration is Duration.PER_PERSON}
    usual_before = {s.id: s.lengths_for(part.rooms.usual).usual for s in structure.stages if s.id in each}
    stages = tuple(
        _with_lengths(s, each[s.key.stage]) if usual_before.get(s.key.stage) == s.length else s
        for s in resized.stages
    )
    return agenda.with_part(replace(resized, stages=stages))


def with_opener(agenda: Agenda, old: StageKey, opener: Stage) -> Agenda:
    """The agenda with another opener in the place of an old one."""
    part = agenda.part(old.part)
    if part is None:
        return agenda
    others = replace(part, stages=tuple(s for s in part.stages if s.key != old))
    new = _with_free_id(others, opener)
    return agenda.with_each_stage(lambda s: new if s.key == old else s)


def _with_lengths(stage: Stage, lengths: Lengths) -> Stage:
    return replace(stage, length=lengths.usual, minimum=lengths.minimum, maximum=lengths.maximum)


def _with_free_id(part: Part, stage: Stage) -> Stage:
    taken = {s.key.stage for s in part.stages}
    wanted = stage.key.stage
    numbered = (wanted, *(f"{wanted}-{number}" for number in range(2, len(taken) + 2)))
    name = next(name for name in numbered if name not in taken)
    return replace(stage, key=replace(stage.key, part=part.id, stage=name))


def _with_part_before_closing(agenda: Agenda, part: Part) -> Agenda:
    parts = list(agenda.parts)
    at_end = bool(parts) and parts[-1].kind is PartKind.CLOSING
    parts.insert(len(parts) - at_end, part)
    return Agenda(tuple(parts))


def _move_item(items: tuple[T, ...], start: int, end: int) -> tuple[T, ...]:
    order = list(items)
    order.insert(end, order.pop(start))
    return tuple(order)


def _stages_held_once(part: Part) -> tuple[tuple[Stage, ...], tuple[Stage, ...]]:
    """The stages held once, before and after the rounds."""
    repeating = [place for place, stage in enumerate(part.stages) if stage.repeats]
    first = repeating[0] if repeating else len(part.stages)
    once = [(place, stage) for place, stage in enumerate(part.stages) if not stage.repeats]
    return tuple(s for i, s in once if i < first), tuple(s for i, s in once if i > first)


def _are_alike(one: tuple[Stage, ...], other: tuple[Stage, ...]) -> bool:
    return [(s.key.stage, s.length) for s in one] == [(s.key.stage, s.length) for s in other]
