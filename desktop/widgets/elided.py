"""Words that may be cut at the end where there is no room, with all of them in the tip."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.widgets.sides import mirror_of
from desktop.widgets.tips import plain_tip
from desktop.widgets.words import Words


class ElidedWords(Words):
    """One line that ends in an ellipsis where it does not fit."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, role, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """As little as a few letters."""
        metrics = QFontMetrics(self.font())
        wide = min(metrics.horizontalAdvance(self.text()), metrics.averageCharWidth() * 6)
        return QSize(wide, super().minimumSizeHint().height())

    def setText(self, text: str) -> None:
        super().setText(text)
        self._tell_whole()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_whole()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._tell_whole()

    def _tell_whole(self) -> None:
        self.setToolTip(plain_tip(self.text()) if self._shown_text() != self.text() else "")

    def _shown_text(self) -> str:
        return QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self._shown_text()
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        align = self.alignment() | Qt.AlignmentFlag.AlignVCenter
        mirror_of(self).draw_words_in(painter, QRectF(self.rect()), align, shown)
