"""What does a facilitator do when someone is upset? One card, a pause for everyone, and whom to call."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.actions import PAUSE_FOR_EVERYONE
from desktop.dialogs.frame import Dialog
from desktop.look import Look
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.original_button import OriginalButton
from desktop.widgets.words import Words
from formats.language import Message, speaking, tr
from formats.session.facilitator_card import proposed_contacts, upset_card

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
        # Whom to call depends on the country, and stays the same when the rest is shown in English.
        self._whom = contacts or proposed_contacts()
        self._words: list[Words] = []
        for heading, lines in upset_card(self._whom).groups:
            if heading:
                self.body.addSpacing(6)
                self._add(heading, "strong")
            for line in lines:
                self._add(line)
        if not contacts:
            self.write = ActionButton(look, tr("Write your own"), "pencil", Weight.QUIET)
            self.write.setObjectName("write-contacts")
            self.write.clicked.connect(self._ask_for_contacts)
            self.foot.insertWidget(0, self.write)
        self.original = OriginalButton(look)
        self.original.language_changed.connect(self._say)
        self.body.addWidget(self.original, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
        self.accepted.connect(self.pause_requested)
        self.fit_window(560, 560)
        self.act.setFocus()

    def _add(self, text: str, role: str = "") -> None:
        self._words.append(Words(text, role, wrap=True))
        self.body.addWidget(self._words[-1])

    def _say(self) -> None:
        """The same words, in the language of the button beside them."""
        with speaking(self.original.language):
            groups = upset_card(self._whom).groups
        texts = [text for heading, lines in groups for text in (heading, *lines) if text]
        for words, text in zip(self._words, texts, strict=True):
            words.setText(text)

    def _ask_for_contacts(self) -> None:
        self.reject()
        self.contacts_requested.emit()
