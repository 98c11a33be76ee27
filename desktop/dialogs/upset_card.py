"""What does a facilitator do when someone is upset? One card, a pause for everyone, and whom to call."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.actions import PAUSE
from desktop.dialogs.frame import Dialog
from desktop.look import Look
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.words import Words

STEPS = (
    "Stop for a moment. Say: “Let’s slow down. There is no rush.”",
    "Ask: “Would you like quiet, some company, or to step outside?” Do as they say. Do not touch. "
    "Do not ask what happened.",
    "If they step out, a second person goes with them, if they want that.",
    "To the room: “We will take two minutes. Look around, have some water.”",
    "Do not write it in the notes.",
    "Before the end, ask them on their own: “How are you getting home? Who can you talk to tonight?”",
)
AFTERWARDS = "Afterwards, talk to someone yourself."
IN_DANGER = "If someone may be in danger now, or needs someone to talk to:"
PROPOSED = ("999 in an emergency", "NHS 111 for urgent help", "Samaritans 116 123, day and night")
TO_BE_CHECKED = "These are for the United Kingdom. Check them, and write your own once in Settings."
FOR_EVERYONE = "We will take two minutes. Look around, have some water."


class UpsetCard(Dialog):
    """Stays beside the clock while it is needed: it takes nothing from anyone."""

    pause_requested = Signal()
    """A pause for everyone."""
    contacts_requested = Signal()
    """The facilitator wants to write contacts of her own."""

    def __init__(self, look: Look, contacts: tuple[str, ...] = (), parent: QWidget | None = None) -> None:
        """`contacts` are lines the user wrote; without any, some are proposed."""
        super().__init__(look, "If someone is upset", f"{PAUSE.word} for everyone", parent)
        self.setObjectName("upset-card")
        self.cancel.setText("Close")
        self.cancel.setAccessibleName("Close")
        for number, step in enumerate(STEPS, 1):
            self.body.addWidget(Words(f"{number}. {step}", wrap=True))
        self.body.addSpacing(6)
        self.body.addWidget(Words(IN_DANGER, "strong", wrap=True))
        for line in contacts or PROPOSED:
            self.body.addWidget(Words(line, wrap=True))
        if not contacts:
            self.body.addWidget(Words(TO_BE_CHECKED, "second", wrap=True))
            self.write = ActionButton(look, "Write your own", "pencil", Weight.QUIET)
            self.write.setObjectName("write-contacts")
            self.write.clicked.connect(self._ask_for_contacts)
            self.foot.insertWidget(0, self.write)
        self.body.addSpacing(6)
        self.body.addWidget(Words(AFTERWARDS, wrap=True))
        self.body.addStretch(1)
        self.accepted.connect(self.pause_requested)
        self.fit_window(560, 560)
        self.act.setFocus()

    def _ask_for_contacts(self) -> None:
        self.reject()
        self.contacts_requested.emit()
