"""What kind of thing is this: a name, an organisation, an answer, a time, a number?"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from formats.session.folding import fold
from formats.session.person_names import PARTICLES, are_letters, is_title
from formats.session.roster.addresses import bare_address
from formats.session.roster.answers import Answer, is_answer, read_message, says_who_comes
from formats.session.roster.vocabulary import DAYS, DEVICES, MONTHS, NEVER_NAMES, ORGANISATIONS, ROLES, word_set

LONGEST_NAME = 6
"""Words; what is longer reads like a sentence."""

_DATE = re.compile(
    r"\d{1,4}[-/.]\d{1,2}([-/.]\d{1,4})?\b.*|\d{1,2}:\d{2}.*|\d{1,2}[.:]?\d{0,2}\s*[ap]\.?m\b.*"
    r"|\D{0,12}\d{1,2}(st|nd|rd|th|\.)?\s+[^\W\d]{3,10}\.?,?\s+\d{2,4}.*|[^\W\d]{3,10}\.?\s+\d{1,2}(st|nd|rd|th)?,?\s+\d{2,4}.*",
    re.IGNORECASE,
)
_DURATION = re.compile(
    r"(\d+\s*(h|hr|hrs|hours?|m|min|mins|minutes?|s|sec|secs|seconds?|std|d|days?|heures?|horas?|godz)\.?\s*)+",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(tel\.?:?\s*)?\+?[\d\s().*X-]{6,}", re.IGNORECASE)
_NUMBER = re.compile(r"[#£$€]?\s*[\d.,\s]+\s*[%£$€]?([A-Z]{3})?|[A-Z]{0,4}[-#]?\d[\w-]*")
_LINK = re.compile(r"(https?://|www\.)\S+", re.IGNORECASE)
_YES_OR_NO = word_set("""
yes no y n true false 1 0 x ja nein oui non si tak nie ydw na نعم لا wahr falsch vrai faux verdadero falso
prawda falsz nee sim nao
""")


_FIGURE_OF_A_DAY = re.compile(r"\d+(st|nd|rd|th|am|pm|h|uhr)?|am|pm|at|the|of|den|le|el|um|de")


class Cell(StrEnum):
    """What a cell holds."""

    EMPTY = "empty"
    ADDRESS = "address"
    LINK = "link"
    DATE = "date"
    DURATION = "duration"
    PHONE = "phone"
    NUMBER = "number"
    YES_OR_NO = "yes or no"
    ANSWER = "answer"
    TITLE = "title"
    NAME = "name"
    TEXT = "text"


@lru_cache(maxsize=8192)
def cell_kind(text: str) -> Cell:
    """What a cell holds, by its looks alone."""
    plain = text.strip()
    if not plain or plain in ("-", "–", "—", "n/a", "N/A"):
        return Cell.EMPTY
    for kind, fits in (
        (Cell.ADDRESS, _are_addresses(plain)),
        (Cell.LINK, _LINK.fullmatch(plain)),
        (Cell.DATE, len(plain) < 60 and _DATE.fullmatch(plain)),
        (Cell.DURATION, len(plain) < 40 and _DURATION.fullmatch(plain)),
        (Cell.YES_OR_NO, fold(plain).strip(" .!") in _YES_OR_NO),
        (Cell.NUMBER, len(plain) < 40 and _NUMBER.fullmatch(plain)),
        (Cell.PHONE, len(plain) < 40 and _PHONE.fullmatch(plain)),
        (Cell.ANSWER, is_answer(plain)),
        (Cell.TITLE, all(is_title(word) for word in plain.split()) and not is_role(plain)),
    ):
        if fits:
            return kind
    return Cell.NAME if could_be_name(plain) else Cell.TEXT


def _are_addresses(text: str) -> bool:
    """Whether a text is an address, or several with a mark between them."""
    return "@" in text and all(map(bare_address, filter(None, re.split(r"[;,\s]+", text))))


# Somebody typed "Anne <b>Bold</b>", or a web page did; it says nothing against the name, and stays as it is.
_MARKUP = re.compile(r"</?[a-z][a-z0-9]*/?>", re.IGNORECASE)


_CONTRACTED = re.compile(r"'(?:s|re|ll|ve|d|m)\Z|n't\Z")


def could_be_name(text: str) -> bool:
    """Whether a text may be a person's name: a few words of letters, none of them one of lists and letters."""
    text = _MARKUP.sub("", text)
    words = text.replace(",", " ").split()
    if not 0 < len(words) <= LONGEST_NAME + sum(is_title(w) or are_letters(w) for w in words):
        return False
    if any(c.isdigit() or c in "@:;?!=*_\\<>#%&+/|…" for c in text) or not any(c.isalpha() for c in text):
        return False
    plain = [_CONTRACTED.sub("", fold(word).strip(".,()'\"“”„«»-")) for word in words]
    if fold(words[-1]).endswith("'s"):  # St Oswald's, the Andersons' and Ada's are no persons
        return False
    if any(word in NEVER_NAMES and word not in PARTICLES and not _may_be_a_name(word) for word in plain):
        return False
    return not text.rstrip().endswith((",", ".")) or is_title(words[-1]) or len(words[-1]) < 5


