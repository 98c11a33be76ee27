"""Side timers in view: for a spare trio or a break, several at once, above whatever Run shows."""

from datetime import datetime, timedelta

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from desktop.dialogs.side_timer import SideTimerDialog
from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.panels.side_timers.card import SideTimerCard
from desktop.widgets.flow import FlowLayout
from formats.session.clock import Reading
from formats.session.side_timer import SideTimer

GAP = 8
ROWS_IN_VIEW = 2
ROOMY = 560
"""A lower window has room for one line of small cards."""


class SideTimers(QScrollArea):
    """They run on the session's clock and never touch it; they go on when the app was closed in between."""

    timer_ended = Signal()
    """The time of one is up."""
    running_changed = Signal(bool)
    """There is one now whose time is not up, or none any more."""

    def __init__(self, look: Look, runner: SessionRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # A click on a card leaves the cursor in the notes, and Space with the clock.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("side-timers")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._look, self._runner = look, runner
        self._cards: dict[int, SideTimerCard] = {}
        self._rung: set[int] = set()
        self._made, self._running = 0, False
        inner = QWidget()
        inner.setObjectName("scrolled")
        self._flow = FlowLayout(inner, GAP)
        self._flow.setContentsMargins(24, GAP, 24, 0)
        self.setWidget(inner)
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setTimerType(Qt.TimerType.PreciseTimer)
        self._next.timeout.connect(self._look_again)
        runner.clock_ticked.connect(self._look_with_clock)
        look.look_changed.connect(self.fit)
        self._take_up()

    @property
    def timers(self) -> tuple[SideTimer, ...]:
        """The timers in view, the oldest first."""
        return tuple(card.timer for card in self._cards.values())

    @property
    def running(self) -> bool:
        """Whether the time of one is not up yet."""
        return self._running

    def ask(self) -> SideTimerDialog:
        """Asks for a name and minutes, and starts it."""
        usual = "Spare trio" if not self._cards else f"Side timer {self._made + 1}"
        dialog = SideTimerDialog(self._look, usual, self.window())
        dialog.timer_requested.connect(self.start)
        dialog.open()
        return dialog

    def start(self, name: str, length: timedelta) -> None:
        """Starts a timer."""
        timer = SideTimer(self._made + 1, name, self._runner.now + length)
        self._runner.side_timers.keep(timer)
        self._add(timer)
        self._look_again()
        self.show()
        self.fit()

    def _take_up(self) -> None:
        """Goes on with what ran when the app last stopped; what ended meanwhile is seen and rings no more."""
        now = self._runner.now
        for timer in self._runner.side_timers.take_up(now):
            self._add(timer)
            if timer.is_over(now):
                self._rung.add(timer.number)
        # Left to its place where there are some: a widget without a place must not show itself.
        if self._cards:
            self._look_again()
        else:
            self.hide()

    def _add(self, timer: SideTimer) -> None:
        self._made = max(self._made, timer.number)
        card = self._cards[timer.number] = SideTimerCard(self._look, timer, self._runner)
        card.timer_changed.connect(self._change)
        card.timer_dropped.connect(self._drop)
        self._flow.addWidget(card)
        card.set_compact(self._cramped)
        card.show()

    def sizeHint(self) -> QSize:
        """Two rows at the most; more can be scrolled to."""
        return QSize(300, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @property
    def _cramped(self) -> bool:
        place = self.parentWidget()
        return place is not None and place.height() < self._look.px(ROOMY)

    def _height(self) -> int:
        row = max((card.sizeHint().height() for card in self._cards.values()), default=0)
        rows = 1 if self._cramped else ROWS_IN_VIEW
        return min(self._flow.heightForWidth(self.viewport().width()), rows * (row + GAP))

    def fit(self) -> None:
        """Takes the room there is: with its acts beside each timer, or as small cards."""
        for card in self._cards.values():
            card.set_compact(self._cramped)
        if self._cards and self.height() != self._height():
            self.setFixedHeight(self._height())

    def _look_with_clock(self, _reading: Reading) -> None:
        if self._cards:
            self._look_again()

    def _look_again(self) -> None:
        now = self._runner.now
        for number, card in self._cards.items():
            card.show_at(now)
            if not card.timer.is_over(now):
                self._rung.discard(number)
            elif number not in self._rung:
                self._rung.add(number)
                self.timer_ended.emit()
        self._aim(now)
        running = not all(timer.is_over(now) for timer in self.timers)
        if running != self._running:
            self._running = running
            self.running_changed.emit(running)

    def _aim(self, now: datetime) -> None:
        waits = [timer.until_next_second(now) for timer in self.timers]
        if waits:
            self._next.start(round(min(waits) / timedelta(milliseconds=1) + 0.5))
        else:
            self._next.stop()

    def _change(self, timer: SideTimer) -> None:
        self._runner.side_timers.keep(timer)
        self._cards[timer.number].timer = timer
        self._look_again()

    def _drop(self, number: int) -> None:
        self._runner.side_timers.drop(number)
        card = self._cards.pop(number)
        self._rung.discard(number)
        self._flow.removeWidget(card)
        card.hide()
        card.deleteLater()
        self.setVisible(bool(self._cards))
        self._look_again()
        self.fit()
