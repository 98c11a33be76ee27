"""Prepare with no session on the table: what the place is for, and the first act."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.content.catalogue import Catalogue
from desktop.content.offers import structure_length
from desktop.dialogs.choose_structure import ChooseStructureDialog
from desktop.look import Look
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.press import connect_press
from desktop.widgets.scrolling import ScrollColumn
from desktop.widgets.words import Words
from formats.language import tr

OFFERED = 3
WIDTH = 460


class NoSessionToPrepare(ScrollColumn):
    """Offers a session from one of the first structures, or from any."""

    structure_chosen = Signal(object)
    """A session with this structure is wanted: Structure."""

    def __init__(self, look: Look, catalogue: Catalogue) -> None:
        super().__init__(margins=(24, 24, 24, 24))
        self._look, self._catalogue = look, catalogue
        self.dialog: QDialog | None = None
        self._inner = QWidget()
        column = QVBoxLayout(self._inner)
        column.setSpacing(8)
        column.addWidget(Words(tr("Prepare a session"), "large"))
        column.addWidget(
            Words(tr("Choose a structure to begin. It gives you a plan and rooms."), "second", wrap=True)
        )
        column.addSpacing(8)
        for place, structure in enumerate(catalogue.structures[:OFFERED]):
            weight = Weight.PLAIN if place else Weight.MAIN
            said = f"{structure.title}, {structure_length(structure)}"
            button = ActionButton(look, said, structure.icon, weight)
            button.setObjectName(structure.id)
            connect_press(button, self.structure_chosen, structure)
            column.addWidget(button)
        more = ActionButton(look, tr("All structures…"), "library", Weight.QUIET)
        more.clicked.connect(self._ask)
        column.addWidget(more)
        # Laid out and not aligned: what is only aligned gets the height of a wider column, and loses a line.
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self._inner)
        across.addStretch(1)
        self.column.addStretch(1)
        self.column.addLayout(across)
        self.column.addStretch(2)
        look.look_changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self._inner.setFixedWidth(self._look.px(WIDTH))

    def _ask(self) -> None:
        dialog = ChooseStructureDialog(self._look, self._catalogue, tr("New session"), self.window())
        dialog.structure_chosen.connect(self.structure_chosen)
        self.dialog = dialog
        dialog.open()
