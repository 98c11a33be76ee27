"""How does a document become a page on screen? Text is only ever inserted as plain text."""

import re
from collections.abc import Callable

from PySide6.QtCore import QByteArray, QRectF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextListFormat,
    QTextTableCellFormat,
    QTextTableFormat,
)
from PySide6.QtSvg import QSvgRenderer

from desktop.look import Look
from desktop.places.summary.columns import column_widths
from desktop.widgets.tips import plain_tip
from formats.exports.choices import NameSpot
from formats.exports.document import Block, Bullets, Document, Heading, Item, Paragraph, Picture, Table
from formats.exports.passages import Passage, Span, pieces

LINE_SEPARATOR = "\u2028"
SIZES = {2: 18.0, 3: 15.5, 4: 13.5}
ABOVE = {2: 26.0, 3: 16.0, 4: 10.0}
SHARPER = 2


class Typesetter:
    """Writes one document through one cursor."""

    def __init__(self, look: Look, cursor: QTextCursor, width: int) -> None:
        self._look, self._cursor, self._width = look, cursor, width
        self._places: list[NameSpot] = []
        self._formats: dict[tuple[float, str, QFont.Weight], QTextCharFormat] = {}
        self._fresh = True
        self._setters: dict[type, Callable[..., None]] = {
            Heading: self._heading,
            Paragraph: self._paragraph,
            Bullets: self._bullets,
            Table: self._table,
            Picture: self._picture,
        }

    def set(self, document: Document) -> tuple[NameSpot, ...]:
        """Writes the document; gives the places of names in the order in which they can be chosen."""
        self._cursor.beginEditBlock()
        self._block(above=0, level=1)
        self._passage(document.title, self._format(28, "ink", QFont.Weight.Bold))
        self._block(above=6)
        self._passage(document.lead, self._format(15, "ink_2"))
        for block in document.blocks:
            self._set_block(block)
        self._cursor.endEditBlock()
        return tuple(self._places)

    def _set_block(self, block: Block) -> None:
        self._setters[type(block)](block)

    def _heading(self, heading: Heading) -> None:
        self._block(above=ABOVE[heading.level], level=heading.level)
        colour = "moss" if heading.level == 2 else "ink" if heading.level == 3 else "ink_2"
        self._passage(heading.text, self._format(SIZES[heading.level], colour, QFont.Weight.Bold))

    def _paragraph(self, paragraph: Paragraph) -> None:
        self._block(above=4)
        self._passage(paragraph.text, self._format(15, "ink_2" if paragraph.quiet else "ink"))

    def _bullets(self, bullets: Bullets) -> None:
        made = QTextListFormat()
        made.setStyle(QTextListFormat.Style.ListDisc)
        made.setIndent(1)
        written = None
        for item in bullets.items:
            self._block(above=4)
            if written is None:
                written = self._cursor.createList(made)
            else:
                written.add(self._cursor.block())
            self._item(item)

    def _item(self, item: Item) -> None:
        if item.label:
            self._cursor.insertText(f"{item.label}. ", self._format(15, "ink", QFont.Weight.Bold))
        self._passage(item.text, self._format(15, "ink"))
        if item.remark.spans:
            self._cursor.insertText(" ", self._format(15, "ink_2"))
            self._passage(item.remark, self._format(15, "ink_2"))

    def _table(self, table: Table) -> None:
        self._block(above=2)
        made = QTextTableFormat()
        made.setHeaderRowCount(1)
        made.setBorder(0)
        # The block after a table loses the space above it.
        made.setBottomMargin(self._look.px(22))
        made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
        made.setCellSpacing(0)
        made.setBorderCollapse(True)
        made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        bold = QFontMetricsF(self._look.font(14, QFont.Weight.Bold))
        shares = column_widths(table, self._width, bold.horizontalAdvance)
        made.setColumnWidthConstraints(
            [QTextLength(QTextLength.Type.PercentageLength, 100 * share) for share in shares]
        )
        laid = self._cursor.insertTable(1 + len(table.rows), len(table.headings), made)
        rows = [tuple(_plain_passage(words) for words in table.headings), *table.rows]
        for number, row in enumerate(rows):
            for column, passage in enumerate(row):
                cell = laid.cellAt(number, column)
                cell.setFormat(self._cell(heading=number == 0))
                inside = cell.firstCursorPosition()
                weight = QFont.Weight.Bold if number == 0 else QFont.Weight.Normal
                _align(inside, right=column in table.figures)
                self._passage(passage, self._format(14, "ink", weight), inside)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._fresh = True

    def _cell(self, *, heading: bool) -> QTextTableCellFormat:
        made = QTextTableCellFormat()
        made.setTopPadding(self._look.px(6))
        made.setBottomPadding(self._look.px(6))
        made.setLeftPadding(4)
        made.setRightPadding(8)
        made.setBottomBorder(1)
        made.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        made.setBottomBorderBrush(self._look.colour("ink" if heading else "line"))
        return made

    def _picture(self, picture: Picture) -> None:
        """The drawing, on white as on paper, and its words as the name of it."""
        drawing = QSvgRenderer(QByteArray(_with_one_font(picture.svg).encode()))
        size = drawing.defaultSize()
        if not drawing.isValid() or size.isEmpty():
            return
        width = min(self._width, self._look.px(size.width()))
        height = round(size.height() * width / size.width())
        image = QImage(width * SHARPER, height * SHARPER, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(QColor(Qt.GlobalColor.white) if self._look.dark else QColor(Qt.GlobalColor.transparent))
        painter = QPainter(image)
        drawing.render(painter, QRectF(0, 0, image.width(), image.height()))
        painter.end()
        name = f"drawing:{self._cursor.position()}"
        self._cursor.document().addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), image)
        self._block(above=10)
        shown = QTextImageFormat()
        shown.setName(name)
        shown.setWidth(width)
        shown.setHeight(height)
        shown.setProperty(QTextImageFormat.Property.ImageAltText.value, picture.in_words)
        shown.setToolTip(plain_tip(picture.in_words))
        self._cursor.insertImage(shown)

    def _block(self, *, above: float, level: int = 0) -> None:
        """Begins a block; the first one is there already, and so is the one after a table."""
        made = QTextBlockFormat()
        made.setTopMargin(self._look.px(above))
        made.setHeadingLevel(level)
        made.setLineHeight(118, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        usual = self._format(15, "ink_2")
        if self._fresh:
            self._cursor.setBlockFormat(made)
            self._cursor.setBlockCharFormat(usual)
        else:
            self._cursor.insertBlock(made, usual)
        if (written := self._cursor.currentList()) is not None:
            written.remove(self._cursor.block())
            self._cursor.setBlockFormat(made)
        self._fresh = False

    def _passage(self, passage: Passage, usual: QTextCharFormat, into: QTextCursor | None = None) -> None:
        cursor = into or self._cursor
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
        made.setAnchorHref(f"name:{len(self._places)}")
        self._places.append(place)
        if span.changed:
            made.setBackground(self._look.colour("moss_2"))
            made.setToolTip(plain_tip(f"Was “{span.was}”. Click to leave it as it was."))
        else:
            made.setFontUnderline(True)
            made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            made.setToolTip(plain_tip(f"Left as typed. Click to write “{span.instead}” instead."))
        return made

    def _format(self, size: float, colour: str, weight: QFont.Weight = QFont.Weight.Normal) -> QTextCharFormat:
        asked = (size, colour, weight)
        if asked not in self._formats:
            made = self._formats[asked] = QTextCharFormat()
            made.setFont(self._look.font(size, weight))
            made.setForeground(self._look.colour(colour))
        return self._formats[asked]


def _align(cursor: QTextCursor, *, right: bool) -> None:
    made = cursor.blockFormat()
    made.setAlignment(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
    cursor.setBlockFormat(made)


def _with_one_font(svg: str) -> str:
    """Qt takes a list of fonts for the name of one."""
    return re.sub(r'font-family="([^",]+),[^"]*"', r'font-family="\1"', svg)


def _plain_passage(words: str) -> Passage:
    return Passage((Span(words),))


def _lines(text: str) -> str:
    """A line break inside a text stays inside its block."""
    return text.replace("\n", LINE_SEPARATOR)
