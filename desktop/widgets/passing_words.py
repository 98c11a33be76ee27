"""One sentence that goes by itself: what was done, or why an act was not possible just now."""

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.look import Look
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.screen_reader import announce
from desktop.widgets.sides import margins_as_read
from desktop.widgets.words import Words

READING_MS, GAP = 6000, 8


class PassingWords(QFrame):
    """In view for a few seconds, on a ground of its own: it lies over whatever is there."""

    act_requested = Signal()
    """What the sentence offers is wanted."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("passing")
        self.setProperty("role", "passing")
        self.words = Words("", wrap=True)
        self.words.setObjectName("passing-words")
        self.offer = ActionButton(look, "", weight=Weight.QUIET)
        self.offer.setObjectName("passing-act")
        self.offer.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.offer.clicked.connect(self._answer)
        row = QHBoxLayout(self)
        row.setContentsMargins(margins_as_read(14, 2, 6, 2))
        row.setSpacing(12)
        row.addWidget(self.words, 1)
        row.addWidget(self.offer)
        self._time = QTimer(self)
        self._time.setSingleShot(True)
        self._time.setInterval(READING_MS)
        self._time.timeout.connect(self._go)
        self.hide()

    def say(self, sentence: str, offer: str = "", icon: str = "", key: str = "") -> None:
        """Says it, with an act where there is one to offer; a newer sentence takes its place, and an
        empty one only takes it away.
        """
        self.words.setText(sentence)
        self.offer.show_as(offer, icon)
        self.offer.show_key(key)
        self.offer.setVisible(bool(offer))
        self.setVisible(bool(sentence))
        announce(self, sentence)
        self._time.start()

    def lie_along_foot(self, of: QRect) -> None:
        """Lies along the foot of this part of what it is in, as high as its words need."""
        foot = of.adjusted(GAP, 0, -GAP, -GAP)
        high = max(self.heightForWidth(foot.width()), self.sizeHint().height())
        self.setGeometry(foot.adjusted(0, foot.height() - high, 0, 0))
        self.raise_()

    def _answer(self) -> None:
        self.hide()
        self.act_requested.emit()

    def _go(self) -> None:
        """Not from under the mouse, nor from under the keys."""
        if self.underMouse() or self.offer.hasFocus():
            self._time.start()
        else:
            self.hide()
