"""What was read of a list of people, before anyone has an id."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from formats.language import tr
from formats.session.folding import fold
from formats.session.people import Person
from formats.session.roster.meeting import Meeting
from formats.session.wording import large_number

MOST_LINES = 2_000
MOST_BYTES = 2_000_000
LONGEST_LINE = 100_000


class RosterError(ValueError):
    """A list of people that cannot be read; its text is one sentence for the person who gave it."""


def too_many() -> str:
    """Why a list of more people than anybody invites is not read."""
    most = large_number(MOST_LINES)
    return tr("This list has more than {most} people, so nothing was read from it.", most=most)


class Column(StrEnum):
    """What a column of a list holds."""

    NAME = "name"
    FIRST = "first name"
    MIDDLE = "middle name"
    LAST = "last name"
    ORGANISATION = "organisation"
    ROLE = "role"
    EMAIL = "e-mail"
    REMARKS = "remarks"
    HERE = "here"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """Someone on a list. `extra` holds the columns that have no place of their own, by title.

    `remarks` says why somebody is away, too. `unclear` is an answer that may mean here or away: ask about it.
    """

    name: str
    organisation: str = ""
    role: str = ""
    email: str = ""
    remarks: str = ""
    away: bool = False
    extra: tuple[tuple[str, str], ...] = ()
    unclear: str = ""
    maybe: str = ""
    """Another name that it may be, where what is read as the organisation may be the given name: ask."""

    def person(self, person_id: str) -> Person:
        """The draft as a person with an id."""
        return Person(person_id, self.name, self.organisation, self.role, self.email, self.remarks, self.extra)


class Kind(StrEnum):
    """What a line of a list is."""

    PEOPLE = "people"
    TITLES = "titles"
    AGAIN = "again"
    """Only people who stand in a section before, too."""
    NOT_READ = "not read"


@dataclass(frozen=True, slots=True)
class Understood:
    """What was made of one line. Without people, `remark` says why; with people, what was assumed."""

    line_number: int
    text: str
    people: tuple[PersonDraft, ...] = ()
    remark: str = ""
    kind: Kind = Kind.PEOPLE

    @property
    def is_unread(self) -> bool:
        """Whether nothing was made of the line, so that a person has to look at it."""
        return not self.people and self.kind in (Kind.PEOPLE, Kind.NOT_READ)

    @property
    def remark_said(self) -> str:
        """The remark in the language that is spoken; it is kept as it stands in every catalogue."""
        return tr(self.remark)


@dataclass(frozen=True, slots=True)
class ColumnRead:
    """One column of a table, and what it was taken for; None where it was put beside the rest, by its title."""

    title: str
    column: Column | None


@dataclass(frozen=True, slots=True)
class Roster:
    """A list of people as it was read, line by line; blank lines are left out.

    `columns` are those of the largest table in it, none where it is no table. `meeting` is what an invitation
    says beside its people.
    """

    lines: tuple[Understood, ...]
    columns: tuple[ColumnRead, ...] = ()
    meeting: Meeting | None = None

    @property
    def drafts(self) -> tuple[PersonDraft, ...]:
        """Everyone who was understood, in the order of the list."""
        return tuple(draft for line in self.lines for draft in line.people)

    @property
    def away(self) -> int:
        """How many of them are away."""
        return sum(draft.away for draft in self.drafts)

    @property
    def not_read(self) -> tuple[Understood, ...]:
        """Each line of which nothing was made, with the reason."""
        return tuple(line for line in self.lines if line.is_unread)

    @property
    def not_understood(self) -> tuple[str, ...]:
        """One sentence for each line that named nobody."""
        return tuple(
            tr("Line {number}: {remark}", number=line.line_number, remark=line.remark_said)
            for line in self.not_read
        )

    @property
    def unclear(self) -> dict[str, int]:
        """Answers that may mean here or away, and how many people gave each."""
        return dict(Counter(draft.unclear for draft in self.drafts if draft.unclear))

    @property
    def duplicates(self) -> tuple[tuple[int, int], ...]:
        """Places in `drafts`, the first and a later one of the same name or address: ask, never merge."""
        first: dict[str, int] = {}
        pairs: set[tuple[int, int]] = set()
        for place, draft in enumerate(self.drafts):
            for trait in {fold(draft.name), draft.email.casefold()} - {""}:
                if first.setdefault(trait, place) != place:
                    pairs.add((first[trait], place))
        return tuple(sorted(pairs))


def refuse_if_long(text: str) -> None:
    """Raises `RosterError` for more lines, or a longer line, than any list of people has."""
    if text.count("\n") + text.count("\r") > 2 * MOST_LINES or len(lines := text.splitlines()) > MOST_LINES:
        most = large_number(MOST_LINES)
        raise RosterError(tr("This list has more than {most} lines, so nothing was read from it.", most=most))
    if any(len(line) > LONGEST_LINE for line in lines):
        raise RosterError(
            tr("A line of this text is longer than any list of people, so nothing was read from it.")
        )
