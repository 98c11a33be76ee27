"""How is a text written: which of its words begin, shout, or belong together?"""

from collections.abc import Iterator, Sequence
from functools import cached_property

from formats.exports.redaction.atoms import Atom
from formats.exports.redaction.common_words import is_everyday
from formats.exports.redaction.usage import (
    SAID,
    Around,
    Use,
    around_of,
    follows_an_article,
    use_in_small_letters,
    use_with_a_capital,
)
from formats.exports.redaction.word_sets import word_set

MOST_INITIALS = 4
# Capitals that mean something else to most readers.
_ACRONYMS = word_set("""
ac ad ag ai am ap ar ba bbc bc bd bp ca cbt cd ceo cfo co cpd cpr cv cvs dc diy dj dna doi dr dvd ed eg
eta etc eu faq fbi fm gdp gdpr gmt gp gps hdmi hiv hq hr html http ia id ie ii iii imf iq isbn it iv jr
la lcd led llp ltd ma mba md mp mr mri mrs ms na nb nhs no ok ot pa pc pdf phd pin pm po pp ppe pr ps pt
qa qi qr rip rn roi rsvp sd se sms sos st tb tbc tbd tv uk un url us usa usb vat vip vs wc who wi wifi
wp www xl yes zip
""")


class Sentences:
    """The pieces of one text with what stands around each of them."""

    def __init__(self, atoms: Sequence[Atom], text: str, names: frozenset[str]) -> None:
        self._atoms, self._text, self._names = atoms, text, names

    @cached_property
    def is_shouted(self) -> bool:
        """Whether most of the text is in capitals."""
        long = [atom for atom in self._atoms if len(atom.letters) > 1]
        return len(long) > 2 and 2 * sum(atom.is_upper for atom in long) > len(long)

    @cached_property
    def is_a_title(self) -> bool:
        """Whether every longer word begins with a capital, as in a headline."""
        long = [atom for atom in self._atoms if len(atom.letters) > 3]
        return len(long) > 2 and all(atom.is_capital for atom in long)

    def use_of(self, first: int, last: int, *, plural: bool = False, family_only: bool = False) -> Use:
        """Whether everyday words are a name where they stand; `plural` where an s was taken off."""
        atoms = self._atoms[first : last + 1]
        word, around = atoms[0].letters, self._around(first, last)
        if around.before[:1] == ("et",) and word == "al":
            return Use.WORD
        if plural and around.opens and around.follows != "'s":
            return Use.WORD
        if not plural and first == last and follows_an_article(around):
            return Use.WORD
        if not atoms[0].is_capital or self.is_shouted:
            return use_in_small_letters(word, around, self._names)
        if all(atom.is_upper for atom in atoms) and first == last and len(word) > 1:
            return self._use_in_capitals(word, around)
        if len(atoms) > 1 and all(atom.is_capital for atom in atoms):
            return Use.NAME
        use = use_with_a_capital(word, around, self._names, family_only=family_only)
        if use is Use.NAME and self._is_in_a_title(first, around):
            return Use.WORD if family_only and is_everyday(self._atoms[first - 1].letters) else Use.OPEN
        return use

    def is_part_of_word(self, first: int, last: int) -> bool:
        """Whether a word written together goes on before or after these pieces."""
        after = self._atoms[last + 1].gap if last + 1 < len(self._atoms) else " "
        return not after or (first > 0 and not self._atoms[first].gap)

    def is_shouted_word(self, first: int, last: int) -> bool:
        """Whether two letters in capitals are one word that may be an abbreviation as well as a name."""
        atom = self._atoms[first]
        return first == last and atom.is_upper and atom.letters in _ACRONYMS and not self.is_shouted

    def initials_from(self, at: int) -> int | None:
        """The last of the pieces that may be initials, from this one on: AT, or T.A., or S-K."""
        atoms = self._atoms
        if not atoms[at].is_upper or self.is_shouted or (at > 0 and not atoms[at].gap):
            return None
        if len(atoms[at].letters) > 1:
            alone = at + 1 == len(atoms) or bool(atoms[at + 1].gap)
            return at if alone and len(atoms[at].letters) <= MOST_INITIALS else None
        last = at
        while last + 1 < len(atoms) and last - at < MOST_INITIALS - 1 and self._goes_on(last + 1):
            last += 1
        return last if last > at else None

    def may_be_initials(self, first: int, last: int, letters: str) -> bool:
        """Whether initials mean someone: an abbreviation or a word in capitals only where a person speaks."""
        if last > first:
            return letters not in ("eg", "ie", "am", "pm", "us", "uk", "usa")
        if letters not in _ACRONYMS and not is_everyday(letters):
            return True
        around = self._around(first, last)
        return around.follows in ("'s", ":") or bool(around.after and around.after[0] in SAID)

    def words_from(self, at: int) -> Iterator[tuple[int, int]]:
        """The whole word that begins with this piece, and the piece alone."""
        last = at
        if at == 0 or self._atoms[at].gap:
            while last + 1 < len(self._atoms) and not self._atoms[last + 1].gap:
                last += 1
            if last > at:
                yield at, last
        yield at, at

    def _around(self, first: int, last: int) -> Around:
        return around_of(self._atoms, first, last, self._text)

    def _goes_on(self, at: int) -> bool:
        atom = self._atoms[at]
        return len(atom.letters) == 1 and atom.is_capital and atom.gap in (".", ". ", "-", "/", " & ", "")

    def _use_in_capitals(self, word: str, around: Around) -> Use:
        """One word in capitals among others: a name that is called, or a word that is stressed."""
        use = use_in_small_letters(word, around, self._names)
        if use is Use.OPEN:
            return Use.NAME
        return Use.WORD if around.before and not around.opens else Use.OPEN

    def _is_in_a_title(self, first: int, around: Around) -> bool:
        """Town Hall: after another capital that is no name."""
        if self.is_a_title:
            return True
        before = self._atoms[first - 1] if first else None
        return (
            before is not None
            and before.is_capital
            and bool(around.before)
            and self._atoms[first].gap == " "
            and before.letters not in self._names
        )
