"""One side timer in view: what it is for, what is left of it, and what can be done with it."""

from datetime import datetime, timedelta

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu

from desktop.live.side_timers import SideTimers
from desktop.look import Look
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.elided import ElidedWords
from desktop.widgets.press import connect_press
from desktop.widgets.sides import margins_as_read
from desktop.widgets.tips import plain_tip
from desktop.widgets.words import Words
from desktop.wording import clock_digits
from formats.language import tr
from formats.session.side_timer import SideTimer

MINUTE = timedelta(minutes=1)
LAST = 60
"""Seconds: from here on it nears its end."""
LONG, SHORT = 220, 110
"""How much of a name is shown, in pixels before scaling; the tip has all of it."""


class SideTimerCard(QFrame):
    """One side timer: its name, what is left, a minute more or less, and away with it."""

    timer_changed = Signal(object)
    """The timer, with another length: SideTimer."""
    timer_dropped = Signal(object)
    """The timer is put away: its number."""

    def __init__(self, look: Look, timer: SideTimer, timers: SideTimers) -> None:
        super().__init__()
        self.setObjectName(f"side-timer-{timer.number}")
        self.setProperty("role", "card")
        self.timer, self._timers = timer, timers
        self._look = look
        self._name = ElidedWords(timer.name, "strong")
        self._left = Words("", "pane")
        self._left.setObjectName("side-timer-left")
        row = QHBoxLayout(self)
        row.setContentsMargins(margins_as_read(14, 4, 6, 4))
        row.setSpacing(6)
        row.addWidget(self._name)
        row.addWidget(self._left)
        self.menu = QMenu(self)
        self._buttons = [
            self._length_button("side-timer-shorter", "−1", tr("One minute less"), -MINUTE),
            self._length_button("side-timer-longer", "+1", tr("One minute more"), MINUTE),
            self._drop_button(),
        ]
        for button in self._buttons:
            row.addWidget(button)

    def set_compact(self, compact: bool) -> None:
        """Only name and time where there is next to no room; a press opens the acts as a menu."""
        self._name.setMaximumWidth(self._look.px(SHORT if compact else LONG))
        for button in self._buttons:
            button.setVisible(not compact)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if compact else Qt.FocusPolicy.NoFocus)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._open_menu()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open_menu()
        else:
            super().keyPressEvent(event)

    def show_at(self, now: datetime) -> None:
        """Shows what is left; the last minute and over have a word and a ground each, never a colour alone."""
        said, role = _words_at(self.timer, now)
        if said != self._left.text():
            self._left.setText(said)
            self.setAccessibleName(tr("Side timer {name}, {time_left}", name=self.timer.name, time_left=said))
            self._set_role(role)

    def _set_role(self, role: str) -> None:
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)

    def _length_button(self, name: str, word: str, said: str, by: timedelta) -> ActionButton:
        button, action = self._act(name, word, "", said)
        connect_press(button, self._change_length, by)
        connect_press(action, self._change_length, by)
        return button

    def _drop_button(self) -> ActionButton:
        button, action = self._act("side-timer-drop", "", "x", tr("Close"))
        connect_press(button, self.timer_dropped, self.timer.number)
        connect_press(action, self.timer_dropped, self.timer.number)
        return button

    def _act(self, name: str, word: str, icon: str, said: str) -> tuple[ActionButton, QAction]:
        """The same act as a button and as an entry of the menu."""
        button = ActionButton(self._look, word, icon, Weight.QUIET)
        button.setObjectName(name)
        button.setAccessibleName(f"{said}: {self.timer.name}")
        button.setToolTip(plain_tip(said))
        # A click leaves the cursor in the notes, and Space with the clock.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        action = self.menu.addAction(said)
        action.setObjectName(name)
        return button, action

    def _open_menu(self) -> None:
        self.menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _change_length(self, by: timedelta) -> None:
        self.timer_changed.emit(self.timer.with_more_time(by, self._timers.now))


def _words_at(timer: SideTimer, now: datetime) -> tuple[str, str]:
    """What it says, and on which ground."""
    if timer.is_over(now):
        return tr("{time} over", time=clock_digits(timer.seconds_over(now))), "alarm"
    left = timer.seconds_left(now)
    digits = clock_digits(left)
    return (tr("{time} left", time=digits), "notice") if left <= LAST else (digits, "card")
