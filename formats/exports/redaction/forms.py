"""Which forms does a name certainly take? Each is kept as its letters, and where it may be parted."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from formats.exports.redaction.atoms import expand
from formats.exports.redaction.called import Called, called
from formats.exports.redaction.common_words import is_everyday
from formats.exports.redaction.folded import FoldedText
from formats.exports.redaction.unspaced import unspaced_forms
from formats.exports.redaction.word_sets import word_set
from formats.session.folding import fold
from formats.session.people import Person
from formats.session.person_names import PARTICLES

# Before the @ of many people's addresses: nobody's name.
_NOBODYS_ADDRESS = word_set("""
admin admissions chair contact enquiries events hello help info mail members network office post
reception secretary staff support team training treasurer volunteers web webmaster
""")

# Words of a name, whether they say no more than the first name, and whether one of them is cut to a letter or two.
Way = tuple[tuple[str, ...], bool, bool]


@dataclass(frozen=True, slots=True)
class NameForm:
    """One way of writing a person's name; `first` where it says no more than the first name."""

    person: str
    first: bool = False


@dataclass(frozen=True, slots=True)
class Spelling:
    """The letters of a form, the places where it may be parted, and whom it may mean.

    `initials` says that a part of it is a letter or two, a name only with a capital.
    """

    forms: tuple[NameForm, ...]
    breaks: frozenset[int]
    initials: bool = False


@dataclass(frozen=True, slots=True)
class NameForms:
    """The forms of some people's names: by their letters, in scripts without spaces, and word for word."""

    spellings: Mapping[str, Spelling]
    unspaced: Mapping[str, tuple[NameForm, ...]]
    literal: Mapping[str, tuple[NameForm, ...]]


def forms_of(people: Iterable[Person]) -> NameForms:
    """Every certain form of the names and addresses of these people."""
    spellings: defaultdict[str, list[Spelling]] = defaultdict(list)
    unspaced: defaultdict[str, list[NameForm]] = defaultdict(list)
    literal: defaultdict[str, list[NameForm]] = defaultdict(list)
    for person in people:
        names = called(person)
        for words, first, cut in (*_ways(names), *_other_ways(names)):
            for letters, breaks in _spellings(words):
                spellings[letters].append(Spelling((NameForm(person.id, first),), breaks, cut))
        for form, first in unspaced_forms((*names.given, *names.family)).items():
            unspaced[form].append(NameForm(person.id, first))
        for local in _local_part(person.email):
            literal[local].append(NameForm(person.id))
    return NameForms(
        {letters: _as_one(several) for letters, several in spellings.items()},
        {form: tuple(several) for form, several in unspaced.items()},
        {local: tuple(several) for local, several in literal.items()},
    )


def _as_one(several: Sequence[Spelling]) -> Spelling:
    """The same letters for several people, who came last first."""
    return Spelling(
        tuple(dict.fromkeys(form for one in reversed(several) for form in one.forms)),
        frozenset().union(*(one.breaks for one in several)),
        all(one.initials for one in several),
    )


def letters_of(word: str) -> list[str]:
    """The runs of letters of a word, folded: O'Neill is o and neill."""
    return "".join(s if shape != " " else " " for s, shape in _signs(word)).split()


def _signs(word: str) -> Iterator[tuple[str, str]]:
    folded = FoldedText.of(word)
    return zip(folded.text, folded.shape, strict=True)


def _ways(names: Called) -> Iterator[Way]:
    """The words of the name in every order and choice that people use."""
    given, family = names.given, names.family
    yield given[:1], True, False
    yield from ((word, False, False) for word in _parts_of(given[1:]) + _parts_of(given[:1]))
    yield from ((given[at : at + 2], False, False) for at in range(len(given) - 1))
    yield given, False, False
    tails = [family[at:] for at in range(len(family))]
    last = [(word,) for word in family if fold(word) not in PARTICLES]
    first = given[:1]
    initial, initials = _initial(first), tuple(one for word in given for one in _initial((word,)))
    for tail in tails + last + [part for word in last for part in _hyphen_parts(word)]:
        if all(fold(word) in PARTICLES for word in tail):
            continue
        yield tail, False, False
        for before in (given, first, initial, initials):
            shortened = before in (initial, initials) and before not in (given, first)
            yield (*before, *tail), False, shortened
            yield (*tail, *before), False, shortened
    for word in (family[:1], *last[-1:]):
        for cut in (_initial(word), _initial(word, 2)):
            if cut:
                yield (*first, *cut), False, True
                yield (*given, *cut), False, True


def _other_ways(names: Called) -> Iterator[Way]:
    for other in names.others:
        words = tuple(other.split())
        yield words, True, False
        yield from ((part, False, False) for part in _parts_of(words) if fold(part[0]) not in PARTICLES)
        if names.family:
            yield (*words, *names.family), False, False
            yield (*words[:1], names.family[-1]), False, False
            yield (*words[:1], *_initial(names.family[-1:])), False, True


def _parts_of(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [part for word in words for part in ((word,), *_hyphen_parts((word,))) if len(part[0]) > 1]


def _hyphen_parts(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Smith-Kowalczyk is Smith and Kowalczyk too."""
    parts = [
        part for word in words for part in FoldedText.of(word).text.split("-") if "-" in FoldedText.of(word).text
    ]
    return [(part,) for part in parts if len(part) > 1]


def _initial(words: tuple[str, ...], size: int = 1) -> tuple[str, ...]:
    letters = letters_of(words[0]) if words else []
    return (letters[0][:size],) if letters and letters[0].isalpha() and len(letters[0]) >= size else ()


def _spellings(words: tuple[str, ...]) -> Iterator[tuple[str, frozenset[int]]]:
    """The letters of some words with umlauts dropped and written out, and where one part ends."""
    for way in {words, tuple(map(expand, words))}:
        parts = [part for word in way for part in letters_of(word)]
        letters = "".join(parts)
        if len(letters) > 1:
            yield letters, frozenset(accumulate(len(part) for part in parts[:-1]))


def _local_part(email: str) -> Iterator[str]:
    """What stands before the @ of an address, unless it is a name anyway or a word such as info."""
    local = FoldedText.of(email.partition("@")[0].strip()).text
    bare = "".join(sign for sign in local if sign.isalpha())
    if len(local) > 3 and "@" in email and bare not in _NOBODYS_ADDRESS and not is_everyday(bare):
        yield local
