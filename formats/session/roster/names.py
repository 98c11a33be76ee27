"""How is this name written properly? Turns round "Last, First", takes out what is unseen, calms capitals."""

import re
import unicodedata

from formats.session.folding import fold
from formats.session.person_names import PARTICLES, are_letters, is_title
from formats.session.roster.vocabulary import word_set

_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff\u061c\u202a-\u202e\u2066-\u2069\ufe0f]")
# Particles that stay small when capitals are calmed; "Le Gall" and "El-Amin" have theirs in capitals.
_SMALL = word_set("de da di do dos das del della van von der den ten ter af av zu zum y e ap ab bin ibn of und 't")
_ARTICLES = frozenset({"La", "Las", "Los", "Le"})
_SHORT_FAMILY_NAMES = word_set("li ng wu xu ma ho he hu lu lo le yu ye yi vo ha an oh im so ko ok")
_PREFIXED = re.compile(r"\b(Mc|O['’]|D['’])(\w)")


def tidy(text: str) -> str:
    """Single spaces, without unseen marks; joiners stay, they are letters' business in many scripts."""
    return " ".join(_UNSEEN.sub("", text).split())


def without_pictures(text: str) -> str:
    """A text without the emoji at its ends, or between its words."""
    return tidy(
        "".join(
            " " if unicodedata.category(sign) in ("So", "Sk", "Cn") and sign not in "´`" else sign for sign in text
        )
    )


def put_first_name_first(name: str) -> str:
    """ "Adeyemi, Dele" as "Dele Adeyemi"; "Sam de la Cruz, Jr." stays as it is."""
    parts = [part.strip() for part in name.split(",")]
    if len(parts) == 3 and all(parts) and are_letters(parts[2]) and not are_letters(parts[1]):
        return tidy(f"{parts[1]} {parts[0]}, {parts[2]}")
    if len(parts) != 2 or not all(parts) or are_letters(parts[1]):
        return tidy(name)
    return tidy(f"{parts[1]} {parts[0]}")


def put_family_name_last(name: str) -> str:
    """ "de Wit Anna" as "Anna de Wit", where it is known that the family name stands first."""
    words = name.split()
    if any(map(_is_shouted, words)) and not name.isupper():
        return name  # capitals say themselves which is the family name
    ends = next((at for at, word in enumerate(words, start=1) if fold(word) not in PARTICLES), 1)
    return " ".join((*words[ends:], *words[:ends]))


def join_names(first: str, middle: str, last: str) -> str:
    """A name from its columns: capitals calmed, "Wit, de" as "de Wit"."""
    family = tidy(last)
    if family.count(",") == 1:
        before, after = (part.strip() for part in family.split(","))
        family = f"{after} {before}" if all(fold(word) in PARTICLES for word in after.split()) else family
    loud = any(_is_shouted(word) for word in family.split())
    calm = _calm_words(family.split(), loud=loud)
    initials = first.isupper() and len(first) < 3 and not (loud and set(fold(first)) & set("aeiouy"))
    shouted = loud and first.isupper() and not initials
    given = (
        calm_word(first) if shouted and len(first) < 3 else first if initials else calm_capitals(first, alone=loud)
    )
    return tidy(f"{given} {middle} {' '.join(calm)}")


def calm_capitals(name: str, *, alone: bool = False) -> str:
    """A name all in capitals or all in small letters, as names are written; "AJ" alone may be initials."""
    words = name.split()
    if len(words) < 2 and not (alone and len(name) > 2):
        return name
    if not (name.isupper() or name.islower()):
        return _calm_family(words)
    first, *rest = name.lower().split()
    return " ".join([calm_word(first), *(calm_word(word) for word in rest)])


def _calm_words(words: list[str], *, loud: bool) -> list[str]:
    """Words of a family name calmed; "la" is small behind "de"."""
    calm = [calm_word(word) if loud and word.isupper() and "." not in word else word for word in words]
    behind = zip(["", *calm], calm, strict=False)
    return [word.lower() if before == "de" and word in _ARTICLES else word for before, word in behind]


def calm_word(word: str) -> str:
    """One word as names are written: "O'NEILL" as "O'Neill", "MCBRIDE" as "McBride", a particle small."""
    small = word.lower()
    if fold(small) in _SMALL:
        return small
    capital = re.sub(r"(^|['’-])(\w)", lambda m: m[1] + m[2].upper(), small)
    return _PREFIXED.sub(lambda m: m[1] + m[2].upper(), capital) if word.isupper() else capital


def _calm_family(words: list[str]) -> str:
    """ "FRASER Jo" and "Jo FRASER" as "Jo Fraser": the family name is the one in capitals."""
    shouted = [_is_shouted(word) and not are_letters(word) for word in words]
    particles = [word.isupper() and fold(word) in PARTICLES for word in words]
    if not any(shouted) or all(shouted) or any(is_title(word) for word in words):
        return " ".join(words)
    calm = [
        calm_word(word) if loud or small else word
        for word, loud, small in zip(words, shouted, particles, strict=True)
    ]
    block = next(
        (at for at, loud in enumerate(shouted) if not loud and not _joins(words, shouted, at)), len(words)
    )
    if not block:  # the first word is calm: the family name stands where it belongs
        return " ".join(calm)
    return " ".join((*calm[block:], *calm[:block]))


def _joins(words: list[str], shouted: list[bool], at: int) -> bool:
    """Whether a word is a particle with a family name in capitals behind it, as in "de WIT Anna"."""
    later = next((place for place in range(at, len(words)) if fold(words[place]) not in PARTICLES), None)
    return fold(words[at]) in PARTICLES and later is not None and shouted[later]


def _is_shouted(word: str) -> bool:
    """Whether a word is a name in capitals, no initials: "OKORO", "O'NEILL", "LI"."""
    letters = re.sub(r"[\W_]+", "", word)
    return word.isupper() and (len(letters) > 2 or fold(letters) in _SHORT_FAMILY_NAMES) and "." not in word
