"""A note as it stands in the list: its tile, its plain text with links told apart, its facts."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption

from desktop.look import Look
from desktop.panels.notes.kinds import KIND_LOOKS
from desktop.widgets.icons import paint_icon
from desktop.widgets.sides import mirror_within
from formats.exports.passages import pieces, runs_right_to_left
from formats.language import Message
from formats.session.notes import Note, NoteKind

LINE_SEPARATOR = "\u2028"
MARKER_WORDS = Message("A moment to come back to")
TILE, GAP, EDGE, ABOVE = 30, 12, 18, 12
STAR = 15
BELOW_TEXT, LEAST_FACTS = 3, 18
WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)


def text_left(look: Look) -> int:
    """Where the text of a note begins."""
    return EDGE + look.px(TILE) + GAP


def note_layout(look: Look, note: Note, width: int) -> QTextLayout:
    """The text of a note, broken into lines of this width; markup in it is only text."""
    shown = note.text or str(MARKER_WORDS)
    layout = QTextLayout(shown.replace("\r\n", "\n").replace("\n", LINE_SEPARATOR), _note_font(look, note))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    if runs_right_to_left(shown):
        option.setAlignment(Qt.AlignmentFlag.AlignRight)
    layout.setTextOption(option)
    layout.setFormats(_links(look, shown))
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, look.px(60)))
        line.setPosition(QPointF(0, height))
        height += line.height() * 1.12
    layout.endLayout()
    return layout


def text_height(layout: QTextLayout) -> int:
    """How high the lines stand together."""
    last = layout.lineAt(layout.lineCount() - 1)
    return round(last.y() + last.height()) if layout.lineCount() else 0


def facts_height(look: Look, facts: str, width: int) -> int:
    """How high the facts are in lines of this width."""
    room = QRect(0, 0, max(width, look.px(60)), 1)
    return max(look.px(LEAST_FACTS), QFontMetrics(_facts_font(look)).boundingRect(room, WRAPPED, facts).height())


def paint_note(
    painter: QPainter,
    look: Look,
    box: QRect,
    layout: QTextLayout,
    note: Note,
    facts: str,
    *,
    with_star: bool = False,
) -> None:
    """Draws one note into its box, with a star in place of the sign of its kind where that is asked for."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if with_star:
        _paint_star(painter, look, box, note)
    else:
        _paint_tile(painter, look, box, note)
    painter.setPen(look.colour("ink" if note.text else "ink_2"))
    top = box.top() + look.px(ABOVE)
    mirror = mirror_within(box)
    width = box.width() - text_left(look) - EDGE
    layout.draw(painter, QPointF(mirror.x(box.left() + text_left(look), width), top))
    painter.setFont(_facts_font(look))
    painter.setPen(look.colour("ink_2"))
    lines = QRectF(box.left() + text_left(look), top + text_height(layout) + look.px(BELOW_TEXT), width, 0)
    lines.setHeight(facts_height(look, facts, width))
    mirror.draw_words_in(painter, lines, WRAPPED, facts)
    painter.fillRect(box.left() + EDGE, box.bottom(), box.width() - 2 * EDGE, 1, look.colour("line"))


def _paint_star(painter: QPainter, look: Look, box: QRect, note: Note) -> None:
    """A full star for a key note, the outline of one for every other."""
    side = look.px(22)
    inset = (look.px(TILE) - side) / 2
    place = _at_start(box, QRectF(box.left() + EDGE + inset, box.top() + look.px(ABOVE), side, side))
    name, colour = ("star-filled", "moss") if note.is_key else ("star", "line_strong")
    paint_icon(painter, name, look.colour(colour), place)


def _paint_tile(painter: QPainter, look: Look, box: QRect, note: Note) -> None:
    kind = KIND_LOOKS[note.kind]
    side, drawing = look.px(TILE), look.px(16)
    tile = _at_start(box, QRectF(box.left() + EDGE, box.top() + look.px(ABOVE), side, side))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(f"{kind.tint}_2" if kind.tint else "sunken"))
    painter.drawRoundedRect(tile, 8, 8)
    inset = (side - drawing) / 2
    name = "lock" if note.private else "check" if note.done else "minus" if note.let_go else kind.icon
    paint_icon(painter, name, look.colour(kind.tint or "ink_2"), tile.adjusted(inset, inset, -inset, -inset))
    if note.is_key:
        star = look.px(STAR)
        below = QRectF(tile.center().x() - star / 2, tile.bottom() + 2, star, star)
        paint_icon(painter, "star-filled", look.colour("moss"), below)


def _at_start(box: QRect, place: QRectF) -> QRectF:
    return mirror_within(box).box(place)


def _facts_font(look: Look) -> QFont:
    return look.font(12.5)


def _note_font(look: Look, note: Note) -> QFont:
    font = look.font(15)
    font.setItalic(note.kind is NoteKind.MARKER and not note.text)
    font.setStrikeOut(note.done or note.let_go)
    return font


def _links(look: Look, text: str) -> list[QTextLayout.FormatRange]:
    """Addresses look like links and open nowhere."""
    ranges: list[QTextLayout.FormatRange] = []
    at = 0
    for piece in pieces(text) if "://" in text else ():
        # Qt counts in UTF-16 units.
        length = len(piece.text.encode("utf-16-le", "surrogatepass")) // 2
        if piece.address:
            found = QTextLayout.FormatRange()
            found.start, found.length = at, length
            found.format = QTextCharFormat()
            found.format.setForeground(look.colour("lake"))
            ranges.append(found)
        at += length
    return ranges
