"""What was understood of a list, mended by the person, with the questions that are still to be answered."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from formats.language import tr, tr_count
from formats.session.folding import fold
from formats.session.people import Person
from formats.session.roster import Kind, PersonDraft, Roster, Understood
from formats.session.roster.reading import read_pasted
from formats.session.roster.recognise import Match, enrol, recognise

LineKey = str
Key = tuple[LineKey, int]
TYPED = ("name", "organisation", "role", "email", "remarks")
NO_LIST = Roster(())


@dataclass(frozen=True, slots=True)
class RosterEntry:
    """One person on the list: `key` stays the same while the line it was read from does, `read` is how it read."""

    key: Key
    draft: PersonDraft
    taken: bool = True
    read: PersonDraft | None = None

    def read_again(self, read: PersonDraft) -> "RosterEntry":
        """The same person in another reading: what was mended by hand stays."""
        before = self.read or self.draft
        mended = {name: now for name in TYPED if (now := getattr(self.draft, name)) != getattr(before, name)}
        return replace(self, draft=replace(read, **mended), read=read)


@dataclass(frozen=True, slots=True)
class RosterQuestion:
    """Something only the person knows, with its two answers; `waiting` join once it is answered."""

    key: tuple[str, ...]
    sentence: str
    answers: tuple[str, str] = field(default_factory=lambda: (tr("One person"), tr("Two people")))
    waiting: frozenset[Key] = frozenset()


@dataclass(frozen=True, slots=True)
class UnreadLine:
    """A line of which nothing was made, until somebody types a name for it or leaves it out."""

    key: LineKey
    line: Understood


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who would join now, whom each is taken for, and what is still to be asked."""

    questions: tuple[RosterQuestion, ...] = ()
    entries: tuple[RosterEntry, ...] = ()
    matches: tuple[Match, ...] = ()
    waiting: frozenset[Key] = frozenset()

    @property
    def ready(self) -> tuple[tuple[RosterEntry, Match], ...]:
        """Those about whom nothing is left to ask."""
        pairs = zip(self.entries, self.matches, strict=True)
        return tuple((entry, match) for entry, match in pairs if entry.key not in self.waiting)

    @property
    def match_of(self) -> dict[Key, Match]:
        """Who each person on the list is taken for."""
        return {entry.key: match for entry, match in zip(self.entries, self.matches, strict=True)}

    def people(self, new_id: Callable[[], str]) -> tuple[tuple[Person, ...], frozenset[str]]:
        """The people as they are to join, and the ids of those who are away."""
        ready = self.ready
        people = enrol((match for _, match in ready), new_id)
        away = (p.id for p, (entry, _) in zip(people, ready, strict=True) if entry.draft.away)
        return people, frozenset(away)


