"""Asks at which time of day a stage has to begin."""

from datetime import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.frame import Dialog
from desktop.look import Look
from desktop.widgets.time_field import TimeField
from desktop.widgets.words import Words, caption_of
from formats.language import Message, tr

WHY = Message("Fit to time holds it. What comes before is made shorter only where it would run past this time.")


class LockedStartDialog(Dialog):
    """The time is that of the place; it begins with the one that the plan has."""

    time_chosen = Signal(object)
    """The time of day: time."""

    def __init__(self, look: Look, title: str, start: time, parent: QWidget | None = None) -> None:
        super().__init__(look, tr("When does “{title}” begin?", title=title), tr("Lock"), parent)
        self.start = TimeField(tr("Starts at"), start)
        self.start.setObjectName("locked-start")
        self.body.addWidget(Words(str(WHY), "second", wrap=True))
        self.body.addWidget(caption_of(self.start, tr("Starts at")))
        self.body.addWidget(self.start)
        self.body.addStretch(1)
        self.accepted.connect(self._choose)
        self.fit_window(440, 240)
        self.start.setFocus()

    def _choose(self) -> None:
        self.time_chosen.emit(self.start.value)
