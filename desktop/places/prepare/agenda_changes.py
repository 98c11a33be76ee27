"""What does an agenda look like after one change of the person who plans it?"""

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, replace
from datetime import time, timedelta
from itertools import groupby
from typing import TypeVar

from desktop.content.catalogue import Catalogue
from formats.language import tr
from formats.session.agenda import (
    PUT_IN,
    Agenda,
    Part,
    PartKind,
    Stage,
    StageKey,
    StageKind,
    StageWords,
    break_stage,
    free_stage,
)
from formats.structures.fields import Lengths
from formats.structures.structure import Duration, Structure
from formats.structures.unfold import CLOSING, OPENING, closing_part, opening_part, part_from, simple_stage

T = TypeVar("T")
BREAK = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class StageGroup:
    """Stages shown together: `rounds` says for which rounds each of them stands, and changes with it.

    A `folded` group is a later round like the first, shown as one line until it is unfolded.
    """

    caption: str
    stages: tuple[Stage, ...]
    rounds: tuple[int, ...] = (1,)
    folded: bool = False

    def keys(self, stage: Stage) -> tuple[StageKey, ...]:
        """The keys of a stage of this group in every round it stands for."""
        if not stage.repeats:
            return (stage.key,)
        return tuple(replace(stage.key, round=number) for number in self.rounds)


def groups_of(part: Part) -> tuple[StageGroup, ...]:
    """The stages of a part in their order: the first round stands for those like it, which are folded."""
    if part.rounds < 2:
        return (StageGroup("", part.stages),)
    rounds = {n: _stages_of_round(part, n) for n in range(1, part.rounds + 1)}
    alike = tuple(n for n, stages in rounds.items() if _are_alike(stages, rounds[1]))
    runs = [(n, tuple(run)) for n, run in groupby(part.stages, lambda s: s.key.round if s.repeats else 0)]
    last = max(place for place, (number, _) in enumerate(runs) if number)
    groups, seen = [], set[int]()
    for place, (number, stages) in enumerate(runs):
        caption = _caption(number, alike, part.rounds) if number not in seen else ""
        after = not number and place > last and stages[0].kind not in PUT_IN
        seen.add(number)
        groups.append(
            StageGroup(
                tr("After the rounds") if after else caption,
                stages,
                alike if number == 1 else (number or stages[0].key.round,),
                folded=number > 1 and number in alike,
            )
        )
    return tuple(groups)


def _caption(number: int, alike: tuple[int, ...], rounds: int) -> str:
    if not number:
        return ""
    return tr("Each round") if number == 1 and len(alike) == rounds else tr("Round {number}", number=number)


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


def with_locked_start(agenda: Agenda, key: StageKey, start: time | None) -> Agenda:
    """The agenda with a stage that has to begin at this time of day; with None, when the one before it ends."""
    return agenda.with_each_stage(lambda s: replace(s, locked_start=start) if s.key == key else s)


def with_duplicate(agenda: Agenda, keys: Sequence[StageKey]) -> Agenda:
    """The agenda with a stage once more after itself, in each of these rounds."""
    part = agenda.part(keys[0].part)
    first = agenda.stage(keys[0])
    if part is None or first is None or first.kind is StageKind.CLOSING_ROUND:  # hands are counted once
        return agenda
    name = _free_id(part, first.key.stage)
    stages = (
        twin
        for stage in part.stages
        for twin in ((stage, stage.repeated_as(replace(stage.key, stage=name))) if stage.key in keys else (stage,))
    )
    return agenda.with_part(replace(part, stages=tuple(stages)))


def with_part_duplicated(agenda: Agenda, part: Part) -> Agenda:
    """The agenda with a part once more, right after itself."""
    part_id = agenda.free_part_id(part.id)
    twice = (stage for stage in part.stages if stage.kind is not StageKind.CLOSING_ROUND)
    stages = tuple(stage.repeated_as(replace(stage.key, part=part_id)) for stage in twice)
    if not stages:
        return agenda
    place = agenda.parts.index(part) + 1
    return Agenda((*agenda.parts[:place], replace(part, id=part_id, stages=stages), *agenda.parts[place:]))


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
    if not group.stages[start].repeats:
        first = stages.index(group.stages[0])
        stages[first : first + len(order)] = _move_item(group.stages, start, end)
        return replace(part, stages=tuple(stages))
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
    return _with_part_before_closing(agenda, part_of_its_own(break_stage(StageKey(part_id, "break"), BREAK)))


def with_free_stage(agenda: Agenda, title: str) -> Agenda:
    """The agenda with a stage of the user's own more, before the closing."""
    part_id = agenda.free_part_id("between")
    stage = free_stage(StageKey(part_id, "own"), title, BREAK)
    return _with_part_before_closing(agenda, part_of_its_own(stage))


