"""What will leave with a summary, in numbers, before it does?"""

from dataclasses import dataclass

from formats.exports.choices import NameStyle
from formats.exports.document import Document
from formats.exports.passages import pieces
from formats.exports.redaction.addresses import EMAIL
from formats.exports.summary import Summary, SummaryNote
from formats.language import tr, tr_count
from formats.session.wording import join_and

NAMED = frozenset({NameStyle.FULL, NameStyle.FIRST, NameStyle.INITIALS})


@dataclass(frozen=True, slots=True)
class Leaving:
    """How many people are named, and how; how many notes, addresses of email and of the web go along."""

    people: int
    names: NameStyle
    notes: int
    emails: int
    links: int

    @property
    def sentence(self) -> str:
        """18 people named in full, 24 notes and 3 web addresses leave."""
        said = [
            self._people if self.people else tr("nobody’s name"),
            tr_count("{count} note", "{count} notes", self.notes) if self.notes else tr("no note"),
            tr_count("{count} email address", "{count} email addresses", self.emails)
            if self.emails
            else tr("no email address"),
        ]
        if self.links:
            said.append(tr_count("{count} web address", "{count} web addresses", self.links))
        return tr("What leaves: {things}.", things=join_and(said))

    @property
    def _people(self) -> str:
        if self.names is NameStyle.FULL:
            return tr_count("{count} person named in full", "{count} people named in full", self.people)
        if self.names is NameStyle.FIRST:
            return tr_count("{count} person by first name", "{count} people by first name", self.people)
        return tr_count("{count} person by initials", "{count} people by initials", self.people)


def what_leaves(summary: Summary, document: Document) -> Leaving:
    """What a summary holds, counted as it leaves."""
    notes = [n for part in summary.parts for section in part.sections for st in section.stages for n in st.notes]
    texts = [str(text) for text in document.texts]
    return Leaving(
        people=_people_named(summary, notes),
        names=summary.choices.names,
        notes=len(notes),
        emails=len({found.group().casefold() for text in texts for found in EMAIL.finditer(text)}),
        links=len({piece.address for text in texts for piece in pieces(text) if piece.address}),
    )


def _people_named(summary: Summary, notes: list[SummaryNote]) -> int:
    if summary.choices.names not in NAMED:
        return 0
    attendees = summary.attendance.people if summary.attendance else ()
    presenters = (section.presenter for part in summary.parts for section in part.sections)
    named = (*(one.name for one in attendees), *presenters, *(note.owner for note in notes))
    return len({str(name).casefold() for name in named if name.spans})
