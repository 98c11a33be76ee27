"""How is this name written properly? Turns round "Last, First", takes a name from an address, calms capitals."""

import re

from formats.session.people import folded


def word_set(words: str) -> frozenset[str]:
    """The words of a text, to look words up in."""
    return frozenset(words.split())


ADDRESS = re.compile(r"[\w.+'’-]+@[\w-]+(?:\.[\w-]+)+")
_SUFFIXES = word_set("jr sr ii iii iv phd md mbe obe cbe esq msc bsc ma ba rn frcp")
_PARTICLES = word_set("de la da das del della der den di do dos du van von zu bin ibn al el y e ap ab")
_UNSEEN = re.compile("[\u200b\u200e\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]")


def tidied(text: str) -> str:
    """Single spaces, without unseen marks; joiners stay, they are letters' business in many scripts."""
    return " ".join(_UNSEEN.sub("", text).split())


def is_suffix(text: str) -> bool:
    """Whether what follows a comma belongs to the name: Jr., PhD and the like."""
    words = folded(text).replace(".", "").split()
    return bool(words) and all(word in _SUFFIXES for word in words)


def first_name_first(name: str) -> str:
    """ "Adeyemi, Dele" as "Dele Adeyemi"; "Sam de la Cruz, Jr." stays as it is."""
    parts = [part.strip() for part in name.split(",")]
    if len(parts) != 2 or not all(parts) or is_suffix(parts[1]):
        return tidied(name)
    return tidied(f"{parts[1]} {parts[0]}")


def name_from(address: str) -> str:
    """A name made of an address: "ewan.macleod@..." as "Ewan Macleod"."""
    local = address.split("@")[0].split("+")[0]
    words = [word.strip("0123456789") for word in re.split(r"[._-]+", local)]
    return " ".join(_capital(word) for word in words if word) or local


def calmed(name: str) -> str:
    """A name of two words or more, all in capitals or all in small letters, as names are written."""
    if len(name.split()) < 2 or not (name.isupper() or name.islower()):
        return name
    first, *rest = name.lower().split()
    return " ".join([_capital(first), *(word if word in _PARTICLES else _capital(word) for word in rest)])


def _capital(word: str) -> str:
    return re.sub(r"(^|['’-])(\w)", lambda m: m[1] + m[2].upper(), word)
