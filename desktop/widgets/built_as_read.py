"""Rows of a long list, built as far as they are read: a widget nobody scrolls to costs nothing."""

from collections.abc import Iterator
from itertools import islice

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QWidget

AT_ONCE, AT_A_TIME = 16, 8


class BuiltAsRead(QObject):
    """Puts rows at the end of a layout within a scroll area: some at once, more whenever the end comes near."""

    def __init__(self, scroll: QScrollArea) -> None:
        super().__init__(scroll)
        self._bar, self._scroll = scroll.verticalScrollBar(), scroll
        self._rows: Iterator[QWidget] = iter(())
        self._layout: QBoxLayout | None = None
        self._built = 0
        # A range changes in the middle of laying out, when nothing may come into the layout.
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._read_on)
        self._bar.valueChanged.connect(self._read_on_soon)
        self._bar.rangeChanged.connect(self._read_on_soon)

    def show(self, layout: QBoxLayout, rows: Iterator[QWidget], *, at_least: int = 0) -> None:
        """Shows these rows, `at_least` so many at once: whoever has read so far stays there."""
        self._layout, self._rows, self._built = layout, rows, 0
        self._build(max(AT_ONCE, at_least))

    def forget(self) -> int:
        """Builds no more of what is about to go; how many rows of it there were."""
        self._rows = iter(())
        return self._built

    def _read_on_soon(self, *_: int) -> None:
        self._soon.start(0)

    def _read_on(self) -> None:
        if self._bar.maximum() - self._bar.value() < self._scroll.viewport().height():
            self._build(AT_A_TIME)

    def _build(self, count: int) -> None:
        for row in islice(self._rows, count):
            assert self._layout is not None
            self._layout.addWidget(row)
            self._built += 1
