"""How far does a name that was spelt reach, and what does its surrounding make of it?"""

import re
from bisect import bisect_left

from formats.exports.redaction.addresses import compounds_in
from formats.exports.redaction.atoms import Atom
from formats.exports.redaction.common_words import is_everyday
from formats.exports.redaction.folded import FoldedText
from formats.exports.redaction.sentences import Sentences
from formats.exports.redaction.spelt import Spelt
from formats.exports.redaction.usage import Use

LONGEST_RUN = 40
_ELISION_ONLY = frozenset({"o"})  # O'Hara is another name than Hara; d'Anna is not
_NUMBERED = re.compile(r"\s*(?:(?:&|and)\s*\w+\s*)?[\s,(]*(?:19|20)\d\d\b")


def goes_on_before(atoms: tuple[Atom, ...], at: int) -> bool:
    """Whether it is the second half of another name: the Hara of O'Hara, but not the Anna of d'Anna."""
    return atoms[at].gap == "'" and at > 0 and atoms[at - 1].letters in _ELISION_ONLY


def are_everyday(atoms: tuple[Atom, ...], spelt: Spelt) -> bool:
    """Whether all that was spelt is usual in English."""
    if spelt.first == spelt.last:
        return is_everyday(spelt.letters)
    return all(is_everyday(atom.letters) for atom in atoms[spelt.first : spelt.last + 1])


def use_of(atoms: tuple[Atom, ...], spelt: Spelt, sentences: Sentences) -> Use:
    """Whether everyday words are a name where they stand."""
    family_only = not any(form.first for form in spelt.spelling.forms)
    return sentences.use_of(spelt.first, spelt.last, plural=_is_plural(atoms, spelt), family_only=family_only)


def _is_plural(atoms: tuple[Atom, ...], spelt: Spelt) -> bool:
    return spelt.first == spelt.last and len(atoms[spelt.first].letters) > len(spelt.letters) + spelt.skip


def starts_in_compounds(folded: FoldedText, text: str) -> bytearray:
    """For each folded sign whether it stands in words run together."""
    inside = bytearray(len(folded.text) + 1)
    for first, last in compounds_in(text):
        start, end = bisect_left(folded.starts, first), bisect_left(folded.starts, last)
        inside[start:end] = b"\1" * (end - start)
    return inside


def end_of(last: Atom, spelt: Spelt, text: str) -> int:
    """Where a match ends: the s of a plural stays, the dot after an initial goes."""
    if spelt.first != spelt.last and len(last.letters) < 3 and spelt.spelling.initials:
        return with_dot(last, text)
    whole = spelt.letters.endswith(last.letters) or spelt.letters.endswith(last.expanded)
    return last.last if whole or last.expanded != last.letters else last.last - _ending(last, spelt)


def _ending(last: Atom, spelt: Spelt) -> int:
    return next((len(e) for e in ("s", "es") if spelt.letters.endswith(last.letters.removesuffix(e))), 0)


def with_dot(atom: Atom, text: str) -> int:
    """The end of a piece, with the dot that makes an initial of it."""
    return atom.last + (text[atom.last : atom.last + 1] == ".")


def is_cited(atoms: tuple[Atom, ...], spelt: Spelt, text: str) -> bool:
    """Smith et al., Smith (2020), Smith & Jones 2020."""
    after = [atom.letters for atom in atoms[spelt.last + 1 : spelt.last + 3]]
    return after == ["et", "al"] or bool(_NUMBERED.match(text, atoms[spelt.last].last))


def are_run_together(letters: str) -> bool:
    """Whether letters are two usual words: thankyou."""
    if len(letters) > LONGEST_RUN:
        return False
    return any(is_everyday(letters[:at]) and is_everyday(letters[at:]) for at in range(2, len(letters) - 1))
