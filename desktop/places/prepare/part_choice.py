"""Which structure's rooms are shown? A chip for each, where a session has more than one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.look import Look
from desktop.widgets.chips import Chip
from desktop.widgets.flow import FlowLayout
from desktop.widgets.press import connect_press
from desktop.widgets.scrolling import clear_layout
from formats.session.agenda import Part


class PartChoice(QWidget):
    """Hidden while there is nothing to choose."""

    part_chosen = Signal(object)
    """The rooms of another structure: part id."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._titles: list[tuple[str, str]] = []
        self._chips: dict[str, Chip] = {}
        self._flow = FlowLayout(self, gap=6)

    def show_parts(self, parts: Sequence[Part], chosen: str) -> None:
        """Offers these, one of them chosen."""
        self.setVisible(len(parts) > 1)
        titles = [(part.id, part.title) for part in parts]
        if titles != self._titles:
            self._titles = titles
            clear_layout(self._flow)
            self._chips = {part.id: self._chip(part) for part in parts}
        for part_id, chip in self._chips.items():
            chip.setChecked(part_id == chosen)

    def _chip(self, part: Part) -> Chip:
        chip = Chip(self._look, part.title, choice=True)
        connect_press(chip, self.part_chosen, part.id)
        self._flow.addWidget(chip)
        return chip
