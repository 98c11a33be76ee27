"""Whose turn it is in the go-round, and the two acts that end it: spoken, or passed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desktop.look import Look
from desktop.widgets.buttons import ActionButton
from desktop.widgets.flow import FlowLayout
from desktop.widgets.measuring import height_at
from desktop.widgets.screen_reader import announce
from desktop.widgets.words import Words
from formats.language import tr

GAP = 8
ANY_WIDTH = (1 << 24) - 1
"""What Qt takes for no limit; it has no name in Python."""


class TurnRow(QWidget):
    """The name above its acts; in one line with them where it stands below the dial."""

    person_spoke = Signal()
    person_passed = Signal()

    def __init__(self, look: Look, order: ActionButton) -> None:
        """`order` chooses the speaking order, and is left out of the one line."""
        super().__init__()
        self.turn_words = Words("", "large", wrap=True)
        self.turn_words.setObjectName("speaking-now")
        self._next = ActionButton(look, tr("Next person"), "chevron-right", icon_last=True)
        self._next.setObjectName("next-person")
        self._next.clicked.connect(self.person_spoke)
        self._pass = ActionButton(look, tr("Pass"), "hand")
        self._pass.setObjectName("passes")
        self._pass.clicked.connect(self.person_passed)
        self._acts = QWidget()
        flow = FlowLayout(self._acts, GAP)
        for button in (self._next, self._pass, order):
            flow.addWidget(button)
        row = self._row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.turn_words, 1)
        row.addWidget(self._acts)

    def show_turn(self, words: str, *, open_: bool, following: str = "") -> None:
        """Says whose turn it is, and aloud who is next; without an open turn there is nothing to end."""
        if words != self.turn_words.text():
            self.turn_words.setText(words)
            # For translators: "Callum speaks, then Idris."
            aloud = tr("{who_speaks}, then {next}.", who_speaks=words, next=following) if following else words
            self.turn_words.setAccessibleName(aloud)
            announce(self, aloud if self.isVisible() else "")
        self._next.setEnabled(open_)
        self._pass.setEnabled(open_)

    def height_at(self, width: int) -> int:
        """How high it would be."""
        return height_at(self._row, width)

    def set_flat(self, flat: bool) -> None:
        """Name and acts side by side, in as few words as can be, or one below the other."""
        self._next.show_as(tr("Next person"), "" if flat else "chevron-right")
        self._pass.show_as(tr("Pass"), "" if flat else "hand")
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if flat else QBoxLayout.Direction.TopToBottom)
        both = self._next.sizeHint().width() + GAP + self._pass.sizeHint().width()
        self._acts.setMinimumWidth(both if flat else 0)
        self._acts.setMaximumWidth(both if flat else ANY_WIDTH)
