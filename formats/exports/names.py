"""How does everyone appear in a summary, and what becomes of the names inside its texts?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from formats.exports.choices import Choices, NameSpot, NameStyle
from formats.exports.everyday import NOBODYS_NAMES
from formats.exports.passages import Passage, Span, clean_text, one_line, plain
from formats.exports.redaction.called import called
from formats.exports.redaction.finder import NameFinder, finder_of
from formats.exports.redaction.forms import letters_of
from formats.exports.redaction.matches import NameMatch
from formats.language import Message
from formats.session.folding import fold
from formats.session.people import Person
from formats.session.person_names import PARTICLES

# For translators: these stand in the place of a name, anywhere in a sentence that somebody typed. Choose words
# that need no case and no gender: "jemand (Pflege)" rather than "die Pflegerin".
SOMEONE, PARTICIPANT = Message("someone"), Message("participant")
A_PARTICIPANT, THE_ROLE = Message("a participant"), Message("the {role}")
APOSTROPHES = "'’"


@dataclass(frozen=True, slots=True)
class Naming:
    """The names of one summary: how each person is shown, and what stands for them inside texts."""

    names: NameStyle
    finder: NameFinder
    shown: Mapping[str, str]
    inside: Mapping[str, str]
    choices: Choices

    def passage(self, text: str, where: str) -> Passage:
        """A text of several lines with its names changed and on record; `where` tells it from all others."""
        return self._replace_names(clean_text(text), where)

    def line(self, text: str, where: str) -> Passage:
        """A text of one line with its names changed and on record."""
        return self._replace_names(one_line(text), where)

    def person(self, person_id: str) -> Passage:
        """How this person appears where they are named; empty where nobody is."""
        return plain(self.shown.get(person_id, ""))

    def _replace_names(self, text: str, where: str) -> Passage:
        if self.names is NameStyle.FULL:
            return plain(text)
        spans: list[Span] = []
        end = 0
        for found in self.finder.find(text):
            spans += [Span(text[end : found.start]), span := self._span(text, where, found)]
            end = found.start + len(span.was)
        return Passage(tuple(span for span in (*spans, Span(text[end:])) if span.text))

    def _span(self, text: str, where: str, found: NameMatch) -> Span:
        was = text[found.start : found.end]
        place = NameSpot(where, found.start)
        instead = self._replacement(was, found)
        if was and instead != was:
            if _begins_sentence(text, found.start):
                instead = instead[0].upper() + instead[1:]
            if _owns_without_s(text, found) and not instead.endswith("s"):
                was, instead = text[found.start : found.end + 1], instead + "’s"
        hidden = not found.plain and found.asks not in self.choices.words_confirmed
        changes = hidden != (place in self.choices.overruled)
        asks = found.asks if instead != was and found.asks not in self.choices.answered else ""
        return Span(instead if changes else was, was, instead, place, asks)

    def _replacement(self, was: str, found: NameMatch) -> str:
        forms = found.forms
        if self.names is NameStyle.FIRST and not found.always and any(form.first for form in forms):
            return was
        ways = {self.inside[form.person] for form in forms}
        if len(ways) == 1:
            return ways.pop()
        if self.names is NameStyle.INITIALS and forms:
            return " ".join(f"{letters[0].upper()}." for word in was.split() for letters in letters_of(word)[:1])
        return str(A_PARTICIPANT if self.names is NameStyle.ROLES else SOMEONE)


def make_naming(people: Iterable[Person], owners: Iterable[str], choices: Choices) -> Naming:
    """The names of a summary of these people; `owners` are names typed for next steps, known or not."""
    listed = {person.id: replace(person, name=one_line(person.name)) for person in people}
    listed |= {person.id: person for person in choices.known if person.id not in listed}
    known = {fold(person.name) for person in listed.values()}
    for owner in dict.fromkeys(map(one_line, owners)):
        if owner and owner not in listed and fold(owner) not in known | NOBODYS_NAMES:
            listed[owner] = Person(owner, owner)
    everyone = tuple(listed.values())
    finder = finder_of(everyone)
    shown = _SHOWN[choices.names](everyone, finder)
    inside = {person.id: _inside(shown[person.id], choices.names) for person in everyone}
    return Naming(choices.names, finder, shown, inside, choices)


def _full(people: tuple[Person, ...], _finder: NameFinder) -> dict[str, str]:
    return {person.id: person.name for person in people}


def _first(people: tuple[Person, ...], _finder: NameFinder) -> dict[str, str]:
    """First names; people of one first name are told apart by the first letter of the last, then by number."""
    words = {person.id: _typed_words(person) for person in people}
    firsts = {one: some[0] if some else "" for one, some in words.items()}
    initials = {one: f"{some[0]} {some[-1][0]}." if len(some) > 1 else firsts[one] for one, some in words.items()}
    return _tell_apart(firsts, _tell_apart(initials, _number_repeats(initials)))


def _initials(people: tuple[Person, ...], _finder: NameFinder) -> dict[str, str]:
    words = {person.id: _typed_words(person) for person in people}
    bare = {one: [*some[:1], *(w for w in some[1:] if w not in PARTICLES)] for one, some in words.items()}
    initials = {one: " ".join(f"{word[0].upper()}." for word in some) for one, some in bare.items()}
    return _tell_apart(initials, _number_repeats(initials))


def _roles(people: tuple[Person, ...], finder: NameFinder) -> dict[str, str]:
    """Roles as the roster has them; one that holds somebody's name is not used."""
    roles = {person.id: one_line(person.role) for person in people}
    return {one: role if role and not finder.find(role) else str(PARTICIPANT) for one, role in roles.items()}


