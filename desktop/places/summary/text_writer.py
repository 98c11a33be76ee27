"""How do words and tables come onto the page on screen? Text as plain text, links told apart, names to choose."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextTable, QTextTableCell

from desktop.look import Look
from desktop.places.summary.text_tables import Edges, cell_format, table_format
from desktop.widgets.tips import plain_tip
from formats.exports.choices import NameSpot
from formats.exports.passages import Passage, Span, pieces
from formats.language import tr

LINE_SEPARATOR = "\u2028"
PART = 24
"""How many rows of a table are laid out together."""
Row = TypeVar("Row")


class TextWriter:
    """Writes blocks, tables and passages at `cursor`; `places` are those of names, in their order."""

    def __init__(self, look: Look, cursor: QTextCursor) -> None:
        self._look, self.cursor = look, cursor
        self.places: list[NameSpot] = []
        self.fresh, self.boxed = True, False
        self._formats: dict[tuple[float, str, QFont.Weight], QTextCharFormat] = {}

    def begin_block(self, *, above: float, level: int = 0) -> None:
        """Begins a block; the first one is there already, and so is the one after a table."""
        made = QTextBlockFormat()
        made.setTopMargin(self._look.px(above))
        made.setHeadingLevel(level)
        made.setLineHeight(118, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        usual = self.format(15, "ink_2")
        if self.fresh:
            self.cursor.setBlockFormat(made)
            self.cursor.setBlockCharFormat(usual)
        else:
            self.cursor.insertBlock(made, usual)
        if (written := self.cursor.currentList()) is not None:
            written.remove(self.cursor.block())
            self.cursor.setBlockFormat(made)
        self.fresh = False

    def begin_hairline(self) -> None:
        """Makes nothing of the block that Qt wants between two tables."""
        made = QTextBlockFormat()
        made.setLineHeight(0, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        self.cursor.setBlockFormat(made)
        self.fresh = False

    def in_parts(
        self, rows: Sequence[Row], widths: Sequence[float], *, headed: bool = False
    ) -> Iterator[tuple[QTextTable, Sequence[Row]]]:
        """Tables of a few rows that look like one: Qt lays a whole table out anew for each row that is added."""
        for start in range(0, len(rows), PART):
            some, goes_on = rows[start : start + PART], start + PART < len(rows)
            if start:
                self.begin_hairline()
            else:
                self.begin_block(above=2)
            form = table_format(self._look, widths, 0, headed=headed and not start, goes_on=goes_on)
            yield self.cursor.insertTable(len(some), len(widths), form), some
            self.leave_table()

    def insert_table(self, rows: int, widths: Sequence[float], *, spacing: int = 0) -> QTextTable:
        self.begin_block(above=2)
        return self.cursor.insertTable(rows, len(widths), table_format(self._look, widths, spacing))

    def cell(self, table: QTextTable, row: int, column: int, edges: Edges) -> QTextTableCell:
        cell = table.cellAt(row, column)
        cell.setFormat(cell_format(self._look, edges))
        return cell

    @contextmanager
    def inside(self, cell: QTextTableCell, *, boxed: bool = False) -> Iterator[None]:
        """What is written meanwhile stands in this cell."""
        before, form = (self.cursor, self.boxed), cell.format()
        self.cursor, self.fresh, self.boxed = cell.firstCursorPosition(), True, boxed
        yield
        cell.setFormat(form)  # which a format for the letters of its first block takes away
        self.cursor, self.boxed = before

    def leave_table(self) -> None:
        self.cursor.movePosition(QTextCursor.MoveOperation.End)
        self.fresh = True

    def write(self, passage: Passage, usual: QTextCharFormat, into: QTextCursor | None = None) -> None:
        """Writes a passage, its names to be chosen, at the cursor or at another."""
        cursor = into or self.cursor
        for span in passage.spans:
            if span.spot is not None:
                cursor.insertText(_lines(span.text), self._name(span, span.spot, usual))
                continue
            for piece in pieces(span.text):
                link = QTextCharFormat(usual)
                link.setForeground(self._look.colour("lake"))
                cursor.insertText(_lines(piece.text), link if piece.address else usual)

    def _name(self, span: Span, place: NameSpot, usual: QTextCharFormat) -> QTextCharFormat:
        """A name that was changed has a ground, one that was left has a line below it; both can be chosen."""
        made = QTextCharFormat(usual)
        made.setAnchor(True)
        made.setAnchorHref(f"name:{len(self.places)}")
        self.places.append(place)
        if span.changed:
            made.setBackground(self._look.colour("moss_2"))
            made.setToolTip(plain_tip(tr("Was “{was}”. Click to leave it as it was.", was=span.was)))
        else:
            made.setFontUnderline(True)
            made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            tip = tr("Left as typed. Click to write “{instead}” instead.", instead=span.instead)
            made.setToolTip(plain_tip(tip))
        return made

    def format(self, size: float, colour: str, weight: QFont.Weight = QFont.Weight.Normal) -> QTextCharFormat:
        """Letters of this size, colour role and weight."""
        asked = (size, colour, weight)
        if asked not in self._formats:
            made = self._formats[asked] = QTextCharFormat()
            made.setFont(self._look.font(size, weight))
            made.setForeground(self._look.colour(colour))
        return self._formats[asked]


def _lines(text: str) -> str:
    """A line break inside a text stays inside its block."""
    return text.replace("\n", LINE_SEPARATOR)
