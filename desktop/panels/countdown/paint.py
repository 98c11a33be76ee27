"""How is a dial drawn? Shared by the Run place and the wall."""

from functools import lru_cache
from math import sqrt

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QGradient, QLinearGradient, QPainter, QPen

from desktop.look import Look, digit_font
from desktop.panels.countdown.face import DialFace, DialShape
from desktop.widgets.sides import mirror_within

RING_SHARE = 0.86
"""The ring takes so much of the box; the ticks stand around it."""
BAND = 0.048
DIGITS = 0.34
SMALLER_DIGITS = (0.30, 0.27, 0.24)
"""Type of the digits, against the ring; smaller above a word that is large in a small dial."""
WORD_FOOT = 1.05
"""How far the word's feet are below the top of its line, against its type."""
FULL_WIDTH_DIGIT = "0"
"""All figures are equally wide; this one stands for each of them."""
BEADS = 24
STRIPES = 0.5
"""How far the stripes of a paused dial are apart, against the band."""
COVERS_THE_TRACK = (DialShape.RING, DialShape.HATCHED)
"""Under a band as wide as itself the track is not drawn."""
FULL_CIRCLE = 360 * 16
TOP = 90 * 16


def paint_dial(
    painter: QPainter, box: QRectF, face: DialFace, look: Look, *, with_digits: bool = True, word_pixels: int = 0
) -> None:
    """Draws the dial into the largest square of `box`; disc only, where `with_digits` is off.

    `word_pixels` is the least size of the phase's word, for a wall; it leaves out the caption.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = min(box.width(), box.height())
    square = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
    ring = square.adjusted(*(side * (1 - RING_SHARE) / 2 * sign for sign in (1, 1, -1, -1)))
    if face.shape in (DialShape.BLOCK, DialShape.HATCHED_BLOCK):
        _paint_block(painter, ring, look, hatched=face.shape is DialShape.HATCHED_BLOCK)
    else:
        _paint_ticks(painter, square, face, look)
        _paint_ring(painter, ring, face, look)
    if with_digits:
        _paint_words(painter, ring, face, look, word_pixels)
    elif face.word:
        _paint_word_alone(painter, ring, face, look)


def dial_digit_pixels(box: QRectF, digits: str) -> int:
    """The type of the digits in a dial that fills this box, in pixels."""
    side = min(box.width(), box.height()) * RING_SHARE
    return _digits_that_fit(digits, side, DIGITS).pixelSize()


def _paint_ticks(painter: QPainter, square: QRectF, face: DialFace, look: Look) -> None:
    painter.setPen(QPen(look.colour("line_strong"), max(1.5, square.width() / 300)))
    for number in range(face.ticks):
        painter.save()
        painter.translate(square.center())
        painter.rotate(360 * number / face.ticks)
        radius = square.width() / 2
        painter.drawLine(QPointF(0, -radius * 0.97), QPointF(0, -radius * 0.93))
        painter.restore()


def _paint_ring(painter: QPainter, ring: QRectF, face: DialFace, look: Look) -> None:
    band = ring.width() * BAND
    inner = ring.adjusted(band / 2, band / 2, -band / 2, -band / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    covered = round(FULL_CIRCLE * face.rest) if face.shape in COVERS_THE_TRACK else 0
    painter.setPen(_pen(QBrush(look.colour("sunken")), band, Qt.PenCapStyle.FlatCap))
    painter.drawArc(inner, TOP + covered, FULL_CIRCLE - covered)
    if face.rest <= 0:
        return
    if face.shape is DialShape.BEADS:
        _paint_beads(painter, inner, band, face, look)
        return
    span = round(FULL_CIRCLE * face.rest)
    # Empties clockwise from the top, so that its edge goes round as hands do, and what is left ends at the top.
    # The design's drawings have the rest begin at the top: their edge runs backwards, harder to follow.
    painter.setPen(_band_pen(face, look, band))
    painter.drawArc(inner, TOP, span)


def _band_pen(face: DialFace, look: Look, band: float) -> QPen:
    cap = Qt.PenCapStyle.RoundCap if face.rest < 1 else Qt.PenCapStyle.FlatCap
    if face.shape is DialShape.HATCHED:
        return _pen(hatching(look, face.tint, band), band, cap)
    still = face.shape is DialShape.STILL
    return _pen(QBrush(look.colour("line_strong" if still else face.tint)), band * (0.4 if still else 1), cap)


def hatching(look: Look, tint: str, band: float) -> QBrush:
    """Slanting stripes as wide as the band asks for: Qt's own hatching is a hair on a large wall."""
    step = band * STRIPES / 2
    stripes = QLinearGradient(0, 0, step, step)
    stripes.setSpread(QGradient.Spread.RepeatSpread)
    for place, role in ((0, tint), (0.46, tint), (0.5, f"{tint}_2"), (0.96, f"{tint}_2"), (1, tint)):
        stripes.setColorAt(place, look.colour(role))
    return QBrush(stripes)


def _pen(brush: QBrush, width: float, cap: Qt.PenCapStyle) -> QPen:
    return QPen(brush, width, Qt.PenStyle.SolidLine, cap)


def _paint_beads(painter: QPainter, inner: QRectF, band: float, face: DialFace, look: Look) -> None:
    """The last stretch is a string of beads over the whole circle's rest, so that its shape differs too."""
    step = FULL_CIRCLE / (BEADS * 5)
    painter.setPen(_pen(QBrush(look.colour(face.tint)), band * 1.5, Qt.PenCapStyle.FlatCap))
    span = FULL_CIRCLE * face.rest
    start = 0.0
    while start < span:
        painter.drawArc(inner, round(TOP + start), round(min(step * 0.62, span - start)))
        start += step


