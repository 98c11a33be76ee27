"""What in the walk's library is a person's own: names, titles, notes, and whatever the walk itself types."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import astuple, is_dataclass

from PySide6.QtCore import QLocale

from desktop.content.catalogue import Catalogue
from desktop.content.own_entries import OwnKind, template
from formats.session.session import Session

SHORTEST_BEGINNING = 3
"""So many letters of a text tell that it is the beginning of it, where the rest was cut away."""
_WORD = re.compile(r"[^\W\d_]+")


class OwnTexts:
    """Knows them, whole or shortened; `words` are those of names and days, each of them known by itself."""

    def __init__(self) -> None:
        self._texts: set[str] = set()
        self._words = set(_words_of_locale())

    def add(self, *texts: str) -> None:
        """From now on these are known."""
        lines = (line for text in texts for line in (text, *text.splitlines()))
        self._texts |= {plain(line) for line in lines if line.strip()}

    def add_names(self, *names: str) -> None:
        """These too, and any part of them."""
        self.add(*names)
        for name in names:
            self._words |= set(_WORD.findall(plain(name)))

    def add_session(self, session: Session) -> None:
        """What a person wrote of it; its stages say what the app does."""
        self.add(session.title, session.series, session.place, session.joining, session.question)
        self.add(session.title.partition(" ")[2])  # the next one is called after its own month
        self.add(*(note.text for note in session.notes), *session.closing_round.words)
        self.add_names(*(note.owner for note in session.notes))
        for person in session.people:
            self.add_names(person.name, person.organisation, person.role, person.email)
            self.add(person.remarks)
        self._add_without_names(session)

    def _add_without_names(self, session: Session) -> None:
        """What is left of a note where it leaves without the names that are in it."""
        names = {word for person in session.people for word in _WORD.findall(person.name)}
        named = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names)))})\b") if names else re.compile(r"(?!)")
        for note in session.notes:
            self.add(*(part for part in named.split(note.text) if " " in part.strip()))

    def add_own_entries(self) -> None:
        """The structure and the opener of the library are somebody's own."""
        for kind in OwnKind:
            self.add(*(text for text in _strings(tomllib.loads(template(kind))) if " " in text))

    def add_credits(self, catalogue: Catalogue) -> None:
        """Who thought of a structure or an opener, as they or their book are called."""
        self.add(
            *(credit for one in (*catalogue.structures, *catalogue.openers) for credit in _strings(one.credit))
        )

    def without(self, text: str) -> str:
        """A text without what is known in it."""
        rest = plain(text)
        if " " in rest and any(rest in own for own in self._texts):
            return ""  # one line of it, drawn by itself
        for own in sorted(self._texts, key=len, reverse=True):
            rest = re.sub(rf"(?<!\w){re.escape(own)}(?!\w)", " ", rest)
        rest = self._without_beginnings(rest)
        return _WORD.sub(lambda found: "" if found[0] in self._words else found[0], rest)

    def _without_beginnings(self, text: str) -> str:
        """What ends in an ellipsis may be the beginning of a longer text."""
        if "…" not in text:
            return text
        before, _, after = text.partition("…")
        for start in range(len(before) - SHORTEST_BEGINNING + 1):
            if any(own.startswith(before[start:].rstrip()) for own in self._texts):
                return before[:start] + "…" + after
        return text


def plain(text: str) -> str:
    """A text in one line, without marks that nobody sees."""
    return " ".join(re.sub(r"[\u2060\u200b-\u200f\u2066-\u2069\u00ad]", "", text).split())


def _words_of_locale() -> Iterator[str]:
    """Days, months and units of bytes are said by the locale, in no message of ours."""
    locale, long, short = QLocale(), QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat
    for kind in (long, short):
        yield from (locale.dayName(day, kind) for day in range(1, 8))
        yield from (locale.monthName(month, kind) for month in range(1, 13))
    yield from (locale.amText(), locale.pmText())
    for units in (QLocale.DataSizeFormat.DataSizeIecFormat, QLocale.DataSizeFormat.DataSizeSIFormat):
        sizes = (locale.formattedDataSize(size, 1, units) for size in (1, 10**4, 10**7))
        yield from (word for size in sizes for word in _WORD.findall(size))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inside in value.values():
            yield from _strings(inside)
    elif isinstance(value, Iterable):
        for inside in value:
            yield from _strings(inside)
    elif is_dataclass(value) and not isinstance(value, type):
        yield from _strings(astuple(value))
