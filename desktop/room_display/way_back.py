"""How does the facilitator get back to her controls when the wall lies over them?"""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.actions import ActName, Armed, key_words
from desktop.look import Look
from desktop.room_display.free_spot import free_spot
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.screen_reader import announce
from desktop.widgets.words import Words
from formats.language import Message, tr

IN_VIEW_MS = 5000
WIDEST = 0.6
"""Of the wall: where large text makes the bar wider, only its first act stays, and the rest is left to its key."""
ONCE_MORE = {
    ActName.NEXT: Message("A second press continues"),
    ActName.BACK: Message("A second press goes back"),
    ActName.FINISH: Message("Once more finishes"),
}
"""What a press says that waits for a second one; her own window says it where nobody sees it now."""


class WayBack(QFrame):
    """A quiet bar at the foot of the wall: there when the wall comes up and when the mouse moves, then gone."""

    exit_requested = Signal()
    """Back to the controls."""
    window_requested = Signal()
    """The wall is to be a window."""

    def __init__(self, look: Look, wall: QWidget, picture: Callable[[], QImage]) -> None:
        """`picture` is what can be read on the wall now, as a small picture."""
        super().__init__(wall)
        self.setObjectName("way-back")
        self.setProperty("role", "card")
        self._look, self._wall, self._picture = look, wall, picture
        self._question = Words("", "strong")
        self._question.hide()
        controls = self._controls = ActionButton(look, "", "arrow-left")
        controls.setObjectName("back-to-controls")
        controls.clicked.connect(self.exit_requested)
        window = self._window = ActionButton(look, "", "minimize-2", Weight.QUIET, key="F11")
        window.setObjectName("make-it-a-window")
        window.clicked.connect(self.window_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(12)
        for part in (self._question, controls, window):
            row.addWidget(part)
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._still = QTimer(self)
        self._still.setSingleShot(True)
        self._still.setInterval(IN_VIEW_MS)
        self._still.timeout.connect(self._go)
        self.say_anew()
        self.hide()

    def say_anew(self) -> None:
        """Says what it offers in the language that is spoken now."""
        self._controls.show_as(tr("Back to your controls"), "arrow-left")
        self._controls.show_key(key_words("Esc"))
        self._window.show_as(tr("Show in a window"), "minimize-2")

    def offer(self) -> None:
        """Is in view for a few seconds; it does not run from the mouse that comes to it."""
        if self.isVisible() and self._question.isHidden():
            self._still.start()
            return
        self._question.hide()
        self._come()

    def ask(self, armed: Armed) -> None:
        """Says that an act waits for its second press; nothing where none does any more."""
        words = str(ONCE_MORE.get(armed, "")) if isinstance(armed, ActName) else ""
        self._question.setText(words)
        announce(self, words)
        self._question.setVisible(bool(words))
        if words:
            self._come()
        elif self.isVisible():
            self.place()

    def leave(self) -> None:
        """Goes at once: the wall is no longer over the controls."""
        self._still.stop()
        self.hide()

    def place(self) -> None:
        """In the middle of the foot, or where it hides less of what is to be read."""
        self._window.show()
        self.adjustSize()
        if self.width() > self._wall.width() * WIDEST:
            self._window.hide()
            self.adjustSize()
        self.move(free_spot(self.size(), self._picture(), self._look.px(24)))

    def _come(self) -> None:
        self.place()
        self.show()
        self.raise_()
        self._still.start()

    def _go(self) -> None:
        """Not from under the mouse."""
        if self.underMouse():
            self._still.start()
        else:
            self.hide()
