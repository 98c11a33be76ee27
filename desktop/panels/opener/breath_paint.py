"""The shape to breathe with: drawn for a moment, so that a slow frame is skipped and never late."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap, QRadialGradient

from desktop.look import Look
from desktop.widgets.icons import paint_icon
from formats.language import Message
from formats.structures.breathing import Breath, BreathPhase
from formats.structures.opener import Opener

SMALLEST, LARGEST = 0.52, 0.94
"""How wide the shape is when empty and when full, against the dashed ring around it."""
FROM_AFAR = 0.98
"""The same on a wall, which has no room for glow."""
WORD_SHARE = 0.078
"""Type of the word, against the ring: the longest one stands inside the shape when it is smallest."""
RING = 0.80
"""The ring takes so much of the box; the rest is glow."""
LEAST_WORD, MOST_SHORT_WORD = 24, 30
"""Type of the word, grown with the text: where the usual one would be smaller, short ones are set so large."""
WORD_IN_SHAPE = 0.92
"""How much of the smallest shape a short word may take."""
WORDS = {
    BreathPhase.IN: Message("Breathe in"),
    BreathPhase.HOLD: Message("Pause, if you like"),
    BreathPhase.OUT: Message("Breathe out"),
    BreathPhase.REST: Message("A pause"),
}
WORDS_FROM_AFAR = {
    BreathPhase.IN: Message("In"),
    BreathPhase.HOLD: Message("A pause"),
    BreathPhase.OUT: Message("Out"),
    BreathPhase.REST: Message("A pause"),
}
CALM_FAINTEST = 0.30
CALM_SIZE = 0.7


def breath_word(opener: Opener, breath: Breath, *, brief: bool = False) -> str:
    """The word on the shape; none where the opener leaves the breath alone."""
    words = WORDS_FROM_AFAR if brief else WORDS
    return str(words[breath.phase]) if opener.pace else ""


def short_word_pixels(box: QRectF, look: Look) -> int:
    """The type of short words in a box too small for the usual ones to be read from a chair; 0 in a larger one."""
    if ring_box(box).width() * WORD_SHARE >= look.px(LEAST_WORD):
        return 0
    pixels = look.px(MOST_SHORT_WORD)
    font = look.font(MOST_SHORT_WORD, QFont.Weight.DemiBold)
    wide = max(QFontMetricsF(font).horizontalAdvance(str(word)) for word in WORDS_FROM_AFAR.values())
    room = ring_box(box, FROM_AFAR).width() * SMALLEST * WORD_IN_SHAPE
    return max(1, min(pixels, int(pixels * room / wide)))


def shape_diameter(ring: float, breath: Breath, *, calm: bool) -> float:
    """How wide the shape is inside a ring: it follows the breath, or keeps its size where motion is unwanted."""
    size = CALM_SIZE if calm else breath.size
    return ring * (SMALLEST + (LARGEST - SMALLEST) * size)


def shape_strength(breath: Breath, *, calm: bool) -> float:
    """How strong its colour is, from 0 to 1: always full, or following the breath where motion is unwanted."""
    return CALM_FAINTEST + (1 - CALM_FAINTEST) * breath.size if calm else 1.0


def ring_box(box: QRectF, share: float = RING) -> QRectF:
    """The dashed ring in the middle of a box."""
    side = min(box.width(), box.height()) * share
    return QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)


def background_box(box: QRectF) -> QRectF:
    """The square in the middle of a box that the ground covers, on whole pixels."""
    side = int(min(box.width(), box.height()))
    return QRectF(round(box.center().x() - side / 2), round(box.center().y() - side / 2), side, side)


class BreathBackground:
    """The ring and the soft light in it, drawn once for a size: they cost ten times what the shape costs."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._drawn = QPixmap()
        self._for: tuple[int, float, bool, bool] | None = None

    def paint(self, painter: QPainter, box: QRectF, *, wall: bool) -> None:
        """Puts it into the middle of a box."""
        ratio = painter.device().devicePixelRatio()
        side = int(background_box(box).width())
        wanted = (side, ratio, wall, self._look.dark)
        if wanted != self._for:
            self._for, self._drawn = wanted, self._draw(side, ratio, wall=wall)
        # It stands on whole pixels, and unsmoothed it is copied in half the time.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.drawPixmap(background_box(box).topLeft(), self._drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _draw(self, side: int, ratio: float, *, wall: bool) -> QPixmap:
        made = QPixmap(round(side * ratio), round(side * ratio))
        made.setDevicePixelRatio(ratio)
        made.fill(self._look.colour("paper"))
        box = QRectF(0, 0, side, side)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not wall:
            painter.fillRect(box, self._light(box))
        ring = ring_box(box, FROM_AFAR if wall else RING)
        painter.setOpacity(0.55)
        painter.setPen(QPen(self._look.colour("lake"), max(1.5, ring.width() / 220), Qt.PenStyle.DashLine))
        painter.drawEllipse(ring)
        painter.end()
        return made

    def _light(self, box: QRectF) -> QRadialGradient:
        light = QRadialGradient(box.center(), box.width() / 2)
        inner, outer = self._look.colour("lake_2"), self._look.colour("lake_2")
        outer.setAlpha(0)
        light.setColorAt(0, inner)
        light.setColorAt(1, outer)
        return light


def paint_breath(
    painter: QPainter,
    box: QRectF,
    opener: Opener,
    breath: Breath,
    look: Look,
    ground: BreathBackground,
    *,
    word_pixels: int = 0,
) -> None:
    """Draws ring, shape and word; `word_pixels` is for a wall: short words of that size, no glow around."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ring = ring_box(box, FROM_AFAR if word_pixels else RING)
    if opener.pace is None:
        _paint_still(painter, ring, opener, look)
        return
    ground.paint(painter, box, wall=bool(word_pixels))
    strength = shape_strength(breath, calm=look.calm)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_mix_colours(look.colour("lake_2"), look.colour("lake"), strength))
    radius = shape_diameter(ring.width(), breath, calm=look.calm) / 2
    painter.drawEllipse(ring.center(), radius, radius)
    # The word has one size: words that grow and shrink are hard to rest the eyes on.
    font = look.font(15, QFont.Weight.DemiBold)
    font.setPixelSize(word_pixels or max(1, round(ring.width() * WORD_SHARE)))
    painter.setFont(font)
    painter.setPen(look.colour("on_moss" if strength > 0.6 else "ink"))
    painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, breath_word(opener, breath, brief=bool(word_pixels)))


def _paint_still(painter: QPainter, ring: QRectF, opener: Opener, look: Look) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("lake_2"))
    radius = ring.width() * 0.32
    painter.drawEllipse(ring.center(), radius, radius)
    side = ring.width() * 0.2
    corner = QPointF(ring.center().x() - side / 2, ring.center().y() - side / 2)
    paint_icon(painter, opener.icon, look.colour("lake"), QRectF(corner.x(), corner.y(), side, side))


def _mix_colours(low: QColor, high: QColor, share: float) -> QColor:
    return QColor(
        round(low.red() + (high.red() - low.red()) * share),
        round(low.green() + (high.green() - low.green()) * share),
        round(low.blue() + (high.blue() - low.blue()) * share),
    )
