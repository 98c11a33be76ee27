"""What lies over the title: the next stage that begins by itself, what became of an act, what the window says.

It moves nothing.
"""

from dataclasses import replace

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.actions import ActName, act
from desktop.look import Look
from desktop.places.run.auto_advance_notice import AutoAdvanceNotice
from desktop.widgets.passing_words import PassingWords
from desktop.widgets.sides import mirror_of
from formats.session.session import Session

EDGE, TOP, GAP = 12, 6, 6


class Overlay(QWidget):
    """Lies over the title of the place, which can be missed for a few seconds; track and clock never can.

    Where the title leaves too little room it takes the whole width.
    """

    act_requested = Signal(object)
    """What is offered with a sentence is wanted: ActName."""

    def __init__(self, look: Look, page: QWidget, header: QWidget) -> None:
        super().__init__(page)
        self.setObjectName("passing-by")
        self.auto_advance = AutoAdvanceNotice(look)
        self.passing = PassingWords(look)
        self.passing.act_requested.connect(self._pass_on)
        self._page, self._header = page, header
        self._offered: ActName | None = None
        self._after: Session | None = None
        self._free = 0
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, TOP, EDGE, 0)
        column.setSpacing(GAP)
        column.addWidget(self.auto_advance)
        column.addWidget(self.passing)

    def take_notice(self, notice: QWidget) -> None:
        """Holds what the window says, below what passes by, until another place takes it."""
        self._column.addWidget(notice)
        self.fit()

    def say(self, sentence: str, offered: ActName | None = None) -> None:
        """Says a sentence for a few seconds, with the act that it offers."""
        self._offered, self._after = offered, None
        if offered is None:
            self.passing.say(sentence)
        else:
            one = act(offered)
            self.passing.say(sentence, one.word, one.icon, one.key)

    def follow(self, session: Session) -> None:
        """Takes an Undo or Redo away once something else was done: it would be of that."""
        if self._offered not in (ActName.UNDO, ActName.REDO):
            return
        now = replace(session, notes=())  # these have an undo of their own
        if self._after is None:
            self._after = now
        elif now != self._after:
            self.passing.hide()

    def leave_free(self, width: int) -> None:
        """So much at the end of the title is taken by acts, which stay in view where there is room."""
        self._free = width
        self.fit()

    def fit(self) -> None:
        """As high as what it says; over everything, and over nothing while it says nothing."""
        said = [one for one in self._held() if one.isVisibleTo(self)]
        if not said:
            self.setGeometry(QRect())
            return
        # The title is covered whole, or half of its letters would look out below.
        for one in said:
            one.setMinimumHeight(self._header.height() - 2 * TOP)
        beside, whole = self._page.width() - self._free, self._page.width()
        fits = beside >= self._column.minimumSize().width() and self._height_at(beside) <= self._header.height()
        width = beside if fits else whole
        # The title is there as a whole or not at all.
        box = QRect(0, 0, width, max(self._height_at(width), self._header.height()))
        self.setGeometry(mirror_of(self._page).rect(box))
        self.raise_()

    def _held(self) -> list[QWidget]:
        """Not by the items of the layout: PySide keeps those, and takes for one what comes to lie in its place."""
        inside = self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return [one for one in inside if self._column.indexOf(one) >= 0]

    def _height_at(self, width: int) -> int:
        own = self._column.heightForWidth(width) if self._column.hasHeightForWidth() else 0
        return max(own, self._column.sizeHint().height() if not own else 0)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.fit()
        return super().event(event)

    def _pass_on(self) -> None:
        if self._offered is not None:
            self.act_requested.emit(self._offered)
