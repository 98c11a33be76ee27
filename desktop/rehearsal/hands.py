"""What a person does at the keyboard and with the mouse, done to the real widgets by their names."""

from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget

from formats.language import tr

FoundWidget = TypeVar("FoundWidget", bound=QWidget)


class OutOfReachError(ValueError):
    """A control that a person would need now is hidden, disabled or not there."""


def reach(window: QWidget, kind: type[FoundWidget], name: str) -> FoundWidget:
    """The one widget of this name that a person could use now. Raises `OutOfReachError`."""
    for widget in window.findChildren(kind, name):
        if widget.isVisibleTo(window) and widget.isEnabled():
            return widget
    raise OutOfReachError(tr("“{name}” cannot be reached.", name=name))


def press(window: QWidget, name: str) -> None:
    """Presses the button of this name."""
    reach(window, QAbstractButton, name).click()


def tick(window: QWidget, name: str, *, on: bool) -> None:
    """Sets a box to tick."""
    box = reach(window, QAbstractButton, name)
    if box.isChecked() != on:
        box.click()


def choose(window: QWidget, name: str, text: str) -> None:
    """Chooses an entry of a list by its words."""
    box = reach(window, QComboBox, name)
    place = box.findText(text)
    if place < 0:
        raise OutOfReachError(tr("“{name}” offers no “{text}”.", name=name, text=text))
    box.setCurrentIndex(place)
    box.activated.emit(place)


def fill(window: QWidget, name: str, text: str) -> None:
    """Types into a field of one line, in place of what is there."""
    field = reach(window, QLineEdit, name)
    field.selectAll()
    type_into(field, text)


def type_into(widget: QWidget, text: str) -> None:
    """Types text key by key; a line break is Shift and Enter, as in the notes pane."""
    for character in text:
        if character == "\n":
            key(widget, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        else:
            key(widget, Qt.Key.Key_unknown, text=character)


def key(
    widget: QWidget,
    pressed: Qt.Key,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    text: str = "",
) -> None:
    """Presses and lets go of one key."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, pressed, modifiers, text))
