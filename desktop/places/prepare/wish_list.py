"""What is wished for the rooms, one line each, with a button to let it go."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop.look import Look
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.scrolling import clear_layout
from desktop.widgets.words import Words
from formats.session.room_wishes import Wish
from formats.session.session import Session


class WishList(QFrame):
    """Hidden while nothing is wished for."""

    removal_requested = Signal(object)
    """A wish is to go: Wish."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: object = None
        self._wishes: tuple[Wish, ...] = ()
        self.setProperty("role", "card")
        self.setObjectName("wishes")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 8, 10)
        column.setSpacing(4)
        column.addWidget(Words("Wishes", "caption"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        column.addLayout(self._lines)
        self.hide()

    def show_wishes(self, session: Session) -> None:
        """Shows the wishes as they are now."""
        names = {person.id: person.name for person in session.people}
        sentences = [wish.sentence(names) for wish in session.wishes.wishes]
        if sentences == self._shown:
            return
        self._shown, self._wishes = sentences, session.wishes.wishes
        clear_layout(self._lines)
        for number, sentence in enumerate(sentences):
            row = QHBoxLayout()
            row.addWidget(Words(sentence, wrap=True), 1)
            row.addWidget(self._remove_button(number, sentence), 0, Qt.AlignmentFlag.AlignTop)
            line = QFrame()
            line.setLayout(row)
            row.setContentsMargins(0, 0, 0, 0)
            self._lines.addWidget(line)
        self.setVisible(bool(sentences))

    def _remove_button(self, number: int, sentence: str) -> ActionButton:
        button = ActionButton(self._look, "", "x", Weight.QUIET)
        button.setObjectName(f"drop-wish-{number}")
        button.setAccessibleName(f"Let go: {sentence}")
        button.setToolTip("Let this wish go")
        button.clicked.connect(self._drop)
        return button

    def _drop(self) -> None:
        number = int(self.sender().objectName().removeprefix("drop-wish-"))
        if number < len(self._wishes):
            self.removal_requested.emit(self._wishes[number])
