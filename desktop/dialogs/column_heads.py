"""What did each column of a list become? Said above the column, and changed there."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QTableView, QVBoxLayout, QWidget

from desktop.dialogs.roster_columns import CHOICES, Choices, ColumnShown, choice_of
from desktop.look import Look
from desktop.widgets.choice import Choice
from desktop.widgets.elided import ElidedWords
from desktop.widgets.tips import plain_tip
from desktop.widgets.words import Words
from formats.language import tr
from formats.session.roster import ColumnRead

EDGE = 5
NARROWEST_CHOICE = 150
BESIDE_CHOICE = 46
"""The arrow of a choice, and the space round its words."""


class SourceChoice(Choice):
    """What one column of the list is to be taken for; it says which column it stands for."""

    column_chosen = Signal(str, str)

    def __init__(self, look: Look, title: str) -> None:
        super().__init__(look, tr("What “{title}” is", title=title))
        self._title = title
        self.value_chosen.connect(self._choose)

    def _choose(self, value: str) -> None:
        self.column_chosen.emit(self._title, value)


class ColumnHead(QWidget):
    """The head of one column of the review: a choice for each column of the list that it comes from."""

    column_chosen = Signal(str, str)
    """Title of a column, and what it is to be taken for: a value of `CHOICES`."""

    def __init__(self, look: Look, shown: ColumnShown, choices: Choices, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, 6, EDGE, 6)
        column.setSpacing(2)
        column.addStretch(1)
        if not shown.sources:
            column.addWidget(Words(shown.heading, "strong"))
        for source in shown.sources:
            words = ElidedWords(tr("From “{column}”", column=source.title), "label")
            words.setToolTip(plain_tip(source.title))
            column.addWidget(words)
            column.addWidget(self._choice(source, choice_of(source, choices)))

    @property
    def least(self) -> int:
        """How wide it has to be in pixels, so that what each column was taken for is read whole."""
        choices = self.findChildren(Choice)
        chosen = [one.fontMetrics().horizontalAdvance(one.currentText()) for one in choices]
        beside = self._look.px(BESIDE_CHOICE) + 2 * EDGE
        narrowest = self._look.px(NARROWEST_CHOICE)
        return max(narrowest, max(chosen) + beside) if choices else self.sizeHint().width()

    def _choice(self, source: ColumnRead, chosen: str) -> Choice:
        choice = SourceChoice(self._look, source.title)
        choice.setMinimumContentsLength(6)
        choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for words, value in CHOICES:
            choice.addItem(str(words), value)
        choice.insertSeparator(choice.count() - 2)
        choice.setCurrentIndex(choice.findData(chosen))
        widest = max(choice.fontMetrics().horizontalAdvance(str(words)) for words, _ in CHOICES)
        choice.view().setMinimumWidth(widest + self._look.px(40))
        choice.column_chosen.connect(self.column_chosen)
        return choice


class ColumnHeads(QFrame):
    """Stands above a table and follows the places of its columns."""

    column_chosen = Signal(str, str)

    def __init__(self, look: Look, table: QTableView) -> None:
        super().__init__()
        self._look, self._table = look, table
        self._heads: list[ColumnHead] = []
        self.setProperty("role", "heads")
        table.horizontalHeader().sectionResized.connect(self._place)
        table.horizontalScrollBar().valueChanged.connect(self._place)
        table.viewport().installEventFilter(self)

    @property
    def choices(self) -> list[Choice]:
        """The choices, in the order of the columns."""
        return [choice for head in self._heads for choice in head.findChildren(Choice)]

    def least_width(self, column: int) -> int:
        """How wide a column has to be for its head to be read."""
        return self._heads[column].least if column < len(self._heads) else 0

    def show_columns(self, columns: Sequence[ColumnShown], choices: Choices) -> None:
        """Shows heads for these columns."""
        for head in self._heads:
            head.hide()
            head.deleteLater()
        self._heads = [ColumnHead(self._look, column, choices, self) for column in columns]
        for head in self._heads:
            head.column_chosen.connect(self.column_chosen)
            head.show()
        self.setFixedHeight(max((head.sizeHint().height() for head in self._heads), default=0))
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The columns move with the table."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._place()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self, *_moved: int) -> None:
        left = self._table.viewport().x()
        for at, head in enumerate(self._heads):
            head.setGeometry(
                left + self._table.columnViewportPosition(at), 0, self._table.columnWidth(at), self.height()
            )