@dataclass(frozen=True, slots=True)
class EditedRoster:
    """A list of people with what the person changed: other words, left out, one person or two, lines settled."""

    roster: Roster = NO_LIST
    entries: tuple[RosterEntry, ...] = ()
    answers: Mapping[tuple[str, ...], bool] = field(default_factory=dict)
    settled: Mapping[LineKey, str] = field(default_factory=dict)
    """Unread lines that somebody typed a name for; empty where one is left out."""
    half_typed: Mapping[LineKey, str] = field(default_factory=dict)
    """Names for unread lines that are being typed, and are not entered yet."""

    def read_again(self, roster: Roster) -> "EditedRoster":
        """Another reading of the list, with the changes to lines that are still there."""
        old = {entry.key: entry for entry in self.entries}
        new: list[RosterEntry] = []
        for key, line in _keyed_lines(roster):
            for place, draft in enumerate(line.people or _typed_people(self.settled.get(key, ""))):
                entry = old.get((key, place))
                new.append(entry.read_again(draft) if entry else RosterEntry((key, place), draft, read=draft))
        return replace(self, roster=roster, entries=tuple(new))

    @property
    def unread(self) -> tuple[UnreadLine, ...]:
        """Lines of which nothing was made, and that nobody settled."""
        return tuple(
            UnreadLine(key, line)
            for key, line in _keyed_lines(self.roster)
            if line.is_unread and key not in self.settled
        )

    def with_line_settled(self, key: LineKey, name: str) -> "EditedRoster":
        """The list with a name typed for a line that was not read, or with that line left out."""
        settled = replace(self.with_name_typed(key, ""), settled={**self.settled, key: name.strip()})
        return settled.read_again(self.roster)

    def with_name_typed(self, key: LineKey, name: str) -> "EditedRoster":
        """The list with a name for a line typed so far; it stands for nobody yet."""
        others = {line: typed for line, typed in self.half_typed.items() if line != key}
        return replace(self, half_typed={**others, key: name} if name else others)

    def with_draft(self, row: int, draft: PersonDraft) -> "EditedRoster":
        """The list with other words for one person."""
        return self._with_entry(row, replace(self.entries[row], draft=draft))

    def with_taken(self, row: int, taken: bool) -> "EditedRoster":
        """The list with one person taken or left out."""
        return self._with_entry(row, replace(self.entries[row], taken=taken))

    def with_answer(self, key: tuple[str, ...], first: bool) -> "EditedRoster":
        """The list with a question answered, by the first of its answers or by the other."""
        return replace(self, answers={**self.answers, key: first})

    def answer(self, key: tuple[str, ...]) -> bool | None:
        """What was answered; None while it is open."""
        return self.answers.get(key)

    def resolve(self, known: tuple[Person, ...]) -> Resolution:
        """Who would join, with everything to ask: unclear answers, people there twice, people who came before."""
        taken, orders = self._in_order(self._taken_entries(), known)
        single, doubles = self._join_doubles(taken)
        found = recognise((entry.draft for entry in single), known)
        before = tuple(
            RosterQuestion(_known_key(entry, match), match.question, waiting=frozenset({entry.key}))
            for entry, match in zip(single, found, strict=True)
            if match.question
        )
        asked = (*self._unclear_questions(), *orders, *doubles, *before)
        waiting = frozenset(key for one in asked if self.answer(one.key) is None for key in one.waiting)
        matches = tuple(self._answered(entry, match) for entry, match in zip(single, found, strict=True))
        return Resolution(asked, tuple(single), matches, waiting)

    def rest(self, resolution: Resolution) -> Roster | None:
        """The lines that wait: not read, or with a question that is not answered. None where nothing waits."""
        unread = {one.key for one in self.unread}
        lines = [
            replace(line, people=people) if (people := self._waiting_people(key, resolution)) else line
            for key, line in _keyed_lines(self.roster)
            if key in unread or any(waiting[0] == key for waiting in resolution.waiting)
        ]
        return Roster(tuple(lines)) if lines else None

    def _waiting_people(self, key: LineKey, resolution: Resolution) -> tuple[PersonDraft, ...]:
        return tuple(
            entry.draft for entry in self.entries if entry.key[0] == key and entry.key in resolution.waiting
        )

    def _with_entry(self, row: int, entry: RosterEntry) -> "EditedRoster":
        return replace(self, entries=(*self.entries[:row], entry, *self.entries[row + 1 :]))

    def _taken_entries(self) -> list[RosterEntry]:
        """Those who are not left out, with what was answered about who comes."""
        return [self._with_presence(entry) for entry in self.entries if entry.taken]

    def _with_presence(self, entry: RosterEntry) -> RosterEntry:
        here = self.answer(("unclear", entry.draft.unclear)) if entry.draft.unclear else None
        return entry if here is None else replace(entry, draft=replace(entry.draft, away=not here))

    def _unclear_questions(self) -> tuple[RosterQuestion, ...]:
        """Answers that may mean here or away; until one is given, they are read as here."""
        given = Counter(entry.draft.unclear for entry in self.entries if entry.taken and entry.draft.unclear)
        return tuple(
            RosterQuestion(
                ("unclear", said),
                tr_count(
                    "One answer is “{said}”. Does that mean here or away?",
                    "{count} answers are “{said}”. Does that mean here or away?",
                    count,
                    said=said,
                ),
                (tr("Here"), tr("Away")),
            )
            for said, count in given.items()
        )

    def _in_order(
        self, taken: list[RosterEntry], known: tuple[Person, ...]
    ) -> tuple[list[RosterEntry], tuple[RosterQuestion, ...]]:
        """Those taken, with "Hill, Ann Marie" as one name where somebody said so or is known by it; else asked."""
        names = {fold(person.name) for person in known}
        places = {fold(person.organisation) for person in known}
        ordered, asked = [], list[RosterQuestion]()
        for entry in taken:
            draft, key = entry.draft, ("order", *map(str, entry.key))
            known_by_it, said = fold(draft.maybe) in names, self.answer(key)
            if draft.maybe and not known_by_it and fold(draft.organisation) not in places:
                asked.append(_order_question(key, entry))
            turned = replace(draft, name=draft.maybe, organisation="", maybe="")
            ordered.append(replace(entry, draft=turned) if draft.maybe and (said or known_by_it) else entry)
        return ordered, tuple(asked)

    def _join_doubles(self, taken: list[RosterEntry]) -> tuple[list[RosterEntry], tuple[RosterQuestion, ...]]:
        """Those taken, with two entries of one person made one, and what is asked about the others."""
        joined, gone, asked = list(taken), set[int](), list[RosterQuestion]()
        for a, b in _duplicates(taken):
            key = _double_key(taken[a], taken[b])
            asked.append(
                RosterQuestion(key, _double_sentence(taken[a], taken[b]), waiting=frozenset({taken[b].key}))
            )
            if a not in gone and self.answer(key):
                joined[a] = replace(joined[a], draft=_join_drafts(joined[a].draft, joined[b].draft))
                gone.add(b)
        return [entry for place, entry in enumerate(joined) if place not in gone], tuple(asked)

    def _answered(self, entry: RosterEntry, match: Match) -> Match:
        same = self.answer(_known_key(entry, match)) if match.question else None
        return match if same is None else replace(match, sure=True, person=match.person if same else None)


