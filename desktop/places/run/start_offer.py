"""A forgotten start: the planned time is past and people are here, so it is offered from when it really began."""

from datetime import datetime, time, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.look import Look
from desktop.widgets.buttons import ActionButton
from desktop.widgets.flow import FlowLayout
from desktop.widgets.grown import keep_width
from desktop.widgets.screen_reader import announce
from desktop.widgets.time_field import TimeField
from desktop.widgets.words import Words, make_frame
from desktop.wording import time_of_day
from formats.language import Message, tr, tr_count
from formats.session.clock import Phase, Reading
from formats.session.replanning import last_time_of_day
from formats.session.session import Session

LATE_FROM = timedelta(minutes=3)
NOT_YET = Message("That time is still to come. Write when it really began.")


class StartOffer(QWidget):
    """One quiet line, with the minute to start from; nothing happens by itself."""

    earlier_start_requested = Signal(object)
    """The session really began so long ago: timedelta."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start-offer")
        self._session: Session | None = None
        self._now: datetime | None = None
        self._offered_for = ""
        self._words = Words("", wrap=True)
        self._words.setObjectName("start-offer-words")
        self.began = TimeField(tr("When did it begin?"), time())
        self.began.setObjectName("began-at")
        keep_width(self.began, look, 120)
        start = ActionButton(look, tr("Start from then"), "history")
        start.setObjectName("start-from-then")
        start.clicked.connect(self._start)
        self._trouble = Words("", "error", wrap=True)
        self._trouble.hide()
        card = make_frame("card")
        acts = FlowLayout()
        acts.addWidget(self.began)
        acts.addWidget(start)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(14, 10, 14, 10)
        inside.addWidget(self._words)
        inside.addLayout(acts)
        inside.addWidget(self._trouble)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.hide()

    def show_reading(self, session: Session, reading: Reading) -> None:
        """Offers it while the session waits and the planned start is some minutes past, but not hours."""
        late = reading.now - session.starts_at
        wanted = reading.phase is Phase.WAITING and LATE_FROM <= late <= session.slot and bool(session.present)
        self._session, self._now = session, reading.now
        if wanted:
            self._offer(session, late)
        self.setVisible(wanted)

    def _offer(self, session: Session, late: timedelta) -> None:
        planned = time_of_day(session, session.starts_at)
        was_to = tr_count(
            "It was to begin at {time}, {count} minute ago.",
            "It was to begin at {time}, {count} minutes ago.",
            int(late / timedelta(minutes=1)),
            time=planned,
        )
        self._words.setText(" ".join((was_to, tr("Has it begun? Start it from when it did."))))
        if self._offered_for != session.id:
            self._offered_for = session.id
            self.began.take_back()
            here = session.local_time(session.starts_at)
            self.began.show_value(time(here.hour, here.minute))
            announce(self, self._words.text())

    def _start(self) -> None:
        if self._session is None or self._now is None or not self.began.commit():
            return
        began = last_time_of_day(self._session, self._now, self.began.value)
        self._trouble.setText("" if began else str(NOT_YET))
        self._trouble.setVisible(began is None)
        if began is not None:
            self.earlier_start_requested.emit(self._now - began)
