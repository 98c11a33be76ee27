"""The keys of the Run place: silent while someone types, and Space presses a button that has the focus."""

from PySide6.QtCore import QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from desktop.actions import ACTS, ActName, act_for
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
        self._shortcuts: dict[ActName, list[QShortcut]] = {}
        for act in ACTS:
            # The sheet of keys is the window's, in every place.
            for key in () if act.name is ActName.SHORTCUTS else act.keys:
                shortcut = QShortcut(QKeySequence(key), widget)
                # A key held down is one press.
                shortcut.setAutoRepeat(False)
                connect_press(shortcut, self._press, shortcut.key())
                self._shortcuts.setdefault(act.name, []).append(shortcut)

    def allow(self, name: ActName, *, allowed: bool) -> None:
        """Leaves the keys of an act to others where it has nothing to do."""
        for shortcut in self._shortcuts.get(name, ()):
            shortcut.setEnabled(allowed)

    def _press(self, keys: QKeySequence) -> None:
        name = _act_of(keys)
        focus = QApplication.focusWidget()
        if name is ActName.GO and isinstance(focus, QAbstractButton) and focus.isEnabled():
            focus.click()
        else:
            self.act_requested.emit(name)


def _act_of(keys: QKeySequence) -> ActName:
    """Shift counts for letters, though Qt leaves it out where a layout has Latin letters there, as Hebrew does."""
    pressed = keys[0]  # type: ignore[index]  # missing in the stubs
    held = QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier
    shifted = act_for(QKeyCombination(pressed.keyboardModifiers() | held, pressed.key()))
    found = shifted or act_for(pressed)
    assert found is not None, "every shortcut is the key of an act"
    return found
