"""How is a message said in the language that is spoken?"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from formats.language.direction import isolated
from formats.language.language import ENGLISH, Language

_FIELD = re.compile(r"\{(\w+)\}")
_of_the_app: list[Language] = [ENGLISH]
_of_a_document: ContextVar[Language | None] = ContextVar("language of a document", default=None)


def spoken() -> Language:
    """The language that is spoken here and now."""
    return _of_a_document.get() or _of_the_app[-1]


def interface_language() -> Language:
    """The language that the app speaks, whatever a document is written in."""
    return _of_the_app[-1]


def speak(language: Language) -> None:
    """The app speaks this language from now on, in every thread."""
    _of_the_app[:] = [language]


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """What is written meanwhile, in this thread, is in this language: a document for other readers."""
    before = _of_a_document.set(language)
    try:
        yield
    finally:
        _of_a_document.reset(before)


def tr(message: str, /, **fields: object) -> str:
    """The message in the language that is spoken, with each {field} filled in."""
    # The empty message is the head of a catalogue.
    return _filled(spoken().words.gettext(message), message, fields) if message else ""


def tr_count(one: str, several: str, count: int, /, **fields: object) -> str:
    """A message that depends on how many there are, by the language's own rule; {count} is filled in too."""
    said = spoken().words.ngettext(one, several, count)
    return _filled(said, one if count == 1 else several, {"count": count, **fields})


def in_its_place(place: str, text: str) -> str:
    """A text of a structure, an opener or the guide in the language that is spoken, by the place it stands in."""
    return spoken().words.pgettext(place, text) if text else text


def said_anew(text: str, place: str = "") -> str:
    """A text that was said in the language of the app, or in English, in the one that is spoken now.

    It is known by the place it stands in, or as a message; one that is neither stays as it is.
    """
    in_english = interface_language().original(text, place)
    said = in_its_place(place, in_english) if place else in_english
    return said if said != in_english else tr(interface_language().original(in_english))


@dataclass(frozen=True)
class Message:
    """A message that is named before it is said: what a module holds, looked up when it is shown; else nothing."""

    text: str = ""
    fields: tuple[tuple[str, object], ...] = ()

    def __str__(self) -> str:
        return tr(self.text, **dict(self.fields))

    def __bool__(self) -> bool:
        return bool(self.text)

    def filled(self, **fields: object) -> str:
        """The same with its fields."""
        return tr(self.text, **fields)

    def about(self, **fields: object) -> "Message":
        """The same, to be said later, with its fields."""
        return Message(self.text, tuple(fields.items()))


def _filled(said: str, english: str, fields: dict[str, object]) -> str:
    """A translation that asks for a field there is none of is not used: better English than a hole."""
    if not fields:
        return said
    if any(name not in fields for name in _FIELD.findall(said)):
        said = english
    from_the_right = spoken().from_the_right

    def value(found: re.Match[str]) -> str:
        name = found[1]
        return isolated(str(fields[name]), from_the_right) if name in fields else found[0]

    return _FIELD.sub(value, said)
