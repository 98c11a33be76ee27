"""Is this session to be erased, with everything that was kept of it? Asked before it happens."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.frame import Dialog
from desktop.look import Look
from desktop.places.sessions.facts import erase_words
from desktop.widgets.words import Words
from formats.language import tr
from formats.library.repository import SessionCard


class EraseDialog(Dialog):
    """Says what would be gone."""

    erase_confirmed = Signal(str)
    """The session is to be erased: session id."""

    def __init__(self, look: Look, card: SessionCard, parent: QWidget, beside: str = "") -> None:
        super().__init__(look, tr("Delete this session for good"), tr("Delete"), parent)
        self._session_id = card.id
        self.body.addWidget(Words(erase_words(card, beside), wrap=True))
        self.body.addStretch(1)
        self.hold_back()
        self.fit_window(480, 240)
        self.accepted.connect(self._confirm)

    def _confirm(self) -> None:
        self.erase_confirmed.emit(self._session_id)
