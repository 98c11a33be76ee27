"""Are these two words the same to a reader? One folding for names, searches and wishes, whatever was typed."""

import unicodedata
from functools import lru_cache

# Accents, and the vowel signs of Hebrew and Arabic that people leave out; in other scripts marks make letters.
_MARKS = ((0x300, 0x36F), (0x591, 0x5BD), (0x5BF, 0x5C7), (0x64B, 0x65F), (0x670, 0x670), (0x1AB0, 0x1AFF))
_MORE_MARKS = ((0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0xFE20, 0xFE2F))
_APOSTROPHES = "’‘ʼ`´ʻ＇′ʹʽ‛՚"
_HYPHENS = "‐‑‒–—―−﹣－־⸺⸻"
_WORTH_KEEPING = 100  # letters: names and words come again, notes do not
_TATWEEL = "ـ"
# Letters that have no accent to take off and are still typed without it.
_PLAIN = {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ŋ": "ng"}
# One letter to a reader, typed by an Arabic or by a Persian keyboard.
_ARABIC = {"ى": "ي", "ی": "ي", "ک": "ك", "ڪ": "ك", "ة": "ه", "ە": "ه", "ہ": "ه", "ھ": "ه", "ٱ": "ا"}
_ALIKE = dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys(_HYPHENS, "-") | _PLAIN | _ARABIC | {_TATWEEL: ""}


class _Signs(dict[int, str]):
    """Each sign as it is folded, worked out the first time it is met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_sign(chr(code))
        return folded


def fold_sign(sign: str) -> str:
    """One sign for comparing: a letter or two, a space, or nothing where it says nothing by itself."""
    return _SIGNS[ord(sign)]


def fold(text: str) -> str:
    """Text for comparing: case, accents, kinds of apostrophe and hyphen, and surplus spaces ignored."""
    return _fold_word(text) if len(text) <= _WORTH_KEEPING else _fold(text)


def _fold(text: str) -> str:
    if text.isascii():  # most notes are, and this is many times faster
        return " ".join(text.lower().replace("`", "'").split())
    return " ".join(text.translate(_SIGNS).split())


_fold_word = lru_cache(maxsize=8192)(_fold)


def _fold_sign(sign: str) -> str:
    if sign.isspace():
        return " "
    if sign in _ALIKE:
        return _ALIKE[sign]
    return "".join(_plain(part) for part in unicodedata.normalize("NFKD", sign.casefold()).casefold())


def _plain(part: str) -> str:
    """A part of a sign taken apart: a mark or an unseen sign is nothing, a figure of any script its value."""
    code = ord(part)
    if any(first <= code <= last for first, last in (*_MARKS, *_MORE_MARKS)):
        return ""
    kind = unicodedata.category(part)
    if kind == "Nd":
        return str(unicodedata.decimal(part))
    return "" if kind == "Cf" else _ALIKE.get(part, part)


_SIGNS = _Signs()
