"""The last seconds of a stage that moves on by itself: announced, and stopped by one press."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.actions import ActName, act
from desktop.look import Look
from desktop.widgets.buttons import ActionButton
from desktop.widgets.words import Words
from formats.session.clock import Reading

ANNOUNCED = 5


class MovingOn(QFrame):
    """In view for five seconds before the session moves on."""

    stay_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("moving-on")
        self.setProperty("role", "notice")
        self._words = Words("", "strong")
        one = act(ActName.STAY)
        stay = ActionButton(look, one.word, one.icon, key=one.key)
        stay.setObjectName(one.name.value)
        stay.clicked.connect(self.stay_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.addWidget(self._words, 1)
        row.addWidget(stay)
        self.hide()

    def show_reading(self, reading: Reading) -> None:
        """Counts the last seconds down, where the stage will move on."""
        stage = reading.stage
        moves = stage is not None and stage.moves_on and not reading.position.held and reading.position.running
        near = moves and 0 < reading.seconds_left <= ANNOUNCED and bool(reading.following)
        if near:
            self._words.setText(f"{reading.following[0].title} begins in {reading.seconds_left}")
        self.setVisible(near)
