"""Which letters does a reader see in a text, whatever signs they are written with, and where do they stand?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from itertools import pairwise
from unicodedata import category
from urllib.parse import unquote

from formats.exports.redaction.han_variants import SIMPLIFIED
from formats.session.folding import fold_sign

# %C3%BC in an address, =C3=BC in a letter, &uuml; in a page and \u00fc in data are the letter that a reader sees.
ENCODED = re.compile(
    r"(?:%[0-9A-Fa-f]{2})+|(?:=[CDEF][0-9A-F](?:=[89AB][0-9A-F])+)+|\\u[0-9A-Fa-f]{4}|"
    r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,24});"
)
# Signs without a shape that do not count as such in Unicode: fillers, the empty braille cell, variation selectors.
_SHAPELESS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u2800\u3164\uffa0") | frozenset(
    map(chr, range(0xFE00, 0xFE10))
)
_SHAPES = str.maketrans({chr(code): " " for code in range(128)}
                        | dict.fromkeys("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "A")
                        | dict.fromkeys("abcdefghijklmnopqrstuvwxyz", "a"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A text for comparing: case, accents, encodings and invisible signs ignored.

    `shape` has A for a capital, a for another letter, a space for anything else. The sign at n stood between
    `starts[n]` and `ends[n]` of the text as typed.
    """

    text: str
    shape: str
    starts: tuple[int, ...] | range
    ends: tuple[int, ...] | range
    size: int

    def typed_span(self, first: int, last: int) -> tuple[int, int]:
        """Where folded signs stand in the text as typed, with the unseen signs and accents that follow them."""
        following = self.starts[last] if last < len(self.text) else self.size
        return self.starts[first], max(self.ends[last - 1], following)

    def without(self, unread: Sequence[tuple[int, int]]) -> "FoldedText":
        """The text with some of its signs left out, from where to where each time, in order."""
        kept = [(0, 0), *unread, (len(self.text), len(self.text))]
        read = [slice(end, start) for (_, end), (start, _) in pairwise(kept)]
        return FoldedText(
            "".join(self.text[part] for part in read),
            "".join(self.shape[part] for part in read),
            tuple(place for part in read for place in self.starts[part]),
            tuple(place for part in read for place in self.ends[part]),
            self.size,
        )

    @classmethod
    def of(cls, text: str) -> "FoldedText":
        """The text folded, each sign of it with the place where it stood."""
        if text.isascii() and not ENCODED.search(text):  # as most notes are
            size = len(text)
            return cls(
                text.lower().replace("`", "'"), text.translate(_SHAPES), range(size), range(1, size + 1), size
            )
        signs: list[str] = []
        shapes: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        for typed, start, end in _typed_signs(text):
            seen, shape = _fold(typed)
            signs.append(seen)
            shapes.append(shape)
            starts += [start] * len(seen)
            ends += [end] * len(seen)
        return cls("".join(signs), "".join(shapes), tuple(starts), tuple(ends), len(text))


def _typed_signs(text: str) -> Iterator[tuple[str, int, int]]:
    """Each sign of a text, decoded where it was encoded, with its first place and the one after its last."""
    end = 0
    for match in ENCODED.finditer(text):
        yield from ((text[place], place, place + 1) for place in range(end, match.start()))
        yield from ((sign, match.start(), match.end()) for sign in _decode(match.group()))
        end = match.end()
    yield from ((text[place], place, place + 1) for place in range(end, len(text)))


def _decode(encoded: str) -> str:
    if encoded[0] == "&":
        return unescape(encoded)
    if encoded[0] == "\\":
        return chr(int(encoded[2:], 16))
    if encoded[0] == "=":
        encoded = encoded.replace("=", "%")
    twice = unquote(unquote(encoded, errors="ignore"), errors="ignore")
    return twice or encoded


@lru_cache(maxsize=4096)
def _fold(typed: str) -> tuple[str, str]:
    """A sign as it is compared, and the shape of it."""
    if typed in _SHAPELESS:
        return "", ""
    if typed == "\n":
        return typed, " "
    if "가" <= typed <= "힣":  # taken apart, one syllable would begin another
        return typed, "a"
    seen = "".join(SIMPLIFIED.get(sign, sign) for sign in fold_sign(typed))
    first = "A" if typed.isupper() or typed.istitle() else "a"
    letters = (_is_letter(sign) for sign in seen)
    return seen, "".join((first if at == 0 else "a") if letter else " " for at, letter in enumerate(letters))


def _is_letter(sign: str) -> bool:
    return sign.isalpha() or category(sign)[0] == "M"
