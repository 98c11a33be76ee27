"""A column whose rows change places by drag of their grip or with Alt+Up and Alt+Down."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QSizePolicy, QVBoxLayout, QWidget

from desktop.look import Look
from desktop.open_input import keep_open_input
from desktop.widgets.focus_ring import paint_focus_ring
from desktop.widgets.icons import paint_icon
from desktop.widgets.press_button import PressButton
from desktop.widgets.tips import plain_tip
from formats.language import tr

NEAR = 12
"""So far beyond the ends of a column, in pixels, is still at that end."""


def is_move_key(event: QKeyEvent) -> bool:
    """Whether a key asks for a row to change places, which its row hears and the field in it does not."""
    moves = event.modifiers() & Qt.KeyboardModifier.AltModifier
    return bool(moves) and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)


class Grip(PressButton):
    """Drag it to move its row; press it for what else can be done with the row."""

    dragged = Signal(QPoint)
    dropped = Signal(QPoint)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look, self._from, self.dragging = look, QPoint(), False
        self.setAccessibleName(tr("{name}: move or change", name=name))
        self.setToolTip(plain_tip(tr("Drag to move, select for more. Alt+Up and Alt+Down move it too.")))
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Narrow, and as high as any control."""
        return QSize(self._look.px(24), self._look.px(38))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from = event.globalPosition().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.globalPosition().toPoint()
        far = (here - self._from).manhattanLength() >= QApplication.startDragDistance()
        if event.buttons() & Qt.MouseButton.LeftButton and (far or self.dragging):
            self.dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(here)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self.dragging:
            super().mouseReleaseEvent(event)
            return
        self.dragging = False
        self.setDown(False)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.dropped.emit(event.globalPosition().toPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_move_key(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lively = self.underMouse() or self.hasFocus() or self.dragging
        size = self._look.px(17)
        box = QRectF((self.width() - size) / 2, (self.height() - size) / 2, size, size)
        paint_icon(painter, "grip-vertical", self._look.colour("ink" if lively else "ink_2"), box)
        if self.hasFocus():
            paint_focus_ring(painter, QRectF(self.rect()).adjusted(0, 3, 0, -3), self._look.colour("moss"), 6)


class ReorderRow(QFrame):
    """Something in the column that can be moved, opened with its menu and taken out."""

    move_requested = Signal(object, int)
    """It is to go up or down: ReorderRow, -1 or 1."""
    dragged = Signal(object, QPoint)
    """Its grip is held over a place on the screen: ReorderRow, where."""
    dropped = Signal(object, QPoint)
    """Its grip was let go over a place on the screen: ReorderRow, where."""
    menu_requested = Signal(object)
    """Its menu is asked for: ReorderRow."""
    removal_requested = Signal(object)
    """It is to be taken out: ReorderRow."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.grip = Grip(look, name)
        self.grip.clicked.connect(self._ask_menu)
        self.grip.dragged.connect(self._drag)
        self.grip.dropped.connect(self._drop)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Up and Alt+Down move the row, Ctrl+Delete takes it out."""
        if not self.grip.isVisibleTo(self):
            super().keyPressEvent(event)
        elif is_move_key(event):
            self.move_requested.emit(self, -1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Delete and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.ask_removal()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same as pressing the grip."""
        if self.grip.isVisibleTo(self):
            self._ask_menu()

    def move_up(self) -> None:
        """Asks for the place above."""
        self.move_requested.emit(self, -1)

    def move_down(self) -> None:
        """Asks for the place below."""
        self.move_requested.emit(self, 1)

    def ask_removal(self) -> None:
        """Asks to be taken out."""
        self.removal_requested.emit(self)

    def _ask_menu(self) -> None:
        self.menu_requested.emit(self)

    def _drag(self, where: QPoint) -> None:
        self.dragged.emit(self, where)

    def _drop(self, where: QPoint) -> None:
        self.dropped.emit(self, where)


class ReorderColumn(QWidget):
    """Rows below each other; a line shows where the one being dragged would go."""

    row_moved = Signal(object, int, int)
    """A row is to go from one place to another: ReorderColumn, from, to."""
    row_moved_out = Signal(object, int)
    """A row at an end of the column is to go beyond it: ReorderRow, -1 or 1."""
    row_dropped_out = Signal(object, QPoint)
    """A row was let go over a place on the screen that is not in this column: ReorderRow, where."""

    def __init__(self, look: Look, gap: int = 0) -> None:
        super().__init__()
        self._look = look
        self.rows: list[ReorderRow] = []
        self._target = -1
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(gap)
        self._line = QFrame(self)
        self._line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._line.hide()

    def add(self, row: ReorderRow) -> None:
        """Puts a row at the end."""
        self.rows.append(row)
        self._column.addWidget(row)
        row.dragged.connect(self._drag)
        row.dropped.connect(self._drop)
        row.move_requested.connect(self._nudge)

    def put_first(self, heading: QWidget) -> None:
        """Puts what is no row above all rows."""
        self._column.insertWidget(0, heading)

    def remove(self, row: ReorderRow) -> None:
        """Takes a row out."""
        self.rows.remove(row)
        self._column.removeWidget(row)

    def _drag(self, _row: ReorderRow, where: QPoint) -> None:
        self._line.setVisible(self._is_over(where))
        y = self.mapFromGlobal(where).y()
        self._target = sum(row.geometry().center().y() < y for row in self.rows)
        edge = self.rows[self._target].y() - 2 if self._target < len(self.rows) else self.height() - 3
        self._line.setStyleSheet(f"background: {self._look.palette.moss};")
        self._line.setGeometry(0, max(edge, 0), self.width(), 3)
        self._line.raise_()

    def _is_over(self, where: QPoint) -> bool:
        """Whether a place on the screen is among the rows, or not far off an end of them."""
        return -NEAR <= self.mapFromGlobal(where).y() <= self.height() + NEAR

    def _drop(self, row: ReorderRow, where: QPoint) -> None:
        self._drag(row, where)
        self._line.hide()
        if not self._is_over(where):
            keep_open_input()
            self.row_dropped_out.emit(row, where)
            return
        start = self.rows.index(row)
        end = self._target - (self._target > start)
        if end != start:
            keep_open_input()
            self.row_moved.emit(self, start, end)

    def _nudge(self, row: ReorderRow, by: int) -> None:
        start = self.rows.index(row)
        if 0 <= start + by < len(self.rows):
            keep_open_input()  # minutes typed in the row go with it
            self.row_moved.emit(self, start, start + by)
        else:
            keep_open_input()
            self.row_moved_out.emit(row, by)
