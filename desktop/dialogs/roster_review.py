"""What was understood of a list of people: to look over, mend and answer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.content.new_session import new_id
from desktop.dialogs.roster_answers import EditedRoster, RosterQuestion
from desktop.dialogs.roster_rows import Column, RosterModel
from desktop.look import Look
from desktop.open_input import KeepingDelegate
from desktop.widgets.chips import Chip
from desktop.widgets.scrolling import ScrollColumn, clear_layout
from desktop.widgets.table_rows import set_row_height
from desktop.widgets.tick_delegate import TickDelegate
from desktop.widgets.words import Words
from formats.session.people import Person
from formats.session.roster import Roster
from formats.session.wording import counted_noun

LARGE_TEXT = 1.5
MOST_SHOWN = 12


QUESTION_HEIGHT = 84


def beside_or_below(look: Look) -> QBoxLayout.Direction:
    """Where the answers stand: below the question where large text would leave it a few letters a line."""
    return QBoxLayout.Direction.TopToBottom if look.scale >= LARGE_TEXT else QBoxLayout.Direction.LeftToRight


class QuestionLine(QWidget):
    """One question with its two answers."""

    question_answered = Signal(object, bool)
    """Question, whether the two are the same person."""

    def __init__(self, look: Look, question: RosterQuestion, answer: bool | None) -> None:
        super().__init__()
        self._question = question
        self.one, self.two = Chip(look, "One person", choice=True), Chip(look, "Two people", choice=True)
        self.one.setChecked(answer is True)
        self.two.setChecked(answer is False)
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


class RosterReview(QWidget):
    """The list as a table, the questions it raises, and what could not be read."""

    roster_changed = Signal()

    def __init__(self, look: Look, known: tuple[Person, ...], here: frozenset[str]) -> None:
        super().__init__()
        self._look, self._known, self._here = look, known, here
        self._list, self._roster, self._asked = EditedRoster(), Roster(()), ()
        self.model = RosterModel(look)
        self.table = QTableView()
        self.table.setTabKeyNavigation(False)  # Tab leads on from the table; arrows go about in it
        self._summary = Words("", "strong", wrap=True)
        self._below = ScrollColumn()
        self._below.column.setSpacing(2)
        self._below.setMinimumHeight(look.px(QUESTION_HEIGHT))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._summary)
        column.addWidget(self.table, 3)
        column.addWidget(self._below, 1)
        self._dress_table()
        self.model.roster_edited.connect(self._take)
        self._show()

    @property
    def ready(self) -> bool:
        """Whether there is somebody to add and nothing left to answer."""
        return bool(self._list.people(self._known, new_id)[0]) and not self._list.open_questions(self._known)

    @property
    def count(self) -> int:
        """How many people would be added."""
        return len(self._list.known_by_row(self._known))

    def people(self) -> tuple[tuple[Person, ...], frozenset[str]]:
        """The people as they are to join, and who of them is away."""
        return self._list.people(self._known, new_id)

    def show_roster(self, roster: Roster) -> None:
        """Takes another reading, and keeps what was mended in lines that are still there."""
        self._roster = roster
        self._take(self._list.read_again(roster))

    def answer(self, question: RosterQuestion, same: bool) -> None:
        """Takes an answer."""
        self._take(self._list.with_answer(question.key, same))

    @property
    def questions(self) -> tuple[RosterQuestion, ...]:
        """What is asked."""
        return self._list.questions(self._known)

    def _take(self, mended: EditedRoster) -> None:
        self._list = mended
        self._show()
        self.roster_changed.emit()

    def _show(self) -> None:
        self.model.show_list(self._list, self._list.known_by_row(self._known), self._here)
        unread = self._roster.not_understood
        said = counted_noun(self.count, "person", "people") if self._list.entries else "Nobody yet"
        asked = self._list.open_questions(self._known)
        to_answer = f". {counted_noun(asked, 'question')} to answer below." if asked else ""
        self._summary.setText(f"Understood: {said}{to_answer}" if self._list.entries else said)
        column = clear_layout(self._below.column)
        for question in self.questions:
            line = QuestionLine(self._look, question, self._list.answer(question.key))
            line.question_answered.connect(self.answer)
            column.addWidget(line)
        for sentence in unread[:MOST_SHOWN]:
            column.addWidget(Words(sentence, "second", wrap=True))
        if len(unread) > MOST_SHOWN:
            column.addWidget(Words(f"And {len(unread) - MOST_SHOWN} more lines.", "second"))
        column.addStretch(1)
        self._below.setVisible(bool(self.questions or unread))

    def _dress_table(self) -> None:
        self.table.setModel(self.model)
        self.table.setItemDelegate(KeepingDelegate(self.table))
        self.table.setItemDelegateForColumn(Column.NAME, TickDelegate(self._look, self.table))
        self.table.setAccessibleName("People as they were understood")
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        set_row_height(self.table, self._look.px(38))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        # Large text in a small window: names come first, what else is known of them can be seen later.
        for column in (Column.ORGANISATION, Column.ROLE):
            self.table.setColumnHidden(column, self._look.scale >= LARGE_TEXT)
        header.setSectionResizeMode(Column.ROLE, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(Column.ROLE, self._look.px(100))
        header.setSectionResizeMode(Column.KNOWN, QHeaderView.ResizeMode.ResizeToContents)