def _keyed_lines(roster: Roster) -> list[tuple[LineKey, Understood]]:
    """Each line with what it is known by, whatever stands before it."""
    met: Counter[str] = Counter()
    keyed = []
    for line in roster.lines:
        if line.kind is Kind.TITLES:
            continue
        keyed.append((f"{line.text}\n{met[line.text]}", line))
        met[line.text] += 1
    return keyed


def _typed_people(text: str) -> tuple[PersonDraft, ...]:
    """Who is meant by what was typed for a line: in any shape, and else as it stands."""
    if not text:
        return ()
    return read_pasted(text).drafts or (PersonDraft(text),)


def _duplicates(entries: list[RosterEntry]) -> tuple[tuple[int, int], ...]:
    return Roster((Understood(1, "", tuple(entry.draft for entry in entries)),)).duplicates


def _double_sentence(one: RosterEntry, other: RosterEntry) -> str:
    if one.draft.name == other.draft.name:
        return tr("{person} is on the list twice. Is it one person?", person=one.draft.name)
    return tr("{one} and {other} are alike. Is it one person?", one=one.draft.name, other=other.draft.name)


def _order_question(key: tuple[str, ...], entry: RosterEntry) -> RosterQuestion:
    name, organisation = entry.draft.name, entry.draft.organisation
    sentence = tr("“{name}, {organisation}”: who is this?", name=name, organisation=organisation)
    # For translators: a person of an organisation
    answers = (entry.draft.maybe, tr("{name} of {organisation}", name=name, organisation=organisation))
    return RosterQuestion(key, sentence, answers, waiting=frozenset({entry.key}))


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
