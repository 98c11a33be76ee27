"""Where on the wall can something lie for a moment, so that what is to be read there stays in view?"""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF

from desktop.live.opener_now import is_inviting
from desktop.room_display.blocks import Block
from desktop.room_display.plain_views import lay_out_card
from desktop.room_display.timer_view import centred_dial
from desktop.room_display.views import View
from desktop.room_display.wall import Scene, Wall


def read_parts(wall: Wall, size: QSizeF, scene: Scene) -> tuple[QRectF, ...]:
    """What of a wall of this size is looked at: each line of words as wide as it is, the dial, the cards."""
    match scene.view:
        case View.TIMER:
            layout = wall.timer(size, scene)
            return (layout.dial, *_words(layout.blocks))
        case View.DISC:
            return (centred_dial(size),)
        case View.ROOMS:
            return tuple(part for page in wall.rooms(size, scene) for part in (*page.cards, *_words(page.blocks)))
        case View.OPENER if (opener := wall.opener_of(scene.reading)) is not None:
            if is_inviting(scene.reading):
                return _words(lay_out_card(size, opener.title, opener.invitation))
            shape, blocks = wall.line(size, scene)
            return (shape, *_words(blocks))
        case _:
            return _words(wall.standby(size, scene))


def free_spot(bar: QSizeF, wall: QSizeF, edge: float, parts: Sequence[QRectF]) -> QPointF:
    """The corner of the bar where it hides least: in the middle of the foot, if that is free."""
    right, foot = wall.width() - bar.width() - edge, wall.height() - bar.height() - edge
    middle = (wall.width() - bar.width()) / 2
    below = [part.top() for part in parts if part.bottom() > foot]
    above_words = min(below, default=foot) - bar.height() - edge / 4
    rows = (foot, above_words, edge)
    spots = [QPointF(x, y) for y in rows for x in (middle, right, edge)]
    return min(spots, key=lambda spot: _hidden(QRectF(spot, bar), parts))


def _hidden(box: QRectF, parts: Iterable[QRectF]) -> float:
    common = [box.intersected(part) for part in parts]
    return sum(each.width() * each.height() for each in common if not each.isEmpty())


def _words(blocks: Iterable[Block]) -> tuple[QRectF, ...]:
    return tuple(_drawn(block) for block in blocks)


def _drawn(block: Block) -> QRectF:
    """A line is as wide as its words, not as the space it may take."""
    wide = min(QFontMetricsF(block.font).horizontalAdvance(block.text), block.box.width())
    left = block.box.left()
    if block.align & Qt.AlignmentFlag.AlignHCenter:
        left += (block.box.width() - wide) / 2
    elif block.align & Qt.AlignmentFlag.AlignRight:
        left += block.box.width() - wide
    return QRectF(left, block.box.top(), wide, block.box.height())
