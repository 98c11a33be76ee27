"""What does a facilitator do when someone is upset? One card, a pause for everyone, and whom to call."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.actions import PAUSE_FOR_EVERYONE
from desktop.dialogs.frame import Dialog
from desktop.look import Look
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.words import Words
from formats.language import Message, tr
from formats.session.facilitator_card import upset_card

FOR_EVERYONE = Message("We will take two minutes. Look around, have some water.")


class UpsetCard(Dialog):
    """Stays beside the clock while it is needed: it takes nothing from anyone."""

    pause_requested = Signal()
    """A pause for everyone."""
    contacts_requested = Signal()
    """The facilitator wants to write contacts of her own."""

    def __init__(self, look: Look, contacts: tuple[str, ...] = (), parent: QWidget | None = None) -> None:
        """`contacts` are lines the user wrote; without any, some are proposed."""
        super().__init__(look, tr("If someone is upset"), str(PAUSE_FOR_EVERYONE), parent)
        self.setObjectName("upset-card")
        self.cancel.setText(tr("Close"))
        self.cancel.setAccessibleName(tr("Close"))
        for heading, lines in upset_card(contacts).groups:
            if heading:
                self.body.addSpacing(6)
                self.body.addWidget(Words(heading, "strong", wrap=True))
            for line in lines:
                self.body.addWidget(Words(line, wrap=True))
        if not contacts:
            self.write = ActionButton(look, tr("Write your own"), "pencil", Weight.QUIET)
            self.write.setObjectName("write-contacts")
            self.write.clicked.connect(self._ask_for_contacts)
            self.foot.insertWidget(0, self.write)
        self.body.addStretch(1)
        self.accepted.connect(self.pause_requested)
        self.fit_window(560, 560)
        self.act.setFocus()

    def _ask_for_contacts(self) -> None:
        self.reject()
        self.contacts_requested.emit()
