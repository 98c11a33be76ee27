"""How does the plan in a session file become an agenda?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from formats.session.agenda import Agenda, Part, PartKind, Stage, StageKey, StageKind
from formats.session.seating.round_limits import most_rounds, rounds_advice, rounds_that_fit
from formats.session.wording import join_and, join_or, range_words
from formats.structures.fields import short_value
from formats.structures.folder import id_of
from formats.structures.opener import Opener
from formats.structures.script_faults import ScriptError, closest
from formats.structures.script_file import WrittenBreak, WrittenChange, WrittenEntry, WrittenSession
from formats.structures.structure import Structure
from formats.structures.unfold import (
    CLOSING,
    OPENING,
    check_in_stage,
    closing_part,
    closing_round_stage,
    opener_stage,
    opening_part,
    part_from,
    room_needs,
    simple_stage,
)

LONGEST_MINUTES = 24 * 60
MOST_SECONDS_EACH = 3600
BREAK = timedelta(minutes=5)
CHECK_IN = timedelta(minutes=5)
WHAT = ("opener", "check-in", "structure", "break", "stage", "closing-round")


@dataclass(frozen=True, slots=True)
class PlannedAgenda:
    """The agenda of a file, and what of it was read otherwise than it was written, in sentences."""

    agenda: Agenda
    advice: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AgendaReader:
    """Makes stages and parts of the entries of one file, for so many people; a fault names the file and place."""

    name: str
    structures: Mapping[str, Structure]
    openers: Mapping[str, Opener]
    heads: int

    def agenda(self, file: WrittenSession) -> PlannedAgenda:
        """The whole agenda: opening, structures with all between them, closing. Raises ScriptError."""
        said: list[str] = []
        agenda = Agenda()
        if opening := self._stages(file.opening, "opening", OPENING):
            agenda = Agenda((opening_part(opening),))
        for where, entry in _middle(file, self.name):
            part, advice = self._part(where, entry, agenda)
            agenda = Agenda((*agenda.parts, part))
            said.extend(advice)
        if closing := self._stages(file.closing, "closing", CLOSING):
            agenda = Agenda((*agenda.parts, closing_part(closing)))
        if not agenda.parts:
            raise self.error("there is nothing in its plan; write a “structure”, or an “agenda”")
        return PlannedAgenda(agenda, tuple(said))

    def error(self, what: str) -> ScriptError:
        """What is wrong with the file, as an error."""
        return ScriptError(f"{self.name}: {what}.")

    def length(self, where: str, count: float) -> timedelta:
        """So many minutes. Raises ScriptError where no session takes them."""
        if not 0 < count <= LONGEST_MINUTES:
            raise self.error(f"{where} is {count:g}; use more than 0 and at most {LONGEST_MINUTES} minutes")
        return timedelta(seconds=round(count * 60))

    def text(self, where: str, text: str) -> str:
        """A text that says something. Raises ScriptError where it is empty."""
        if not text.strip():
            raise self.error(f"{where} is empty; write a few words")
        return text

    def known(self, what: str, wanted: str, names: Iterable[str], where: str) -> str:
        """A name that exists. Raises ScriptError with the nearest, or all there are."""
        every = sorted(names)
        if wanted not in every:
            near = closest(wanted, every)
            advice = f"“{near}” may be meant" if near else f"use {join_or(every)}"
            raise self.error(f"there is no {what} “{short_value(wanted)}”, as {where} has it; {advice}")
        return wanted

    def _stages(self, entries: Iterable[WrittenEntry], place: str, part_id: str) -> tuple[Stage, ...]:
        stages: list[Stage] = []
        for number, entry in enumerate(entries, 1):
            where = f"entry {number} of “{place}”"
            if entry.structure is not None:
                raise self.error(f"{where} is a structure; write it under “agenda”")
            stage = self._stage(where, entry, part_id)
            if any(old.key == stage.key for old in stages):
                raise self.error(f"the stage “{stage.key.stage}” is there twice; give one of them another id")
            stages.append(stage)
        return tuple(stages)

    def _stage(self, where: str, entry: WrittenEntry, part_id: str) -> Stage:
        self._check_is_one_thing(where, entry)
        made = self._made(where, entry, part_id)
        key = StageKey(part_id, entry.id or made.key.stage)
        return replace(made, key=key, facilitator_line=entry.line.strip())

    def _made(self, where: str, entry: WrittenEntry, part_id: str) -> Stage:
        minutes = f"“minutes” of {where}"
        length = None if entry.minutes is None else self.length(minutes, entry.minutes)
        if entry.opener is not None:
            return opener_stage(self.openers[self.known("opener", entry.opener, self.openers, where)], length)
        if entry.check_in is not None:
            question = self.text(f"“check-in” of {where}", entry.check_in)
            return check_in_stage(question, self._seconds_each(where, entry), length or CHECK_IN)
        if entry.break_ is not None:
            return simple_stage(
                StageKind.BREAK, part_id, "break", entry.break_.strip() or "Break", length or BREAK
            )
        if entry.closing_round is not None:
            made = closing_round_stage(length) if length else closing_round_stage()
            return replace(made, question=entry.closing_round.strip() or made.question)
        title = self.text(f"“stage” of {where}", entry.stage or "")
        if length is None:
            raise self.error(f"“minutes” is missing in {where}, “{title}”; add it")
        return simple_stage(StageKind.CLOSING, part_id, id_of(title), title, length)

    def _seconds_each(self, where: str, entry: WrittenEntry) -> int:
        each = entry.seconds_each or 0
        if not 0 <= each <= MOST_SECONDS_EACH:
            raise self.error(f"“seconds_each” of {where} is {each}; use 1 to {MOST_SECONDS_EACH}")
        return each

    def _check_is_one_thing(self, where: str, entry: WrittenEntry) -> None:
        """An entry is one of the things it can be, and has nothing of another."""
        said = [key for key, value in zip(WHAT, _what_it_says(entry), strict=True) if value is not None]
        if len(said) != 1:
            both = f"says {join_and(said)} at once" if said else "says nothing of what it is"
            raise self.error(f"{where} {both}; write one of {join_or(WHAT)}")
        if entry.structure is None and (entry.stages or entry.breaks or entry.optional or entry.rounds):
            raise self.error(f"{where} is no structure, and has no rounds or stages of its own; take them out")
        if entry.structure is not None and entry.minutes is not None:
            raise self.error(f"{where} is a structure; write minutes of its stages under “stages”")

    def _part(self, where: str, entry: WrittenEntry, before: Agenda) -> tuple[Part, tuple[str, ...]]:
        self._check_is_one_thing(where, entry)
        if entry.structure is not None:
            return self._structure_part(where, entry, before)
        part_id = before.free_part_id("break" if entry.break_ is not None else "between")
        stage = self._stage(where, entry, part_id)
        kind = PartKind.BREAK if stage.kind is StageKind.BREAK else PartKind.CLOSING
        return Part(part_id, kind, stage.title, (stage,), icon="coffee"), ()

    def _structure_part(self, where: str, entry: WrittenEntry, before: Agenda) -> tuple[Part, tuple[str, ...]]:
        """The structure with as many rounds as mean something for these people, and what was made of others."""
        wanted = self.known("structure", entry.structure or "", self.structures, where)
        structure = self.structures[wanted]
        rounds, size = entry.rounds, entry.room_size
        if rounds is not None and rounds < 1:
            raise self.error(f"“rounds” is {rounds}; use 1 or more")
        if size is not None and not structure.sizes.minimum <= size <= structure.sizes.maximum:
            sizes = range_words(structure.sizes.minimum, structure.sizes.maximum)
            raise self.error(f"“room_size” is {size}; {structure.title} takes {sizes} in a room")
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
            raise self.error(f"{structure.title} has no optional stages; take “optional” out")
        self.known("optional stage", stage_id, optional, structure.title)

    def _with_change(self, part: Part, change: WrittenChange) -> Part:
        keys = self._keys(part, change.stage, change.round)
        where = f"“minutes” of “{change.stage}” in {part.title}"
        length = None if change.minutes is None else self.length(where, change.minutes)

        def changed(stage: Stage) -> Stage:
            stage = replace(stage, facilitator_line=change.line.strip() or stage.facilitator_line)
            return stage if length is None else replace(stage, length=length, seconds_each=0)

        return replace(part, stages=tuple(changed(s) if s.key in keys else s for s in part.stages))

    def _with_break(self, part: Part, one: WrittenBreak) -> Part:
        where = f"“minutes” of the break after “{one.after}” in {part.title}"
        length = BREAK if one.minutes is None else self.length(where, one.minutes)
        agenda = Agenda((part,))
        for after in self._keys(part, one.after, one.round):
            taken = {stage.key.stage for stage in agenda.stages}
            names = ("break", *(f"break-{number}" for number in range(2, len(taken) + 3)))
            name = next(name for name in names if name not in taken)
            agenda = agenda.with_break(after, StageKey(part.id, name, after.round), length)
        return agenda.parts[0]

    def _keys(self, part: Part, stage_id: str, round_number: int | None) -> tuple[StageKey, ...]:
        """The stages of a part with an id, in one round or in all."""
        ids = {stage.key.stage for stage in part.stages}
        self.known("stage", stage_id, ids, part.title)
        keys = tuple(stage.key for stage in part.stages if stage.key.stage == stage_id)
        chosen = tuple(key for key in keys if round_number in (None, key.round))
        if not chosen:
            raise self.error(f"“{stage_id}” of {part.title} has no round {round_number}; use 1 to {len(keys)}")
        return chosen


def _middle(file: WrittenSession, name: str) -> list[tuple[str, WrittenEntry]]:
    """What stands between opening and closing, each with its place in the file."""
    if file.structure and file.agenda:
        said = "“structure” and “agenda” are both there; write the structure under “agenda”"
        raise ScriptError(f"{name}: {said}.")
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
    return [(f"entry {number} of “agenda”", entry) for number, entry in enumerate(file.agenda, 1)]


def _what_it_says(entry: WrittenEntry) -> tuple[str | None, ...]:
    return entry.opener, entry.check_in, entry.structure, entry.break_, entry.stage, entry.closing_round
