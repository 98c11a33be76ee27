"""Asks for the question of a check-in or a check-out, and whether its length follows the number of people."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from desktop.content.catalogue import Catalogue
from desktop.dialogs.frame import Dialog
from desktop.look import Look
from desktop.open_input import KeepingDelegate
from desktop.widgets.length_field import LengthField
from desktop.widgets.limited_length import limit_length
from desktop.widgets.tick import Tick
from desktop.widgets.words import Words
from desktop.wording import go_round_sentence, minutes, short_date
from formats.language import tr
from formats.session.agenda import Stage
from formats.session.dates.typed_lengths import Scale
from formats.session.folding import fold
from formats.structures.opener import CheckInQuestion
from formats.structures.unfold import CLOSING

ENTRY = Qt.ItemDataRole.UserRole
A_SECOND = timedelta(seconds=1)
LEAST, USUAL, MOST = 5 * A_SECOND, 20 * A_SECOND, 600 * A_SECOND
LONGEST = 300
NEVER = date.min


class CheckInDialog(Dialog):
    """A question from the bank or one's own; seconds for each person, or minutes that stay as they are."""

    check_in_entered = Signal(object)
    """The stage as it is to be: Stage."""

    def __init__(
        self,
        look: Look,
        catalogue: Catalogue,
        stage: Stage,
        asked: Mapping[str, date],
        people: int,
        parent: QWidget | None = None,
    ) -> None:
        """`asked` says when each question was last asked here, `people` how many are to answer."""
        super().__init__(look, stage.title, tr("Keep"), parent)
        self._stage, self._asked, self._people = stage, asked, people
        self.question = QLineEdit(stage.question)
        self.question.setAccessibleName(tr("Question"))
        limit_length(self.question, LONGEST)
        self.bank = QListWidget()
        self.bank.setItemDelegate(KeepingDelegate(self.bank))
        self.bank.setAccessibleName(tr("Questions to choose from"))
        self.bank.setWordWrap(True)
        self.by_heads = Tick(look, tr("Give each person a while"), ticked=stage.seconds_each > 0)
        each = timedelta(seconds=stage.seconds_each) or USUAL
        self.each = LengthField(
            tr("Time for each person"), each, Scale.TURN, least=LEAST, most=MOST, grain=A_SECOND, suffix=tr("each")
        )
        self.takes = Words("", "second", wrap=True)
        at_the_end = stage.key.part == CLOSING
        self._fill(catalogue.check_out if at_the_end else catalogue.questions)
        self._lay_out()
        self._connect()
        self._say_length()
        self.fit_window(560, 640)

    def _fill(self, questions: tuple[CheckInQuestion, ...]) -> None:
        """What was not asked here comes first, then what was asked longest ago."""
        for question in sorted(questions, key=self._last_asked):
            last = self._last_asked(question)
            said = (
                tr("Not asked here yet") if last is NEVER else tr("Last asked here on {day}", day=short_date(last))
            )
            item = QListWidgetItem(f"{question.text}\n{said}", self.bank)
            item.setData(ENTRY, question)

    def _last_asked(self, question: CheckInQuestion) -> date:
        return self._asked.get(fold(question.text), NEVER)

    def _lay_out(self) -> None:
        self.body.addWidget(Words(tr("Question, your own or from the list"), "caption"))
        self.body.addWidget(self.question)
        self.body.addWidget(self.bank, 1)
        self.body.addWidget(self.by_heads)
        self.body.addWidget(self.each)
        self.body.addWidget(self.takes)
        self.each.setVisible(self.by_heads.isChecked())

    def _connect(self) -> None:
        self.bank.itemClicked.connect(self._take)
        self.bank.itemActivated.connect(self._take)
        self.by_heads.toggled.connect(self.each.setVisible)
        self.by_heads.toggled.connect(self._say_length)
        self.each.value_chosen.connect(self._say_length)
        self.accepted.connect(self._write)

    def _take(self, item: QListWidgetItem) -> None:
        """Some questions of the bank need longer answers than others."""
        question = item.data(ENTRY)
        self.question.setText(question.text)
        self.each.show_value(question.each.usual)
        self._say_length()

    @property
    def _seconds_each(self) -> int:
        return round(self.each.value.total_seconds())

    def _say_length(self, _changed: object = None) -> None:
        if not self.by_heads.isChecked():
            self.takes.setText(tr("{minutes}, however many people come.", minutes=minutes(self._stage.length)))
            return
        self.takes.setText(go_round_sentence(self._people, self._seconds_each))

    def _write(self) -> None:
        question = self.question.text().strip() or self._stage.question
        each = self._seconds_each if self.by_heads.isChecked() else 0
        self.check_in_entered.emit(replace(self._stage, question=question, seconds_each=each))
