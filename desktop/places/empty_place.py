"""What a place says while there is nothing to show: what it is for, and the first act."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.look import Look
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.grown import keep_most_width
from desktop.widgets.words import Words
from formats.language import tr

WIDEST = 620


class EmptyPlace(QWidget):
    """A title, a few words and the way to the sessions."""

    sessions_requested = Signal()

    def __init__(self, look: Look, title: str, what_for: str, act: str = "") -> None:
        super().__init__()
        self.setObjectName("no-session")
        heading = Words(title, "stage", wrap=True)
        words = Words(what_for, "lead", wrap=True)
        for label in (heading, words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        keep_most_width(words, look, WIDEST)
        choose = ActionButton(look, act or tr("Choose a session"), "calendar-days", Weight.MAIN, large=True)
        choose.setObjectName("choose-session")
        choose.clicked.connect(self.sessions_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 24, 48, 24)
        column.setSpacing(16)
        column.addStretch(1)
        column.addWidget(heading)
        for widget in (words, choose):
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(widget, 20 if widget is words else 0)
            row.addStretch(1)
            column.addLayout(row)
        column.addStretch(2)
