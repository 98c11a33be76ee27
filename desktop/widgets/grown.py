"""Which sizes grow with the text? Those that are kept by this, also when the text gets another size later."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.look import Look


class _Grown(QObject):
    def __init__(self, widget: QWidget, look: Look, set_size: Callable[[int], object], pixels: float) -> None:
        super().__init__(widget)
        self._look, self._set_size, self._pixels = look, set_size, pixels
        look.look_changed.connect(self._grow)
        self._grow()

    def _grow(self) -> None:
        self._set_size(self._look.px(self._pixels))


def keep_width(widget: QWidget, look: Look, pixels: float) -> None:
    """The widget is so wide, before scaling."""
    _Grown(widget, look, widget.setFixedWidth, pixels)


def keep_least_width(widget: QWidget, look: Look, pixels: float) -> None:
    """The widget is at least so wide, before scaling."""
    _Grown(widget, look, widget.setMinimumWidth, pixels)


def keep_most_width(widget: QWidget, look: Look, pixels: float) -> None:
    """The widget is at most so wide, before scaling."""
    _Grown(widget, look, widget.setMaximumWidth, pixels)


def keep_least_height(widget: QWidget, look: Look, pixels: float) -> None:
    """The widget is at least so high, before scaling."""
    _Grown(widget, look, widget.setMinimumHeight, pixels)
