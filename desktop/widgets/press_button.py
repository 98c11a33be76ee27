"""A button that Enter presses as Space does: people expect both."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton


class PressButton(QAbstractButton):
    """The ground of every button that is drawn here; Qt alone gives it Space only."""

    def setText(self, text: str) -> None:
        """Draws it as it is: an & in a name is no key to press."""
        super().setText(text)
        self.setShortcut(QKeySequence())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)
