"""How does one line of the plan in a session file become a stage?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import time, timedelta

from formats.language import said_anew, tr
from formats.session.agenda import Stage, StageKey, StageKind, StageWords, free_stage
from formats.session.wording import join_and, join_or
from formats.structures.fields import short_number, short_value
from formats.structures.folder import id_of
from formats.structures.opener import Opener
from formats.structures.script_faults import ScriptError, closest
from formats.structures.script_file import WrittenEntry
from formats.structures.unfold import CLOSING, check_in_stage, closing_round_stage, opener_stage, simple_stage

LONGEST_MINUTES = 24 * 60
MOST_SECONDS_EACH = 3600
BREAK = timedelta(minutes=5)
CHECK_IN = timedelta(minutes=5)
WHAT = ("opener", "check-in", "structure", "break", "stage", "closing-round")


@dataclass(frozen=True, slots=True)
class EntryReader:
    """Makes stages of the entries of one file; a fault names the file and the place in it."""

    name: str
    openers: Mapping[str, Opener]

    def error(self, what: str) -> ScriptError:
        """What is wrong with the file, as an error."""
        return ScriptError(f"{self.name}: {what}.")

    def length(self, where: str, count: float) -> timedelta:
        """So many minutes. Raises ScriptError where no session takes them."""
        if not 0 < count <= LONGEST_MINUTES:
            raise self.error(
                tr(
                    "{where} is {count}; use more than 0 and at most {longest_minutes} minutes",
                    where=where,
                    count=short_number(count),
                    longest_minutes=LONGEST_MINUTES,
                )
            )
        return timedelta(seconds=round(count * 60))

    def text(self, where: str, text: str) -> str:
        """A text that says something. Raises ScriptError where it is empty."""
        if not text.strip():
            raise self.error(tr("{where} is empty; write a few words", where=where))
        return text

    def known(self, what: str, wanted: str, names: Iterable[str], where: str) -> str:
        """A name that exists. Raises ScriptError with the nearest, or all there are."""
        every = sorted(names)
        if wanted not in every:
            near = closest(wanted, every)
            advice = (
                tr("“{near}” may be meant", near=near) if near else tr("use {choices}", choices=join_or(every))
            )
            raise self.error(
                tr(
                    "there is no {what} “{value}”, as {where} has it; {advice}",
                    what=what,
                    value=short_value(wanted),
                    where=where,
                    advice=advice,
                )
            )
        return wanted

    def stage(self, where: str, entry: WrittenEntry, part_id: str) -> Stage:
        """The stage that an entry stands for, in a part with this id. Raises ScriptError."""
        self.check_is_one_thing(where, entry)
        made = self._made(where, entry, part_id)
        key = StageKey(part_id, entry.id or made.key.stage)
        words = StageWords(
            made.title, entry.instruction.strip() or made.instruction, self.wall(entry.wall) or made.wall
        )
        stage = replace(
            made, key=key, facilitator_line=entry.line.strip(), locked_start=self.start(where, entry.starts)
        )
        return stage.with_words(words) if entry.instruction.strip() or entry.wall else stage

    def _made(self, where: str, entry: WrittenEntry, part_id: str) -> Stage:
        minutes = tr("“minutes” of {where}", where=where)
        length = None if entry.minutes is None else self.length(minutes, entry.minutes)
        if entry.opener is not None:
            return opener_stage(self.openers[self.known("opener", entry.opener, self.openers, where)], length)
        if entry.check_in is not None:
            question = self.text(tr("“check-in” of {where}", where=where), entry.check_in)
            return check_in_stage(
                said_anew(question, "check-in"), self._seconds_each(where, entry), length or CHECK_IN
            )
        if entry.break_ is not None:
            return simple_stage(
                StageKind.BREAK, part_id, "break", entry.break_.strip() or tr("Break"), length or BREAK
            )
        if entry.closing_round is not None:
            made = closing_round_stage(length) if length else closing_round_stage()
            return replace(made, question=said_anew(entry.closing_round.strip()) or made.question)
        title = self.text(tr("“stage” of {where}", where=where), entry.stage or "")
        if length is None:
            raise self.error(tr("“minutes” is missing in {where}, “{title}”; add it", where=where, title=title))
        if part_id == CLOSING:
            return simple_stage(StageKind.CLOSING, part_id, id_of(title), said_anew(title), length)
        return free_stage(StageKey(part_id, id_of(title)), said_anew(title), length)

    def start(self, where: str, typed: str) -> time | None:
        """The time of day at which something has to begin. Raises ScriptError where it is none."""
        if not typed:
            return None
        try:
            return time.fromisoformat(typed).replace(tzinfo=None)
        except ValueError as error:
            said = tr(
                "“starts” of {where} is “{value}”; write a time of day like 16:30",
                where=where,
                value=short_value(typed),
            )
            raise self.error(said) from error

    def wall(self, lines: list[str]) -> tuple[str, ...]:
        """The lines for the wall that say something."""
        return tuple(line.strip() for line in lines if line.strip())

    def _seconds_each(self, where: str, entry: WrittenEntry) -> int:
        each = entry.seconds_each or 0
        if not 0 <= each <= MOST_SECONDS_EACH:
            raise self.error(
                tr(
                    "“seconds_each” of {where} is {each}; use 1 to {most_seconds_each}",
                    where=where,
                    each=each,
                    most_seconds_each=MOST_SECONDS_EACH,
                )
            )
        return each

    def check_is_one_thing(self, where: str, entry: WrittenEntry) -> None:
        """Raises ScriptError where an entry is not one of the things it can be, or has something of another."""
        said = [key for key, value in zip(WHAT, _what_it_says(entry), strict=True) if value is not None]
        if len(said) != 1:
            both = tr("says {names} at once", names=join_and(said)) if said else tr("says nothing of what it is")
            raise self.error(
                tr("{where} {both}; write one of {choices}", where=where, both=both, choices=join_or(WHAT))
            )
        if entry.structure is None and (entry.stages or entry.breaks or entry.optional or entry.rounds):
            raise self.error(
                tr("{where} is no structure, and has no rounds or stages of its own; remove them", where=where)
            )
        own = entry.minutes is not None or entry.starts or entry.instruction or entry.wall or entry.line
        if entry.structure is not None and own:
            raise self.error(tr("{where} is a structure; write what is of one stage under “stages”", where=where))


def _what_it_says(entry: WrittenEntry) -> tuple[str | None, ...]:
    return entry.opener, entry.check_in, entry.structure, entry.break_, entry.stage, entry.closing_round
