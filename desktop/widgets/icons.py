"""Lucide icons in the colour and size that a place asks for."""

from functools import lru_cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

POINTING = frozenset(
    {
        "arrow-left", "arrow-right", "chevron-left", "chevron-right", "external-link", "fast-forward",
        "list-checks", "log-out", "panel-left", "panel-right", "redo-2", "skip-back", "skip-forward", "undo-2",
    }
)  # fmt: skip
"""They say where something comes from or goes to, and point the other way where one reads from the right."""


@lru_cache(maxsize=256)
def _drawing(name: str, colour: str) -> QSvgRenderer:
    svg = files("resources").joinpath("icons", f"{name}.svg").read_text("utf-8")
    return QSvgRenderer(QByteArray(svg.replace("currentColor", colour).encode()))


def paint_icon(painter: QPainter, name: str, colour: QColor, box: QRectF) -> None:
    """Draws an icon into `box`, sharp at any scale."""
    if name in POINTING and painter.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        painter.save()
        painter.translate(2 * box.center().x(), 0)
        painter.scale(-1, 1)
        _drawing(name, colour.name()).render(painter, box)
        painter.restore()
    else:
        _drawing(name, colour.name()).render(painter, box)


def icon_pixmap(name: str, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """An icon as a picture of `size` logical pixels for a screen with this device pixel ratio."""
    pixmap, key = QPixmap(), f"{name} {colour.name()} {size} {ratio} {QGuiApplication.layoutDirection()}"
    if QPixmapCache.find(key, pixmap):
        return pixmap
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setLayoutDirection(QGuiApplication.layoutDirection())
    paint_icon(painter, name, colour, QRectF(0, 0, pixmap.width(), pixmap.height()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, pixmap)
    return pixmap


def icon(name: str, colour: QColor, size: int = 22) -> QIcon:
    """An icon for Qt's own menus and lists."""
    made = QIcon(icon_pixmap(name, colour, size))
    made.addPixmap(icon_pixmap(name, colour, size, 2.0))
    return made
