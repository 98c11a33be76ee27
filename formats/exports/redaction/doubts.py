"""Which words may mean somebody without it being certain: nicknames, misspellings, endings, initials?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from formats.exports.redaction.alphabets import in_latin
from formats.exports.redaction.called import Called, called
from formats.exports.redaction.common_words import is_everyday
from formats.exports.redaction.forms import NameForm, letters_of
from formats.exports.redaction.nicknames import nicknames_of
from formats.exports.redaction.unspaced import UNSPACED
from formats.exports.redaction.word_sets import word_set
from formats.session.folding import fold
from formats.session.people import Person
from formats.session.person_names import PARTICLES

Meant = tuple[NameForm, ...]
SHORTEST_MISSPELT = 5
LONGEST_ENDING = 5
LONGEST_WORD = 60
_ENDINGS = word_set("""
a ach am ami chen e em en er ers es esque i ian ians ie iego iem in ina ine inha inho ino ish ism ist
ists ita ite ites ito ka ke kin ko ku ky la lein li man n na nak ne nek ns ny o of om os ou ov ova ove
ovi ovou ow owi owie s sche schen te u us va vel y ya ym yn yu za ą ę
""")
_ARTICLE = "ال"


@dataclass(frozen=True, slots=True)
class Doubts:
    """Words by how they may mean someone; `missing_one` holds every name with one letter taken out."""

    nicknames: Mapping[str, Meant]
    cuts: Mapping[str, Meant]
    stems: Mapping[str, Meant]
    names: Mapping[str, Meant]
    missing_one: Mapping[str, Meant]
    initials: Mapping[str, Meant]
    transcribed: Mapping[str, Meant]

    def meant_by(self, word: str, *, capital: bool) -> Meant:
        """Whom a folded word may mean, however little is certain; nobody for most words."""
        if len(word) > LONGEST_WORD:
            return ()
        if meant := self.nicknames.get(word):
            return meant
        if is_everyday(word) or not (capital or len(word) > SHORTEST_MISSPELT):
            return ()
        return (
            (self.cuts.get(word, ()) if capital else ())
            or self._with_an_ending(word)
            or self._misspelt(word)
            or self._transcribed(word)
        )

    def meant_by_initials(self, letters: str) -> Meant:
        """Whom initials may mean, in their order or turned round."""
        return self.initials.get(letters, ())

    def _with_an_ending(self, word: str) -> Meant:
        for size in range(1, min(LONGEST_ENDING, len(word) - 3) + 1):
            stem, ending = word[:-size], word[-size:]
            if (meant := self.stems.get(stem)) and (ending in _ENDINGS or not word.isascii()):
                return meant
            if len(stem) > 5 and (meant := self.names.get(stem)):
                return meant
        return ()

    def _misspelt(self, word: str) -> Meant:
        if len(word) < SHORTEST_MISSPELT - 1:
            return ()
        if meant := self.missing_one.get(word):  # a letter left out
            return meant
        if len(word) == SHORTEST_MISSPELT - 1:
            return next((meant for gap in _gaps(word) if (meant := self.missing_one.get(gap))), ())
        for at in range(1, len(word)):
            less = word[:at] + word[at + 1 :]
            if meant := self.names.get(less) if len(less) >= SHORTEST_MISSPELT else ():  # a letter too many
                return meant
            if meant := self.missing_one.get(less) if len(word) > SHORTEST_MISSPELT else ():  # another, or turned
                return tuple(meant)
        return ()

    def _transcribed(self, word: str) -> Meant:
        latin = in_latin(word)
        if latin == word:
            return self.transcribed.get(word, ())
        return self.names.get(latin) or self.transcribed.get(latin) or self._with_an_ending(latin)


def doubts_about(people: Iterable[Person]) -> Doubts:
    """What may mean one of these people."""
    tables: tuple[dict[str, Meant], ...] = ({}, {}, {}, {}, {}, {}, {})
    for person in people:
        names = called(person)
        for table, forms in zip(tables, _tables(names), strict=True):
            for form, first in forms:
                table[form] = tuple(dict.fromkeys((*table.get(form, ()), NameForm(person.id, first))))
    return Doubts(*tables)


def _tables(names: Called) -> Iterator[list[tuple[str, bool]]]:
    first = {word for word in names.given[:1] for word in _long_words((word,))}
    words = list(dict.fromkeys(_long_words((*names.given, *names.family, *names.others))))
    unusual = [word for word in words if not is_everyday(word) and not UNSPACED.match(word)]
    yield list(_short_for(names))
    yield list(_cut_from(names))
    yield [(stem, word in first) for word in unusual for stem in _stems(word)]
    yield [(word, word in first) for word in unusual if len(word) > 3]
    longer = [word for word in unusual if len(word) >= SHORTEST_MISSPELT]
    short = [word for word in unusual if len(word) == SHORTEST_MISSPELT - 1]
    yield [
        *((word[:at] + word[at + 1 :], word in first) for word in longer for at in range(1, len(word))),
        *((gap, word in first) for word in short for gap in _gaps(word)),
    ]
    yield [(letters, False) for letters in _initials(names)]
    yield [(in_latin(word), word in first) for word in unusual if not word.isascii()]


def _gaps(word: str) -> list[str]:
    """A short name with an inner letter left open: Ewan and Ewen are both Ew-n."""
    return [f"{word[:at]}-{word[at + 1 :]}" for at in range(1, len(word) - 1)]


def _long_words(words: Iterable[str]) -> Iterator[str]:
    """The words of a name as they may be misspelt or bent: also the end of O'Neill and the whole of it."""
    for word in words:
        parts = letters_of(word)
        for one in ("".join(parts), *parts):
            if len(one) > 2 and one not in PARTICLES:
                yield one


