"""Which room is this note from? Asked once and remembered."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.look import Look
from desktop.panels.notes.menu import EVERYONE
from desktop.widgets.choice import Choice
from formats.language import tr


class RoomChoice(Choice):
    """Everyone, or one of the rooms of this round; hidden where there are none."""

    room_chosen = Signal()
    """The person chose another room."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, tr("Room this note is from"), parent)
        self.setObjectName("note-room")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._last_choice: int | None = None
        self.currentIndexChanged.connect(self._take)

    @property
    def room(self) -> int | None:
        """The room chosen; None for everyone."""
        number: int | None = self.currentData()
        return number

    def offer(self, rooms: Mapping[int, str]) -> None:
        """Offers these rooms, by number and name, the one wished for chosen if it is among them."""
        wanted: list[tuple[str, int | None]] = [(str(EVERYONE), None)]
        wanted += [(name, number) for number, name in rooms.items()]
        if [(self.itemText(row), self.itemData(row)) for row in range(self.count())] != wanted:
            self.blockSignals(True)
            self.clear()
            for name, number in wanted:
                self.addItem(name, number)
            self.blockSignals(False)
        self.show_room(self._last_choice)
        self.setVisible(bool(rooms))

    def show_room(self, room: int | None) -> None:
        """Shows a room without taking it as the person's wish."""
        self.blockSignals(True)
        self.setCurrentIndex(max(self.findData(room), 0))
        self.blockSignals(False)

    def _take(self) -> None:
        self._last_choice = self.room
        self.room_chosen.emit()
