"""Who takes a next step, and by when, as its own sentence says: "Beth to email members by Friday"."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from formats.session.folding import fold
from formats.session.people import Person, first_name, short_names
from formats.session.wording import join_and

ReadDay = Callable[[str], date | None]


def _no_day(_words: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class DayWords:
    """How days are said in a language beside English: the words before one, and what begins as one does."""

    before: frozenset[str] = frozenset()
    begins_one: Callable[[str], bool] = _no_day


IN_ENGLISH_ALONE = DayWords()
_MARKERS = frozenset(
    ("by", "before", "on", "until", "till", "due", "bis", "am", "avant", "antes", "hasta", "do", "przed", "erbyn")
)
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_PLAIN_DAYS = frozenset(("today", "tonight", "tomorrow", *_DAYS))
_BEFORE_DAYS = frozenset(("next", "this", "in", "end", *_DAYS))
_NOT_OWNED = frozenset(("we", "you", "i", "they", "he", "she", "it", "there", "that", "said", "asked", "thinks"))
_DAY_AND_MONTH = re.compile(
    r"\d{1,2}(?:st|nd|rd|th|\.)? [^\W\d]{3,}(?: \d{4})?|[^\W\d]{3,} \d{1,2}(?:st|nd|rd|th)?"
)
_UNITS = re.compile(r"\b(?:day|week|fortnight|month|year)s?\b")
# What stands before the name in minutes, in the languages of the lists people have: "Action: Beth to …".
_LEAD = re.compile(
    r"\A\s*(?:(?:action|ap|to ?do|next step|task|aufgabe|todo|action à faire|tarea|acción|zadanie"
    r"|gweithred|المهمة)"
    r"\s*\d*\s*[:.–—-]\s*|(?:please|could|can|will|ask|maybe|perhaps|and|bitte|kann|könnte|peut|est-ce que|puede"
    r"|czy|proszę|a all|plis)\s+)+",
    re.IGNORECASE,
)
_OWNER = re.compile(
    r"(?<!\w)(?:owner|who|lead|responsible|assigned to|assignee|taken by|zuständig|verantwortlich|wer|qui"
    r"|responsable|quién|quien|kto|odpowiedzialn[aey]|pwy|cyfrifol|المسؤول|المسؤولة)\s*[:=]?\s+([^,;.()–—]{2,60})",
    re.IGNORECASE,
)
_WORD = re.compile(r"\S+")
_AT = re.compile(r"(?<!\S)[@＠](\w[\w'’-]*)")
_TAIL = re.compile(r"\(([^()]{1,80})\)\W*$|\s[–—-]\s*([^–—]{1,80})$")
_AROUND = " \t,.;:!?()–—-"
LONGEST_NAME, LONGEST_DAY = 5, 5


@dataclass(frozen=True, slots=True)
class StepSentence:
    """What a sentence says. `owner` is a person's id, or names where several take it; `named` is who, in words."""

    owner: str = ""
    named: str = ""
    due: date | None = None


def read_step(
    text: str, people: tuple[Person, ...], read_day: ReadDay, said: DayWords = IN_ENGLISH_ALONE
) -> StepSentence:
    """Reads a next step. Only people who are known are found, and only days with a word before or after them."""
    found = _owners(text, people)
    owner = found[0].id if len(found) == 1 else join_and([person.name for person in found])
    return StepSentence(owner, join_and([person.name for person in found]), _due(text, read_day, said))


def _owners(text: str, people: tuple[Person, ...]) -> tuple[Person, ...]:
    """Whoever is named first, after an @, or at the end in brackets or behind a dash."""
    named = _by_name(people)
    if labelled := _OWNER.search(text):
        called = labelled[1].split()
        starts = (_plain(" ".join(called[:length])) for length in range(min(LONGEST_NAME, len(called)), 0, -1))
        if found := next((named[start] for start in starts if start in named), None):
            return (found,)
    for words in (text.split(), _LEAD.sub("", text).split()):
        for length in range(min(LONGEST_NAME, len(words)), 0, -1):
            first = named.get(_plain(" ".join(words[:length])))
            if first is not None and not _is_about(words[length:]):
                return (first, *_partner(words[length:], named, first))
    places = [match[1] for match in _AT.finditer(text)]
    places += [part for tail in _tails(text) for part in (tail, *re.split(r"[,;]", tail))]
    return tuple(dict.fromkeys(named[name] for place in places if (name := _plain(place)) in named))[:1]


def _is_about(following: list[str]) -> bool:
    """Whether the sentence only speaks of the person that it begins with."""
    return not following or _plain(following[0]) in _NOT_OWNED


def _partner(following: list[str], named: dict[str, Person], first: Person) -> tuple[Person, ...]:
    """The other one of "Beth and Callum to write"."""
    if not following or following[0] not in ("and", "&", "+", "und", "et", "y"):
        return ()
    for length in range(min(LONGEST_NAME, len(following) - 1), 0, -1):
        other = named.get(_plain(" ".join(following[1 : length + 1])))
        if other is not None and other is not first:
            return (other,)
    return ()


def _by_name(people: tuple[Person, ...]) -> dict[str, Person]:
    """People by what they may be called; a name that fits two of them names nobody."""
    called = short_names(people)
    named: dict[str, Person | None] = {}
    for person in people:
        for name in {_plain(way) for way in (person.name, called[person.id], first_name(person.name))} - {""}:
            named[name] = None if name in named else person
    return {name: person for name, person in named.items() if person is not None}


def _due(text: str, read_day: ReadDay, said: DayWords) -> date | None:
    """The last day that is named."""
    words, markers = [*_WORD.finditer(text)], _MARKERS | said.before
    found: date | None = None
    for at, word in enumerate(words):
        if _plain(word[0]) in markers:
            found = next(filter(None, map(read_day, _phrases_after(text, words[at + 1 :]))), found)
    if found is not None:
        return found
    ends = (text[word.start() :].strip(_AROUND) for word in words[-LONGEST_DAY:])
    tails = (part.strip(_AROUND) for tail in _tails(text) for part in re.split(r"[,;]", tail))
    alone = (each for each in (*ends, *tails) if said.begins_one(each) or _is_day_alone(each))
    return next(filter(None, map(read_day, alone)), None)


def _phrases_after(text: str, words: list[re.Match[str]]) -> Iterator[str]:
    """What may be a day after a word such as "by", the longest first."""
    for last in reversed(words[:LONGEST_DAY]):
        yield text[words[0].start() : last.end()].strip(_AROUND)


def _is_day_alone(phrase: str) -> bool:
    """Whether words name a day without "by" before them: "tomorrow", "next week", "2 March"; not "two weeks"."""
    words = fold(phrase).split()
    if len(words) < 2:
        return bool(words) and words[0] in _PLAIN_DAYS
    if words[0] in _BEFORE_DAYS:
        return True
    plain = " ".join(words)
    return _DAY_AND_MONTH.fullmatch(plain) is not None and _UNITS.search(plain) is None


def _tails(text: str) -> list[str]:
    return [part for match in _TAIL.finditer(text) for part in match.groups() if part]


def _plain(words: str) -> str:
    return fold(words).strip(_AROUND)
