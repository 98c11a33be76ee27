"""Boxes to tick in lists and tables, drawn in the look of the app: the style's own vanish in the dark."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from desktop.look import Look
from desktop.open_input import KeepingDelegate
from desktop.widgets.tick import paint_tick


class TickDelegate(KeepingDelegate):
    """Draws each row as the style does, and its box anew over the style's."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None:
            return
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        view = drawn.widget
        box = view.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, drawn, view)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ticked = Qt.CheckState(state) is Qt.CheckState.Checked
        paint_tick(painter, self._look, QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), ticked=ticked)
        painter.restore()
