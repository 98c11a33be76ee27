"""Says that Clearing is open already, with a window that does not answer, and what to do."""

import sys

from PySide6.QtWidgets import QWidget

from desktop.dialogs.frame import Dialog
from desktop.look import Look
from desktop.widgets.words import Words
from formats.language import Message, tr

OPEN_ALREADY = Message("Clearing is open with your data already, but its window does not answer.")
WHAT_TO_DO = Message(
    "Wait a moment and try again. If that does not help, end Clearing with this computer’s list of running"
    " programs and start it again. What was saved is safe, and an unfinished line is there again."
)


class SilentWindowDialog(Dialog):
    """Accepted to try again; it says the same where only a terminal is looked at."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, tr("Clearing is open already"), tr("Try again"), parent)
        self.cancel.setText(tr("Close"))
        self.body.addWidget(Words(str(OPEN_ALREADY), wrap=True))
        self.body.addWidget(Words(str(WHAT_TO_DO), wrap=True))
        self.body.addStretch(1)
        self.fit_window(480, 260)
        if sys.stderr is not None:
            print(OPEN_ALREADY, file=sys.stderr)
