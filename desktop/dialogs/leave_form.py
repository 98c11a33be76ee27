"""Asks what is to become of what was written in a form that is left."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.frame import Dialog
from desktop.look import Look
from desktop.widgets.buttons import ActionButton
from desktop.widgets.words import Words
from formats.language import tr


class LeaveFormDialog(Dialog):
    """Accepted: the form stays. Escaped from, the same."""

    keeps_draft = False
    give_up_requested = Signal()
    """What was written is to be given up."""

    def __init__(self, look: Look, one: str, parent: QWidget) -> None:
        super().__init__(look, tr("Leave without saving?"), tr("Keep writing"), parent)
        self.setObjectName("leave-form")
        self.body.addWidget(Words(tr("You changed this {one} and have not saved it.", one=one), wrap=True))
        self.body.addStretch(1)
        self.give_up = ActionButton(look, tr("Throw the changes away"))
        self.give_up.setObjectName("give-up")
        self.foot.insertWidget(0, self.give_up)
        self.cancel.hide()
        self.give_up.clicked.connect(self._give_up)
        self.act.setFocus()
        self.fit_window(480, 200)

    def _give_up(self) -> None:
        self.accept()
        self.give_up_requested.emit()
