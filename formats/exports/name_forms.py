"""Which forms does a name take in a text, and where do they stand?"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from formats.exports.everyday import EVERYDAY
from formats.exports.passages import ADDRESS
from formats.session.folding import fold_sign
from formats.session.people import Person
from formats.session.person_names import PARTICLES, name_parts

LETTERS = re.compile(r"[^\W\d_]+")
# What stands in brackets after a name says something of the person: pronouns, a place. Inside it, a nickname.
REMARK = re.compile(r"(?<=\S)\s*(\([^()]*\)?|\[[^\[\]]*\]?)\s*$")
UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@dataclass(frozen=True, slots=True)
class NameForm:
    """One way of writing a person's name; `first` where it says no more than the first name."""

    person: str
    first: bool = False


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A name found in a text: from `start` to `end`, and whom it may mean; `doubtful` where it is also a word."""

    start: int
    end: int
    forms: tuple[NameForm, ...]
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A text for comparing: case, accents, breaks and invisible signs ignored; `places` lead back to it."""

    text: str
    places: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "FoldedText":
        """The text folded, each sign of it with the place where it stood."""
        signs: list[str] = []
        places: list[int] = []
        for place, character in enumerate(text):
            for sign in fold_sign(character):
                if sign != " " or (signs and signs[-1] != " "):
                    signs.append(sign)
                    places.append(place)
        return cls("".join(signs), tuple(places))


NameForms = Mapping[str, tuple[NameForm, ...]]


@dataclass(frozen=True, slots=True)
class NameFinder:
    """Finds every form of some people's names; `by_word` holds the forms by their first run of letters."""

    by_word: Mapping[str, tuple[str, ...]]
    forms: NameForms
    unspaced: re.Pattern[str] | None

    def find(self, text: str) -> tuple[NameMatch, ...]:
        """The names in a text, from left to right; where two overlap, the longer one."""
        folded = FoldedText.of(text)
        found = [
            *self._matches_in_words(folded, text),
            *self._matches_unspaced(folded),
            *self._matches_in_addresses(text),
        ]
        kept: list[NameMatch] = []
        for one in sorted(found, key=_longest_first):
            if all(one.end <= other.start or other.end <= one.start for other in kept):
                kept.append(one)
        return tuple(sorted(kept, key=_by_place))

    def _matches_in_words(self, folded: FoldedText, text: str) -> Iterator[NameMatch]:
        for word in LETTERS.finditer(folded.text):
            start = word.start()
            if _goes_on_before(folded.text, start):
                continue
            for form in self.by_word.get(word.group(), ()):
                end = start + len(form)
                if folded.text.startswith(form, start) and not folded.text[end : end + 1].isalpha():
                    yield self._match(folded, start, end, text)
                    break

    def _matches_unspaced(self, folded: FoldedText) -> Iterator[NameMatch]:
        for match in self.unspaced.finditer(folded.text) if self.unspaced else ():
            first, last = folded.places[match.start()], folded.places[match.end() - 1]
            yield NameMatch(first, last + 1, self.forms[match.group()])

    def _matches_in_addresses(self, text: str) -> Iterator[NameMatch]:
        """Addresses that hide a name behind percent signs."""
        for match in ADDRESS.finditer(text):
            address = match.group()
            decoded = unquote(address, errors="ignore")
            if decoded != address and (inside := self.find(decoded)):
                yield NameMatch(match.start(), match.end(), inside[0].forms)

    def _match(self, folded: FoldedText, start: int, end: int, text: str) -> NameMatch:
        first, last = folded.places[start], _last_place(folded, end, text)
        form = folded.text[start:end]
        everyday = form in EVERYDAY and text[first:last].islower()
        return NameMatch(first, last, self.forms[form], doubtful=everyday)


def finder_of(people: Iterable[Person]) -> NameFinder:
    """A finder for every form of these people's names and addresses."""
    forms: dict[str, tuple[NameForm, ...]] = {}
    for person in people:
        for form, first in forms_of(person).items():
            forms[form] = (*forms.get(form, ()), NameForm(person.id, first))
    by_word: dict[str, list[str]] = {}
    for form in sorted(forms, key=len, reverse=True):
        if first_word := LETTERS.match(form):
            by_word.setdefault(first_word.group(), []).append(form)
    unspaced = [re.escape(form) for form in sorted(forms, key=len, reverse=True) if UNSPACED.match(form)]
    pattern = re.compile("|".join(unspaced)) if unspaced else None
    return NameFinder({word: tuple(some) for word, some in by_word.items()}, forms, pattern)


def forms_of(person: Person) -> dict[str, bool]:
    """Every form of one person's name, folded, and whether it says no more than the first name."""
    words = name_words(person.name)
    if not words:
        return {}
    whole, first, last = " ".join(words), words[0], words[-1]
    bare = [first, *(word for word in words[1:] if word not in PARTICLES)]
    forms = {FoldedText.of(person.name).text.strip(): False, whole: False}
    if len(words) > 1:
        rest = " ".join(words[1:])
        initials = [word[0] for word in bare]
        cut = [f"{first} {letter}" for letter in (last[0], last[:2])]
        shortened = [*cut, *(f"{one}." for one in cut), f"{first[0]}. {last}", f"{first[0]} {last}"]
        dotted = [". ".join(initials) + ".", ".".join(initials) + "."]
        turned = [f"{last} {first}", f"{last}, {first}", f"{rest}, {first}", f"{first} {last}"]
        run_together = ["".join(words), ".".join(words), "-".join(words), first + last, f"{first}.{last}"]
        parts = [word for word in bare[1:] if len(word) > 1]
        forms |= dict.fromkeys((rest, *shortened, *dotted, *turned, *run_together, *parts), False)
    for part in _hyphen_parts(words):
        forms.setdefault(part, False)
    if person.email:
        forms[FoldedText.of(person.email).text.strip()] = False
    forms[first] = True
    return {form: is_first for form, is_first in forms.items() if _can_be_found(form)}


def name_words(name: str) -> list[str]:
    """The folded words of a name, without titles before it and suffixes or remarks after it."""
    words = (FoldedText.of(word).text.strip(" .,;()[]\"'") for word in name_parts(without_remarks(name)).words)
    return [word for word in words if word]


def without_remarks(name: str) -> str:
    """A name without what stands in brackets after it."""
    while (bare := REMARK.sub("", name)) != name:
        name = bare
    return name


def _hyphen_parts(words: list[str]) -> list[str]:
    return [part for word in words if "-" in word for part in (*word.split("-"), word.replace("-", " "))]


def _can_be_found(form: str) -> bool:
    """One letter alone is nobody's name; in scripts without spaces one sign alone is too little too."""
    return len(form) > 1 and bool(LETTERS.match(form))


def _goes_on_before(text: str, start: int) -> bool:
    """Whether a word goes on to the left: a letter, or a letter and an apostrophe as in O'Neill."""
    return start > 1 and text[start - 1] == "'" and text[start - 2].isalpha()


def _last_place(folded: FoldedText, end: int, text: str) -> int:
    """Where a match ends in the text as typed, accents written as signs of their own included."""
    last = folded.places[end - 1] + 1
    while last < len(text) and (unicodedata.combining(text[last]) or unicodedata.category(text[last]) == "Cf"):
        last += 1
    return last


def _longest_first(found: NameMatch) -> tuple[int, int]:
    return found.start - found.end, found.start


def _by_place(found: NameMatch) -> int:
    return found.start
