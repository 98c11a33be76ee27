"""Asks what a side timer is for, and for how long."""

from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.dialogs.frame import Dialog
from desktop.look import Look
from desktop.widgets.length_field import LengthField
from desktop.widgets.limited_length import limit_length
from desktop.widgets.words import Words
from formats.language import tr
from formats.session.dates.typed_lengths import Scale

LONGEST_NAME = 60
LEAST, USUAL, MOST = timedelta(seconds=30), timedelta(minutes=5), timedelta(hours=3)


class SideTimerDialog(Dialog):
    """A name and a length; both can be left as they are."""

    timer_requested = Signal(str, object)
    """The name, and the length: timedelta."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(look, tr("Side timer"), tr("Start"), parent)
        self._usual_name = name
        self.name = QLineEdit(name)
        self.name.setObjectName("side-timer-name")
        self.name.setAccessibleName(tr("What is it for?"))
        limit_length(self.name, LONGEST_NAME)
        self.name.returnPressed.connect(self.accept)
        self.length = LengthField(tr("How long?"), USUAL, Scale.STAGE, least=LEAST, most=MOST)
        self.length.setObjectName("side-timer-length")
        self.body.addWidget(Words(tr("A separate timer. The session clock does not stop."), "second", wrap=True))
        self.body.addWidget(Words(tr("What is it for?"), "caption"))
        self.body.addWidget(self.name)
        self.body.addWidget(Words(tr("How long?"), "caption"))
        self.body.addWidget(self.length)
        self.body.addStretch(1)
        self.accepted.connect(self._start)
        self.fit_window(440, 320)
        self.name.selectAll()
        self.name.setFocus()

    def _start(self) -> None:
        name = self.name.text().strip() or self._usual_name
        self.timer_requested.emit(name, self.length.value)
