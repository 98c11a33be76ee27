"""What does a page of the guide say? The little of Markdown that it is written in, read into plain values."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from formats.language import in_its_place


class SpanKind(StrEnum):
    """What a run of words is."""

    TEXT = "text"
    ON_SCREEN = "on_screen"
    """Words that stand on the screen, such as on a button."""
    KEY = "key"
    LINK = "link"
    """Leads to another page, by its id."""


@dataclass(frozen=True, slots=True)
class Span:
    """A run of words of one kind."""

    kind: SpanKind
    text: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a section."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some sentences."""

    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """Steps in their order, or points in any."""

    items: tuple[tuple[Span, ...], ...]
    numbered: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the app by its name, and what it shows in words."""

    name: str
    words: str


Block = Heading | Paragraph | Listing | Picture
_SPAN = re.compile(r"\*\*(?P<on_screen>.+?)\*\*|`(?P<key>.+?)`|\[(?P<link>[^\[\]]+)\]\((?P<target>[\w-]+)\)")
_PICTURE = re.compile(r"!\[(.+)\]\(([\w-]+)\)", re.DOTALL)
_ITEM = re.compile(r"^(?:\d+\.|-) ", re.MULTILINE)


def read_page(text: str, place: str) -> tuple[str, tuple[Block, ...]]:
    """The title of a page and what stands below it, in the language spoken; `place` names the page in a catalogue.

    Raises ValueError where it has no title.
    """
    title, *parts = (in_its_place(place, part) for part in parts_of(text))
    return title[2:].strip(), tuple(map(_block, parts))


def parts_of(text: str) -> tuple[str, ...]:
    """The title with its sign, then each paragraph, list and picture as written: what is translated in one piece.

    Raises ValueError where it has no title.
    """
    parts = tuple(filter(None, map(str.strip, re.split(r"\n\s*\n", text.strip()))))
    if not parts or not parts[0].startswith("# "):
        raise ValueError(f"A page of the guide begins with its title, not with “{text.strip()[:40]}”.")
    return parts


def _block(text: str) -> Block:
    if text.startswith("## "):
        return Heading(text[3:].strip())
    if picture := _PICTURE.fullmatch(text):
        return Picture(picture[2], _one_line(picture[1]))
    if _ITEM.match(text):
        items = tuple(_spans(item) for item in _ITEM.split(text) if item.strip())
        return Listing(items, numbered=text[0].isdigit())
    return Paragraph(_spans(text))


def _spans(text: str) -> tuple[Span, ...]:
    return tuple(span for span in _read_spans(_one_line(text)) if span.text)


def _read_spans(text: str) -> Iterator[Span]:
    end = 0
    for found in _SPAN.finditer(text):
        yield Span(SpanKind.TEXT, text[end : found.start()])
        end = found.end()
        if found["on_screen"]:
            yield Span(SpanKind.ON_SCREEN, found["on_screen"])
        elif found["key"]:
            yield Span(SpanKind.KEY, found["key"])
        else:
            yield Span(SpanKind.LINK, found["link"], found["target"])
    yield Span(SpanKind.TEXT, text[end:])


def _one_line(text: str) -> str:
    return " ".join(text.split())


def plain_words(spans: tuple[Span, ...]) -> str:
    """The words alone."""
    return "".join(span.text for span in spans)


def texts_of(block: Block) -> tuple[str, ...]:
    """What a block says, one text for each of its paragraphs or points."""
    match block:
        case Heading(text):
            return (text,)
        case Paragraph(spans):
            return (plain_words(spans),)
        case Listing(items):
            return tuple(plain_words(item) for item in items)
        case Picture():
            return (block.words,)
