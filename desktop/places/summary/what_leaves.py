"""What will leave, in numbers, and which of its words may be names: said above the paper, always in sight."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop.dialogs.name_questions import NameQuestionsDialog
from desktop.look import Look
from desktop.widgets.buttons import ActionButton
from desktop.widgets.words import Words
from formats.exports.questions import NameQuestion
from formats.language import tr, tr_count

BESIDE = 560
"""The least width, in pixels at the usual text size, at which the button stands beside the sentence."""


class WhatLeaves(QWidget):
    """One sentence, and where a word may be a name, a button that asks."""

    answers_given = Signal(object)
    """What was said about words that may be names: NameAnswers."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._questions: Sequence[NameQuestion] = ()
        self._said = Words("", "second", wrap=True)
        self._said.setObjectName("what-leaves")
        self._ask = ActionButton(look, tr("Are these names?"), "circle-help")
        self._ask.setObjectName("ask-about-names")
        self._ask.clicked.connect(self.ask)
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._line.setContentsMargins(24, 12, 24, 12)
        self._line.setSpacing(10)
        self._line.addWidget(self._said, 1)
        self._line.addWidget(self._ask)
        look.look_changed.connect(self._arrange)
        self.tell("", ())

    def tell(self, leaves: str, questions: Sequence[NameQuestion]) -> None:
        """Shows a sentence of what leaves, "" for none, and how many words may be names."""
        self._questions = questions
        hidden = tr_count(
            "{count} word may be a name, hidden until you say.",
            "{count} words may be names, hidden until you say.",
            len(questions),
        )
        self._said.setText(" ".join(filter(None, (leaves, hidden if questions else ""))))
        self._ask.setVisible(bool(questions))
        self.setVisible(bool(leaves or questions))

    def ask(self) -> None:
        """Asks about the words that may be names."""
        dialog = NameQuestionsDialog(self._look, self._questions, self.window())
        dialog.answers_given.connect(self.answers_given)
        dialog.open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        beside = self.width() >= self._look.px(BESIDE)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._line.setDirection(way)
