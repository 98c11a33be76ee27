"""Keys of other keyboards for tests: a sign, and the place where it stands."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.widgets.any_layout import FIRST_CODE, PLACES

NONE, CONTROL, SHIFT, KEYPAD = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.KeypadModifier,
)
CODES = {chr(key): code + FIRST_CODE for code, key in PLACES.items()}
LETTERS = {
    "Russian": {"M": "ь", "N": "т", "Z": "я", "L": "д", "T": "е"},
    "Greek": {"M": "μ", "N": "ν", "Z": "ζ", "L": "λ", "T": "τ"},
    "Hebrew": {"M": "צ", "N": "מ", "Z": "ז", "L": "ך", "T": "א"},
    "Arabic": {"M": "ة", "N": "ى", "Z": "ئ", "L": "م", "T": "ف"},
}


def key_event(kind: QEvent.Type, sign: str, place: str, modifiers: Qt.KeyboardModifier) -> QKeyEvent:
    """A key at the place where an English keyboard has `place`, which gives `sign` under the layout in use."""
    text = sign if modifiers in (NONE, SHIFT) else ""
    return QKeyEvent(kind, ord(sign.upper()), modifiers, CODES[place], 0, 0, text)


def press(window: QWidget, sign: str, place: str, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Presses a key where the keys are, first as what may be a shortcut, as a window system does."""
    target = window.focusWidget() or window
    asked = key_event(QEvent.Type.ShortcutOverride, sign, place, modifiers)
    asked.ignore()
    QApplication.sendEvent(target, asked)
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(target, key_event(kind, sign, place, modifiers))
