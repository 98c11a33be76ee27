"""Asks whether Clearing is to be closed while a session runs."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.frame import Dialog
from desktop.look import Look
from desktop.widgets.words import Words
from formats.language import Message, tr

SAFE = Message(
    "You will not lose anything. The clock keeps running, and when you open Clearing again you can rejoin the"
    " session. The room display goes dark."
)


class StillRunningDialog(Dialog):
    """Accepted or escaped from: the window stays."""

    close_requested = Signal()
    """The window is to be closed all the same."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, tr("The session is still running"), tr("Stay"), parent)
        self.setObjectName("still-running")
        self.body.addWidget(Words(str(SAFE), wrap=True))
        self.body.addStretch(1)
        self.cancel.setText(tr("Close Clearing"))
        self.cancel.setAccessibleName(tr("Close Clearing"))
        self.cancel.clicked.connect(self.close_requested)
        self.act.setFocus()
        self.fit_window(520, 220)