def _paint_block(painter: QPainter, ring: QRectF, look: Look, *, hatched: bool) -> None:
    inset = ring.width() * 0.045
    box = ring.adjusted(inset, inset, -inset, -inset)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("clay_2" if hatched else "clay"))
    painter.drawRoundedRect(box, inset * 2, inset * 2)
    if hatched:
        # Only its edge is hatched: digits are not read through lines.
        edge = ring.width() * BAND
        rim = box.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(hatching(look, "clay", edge), edge))
        painter.drawRoundedRect(rim, inset * 2, inset * 2)


def _paint_words(painter: QPainter, ring: QRectF, face: DialFace, look: Look, word_pixels: int) -> None:
    side = ring.width()
    block = face.shape is DialShape.BLOCK
    large, drop = _digits_above_the_word(face, side, look, word_pixels)
    height = QFontMetricsF(large).capHeight()
    baseline = ring.center().y() + drop
    painter.setFont(large)
    painter.setPen(_ink(look, block, "ink"))
    mirror = mirror_within(ring)
    middle = Qt.AlignmentFlag.AlignCenter
    mirror.draw_words_in(painter, _line(ring, baseline - height * 1.25, height * 1.5), middle, face.digits)
    small = max(side * 0.048, float(look.px(12)))
    top = baseline + height * 0.3
    if face.word:
        below = (ring.bottom() - side * 0.07 - top) / 1.4
        size = max(min(small * (1.7 if block else 1.3), below), word_pixels, small)
        wide = side * 0.74
        if word_pixels:
            wide = max(wide, _inner_width(side, top - ring.center().y() + size * WORD_FOOT))
        painter.setFont(text_that_fits(look, face.word, size, wide, QFont.Weight.Bold))
        painter.setPen(_ink(look, block, word_role(face)))
        mirror.draw_words_in(painter, _line(ring, top, size * 1.4), middle, face.word)
        top += size * 1.4
    if not word_pixels and top + small * 1.5 < ring.bottom() - side * 0.06:
        painter.setFont(text_that_fits(look, face.caption, small, side * 0.62, QFont.Weight.Normal))
        painter.setPen(_ink(look, block, "ink_2"))
        mirror.draw_words_in(painter, _line(ring, top, small * 1.5), middle, face.caption)


def _paint_word_alone(painter: QPainter, ring: QRectF, face: DialFace, look: Look) -> None:
    block = face.shape is DialShape.BLOCK
    painter.setFont(text_that_fits(look, face.word, ring.width() * 0.12, ring.width() * 0.7, QFont.Weight.Bold))
    painter.setPen(_ink(look, block, word_role(face)))
    painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, face.word)


def word_role(face: DialFace) -> str:
    """The colour of the phase's word, where it does not stand on a block."""
    return face.tint if face.shape in (DialShape.BEADS, DialShape.EMPTY, DialShape.BLOCK) else "ink_2"


def _ink(look: Look, on_block: bool, role: str) -> QColor:
    return look.colour("on_moss" if on_block else role)


def _line(ring: QRectF, top: float, height: float) -> QRectF:
    return QRectF(ring.left(), top, ring.width(), height)


def _digits_above_the_word(face: DialFace, side: float, look: Look, word_pixels: int) -> tuple[QFont, float]:
    """The type of the digits, and how far below the middle they stand; smaller where a wall's word needs room."""
    usual = _digits_that_fit(face.digits, side, DIGITS)
    height = QFontMetricsF(usual).capHeight()
    # Digits and captions are centred together: a little above the middle.
    drop = height * 0.42
    if not (face.word and word_pixels):
        return usual, drop
    needed = QFontMetricsF(text_that_fits(look, face.word, word_pixels, side, QFont.Weight.Bold))
    if needed.horizontalAdvance(face.word) <= side * 0.74:
        return usual, drop
    for share in SMALLER_DIGITS:
        font = _digits_that_fit(face.digits, side, share)
        height = QFontMetricsF(font).capHeight()
        drop = (height * 0.7 - word_pixels * WORD_FOOT) / 2
        if needed.horizontalAdvance(face.word) <= _inner_width(
            side, drop + height * 0.3 + word_pixels * WORD_FOOT
        ):
            break
    return font, drop


def _inner_width(side: float, below: float) -> float:
    """How wide the inside of a ring is so far below its middle."""
    inner = side * (0.5 - BAND)
    return 2 * sqrt(max(inner**2 - below**2, 0))


def _digits_that_fit(text: str, side: float, share: float) -> QFont:
    # All figures are equally wide, so that one answer holds for a whole minute.
    return _figures_that_fit("".join(FULL_WIDTH_DIGIT if s.isdigit() else s for s in text), side, share)


@lru_cache(maxsize=64)
def _figures_that_fit(text: str, side: float, share: float) -> QFont:
    font = digit_font(round(side * share))
    wide = QFontMetricsF(font).horizontalAdvance(text)
    return font if wide <= side * 0.74 else digit_font(round(side * share * side * 0.74 / wide))


def text_that_fits(look: Look, text: str, size: float, width: float, weight: QFont.Weight) -> QFont:
    """Type of `size` pixels, or as much smaller as brings the text into `width`."""
    font = look.font(15, weight)
    font.setPixelSize(max(1, round(size)))
    wide = QFontMetricsF(font).horizontalAdvance(text)
    if wide > width:
        font.setPixelSize(max(1, int(size * width / wide)))
    return font
