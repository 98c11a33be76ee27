"""Lucide icons in the colour and size that a place asks for."""

from functools import lru_cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from desktop.mirroring import is_app_mirrored

POINTING = frozenset(
    {
        "arrow-left",
        "arrow-right",
        "chevron-left",
        "chevron-right",
        "external-link",
        "fast-forward",
        "list-checks",
        "log-out",
        "panel-left",
        "panel-right",
        "redo-2",
        "send",
        "skip-back",
        "skip-forward",
        "undo-2",
    }
)
"""Pictures that point where reading goes, or back; what turns round a middle, or is a thing, stays as it is."""


@lru_cache(maxsize=256)
def _drawing(name: str, colour: str) -> QSvgRenderer:
    svg = files("resources").joinpath("icons", f"{name}.svg").read_text("utf-8")
    return QSvgRenderer(QByteArray(svg.replace("currentColor", colour).encode()))


def paint_icon(painter: QPainter, name: str, colour: QColor, box: QRectF) -> None:
    """Draws an icon into `box`, sharp at any scale."""
    if not (name in POINTING and is_app_mirrored()):
        _drawing(name, colour.name()).render(painter, box)
        return
    painter.save()
    painter.translate(2 * box.center().x(), 0)
    painter.scale(-1, 1)
    _drawing(name, colour.name()).render(painter, box)
    painter.restore()


def icon_pixmap(name: str, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """An icon as a picture of `size` logical pixels for a screen with this device pixel ratio."""
    pixmap, key = QPixmap(), f"{name} {colour.name()} {size} {ratio} {is_app_mirrored()}"
    if QPixmapCache.find(key, pixmap):
        return pixmap
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
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
