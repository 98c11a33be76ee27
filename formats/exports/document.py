"""What is a document, before it is written in any format: headings, texts, lists, tables and pictures in order."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from formats.exports.paper import Paper
from formats.exports.passages import EMPTY_PASSAGE, Passage, Span
from formats.exports.questions import NameQuestion, questions_in
from formats.exports.wording import language_tag
from formats.language import Language, speaking
from formats.session.notes import NoteKind

More = ParamSpec("More")
Written = TypeVar("Written", str, bytes)
NARROWEST, NAMES, WIDEST = 10, 26, 60


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 2 to 4, where it is about notes of their `kind`; level 1 is the title of the document."""

    level: int
    text: Passage
    kind: NoteKind | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of its own; a quiet one is set in the second colour, a strong one in bold."""

    text: Passage
    quiet: bool = False
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list: a label in bold, the text, and a quiet remark behind it."""

    text: Passage
    label: str = ""
    remark: Passage = EMPTY_PASSAGE


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; a numbered one holds what matters most, each remark on a line of its own."""

    items: tuple[Item, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing to know at a glance: what it is called, and what it is."""

    label: str
    text: Passage


@dataclass(frozen=True, slots=True)
class Facts:
    """A few facts side by side."""

    entries: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """What one room worked on: where, who brought it, and in which words."""

    label: str
    title: Passage
    text: Passage = EMPTY_PASSAGE


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards side by side, as many in a row as have room."""

    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class MarginGroup:
    """Entries that came from one place, which is said once, in the margin; "" where it needs no saying."""

    margin: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class MarginList:
    """Entries with the place they came from in the margin."""

    groups: tuple[MarginGroup, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a row of headings; its first column says what a row is about.

    `figures` are the columns that hold numbers, `strong` those in bold; `name` is for whoever hears it read.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[Passage, ...], ...]
    figures: tuple[int, ...] = ()
    name: str = ""
    strong: tuple[int, ...] = ()

    @property
    def shares(self) -> tuple[float, ...]:
        """How much of the width each column needs, in parts of one, from the longest line in it."""
        columns = zip(self.headings, *([str(cell) for cell in row] for row in self.rows), strict=True)
        lengths = [max(len(line) for text in column for line in text.split("\n")) for column in columns]
        most = [NAMES if number in self.strong else WIDEST for number in range(len(lengths))]
        room = [min(max(length, NARROWEST), widest) for length, widest in zip(lengths, most, strict=True)]
        return tuple(length / sum(room) for length in room)


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as SVG, and the same in words for whoever does not see it; `told_beside` if text says it too."""

    svg: str
    in_words: str
    told_beside: bool = False


PlainBlock = Heading | Paragraph | Bullets | Facts | Cards | MarginList | Table | Picture


@dataclass(frozen=True, slots=True)
class Panel:
    """A few blocks in a box: with a ground, and an edge where it is what matters most, or a line round it."""

    blocks: tuple[PlainBlock, ...]
    filled: bool = False
    edged: bool = False


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Boxes beside each other where a format has the room, else one after the other."""

    panels: tuple[Panel, ...]


Block = PlainBlock | Panel | SideBySide


@dataclass(frozen=True, slots=True)
class Document:
    """A title, a line below it, and what follows in the order of reading.

    `running` and `purpose` stand at the head of each page: what it belongs to, and for whom it is. What a format
    says in words of its own, such as the number of a page, is in its `language` too.
    """

    title: Passage
    lead: Passage
    blocks: tuple[Block, ...]
    language: Language
    made_at: datetime
    footer: str = ""
    running: str = ""
    purpose: str = ""
    paper: Paper = Paper.A4

    @property
    def tag(self) -> str:
        """How a file names its language: "de", "en-GB"."""
        return language_tag(self.language)

    @property
    def from_the_right(self) -> bool:
        """Whether its pages are read from right to left."""
        return self.language.from_the_right

    @property
    def names_found(self) -> tuple[Span, ...]:
        """Every name found in a text, changed or left, with the place by which it is overruled."""
        return tuple({span.spot: span for text in self.texts for span in text.names_found}.values())

    @property
    def questions(self) -> tuple[NameQuestion, ...]:
        """The words that may be names or not, each once."""
        return questions_in(self.texts)

    @property
    def texts(self) -> tuple[Passage, ...]:
        """Every text in the order of reading."""
        return (self.title, self.lead, *(text for block in plain_blocks(self.blocks) for text in texts_of(block)))


def in_its_language(
    write: Callable[Concatenate[Document, More], Written],
) -> Callable[Concatenate[Document, More], Written]:
    """A writer that speaks the language of the document while it writes."""

    @wraps(write)
    def written(document: Document, /, *more: More.args, **named: More.kwargs) -> Written:
        with speaking(document.language):
            return write(document, *more, **named)

    return written


def plain_blocks(blocks: Iterable[Block]) -> Iterator[PlainBlock]:
    """The blocks in the order of reading, without the boxes that some of them stand in."""
    for block in blocks:
        match block:
            case Panel(inner):
                yield from inner
            case SideBySide(panels):
                yield from plain_blocks(panels)
            case _:
                yield block


def texts_of(block: PlainBlock) -> Iterator[Passage]:
    """The texts of a block, but for what a format says in words of its own."""
    match block:
        case Heading(text=text) | Paragraph(text=text):
            yield text
        case Bullets(items):
            yield from (text for item in items for text in (item.text, item.remark))
        case Facts(entries):
            yield from (entry.text for entry in entries)
        case Cards(cards):
            yield from (text for card in cards for text in (card.title, card.text))
        case MarginList(groups):
            yield from (text for group in groups for item in group.items for text in (item.text, item.remark))
        case Table(rows=rows):
            yield from (cell for row in rows for cell in row)