def with_break_after(agenda: Agenda, part_id: str) -> Agenda:
    """The agenda with a break between a part and the next."""
    new = part_of_its_own(break_stage(StageKey(agenda.free_part_id("break"), "break"), BREAK))
    place = next(n for n, part in enumerate(agenda.parts, 1) if part.id == part_id)
    return Agenda((*agenda.parts[:place], new, *agenda.parts[place:]))


def with_optional(agenda: Agenda, part: Part, structure: Structure, stage_id: str) -> Agenda:
    """The agenda with a stage that a structure leaves to choice, where the structure has it, in every round."""
    here = {stage.key.stage for stage in part.stages}
    whole = part_from(structure, max(part.rounds, 1), part_id=part.id, optional={*here, stage_id})
    order = [stage.key.stage for stage in whole.stages]
    stages = list(part.stages)
    for new in (stage for stage in whole.stages if stage.key.stage == stage_id):
        before = set(order[: order.index(stage_id)])
        same = [n for n, s in enumerate(stages, 1) if s.repeats == new.repeats and s.key.round == new.key.round]
        earlier = [n for n in same if stages[n - 1].key.stage in before]
        place = max(earlier) if earlier else min(same, default=1) - 1
        stages.insert(place, new)
    return agenda.with_part(replace(part, stages=tuple(stages)))


def part_of_its_own(stage: Stage) -> Part:
    """A break or a free stage between parts, as the part it is there."""
    kind, icon = (PartKind.BREAK, "coffee") if stage.kind is StageKind.BREAK else (PartKind.FREE, "users")
    return Part(stage.key.part, kind, stage.title, (stage,), icon=icon)


def with_stage_after(agenda: Agenda, key: StageKey, title: str = "") -> Agenda:
    """The agenda with a stage of the user's own right after another, or with a break where it has no title."""
    part = agenda.part(key.part)
    if part is None:
        return agenda
    place = next(n for n, stage in enumerate(part.stages, 1) if stage.key == key)
    new = StageKey(part.id, "own" if title else "break", key.round)
    made = with_free_id(part, free_stage(new, title, BREAK) if title else break_stage(new, BREAK))
    return agenda.with_part(replace(part, stages=(*part.stages[:place], made, *part.stages[place:])))


def with_words(agenda: Agenda, keys: Set[StageKey], words: StageWords | None) -> Agenda:
    """The agenda with stages that say something else in this session; with None, what they said at first."""
    return agenda.with_each_stage(
        lambda s: s.with_words(words or s.words_before or s.words) if s.key in keys else s
    )


def with_opening_stage(agenda: Agenda, stage: Stage) -> Agenda:
    """The agenda with an opener in front of the opening, or a check-in at its end."""
    opening = agenda.part(OPENING)
    if opening is None:
        return Agenda((opening_part((stage,)), *agenda.parts))
    stage = with_free_id(opening, stage)
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
    return agenda.with_part(replace(closing, stages=(*closing.stages, with_free_id(closing, stage))))


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
    new = with_free_id(others, opener)
    return agenda.with_each_stage(lambda s: new if s.key == old else s)


def _with_lengths(stage: Stage, lengths: Lengths) -> Stage:
    return replace(stage, length=lengths.usual, minimum=lengths.minimum, maximum=lengths.maximum)


def with_free_id(part: Part, stage: Stage) -> Stage:
    """The stage as one of a part, under an id that no other there has."""
    return replace(stage, key=replace(stage.key, part=part.id, stage=_free_id(part, stage.key.stage)))


def _free_id(part: Part, wanted: str) -> str:
    taken = {s.key.stage for s in part.stages}
    numbered = (wanted, *(f"{wanted}-{number}" for number in range(2, len(taken) + 2)))
    return next(name for name in numbered if name not in taken)


def _with_part_before_closing(agenda: Agenda, part: Part) -> Agenda:
    parts = list(agenda.parts)
    at_end = bool(parts) and parts[-1].kind is PartKind.CLOSING
    parts.insert(len(parts) - at_end, part)
    return Agenda(tuple(parts))


def _move_item(items: tuple[T, ...], start: int, end: int) -> tuple[T, ...]:
    order = list(items)
    order.insert(end, order.pop(start))
    return tuple(order)


def _stages_of_round(part: Part, number: int) -> tuple[Stage, ...]:
    return tuple(stage for stage in part.stages if stage.repeats and stage.key.round == number)


def _are_alike(one: tuple[Stage, ...], other: tuple[Stage, ...]) -> bool:
    return [_as_shown(stage) for stage in one] == [_as_shown(stage) for stage in other]


def _as_shown(stage: Stage) -> tuple[str, timedelta, str, StageWords]:
    """What makes a stage another one in the eyes of the person who plans it, but for its locked start."""
    return stage.key.stage, stage.length, stage.facilitator_line, stage.words
