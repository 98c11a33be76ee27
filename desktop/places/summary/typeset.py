"""How does a document become a page on screen? Text is only ever inserted as plain text."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from PySide6.QtCore import QUrl
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
    QTextListFormat,
    QTextTableCell,
)

from desktop.look import Look
from desktop.places.summary.columns import column_widths
from desktop.places.summary.drawn import draw_picture
from desktop.places.summary.text_tables import Edges, align
from desktop.places.summary.text_writer import LINE_SEPARATOR, TextWriter
from desktop.widgets.tips import plain_tip
from formats.exports.choices import NameSpot
from formats.exports.document import (
    Bullets,
    Card,
    Cards,
    Document,
    Facts,
    Heading,
    Item,
    MarginList,
    Panel,
    Paragraph,
    Picture,
    SideBySide,
    Table,
)
from formats.exports.passages import plain
from formats.session.notes import NoteKind

SIZES = {2: 18.0, 3: 15.5, 4: 13.5}
ABOVE = {2: 26.0, 3: 14.0, 4: 10.0}
MARGIN, NARROWEST_COLUMN = 84, 170
TINTS = {NoteKind.QUESTION: "amber", NoteKind.STORY: "lake"}


class Typesetter:
    """Writes one document through one cursor, one piece after the other as whoever shows it asks."""

    def __init__(self, look: Look, cursor: QTextCursor, width: int) -> None:
        self._look, self._width = look, width
        self._text = TextWriter(look, cursor)
        self._setters: dict[type, Callable[..., Iterator[None]]] = {
            Heading: self._heading,
            Paragraph: self._paragraph,
            Bullets: self._bullets,
            Facts: self._facts,
            Cards: self._cards,
            MarginList: self._margin_list,
            Panel: self._panel,
            SideBySide: self._side_by_side,
            Table: self._table,
            Picture: self._picture,
        }

    @property
    def places(self) -> Sequence[NameSpot]:
        """The places of the names that were written, in the order in which they can be chosen."""
        return self._text.places

    def set(self, document: Document) -> Iterator[None]:
        """Writes the document, a line or a row with each step."""
        if said := " · ".join(filter(None, (document.running, document.purpose))):
            self._text.begin_block(above=0)
            self._text.write(plain(said), self._text.format(12.5, "ink_2"))
        self._text.begin_block(above=8, level=1)
        self._text.write(document.title, self._text.format(28, "ink", QFont.Weight.Bold))
        if document.lead.spans:
            self._text.begin_block(above=6)
            self._text.write(document.lead, self._text.format(15, "ink_2"))
        for block in document.blocks:
            yield from self._set_block(block)

    def _set_block(self, block: object) -> Iterator[None]:
        yield from self._setters[type(block)](block)

    def _heading(self, heading: Heading) -> Iterator[None]:
        self._text.begin_block(
            above=0 if self._text.fresh and self._text.boxed else ABOVE[heading.level], level=heading.level
        )
        usual = "moss" if heading.level == 2 else "ink" if heading.level == 3 else "ink_2"
        colour = TINTS.get(heading.kind, "moss") if heading.kind else usual
        self._text.write(heading.text, self._text.format(SIZES[heading.level], colour, QFont.Weight.Bold))
        yield

    def _paragraph(self, paragraph: Paragraph) -> Iterator[None]:
        self._text.begin_block(above=4)
        weight = QFont.Weight.Bold if paragraph.strong else QFont.Weight.Normal
        self._text.write(paragraph.text, self._text.format(15, "ink_2" if paragraph.quiet else "ink", weight))
        yield

    def _bullets(self, bullets: Bullets) -> Iterator[None]:
        if self._text.boxed and not bullets.numbered:
            for item in bullets.items:
                self._text.begin_block(above=4)
                self._item(item, below=True)
                yield
            return
        made = QTextListFormat()
        style = QTextListFormat.Style
        made.setStyle(style.ListDecimal if bullets.numbered else style.ListDisc)
        made.setIndent(1)
        written = None
        for item in bullets.items:
            self._text.begin_block(above=8 if bullets.numbered else 4)
            if written is None:
                written = self._text.cursor.createList(made)
            else:
                written.add(self._text.cursor.block())
            self._item(item, below=bullets.numbered, strong=bullets.numbered)
            yield

    def _item(self, item: Item, *, below: bool = False, strong: bool = False) -> None:
        if item.label:
            self._text.cursor.insertText(f"{item.label}. ", self._text.format(15, "ink", QFont.Weight.Bold))
        text = self._text.format(17, "ink", QFont.Weight.Bold) if strong else self._text.format(15, "ink")
        self._text.write(item.text, text)
        if item.remark.spans:
            remark = self._text.format(12.5 if below else 15, "ink_2")
            self._text.cursor.insertText(LINE_SEPARATOR if below else " ", remark)
            self._text.write(item.remark, remark)

    def _facts(self, facts: Facts) -> Iterator[None]:
        for cell, fact in zip(self._columns(len(facts.entries)), facts.entries, strict=True):
            with self._text.inside(cell):
                self._text.begin_block(above=0)
                self._text.write(plain(fact.label), self._text.format(12.5, "ink_2", QFont.Weight.Bold))
                self._text.begin_block(above=2)
                self._text.write(fact.text, self._text.format(15, "ink"))
        self._text.leave_table()
        yield

    def _cards(self, cards: Cards) -> Iterator[None]:
        across = max(1, min(3, len(cards.cards), self._width // self._look.px(NARROWEST_COLUMN)))
        for start in range(0, len(cards.cards), across):
            some = cards.cards[start : start + across]
            for cell, card in zip(self._columns(across, Edges(top="moss")), some, strict=False):
                with self._text.inside(cell):
                    self._card(card)
            self._text.leave_table()
            yield

    def _card(self, card: Card) -> None:
        for text, size, weight in (
            (plain(card.label), 12.5, QFont.Weight.Bold),
            (card.title, 16.0, QFont.Weight.Bold),
            (card.text, 15.0, QFont.Weight.Normal),
        ):
            if text.spans:
                self._text.begin_block(above=3)
                self._text.write(text, self._text.format(size, "ink_2" if size < 15 else "ink", weight))

    def _margin_list(self, block: MarginList) -> Iterator[None]:
        if not any(group.margin for group in block.groups):
            yield from self._bullets(Bullets(tuple(item for group in block.groups for item in group.items)))
            return
        margin = min(self._look.px(MARGIN), self._width // 3)
        for table, groups in self._text.in_parts(block.groups, [margin, self._width - margin]):
            for row, group in enumerate(groups):
                place, notes = (self._text.cell(table, row, column, Edges()) for column in (0, 1))
                with self._text.inside(place):
                    self._text.begin_block(above=2)
                    self._text.write(plain(group.margin), self._text.format(12.5, "ink_2"))
                with self._text.inside(notes):
                    for item in group.items:
                        self._text.begin_block(above=2)
                        self._item(item)
                        yield

    def _panel(self, panel: Panel) -> Iterator[None]:
        yield from self._fill_panels([panel])

    def _side_by_side(self, block: SideBySide) -> Iterator[None]:
        if self._width < len(block.panels) * self._look.px(2 * NARROWEST_COLUMN):
            for panel in block.panels:
                yield from self._panel(panel)
        else:
            yield from self._fill_panels(block.panels)

    def _fill_panels(self, panels: Sequence[Panel]) -> Iterator[None]:
        self._text.begin_block(above=8)
        width = self._width // len(panels)
        table = self._text.insert_table(1, [width] * len(panels), spacing=0 if len(panels) == 1 else 10)
        for column, panel in enumerate(panels):
            edges = Edges(
                left="moss" if panel.edged else "",
                around="" if panel.filled else "line",
                ground="moss_2" if panel.filled else "",
                padding=16,
            )
            with self._text.inside(self._text.cell(table, 0, column, edges), boxed=True):
                for block in panel.blocks:
                    yield from self._set_block(block)
        self._text.leave_table()

    def _table(self, table: Table) -> Iterator[None]:
        bold = QFontMetricsF(self._look.font(14, QFont.Weight.Bold))
        shares = column_widths(table, self._width, cache(lambda word: bold.horizontalAdvance(word)))
        head = tuple(map(plain, table.headings))
        widths = [share * self._width for share in shares]
        for laid, rows in self._text.in_parts([head, *table.rows], widths, headed=True):
            for number, row in enumerate(rows):
                headed = row is head
                for column, passage in enumerate(row):
                    edges = Edges(bottom="ink" if headed else "line", padding=6)
                    inside = self._text.cell(laid, number, column, edges).firstCursorPosition()
                    align(inside, right=column in table.figures)
                    weight = QFont.Weight.Bold if headed or column in table.strong else QFont.Weight.Normal
                    self._text.write(passage, self._text.format(14, "ink", weight), inside)
                yield

    def _columns(self, count: int, edges: Edges = Edges()) -> list[QTextTableCell]:  # noqa: B008  # it is frozen
        """Cells beside each other, or one below the other where they would be too narrow."""
        beside = self._width >= count * self._look.px(NARROWEST_COLUMN * 0.8)
        shape = (1, count) if beside else (count, 1)
        table = self._text.insert_table(shape[0], [self._width / shape[1]] * shape[1])
        return [
            self._text.cell(table, row, column, edges) for row in range(shape[0]) for column in range(shape[1])
        ]

    def _picture(self, picture: Picture) -> Iterator[None]:
        """The drawing, and its words as the name of it."""
        image = draw_picture(picture, self._look, self._width)
        if image is None:
            return
        yield
        name = f"drawing:{self._text.cursor.position()}"
        self._text.cursor.document().addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), image)
        self._text.begin_block(above=10)
        shown = QTextImageFormat()
        shown.setName(name)
        shown.setWidth(image.width() / image.devicePixelRatio())
        shown.setHeight(image.height() / image.devicePixelRatio())
        shown.setProperty(QTextImageFormat.Property.ImageAltText.value, picture.in_words)
        shown.setToolTip(plain_tip(picture.in_words))
        self._text.cursor.insertImage(shown)
