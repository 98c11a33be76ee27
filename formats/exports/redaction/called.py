"""By which names is somebody called, nicknames in brackets and quotes among them?"""

import re
from dataclasses import dataclass

from formats.exports.redaction.common_words import is_everyday
from formats.exports.redaction.nicknames import are_of_one_name
from formats.exports.redaction.word_sets import word_set
from formats.session.folding import fold
from formats.session.people import Person
from formats.session.person_names import PARTICLES, name_parts

_QUOTED = re.compile(r"[\"“”„«‹‘‚「『]([^\"“”„«»‹›‘’‚「」『』]{1,40})[\"“”»›’」』]|(?<!\w)'([^']{1,40})'(?!\w)")
_BRACKETS = re.compile(r"[(\[（]([^()\[\]（）]*)[)\]）]?")
_KNOWN_AS = re.compile(
    r"^(?:(?:also |better |usually )?(?:known|called|goes by)(?: as)?|goes by|prefers|call me|aka|a\.k\.a\.|"
    r"née?|nee|formerly|born|dite?|genannt|alias)\b[\s:.]*",
    re.IGNORECASE,
)
_ALSO = re.compile(r"\s+(?:aka|a\.k\.a\.|alias|known as|née|nee|formerly)\s+", re.IGNORECASE)
_PRONOUNS = word_set("""
he him his she her hers they them their theirs it its ze hir xe any all pronouns
""")
_SEVERAL = re.compile(r"\s*[,;/|]\s*|\s+(?:or|and|oder|ou|o)\s+")


@dataclass(frozen=True, slots=True)
class Called:
    """What somebody is called: `given` and `family` as typed, the family's with its particles, and other names.

    `maybe` are words beside the name that may be a nickname, or a place.
    """

    given: tuple[str, ...]
    family: tuple[str, ...]
    others: tuple[str, ...] = ()
    maybe: tuple[str, ...] = ()


def called(person: Person) -> Called:
    """By which names a person is called."""
    name, *also = _ALSO.split(person.name, maxsplit=1)
    bare, others, maybe = _take_apart(name)
    others += [*also, *_names(person.known_as)]
    parts = name_parts(bare)
    return Called(parts.given, (*parts.particles, *parts.family), tuple(others), tuple(maybe))


def without_remarks(name: str) -> str:
    """A name without what stands in brackets or quotes in it."""
    bare = " ".join(_BRACKETS.sub(" ", _QUOTED.sub(" ", _ALSO.split(name, maxsplit=1)[0])).split())
    return bare or name


def _take_apart(name: str) -> tuple[str, list[str], list[str]]:
    bare = without_remarks(name)
    if bare == name:
        return name, [], []
    others = [said for match in _QUOTED.finditer(name) for said in (match[1] or match[2],) if said]
    maybe: list[str] = []
    outside = _QUOTED.sub(" ", name)
    for match in _BRACKETS.finditer(outside):
        inside = match[1].strip()
        if not inside:
            continue
        said = _KNOWN_AS.sub("", inside)
        goes_on = bool(outside[match.end() :].strip())
        sure = said != inside or goes_on
        for one in _names(said):
            if sure or any(are_of_one_name(one, word) for word in bare.split()):
                others.append(one)
            elif _may_be_a_name(one):
                maybe.append(one)
    return bare, [one for one in others if not _is_pronoun(one)], maybe


def _names(text: str) -> list[str]:
    return [one.strip(" \"'“”‘’.,") for one in _SEVERAL.split(text) if one.strip(" \"'“”‘’.,")]


def _is_pronoun(text: str) -> bool:
    return all(word in _PRONOUNS for word in fold(text).split())


def _may_be_a_name(text: str) -> bool:
    """One or two words with capitals that are neither letters such as GP nor pronouns nor ordinary words."""
    words = text.split()
    return (
        0 < len(words) <= 2
        and all(
            word[0].isalpha() and not word[0].islower() and (len(word) > 3 or not word.isupper()) for word in words
        )
        and not any(fold(word) in _PRONOUNS | PARTICLES or is_everyday(fold(word)) for word in words)
    )
