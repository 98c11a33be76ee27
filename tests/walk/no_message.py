"""Is anything said in a language made from English that never was a message? It has no accents, or no brackets."""

import re
from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from formats.language.pseudo import ACCENTED
from tests.walk.own_texts import OwnTexts, plain
from tests.walk.said import texts_said

_WORD = re.compile(r"[^\W\d_]+")
_INNERMOST = re.compile(r"\[[^\[\]]*\]")
OUR_NAME = r"\bClearing\b"
FUNCTION_KEYS = r"\bF\d+\b"
KEYS = r"\b(?:(?:Ctrl|Shift|Alt)\+)+\S+|^(?:Backspace|Del|Down|End|Enter|Esc|Home|Left|Right|Space|Tab|Up|Pg\w+)$"
LETTERS = r"(?<!\w)[A-Z](?!\w)"
ZONES = r"\b[A-Z]\w+(?:/[A-Z][\w-]+)+"
ADDRESSES = r"\S+://\S+|[\w.]+@[\w.]+|\S*/\S+/\S*"
NOT_OURS_TO_SAY = re.compile("|".join((OUR_NAME, FUNCTION_KEYS, KEYS, LETTERS, ZONES, ADDRESSES)))
"""Our name, keys, zones of time, addresses and paths."""


def without_message(window: QWidget, own: OwnTexts) -> Iterator[str]:
    """Texts of a window, and what in them is neither a message nor a person's own."""
    for text, where in texts_said(window):
        if words := unsaid(text, own):
            yield f"no message: {' '.join(words)[:60]} in “{plain(text)[:80]}”, {where}"


def unsaid(text: str, own: OwnTexts) -> list[str]:
    """The words of a text that are in no message, and those that came into one without being said."""
    rest = NOT_OURS_TO_SAY.sub(" ", own.without(text))
    return [word for word in _WORD.findall(rest) if _has_no_accents(word)] or _outside_brackets(rest)


def _has_no_accents(word: str) -> bool:
    return word.isascii() and ACCENTED.words.gettext(word).strip("[]·") != word


def _outside_brackets(text: str) -> list[str]:
    """A line of a longer text that was drawn by itself may have lost its brackets, and is left alone."""
    if "[" not in text and not text.isascii():
        return []
    inside = re.sub(r"\[[^\[\]]*…$", "", text)
    while (less := _INNERMOST.sub("", inside)) != inside:
        inside = less
    return _WORD.findall(inside) if "[" not in inside and "]" not in inside else []
