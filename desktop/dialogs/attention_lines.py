"""What needs a person before a list is added: lines that were not read, and questions with two answers."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.dialogs.roster_answers import EditedRoster, Resolution, RosterQuestion, UnreadLine
from desktop.look import Look
from desktop.open_input import DraftTimer
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.chips import Chip
from desktop.widgets.scrolling import ScrollColumn, clear_layout
from desktop.widgets.sides import margins_as_read
from desktop.widgets.tips import plain_tip
from desktop.widgets.words import Words
from formats.language import tr, tr_count
from formats.session.wording import quoted

LARGE_TEXT = 1.5
LONGEST_QUOTE = 120
MOST_SHOWN = 60
LINES_SEEN = 4
LINE_HEIGHT = 48
EDGE = 5


def beside_or_below(look: Look) -> QBoxLayout.Direction:
    """Where the answers stand: below the question where large text would leave it a few letters a line."""
    return QBoxLayout.Direction.TopToBottom if look.scale >= LARGE_TEXT else QBoxLayout.Direction.LeftToRight


class QuestionLine(QWidget):
    """One question with its two answers."""

    question_answered = Signal(object, bool)
    """Question, whether the first of its answers holds."""

    def __init__(self, look: Look, question: RosterQuestion, answer: bool | None) -> None:
        super().__init__()
        self._question = question
        first, other = question.answers
        self.one, self.two = Chip(look, first, choice=True), Chip(look, other, choice=True)
        self.one.setChecked(answer is True)
        self.two.setChecked(answer is False)
        for chip in (self.one, self.two):
            chip.setAccessibleDescription(question.sentence)
        words = Words(question.sentence, "warning" if answer is None else "second", wrap=True)
        column = QBoxLayout(beside_or_below(look), self)
        column.setContentsMargins(0, 2, 0, 2)
        column.addWidget(words, 1)
        answers = QHBoxLayout()
        answers.addWidget(self.one)
        answers.addWidget(self.two)
        answers.addStretch(1)
        column.addLayout(answers)
        self.one.clicked.connect(self._say_one)
        self.two.clicked.connect(self._say_two)

    def _say_one(self) -> None:
        self.question_answered.emit(self._question, True)

    def _say_two(self) -> None:
        self.question_answered.emit(self._question, False)


class UnreadRow(QWidget):
    """One line that was not read, why, and what can be done about it."""

    line_settled = Signal(object, str)
    """Key of the line, and the name that stands for it; empty where it is left out."""
    name_typed = Signal(object, str)
    """Key of the line, and the name for it typed so far, at each pause of the typing."""

    def __init__(self, look: Look, unread: UnreadLine, half_typed: str = "") -> None:
        super().__init__()
        self._unread = unread
        self._pause = DraftTimer(self)
        text = unread.line.text.strip()
        quote = text if len(text) <= LONGEST_QUOTE else f"{text[:LONGEST_QUOTE]}…"
        said = QVBoxLayout()
        said.setSpacing(0)
        line = Words(quoted(quote), "strong", wrap=True)
        line.setToolTip(plain_tip(quote))
        said.addWidget(line)
        said.addWidget(
            Words(
                tr("Line {number}: {remark}", number=unread.line.line_number, remark=unread.line.remark_said),
                "warning",
                wrap=True,
            )
        )
        self.type_name = ActionButton(look, tr("Type a name"))
        self.leave = ActionButton(look, tr("Leave it out"), weight=Weight.QUIET)
        self.name = QLineEdit()
        self.name.setPlaceholderText(tr("Name, organisation"))
        self.name.setAccessibleName(tr("Name for line {number}", number=unread.line.line_number))
        for button in (self.type_name, self.leave):
            button.setAccessibleDescription(quote)
        self.name.hide()
        column = QBoxLayout(beside_or_below(look), self)
        column.setContentsMargins(0, 2, 0, 2)
        column.addLayout(said, 1)
        acts = QHBoxLayout()
        for widget in (self.name, self.type_name, self.leave):
            acts.addWidget(widget)
        column.addLayout(acts)
        self.type_name.clicked.connect(self._take_name)
        self.name.returnPressed.connect(self._take_name)
        self.name.textEdited.connect(self._pause.notice_typing)
        self._pause.save_due.connect(self._tell_typed)
        if half_typed:
            self.name.setText(half_typed)
            self._open_field()
        self.leave.clicked.connect(self._leave_out)

    def _take_name(self) -> None:
        """Opens the field for a name; with one in it, that name stands for the line."""
        name = self.name.text().strip()
        if not self.name.isHidden() and name:
            self._pause.forget()
            self.line_settled.emit(self._unread.key, name)
            return
        self._open_field()
        self.name.setFocus()

    def _open_field(self) -> None:
        self.name.show()
        self.type_name.setText(tr("Take this name"))
        self.type_name.updateGeometry()

    def _tell_typed(self) -> None:
        self.name_typed.emit(self._unread.key, self.name.text())

    def _leave_out(self) -> None:
        self._pause.forget()
        self.line_settled.emit(self._unread.key, "")


Shown = tuple[tuple[UnreadLine, ...], tuple[RosterQuestion, ...], Mapping[tuple[str, ...], bool]]


class AttentionList(QFrame):
    """Lines not read first, then the questions; hidden where there is nothing to look at."""

    question_answered = Signal(object, bool)
    line_settled = Signal(object, str)
    name_typed = Signal(object, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: Shown | None = None
        self.rows: list[UnreadRow] = []
        self.setProperty("role", "notice")
        self._scroll = ScrollColumn(margins=(0, 0, 8, 0))
        self._scroll.column.setSpacing(2)
        row = QHBoxLayout(self)
        row.setContentsMargins(margins_as_read(12, EDGE, EDGE, EDGE))
        row.addWidget(self._scroll)
        self.hide()

    def show_anew(self, listed: EditedRoster, resolution: Resolution) -> None:
        """The same, with the names half typed as they were before Clearing stopped."""
        self._shown = None
        self.show_open(listed, resolution)

    def show_open(self, listed: EditedRoster, resolution: Resolution) -> None:
        """Shows what needs a person now."""
        unread = listed.unread
        shown = (unread, resolution.questions, listed.answers)
        if shown == self._shown:
            return  # somebody may be typing a name in one of the lines
        self._shown = shown
        column, self.rows = clear_layout(self._scroll.column), []
        for one in unread[:MOST_SHOWN]:
            row = UnreadRow(self._look, one, listed.half_typed.get(one.key, ""))
            row.line_settled.connect(self.line_settled)
            row.name_typed.connect(self.name_typed)
            column.addWidget(row)
            self.rows.append(row)
        if len(unread) > MOST_SHOWN:
            more = tr_count(
                "And {count} more line: they wait until these are settled.",
                "And {count} more lines: they wait until these are settled.",
                len(unread) - MOST_SHOWN,
            )
            column.addWidget(Words(more, "warning", wrap=True))
        for question in resolution.questions[:MOST_SHOWN]:
            line = QuestionLine(self._look, question, listed.answer(question.key))
            line.question_answered.connect(self.question_answered)
            column.addWidget(line)
        if len(resolution.questions) > MOST_SHOWN:
            more = tr_count(
                "And {count} more question: they wait until these are answered.",
                "And {count} more questions: they wait until these are answered.",
                len(resolution.questions) - MOST_SHOWN,
            )
            column.addWidget(Words(more, "warning", wrap=True))
        column.addStretch(1)
        self.setVisible(bool(unread or resolution.questions))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as what is in it, up to a few lines; more of them scroll."""
        most = self._look.px(LINE_HEIGHT) * LINES_SEEN
        needed = self._scroll.column.heightForWidth(max(1, self._scroll.viewport().width()))
        self.setFixedHeight(min(max(needed, self._look.px(LINE_HEIGHT) // 2), most) + 2 * EDGE)
