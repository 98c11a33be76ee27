"""Where in a text do names of some people stand, in any form: certain, or to be asked about?"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from formats.exports.redaction.addresses import addresses_in
from formats.exports.redaction.atoms import Atom, accented_letters, atoms_of
from formats.exports.redaction.common_words import is_everyday
from formats.exports.redaction.doubts import Doubts, doubts_about
from formats.exports.redaction.folded import FoldedText
from formats.exports.redaction.forms import NameForm, NameForms, forms_of
from formats.exports.redaction.matches import NameMatch, beside_names, without_overlaps
from formats.exports.redaction.readings import other_readings
from formats.exports.redaction.sentences import Sentences
from formats.exports.redaction.spelt import Speller, Spelt, speller_of
from formats.exports.redaction.spots import (
    are_everyday,
    are_run_together,
    end_of,
    goes_on_before,
    is_cited,
    starts_in_compounds,
    use_of,
    with_dot,
)
from formats.exports.redaction.unspaced import addressed_pattern, pattern_of, short_family_names, without_gaps
from formats.exports.redaction.usage import Use
from formats.session.people import Person
from formats.session.person_names import name_parts

MOST_REMEMBERED = 10_000


@dataclass(frozen=True, slots=True)
class NameFinder:
    """Finds every form of some people's names."""

    forms: NameForms
    speller: Speller
    doubts: Doubts
    literal: re.Pattern[str] | None
    unspaced: re.Pattern[str] | None
    addressed: re.Pattern[str] | None
    short_families: Mapping[str, tuple[NameForm, ...]]
    names: frozenset[str]
    accents: Mapping[str, frozenset[str]]
    _found: dict[str, tuple[NameMatch, ...]] = field(default_factory=dict, compare=False)
    _doubted: dict[tuple[str, bool], tuple[NameForm, ...]] = field(default_factory=dict, compare=False)

    def find(self, text: str) -> tuple[NameMatch, ...]:
        """The names in a text, from left to right. What was sought before is remembered for the next preview."""
        found = self._found.get(text)
        if found is None:
            if len(self._found) >= MOST_REMEMBERED:
                self._found.clear()
            found = self._found[text] = self._find(text)
        return found

    def _find(self, text: str) -> tuple[NameMatch, ...]:
        folded = FoldedText.of(text)
        found = [*self._addresses(text), *self._read(folded, text)]
        for reading, unread in other_readings(folded, self._may_be_a_name):
            found += [one for one in self._read(reading, text) if one.is_across(unread)]
        return without_overlaps(found)

    def _read(self, folded: FoldedText, text: str) -> Iterator[NameMatch]:
        yield from self._literals(folded)
        yield from self._unspaced(folded)
        yield from beside_names(self._words(folded, text), text)

    def _may_be_a_name(self, word: str) -> bool:
        forms = (word.removesuffix(ending) for ending in ("", "s", "es"))
        return any(form in self.forms.spellings for form in forms) or bool(self._meant_by(word, capital=True))

    def _addresses(self, text: str) -> Iterator[NameMatch]:
        for start, end in addresses_in(text):
            yield NameMatch(start, end, self._meant_by_address(text[start:end]), always=True)

    def _meant_by_address(self, address: str) -> tuple[NameForm, ...]:
        """Whose address it is, where its letters tell."""
        folded = FoldedText.of(address).text
        for literal, forms in self.forms.literal.items():
            if literal in folded:
                return forms
        letters = "".join(sign for sign in folded.partition("@")[0] if sign.isalpha())
        spans = self.speller.inside(letters)
        start, end = max(spans, key=_size, default=(0, 0))
        return self.forms.spellings[letters[start:end]].forms if end - start > 3 else ()

    def _literals(self, folded: FoldedText) -> Iterator[NameMatch]:
        for match in self.literal.finditer(folded.text) if self.literal else ():
            yield self._match(folded, match.start(), match.end(), self.forms.literal[match.group()])

    def _unspaced(self, folded: FoldedText) -> Iterator[NameMatch]:
        for match in self.unspaced.finditer(folded.text) if self.unspaced else ():
            yield self._match(folded, match.start(), match.end(), self.forms.unspaced[without_gaps(match.group())])
        for match in self.addressed.finditer(folded.text) if self.addressed else ():
            forms = next((known for name, known in self.short_families.items() if name in match.group()), ())
            yield self._match(folded, match.start(), match.end(), forms, asks=match.group())

    def _words(self, folded: FoldedText, text: str) -> Iterator[NameMatch]:
        atoms = atoms_of(folded, text)
        if not atoms:
            return
        sentences = Sentences(atoms, folded.text, self.names)
        compounds = starts_in_compounds(folded, text)
        at = 0
        while at < len(atoms):
            spelt = self.speller.longest_at(atoms, at, folded.text) if not goes_on_before(atoms, at) else None
            if spelt is not None:
                yield self._spelt(folded, text, atoms, spelt, sentences, compounds)
                at = spelt.last + 1
                continue
            if compounds[atoms[at].first]:
                yield from self._inside(folded, atoms[at])
            if not goes_on_before(atoms, at):
                yield from self._doubtful(folded, atoms, at, sentences)
            at += 1

    def _spelt(
        self,
        folded: FoldedText,
        text: str,
        atoms: tuple[Atom, ...],
        spelt: Spelt,
        sentences: Sentences,
        compounds: bytearray,
    ) -> NameMatch:
        first, last = atoms[spelt.first], atoms[spelt.last]
        start, end = first.first + spelt.skip, end_of(last, spelt, folded.text)
        asks, plain = "", False
        run_together = bool(compounds[first.first]) or sentences.is_part_of_word(spelt.first, spelt.last)
        cited = is_cited(atoms, spelt, folded.text) and not all(form.first for form in spelt.spelling.forms)
        if not spelt.certain or (run_together and len(spelt.letters) < 4 and spelt.first == spelt.last):
            asks = " ".join(atom.letters for atom in atoms[spelt.first : spelt.last + 1])
        elif are_everyday(atoms, spelt):
            use = Use.OPEN if run_together else use_of(atoms, spelt, sentences)
            if cited:  # many an author is called Green or Young
                use = Use.WORD
            asks, plain = (spelt.letters if use is Use.OPEN else ""), use is Use.WORD
        elif (
            cited
            or sentences.is_shouted_word(spelt.first, spelt.last)
            or self._is_accented(spelt, text[slice(*folded.typed_span(start, end))])
        ):
            asks = spelt.letters
        return self._match(folded, start, end, spelt.spelling.forms, asks=asks, plain=plain)

    def _is_accented(self, spelt: Spelt, typed: str) -> bool:
        """Whether it has accents that the name has not: Ó Néill where O'Neill is on the list."""
        known = (self.accents[form.person] for form in spelt.spelling.forms)
        return not typed.isascii() and bool(accented_letters(typed) - frozenset[str]().union(*known))

    def _inside(self, folded: FoldedText, atom: Atom) -> Iterator[NameMatch]:
        """Names inside words run together in small letters: #thankyouannabel."""
        for start, end in self.speller.inside(atom.letters):
            name, rest = atom.letters[start:end], (atom.letters[:start], atom.letters[end:])
            words = all(not part or part == "s" or is_everyday(part) or are_run_together(part) for part in rest)
            at_an_end = not all(rest)
            if len(name) < 4 or is_everyday(name):
                if at_an_end and words and len(name) > 1 and not is_everyday(atom.letters):
                    yield self._match(folded, atom.first, atom.last, self.forms.spellings[name].forms, asks=name)
            elif len(name) > 4 or at_an_end:
                forms = self.forms.spellings[name].forms
                yield self._match(
                    folded,
                    atom.first + start,
                    atom.first + end,
                    forms,
                    asks="" if len(name) > 4 or words else name,
                )

    def _doubtful(
        self, folded: FoldedText, atoms: tuple[Atom, ...], at: int, sentences: Sentences
    ) -> Iterator[NameMatch]:
        if (last := sentences.initials_from(at)) is not None:
            letters = "".join(atom.letters for atom in atoms[at : last + 1])
            if meant := self.doubts.meant_by_initials(letters):
                if sentences.may_be_initials(at, last, letters):
                    yield self._match(
                        folded, atoms[at].first, with_dot(atoms[last], folded.text), meant, asks=letters
                    )
                return
        for first, last in sentences.words_from(at):
            word = "".join(atom.letters for atom in atoms[first : last + 1])
            meant = self._meant_by(word, capital=atoms[first].is_capital and not sentences.is_shouted)
            if not meant:
                wide = "".join(atom.expanded for atom in atoms[first : last + 1])
                meant = self._meant_by(wide, capital=True) if wide != word else ()
            if not meant and is_everyday(word) and atoms[first].is_capital:
                meant = self.doubts.sounding_like(word) if sentences.use_of(first, last) is Use.NAME else ()
            if meant and (not is_everyday(word) or sentences.use_of(first, last) is not Use.WORD):
                yield self._match(folded, atoms[first].first, atoms[last].last, meant, asks=word)
                return

    def _meant_by(self, word: str, *, capital: bool) -> tuple[NameForm, ...]:
        if (word, capital) not in self._doubted:
            self._doubted[word, capital] = self.doubts.meant_by(word, capital=capital)
        return self._doubted[word, capital]

    def _match(
        self,
        folded: FoldedText,
        start: int,
        end: int,
        forms: tuple[NameForm, ...],
        *,
        asks: str = "",
        plain: bool = False,
    ) -> NameMatch:
        first, last = folded.typed_span(start, end)
        return NameMatch(first, last, forms, asks, plain)


def finder_of(people: Iterable[Person]) -> NameFinder:
    """A finder for every form of these people's names and addresses."""
    return _finder_of(tuple(people))


@lru_cache(maxsize=4)  # a preview, its file name and its invitation ask for the same people
def _finder_of(people: tuple[Person, ...]) -> NameFinder:
    forms = forms_of(people)
    short: dict[str, tuple[NameForm, ...]] = {}
    for person in people:
        for sign in short_family_names(name_parts(person.name).words):
            short[sign] = (*short.get(sign, ()), NameForm(person.id))
    literal = "|".join(map(re.escape, sorted(forms.literal, key=len, reverse=True)))
    return NameFinder(
        forms,
        speller_of(forms.spellings),
        doubts_about(people),
        re.compile(rf"(?<!\w)(?:{literal})(?!\w)") if literal else None,
        pattern_of(forms.unspaced),
        addressed_pattern(short),
        short,
        frozenset(forms.spellings),
        {person.id: accented_letters(f"{person.name} {person.known_as}") for person in people},
    )


def _size(span: tuple[int, int]) -> int:
    return span[1] - span[0]
