"""How is the countdown drawn where a dial would be small? Its digits, large, above a band of what is left."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QPainter, QPen

from desktop.look import Look, digit_font
from desktop.panels.countdown.face import DialFace, DialShape
from desktop.panels.countdown.paint import FULL_WIDTH_DIGIT, hatching, text_that_fits, word_role
from desktop.widgets.sides import mirror_within

BAND = 10
"""Pixels: how thick the band is."""
EDGE = 14
"""Pixels between the edge of a block and what stands in it."""
CAP = 0.73
"""How high a digit is, against its type."""
ROOM_FOR_DIGITS = 0.62
"""Of the width: the rest is for the word beside them."""
BEADS = 24


def line_digit_pixels(box: QRectF, digits: str) -> int:
    """The type of the digits in a line of this size, in pixels."""
    pixels = max(1, int((box.height() - BAND - EDGE) / CAP))
    figures = "".join(FULL_WIDTH_DIGIT if sign.isdigit() else sign for sign in digits)
    wide, room = QFontMetricsF(digit_font(pixels)).horizontalAdvance(figures), box.width() * ROOM_FOR_DIGITS
    return pixels if wide <= room else max(1, int(pixels * room / wide))


def paint_line(painter: QPainter, box: QRectF, face: DialFace, look: Look) -> None:
    """Draws the same face into a low and wide box."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    mirror = mirror_within(box)
    block = face.shape in (DialShape.BLOCK, DialShape.HATCHED_BLOCK)
    if block:
        _paint_block(painter, box, face, look)
    else:
        painter.save()
        mirror.turn(painter)
        _paint_band(painter, QRectF(box.left(), box.bottom() - BAND, box.width(), BAND), face, look)
        painter.restore()
    inset = EDGE if block else 0
    words = box.adjusted(inset, 0, -inset, 0 if block else -BAND - EDGE / 2)
    on_block = face.shape is DialShape.BLOCK
    font = digit_font(line_digit_pixels(box, face.digits))
    painter.setFont(font)
    painter.setPen(look.colour("on_moss" if on_block else "ink"))
    align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    mirror.draw_words_in(painter, words, align, face.digits)
    left = words.left() + QFontMetricsF(font).horizontalAdvance(face.digits) + look.px(10)
    beside = QRectF(left, words.top(), words.right() - left, words.height())
    said, weight = (face.word, QFont.Weight.Bold) if face.word else (face.caption, QFont.Weight.Normal)
    painter.setFont(text_that_fits(look, said, look.px(17), beside.width(), weight))
    painter.setPen(look.colour("on_moss" if on_block else word_role(face) if face.word else "ink_2"))
    mirror.draw_words_in(painter, beside, align, said)


def _paint_block(painter: QPainter, box: QRectF, face: DialFace, look: Look) -> None:
    hatched = face.shape is DialShape.HATCHED_BLOCK
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("clay_2" if hatched else "clay"))
    painter.drawRoundedRect(box, BAND, BAND)
    if hatched:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(hatching(look, "clay", BAND), BAND / 2))
        painter.drawRoundedRect(box.adjusted(*(BAND / 4 * sign for sign in (1, 1, -1, -1))), BAND, BAND)


def _paint_band(painter: QPainter, band: QRectF, face: DialFace, look: Look) -> None:
    """The rest of the stage from where reading begins; beads in its last stretch, stripes while it is paused."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("sunken"))
    painter.drawRoundedRect(band, BAND / 2, BAND / 2)
    rest = QRectF(band.topLeft(), band.bottomRight())
    rest.setWidth(band.width() * face.rest)
    if face.shape is DialShape.BEADS:
        pen = QPen(look.colour(face.tint), BAND, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
        step = band.width() / BEADS / BAND
        pen.setDashPattern([step * 0.62, step * 0.38])
        painter.setPen(pen)
        painter.drawLine(QPointF(rest.left(), band.center().y()), QPointF(rest.right(), band.center().y()))
        return
    still = face.shape is DialShape.STILL
    plain = QBrush(look.colour("line_strong" if still else face.tint))
    painter.setBrush(hatching(look, face.tint, BAND) if face.shape is DialShape.HATCHED else plain)
    painter.drawRoundedRect(rest, BAND / 2, BAND / 2)