@lru_cache(maxsize=8192)
def reads_like_person(text: str) -> bool:
    """Whether a text is most likely a person's whole name: two words or more with capitals, no organisation's."""
    words = text.split()
    if len(words) < 2 or not could_be_name(text) or is_organisation(text) or is_role(text):
        return False
    return all(
        _is_capital(word) for word in words if fold(word).strip(".") not in PARTICLES and not are_letters(word)
    )


@lru_cache(maxsize=8192)
def is_organisation(text: str) -> bool:
    """Whether a text plainly names an organisation."""
    words = re.findall(r"[\w.'’-]+", fold(text))
    return any(word.strip(".'") in ORGANISATIONS for word in words)


_BETWEEN_ROLE_AND_PLACE = frozenset({"of", "for", "to", "de", "in", "at", "bei", "chez", "en", "w", "yn"})


@lru_cache(maxsize=8192)
def is_role(text: str) -> bool:
    """Whether a text plainly says what somebody does: its last word, or the first, is a role's."""
    words = [word.strip(".,") for word in fold(text).split()]
    if not words or len(words) > LONGEST_NAME:
        return False
    return words[-1] in ROLES or (words[0] in ROLES and (len(words) == 1 or words[1] in _BETWEEN_ROLE_AND_PLACE))


_A_ROOM = re.compile(r"\b(meeting|conference|board|training) ?room\b|\b(besprechungs|sitzungs)(raum|zimmer)\b")


def is_device(text: str) -> bool:
    """Whether a name is a telephone's, a room's or a program's, and no person's."""
    words = set(re.findall(r"[\w.]+", fold(text)))
    return bool(words & DEVICES) or bool(_A_ROOM.search(fold(text))) or " notetaker" in f" {fold(text)}"


def is_day(text: str) -> bool:
    """Whether a text names a day or a time and nothing else: "Thu 9 March", "16:30"."""
    words = [word for word in re.split(r"[\s,.:/–-]+", fold(text)) if word]
    named = [word for word in words if not _FIGURE_OF_A_DAY.fullmatch(word)]
    return bool(words) and all(word in MONTHS or word in DAYS for word in named)


@dataclass(frozen=True, slots=True)
class Contents:
    """What the cells of one column hold, counted."""

    kinds: Counter[Cell]
    filled: int
    different: int
    known_answers: int
    here: int
    who_comes: int
    people: int
    shouted: int
    several_words: int
    organisations: int
    roles: int

    def share(self, *kinds: Cell) -> float:
        """How much of what is filled is of these kinds; 0 for an empty column."""
        return sum(self.kinds[kind] for kind in kinds) / self.filled if self.filled else 0.0

    @property
    def answers(self) -> float:
        """How much of what is filled is an answer we know."""
        return self.known_answers / self.filled if self.filled else 0.0

    @property
    def letters(self) -> float:
        """How much of what is filled is words, no answers, times or numbers."""
        return self.share(Cell.NAME, Cell.TEXT, Cell.TITLE)


def contents_of(cells: Sequence[str]) -> Contents:
    """What a column's cells hold."""
    kinds = Counter(cell_kind(cell) for cell in cells)
    filled = [cell for cell in cells if cell_kind(cell) is not Cell.EMPTY]
    return Contents(
        kinds=kinds,
        filled=len(filled),
        different=len({fold(cell) for cell in filled}),
        known_answers=sum(read_message(cell) not in (Answer.UNKNOWN, Answer.BLANK) for cell in filled),
        here=sum(read_message(cell) is Answer.HERE for cell in filled),
        who_comes=sum(map(says_who_comes, filled)),
        people=sum(reads_like_person(cell.partition("(")[0]) for cell in filled),
        shouted=sum(cell.isupper() for cell in filled),
        several_words=sum(_has_several_words(cell) for cell in filled),
        organisations=sum(is_organisation(cell) for cell in filled),
        roles=sum(is_role(cell) for cell in filled),
    )


def _has_several_words(text: str) -> bool:
    """Whether a text has two words or more, particles aside: "de Wit" has one."""
    return len([word for word in text.split() if word.istitle() or fold(word) not in PARTICLES]) > 1


def _may_be_a_name(word: str) -> bool:
    """Words of letters that are names as well: May, Will, Dee, Ben, Data."""
    return word in {
        "will",
        "may",
        "or",
        "so",
        "on",
        "in",
        "see",
        "is",
        "do",
        "has",
        "some",
        "am",
        "liste",
        "des",
        "ort",
        "die",
    }


def _is_capital(word: str) -> bool:
    first = next((c for c in word if c.isalpha()), "")
    return not first or first.isupper() or not (first.isupper() or first.islower())
