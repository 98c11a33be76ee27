"""Who of these people came before? Sure where address or name agree; otherwise a question to ask."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from difflib import SequenceMatcher, get_close_matches

from formats.session.folding import fold
from formats.session.people import Person, first_name
from formats.session.roster.draft import PersonDraft

ALIKE = 0.85


@dataclass(frozen=True, slots=True)
class Match:
    """Someone on a list and the known person it is, or may be where not `sure`; None for somebody new.

    `question` is the one to ask where it is not sure.
    """

    draft: PersonDraft
    person: Person | None = None
    sure: bool = True

    @property
    def question(self) -> str:
        """What to ask before the two are taken for one."""
        if self.sure or self.person is None:
            return ""
        place = f" of {self.person.organisation}" if self.person.organisation else ""
        return f"Is {self.draft.name} the same person as {self.person.name}{place}, who came before?"


def recognise(drafts: Iterable[PersonDraft], known: tuple[Person, ...]) -> tuple[Match, ...]:
    """Finds each draft among the people known; nobody is surely two people of one list."""
    taken: set[str] = set()
    matches = []
    for draft in drafts:
        match = _match(draft, tuple(person for person in known if person.id not in taken))
        if match.sure and match.person:
            taken.add(match.person.id)
        matches.append(match)
    return tuple(matches)


def enrol(matches: Iterable[Match], new_id: Callable[[], str]) -> tuple[Person, ...]:
    """The people of a list: those surely known keep their id and learn what is new, others get one.

    Make a match sure, or drop its person, once the question was answered.
    """
    return tuple(
        _brought_up_to_date(match.person, match.draft)
        if match.person and match.sure
        else match.draft.person(new_id())
        for match in matches
    )


def _match(draft: PersonDraft, known: tuple[Person, ...]) -> Match:
    same_address = [p for p in known if draft.email and p.email.casefold() == draft.email.casefold()]
    if same_address:
        best = max(same_address, key=lambda person: _likeness(draft.name, person.name))
        return Match(draft, best, sure=_called_alike(draft, best))
    same_name = [p for p in known if fold(p.name) == fold(draft.name)]
    if same_name:
        same_place = [p for p in same_name if fold(p.organisation) == fold(draft.organisation)]
        best = (same_place or same_name)[0]
        return Match(draft, best, sure=len(same_name) == 1 or len(same_place) == 1)
    nearly = get_close_matches(fold(draft.name), [fold(p.name) for p in known], n=1, cutoff=ALIKE)
    similar = [p for p in known if fold(p.name) in nearly] or [p for p in known if _may_be(draft, p)]
    return Match(draft, similar[0], sure=False) if similar else Match(draft)


def _called_alike(draft: PersonDraft, person: Person) -> bool:
    """A mailbox can be shared: the names have to have a word in common, or to be nearly the same."""
    shared = set(fold(draft.name).split()) & set(fold(person.name).split())
    return bool(shared) or _likeness(draft.name, person.name) >= ALIKE


def _may_be(draft: PersonDraft, person: Person) -> bool:
    """The same first name at the same place, or a first name alone."""
    if fold(first_name(draft.name)) != fold(first_name(person.name)):
        return False
    same_place = bool(draft.organisation) and fold(draft.organisation) == fold(person.organisation)
    return same_place or len(draft.name.split()) == 1 or len(person.name.split()) == 1


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, fold(one), fold(other)).ratio()


def _brought_up_to_date(person: Person, draft: PersonDraft) -> Person:
    return replace(
        person,
        organisation=draft.organisation or person.organisation,
        role=draft.role or person.role,
        email=draft.email or person.email,
        remarks=draft.remarks,
        extra=tuple({**dict(person.extra), **dict(draft.extra)}.items()),
    )
