"""Which lines does the shape of a list show to be headings or buttons, whatever their words say?"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from formats.session.folding import fold
from formats.session.person_names import PARTICLES
from formats.session.roster.addresses import find_address
from formats.session.roster.cells import is_device, reads_like_person
from formats.session.roster.labels import section_named
from formats.session.roster.line_shapes import LABELLED, has_bullet, section_before
from formats.session.roster.vocabulary import MONTHS, NEVER_NAMES, phrase_set

_COUNTED = re.compile(r"\A(?P<words>\D{2,60}?)\s*(?:\((?:\d{1,4})\)|[:–—-]\s*\d{1,4}|\s\d{1,4})\s*:?\s*\Z")
_DAY = re.compile(r"\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b")
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\A\d{4,5} [A-Z][a-z]")
_BESIDE = re.compile(r"\s[-–—|]\s|[\t,(]")
_AT_THE_DESK = phrase_set(
    "available | busy | offline | away | do not disturb | be right back | in a call | in a meeting | out of office"
    " | presenting | verfügbar | beschäftigt | abwesend | nicht stören | disponible | occupé | absent(e)"
)
_HOW_MANY = re.compile(
    r"\A(?:[^\W\d]+ [·•|,-] )?\d{1,4} (?:members|participants|people|guests|attendees|mitglieder|teilnehmer\w*"
    r"|membres|personnes|miembros|participantes|personas|uczestnik\w*|osob\w*|aelod\w*|leden|deelnemers)\Z"
)
_FEWEST, _LONGEST_ADDRESS = 2, 7


@dataclass(frozen=True, slots=True)
class ListStructure:
    """Places of lines that head others, places of words that come again, and labels that name fields."""

    headings: frozenset[int] = frozenset()
    buttons: frozenset[int] = frozenset()
    labels: frozenset[str] = frozenset()
    postal: frozenset[int] = frozenset()
    """Lines of a postal address under a name."""


def structure_of(lines: Sequence[str]) -> ListStructure:
    """What the shape of a list shows; blank lines part its blocks."""
    return ListStructure(
        frozenset(_counted(lines) | _over_bullets(lines) | _title(lines)),
        frozenset(_buttons(lines) | _presence(lines)),
        _labels(lines),
        frozenset(_postal(lines)),
    )


def label_of(line: str) -> str:
    """The label of a line as labels are compared; "" where it has none."""
    labelled = LABELLED.match(line)
    return fold(labelled[1]) if labelled and labelled[2] else ""


def _counted(lines: Sequence[str]) -> set[int]:
    """Lines that end with how many follow: "Others invited (2)", "Declined: 1"."""
    found = ((at, _COUNTED.match(line)) for at, line in enumerate(lines[:-1]) if lines[at + 1])
    return {at for at, counted in found if counted and not has_bullet(lines[at]) and _heads(counted["words"])}


def _heads(words: str) -> bool:
    """Whether words before a count are no name with its guests, "Ann (2)": a label, or words of lists."""
    if _names_one(words):
        return False
    plain = fold(words).split()
    small = any(word.islower() and fold(word) not in PARTICLES for word in words.split())
    return small or section_named(words) is not None or any(word.strip(".,:") in NEVER_NAMES for word in plain)


def _over_bullets(lines: Sequence[str]) -> set[int]:
    """Lines without a bullet right above lines that have one, where most people of the list have one."""
    bulleted = [at for at, line in enumerate(lines) if line and has_bullet(line)]
    plain = [at for at, line in enumerate(lines) if line and not has_bullet(line)]
    if len(bulleted) < max(_FEWEST, len(plain)):
        return set()
    met = Counter(fold(line) for line in lines)
    return {
        at
        for at in plain
        if at + 1 < len(lines)
        and has_bullet(lines[at + 1] or "x")
        and not _names_one(lines[at])
        and met[fold(lines[at])] == 1  # what comes again heads nothing: somebody is on the list twice
    }


def _buttons(lines: Sequence[str]) -> set[int]:
    """Single words that come again among whole names: what a program writes under each person."""
    filled = [line for line in lines if line]
    whole = sum(reads_like_person(line) for line in filled)
    met = Counter(fold(line) for line in filled)
    again = {text for text, count in met.items() if count >= _FEWEST}
    return {at for at, line in enumerate(lines) if fold(line) in again and _is_button(line, whole)}


def _presence(lines: Sequence[str]) -> set[int]:
    """What a program says of who is at their desk, which is no answer: "Available", and "Away" beside it."""
    said = {at for at, line in enumerate(lines) if fold(line) in _AT_THE_DESK}
    return said if any(fold(lines[at]) != "away" for at in said) else set()


def _is_button(line: str, whole_names: int) -> bool:
    """Whether a line that comes again is a program's: one word among whole names, or words with no capitals."""
    words = line.split()
    if len(words) == 1:
        return whole_names >= _FEWEST
    return words[0][:1].isupper() and all(word.islower() for word in words[1:]) and not has_bullet(line)


def _postal(lines: Sequence[str]) -> set[int]:
    """The lines under the first of each block that has a postcode in it."""
    found: set[int] = set()
    begins = 0
    for at in range(len(lines) + 1):
        if at < len(lines) and lines[at]:
            continue
        codes = sum(bool(_POSTCODE.search(line)) for line in lines[begins:at])
        if _FEWEST < at - begins <= _LONGEST_ADDRESS and codes == 1 and not _POSTCODE.search(lines[begins]):
            found |= {place for place in range(begins + 1, at) if not find_address(lines[place])}
        begins = at + 1
    return found


def _labels(lines: Sequence[str]) -> frozenset[str]:
    """Labels that come again, as "Ticket:" in each order; a person's name is none."""
    met = Counter(label for line in lines if (label := label_of(line)))
    return frozenset(
        label for label, count in met.items() if count >= _FEWEST and not reads_like_person(label.title())
    )


def _title(lines: Sequence[str]) -> set[int]:
    """The first line, where it stands apart and has a word of lists or a date: the title of the list."""
    first = next((at for at, line in enumerate(lines) if line), len(lines))
    if first + 1 >= len(lines) or has_bullet(lines[first]) or label_of(lines[first]):
        return set()
    words = set(re.findall(r"[^\W_]+", fold(lines[first])))
    has_day = bool(_DAY.search(lines[first])) or (bool(words & MONTHS) and any(map(str.isdigit, words)))
    below = lines[first + 1]
    stands_apart = not below or below.endswith(":") or section_before(below) is not None
    day = _DAY.search(lines[first])
    counted = bool(_HOW_MANY.search(fold(below)))
    stands_apart = stands_apart or counted or bool(day and day.start())
    is_title = has_day or counted or (words & NEVER_NAMES and not _names_one(lines[first]))
    return {first} if stands_apart and len(words) > 1 and is_title else set()


def _names_one(text: str) -> bool:
    """Whether a text is a person's or a device's: a whole name, or one with an address."""
    plain = _BESIDE.split(text)[0].strip()
    return bool(find_address(text)) or reads_like_person(plain) or is_device(plain)
