"""Which links and resources does a session leave, and where did each come from?"""

from collections.abc import Iterator

from formats.exports.document import Item
from formats.exports.passages import Passage, pieces, plain
from formats.exports.summary import Summary, SummaryNote, SummarySection
from formats.exports.wording import place_words
from formats.session.notes import NoteKind


def links_of(summary: Summary) -> Iterator[Item]:
    """The resources as they were noted, then every address that other notes name."""
    several = count_rounds(summary) > 1
    told: set[str] = set()
    for section, note in placed_notes(summary):
        if note.kind is NoteKind.RESOURCE:
            told |= _addresses(note)
            yield Item(note.text, remark=_place(section, several))
    for section, note in placed_notes(summary):
        for address in sorted(_addresses(note) - told):
            told.add(address)
            yield Item(plain(address), remark=_place(section, several))


def _place(section: SummarySection, several_rounds: bool) -> Passage:
    return plain(place_words(section.round if several_rounds else 0, section.where))


def _addresses(note: SummaryNote) -> set[str]:
    return {piece.address for piece in pieces(str(note.text)) if piece.address}


def sections_of(summary: Summary) -> Iterator[SummarySection]:
    """The sections of all parts, in the order of the agenda."""
    return (section for part in summary.parts for section in part.sections)


def placed_notes(summary: Summary) -> Iterator[tuple[SummarySection, SummaryNote]]:
    """Every note with the section that it stands in."""
    return (
        (section, note) for section in sections_of(summary) for stage in section.stages for note in stage.notes
    )


def count_rounds(summary: Summary) -> int:
    """How many rounds something was noted in."""
    return max((section.round for section in sections_of(summary)), default=0)
