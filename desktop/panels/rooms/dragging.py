"""How is someone dragged from one room to another? The same in Prepare and in Run."""

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from desktop.look import Look
from desktop.widgets.press_button import PressButton

DRAGGED = "application/x-clearing-person"


class DraggablePerson(PressButton):
    """The button of a person in one round, who can be dragged to another room of it."""

    def __init__(self, person_id: str, round_number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.person_id, self._round = person_id, round_number
        self._from = QPoint()
        self._movable = True

    def set_movable(self, movable: bool) -> None:
        """Whether it can be dragged at all."""
        self._movable = movable

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        far = (event.position().toPoint() - self._from).manhattanLength() >= QApplication.startDragDistance()
        if self._movable and event.buttons() & Qt.MouseButton.LeftButton and far:
            self.setDown(False)
            self._drag()

    def mime(self) -> QMimeData:
        """What a drag carries: round and person."""
        mime = QMimeData()
        mime.setData(DRAGGED, f"{self._round}\n{self.person_id}".encode())
        return mime

    def _drag(self) -> None:
        # A drop may have the rooms built anew, and this button with them: the drag outlives it.
        drag = QDrag(self.window())
        drag.setMimeData(self.mime())
        drag.setPixmap(self.grab())
        drag.setHotSpot(self._from)
        drag.exec(Qt.DropAction.MoveAction)


class RoomFrame(QFrame):
    """A room that takes the people of its round who are dropped on it."""

    person_dropped = Signal(str, int)
    """Someone is to come into this room: person id, room number."""
    person_hovered = Signal(str, int)
    """Someone is held over this room: person id, room number; "" once they are not."""

    def __init__(self, look: Look, number: int, round_number: int) -> None:
        super().__init__()
        self._look, self.number, self._round = look, number, round_number
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._dragged_person(event) is not None:
            ground = f"background: {self._look.palette.moss_2}; border-radius: 10px;"
            self.setStyleSheet(f"{type(self).__name__} {{ {ground} }}")
            event.acceptProposedAction()
            self.person_hovered.emit(self._dragged_person(event), self.number)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.setStyleSheet("")
        self.person_hovered.emit("", self.number)

    def dropEvent(self, event: QDropEvent) -> None:
        self.setStyleSheet("")
        person_id = self._dragged_person(event)
        if person_id is not None:
            event.acceptProposedAction()
            self.person_dropped.emit(person_id, self.number)

    def _dragged_person(self, event: QDropEvent) -> str | None:
        """The person that is dragged, if it is someone of this round."""
        round_number, _, person_id = bytes(event.mimeData().data(DRAGGED).data()).decode().partition("\n")
        return person_id if round_number == str(self._round) else None
