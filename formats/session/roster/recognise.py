"""Who of these people came before? Sure where address or name agree; otherwise a question to ask."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from formats.language import tr
from formats.session.folding import fold
from formats.session.people import Person
from formats.session.roster.draft import PersonDraft
from formats.session.roster.known_people import ALIKE, KnownPeople, likeness


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
        name, known, organisation = self.draft.name, self.person.name, self.person.organisation
        if not organisation:
            return tr("Is {name} the same person as {known}, who came before?", name=name, known=known)
        return tr(
            "Is {name} the same person as {known} of {organisation}, who came before?",
            name=name,
            known=known,
            organisation=organisation,
        )


def recognise(drafts: Iterable[PersonDraft], known: Iterable[Person]) -> tuple[Match, ...]:
    """Finds each draft among the people known; nobody is surely two people of one list.

    The time it takes grows with the list and the people known each by itself, not with one times the other.
    """
    people = KnownPeople(known)
    matches = []
    for draft in drafts:
        match = _match(draft, people)
        if match.sure and match.person:
            people.take(match.person)
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


def _match(draft: PersonDraft, known: KnownPeople) -> Match:
    if same_address := known.with_address(draft.email):
        best = max(same_address, key=lambda person: likeness(draft.name, person.name))
        return Match(draft, best, sure=_called_alike(draft, best))
    if same_name := known.named(draft.name):
        same_place = [p for p in same_name if fold(p.organisation) == fold(draft.organisation)]
        best = (same_place or same_name)[0]
        return Match(draft, best, sure=len(same_name) == 1 or (bool(same_place) and _are_one(same_place)))
    nearly = next(iter(known.nearly_named(draft.name)), None)
    similar = nearly or known.called(draft.name, draft.organisation)
    return Match(draft, similar, sure=False) if similar else Match(draft)


def _are_one(people: list[Person]) -> bool:
    """Whether nothing tells these people of one name and place apart: they were taken in twice."""
    return len({person.email.casefold() for person in people if person.email}) < 2


def _called_alike(draft: PersonDraft, person: Person) -> bool:
    """A mailbox can be shared: the names have to have a word in common, or to be nearly the same."""
    shared = set(fold(draft.name).split()) & set(fold(person.name).split())
    return bool(shared) or likeness(draft.name, person.name) >= ALIKE


def _brought_up_to_date(person: Person, draft: PersonDraft) -> Person:
    return replace(
        person,
        organisation=draft.organisation or person.organisation,
        role=draft.role or person.role,
        email=draft.email or person.email,
        remarks=draft.remarks,
        extra=tuple({**dict(person.extra), **dict(draft.extra)}.items()),
    )