def _short_for(names: Called) -> Iterator[tuple[str, bool]]:
    for word in names.given:
        name = "".join(letters_of(word))
        yield from ((nickname, True) for nickname in nicknames_of(name))
    for word in names.family:
        *before, last = letters_of(word) or [""]
        if before and len(last) > 3:
            yield last, False
        if (bare := last.removeprefix(_ARTICLE)) != last and len(bare) > 2:
            yield bare, False
        if last.startswith("mac"):
            yield f"mc{last[3:]}", False
        elif last.startswith("mc"):
            yield f"mac{last[2:]}", False
    for other in names.maybe:
        yield from ((one, False) for word in other.split() for one in letters_of(word) if len(one) > 2)


def _cut_from(names: Called) -> Iterator[tuple[str, bool]]:
    """The beginning of a given name: Zuz, Zuzy, Zuzie."""
    for word in names.given:
        name = "".join(letters_of(word))
        if len(name) > 4 and name.isascii():
            for size in range(3, len(name)):
                cut = name[:size]
                yield from ((cut + end, True) for end in ("", "y", "ie", f"{cut[-1]}y", f"{cut[-1]}ie"))


def _stems(word: str) -> Iterator[str]:
    if len(word) > 3:
        yield word
    if len(word) > 3 and word[-1] in "aeiouyаеийоуыья":
        yield word[:-1]


def _initials(names: Called) -> Iterator[str]:
    """AT, TA, JLM and JL for Jean-Luc Ménard, S-K for a double name."""
    given = [part[0] for word in names.given for part in letters_of(word)]
    family_words = [parts for word in names.family if fold(word) not in PARTICLES and (parts := letters_of(word))]
    family = [part[0] for parts in family_words for part in parts]
    whole = [parts[0][0] for parts in family_words]
    with_particles = [part[0] for word in names.family for part in letters_of(word)]
    ways = (
        given + family,
        given[:1] + family,
        given[:1] + family[-1:],
        given + whole,
        family + given,
        family[-1:] + given[:1],
        given,
        family,
        given + with_particles,
        given[:1] + with_particles,
    )
    yield from dict.fromkeys("".join(way) for way in ways if len(way) > 1)
