"""Do words stand out from what is behind them, as they are on screen now?"""

from collections.abc import Iterator

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from desktop.widgets.elided import ElidedWords
from tests.walk.contrast import contrast, least_contrast
from tests.walk.painted import PaintedText, ground_in
from tests.walk.seeing import described, shown

BOLD, LARGE, LARGE_BOLD = 600, 24, 19


def faint_words(window: QWidget, picture: QImage, *, high: bool) -> Iterator[str]:
    """Labels whose colour is too close to their ground."""
    for label in shown(window):
        if not isinstance(label, QLabel) or not label.text() or label.visibleRegion().isEmpty():
            continue
        in_sight = label.visibleRegion().boundingRect()
        ground = ground_in(picture, QRect(label.mapTo(window, in_sight.topLeft()), in_sight.size()))
        if ground is None or isinstance(label, ElidedWords):
            continue
        ink = label.palette().color(QPalette.ColorRole.WindowText)
        font = label.font()
        large = font.pixelSize() >= LARGE or (font.weight() >= BOLD and font.pixelSize() >= LARGE_BOLD)
        seen = contrast(ink, ground)
        if label.isEnabled() and seen < least_contrast(large=large, high=high):
            yield f"faint: {described(label)} in {ink.name()} on {ground.name()} is {seen:.1f} to 1"


def faint_paintings(picture: QImage, texts: list[PaintedText], *, high: bool, window: QWidget) -> Iterator[str]:
    """Drawn texts whose colour is too close to their ground; what is not possible now may be quiet."""
    for one in texts:
        ground = ground_in(picture, one.box.toAlignedRect())
        if ground is None or one.ink.alpha() < 255 or not _is_possible(window, one):
            continue
        seen = contrast(one.ink, ground)
        if seen < least_contrast(large=one.large, high=high):
            yield f"faint: “{one.text[:40]}” in {one.ink.name()} on {ground.name()} is {seen:.1f} to 1"


def _is_possible(window: QWidget, text: PaintedText) -> bool:
    below = window.childAt(text.box.center().toPoint())
    return below is None or below.isEnabled()
