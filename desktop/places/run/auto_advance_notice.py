"""The last seconds of a stage that moves on by itself: announced, and stopped by one press."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.actions import ActName, act
from desktop.look import Look
from desktop.widgets.buttons import ActionButton
from desktop.widgets.elided import ElidedWords
from desktop.widgets.sides import margins_as_read
from desktop.widgets.words import Words
from formats.language import Message
from formats.session.clock import Reading

ANNOUNCED = 5
ROOMY = 400
"""Below this width it says less, and never less than what begins and in how many seconds."""


def is_about_to_advance(reading: Reading) -> bool:
    """Whether these are the last seconds before the session moves on by itself."""
    stage = reading.stage
    moves = stage is not None and stage.moves_on and not reading.position.held and reading.position.running
    return moves and 0 < reading.seconds_left <= ANNOUNCED and bool(reading.following)


class AutoAdvanceNotice(QFrame):
    """In view for five seconds before the session moves on."""

    stay_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("moving-on")
        self.setProperty("role", "notice")
        self._look, self._seconds = look, 0
        self._what = ElidedWords("", "strong")
        self._when = Words("", "strong")
        one = act(ActName.STAY)
        self._stay = ActionButton(look, one.word, one.icon, key=one.key)
        self._stay.setObjectName(one.name.value)
        self._stay.clicked.connect(self.stay_requested)
        row = self._row = QHBoxLayout(self)
        row.setSpacing(6)
        row.addWidget(self._what)
        row.addWidget(self._when, 1)
        row.addWidget(self._stay)
        self.hide()

    def show_reading(self, reading: Reading) -> None:
        """Counts the last seconds down, where the stage will move on."""
        near = is_about_to_advance(reading)
        if near:
            self._seconds = reading.seconds_left
            self._what.setText(reading.following[0].title)
            self._say_when()
        self.setVisible(near)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say_when()

    def _say_when(self) -> None:
        roomy = self.width() >= self._look.px(ROOMY)
        said = Message("begins in {seconds}") if roomy else Message("in {seconds}")
        self._when.setText(said.filled(seconds=self._seconds))
        edge = 4 if roomy else 0
        self._row.setContentsMargins(margins_as_read(16, edge, edge, edge))
        self._stay.show_key(act(ActName.STAY).key if roomy else "")
