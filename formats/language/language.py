"""What is a language to Clearing: its code, its own name, which way it is read, and its catalogues."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from gettext import NullTranslations
from typing import Protocol

from formats.language.direction import is_read_from_the_right

BETWEEN = "\x04"
"""What gettext has between the place of a text and the text."""


class Words(Protocol):
    """A catalogue as `gettext` gives them; what it lacks comes back in English."""

    def gettext(self, message: str, /) -> str: ...

    def ngettext(self, one: str, several: str, count: int, /) -> str: ...

    def pgettext(self, place: str, message: str, /) -> str: ...


def _nothing() -> Mapping[str, str]:
    return {}


@dataclass(frozen=True, eq=False)
class Language:
    """`code` as BCP 47 writes it ("de", "pt-BR"), `name` as its speakers do ("Deutsch").

    `complete` is the share of messages that its catalogue has, 0 to 1. `originals` tells what a text of it is in
    English, known by its place and the text itself with BETWEEN them; a message has no place.
    """

    code: str
    name: str
    words: Words
    complete: float = 1.0
    originals: Callable[[], Mapping[str, str]] = _nothing

    @property
    def from_the_right(self) -> bool:
        """Whether it is read from right to left."""
        return is_read_from_the_right(self.code)

    def original(self, text: str, place: str = "") -> str:
        """What a text of this language is in English; the text itself where that is not known."""
        return self.originals().get(f"{place}{BETWEEN}{text}", text)

    @property
    def tag(self) -> str:
        """Its code without what it adds for itself: "ar" of "ar-XB". For sorting, dates and screen readers."""
        return self.code.partition("-X")[0]


ENGLISH = Language("en", "English", NullTranslations())
