"""What does a wheel do over a field that holds a value? It scrolls the page and changes nothing."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class _PassingWheel(QObject):
    """Ignores the wheel for its field, so that the page around it gets it."""

    def eventFilter(self, field: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.Wheel:
            return False
        event.ignore()
        return True


def let_wheel_pass(field: QWidget) -> None:
    """From now on a wheel over this field is the page's; keys and clicks change its value as before.

    Every number, choice, time, slider and bar of tabs is given this where it is made. A filter of the whole
    application would need no telling, and costs an eighth of the start.
    """
    field.installEventFilter(_PassingWheel(field))
