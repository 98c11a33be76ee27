"""Of which pieces do the words of a text consist? AnnabelsNotes is two, A n n a b e l seven."""

import re
from dataclasses import dataclass
from unicodedata import category, decomposition, normalize

from formats.exports.redaction.folded import FoldedText

WORD = re.compile("[Aa]+")
PIECE = re.compile("A?a+|A+(?!a)")
# Written with two letters where the keyboard lacks the sign.
EXPANDED = {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae", "đ": "dj"}
# Letters of other alphabets that look like Latin ones: inside a Latin word they are meant as these.
_LOOKALIKES = str.maketrans("авеиклмнорстухіјѕԁһαβεικνορτυχγω", "abeuklmhopctyxijsdhabeiknoptuxyw")
_LATIN = re.compile("[a-z]")
_GREEK_OR_CYRILLIC = re.compile("[\u0370-\u03ff\u0400-\u052f]")


@dataclass(frozen=True, slots=True)
class Atom:
    """A piece of a word: its letters folded, and with umlauts written out; where it stands in the folded text.

    `gap` is what stands between it and the piece before it: nothing inside a word.
    """

    letters: str
    expanded: str
    first: int
    last: int
    shape: str
    gap: str

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.shape[0] == "A"

    @property
    def is_upper(self) -> bool:
        """Whether all of it is capitals."""
        return "a" not in self.shape


def atoms_of(folded: FoldedText, typed: str) -> tuple[Atom, ...]:
    """The pieces of all words of a text, in order; `typed` is the text as it was."""
    found: list[Atom] = []
    end = 0
    for word in WORD.finditer(folded.shape):
        for piece in PIECE.finditer(folded.shape, word.start(), word.end()):
            first, last = piece.span()
            letters = folded.text[first:last]
            expanded = letters
            if not (plain := letters.isascii() and folded.ends[last - 1] - folded.starts[first] == last - first):
                letters = _as_latin(letters)
                expanded = letters
            if not plain or not typed.isascii():
                expanded = _expand(typed[folded.starts[first] : folded.ends[last - 1]], letters)
            found.append(Atom(letters, expanded, first, last, piece.group(), _seen(folded.text[end:first])))
            end = last
    return tuple(found)


def expand(typed: str) -> str:
    """A word with its umlauts written as two letters: Müller as Mueller."""
    return "".join(EXPANDED.get(sign, sign) for sign in normalize("NFC", typed).lower())


def accented_letters(typed: str) -> frozenset[str]:
    """The letters of a text that have accents, small."""
    letters = normalize("NFC", typed).lower()
    return frozenset(
        sign for sign in letters if (parts := decomposition(sign)) and parts[0] != "<" and sign < "\u0590"
    )


def _expand(typed: str, letters: str) -> str:
    if typed.isascii():
        return letters
    wide = expand(typed)
    return letters if wide == normalize("NFC", typed).lower() else "".join(FoldedText.of(wide).text.split())


def _as_latin(letters: str) -> str:
    if _LATIN.search(letters) and _GREEK_OR_CYRILLIC.search(letters):
        return letters.translate(_LOOKALIKES)
    return letters


def _seen(gap: str) -> str:
    return gap if gap.isascii() else "".join(sign for sign in gap if category(sign) != "Cf")
