"""What the Run place says while no session is on the table."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.look import Look
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.words import Words

WHAT_FOR = (
    "Timer, rooms and notes together, for the hour itself. Choose a session and it waits here until you start it."
)


class NoSessionToRun(QWidget):
    """What the place is for, and the first act."""

    sessions_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("no-session")
        title = Words("Run a session", "stage", wrap=True)
        words = Words(WHAT_FOR, "lead", wrap=True)
        for label in (title, words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words.setMaximumWidth(look.px(620))
        choose = ActionButton(look, "Choose a session", "calendar-days", Weight.MAIN, large=True)
        choose.setObjectName("choose-session")
        choose.clicked.connect(self.sessions_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 24, 48, 24)
        column.setSpacing(16)
        column.addStretch(1)
        column.addWidget(title)
        for widget in (words, choose):
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(widget, 20 if widget is words else 0)
            row.addStretch(1)
            column.addLayout(row)
        column.addStretch(2)
