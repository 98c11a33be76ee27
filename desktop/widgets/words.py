"""Text on screen: always plain, so that nothing in a name or note turns into markup."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QStyle, QWidget

LETTERS_IN_A_WORD = 24
"""No window is held open for the rest of a longer one."""


KEPT_HEIGHTS = 16
ABSOLUTE = Qt.AlignmentFlag.AlignAbsolute


class Words(QLabel):
    """A label in one of the roles of the style sheet: label, caption, second, strong, pane, lead, stage."""

    def __init__(
        self, text: str = "", role: str = "", *, wrap: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._longest, self._longest_width = "", 0
        self._heights: dict[int, int] = {}
        self.setAlignment(self.alignment())
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setText(text)
        self.set_role(role)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        """Never so wide that one long word would hold a window open: it is broken instead."""
        least = super().minimumSizeHint()
        return least.boundedTo(QSize(self._widest_word, least.height())) if self.wordWrap() else least

    def heightForWidth(self, width: int) -> int:
        # One layout asks hundreds of times, for the same few widths.
        height = self._heights.get(width)
        if height is None:
            if len(self._heights) >= KEPT_HEIGHTS:
                self._heights.clear()
            height = self._heights[width] = self._height_at(width)
        return height

    def _height_at(self, width: int) -> int:
        if not self._breaks_a_word(width):
            return super().heightForWidth(width)
        margins = self.contentsMargins()
        around = margins.top() + margins.bottom() + self.height() - self.contentsRect().height()
        return round(self._broken(width).boundingRect().height()) + max(around, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._breaks_a_word(self.width()):
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        self._broken(self.width()).draw(painter, QPointF(self.contentsRect().topLeft()))

    @property
    def _widest_word(self) -> int:
        return QFontMetrics(self.font()).averageCharWidth() * LETTERS_IN_A_WORD

    def _breaks_a_word(self, width: int) -> bool:
        """Whether a word is longer than the line: an address, or a name that nobody made for a screen."""
        if not self.wordWrap() or not self._longest:
            return False
        room = width - (self.width() - self.contentsRect().width())
        if not self._longest_width:
            self._longest_width = QFontMetrics(self.font()).horizontalAdvance(self._longest)
        return self._longest_width > room

    def _broken(self, width: int) -> QTextLayout:
        """The words in lines, broken between letters where a word has no room."""
        layout = QTextLayout(self.text().replace("\n", "\u2028"), self.font())
        option = QTextOption(self.alignment())
        option.setTextDirection(self.layoutDirection())
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        height, room = 0.0, max(width - (self.width() - self.contentsRect().width()), 1)
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room)
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout

    def setText(self, text: str) -> None:
        self._longest = max(text.split(), key=len, default="")
        self._measure_anew()
        super().setText(text)

    def setAlignment(self, alignment: Qt.AlignmentFlag) -> None:
        """Where the words stand as one reads: Qt itself would put a name in other letters at the other edge."""
        self._aligned = alignment
        super().setAlignment(QStyle.visualAlignment(self.layoutDirection(), alignment) | ABSOLUTE)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self.setAlignment(self._aligned)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure_anew()
        super().changeEvent(event)

    def _measure_anew(self) -> None:
        self._heights.clear()
        self._longest_width = 0

    def set_role(self, role: str) -> None:
        """Takes the look of another role."""
        if self.property("role") == role:
            return
        self.setProperty("role", role)
        self.style().unpolish(self)
        self.style().polish(self)


def caption_of(field: QWidget, text: str) -> Words:
    """A caption above a field, which says so to a screen reader.

    On Linux Qt has a choice heard by what it holds, whatever its accessible name: what it is for is heard only
    from the words that have it as their buddy, under the same parent.
    """
    caption = Words(text, "caption")
    caption.setBuddy(field)
    return caption


def make_frame(role: str, parent: QWidget | None = None) -> QFrame:
    """A frame in one of the roles of the style sheet: card, pane, next, notice, alarm, rule."""
    frame = QFrame(parent)
    frame.setProperty("role", role)
    return frame
