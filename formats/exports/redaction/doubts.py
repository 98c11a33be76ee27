"""Which words may mean somebody without it being certain: nicknames, misspellings, endings, initials?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields

from formats.exports.redaction.alphabets import in_latin
from formats.exports.redaction.called import Called, called
from formats.exports.redaction.common_words import is_everyday
from formats.exports.redaction.forms import NameForm, letters_of
from formats.exports.redaction.inflections import ENDINGS, parted, softened, stems
from formats.exports.redaction.nicknames import nicknames_of
from formats.exports.redaction.sounds import sounds_of
from formats.exports.redaction.unspaced import UNSPACED
from formats.session.folding import fold
from formats.session.people import Person
from formats.session.person_names import PARTICLES

Meant = tuple[NameForm, ...]
SHORTEST_MISSPELT = 5
LONGEST_WORD = 60
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
    sounds: Mapping[str, Meant]

    def meant_by(self, word: str, *, capital: bool) -> Meant:
        """Whom a folded word may mean, however little is certain; nobody for most words."""
        if len(word) > LONGEST_WORD:
            return ()
        if meant := self.nicknames.get(word) or self.nicknames.get(in_latin(word)):
            return meant
        if is_everyday(word) or not (capital or len(word) > SHORTEST_MISSPELT):
            return ()
        return (
            (self.cuts.get(word, ()) if capital else ())
            or self._with_an_ending(word)
            or self._misspelt(word)
            or self._transcribed(word)
            or (self.sounding_like(word) if capital else ())
        )

    def sounding_like(self, word: str) -> Meant:
        """Whom a word may mean by its sound."""
        return next((meant for sound in sounds_of(word) if (meant := self.sounds.get(sound))), ())

    def meant_by_initials(self, letters: str) -> Meant:
        """Whom initials may mean, in their order or turned round."""
        return self.initials.get(letters, ())

    def _with_an_ending(self, word: str) -> Meant:
        for stem, ending in parted(word):
            if (meant := self.stems.get(stem)) and (ending in ENDINGS or not word.isascii()):
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
    tables: tuple[dict[str, Meant], ...] = tuple({} for _ in fields(Doubts))
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
    yield [*_cut_from(names), *((form, word in first) for word in unusual for form in softened(word))]
    yield [(stem, word in first) for word in unusual for stem in stems(word)]
    yield [(word, word in first) for word in unusual if len(word) > 3]
    longer = [word for word in unusual if len(word) >= SHORTEST_MISSPELT]
    short = [word for word in unusual if len(word) == SHORTEST_MISSPELT - 1]
    yield [
        *((word[:at] + word[at + 1 :], word in first) for word in longer for at in range(1, len(word))),
        *((gap, word in first) for word in short for gap in _gaps(word)),
    ]
    yield [(letters, False) for letters in _initials(names)]
    yield [(in_latin(word), word in first) for word in unusual if not word.isascii()]
    yield [(sound, word in first) for word in unusual for sound in sounds_of(word)]


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
        yield from ((nickname, True) for nickname in nicknames_of(in_latin(name)))
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
