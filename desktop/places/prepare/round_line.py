"""A round that is like the first, as one line that unfolds into its stages."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.look import Look
from desktop.places.prepare.clock_words import ClockWords
from desktop.places.prepare.stage_row import OnTheClock
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.sides import margins_as_read
from desktop.widgets.tips import plain_tip
from desktop.widgets.words import Words
from formats.language import Message, tr


class RoundLine(QWidget):
    """Folded at first: its stages are those of the first round, at other times."""

    def __init__(self, look: Look, number: int) -> None:
        super().__init__()
        self._number, self._lists = number, list[QWidget]()
        self.setObjectName(f"round-line-{number}")
        self.fold = ActionButton(look, "", "chevron-right", Weight.QUIET)
        self.fold.setCheckable(True)
        self.fold.setObjectName(f"fold-{number}")
        self.fold.clicked.connect(self._turn)
        self._clock, self._length = ClockWords(look), Words("", "second")
        row = QHBoxLayout(self)
        row.setContentsMargins(margins_as_read(0, 4, 4, 2))
        row.setSpacing(6)
        row.addWidget(self.fold)
        row.addWidget(self._clock)
        row.addWidget(Words(tr("Round {number}", number=number), "strong"))
        row.addWidget(Words(tr("same stages, new rooms"), "label", wrap=True), 1)
        row.addWidget(self._length)
        self._show_fold()

    @property
    def unfolded(self) -> bool:
        """Whether its stages are shown."""
        return self.fold.isChecked()

    def unfolds(self, stages: QWidget) -> None:
        """These stages are shown only while it is unfolded."""
        self._lists.append(stages)
        stages.setVisible(self.unfolded)

    def show_round(self, at: OnTheClock, length: str) -> None:
        """Says when it begins and how long it is."""
        self._clock.setText(at.begins)
        self._length.setText(length)

    def set_unfolded(self, unfolded: bool) -> None:
        """Shows its stages, or this line alone."""
        self.fold.setChecked(unfolded)
        self._turn()

    def _turn(self) -> None:
        self._show_fold()
        for stages in self._lists:
            stages.setVisible(self.unfolded)

    def _show_fold(self) -> None:
        unfolded = self.unfolded
        self.fold.show_as("", "chevron-down" if unfolded else "chevron-right")
        act = (
            Message("Hide the stages of round {number}")
            if unfolded
            else Message("Show the stages of round {number}")
        )
        self.fold.setAccessibleName(act.filled(number=self._number))
        self.fold.setToolTip(plain_tip(self.fold.accessibleName()))