def _none(people: tuple[Person, ...], _finder: NameFinder) -> dict[str, str]:
    return dict.fromkeys((person.id for person in people), "")


_SHOWN = {
    NameStyle.FULL: _full,
    NameStyle.FIRST: _first,
    NameStyle.INITIALS: _initials,
    NameStyle.ROLES: _roles,
    NameStyle.NONE: _none,
}


def _inside(shown: str, names: NameStyle) -> str:
    """What stands for a person in the middle of a sentence."""
    if names is NameStyle.NONE:
        return str(SOMEONE)
    if names is NameStyle.ROLES:
        return str(A_PARTICIPANT) if shown == str(PARTICIPANT) else THE_ROLE.filled(role=shown)
    return shown


def _typed_words(person: Person) -> list[str]:
    """The words of a name as typed, without titles, suffixes and single signs."""
    names = called(person)
    words = [word.strip('.,;()[]"') for word in (*names.given, *names.family)]
    return [word for word in words if any(sign.isalpha() for sign in word)]


def _tell_apart(ways: dict[str, str], closer: dict[str, str]) -> dict[str, str]:
    """Each person's way of being shown, or the closer one where others are shown the same way."""
    counts: dict[str, int] = {}
    for way in ways.values():
        counts[fold(way)] = counts.get(fold(way), 0) + 1
    return {one: way if counts[fold(way)] == 1 else closer[one] for one, way in ways.items()}


def _number_repeats(ways: dict[str, str]) -> dict[str, str]:
    counts: dict[str, int] = {}
    numbered = {}
    for one, way in ways.items():
        counts[fold(way)] = counts.get(fold(way), 0) + 1
        numbered[one] = f"{way} {counts[fold(way)]}".strip()
    return numbered


def _begins_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \"“‘'(")
    return not before or before[-1] in ".!?\n"


def _owns_without_s(text: str, found: NameMatch) -> bool:
    """Whether an apostrophe alone makes it a possessive, as in James' idea, and does not close a quotation."""
    after = text[found.end : found.end + 2]
    quoted = any(f" {sign}" in f" {text[: found.start]}" for sign in (*APOSTROPHES, "‘"))
    return (
        after[:1] in tuple(APOSTROPHES)
        and not after[1:2].isalpha()
        and not quoted
        and (text[found.end - 1] in "sSzZxX")
    )
