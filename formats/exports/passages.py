"""What does a text become on its way out: clean, in pieces, with every changed name on record?"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from operator import itemgetter

from formats.exports.choices import NameSpot
from formats.language import Message, spoken, tr
from formats.language.direction import isolated, not_set_apart

FIELD = re.compile(r"\{(\w+)\}")
LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# Overrides and embeddings reorder what stands around them; the marks that scripts need (U+200E, U+200F) stay.
REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")
# XML takes neither control characters, lone surrogates nor the two non-characters at the end of each plane.
LAST_TWO = "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
UNFIT = re.compile(f"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff{LAST_TWO}]")
ADDRESS = re.compile(r"https?://[^\s<>\"'“”‘’`\\^{|}]+", re.IGNORECASE)
CLOSING_SIGNS = ".,;:!?…"
# Every sign that runs from right to left is in one of these blocks of Unicode, or is the mark for it.
RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text. Where a name was found, `was` is what was typed and `place` names the spot.

    `instead` is what was proposed for it: equal to `text` where the name was changed. `asks` is the word that
    may mean no one and is still to be asked about.
    """

    text: str
    was: str = ""
    instead: str = ""
    spot: NameSpot | None = None
    asks: str = ""

    @property
    def changed(self) -> bool:
        """Whether another text stands here than was typed."""
        return self.spot is not None and self.text != self.was


@dataclass(frozen=True, slots=True)
class Passage:
    """One text of a summary as it leaves the machine, with the names in it on record."""

    spans: tuple[Span, ...] = ()

    def __str__(self) -> str:
        return "".join(span.text for span in self.spans)

    @property
    def names_found(self) -> tuple[Span, ...]:
        """The names found in it, changed or left, for a preview to mark."""
        return tuple(span for span in self.spans if span.spot is not None)


EMPTY_PASSAGE = Passage()


@dataclass(frozen=True, slots=True)
class TextPiece:
    """Plain text, or with an `address` the text of a link."""

    text: str
    address: str = ""


def plain(text: str) -> Passage:
    """A text without names in it."""
    return Passage((Span(text),)) if text else EMPTY_PASSAGE


def join_passages(*parts: Passage | str) -> Passage:
    """Several passages and texts as one."""
    spans = (part.spans if isinstance(part, Passage) else (Span(part),) for part in parts)
    return Passage(tuple(span for some in spans for span in some if span.text))


def filled(message: Message, **fields: Passage | str) -> Passage:
    """A message with passages in its fields, each set apart where it could be read the other way round.

    One whose translation asks for a field there is none of stays in English, as texts do.
    """
    parts = FIELD.split(str(message))
    if any(name not in fields for name in parts[1::2]):
        parts = FIELD.split(message.text)
    return join_passages(*(set_apart(fields[part]) if at % 2 else part for at, part in enumerate(parts)))


def listed(passages: Iterable[Passage]) -> Passage:
    """Passages one after the other, with what the language puts between."""
    between = tr("{before}, {after}", before="", after="")
    parts = (part for passage in passages for part in (between, set_apart(passage)))
    return join_passages(*tuple(parts)[1:])


def set_apart(passage: Passage | str) -> Passage:
    """A passage as it stands inside a sentence: isolated where it could be read the other way round."""
    said = str(passage)
    apart = isolated(said, spoken().from_the_right)
    as_it_is = passage if isinstance(passage, Passage) else plain(passage)
    return as_it_is if apart == said else join_passages(apart[0], as_it_is, apart[-1])


def beside_others(passage: Passage | str) -> str:
    """A text as it stands in a line with others, line by line set apart where the page is read from the right."""
    if not spoken().from_the_right:
        return str(passage)
    return "\n".join(isolated(line, from_the_right=True) for line in str(passage).split("\n"))


def in_brackets(passage: Passage) -> Passage:
    """A remark as it stands within a line: (Room 2); one that has its brackets keeps them."""
    if not passage.spans or str(passage).startswith("("):
        return passage
    return join_passages("(", passage, ")")


def clean_text(text: str) -> str:
    """A text fit for every kind of file: line breaks as one sign, no control characters, nothing reordered."""
    text = REORDERING.sub("", LINE_ENDS.sub("\n", text)).replace("\t", " ")
    return UNFIT.sub("", text).strip()


def one_line(text: str) -> str:
    """A clean text whose line breaks became spaces, for headings, headers and cells."""
    return " ".join(clean_text(text).split())


def pieces(text: str) -> tuple[TextPiece, ...]:
    """The text with its web addresses as pieces of their own; only http and https count."""
    found: list[TextPiece] = []
    end = 0
    for match in ADDRESS.finditer(text):
        address = _trim_address(match.group())
        if len(address) <= len("https://"):
            continue
        found += [TextPiece(text[end : match.start()]), TextPiece(address, address)]
        end = match.start() + len(address)
    return tuple(piece for piece in (*found, TextPiece(text[end:])) if piece.text)


def runs_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction belongs to a script written from right to left."""
    return bool(RIGHT_TO_LEFT.search(text)) and _first_direction(text) == "R"


def runs_the_other_way(text: str, from_the_right: bool) -> bool:
    """Whether a text of a document that is read from one side runs from the other; without letters it does not."""
    if not from_the_right:
        return runs_right_to_left(text)
    return _first_direction(text) == "L"


def _first_direction(text: str) -> str:
    """L or R by the first letter that has a direction and is not set apart (UAX 9, P2); "" where none has."""
    return next(filter(None, map(_direction, not_set_apart(text))), "")


def directed_runs(text: str, from_the_right: bool = False) -> tuple[tuple[str, bool], ...]:
    """A text in runs of one direction, each with whether it is written from right to left, as its document is.

    What has no direction, such as spaces, signs and figures, goes with the letters on both sides of it where they
    agree, and with the direction of the whole text where they do not.
    """
    if not RIGHT_TO_LEFT.search(text) and not from_the_right:
        return ((text, False),) if text else ()
    mirrored = runs_the_other_way(text, from_the_right)
    base = "R" if mirrored != from_the_right else "L"
    ways = [_direction(sign) for sign in text]
    runs = groupby(zip(text, _settle(ways, base), strict=True), key=itemgetter(1))
    return tuple(("".join(sign for sign, _ in run), way == "R") for way, run in runs)


def _settle(ways: Sequence[str], base: str) -> Iterator[str]:
    """A direction for each sign; one without any has that of its neighbours, or `base` where they differ."""
    following = accumulate(reversed(ways), lambda after, way: way or after, initial=base)
    before = base
    for way, after in zip(ways, reversed(list(following)[1:]), strict=True):
        before = way or before
        yield way or (before if before == after else base)


def _direction(sign: str) -> str:
    """L or R for a letter with a direction, else nothing."""
    way = unicodedata.bidirectional(sign)
    return "R" if way in ("R", "AL") else "L" if way == "L" else ""


def _trim_address(address: str) -> str:
    """An address without the sign that ends the sentence, or a bracket that opened before it."""
    while address and (
        address[-1] in CLOSING_SIGNS or (address[-1] == ")" and address.count(")") > address.count("("))
    ):
        address = address[:-1]
    return address
