"""Which key was meant, whatever alphabet the keyboard writes? Where it gives no Latin letter, its place counts.

Under a Cyrillic, Greek, Arabic or Hebrew layout a key gives a letter that no shortcut knows, and on a French
keyboard the row of digits gives signs. At its place an English keyboard has the letter or digit that was meant.
"""

import sys
import unicodedata

from PySide6.QtCore import QCoreApplication, QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

ROWS = ((2, "1234567890"), (16, "QWERTYUIOP"), (30, "ASDFGHJKL"), (44, "ZXCVBNM"))
"""What an English keyboard has from each scan code on, as keyboards of PCs number them."""
PLACES = {first + step: Qt.Key(ord(sign)) for first, row in ROWS for step, sign in enumerate(row)}
FIRST_CODE = 0 if sys.platform == "win32" else 8
"""X11 and Wayland count eight further."""
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KEYPAD, GROUP = Qt.KeyboardModifier.KeypadModifier, Qt.KeyboardModifier.GroupSwitchModifier
LAST_LETTER = 0x10FFFF


def place_of(event: QKeyEvent) -> Qt.Key | None:
    """What an English keyboard has at the place of a key; None beside its rows of letters and digits."""
    return PLACES.get(event.nativeScanCode() - FIRST_CODE)


def meant_keys(event: QKeyEvent) -> QKeyCombination | None:
    """The keys that were meant by place; None where what the key gives can be taken as it is."""
    place = place_of(event)
    if place is None or event.key() > LAST_LETTER or event.modifiers() & KEYPAD:
        return None
    shifted = bool(event.modifiers() & SHIFT)
    is_digit = Qt.Key.Key_0 <= place <= Qt.Key.Key_9
    if _gives_no_digit(event.key()) and not shifted if is_digit else _gives_no_latin(event.key(), shifted=shifted):
        return QKeyCombination(event.modifiers() & ~GROUP, place)
    return None


def _gives_no_digit(key: int) -> bool:
    return not chr(key).isdigit()


def _gives_no_latin(key: int, *, shifted: bool) -> bool:
    """Another script, or a sign that only such a layout has where letters are: Arabic has some with Shift."""
    sign = chr(key)
    if sign.isascii():
        return shifted and not sign.isalnum()
    return not unicodedata.name(sign, "").startswith("LATIN")


class AnyLayoutKeys(QObject):
    """Tries a key that nobody in a window knows again, as the one that was meant."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._target: QObject = window
        self._meant: QKeyCombination | None = None
        self._code = 0
        self._shortcut: QShortcut | None = None
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        # What is typed into a field never comes as far as the window: the field claims it.
        if event.type() is QEvent.Type.ShortcutOverride and watched is self._window:
            return self._try_again(event)
        awaited = self._meant is not None and event.nativeScanCode() == self._code
        if event.type() is QEvent.Type.KeyPress and watched is self._target and awaited:
            self._do(event)
            return True
        return False

    def _try_again(self, event: QKeyEvent) -> bool:
        meant = meant_keys(event)
        if meant is None:
            return False
        target = self._window.focusWidget() or self._window
        again = _same_key(event, QEvent.Type.ShortcutOverride, meant)
        again.ignore()
        QCoreApplication.sendEvent(target, again)
        shortcut = None if again.isAccepted() else self._shortcut_of(meant)
        if not again.isAccepted() and shortcut is None and not meant.keyboardModifiers() & CONTROL:
            return False
        # The press itself follows, and goes to whoever has the keys.
        event.accept()
        self._target, self._meant, self._shortcut, self._code = target, meant, shortcut, event.nativeScanCode()
        target.installEventFilter(self)
        return True

    def _do(self, event: QKeyEvent) -> None:
        target, meant, shortcut = self._target, self._meant, self._shortcut
        self._meant = self._shortcut = None
        if target is not self._window:
            target.removeEventFilter(self)
        if shortcut is None and meant is not None:
            QCoreApplication.sendEvent(target, _same_key(event, QEvent.Type.KeyPress, meant))
        elif shortcut is not None and (shortcut.autoRepeat() or not event.isAutoRepeat()):
            shortcut.activated.emit()

    def _shortcut_of(self, meant: QKeyCombination) -> QShortcut | None:
        keys = QKeySequence(meant)
        return next(
            (one for one in self._window.findChildren(QShortcut) if one.key() == keys and _works(one)), None
        )


def _works(shortcut: QShortcut) -> bool:
    owner = shortcut.parent()
    return shortcut.isEnabled() and isinstance(owner, QWidget) and owner.isVisible() and owner.isEnabled()


def _same_key(event: QKeyEvent, kind: QEvent.Type, meant: QKeyCombination) -> QKeyEvent:
    """The press once more, as another key."""
    return QKeyEvent(
        kind,
        meant.key(),
        meant.keyboardModifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        "",
        event.isAutoRepeat(),
    )
