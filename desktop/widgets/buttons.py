"""Buttons: one filled act on a screen, quiet ones beside it, each with its icon, word and key."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.look import Look
from desktop.widgets.focus_ring import paint_focus_ring
from desktop.widgets.icons import paint_icon
from desktop.widgets.press_button import PressButton
from desktop.widgets.sides import box_as_read, mirror_of

GAP = 8


class Weight(StrEnum):
    """How much a button stands out."""

    MAIN = "main"
    PLAIN = "plain"
    QUIET = "quiet"


class ActionButton(PressButton):
    """A button with an icon, a word and, where it has one, its key."""

    def __init__(
        self,
        look: Look,
        text: str,
        icon: str = "",
        weight: Weight = Weight.PLAIN,
        *,
        key: str = "",
        large: bool = False,
        tint: str = "moss",
        icon_last: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._icon, self._key = look, icon, key
        self._weight, self._large, self._tint, self._icon_last = weight, large, tint, icon_last
        self._once = False
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.look_changed.connect(self.updateGeometry)

    def show_as(self, text: str, icon: str) -> None:
        """Turns into another act, such as from pause to go on."""
        if (text, icon) != (self.text(), self._icon):
            self._icon = icon
            self.setText(text)
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def show_key(self, key: str) -> None:
        """Shows another key, or none where there is no room for it."""
        if key != self._key:
            self._key = key
            self.updateGeometry()
            self.update()

    def show_large(self, large: bool) -> None:
        """Is as large as a main act, or as small as the others where there is no room."""
        if large != self._large:
            self._large = large
            self.updateGeometry()
            self.update()

    def take_once(self) -> None:
        """From now on a double click is one click: for acts that a slip must not repeat."""
        self._once = True

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self._once:
            super().mouseDoubleClickEvent(event)

    def set_tint(self, tint: str) -> None:
        """Takes another colour of the look for its ground and its focus."""
        if tint != self._tint:
            self._tint = tint
            self.update()

    @property
    def weight(self) -> Weight:
        """How much it stands out."""
        return self._weight

    def set_weight(self, weight: Weight) -> None:
        """Stands out more or less than before."""
        if weight is not self._weight:
            self._weight = weight
            self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for icon, word and key; 38 high, 56 where it is the main act."""
        width = 2 * self._padding + sum(self._widths()) + GAP * (len(self._widths()) - 1)
        return QSize(width, self._look.px(54 if self._large else 38))

    def minimumSizeHint(self) -> QSize:
        """The same: words on buttons are never cut."""
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    @property
    def _padding(self) -> int:
        return self._look.px(28 if self._large else 15) if self.text() else self._look.px(9)

    def _font(self) -> QFont:
        return self._look.font(18 if self._large else 15, QFont.Weight.DemiBold)

    def _key_font(self) -> QFont:
        return self._look.font(11.5)

    @property
    def _icon_size(self) -> int:
        return self._look.px(22 if self._large else 17)

    def _key_width(self) -> int:
        return QFontMetrics(self._key_font()).horizontalAdvance(self._key) + self._look.px(14)

    def _widths(self) -> list[int]:
        widths = [self._icon_size] if self._icon else []
        if self.text():
            widths.append(QFontMetrics(self._font()).horizontalAdvance(self.text()))
        return [*widths, self._key_width()] if self._key else widths

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self._paint_ground(painter)
        metrics = QFontMetrics(self._font())
        content = sum(self._widths()) + GAP * (len(self._widths()) - 1)
        x = (self.width() - content) // 2
        if self._icon and not self._icon_last:
            x = self._paint_icon(painter, ink, x)
        if self.text():
            painter.setFont(self._font())
            painter.setPen(ink)
            baseline = (self.height() + metrics.ascent() - metrics.descent()) // 2
            mirror_of(self).draw_words(painter, x, baseline, self.text())
            x += metrics.horizontalAdvance(self.text()) + GAP
        if self._icon and self._icon_last:
            x = self._paint_icon(painter, ink, x)
        if self._key:
            self._paint_key(painter, ink, x)

    def _paint_ground(self, painter: QPainter) -> QColor:
        look, radius = self._look, 12 if self._large else 10
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        main = self._weight is Weight.MAIN and self.isEnabled()
        fill = look.colour(self._tint) if main else look.colour("surface")
        border = QPen(look.colour("line_strong" if self.isEnabled() else "line"))
        if self._weight is Weight.QUIET:
            fill, border = QColor(Qt.GlobalColor.transparent), QPen(Qt.PenStyle.NoPen)
        if self.isChecked() and not main:
            fill = look.colour(f"{self._tint}_2")
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            fill = _blend(fill, look.colour("ink"), 0.16 if self.isDown() else 0.07)
        painter.setBrush(fill)
        painter.setPen(Qt.PenStyle.NoPen if main else border)
        painter.drawRoundedRect(box, radius, radius)
        if self.hasFocus():
            inset = 2 if main else 0
            ring = box.adjusted(inset, inset, -inset, -inset)
            paint_focus_ring(painter, ring, look.colour("on_moss" if main else self._tint), radius - inset - 1)
        if not self.isEnabled():
            return look.colour("line_strong")
        return look.colour("on_moss" if main else "ink" if self._weight is Weight.PLAIN else "ink_2")

    def _paint_icon(self, painter: QPainter, ink: QColor, x: int) -> int:
        size = self._icon_size
        box = box_as_read(QRectF(x, (self.height() - size) / 2, size, size), self)
        paint_icon(painter, self._icon, ink, box)
        return x + size + GAP

    def _paint_key(self, painter: QPainter, ink: QColor, x: int) -> None:
        height = self._look.px(20)
        box = QRectF(x + 0.5, (self.height() - height) / 2 + 0.5, self._key_width() - 1, height - 1)
        box = box_as_read(box, self)
        main = self._weight is Weight.MAIN and self.isEnabled()
        painter.setPen(QPen(ink if main else self._look.colour("line_strong")))
        painter.setBrush(Qt.BrushStyle.NoBrush if main else self._look.colour("paper"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(ink)
        painter.setFont(self._key_font())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)


def _blend(base: QColor, over: QColor, share: float) -> QColor:
    if base.alpha() == 0:
        return QColor(over.red(), over.green(), over.blue(), round(255 * share))
    return QColor(
        round(base.red() + (over.red() - base.red()) * share),
        round(base.green() + (over.green() - base.green()) * share),
        round(base.blue() + (over.blue() - base.blue()) * share),
    )
