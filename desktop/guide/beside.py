"""What stands beside a page of the guide: an act to try it, the keys it tells of, and pages that go with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop.content.guide.pages import Guide, GuidePage
from desktop.guide.key_rows import KeyRow
from desktop.keys import key_lines
from desktop.look import Look
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.press import connect_press
from desktop.widgets.scrolling import ScrollColumn, clear_layout
from desktop.widgets.words import Words, make_frame
from formats.language import tr


class BesidePage(ScrollColumn):
    """Up to three cards, made anew for each page."""

    place_requested = Signal(object)
    """The place that the page tells of is asked for, by its word on the rail: a str."""
    page_chosen = Signal(object)
    """Another page is asked for, by its id: a str."""

    def __init__(self, look: Look, guide: Guide) -> None:
        super().__init__(margins=(0, 20, 20, 16))
        self._look, self._guide = look, guide

    def show_page(self, page: GuidePage) -> None:
        """The cards of this page."""
        column = clear_layout(self.column)
        column.setSpacing(14)
        for card in (self._act_card(page), self._key_card(page), self._links_card(page)):
            if card is not None:
                column.addWidget(card)
        column.addStretch(1)

    def _act_card(self, page: GuidePage) -> QFrame | None:
        if not page.show:
            return None
        card, column = _card(tr("Do it now"))
        column.addWidget(Words(page.do, wrap=True))
        show = ActionButton(self._look, show_words(page), "arrow-right", Weight.MAIN)
        show.setObjectName("show-me")
        connect_press(show, self.place_requested, page.show)
        column.addWidget(show)
        return card

    def _key_card(self, page: GuidePage) -> QFrame | None:
        first = {line.said.text: line for line in reversed(key_lines())}
        lines = [first[word] for word in page.keys]
        if not lines:
            return None
        card, column = _card(tr("Keys on this page"))
        for line in lines:
            column.addWidget(KeyRow(self._look, line, with_help=False))
        return card

    def _links_card(self, page: GuidePage) -> QFrame | None:
        if not page.see:
            return None
        card, column = _card(tr("See also"))
        for other in (self._guide.page(page_id) for page_id in page.see):
            link = ActionButton(self._look, other.title, "", Weight.QUIET)
            connect_press(link, self.page_chosen, other.id)
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        return card


def show_words(page: GuidePage) -> str:
    """The act that opens the place of a page."""
    return tr("Show me in {place}", place=tr(page.show))


def _card(title: str) -> tuple[QFrame, QVBoxLayout]:
    card = make_frame("card")
    card.setAccessibleName(title)
    column = QVBoxLayout(card)
    column.setContentsMargins(16, 14, 16, 14)
    column.setSpacing(8)
    column.addWidget(Words(title, "caption"))
    return card, column
