"""Asks which opener; those to be asked for by name come last."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.content.catalogue import Catalogue
from desktop.content.offers import offered_openers
from desktop.dialogs.choose_offer import ChooseOfferDialog
from desktop.look import Look
from formats.language import tr
from formats.structures.opener import Opener


class ChooseOpenerDialog(ChooseOfferDialog):
    """The openers, the preferred one first; one that is offered by name only shows when its name is typed."""

    opener_chosen = Signal(object)
    """Opener."""

    def __init__(self, look: Look, catalogue: Catalogue, now: str = "", parent: QWidget | None = None) -> None:
        super().__init__(look, tr("Choose an opener"), offered_openers(catalogue), "lake", now, parent)
        self._catalogue = catalogue
        self.search.setPlaceholderText(tr("Search openers, or type the name of one that is not listed"))
        self.search.setAccessibleName(tr("Search openers"))
        self.list.setAccessibleName(tr("Openers"))
        self.accepted.connect(self._choose)

    @property
    def opener(self) -> Opener | None:
        """The opener that is marked."""
        return self._catalogue.opener(self.offer.id) if self.offer else None

    def _choose(self) -> None:
        self.opener_chosen.emit(self.opener)
