"""How does the plan in a session file become an agenda?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from formats.language import tr
from formats.session.agenda import (
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
from formats.session.seating.round_limits import most_rounds, rounds_advice, rounds_that_fit
from formats.session.wording import range_words
from formats.structures.folder import id_of
from formats.structures.script_entries import BREAK, EntryReader
from formats.structures.script_file import WrittenBreak, WrittenChange, WrittenEntry, WrittenSession
from formats.structures.structure import Structure
from formats.structures.unfold import (
    CLOSING,
    OPENING,
    closing_part,
    opening_part,
    part_from,
    room_needs,
)


@dataclass(frozen=True, slots=True)
class PlannedAgenda:
    """The agenda of a file, and what of it was read otherwise than it was written, in sentences."""

    agenda: Agenda
    advice: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AgendaReader:
    """Makes stages and parts of the entries of one file, for so many people; a fault names the file and place."""

    entries: EntryReader
    structures: Mapping[str, Structure]
    heads: int

    def agenda(self, file: WrittenSession) -> PlannedAgenda:
        """The whole agenda: opening, structures with all between them, closing. Raises ScriptError."""
        said: list[str] = []
        agenda = Agenda()
        if opening := self._stages(file.opening, "opening", OPENING):
            agenda = Agenda((opening_part(opening),))
        for where, entry in _middle(file, self.entries):
            part, advice = self._part(where, entry, agenda)
            agenda = Agenda((*agenda.parts, part))
            said.extend(advice)
        if closing := self._stages(file.closing, "closing", CLOSING):
            agenda = Agenda((*agenda.parts, closing_part(closing)))
        if not agenda.parts:
            raise self.entries.error(tr("there is nothing in its plan; write a “structure”, or an “agenda”"))
        return PlannedAgenda(agenda, tuple(said))

    def _stages(self, entries: Iterable[WrittenEntry], place: str, part_id: str) -> tuple[Stage, ...]:
        stages: list[Stage] = []
        for number, entry in enumerate(entries, 1):
            where = tr("entry {number} of “{place}”", number=number, place=place)
            if entry.structure is not None:
                raise self.entries.error(tr("{where} is a structure; write it under “agenda”", where=where))
            stage = self.entries.stage(where, entry, part_id)
            if any(old.key == stage.key for old in stages):
                raise self.entries.error(
                    tr("the stage “{stage}” is there twice; give one of them another id", stage=stage.key.stage)
                )
            stages.append(stage)
        return tuple(stages)

    def _part(self, where: str, entry: WrittenEntry, before: Agenda) -> tuple[Part, tuple[str, ...]]:
        self.entries.check_is_one_thing(where, entry)
        if entry.structure is not None:
            return self._structure_part(where, entry, before)
        part_id = before.free_part_id("break" if entry.break_ is not None else "between")
        stage = self.entries.stage(where, entry, part_id)
        is_break = stage.kind is StageKind.BREAK
        kind, icon = (PartKind.BREAK, "coffee") if is_break else (PartKind.FREE, "clock")
        return Part(part_id, kind, stage.title, (stage,), icon=icon), ()

    def _structure_part(self, where: str, entry: WrittenEntry, before: Agenda) -> tuple[Part, tuple[str, ...]]:
        """The structure with as many rounds as mean something for these people, and what was made of others."""
        wanted = self.entries.known("structure", entry.structure or "", self.structures, where)
        structure = self.structures[wanted]
        rounds, size = entry.rounds, entry.room_size
        if rounds is not None and rounds < 1:
            raise self.entries.error(tr("“rounds” is {rounds}; use 1 or more", rounds=rounds))
        if size is not None and not structure.sizes.minimum <= size <= structure.sizes.maximum:
            sizes = range_words(structure.sizes.minimum, structure.sizes.maximum)
            raise self.entries.error(
                tr(
                    "“room_size” is {size}; {structure} takes {sizes} in a room",
                    size=size,
                    structure=structure.title,
                    sizes=sizes,
                )
            )
        optional = {stage.id for stage in structure.stages if stage.optional}
        for stage_id in entry.optional:
            self._optional(structure, stage_id, optional)
        needs = room_needs(structure) if size is None else replace(room_needs(structure), usual=size)
        usual = most_rounds(needs, self.heads) if needs.one_round_each else structure.rounds.usual
        count = rounds_that_fit(needs, rounds or usual, self.heads)
        made = part_from(structure, count, size, before.free_part_id(structure.id), entry.optional)
        part = replace(made, rooms=needs)
        for change in entry.stages:
            part = self._with_change(part, change)
        for one in entry.breaks:
            part = self._with_break(part, one)
        return part, (rounds_advice(part, rounds, self.heads),) if rounds not in (None, count) else ()

    def _optional(self, structure: Structure, stage_id: str, optional: set[str]) -> None:
        if not optional:
            raise self.entries.error(
                tr("{structure} has no optional stages; take “optional” out", structure=structure.title)
            )
        self.entries.known(tr("optional stage"), stage_id, optional, structure.title)

    def _with_change(self, part: Part, change: WrittenChange) -> Part:
        keys = self._keys(part, change.stage, change.round)
        where = tr("“{stage}” in {part}", stage=change.stage, part=part.title)
        length = (
            None
            if change.minutes is None
            else self.entries.length(tr("“minutes” of {where}", where=where), change.minutes)
        )
        starts = self.entries.start(where, change.starts)
        if starts is not None and len(keys) > 1:
            raise self.entries.error(
                tr("“starts” of {where} is for one round; add which, as “round”", where=where)
            )

        def changed(stage: Stage) -> Stage:
            stage = replace(
                stage,
                facilitator_line=change.line.strip() or stage.facilitator_line,
                locked_start=starts or stage.locked_start,
            )
            words = StageWords(
                change.title.strip() or stage.title,
                change.instruction.strip() or stage.instruction,
                self.entries.wall(change.wall) or stage.wall,
                stage.short_title,
            )
            stage = stage if words == stage.words else stage.with_words(words)
            return stage if length is None else replace(stage, length=length, seconds_each=0)

        return replace(part, stages=tuple(changed(s) if s.key in keys else s for s in part.stages))

    def _with_break(self, part: Part, one: WrittenBreak) -> Part:
        where = tr("the break after “{after}” in {part}", after=one.after, part=part.title)
        length = (
            BREAK
            if one.minutes is None
            else self.entries.length(tr("“minutes” of {where}", where=where), one.minutes)
        )
        starts, title = self.entries.start(where, one.starts), one.stage.strip()
        for after in self._keys(part, one.after, one.round):
            wanted = id_of(title) if title else "break"
            taken = {stage.key.stage for stage in part.stages}
            names = (wanted, *(f"{wanted}-{number}" for number in range(2, len(taken) + 3)))
            key = StageKey(part.id, next(name for name in names if name not in taken), after.round)
            made = free_stage(key, title, length) if title else break_stage(key, length)
            made = replace(made, locked_start=starts, facilitator_line=one.line.strip())
            place = next(n for n, stage in enumerate(part.stages, 1) if stage.key == after)
            part = replace(part, stages=(*part.stages[:place], made, *part.stages[place:]))
        return part

    def _keys(self, part: Part, stage_id: str, round_number: int | None) -> tuple[StageKey, ...]:
        """The stages of a part with an id, in one round or in all."""
        ids = {stage.key.stage for stage in part.stages}
        self.entries.known("stage", stage_id, ids, part.title)
        keys = tuple(stage.key for stage in part.stages if stage.key.stage == stage_id)
        chosen = tuple(key for key in keys if round_number in (None, key.round))
        if not chosen:
            raise self.entries.error(
                tr(
                    "“{stage_id}” of {part} has no round {round_number}; use 1 to {count}",
                    stage_id=stage_id,
                    part=part.title,
                    round_number=round_number,
                    count=len(keys),
                )
            )
        return chosen


def _middle(file: WrittenSession, entries: EntryReader) -> list[tuple[str, WrittenEntry]]:
    """What stands between opening and closing, each with its place in the file."""
    if file.structure and file.agenda:
        raise entries.error(tr("“structure” and “agenda” are both there; write the structure under “agenda”"))
    if file.structure:
        only = WrittenEntry(
            structure=file.structure,
            rounds=file.rounds,
            room_size=file.room_size,
            optional=file.optional,
            stages=file.stages,
            breaks=file.breaks,
        )
        return [("“structure”", only)]
    return [
        (tr("entry {number} of “agenda”", number=number), entry) for number, entry in enumerate(file.agenda, 1)
    ]
