"""How does this structure go? Its card: when it works, what to say, what to watch for, and how to end."""

from PySide6.QtWidgets import QWidget

from desktop.dialogs.frame import Dialog
from desktop.look import Look
from desktop.widgets.words import Words
from formats.language import tr
from formats.session.facilitator_card import FacilitatorCard


class StructureCard(Dialog):
    """Stays beside the clock while it is needed, and takes nothing from anyone."""

    keeps_draft = False

    def __init__(self, look: Look, card: FacilitatorCard, parent: QWidget | None = None) -> None:
        super().__init__(look, card.title, tr("Close"), parent)
        self.setObjectName("structure-card")
        self.cancel.hide()
        for heading, lines in card.groups:
            if heading:
                self.body.addSpacing(6)
                self.body.addWidget(Words(heading, "strong", wrap=True))
            for line in lines:
                self.body.addWidget(Words(line, wrap=True))
        self.body.addStretch(1)
        self.fit_window(600, 620)
        self.act.setFocus()
