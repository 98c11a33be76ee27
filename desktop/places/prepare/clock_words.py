"""When does a stage or a round begin? Said in a column of its own, in which no time of day is cut."""

from PySide6.QtCore import QSize

from desktop.look import Look
from desktop.widgets.words import Words

LEAST = 40
"""So wide is "16:45"; a clock of twelve hours needs more."""


class ClockWords(Words):
    """At least as wide as most times of day, so that they stand below each other, and as wide as its own."""

    def __init__(self, look: Look) -> None:
        super().__init__("", "label")
        self._look = look
        self.setObjectName("clock")

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(self._look.px(LEAST), 0))

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(QSize(self._look.px(LEAST), 0))
