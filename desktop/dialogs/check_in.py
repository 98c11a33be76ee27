"""Asks for the question of a check-in, and whether its length follows the number of people."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSpinBox, QWidget

from desktop.catalogue import Catalogue
from desktop.dialogs.frame import Dialog
from desktop.look import Look
from desktop.widgets.choice import ChoiceBox, spaced
from desktop.widgets.tick import Tick
from desktop.widgets.words import Words
from formats.session.agenda import Stage

SECONDS = (5, 600)
USUAL = 20
LONGEST = 300


class CheckInDialog(Dialog):
    """A question from the bank or one's own; seconds for each person, or minutes that stay as they are."""

    written = Signal(object)
    """The stage as it is to be: Stage."""

    def __init__(self, look: Look, catalogue: Catalogue, stage: Stage, parent: QWidget | None = None) -> None:
        super().__init__(look, "Check-in", "Keep", parent)
        self._catalogue, self._stage = catalogue, stage
        self.question = ChoiceBox(look)
        self.question.setEditable(True)
        self.question.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.question.setAccessibleName("Question")
        self.question.addItems([question.text for question in catalogue.questions])
        self.question.setCurrentText(stage.question)
        self.question.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.by_heads = Tick(look, "The same time for each person", ticked=stage.seconds_each > 0)
        self.each = QSpinBox()
        self.each.setAccessibleName("Seconds each")
        self.each.setRange(*SECONDS)
        self.each.setSingleStep(5)
        self.each.setSuffix(" seconds each")
        spaced(self.each)
        self.each.setValue(stage.seconds_each or USUAL)
        self.body.addWidget(Words("Question, from the list or your own", "caption"))
        self.body.addWidget(self.question)
        self.body.addWidget(self.by_heads)
        self.body.addWidget(self.each)
        self.body.addStretch(1)
        line = self.question.lineEdit()
        assert line is not None, "it is editable"
        line.setMaxLength(LONGEST)
        self.question.activated.connect(self._suggest)
        self.by_heads.toggled.connect(self.each.setVisible)
        self.each.setVisible(self.by_heads.isChecked())
        self.accepted.connect(self._write)
        self.fit_window(520, 320)
        self.question.setFocus()
        line.selectAll()

    def _suggest(self, row: int) -> None:
        """Some questions of the bank need longer answers than others."""
        self.each.setValue(int(self._catalogue.questions[row].each.usual.total_seconds()))

    def _write(self) -> None:
        question = self.question.currentText().strip() or self._stage.question
        each = self.each.value() if self.by_heads.isChecked() else 0
        self.written.emit(replace(self._stage, question=question, seconds_each=each))
