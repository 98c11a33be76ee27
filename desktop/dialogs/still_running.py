"""Asks whether Clearing is to be closed while a session runs."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.frame import Dialog
from desktop.look import Look
from desktop.widgets.words import Words

SAFE = (
    "You will not lose anything. The clock keeps running, and when you open Clearing again you can rejoin the"
    " session. The room display goes dark."
)


class StillRunningDialog(Dialog):
    """Accepted or escaped from: the window stays."""

    close_requested = Signal()
    """The window is to be closed all the same."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, "The session is still running", "Stay", parent)
        self.setObjectName("still-running")
        self.body.addWidget(Words(SAFE, wrap=True))
        self.body.addStretch(1)
        self.cancel.setText("Close Clearing")
        self.cancel.setAccessibleName("Close Clearing")
        self.cancel.clicked.connect(self.close_requested)
        self.act.setFocus()
        self.fit_window(520, 220)
