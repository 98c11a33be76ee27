"""One answer of the closing round: the fingers that stand for it, and how many hands were counted."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from desktop.look import Look
from desktop.panels.closing_round.pictures import Fingers, Tally
from desktop.widgets.buttons import ActionButton
from desktop.widgets.press import connect_press
from desktop.widgets.screen_reader import announce
from desktop.widgets.words import Words
from formats.session.closing_round import ANSWERS, MOST_HANDS
from formats.session.wording import counted_noun

DIGITS = 2
"""So many have room without moving the buttons."""


class HandsCard(QFrame):
    """Upright in a row of five, or lying where there is no room for that."""

    hands_changed = Signal(int, int)
    """Hands are to be counted: how many fingers, and one more or one less."""

    def __init__(self, look: Look, fingers: int) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setObjectName(f"hands-{fingers}")
        self._fingers, self._count = fingers, -1
        answer = str(ANSWERS[fingers - 1])
        self._said = f"{counted_noun(fingers, 'finger')}, {answer}"
        self._picture, self._tally = Fingers(look, fingers), Tally(look)
        self._answer = Words(answer, "label")
        self._number = Words("0", "large")
        self._number.setObjectName(f"counted-{fingers}")
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.fewer = self._button(look, "", "minus", f"One hand less: {self._said}", -1)
        self.fewer.setObjectName(f"fewer-{fingers}")
        self.more = self._button(look, "", "plus", f"One hand more: {self._said}", 1)
        self.more.setObjectName(f"more-{fingers}")
        self.more.show_key(str(fingers))
        self._lay_out()

    def show_count(self, count: int, most: int) -> None:
        """Shows how many hands were counted, and says it where it is another count."""
        self._tally.show_count(count, most)
        if count == self._count:
            return
        if self._count >= 0 and self.isVisible():
            announce(self, f"{self._said}: {counted_noun(count, 'hand')}")
        self._count = count
        self._number.setText(str(count))
        self._number.setMinimumWidth(self._number.fontMetrics().horizontalAdvance("0" * DIGITS))
        self._number.setAccessibleName(f"{self._said}: {counted_noun(count, 'hand')}")
        self.fewer.setEnabled(count > 0)
        self.more.setEnabled(count < MOST_HANDS)

    def set_lying(self, lying: bool, *, keyed: bool = True) -> None:
        """All of it in one line, or one below the other; without its key where that has no room."""
        self.more.show_key(str(self._fingers) if keyed else "")
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if lying else QBoxLayout.Direction.TopToBottom)
        margin = 6 if lying else 14
        self._row.setContentsMargins(12, margin, 12, margin)
        self._tally.set_lying(lying)
        self._picture.setVisible(not lying)
        self._answer.setMinimumWidth(self._widest_answer() if lying else 0)
        self.setAccessibleName(self._said)

    def _widest_answer(self) -> int:
        metrics = self._answer.fontMetrics()
        return max(metrics.horizontalAdvance(str(answer)) for answer in ANSWERS) + 4

    def _button(self, look: Look, word: str, icon: str, name: str, more: int) -> ActionButton:
        button = ActionButton(look, word, icon)
        button.setAccessibleName(name)
        # A click leaves Space with the clock.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        connect_press(button, self._change, more)
        return button

    def _change(self, more: int) -> None:
        self.hands_changed.emit(self._fingers, more)

    def _lay_out(self) -> None:
        centre = Qt.AlignmentFlag.AlignCenter
        acts = QWidget()
        line = QBoxLayout(QBoxLayout.Direction.LeftToRight, acts)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self.fewer)
        line.addWidget(self._number, 1)
        line.addWidget(self.more)
        row = self._row = QVBoxLayout(self)
        row.setSpacing(8)
        row.addWidget(self._picture, 0, centre)
        row.addWidget(self._answer, 0, centre)
        row.addWidget(self._tally, 1)
        row.addWidget(acts)
