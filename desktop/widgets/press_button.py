"""A button that Enter presses as Space does, and a screen reader as a mouse does: people expect all of them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessibleInterface, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.widgets.screen_reader import ButtonInterface, answer_screen_readers


class PressButton(QAbstractButton):
    """The ground of every button that is drawn here; Qt alone gives it Space only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        answer_screen_readers()
        super().__init__(parent)

    def for_screen_reader(self) -> QAccessibleInterface:
        return ButtonInterface(self)

    def setText(self, text: str) -> None:
        """Draws it as it is: an & in a name is no key to press."""
        super().setText(text)
        self.setShortcut(QKeySequence())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)
