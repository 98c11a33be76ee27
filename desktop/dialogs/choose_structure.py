"""Asks which structure, with a search over all of them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.content.catalogue import Catalogue
from desktop.content.offers import offered_structures
from desktop.dialogs.choose_offer import ChooseOfferDialog
from desktop.look import Look
from formats.language import tr
from formats.structures.structure import Structure


class ChooseStructureDialog(ChooseOfferDialog):
    """All structures of the catalogue; the words typed must all be in title, summary or credit."""

    structure_chosen = Signal(object)
    """Structure."""

    def __init__(self, look: Look, catalogue: Catalogue, title: str, parent: QWidget | None = None) -> None:
        super().__init__(look, title, offered_structures(catalogue), "moss", "", parent)
        self._catalogue = catalogue
        self.search.setPlaceholderText(tr("Search structures"))
        self.search.setAccessibleName(tr("Search structures"))
        self.list.setAccessibleName(tr("Structures"))
        self.accepted.connect(self._choose)

    @property
    def structure(self) -> Structure | None:
        """The structure that is marked."""
        return self._catalogue.structure(self.offer.id) if self.offer else None

    def _choose(self) -> None:
        self.structure_chosen.emit(self.structure)
