"""How does a drawing of a document become a picture on screen?"""

import re

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from desktop.look import Look
from formats.exports.document import Picture

SHARPER = 2


def draw_picture(picture: Picture, look: Look, width: int) -> QImage | None:
    """The drawing no wider than `width`, on white as on paper where the look is dark; None where it is none."""
    drawing = QSvgRenderer(QByteArray(_with_one_font(picture.svg).encode()))
    size = drawing.defaultSize()
    if not drawing.isValid() or size.isEmpty():
        return None
    width = min(width, look.px(size.width()))
    height = round(size.height() * width / size.width())
    image = QImage(width * SHARPER, height * SHARPER, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(Qt.GlobalColor.white) if look.dark else QColor(Qt.GlobalColor.transparent))
    painter = QPainter(image)
    drawing.render(painter, QRectF(0, 0, image.width(), image.height()))
    painter.end()
    image.setDevicePixelRatio(SHARPER)
    return image


def _with_one_font(svg: str) -> str:
    """Qt takes a list of fonts for the name of one."""
    return re.sub(r'font-family="([^",]+),[^"]*"', r'font-family="\1"', svg)
