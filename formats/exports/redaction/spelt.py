"""Which pieces of a text spell a name, together or alone, however they are parted?"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import accumulate

from formats.exports.redaction.atoms import Atom
from formats.exports.redaction.common_words import is_everyday
from formats.exports.redaction.forms import Spelling
from formats.exports.redaction.word_sets import word_set

# And, to, in, from, the and their like, the longest first.
_SEMITIC_BEFORE = tuple(
    sorted(
        word_set("""
وال بال فال كال لل ول وب فل وك ال و ف ب ل ك וה ול וב ומ וש וכ שה מה כש
של ו ה ב ל מ ש כ
"""),
        key=len,
        reverse=True,
    )
)
SHORTEST_BROKEN = 5
MOST_PIECES = 24


class Gap(Enum):
    """What stands between two pieces of a name."""

    NOTHING = "nothing"
    SIGN = "a sign"
    LINE = "the end of a line"
    SPACE = "a space"
    END = "the end of a sentence"


@dataclass(frozen=True, slots=True)
class Spelt:
    """Pieces that spell a name, from `first` to `last`; `skip` letters of the first one are no part of it."""

    first: int
    last: int
    spelling: Spelling
    letters: str
    certain: bool = True
    skip: int = 0


@dataclass(frozen=True, slots=True)
class Speller:
    """Finds spellings in pieces; `beginnings` are the letters with which any of them begins."""

    spellings: Mapping[str, Spelling]
    beginnings: Collection[str]

    def longest_at(self, atoms: Sequence[Atom], first: int, text: str) -> Spelt | None:
        """The longest name that is spelt from this piece of a folded text on, a certain one first."""
        best: Spelt | None = None
        plain = wide = ""
        for last in range(first, min(first + MOST_PIECES, len(atoms))):
            if last > first and gap_of(atoms, last) is Gap.END:
                break
            plain, wide = plain + atoms[last].letters, wide + atoms[last].expanded
            for letters in dict.fromkeys((plain, wide)):
                found = self._spelt(atoms, first, last, letters, text)
                if found and (best is None or found.certain or not best.certain):
                    best = found
            if plain not in self.beginnings and wide not in self.beginnings:
                break
        return best or self._after_a_prefix(atoms[first], first)

    def inside(self, letters: str) -> list[tuple[int, int]]:
        """From where to where names stand inside a run of letters, the longest from each place."""
        found: list[tuple[int, int]] = []
        for start in range(len(letters)):
            end = start + 1
            longest = 0
            while (end <= len(letters) and letters[start:end] in self.beginnings) or letters[
                start:end
            ] in self.spellings:
                if letters[start:end] in self.spellings:
                    longest = end
                if end == len(letters):
                    break
                end += 1
            if longest:
                found.append((start, longest))
        return found

    def _spelt(self, atoms: Sequence[Atom], first: int, last: int, letters: str, text: str) -> Spelt | None:
        for ending in ("", "s", "es"):
            spelling = self.spellings.get(letters.removesuffix(ending)) if letters.endswith(ending) else None
            if ending and last > first and len(atoms[last].letters) <= len(ending):
                continue  # an s after an apostrophe is no part of the name
            if ending and first == last and is_everyday(letters) and not is_everyday(letters.removesuffix(ending)):
                continue  # less is not more than one Les
            if spelling is None or (spelling.initials and not _has_capitals(atoms, first, last, text)):
                continue
            if spelling.initials and first == last and is_everyday(letters):
                continue  # and is not An D.
            certain = _is_parted_as_written(atoms, first, last, spelling)
            if certain or len(letters) >= SHORTEST_BROKEN:
                return Spelt(first, last, spelling, letters.removesuffix(ending), certain)
        return None

    def _after_a_prefix(self, atom: Atom, at: int) -> Spelt | None:
        """A name that Arabic and Hebrew write together with and, to, in, from or the."""
        if atom.letters[0] not in "وفبلكاוהבלמשכ":
            return None
        for prefix in _SEMITIC_BEFORE:
            rest = atom.letters.removeprefix(prefix)
            if rest == atom.letters or len(rest) < 3:
                continue
            for letters in (rest, f"ال{rest}") if prefix.endswith("لل") else (rest,):
                if spelling := self.spellings.get(letters):
                    return Spelt(at, at, spelling, letters, skip=len(prefix))
        return None


def speller_of(spellings: Mapping[str, Spelling]) -> Speller:
    """A speller that knows how each of the names begins."""
    beginnings = {letters[:size] for letters in spellings for size in range(1, len(letters))}
    return Speller(spellings, beginnings)


def gap_of(atoms: Sequence[Atom], at: int) -> Gap:
    """What stands between a piece and the one before it."""
    gap = atoms[at].gap
    if not gap:
        return Gap.NOTHING
    if "\n" in gap:
        return Gap.LINE if not gap.strip(" \n-\u00ad") and gap.count("\n") == 1 else Gap.END
    if len(gap) > 4:
        return Gap.END
    bare = gap.strip(" ")
    if bare in (".", "") and " " in gap:
        return Gap.SPACE if not bare or len(atoms[at - 1].letters) < 3 else Gap.END
    if any(sign in bare for sign in '!?;:()[]{}<>"“”|=@'):
        return Gap.END
    return Gap.SPACE if " " in gap and bare not in ("'", "-") else Gap.SIGN


def _is_parted_as_written(atoms: Sequence[Atom], first: int, last: int, spelling: Spelling) -> bool:
    """Whether the name is parted where its words end, or nowhere that a reader would take for a new word."""
    if all(len(atom.letters) == 1 for atom in atoms[first : last + 1]):
        return True  # spelt letter by letter
    places = accumulate(len(atom.letters) for atom in atoms[first : last + 1])
    return all(
        place in spelling.breaks or gap_of(atoms, at) is not Gap.SPACE
        for at, place in zip(range(first + 1, last + 1), places, strict=False)
    )


def _has_capitals(atoms: Sequence[Atom], first: int, last: int, text: str) -> bool:
    """Whether every piece of a letter or two that stands alone has a capital, and is no word such as I."""
    if first == last:
        return True
    for at in range(first, last + 1):
        atom = atoms[at]
        alone = (at == first or _leaves_room(atoms, at)) and (at == last or _leaves_room(atoms, at + 1))
        if len(atom.letters) > 2 or not alone:
            continue
        if not atom.is_capital or (at == last and text[atom.last : atom.last + 1] != "." and _is_word(atom)):
            return False
    return True


def _leaves_room(atoms: Sequence[Atom], at: int) -> bool:
    return gap_of(atoms, at) not in (Gap.SIGN, Gap.NOTHING)


def _is_word(atom: Atom) -> bool:
    return atom.letters in ("a", "i") or (len(atom.letters) == 2 and is_everyday(atom.letters))
