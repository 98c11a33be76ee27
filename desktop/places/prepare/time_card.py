"""Time available against time planned, always in view, and the act that makes them meet."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.look import Look
from desktop.places.prepare.fields import TwoEndsRow, side_by_side
from desktop.places.prepare.sentences import time_sentence
from desktop.places.prepare.time_bar import TimeBar
from desktop.widgets.buttons import ActionButton
from desktop.widgets.screen_reader import announce
from desktop.widgets.scrolling import ScrollColumn
from desktop.widgets.words import Words, make_frame
from desktop.wording import minutes, time_of_day
from formats.session.session import Session

MOST_SAID = 60
"""How high what was done may be, grown with the text."""


class _FewLines(ScrollColumn):
    """Words that scroll where they are many: the agenda below has the room."""

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._look = look
        self.column.addWidget(words)
        self.read_by_keys("What was done")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.inner.installEventFilter(self)

    def sizeHint(self) -> QSize:
        """As high as the words, up to a few lines."""
        return QSize(120, min(self.inner.heightForWidth(max(self.width(), 120)), self._look.px(MOST_SAID)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Other words need more room, or less."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return False


class TimeCard(QWidget):
    """The slot, what is planned in it and what was last done about it."""

    fit_requested = Signal()
    undo_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._slot, self._hours = Words("", "large"), Words("", "second")
        self.sentence = Words("", "second", wrap=True)
        self.sentence.setObjectName("time-sentence")
        self._bar = TimeBar(look)
        self.fit = ActionButton(look, "Fit to time")
        self.fit.setObjectName("fit")
        self.done = make_frame("next")
        self.done_words = Words(wrap=True)
        self.undo = ActionButton(look, "Undo", "undo-2")
        self.undo.setObjectName("undo")
        self.fit.clicked.connect(self.fit_requested)
        self.undo.clicked.connect(self.undo_requested)
        self._lay_out()

    def show_session(self, session: Session, *, editable: bool) -> None:
        """Shows the slot and the plan as they are now."""
        ends = session.starts_at + session.slot
        self._slot.setText(minutes(session.slot))
        self._hours.setText(f"{time_of_day(session, session.starts_at)} to {time_of_day(session, ends)}")
        self.sentence.setText(time_sentence(session.agenda, session.slot))
        over = session.agenda.length > session.slot
        self.sentence.set_role("warning" if over else "second")
        self._bar.show_plan(session.agenda, session.slot)
        self.fit.setVisible(editable)
        self.done.setVisible(editable and bool(self.done_words.text()))
        self.fit.setEnabled(bool(session.agenda.stages) and session.agenda.length != session.slot)

    def say(self, sentence: str, undo: bool) -> None:
        """Says what was done, and offers to take it back; says nothing where the sentence is empty."""
        self.done_words.setText(sentence)
        self.undo.setVisible(undo)
        self.done.setVisible(bool(sentence))
        announce(self, sentence)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(TwoEndsRow(side_by_side(self._slot, self._hours), self.fit))
        column.addWidget(self._bar)
        column.addWidget(self.sentence)
        line = QHBoxLayout(self.done)
        line.setContentsMargins(14, 8, 8, 8)
        line.addWidget(_FewLines(self._look, self.done_words), 1)
        line.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.done)
        self.done.hide()
