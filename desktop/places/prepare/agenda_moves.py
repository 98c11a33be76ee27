"""Where in the agenda does a stage go: past its neighbour, into another part, or between two parts?"""

from collections.abc import Sequence
from dataclasses import replace

from desktop.places.prepare.agenda_changes import part_of_its_own, with_free_id, without_stage
from formats.session.agenda import PUT_IN, Agenda, Stage, StageKey


def with_stage_at(agenda: Agenda, keys: Sequence[StageKey], part_id: str, place: int) -> Agenda:
    """The agenda with a stage put into a part, before what stands at `place` there by now.

    A stage that repeats leaves its structure altogether, and is held once where it goes.
    """
    stage, target = agenda.stage(keys[0]), agenda.part(part_id)
    if stage is None or target is None:
        return agenda
    rest = tuple(one for one in target.stages if one.key not in keys)
    place -= sum(one.key in keys for one in target.stages[:place])
    if not rest or (stage.repeats and keys[0].part == part_id):
        return agenda
    made = _held_once(with_free_id(replace(target, stages=rest), stage), rest, place)
    put = replace(target, stages=(*rest[:place], made, *rest[place:]))
    return without_stage(agenda, keys).with_part(put) if keys[0].part != part_id else agenda.with_part(put)


def with_stage_out(agenda: Agenda, key: StageKey, by: int) -> Agenda:
    """The agenda with a stage moved over the edge of its part: up with `by` -1, down with 1.

    A break or a free stage stands between parts before it goes into the next one.
    """
    stage, part = agenda.stage(key), agenda.part(key.part)
    if stage is None or part is None:
        return agenda
    here = part.stages.index(stage)
    if 0 <= here + by < len(part.stages):
        if stage.kind not in PUT_IN:
            return agenda
        return with_stage_at(agenda, [key], part.id, here + by + (by > 0))
    number = agenda.parts.index(part)
    if len(part.stages) > 1 and stage.kind in PUT_IN:
        return _between_parts(agenda, stage, number + (by > 0))
    if not 0 <= number + by < len(agenda.parts):
        return agenda
    neighbour = agenda.parts[number + by]
    past_one = stage.kind in PUT_IN
    place = len(neighbour.stages) - past_one if by < 0 else int(past_one)
    return with_stage_at(agenda, [key], neighbour.id, place)


def _between_parts(agenda: Agenda, stage: Stage, place: int) -> Agenda:
    part_id = agenda.free_part_id("between")
    alone = part_of_its_own(replace(stage, key=StageKey(part_id, stage.key.stage)))
    parts = without_stage(agenda, [stage.key]).parts
    return Agenda((*parts[:place], alone, *parts[place:]))


def _held_once(stage: Stage, others: Sequence[Stage], place: int) -> Stage:
    """The stage in the round of what stands before it."""
    number = others[place - 1].key.round if place else 1
    return replace(stage, key=replace(stage.key, round=number), repeats=False)
