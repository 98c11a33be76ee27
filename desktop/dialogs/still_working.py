"""Says what is still being done when the window is to be closed, and that it closes by itself after that."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.frame import Dialog
from desktop.look import Look
from desktop.widgets.screen_reader import announce
from desktop.widgets.words import Words
from formats.language import tr


class StillWorkingDialog(Dialog):
    """Accepted or escaped from: the window stays."""

    close_requested = Signal()
    """The window is to be closed at once, without what is not done yet."""

    def __init__(self, look: Look, work: str, parent: QWidget) -> None:
        super().__init__(look, tr("One moment"), tr("Stay"), parent)
        self.setObjectName("still-working")
        self.words = Words("", wrap=True)
        self.show_work(work)
        self.body.addWidget(self.words)
        self.body.addStretch(1)
        self.cancel.setText(tr("Close without waiting"))
        self.cancel.setAccessibleName(tr("Close without waiting"))
        self.cancel.clicked.connect(self.close_requested)
        self.act.setFocus()
        self.fit_window(520, 220)

    def show_work(self, sentence: str) -> None:
        """What is being done now."""
        self.words.setText(tr("{sentence} Clearing closes when that is done.", sentence=sentence))

    def show_trouble(self, sentence: str) -> None:
        """What could not be done: the window stays, to be closed again when that was read."""
        self.words.set_role("error")
        self.words.setText(sentence)
        self.cancel.hide()
        announce(self, sentence)
