"""What is wished for the rooms, one line each, with a button to let it go."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop.look import Look
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.press import connect_press
from desktop.widgets.scrolling import clear_layout
from desktop.widgets.sides import margins_as_read
from desktop.widgets.tips import plain_tip
from desktop.widgets.words import Words
from formats.language import tr
from formats.session.room_wishes import Wish
from formats.session.seating.groups import word_for_all
from formats.session.session import Session


class WishList(QFrame):
    """Hidden while nothing is wished for."""

    removal_requested = Signal(object)
    """A wish is to go: Wish."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: list[tuple[Wish, str]] = []
        self.setProperty("role", "card")
        self.setObjectName("wishes")
        column = QVBoxLayout(self)
        column.setContentsMargins(margins_as_read(16, 10, 8, 10))
        column.setSpacing(4)
        column.addWidget(Words(tr("Wishes"), "caption"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        column.addLayout(self._lines)
        self.hide()

    def show_wishes(self, session: Session) -> None:
        """Shows the wishes as they are now."""
        names = {person.id: person.name for person in session.people}
        word = word_for_all(session)
        wished = [(wish, wish.sentence(names, word)) for wish in session.wishes.wishes]
        if wished == self._shown:
            return
        self._shown = wished
        clear_layout(self._lines)
        for number, (wish, sentence) in enumerate(wished):
            row = QHBoxLayout()
            row.addWidget(Words(sentence, wrap=True), 1)
            row.addWidget(self._remove_button(number, wish, sentence), 0, Qt.AlignmentFlag.AlignTop)
            line = QFrame()
            line.setLayout(row)
            row.setContentsMargins(0, 0, 0, 0)
            self._lines.addWidget(line)
        self.setVisible(bool(wished))

    def _remove_button(self, number: int, wish: Wish, sentence: str) -> ActionButton:
        button = ActionButton(self._look, "", "x", Weight.QUIET)
        button.setObjectName(f"drop-wish-{number}")
        button.setAccessibleName(tr("Remove: {sentence}", sentence=sentence))
        button.setToolTip(plain_tip(tr("Remove this wish")))
        connect_press(button, self.removal_requested, wish)
        return button
