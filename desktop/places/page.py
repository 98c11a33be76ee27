"""What every place has: a header with its title, a fact and a few acts, and a body below."""

from collections.abc import Hashable, Iterator
from enum import StrEnum
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.look import Look
from desktop.redraw import ChangeScope, Redraw
from desktop.widgets.elided import ElidedWords
from desktop.widgets.sides import margins_as_read
from desktop.widgets.touch import let_fingers_scroll
from desktop.widgets.words import Words
from formats.language import Message

HEADER, EDGE, ROOMY = 60, 22, 900
"""Where the text is so wide, the header has room for a whole date."""


class PlaceName(StrEnum):
    """The places of the window."""

    SESSIONS = "Sessions"
    PREPARE = "Prepare"
    RUN = "Run"
    SUMMARY = "Summary"
    YEAR = "Year"
    LIBRARY = "Library"
    PEOPLE = "People"
    SETTINGS = "Settings"
    HELP = "Help"

    @property
    def word(self) -> str:
        """What people read on the rail."""
        return str(_WORDS[self])


_WORDS = {
    PlaceName.SESSIONS: Message("Sessions"),
    # For translators: the place where a session is made ready
    PlaceName.PREPARE: Message("Prepare"),
    # For translators: the place where a session runs
    PlaceName.RUN: Message("Run"),
    PlaceName.SUMMARY: Message("Summary"),
    PlaceName.YEAR: Message("Year"),
    PlaceName.LIBRARY: Message("Library"),
    PlaceName.PEOPLE: Message("People"),
    PlaceName.SETTINGS: Message("Settings"),
    PlaceName.HELP: Message("Help"),
}


class _Header(QFrame):
    """Never lower than what is in it, however large the text and however little room there is."""

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(QSize(0, HEADER))


class Page(QWidget):
    """One place of the window.

    What may change it is connected to `redraw.request`; `refresh` then comes once, and not before it is in sight.
    What it is not told of is in `sources`: it is looked at whenever the place comes back into sight.
    """

    page_requested = Signal(object)
    """Another place is asked for: PlaceName."""
    is_drawn_ahead: ClassVar[bool] = True
    """Whether it may be drawn before anybody opens it; not where that reads much, or what changes untold."""

    def __init__(self, look: Look, title: str, change: ChangeScope | None = None, *, settle_ms: int = 0) -> None:
        super().__init__()
        self.redraw = Redraw(self, change, settle_ms)
        self.redraw.due.connect(self._draw_page)
        self._absences = 0
        self._drawn_from: Hashable = None
        self.setObjectName("place")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.look = look  # dressed once all is in it: else Qt dresses each part as often as it is put into another
        self._fitted_for = look.scale
        look.look_changed.connect(self._follow_text_size)
        self._title = ElidedWords(title, "window")
        self._fact = Words("", "second")
        self._fact.hide()  # even an empty line takes room from a title in large text
        self._acts = QHBoxLayout()
        self._acts.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.header = self._header()
        column.addWidget(self.header)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        column.addLayout(self.body, 1)

    def take_notice(self, notice: QWidget) -> bool:
        """Whether it has a spot of its own for what the window says, as a place has in which nothing may move."""
        return False

    def refresh(self) -> None:
        """Shows what is true now."""
        raise NotImplementedError

    def sources(self) -> Hashable:
        """What it shows beyond what it is told of, as a value that differs once that has changed.

        Unless a place says better, anything may have changed while it was away: the library, the disk, the day.
        """
        return self._absences

    def get_ready(self) -> Iterator[None]:
        """Does what its next visit would have to do, in steps, while it is out of sight."""
        around = self.parentWidget()
        if around is None or self.isVisible():
            return
        self.resize(around.size())  # else Qt lays it out twice when it is shown: at some size, and at its own
        self.ensurePolished()
        yield
        if self.is_drawn_ahead and not self.isVisible():
            self.draw_ahead()
            yield

    def remember(self) -> Hashable:
        """What nobody else knows, for the one built in its place in another language; None for nothing."""
        return None

    def recall(self, remembered: Hashable) -> None:
        """Goes on from what the one before it remembered."""

    def draw_ahead(self) -> None:
        """Draws what has changed since it was last seen, just before it can be seen again."""
        self.look.dress(self)  # the look may have changed while it was away
        self._fit_text_size()
        self._look_at_sources()
        self.redraw.draw_ahead()

    def showEvent(self, event: QShowEvent) -> None:
        self.look.dress(self)
        super().showEvent(event)
        let_fingers_scroll(self)
        if event.spontaneous():  # the window was put away, and the page with it
            self._absences += 1
        self._look_at_sources()
        self.redraw.come_into_view()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._absences += 1

    def _look_at_sources(self) -> None:
        if self._all_sources() != self._drawn_from:
            self.redraw.request()

    def _draw_page(self) -> None:
        self._drawn_from = self._all_sources()
        self.refresh()

    def _all_sources(self) -> Hashable:
        """With the size of the text: which words a place has room for is another matter then."""
        return self.look.scale, self.sources()

    def _follow_text_size(self) -> None:
        if self.isVisible():
            self._fit_text_size()
            self._look_at_sources()

    def _fit_text_size(self) -> None:
        """What there is room for depends on the size of the text as on that of the page."""
        if self._fitted_for != self.look.scale:
            self._fitted_for = self.look.scale
            QCoreApplication.sendEvent(self, QResizeEvent(self.size(), self.size()))

    def set_title(self, title: str, fact: str = "") -> None:
        """Says which session or list this is, and one fact about it."""
        self._title.setText(title)
        self._fact.setText(fact)
        self._fact.setVisible(bool(fact))

    @property
    def title_width(self) -> int:
        """The width that shows the whole title, in pixels."""
        self._title.ensurePolished()  # a place that was hidden while the text grew still has the old type
        return self._title.sizeHint().width()

    @property
    def acts_width(self) -> int:
        """The width at the right end of the header that its acts take, in pixels."""
        self._acts.invalidate()  # Qt tells the layout around it of a change, and this one only when it lays out
        return self._acts.sizeHint().width() + EDGE

    def add_act(self, widget: QWidget) -> None:
        """Puts an act at the right end of the header."""
        self._acts.addWidget(widget)

    def _header(self) -> QFrame:
        header = _Header()
        header.setObjectName("header")
        row = QHBoxLayout(header)
        row.setContentsMargins(margins_as_read(24, 10, EDGE, 10))
        row.setSpacing(12)
        row.addWidget(self._title)
        row.addWidget(self._fact)
        row.addStretch(1)
        row.addLayout(self._acts)
        return header
