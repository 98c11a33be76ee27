"""Which of these words are somebody's name? Asked once for each word, before anything leaves."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.dialogs.frame import Dialog
from desktop.look import Look
from desktop.widgets.tick import Tick
from desktop.widgets.words import Words
from formats.exports.questions import NameQuestion
from formats.language import Message, tr
from formats.session.wording import quoted

WHAT_TO_DO = Message("Tick what is somebody’s name: it is hidden. What you leave unticked stays as it was typed.")


@dataclass(frozen=True, slots=True)
class NameAnswers:
    """The words that are somebody's name, and those that are nobody's."""

    names: frozenset[str]
    words: frozenset[str]


class NameQuestionsDialog(Dialog):
    """Every doubtful word with what stands around it; all are ticked to begin with."""

    keeps_draft = False

    answers_given = Signal(object)
    """What was decided: NameAnswers."""

    def __init__(self, look: Look, questions: Iterable[NameQuestion], parent: QWidget | None = None) -> None:
        super().__init__(look, tr("Are these names?"), tr("Keep these answers"), parent)
        self.setObjectName("name-questions")
        self.body.addWidget(Words(str(WHAT_TO_DO), "second", wrap=True))
        self._ticks = {question.word: self._ask(look, question) for question in questions}
        self.body.addStretch(1)
        self.accepted.connect(self._send)
        self.fit_window(520, 420)

    @property
    def answers(self) -> NameAnswers:
        """What is ticked now."""
        ticked = frozenset(word for word, tick in self._ticks.items() if tick.isChecked())
        return NameAnswers(ticked, frozenset(self._ticks) - ticked)

    def tick(self, word: str, *, on: bool) -> None:
        """Says whether a word is a name."""
        self._ticks[word].setChecked(on)

    def _ask(self, look: Look, question: NameQuestion) -> Tick:
        often = tr("“{word}”, {count} times", word=question.was, count=question.times)
        tick = Tick(look, often if question.times > 1 else quoted(question.was))
        tick.setObjectName(f"name-question-{question.word}")
        tick.setChecked(True)
        around = " ".join(filter(None, (question.before, question.was, question.after)))
        tick.setAccessibleDescription(around)
        entry = QWidget()
        column = QVBoxLayout(entry)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(0)
        column.addWidget(tick)
        column.addWidget(Words(around, "label", wrap=True))
        self.body.addWidget(entry)
        return tick

    def _send(self) -> None:
        self.answers_given.emit(self.answers)
