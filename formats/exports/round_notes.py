"""What came up, round by round, grouped by kind, with the rooms in the margin?"""

from collections.abc import Iterable, Iterator

from formats.exports.document import Block, Heading, Item, MarginGroup, MarginList
from formats.exports.passages import Passage, filled, plain
from formats.exports.summary import Summary, SummaryNote, SummaryPart, SummarySection
from formats.exports.wording import place_words
from formats.language import Message, tr
from formats.session.agenda import PartKind
from formats.session.notes import NoteKind

KINDS = {
    NoteKind.INSIGHT: (Message("Insights"), Message("Insights")),
    NoteKind.IDEA: (Message("Ideas"), Message("Ideas")),
    NoteKind.QUESTION: (Message("A question still open"), Message("Questions still open")),
    NoteKind.STORY: (
        Message("A story, told with its teller’s agreement"),
        Message("Stories, told with their tellers’ agreement"),
    ),
}
"""In this order; resources stand with the links, next steps with who takes them."""
CAME_UP = Message("{where}: what came up")
AFTER_ROUNDS = Message("{part}, after the rounds")
IN_ROUND = Message("{part}, round {round}")


def blocks_by_round(summary: Summary) -> Iterator[Block]:
    """A heading for each round, or part without rounds, in which something came up that is not said elsewhere."""
    structures = sum(part.kind is PartKind.STRUCTURE for part in summary.parts)
    for part in summary.parts:
        for number, sections in _rounds(part).items():
            blocks = tuple(_by_kind(sections))
            if blocks:
                yield Heading(2, _title(part, number, sections, several_structures=structures > 1))
                yield from blocks


def _rounds(part: SummaryPart) -> dict[int, list[SummarySection]]:
    """The sections by round, in the order in which they were held; what followed the rounds is round 0."""
    rounds: dict[int, list[SummarySection]] = {}
    for section in part.sections:
        rounds.setdefault(section.round, []).append(section)
    return rounds


def _title(part: SummaryPart, number: int, sections: list[SummarySection], *, several_structures: bool) -> Passage:
    """Round 1: what came up."""
    if part.kind is not PartKind.STRUCTURE:
        return filled(CAME_UP, where=part.title)
    rounds = {section.round for section in part.sections}
    if not number:
        after = filled(AFTER_ROUNDS, part=part.title) if several_structures else tr("After the rounds")
        return filled(CAME_UP, where=after)
    presented = any(section.presenter.spans for section in sections)
    if several_structures:
        which = filled(IN_ROUND, part=part.title, round=str(number)) if len(rounds) > 1 else part.title
    elif len(rounds) > 1 or presented:
        which = plain(place_words(number, ""))
    else:
        which = part.title
    return filled(CAME_UP, where=which)


def _by_kind(sections: list[SummarySection]) -> Iterator[Block]:
    for kind, (one, several) in KINDS.items():
        groups = tuple(_groups(sections, kind))
        count = sum(len(group.items) for group in groups)
        if count:
            yield Heading(3, plain(str(one if count == 1 else several)), kind)
            yield MarginList(groups)


def _groups(sections: Iterable[SummarySection], kind: NoteKind) -> Iterator[MarginGroup]:
    """The notes of a kind, room by room; those of a room that comes twice in a row stand together."""
    margin, items = "", list[Item]()
    for section in sections:
        found = [Item(note.text) for stage in section.stages for note in stage.notes if _stands_here(note, kind)]
        if found and section.where != margin and items:
            yield MarginGroup(margin, tuple(items))
            items = []
        if found:
            margin = section.where
            items += found
    if items:
        yield MarginGroup(margin, tuple(items))


def _stands_here(note: SummaryNote, kind: NoteKind) -> bool:
    return note.kind is kind and not note.is_key and not note.is_challenge
