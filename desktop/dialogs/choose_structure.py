"""Asks which structure, with a search over all of them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from desktop.content.catalogue import Catalogue
from desktop.dialogs.frame import Dialog
from desktop.look import Look
from desktop.widgets.icons import icon
from desktop.widgets.search_line import let_empty
from desktop.widgets.words import Words
from desktop.wording import minutes
from formats.session.people import folded
from formats.structures.structure import Structure

ENTRY = Qt.ItemDataRole.UserRole


class ChooseStructureDialog(Dialog):
    """All structures of the catalogue; the words typed must all be in title, summary or credit."""

    structure_chosen = Signal(object)
    """Structure."""

    def __init__(self, look: Look, catalogue: Catalogue, title: str, parent: QWidget | None = None) -> None:
        super().__init__(look, title, "Choose", parent)
        self._catalogue = catalogue
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search structures")
        self.search.setAccessibleName("Search structures")
        let_empty(self.search)
        self.list = QListWidget()
        self.list.setAccessibleName("Structures")
        self._about = Words("", "second", wrap=True)
        self.body.addWidget(self.search)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self._about)
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self.accept)
        self.list.currentItemChanged.connect(self._describe)
        self.list.itemActivated.connect(self.accept)
        self.accepted.connect(self._choose)
        self._fill()
        self.fit_window(560, 620)
        self.search.setFocus()

    @property
    def structure(self) -> Structure | None:
        """The structure that is marked."""
        item = self.list.currentItem()
        return self._catalogue.structure(item.data(ENTRY)) if item and not item.isHidden() else None

    def accept(self) -> None:
        """Takes the structure that is marked; does nothing where none is."""
        if self.structure is not None:
            super().accept()

    def _fill(self) -> None:
        colour = self.look.colour("moss")
        for structure in self._catalogue.structures:
            facts = f"{structure.title}\n{minutes(structure.length())} · {_room_words(structure)}"
            item = QListWidgetItem(icon(structure.icon, colour, self.look.px(22)), facts, self.list)
            item.setData(ENTRY, structure.id)
        self.list.setCurrentRow(0)

    def _filter(self, text: str) -> None:
        words = folded(text).split()
        first = None
        for row in range(self.list.count()):
            item = self.list.item(row)
            structure = self._catalogue.structure(item.data(ENTRY))
            found = structure is not None and all(word in _search_text(structure) for word in words)
            item.setHidden(not found)
            first = item if found and first is None else first
        self.list.setCurrentItem(first)  # type: ignore[arg-type]  # None clears it, which the stubs leave out
        self.act.setEnabled(first is not None)
        if first is None:
            self._about.setText("No structure is called that.")

    def _describe(self, _new: object = None, _old: object = None) -> None:
        structure = self.structure
        if structure is not None:
            self._about.setText(structure.summary)

    def _choose(self) -> None:
        self.structure_chosen.emit(self.structure)


def _room_words(structure: Structure) -> str:
    low, high = structure.sizes.minimum, structure.sizes.maximum
    return f"rooms of {low}" if low == high else f"rooms of {low} to {high}"


def _search_text(structure: Structure) -> str:
    credit = structure.credit.by if structure.credit else ""
    return folded(f"{structure.title} {structure.summary} {credit}")
