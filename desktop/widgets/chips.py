"""Round chips: a short fact with its icon, or a choice among a few."""

from functools import lru_cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.look import Look, text_font
from desktop.widgets.focus_ring import paint_focus_ring
from desktop.widgets.icons import paint_icon
from desktop.widgets.press_button import PressButton
from desktop.widgets.sides import box_as_read, mirror_of

GAP = 6
SMALLEST_TARGET = 24
LEAST = 96
"""The width of a chip whose words may be shortened, grown with the text."""


class Chip(PressButton):
    """A chip. `tint` names its colour role or is empty for a quiet one; checkable where it is a choice."""

    def __init__(
        self,
        look: Look,
        text: str,
        icon: str = "",
        tint: str = "",
        *,
        choice: bool = False,
        size: float = 13,
        shortens: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`shortens` where it may hold a name of any length: with too little room it ends in an ellipsis."""
        super().__init__(parent)
        self._shortens = shortens
        self._look, self._icon, self._tint, self._size = look, icon, tint, size
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(choice)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if choice else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not choice)
        across = QSizePolicy.Policy.Maximum if shortens else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        look.look_changed.connect(self.updateGeometry)
        self.toggled.connect(self._change_weight)

    def _change_weight(self, _chosen: bool) -> None:
        """A chosen chip is in bold, which is wider."""
        self.updateGeometry()

    def show_as(self, text: str, icon: str = "", tint: str = "") -> None:
        """Says something else."""
        if (text, icon, tint) != (self.text(), self._icon, self._tint):
            self._icon, self._tint = icon, tint
            self.setText(text)
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for icon and word."""
        words = _words_width(self.text(), self._look.px(self._size), self._weight)
        icon = self._icon_size + GAP if self._icon else 0
        least = SMALLEST_TARGET if self.isCheckable() else 0
        return QSize(words + icon + self._look.px(20), max(self._look.px(self._size + 10), least))

    def minimumSizeHint(self) -> QSize:
        """The same: words on chips are never cut, but for those that may be of any length."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), self._look.px(LEAST)), hint.height()) if self._shortens else hint

    @property
    def _icon_size(self) -> int:
        return self._look.px(self._size + 3)

    @property
    def _weight(self) -> QFont.Weight:
        strong = self.isChecked() or (self._tint and not self.isCheckable())
        return QFont.Weight.DemiBold if strong else QFont.Weight.Normal

    def _font(self) -> QFont:
        return self._look.font(self._size, self._weight)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        tint = self._tint or ("moss" if self.isChecked() else "")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(look.colour(f"{tint}_2" if tint else "sunken"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        if self.hasFocus():
            paint_focus_ring(painter, box, look.colour("moss"), box.height() / 2)
        ink = look.colour(tint or "ink")
        x = look.px(10)
        if self._icon:
            size = self._icon_size
            box = box_as_read(QRectF(x, (self.height() - size) / 2, size, size), self)
            paint_icon(painter, self._icon, ink, box)
            x += size + GAP
        metrics = QFontMetrics(self._font())
        painter.setFont(self._font())
        painter.setPen(ink)
        room = self.width() - x - look.px(10) + 1
        words = (
            metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room) if self._shortens else self.text()
        )
        baseline = (self.height() + metrics.ascent() - metrics.descent()) // 2
        mirror_of(self).draw_words(painter, x, baseline, words)


@lru_cache(maxsize=4096)  # hundreds of names, each measured dozens of times until a place is laid out
def _words_width(words: str, pixels: int, weight: QFont.Weight) -> int:
    return QFontMetrics(text_font(pixels, weight)).horizontalAdvance(words)
