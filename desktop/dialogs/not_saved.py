"""Asks what to do with what is not on the disk when the window is to be closed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.frame import Dialog
from desktop.look import Look
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.words import Words
from formats.language import tr
from formats.library.status import SaveState


class NotSavedDialog(Dialog):
    """Accepted: another place is to be chosen. Rejected: the window stays."""

    close_requested = Signal()
    """The window is to be closed all the same."""

    def __init__(self, look: Look, state: SaveState, parent: QWidget) -> None:
        super().__init__(look, tr("Not everything is saved"), tr("Save to another folder"), parent)
        self.setObjectName("not-saved")
        why = state.cause.sentence if state.cause else ""
        unsaved = tr("Your latest changes are only in this window. If you close it, you lose them.")
        self.body.addWidget(Words(f"{why} {unsaved}".strip(), wrap=True))
        self.body.addStretch(1)
        self.cancel.setText(tr("Stay"))
        self.cancel.setAccessibleName(tr("Stay"))
        self.close_unsaved = ActionButton(look, tr("Close without saving"), weight=Weight.QUIET)
        self.close_unsaved.setObjectName("close-unsaved")
        self.foot.insertWidget(0, self.close_unsaved)
        self.close_unsaved.clicked.connect(self._request_close)
        self.fit_window(560, 240)

    def _request_close(self) -> None:
        self.reject()
        self.close_requested.emit()
