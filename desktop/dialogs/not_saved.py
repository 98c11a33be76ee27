"""Asks what to do with what is not on the disk when the window is to be closed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.frame import Dialog
from desktop.look import Look
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.words import Words
from formats.library.status import SaveState


class NotSavedDialog(Dialog):
    """Accepted: another place is to be chosen. Rejected: the window stays."""

    close_requested = Signal()
    """The window is to be closed all the same."""

    def __init__(self, look: Look, state: SaveState, parent: QWidget) -> None:
        super().__init__(look, "Not everything is saved", "Save to another folder", parent)
        self.setObjectName("not-saved")
        why = f"{state.cause.value} " if state.cause else ""
        self.body.addWidget(
            Words(f"{why}Your latest changes are only in this window. If you close it, you lose them.", wrap=True)
        )
        self.body.addStretch(1)
        self.cancel.setText("Stay")
        self.cancel.setAccessibleName("Stay")
        self.close_unsaved = ActionButton(look, "Close without saving", weight=Weight.QUIET)
        self.close_unsaved.setObjectName("close-unsaved")
        self.foot.insertWidget(0, self.close_unsaved)
        self.close_unsaved.clicked.connect(self._request_close)
        self.fit_window(560, 240)

    def _request_close(self) -> None:
        self.reject()
        self.close_requested.emit()
