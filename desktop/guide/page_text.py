"""One page of the guide, to be read: its text in the look of the app, with pictures and links."""

from functools import partial
from html import escape

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QFont, QImage, QResizeEvent, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from desktop.content.guide.html import page_html
from desktop.content.guide.markup import Picture
from desktop.content.guide.pages import GuidePage
from desktop.content.guide.pictures import picture_bytes
from desktop.look import SIZES, TEXT_FAMILY, Look
from formats.language import tr

EDGE = 28
WIDEST = 700
"""So wide at usual text is a column of words that reads well."""
ROOM_FOR_BAR = 14


class GuideText(QTextBrowser):
    """Shows a page; links lead to other pages, never out of the guide."""

    page_chosen = Signal(str)
    """A link was followed: the id of a page."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._page: GuidePage | None = None
        self.setObjectName("guide-text")
        self.setAccessibleName(tr("Page of the guide"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.document().setDocumentMargin(0)
        self.anchorClicked.connect(self._follow)
        look.look_changed.connect(self._draw)

    def show_page(self, page: GuidePage) -> None:
        """Shows a page from its beginning."""
        self._page = page
        self._draw()
        self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._draw()

    def _draw(self) -> None:
        if self._page is None:
            return
        beside = max(EDGE, (self.width() - ROOM_FOR_BAR - self._look.px(WIDEST)) // 2)
        self.setViewportMargins(EDGE, 20, min(beside, EDGE), 12)
        document, read_to = self.document(), self.verticalScrollBar().value()
        document.setDefaultStyleSheet(_style(self._look))
        document.setHtml(page_html(self._page, partial(self._picture, document), _target))
        self._size_headings(document)
        self.moveCursor(QTextCursor.MoveOperation.Start)  # Qt shows where it is, which was the end
        self.verticalScrollBar().setValue(read_to)

    def _size_headings(self, document: QTextDocument) -> None:
        """Qt makes a heading larger than its style says."""
        sizes = {1: SIZES["large"], 2: SIZES["pane"]}
        block = document.begin()
        while block.isValid():
            if size := sizes.get(block.blockFormat().headingLevel()):
                cursor = QTextCursor(block)
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                cursor.setCharFormat(_heading_format(self._look, size))
            block = block.next()

    def _picture(self, document: QTextDocument, picture: Picture) -> str:
        """The picture as wide as there is room, and what it shows, in words below it."""
        drawing = QImage.fromData(picture_bytes(picture.name, dark=self._look.dark))
        words = f'<p class="shown">{escape(picture.words)}</p>'
        if drawing.isNull():
            return words
        wide = min(drawing.width(), max(self.viewport().width() - 4, 1))
        high = drawing.height() * wide // drawing.width()
        fine = min(drawing.width(), round(wide * self.devicePixelRatioF()))
        smooth = drawing.scaledToWidth(fine, Qt.TransformationMode.SmoothTransformation)
        name = f"picture:{picture.name}"
        document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), smooth)
        return f'<p class="picture"><img src="{name}" width="{wide}" height="{high}"></p>{words}'

    def _follow(self, link: QUrl) -> None:
        self.page_chosen.emit(link.path())


def _heading_format(look: Look, size: float) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(look.font(size, QFont.Weight.Bold))
    made.setForeground(look.colour("ink"))
    return made


def _target(page_id: str) -> str:
    return f"page:{page_id}"


def _style(look: Look) -> str:
    """The style of a page in Qt's own CSS, which knows no variables and few selectors."""
    colours, sizes = look.palette, {name: look.px(size) for name, size in SIZES.items()}
    above, below = f"{look.px(16)}px 0 {look.px(6)}px 0", f"0 0 {look.px(12)}px 0"
    return f"""
        p, li {{ color: {colours.ink}; font-size: {sizes["text"]}px; line-height: 130%; margin: {below}; }}
        li {{ margin-bottom: {look.px(6)}px; }}
        p.chapter {{ color: {colours.ink_2}; font-size: {sizes["label"]}px; margin-bottom: 2px; }}
        p.shown {{ color: {colours.ink_2}; font-size: {sizes["label"]}px; margin-bottom: {look.px(20)}px; }}
        p.picture {{ margin: {look.px(8)}px 0 4px 0; }}
        h1 {{ color: {colours.ink}; font-size: {sizes["large"]}px; font-weight: 700; margin: {below}; }}
        h2 {{ color: {colours.ink}; font-size: {sizes["pane"]}px; font-weight: 700; margin: {above}; }}
        a {{ color: {colours.lake}; }}
        b {{ font-weight: 600; }}
        kbd {{ font-family: "{TEXT_FAMILY}"; background-color: {colours.sunken}; font-weight: 600; }}
    """
