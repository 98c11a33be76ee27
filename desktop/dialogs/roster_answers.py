"""What was understood of a list, mended by the person, with the questions that are still to be answered."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from formats.session.people import Person
from formats.session.roster import Match, PersonDraft, Roster, Understood, enrol, recognise

Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class RosterEntry:
    """One person on the list: `key` stays the same while the line it was read from does."""

    key: Key
    draft: PersonDraft
    taken: bool = True


@dataclass(frozen=True, slots=True)
class RosterQuestion:
    """Something only the person knows: are these two the same?"""

    key: tuple[str, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class EditedRoster:
    """A list of people with what the person changed: other words, left out, one person or two."""

    entries: tuple[RosterEntry, ...] = ()
    answers: Mapping[tuple[str, ...], bool] | None = None

    def read_again(self, roster: Roster) -> "EditedRoster":
        """Another reading of the list, with the changes to lines that are still there."""
        old = {entry.key: entry for entry in self.entries}
        new: list[RosterEntry] = []
        for line in roster.lines:
            for place, draft in enumerate(line.people):
                key = (f"{line.text}\n{sum(e.key[0].startswith(line.text) for e in new)}", place)
                new.append(old.get(key, RosterEntry(key, draft)))
        return replace(self, entries=tuple(new))

    def with_draft(self, row: int, draft: PersonDraft) -> "EditedRoster":
        """The list with other words for one person."""
        return self._with_entry(row, replace(self.entries[row], draft=draft))

    def with_taken(self, row: int, taken: bool) -> "EditedRoster":
        """The list with one person taken or left out."""
        return self._with_entry(row, replace(self.entries[row], taken=taken))

    def with_answer(self, key: tuple[str, ...], same: bool) -> "EditedRoster":
        """The list with a question answered."""
        return replace(self, answers={**(self.answers or {}), key: same})

    def answer(self, key: tuple[str, ...]) -> bool | None:
        """What was answered; None while it is open."""
        return (self.answers or {}).get(key)

    def questions(self, known: tuple[Person, ...]) -> tuple[RosterQuestion, ...]:
        """Everything to ask: people who may be on the list twice, and people who may have come before."""
        taken = self._taken_entries()
        doubles = (
            RosterQuestion(
                _double_key(taken[a], taken[b]), f"{taken[a].draft.name} is on the list twice. Is it one person?"
            )
            for a, b in _duplicates(taken)
        )
        before = (
            RosterQuestion(_known_key(entry, match), match.question)
            for entry, match in zip(self._entries_without_doubles(), self._matches(known), strict=True)
            if match.question
        )
        return (*doubles, *before)

    def open_questions(self, known: tuple[Person, ...]) -> int:
        """How many questions still want an answer."""
        return sum(self.answer(question.key) is None for question in self.questions(known))

    def known_by_row(self, known: tuple[Person, ...]) -> dict[Key, Match]:
        """Who each person on the list is taken for."""
        return {
            e.key: m for e, m in zip(self._entries_without_doubles(), self._answered_matches(known), strict=True)
        }

    def people(
        self, known: tuple[Person, ...], new_id: Callable[[], str]
    ) -> tuple[tuple[Person, ...], frozenset[str]]:
        """The people as they are to join, and the ids of those who are away."""
        single = self._entries_without_doubles()
        people = enrol(self._answered_matches(known), new_id)
        away = (p.id for p, entry in zip(people, single, strict=True) if entry.draft.away)
        return people, frozenset(away)

    def _with_entry(self, row: int, entry: RosterEntry) -> "EditedRoster":
        return replace(self, entries=(*self.entries[:row], entry, *self.entries[row + 1 :]))

    def _taken_entries(self) -> list[RosterEntry]:
        return [entry for entry in self.entries if entry.taken]

    def _entries_without_doubles(self) -> list[RosterEntry]:
        """Those taken, with two entries of one person made one."""
        taken, gone = self._taken_entries(), set()
        for a, b in _duplicates(taken):
            if a not in gone and self.answer(_double_key(taken[a], taken[b])):
                taken[a] = replace(taken[a], draft=_join_drafts(taken[a].draft, taken[b].draft))
                gone.add(b)
        return [entry for place, entry in enumerate(taken) if place not in gone]

    def _matches(self, known: tuple[Person, ...]) -> tuple[Match, ...]:
        return recognise((entry.draft for entry in self._entries_without_doubles()), known)

    def _answered_matches(self, known: tuple[Person, ...]) -> tuple[Match, ...]:
        settled = []
        for entry, match in zip(self._entries_without_doubles(), self._matches(known), strict=True):
            same = self.answer(_known_key(entry, match)) if match.question else None
            settled.append(
                match if same is None else replace(match, sure=True, person=match.person if same else None)
            )
        return tuple(settled)


def _duplicates(entries: list[RosterEntry]) -> tuple[tuple[int, int], ...]:
    return Roster((Understood(1, "", tuple(entry.draft for entry in entries)),)).duplicates


def _double_key(one: RosterEntry, other: RosterEntry) -> tuple[str, ...]:
    return ("twice", *map(str, one.key), *map(str, other.key))


def _known_key(entry: RosterEntry, match: Match) -> tuple[str, ...]:
    return ("known", *map(str, entry.key), match.person.id if match.person else "")


def _join_drafts(one: PersonDraft, other: PersonDraft) -> PersonDraft:
    return replace(
        one,
        organisation=one.organisation or other.organisation,
        role=one.role or other.role,
        email=one.email or other.email,
        remarks=one.remarks or other.remarks,
        away=one.away and other.away,
    )
