"""What was read of a list of people, before anyone has an id."""

from dataclasses import dataclass

from formats.session.people import Person, folded

MOST_LINES = 2_000
MOST_BYTES = 2_000_000


class RosterError(ValueError):
    """A list of people that cannot be read; its text is one sentence for the person who gave it."""


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """Someone on a list. `extra` holds the columns that have no place of their own, by title."""

    name: str
    organisation: str = ""
    role: str = ""
    email: str = ""
    remarks: str = ""
    away: bool = False
    extra: tuple[tuple[str, str], ...] = ()

    def person(self, person_id: str) -> Person:
        """The draft as a person with an id."""
        return Person(person_id, self.name, self.organisation, self.role, self.email, self.remarks, self.extra)


@dataclass(frozen=True, slots=True)
class Understood:
    """What was made of one line. Without people, `remark` says why; with people, what was assumed."""

    line_number: int
    text: str
    people: tuple[PersonDraft, ...] = ()
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Roster:
    """A list of people as it was read, line by line; blank lines are left out."""

    lines: tuple[Understood, ...]

    @property
    def drafts(self) -> tuple[PersonDraft, ...]:
        """Everyone who was understood, in the order of the list."""
        return tuple(draft for line in self.lines for draft in line.people)

    @property
    def not_understood(self) -> tuple[str, ...]:
        """One sentence for each line that named nobody."""
        return tuple(f"Line {line.line_number}: {line.remark}" for line in self.lines if not line.people)

    @property
    def duplicates(self) -> tuple[tuple[int, int], ...]:
        """Places in `drafts`, the first and a later one of the same name or address: ask, never merge."""
        first: dict[str, int] = {}
        pairs: set[tuple[int, int]] = set()
        for place, draft in enumerate(self.drafts):
            for trait in {folded(draft.name), draft.email.casefold()} - {""}:
                if first.setdefault(trait, place) != place:
                    pairs.add((first[trait], place))
        return tuple(sorted(pairs))


def refuse_if_long(text: str) -> None:
    """Raises `RosterError` for more lines than any session has people."""
    if text.count("\n") + text.count("\r") > 2 * MOST_LINES or len(text.splitlines()) > MOST_LINES:
        raise RosterError(f"This list has more than {MOST_LINES:,} lines, so nothing was read from it.")
