"""The guide in the place Help: contents, the page that is read, and what goes with it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.content.guide.pages import GuidePage, read_guide
from desktop.guide.beside import BesidePage, show_words
from desktop.guide.page_text import GuideText
from desktop.look import Look
from desktop.places.help.contents import GuideContents
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.tips import plain_tip

CONTENTS, BESIDE = 290, 324
ROOM_FOR_CONTENTS, ROOM_FOR_BOTH = 700, 1200
"""Widths at usual text: below the first the contents take the place of the page while they are open."""
FOOT_EDGE, FOOT_GAP = 20, 16


class GuideView(QWidget):
    """Shows one page at a time; what has no room beside it gives way to it."""

    place_requested = Signal(object)
    """A place is to be opened, by its word on the rail: a str."""
    page_shown = Signal()
    fitted = Signal()
    """It has another width: contents and page may take turns now, or no longer."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._guide = look, read_guide()
        self.page: GuidePage = self._guide.pages[0]
        self.contents = GuideContents(look, self._guide)
        self.text = GuideText(look)
        self.beside = BesidePage(look, self._guide)
        self.before = ActionButton(look, "", "chevron-left", Weight.QUIET)
        self.after = ActionButton(look, "", "chevron-right", Weight.QUIET, icon_last=True)
        self.show_me = ActionButton(look, "", "arrow-right")
        self.before.setObjectName("page-before")
        self.after.setObjectName("page-after")
        self.show_me.setObjectName("show-me-below")
        self._is_browsing = False
        self._lay_out()
        self.contents.page_chosen.connect(self.show_page)
        self.text.page_chosen.connect(self.show_page)
        self.beside.page_chosen.connect(self.show_page)
        self.beside.place_requested.connect(self.place_requested)
        self.show_me.clicked.connect(self._request_place)
        self.before.clicked.connect(self._go_back)
        self.after.clicked.connect(self._go_on)
        look.look_changed.connect(self._fit)
        self.show_page(self.page.id)

    @property
    def is_narrow(self) -> bool:
        """Whether contents and page take turns."""
        return self.width() < self._look.px(ROOM_FOR_CONTENTS)

    def show_page(self, page_id: str) -> None:
        """Shows a page, marked in the contents."""
        self.page = self._guide.page(page_id)
        self.text.show_page(self.page)
        self.beside.show_page(self.page)
        self.contents.show_chosen(self.page.id)
        self._is_browsing = False
        self._fit()
        self.page_shown.emit()

    def show_page_about(self, *topics: str) -> None:
        """Shows the page about a place or a dialog."""
        self.show_page(self._guide.page_about(*topics).id)

    def browse(self, on: bool) -> None:
        """In a narrow view: the contents, or the page again."""
        self._is_browsing = on
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self.fitted.emit()

    def _fit(self) -> None:
        narrow, browsing = self.is_narrow, self.is_narrow and self._is_browsing
        self.contents.setVisible(browsing or not narrow)
        self.contents.setMaximumWidth(16777215 if browsing else self._look.px(CONTENTS))
        self.contents.setMinimumWidth(0 if browsing else min(self._look.px(CONTENTS), self.width()))
        self._reading.setHidden(browsing)
        both = self.width() >= self._look.px(ROOM_FOR_BOTH)
        self.beside.setVisible(both and not browsing)
        self.beside.setFixedWidth(self._look.px(BESIDE))
        for_contents = 0 if narrow else self.contents.minimumWidth()
        self._show_foot(self.width() - for_contents - (self.beside.width() if both else 0), beside=both)

    def _show_foot(self, room: int, *, beside: bool) -> None:
        self.show_me.setVisible(bool(self.page.show) and not beside)
        self.show_me.show_as(show_words(self.page), "arrow-right")
        self._name_neighbours(with_titles=True)
        shown = [one for one in (self.before, self.show_me, self.after) if not one.isHidden()]
        needed = sum(one.sizeHint().width() + FOOT_GAP for one in shown) + 2 * FOOT_EDGE
        if needed > room:
            self._name_neighbours(with_titles=False)

    def _name_neighbours(self, *, with_titles: bool) -> None:
        """The pages before and after, by their titles or, where those have no room, in the tip."""
        buttons = ((self.before, "chevron-left"), (self.after, "chevron-right"))
        for (button, icon), other in zip(buttons, self._guide.beside(self.page), strict=True):
            word = other.title if other is not None else ""
            button.setVisible(other is not None)
            button.show_as(word if with_titles else "", icon)
            button.setAccessibleName(word)
            button.setToolTip(plain_tip("" if with_titles else word))

    def _request_place(self) -> None:
        self.place_requested.emit(self.page.show)

    def _go_back(self) -> None:
        before, _ = self._guide.beside(self.page)
        self.show_page(before.id if before else self.page.id)

    def _go_on(self) -> None:
        _, after = self._guide.beside(self.page)
        self.show_page(after.id if after else self.page.id)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(FOOT_EDGE, 4, FOOT_EDGE, 10)
        foot.addWidget(self.before)
        foot.addStretch(1)
        foot.addWidget(self.show_me)
        foot.addStretch(1)
        foot.addWidget(self.after)
        self._reading = QWidget()
        column = QVBoxLayout(self._reading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.text, 1)
        column.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.contents)
        row.addWidget(self._reading, 1)
        row.addWidget(self.beside)
