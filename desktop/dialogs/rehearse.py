"""Asks how fast a session is to be rehearsed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.frame import Dialog
from desktop.look import Look
from desktop.widgets.choice import ChoiceBox
from desktop.widgets.words import Words, caption_of
from desktop.wording import quoted_title
from formats.language import Message, tr
from formats.session.session import Session

SPEEDS = (
    (Message("As fast as a real session"), 1.0),
    (Message("5 times as fast"), 5.0),
    (Message("20 times as fast"), 20.0),
    (Message("60 times as fast"), 60.0),
)
USUAL = 2


class RehearseDialog(Dialog):
    """A speed; the copy is made when it is agreed to."""

    rehearsal_requested = Signal(object, float)
    """A copy is to be rehearsed: Session, how many times as fast as a real one."""

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None, beside: str = "") -> None:
        super().__init__(look, tr("Rehearse"), tr("Rehearse"), parent)
        self._session = session
        self.setObjectName("rehearse")
        self.speed = ChoiceBox(look)
        self.speed.setObjectName("rehearsal-speed")
        self.speed.setAccessibleName(tr("How fast?"))
        for words, speed in SPEEDS:
            self.speed.addItem(str(words), speed)
        self.speed.setCurrentIndex(USUAL)
        said = tr(
            "A copy of {session} opens in a window of its own. Closing that window throws the copy away.",
            session=quoted_title(session.title, beside),
        )
        self.body.addWidget(Words(said, "second", wrap=True))
        self.body.addWidget(caption_of(self.speed, tr("How fast?")))
        self.body.addWidget(self.speed)
        self.body.addStretch(1)
        self.accepted.connect(self._choose)
        self.fit_window(460, 260)
        self.speed.setFocus()

    def _choose(self) -> None:
        self.rehearsal_requested.emit(self._session, float(self.speed.currentData()))
