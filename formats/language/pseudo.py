"""Two languages that nobody speaks, made from English, that show what a real one would do to the app.

`en-XA`: accented, longer by a third and in brackets, so that a text that was never a message, is glued or is cut
can be seen. `ar-XB`: English spelled with Arabic letters, so that what does not mirror can be seen. The codes are
the usual ones (Unicode CLDR, "pseudolocales"). Others make `ar-XB` with marks that turn words round. Those are
refused in titles here, and letters that are read from the right by themselves join and wrap as a real text does.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from formats.language.language import Language

_ACCENTED = str.maketrans(
    "aceilnorsuyzACDEGIKLNORSTUYZ",
    "áçéîļñöŕšûýžÅÇÐÉĜÎĶĻÑÖŔŠŢÛÝŽ",
)
_KEPT = re.compile(r"(\{\w+\}|<[^<>]*>|&\w+;|&(?=\w)|\]\([\w-]+\))")
"""Fields, markup, where a link leads and the mark before a letter to press stay as they are."""
_PICTURE = re.compile(r"!\[(.+)(\]\([\w-]+\))", re.DOTALL)
_PIECE = re.compile(r"(\s*(?:#+ |- |\d+\. )?)(.+?)(?=\n(?:- |\d+\. )|\Z)", re.DOTALL)
"""The mark of a heading or of a point in a list, and what it says."""
_ARABIC = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ابکدعفغهيجكلمنوپقرستثڤوخئز")
_LONGER_BY = 3


@dataclass(frozen=True)
class _Made:
    """A catalogue that has every message, by a rule."""

    made: Callable[[str], str]

    def gettext(self, message: str, /) -> str:
        return self.made(message) if message.strip() else message

    def ngettext(self, one: str, several: str, count: int, /) -> str:
        return self.gettext(one if count == 1 else several)

    def pgettext(self, _place: str, message: str, /) -> str:
        return self.gettext(message)


def _accented(message: str) -> str:
    """A text, each point of a list and what a picture shows in brackets of its own."""
    if picture := _PICTURE.fullmatch(message):
        return f"![{_in_brackets(picture[1])}{picture[2]}"
    return _PIECE.sub(lambda piece: piece[1] + _in_brackets(piece[2]), message)


def _in_brackets(message: str) -> str:
    """[Ñéxţ šţåĝé····]: each letter with its accent, a third more at the end, brackets round the whole."""
    letters = sum(map(str.isalpha, _KEPT.sub("", message)))
    longer = "·" * -(-letters // _LONGER_BY)
    return f"[{_outside_fields(message, lambda text: text.translate(_ACCENTED))}{longer}]"


def _arabic(message: str) -> str:
    """Each letter as an Arabic one."""
    return _outside_fields(message, lambda text: text.lower().translate(_ARABIC))


def _outside_fields(message: str, change: Callable[[str], str]) -> str:
    parts = _KEPT.split(message)
    return "".join(part if at % 2 else change(part) for at, part in enumerate(parts))


ACCENTED = Language("en-XA", "[Þšéûðö Éñĝļîšĥ]", _Made(_accented))
FROM_THE_RIGHT = Language("ar-XB", "پسعثدو عنغليسه", _Made(_arabic))
PSEUDO_LANGUAGES = (ACCENTED, FROM_THE_RIGHT)
