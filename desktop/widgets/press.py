"""Which of many buttons was pressed? Each press brings a value along, so that nobody has to ask who sent it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QAbstractButton

Value = TypeVar("Value")
Pressable = QAbstractButton | QAction | QShortcut


def connect_press(button: Pressable, slot: Callable[[Value], object] | SignalInstance, value: Value) -> None:
    """Calls the slot with this value whenever the button, menu entry or shortcut is pressed.

    A signal in place of a slot takes any object: `Signal(object)`.
    The connection lasts as long as both ends do; a lambda in its place would keep the slot's widget alive.
    """
    press = _Press(button, value)
    _press_signal(button).connect(press.bring_value)
    press.value_brought.connect(slot)


class _Press(QObject):
    """Stands between a button, whose child it is, and a slot."""

    value_brought = Signal(object)

    def __init__(self, button: Pressable, value: object) -> None:
        super().__init__(button)
        self._value = value

    def bring_value(self) -> None:
        self.value_brought.emit(self._value)


def _press_signal(button: Pressable) -> SignalInstance:
    match button:
        case QAction():
            return button.triggered
        case QShortcut():
            return button.activated
        case _:
            return button.clicked
