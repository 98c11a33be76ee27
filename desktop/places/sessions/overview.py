"""The page that Sessions opens with: the next session, all the others, and beside them what to begin from."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from desktop.content.catalogue import Catalogue
from desktop.look import Look
from desktop.places.sessions.cards import NextCard, NextFacts
from desktop.places.sessions.rows import SessionRows
from desktop.places.sessions.start_column import StartColumn
from desktop.places.sessions.table import SessionTable
from desktop.places.sessions.welcome import Welcome
from desktop.widgets.scrolling import ScrollColumn
from desktop.widgets.words import Words
from formats.library.repository import SessionCard

BESIDE, SIDE_WIDTH = 880, 330
NARROW_CARD = 620
UNBOUND = 16_777_215


class SessionsOverview(ScrollColumn):
    """Two columns where there is room for them, else one."""

    def __init__(self, look: Look, catalogue: Catalogue) -> None:
        super().__init__(margins=(30, 24, 30, 24))
        self._look = look
        self._rows = SessionRows(self)
        self.table = SessionTable(look, self._rows)
        self.next, self.welcome = NextCard(look), Welcome(look, catalogue)
        self.side = StartColumn(look, catalogue)
        self._message = Words("", "second", wrap=True)
        self._message.hide()
        self._columns = QHBoxLayout()
        self._columns.setSpacing(26)
        main = QVBoxLayout()
        main.setSpacing(20)
        for widget in (self._message, self.welcome, self.next, self.table):
            main.addWidget(widget)
        main.addStretch(1)
        self._columns.addLayout(main, 1)
        self._columns.addWidget(self.side, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(self._columns)
        self.column.addStretch(1)
        self.table.selectionModel().currentChanged.connect(self._follow_choice)

    def show_sessions(self, cards: Sequence[SessionCard], coming: NextFacts | None) -> None:
        """Shows the sessions there are, and the one that comes next where there is one."""
        if coming is not None:
            self.next.show_facts(coming)
        self.next.setVisible(coming is not None)
        self._rows.show(cards)
        self.table.setVisible(bool(cards))
        self.welcome.setVisible(not cards)
        self.side.setVisible(bool(cards))

    def say(self, words: str) -> None:
        """Says above the list what has been done; nothing where it is empty."""
        self._message.setText(words)
        self._message.setVisible(bool(words))

    def fit(self, width: int) -> None:
        """Arranges itself for a place that is so wide."""
        self.welcome.fit(width)
        beside = width >= self._look.px(BESIDE)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(direction)
        side = min(self._look.px(SIDE_WIDTH), max(280, width * 3 // 10))
        self.side.setMaximumWidth(side if beside else UNBOUND)
        self.side.setMinimumWidth(side if beside else 0)
        left = width - (side + 90 if beside else 60)
        self.next.set_narrow(narrow=left < self._look.px(NARROW_CARD))

    def _follow_choice(self) -> None:
        """Keeps the chosen row in sight: the table itself does not scroll."""
        box = self.table.visualRect(self.table.currentIndex())
        inner = self.widget()
        if inner is not None:
            place = self.table.viewport().mapTo(inner, box.center())
            self.ensureVisible(place.x(), place.y(), 0, 60)
