"""How does a drawing of a document become a picture on screen?"""

import re
from dataclasses import asdict

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from desktop.look import Look
from desktop.palettes import LIGHT, Palette
from formats.exports.document import Picture

SHARPER = 2


def draw_picture(picture: Picture, look: Look, width: int) -> QImage | None:
    """The drawing no wider than `width`, in the colours of the look; None where it is none."""
    svg = in_palette(_with_one_font(picture.svg), look.palette)
    drawing = QSvgRenderer(QByteArray(svg.encode()))
    size = drawing.defaultSize()
    if not drawing.isValid() or size.isEmpty():
        return None
    width = min(width, look.px(size.width()))
    height = round(size.height() * width / size.width())
    image = QImage(width * SHARPER, height * SHARPER, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawing.render(painter, QRectF(0, 0, image.width(), image.height()))
    painter.end()
    image.setDevicePixelRatio(SHARPER)
    return image


def in_palette(svg: str, palette: Palette) -> str:
    """A drawing in the light palette, as documents have it, in another one: each colour as that of its role."""
    roles: dict[str, str] = {}
    for role, colour in asdict(LIGHT).items():
        roles.setdefault(colour, getattr(palette, role))  # of two roles with one colour the ground comes first
    return re.sub(r"#[0-9A-F]{6}", lambda found: roles.get(found[0], found[0]), svg)


def _with_one_font(svg: str) -> str:
    """Qt takes a list of fonts for the name of one."""
    return re.sub(r'font-family="([^",]+),[^"]*"', r'font-family="\1"', svg)
