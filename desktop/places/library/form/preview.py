"""What would be held of what is written: its pieces to scale, how long in all, and what else is there to say?"""

from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

from desktop.content.own_entries import CheckedEntry
from desktop.places.library.form.strip import Piece
from desktop.wording import clock_digits, in_minutes, minutes, minutes_count
from formats.language import tr, tr_count
from formats.session.agenda import Stage
from formats.session.room_sizes import SizeError, SizeRange, room_sizes
from formats.session.wording import join_and, join_list, range_words
from formats.structures.fields import UNREAD
from formats.structures.finding import Found, Search, find_structures
from formats.structures.opener import Opener
from formats.structures.structure import StageRecurrence, Structure

MINUTE = timedelta(minutes=1)
WORDS_A_MINUTE = 110
"""How fast a script is read aloud so that a room can follow."""


@dataclass(frozen=True, slots=True)
class Preview:
    """The total in a few words, what stands beside it, its bounds, and the pieces."""

    total: str
    beside: str
    bounds: str
    pieces: tuple[Piece, ...]


def preview_of(checked: CheckedEntry, people: int) -> Preview:
    """The preview of a structure for so many people, or of an opener at its usual length."""
    entry = checked.entry
    return _opener_preview(entry) if isinstance(entry, Opener) else _structure_preview(entry, people)


def usual_people(checked: CheckedEntry) -> int:
    """For how many it is shown where nobody says."""
    entry = checked.entry
    return 0 if isinstance(entry, Opener) else max(entry.least_people, entry.sizes.usual)


def _structure_preview(structure: Structure, people: int) -> Preview:
    result = find_structures((structure,), Search(people=people))
    found = (*result.fitting, *result.with_a_change)[0]
    least = sum((min(stage.minimum, stage.length) for stage in found.stages), timedelta())
    most = sum((max(stage.maximum, stage.length) for stage in found.stages), timedelta())
    # For translators: minutes of a structure
    bounds = tr(
        "{least} at its shortest, {most} at its longest", least=minutes_count(least), most=minutes_count(most)
    )
    return Preview(
        minutes(found.length), _rooms(structure, found, people), bounds, _stage_pieces(structure, found)
    )


def _rooms(structure: Structure, found: Found, people: int) -> str:
    rounds = (
        tr_count("{count} round", "{count} rounds", found.rounds)
        if structure.stages_of(StageRecurrence.EACH_ROUND)
        else ""
    )
    if found.misfit:
        return join_list(filter(None, (found.misfit.works, rounds)))
    try:
        sizes = room_sizes(
            people, SizeRange(structure.sizes.minimum, structure.sizes.usual, structure.sizes.maximum)
        )
    except (SizeError, ValueError):
        return rounds
    counts = [(sizes.count(size), size) for size in sorted(set(sizes), reverse=True)]
    rooms = join_and(
        tr_count("{count} room of {size}", "{count} rooms of {size}", count, size=size) for count, size in counts
    )
    return join_list(filter(None, (rooms if structure.sizes.minimum > 1 else "", rounds)))


def _stage_pieces(structure: Structure, found: Found) -> tuple[Piece, ...]:
    rows = {stage.id: (number, stage) for number, stage in enumerate(structure.stages)}
    made = []
    for stage in found.stages:
        number, template = rows[stage.key.stage]
        tint = {StageRecurrence.BEFORE: "lake", StageRecurrence.AFTER: "ink_2"}.get(template.when, "")
        tint = tint or ("moss" if stage.key.round <= 1 else "moss_2")
        said = minutes_count(stage.length)
        made.append(Piece(stage.length / MINUTE, _named(stage), said, number, tint, stage.protected))
    return tuple(made)


def _named(stage: Stage) -> str:
    """Its short name; nothing where it has no title yet."""
    return (stage.short_title or stage.title).strip(UNREAD)


def _opener_preview(opener: Opener) -> Preview:
    usual = opener.lengths.usual
    said = opener.lines_for(usual)
    number = {id(line): row for row, line in enumerate(opener.lines)}
    ends = [*(line.at for line in said[1:]), 1.0]
    pieces = tuple(
        Piece(
            max(end - line.at, 0) * (usual / MINUTE),
            line.text.strip(UNREAD),
            clock_digits(int((usual * min(max(line.at, 0), 1)).total_seconds())),
            number[id(line)],
            "lake" if place % 2 == 0 else "lake_2",
            line.bell,
        )
        for place, (line, end) in enumerate(zip(said, ends, strict=True))
    )
    bounds = in_minutes(range_words(minutes_count(opener.lengths.minimum), minutes_count(opener.lengths.maximum)))
    return Preview(minutes(usual), reading_words(opener, usual), bounds, pieces)


def reading_words(opener: Opener, length: timedelta) -> str:
    """How long the lines take to read aloud, and the line that has too little time."""
    said = opener.lines_for(length)
    whole = sum((reading_time(line.text) for line in said), timedelta())
    if not whole:
        return ""
    words = tr("Read aloud it takes {time}.", time=clock_digits(round(whole.total_seconds())))
    ends = [*(line.at for line in said), 1.0]
    for number, (line, (begins, ends_at)) in enumerate(zip(said, pairwise(ends), strict=True), 1):
        if reading_time(line.text) > length * (ends_at - begins):
            return " ".join((words, tr("Line {number} has less time than it takes to say.", number=number)))
    return words


def reading_time(text: str) -> timedelta:
    """How long a text takes at 110 words a minute."""
    return MINUTE * len(text.strip(UNREAD).split()) / WORDS_A_MINUTE
