"""The keys of the Run place: silent while someone types, and Space presses a button that has the focus."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from desktop.actions import ACTS, ActName
from desktop.widgets.press import connect_press


class ActKeys(QObject):
    """One shortcut for each key of each act, alive while the widget can be seen.

    Fields and the notes claim the letters typed into them before a shortcut gets them; Page Up and Page
    Down they leave alone, so that a presenter's clicker works at any time.
    """

    act_requested = Signal(object)
    """The key of an act: ActName."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        for act in ACTS:
            for key in act.keys:
                shortcut = QShortcut(QKeySequence(key), widget)
                # A key held down is one press.
                shortcut.setAutoRepeat(False)
                connect_press(shortcut, self._press, act.name)

    def _press(self, name: ActName) -> None:
        focus = QApplication.focusWidget()
        if name is ActName.GO and isinstance(focus, QAbstractButton) and focus.isEnabled():
            focus.click()
        else:
            self.act_requested.emit(name)
