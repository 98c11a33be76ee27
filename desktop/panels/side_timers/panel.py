"""Side timers in view: for a spare trio or a break, several at once, above whatever Run shows."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from desktop.dialogs.side_timer import SideTimerDialog
from desktop.live.side_timers import SideTimers
from desktop.look import Look
from desktop.panels.side_timers.card import SideTimerCard
from desktop.redraw import Redraw
from desktop.widgets.flow import FlowLayout

GAP = 8
ROWS_IN_VIEW = 2
ROOMY = 560
"""A lower window has room for one line of small cards."""


class SideTimersPanel(QScrollArea):
    """A card for each timer; hidden while there is none."""

    def __init__(self, look: Look, timers: SideTimers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # A click on a card leaves the cursor in the notes, and Space with the clock.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("side-timers")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._look, self._timers = look, timers
        self._cards: dict[int, SideTimerCard] = {}
        inner = QWidget()
        inner.setObjectName("scrolled")
        self._flow = FlowLayout(inner, GAP)
        self._flow.setContentsMargins(24, GAP, 24, 0)
        self.setWidget(inner)
        self._redraw = Redraw(self)
        self._redraw.due.connect(self._show_times)
        timers.second_passed.connect(self._redraw.request)
        self.verticalScrollBar().valueChanged.connect(self._redraw.request)
        timers.timers_changed.connect(self._show_cards)
        look.look_changed.connect(self.fit)
        self._show_cards()

    def ask(self) -> SideTimerDialog:
        """Asks for a name and minutes, and starts it."""
        dialog = SideTimerDialog(self._look, self._timers.usual_name, self.window())
        dialog.timer_requested.connect(self._timers.start)
        dialog.open()
        return dialog

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._redraw.come_into_view()

    def sizeHint(self) -> QSize:
        """Two rows at the most; more can be scrolled to."""
        return QSize(300, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
        self._redraw.request()

    def fit(self) -> None:
        """Takes the room there is: with its acts beside each timer, or as small cards."""
        for card in self._cards.values():
            card.set_compact(self._cramped)
        if self._cards and self.height() != self._height():
            self.setFixedHeight(self._height())

    @property
    def _cramped(self) -> bool:
        place = self.parentWidget()
        return place is not None and place.height() < self._look.px(ROOMY)

    def _height(self) -> int:
        row = max((card.sizeHint().height() for card in self._cards.values()), default=0)
        rows = 1 if self._cramped else ROWS_IN_VIEW
        return min(self._flow.heightForWidth(self.viewport().width()), rows * (row + GAP))

    def _show_cards(self) -> None:
        """One card for each timer: whether there are any decides whether the panel can be seen at all."""
        timers = {timer.number: timer for timer in self._timers.timers}
        for number in self._cards.keys() - timers.keys():
            self._remove(self._cards.pop(number))
        for number, timer in timers.items():
            if number not in self._cards:
                self._cards[number] = self._add(SideTimerCard(self._look, timer, self._timers))
            self._cards[number].timer = timer
        # Left to its place where there are some: a widget without a place must not show itself.
        if not timers or self.parentWidget() is not None:
            self.setVisible(bool(timers))
        self.fit()

    def _add(self, card: SideTimerCard) -> SideTimerCard:
        card.timer_changed.connect(self._timers.change)
        card.timer_dropped.connect(self._timers.drop)
        self._flow.addWidget(card)
        card.set_compact(self._cramped)
        card.show_at(self._timers.now)
        card.show()
        return card

    def _remove(self, card: SideTimerCard) -> None:
        self._flow.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _show_times(self) -> None:
        now = self._timers.now
        for card in self._cards_to_show():
            card.show_at(now)

    def _cards_to_show(self) -> Iterable[SideTimerCard]:
        """Those in view; all of them for a screen reader, which reads on beyond the view."""
        if QAccessible.isActive():
            return self._cards.values()
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        return [card for card in self._cards.values() if card.y() < bottom and card.y() + card.height() > top]
