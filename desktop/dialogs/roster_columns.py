"""Which columns does a list of people show, and from which titles do they come?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from formats.language import Message
from formats.session.roster import Column, ColumnRead, Kind, PersonDraft, Roster
from formats.session.roster.reading import read_pasted


class Field(StrEnum):
    """What a column of the review shows of each person."""

    NAME = "name"
    ORGANISATION = "organisation"
    ROLE = "role"
    EMAIL = "email"
    TODAY = "today"
    REMARKS = "remarks"
    BEFORE = "before"
    OWN = "own"


HEADINGS = {
    Field.NAME: Message("Name"),
    Field.ORGANISATION: Message("Organisation"),
    Field.ROLE: Message("Role"),
    Field.EMAIL: Message("Email, stays here"),
    Field.TODAY: Message("Today"),
    Field.REMARKS: Message("Private notes"),
    Field.BEFORE: Message("Came before"),
}
KEPT_APART, UNUSED = "apart", "unused"
CHOICES: tuple[tuple[Message, str], ...] = (
    (Message("Name"), Column.NAME),
    (Message("First name"), Column.FIRST),
    (Message("Middle name"), Column.MIDDLE),
    (Message("Last name"), Column.LAST),
    (Message("Organisation"), Column.ORGANISATION),
    (Message("Role"), Column.ROLE),
    (Message("Email, stays here"), Column.EMAIL),
    (Message("Today"), Column.HERE),
    (Message("Away"), Column.AWAY),
    (Message("Private notes"), Column.REMARKS),
    (Message("A column of its own"), KEPT_APART),
    (Message("Do not use this column"), UNUSED),
)
"""What a column can be taken for: in words, and as it is remembered."""
_FIELD_OF = {
    Column.NAME: Field.NAME,
    Column.FIRST: Field.NAME,
    Column.MIDDLE: Field.NAME,
    Column.LAST: Field.NAME,
    Column.ORGANISATION: Field.ORGANISATION,
    Column.ROLE: Field.ROLE,
    Column.EMAIL: Field.EMAIL,
    Column.HERE: Field.TODAY,
    Column.AWAY: Field.TODAY,
    Column.REMARKS: Field.REMARKS,
}
Choices = Mapping[str, str]
"""What columns were taken for by hand, by title: a value of `CHOICES`."""


@dataclass(frozen=True, slots=True)
class ColumnShown:
    """One column of the review: what it shows, and the columns of the list that it comes from."""

    field: Field
    heading: str
    sources: tuple[ColumnRead, ...] = ()

    @property
    def is_own(self) -> bool:
        """Whether it is a column of the list that has no place of its own."""
        return self.field is Field.OWN

    def text(self, draft: PersonDraft) -> str:
        """What it shows of somebody, as it can be changed."""
        if self.is_own:
            return dict(draft.extra).get(self.heading, "")
        return str(getattr(draft, self.field)) if self.field in _TYPED else ""


_TYPED = (Field.NAME, Field.ORGANISATION, Field.ROLE, Field.EMAIL, Field.REMARKS)


def read_list(text: str, choices: Choices) -> Roster:
    """The people in a text, with columns taken as chosen. Raises `RosterError` for more than a list can be."""
    known = {column.value: column for column in Column}
    wanted = {title: known.get(choice) for title, choice in choices.items()}
    roster = read_pasted(text, wanted)
    unused = {title for title, choice in choices.items() if choice == UNUSED}
    return _without_columns(roster, unused) if unused else roster


def is_remembered(title: str, roster: Roster) -> bool:
    """Whether a column has a title that may come again, and not only a number."""
    return any(line.kind is Kind.TITLES and title in line.text for line in roster.lines)


def columns_shown(roster: Roster, choices: Choices) -> tuple[ColumnShown, ...]:
    """The name first, and who comes; then what is understood in the order of the list, who came before, the rest.

    Who comes stands beside the name, so that it is in sight however much a list says of each.
    """
    fields = {_FIELD_OF[column.column] for column in roster.columns if column.column}
    first = [Field.NAME, Field.TODAY] if Field.TODAY in {*fields, *_unsourced(roster.drafts)} else [Field.NAME]
    sources: dict[Field, list[ColumnRead]] = {field: [] for field in first}
    apart: list[ColumnRead] = []
    for column in roster.columns:
        if column.column is None:
            apart.append(column)
        else:
            sources.setdefault(_FIELD_OF[column.column], []).append(column)
    for field in _unsourced(roster.drafts):
        sources.setdefault(field, [])
    understood = [ColumnShown(field, str(HEADINGS[field]), tuple(reads)) for field, reads in sources.items()]
    own = [ColumnShown(Field.OWN, column.title, (column,)) for column in apart]
    before = ColumnShown(Field.BEFORE, str(HEADINGS[Field.BEFORE]))
    return (*understood, before, *sorted(own, key=lambda column: choices.get(column.heading) == UNUSED))


def choice_of(column: ColumnRead, choices: Choices) -> str:
    """What a column is taken for, as one of `CHOICES`."""
    if column.column is not None:
        return column.column.value
    return UNUSED if choices.get(column.title) == UNUSED else KEPT_APART


def _unsourced(drafts: Iterable[PersonDraft]) -> Iterable[Field]:
    """What is known of somebody without a column for it."""
    people = tuple(drafts)
    told = {
        Field.ORGANISATION: any(draft.organisation for draft in people),
        Field.ROLE: any(draft.role for draft in people),
        Field.EMAIL: any(draft.email for draft in people),
        Field.TODAY: any(draft.away or draft.remarks or draft.unclear for draft in people),
    }
    return (field for field, known in told.items() if known)


def _without_columns(roster: Roster, titles: set[str]) -> Roster:
    """The list without what stands in columns that are not to be used."""
    lines = (
        replace(
            line,
            people=tuple(
                replace(draft, extra=tuple((title, cell) for title, cell in draft.extra if title not in titles))
                for draft in line.people
            ),
        )
        for line in roster.lines
    )
    return replace(roster, lines=tuple(lines))
