"""After the end: that it is over, how long it took, and where to go from here."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.actions import ActName, act
from desktop.look import Look
from desktop.places.summary.next_session_card import NextSessionCard
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.scrolling import ScrollColumn
from desktop.widgets.words import Words, make_frame
from desktop.wording import minutes, time_of_day
from formats.language import tr, tr_count
from formats.session.clock import Reading
from formats.session.progress import Progress
from formats.session.session import Session

WIDEST = 640


class FinishedPanel(QWidget):
    """The calm end."""

    summary_requested = Signal()
    undo_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("finished")
        title = Words(Progress.FINISHED.sentence.rstrip("."), "stage", wrap=True)
        title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._used = Words("", "lead", wrap=True)
        self._used.setObjectName("used-time")
        self._used.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        summary = self._summary = ActionButton(look, tr("See the summary"), "file-text", Weight.MAIN, large=True)
        summary.setObjectName("to-summary")
        summary.clicked.connect(self.summary_requested)
        undo = ActionButton(look, tr("Undo"), "undo-2", Weight.QUIET, key=act(ActName.UNDO).key)
        undo.setObjectName("undo-finish")
        undo.clicked.connect(self.undo_requested)
        self._next_session: NextSessionCard | None = None
        self._frame = make_frame("card")
        self._frame.hide()
        scroll = ScrollColumn()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        column = scroll.column
        column.setSpacing(16)
        column.addStretch(1)
        column.addWidget(title)
        column.addWidget(self._used)
        column.addSpacing(12)
        column.addWidget(summary, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(self._in_the_middle())
        column.addWidget(undo, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def hold_next_session(self, card: NextSessionCard) -> None:
        """Shows the next session below the way to the summary: its date is set while everyone is still here."""
        self._next_session = card
        inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(20, 16, 20, 16)
        inside.addWidget(card)
        self._frame.show()

    def _in_the_middle(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._frame.setMaximumWidth(WIDEST)
        row.addStretch(1)
        row.addWidget(self._frame, 8)
        row.addStretch(1)
        return row

    def showEvent(self, event: QShowEvent) -> None:
        """The way on has the keys, unless someone is typing a last note."""
        super().showEvent(event)
        if not isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit):
            self._summary.setFocus()

    def show_reading(self, session: Session, reading: Reading) -> None:
        """Says from when to when it went, and what was kept."""
        position = reading.position
        if self._next_session is not None and position.finished_at is not None:
            self._next_session.show_session(session)
        if position.started_at is None or position.finished_at is None:
            return
        began, ended = (time_of_day(session, t) for t in (position.started_at, position.finished_at))
        took = minutes(position.finished_at - position.started_at)
        used = tr(
            "From {began} to {ended}: {took}, {planned} were planned.",
            began=began,
            ended=ended,
            took=took,
            planned=minutes(session.agenda.length),
        )
        notes = tr_count("{count} note kept.", "{count} notes kept.", len(session.notes)) if session.notes else ""
        self._used.setText(f"{used} {notes}".strip())
