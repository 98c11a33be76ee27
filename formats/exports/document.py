"""What is a document, before it is written in any format: headings, texts, lists, tables and pictures in order."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from formats.exports.passages import EMPTY_PASSAGE, Passage, Span
from formats.exports.questions import NameQuestion, questions_in

NARROWEST, WIDEST = 10, 60


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 2 to 4; level 1 is the title of the document."""

    level: int
    text: Passage


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of its own; a quiet one is set in the second colour."""

    text: Passage
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list: a label in bold, the text, and a quiet remark behind it."""

    text: Passage
    label: str = ""
    remark: Passage = EMPTY_PASSAGE


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a row of headings; its first column says what a row is about.

    `figures` are the columns that hold numbers; `name` is for whoever hears the table read.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[Passage, ...], ...]
    figures: tuple[int, ...] = ()
    name: str = ""

    @property
    def shares(self) -> tuple[float, ...]:
        """How much of the width each column needs, in parts of one, from the longest line in it."""
        columns = zip(self.headings, *([str(cell) for cell in row] for row in self.rows), strict=True)
        lengths = [max(len(line) for text in column for line in text.split("\n")) for column in columns]
        room = [min(max(length, NARROWEST), WIDEST) for length in lengths]
        return tuple(length / sum(room) for length in room)


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as SVG, and the same in words for whoever does not see it; `told_beside` if text says it too."""

    svg: str
    in_words: str
    told_beside: bool = False


Block = Heading | Paragraph | Bullets | Table | Picture


@dataclass(frozen=True, slots=True)
class Document:
    """A title, a line below it, and what follows in the order of reading."""

    title: Passage
    lead: Passage
    blocks: tuple[Block, ...]
    language: str
    made_at: datetime
    footer: str = ""

    @property
    def names_found(self) -> tuple[Span, ...]:
        """Every name found in a text, changed or left, with the place by which it is overruled."""
        return tuple({span.spot: span for text in self._all_texts() for span in text.names_found}.values())

    @property
    def questions(self) -> tuple[NameQuestion, ...]:
        """The words that may be names or not, each once."""
        return questions_in(self._all_texts())

    def _all_texts(self) -> tuple[Passage, ...]:
        return (self.title, self.lead, *(text for block in self.blocks for text in _texts(block)))


def _texts(block: Block) -> Iterator[Passage]:
    match block:
        case Heading(text=text) | Paragraph(text=text):
            yield text
        case Bullets(items):
            yield from (text for item in items for text in (item.text, item.remark))
        case Table(rows=rows):
            yield from (cell for row in rows for cell in row)
