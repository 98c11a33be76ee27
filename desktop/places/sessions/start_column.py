"""Beside the list: structures to start from and the year so far."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.content.catalogue import Catalogue
from desktop.content.offers import structure_facts
from desktop.look import Look
from desktop.places.sessions.cards import FiguresCard, StartRow
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.press import connect_press
from desktop.widgets.words import Words
from formats.language import tr

OFFERED = 4


class StartColumn(QWidget):
    """The first few structures and a way to all of them, and the figures of the year."""

    structure_requested = Signal(object)
    """A session is to be made from this: Structure."""
    all_structures_requested = Signal()
    year_requested = Signal()
    """The place Year is asked for: what the sessions came to, seen together."""
    file_requested = Signal()
    """A session file is to be opened."""

    def __init__(self, look: Look, catalogue: Catalogue) -> None:
        super().__init__()
        self._catalogue = catalogue
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(Words(tr("Start from a structure"), "pane", wrap=True), 1)
        every = ActionButton(look, tr("All {count}", count=len(catalogue.structures)), weight=Weight.QUIET)
        every.setObjectName("all-structures")
        every.setAccessibleName(tr("All {count} structures", count=len(catalogue.structures)))
        every.clicked.connect(self.all_structures_requested)
        head.addWidget(every)
        column.addLayout(head)
        for structure in catalogue.structures[:OFFERED]:
            row = StartRow(look, structure.title, structure_facts(structure), structure.icon)
            row.setObjectName(f"start-from-{structure.id}")
            connect_press(row, self.structure_requested, structure)
            column.addWidget(row)
        file = ActionButton(look, tr("Open a session file"), "folder-open", Weight.QUIET)
        file.setObjectName("open-session-file")
        file.clicked.connect(self.file_requested)
        column.addWidget(file, 0, Qt.AlignmentFlag.AlignLeft)
        self._year = FiguresCard(look, tr("This year so far"))
        together = ActionButton(look, tr("The year together"), "trees")
        together.setObjectName("the-year")
        together.clicked.connect(self.year_requested)
        inside = self._year.layout()
        assert isinstance(inside, QVBoxLayout)
        inside.addSpacing(8)
        inside.addWidget(together)
        column.addSpacing(8)
        column.addWidget(self._year)

    def show_year(self, year: int, figures: tuple[tuple[str, str], ...]) -> None:
        """Shows the figures of a year."""
        self._year.setAccessibleName(tr("{year} so far", year=year))
        self._year.show_figures(figures)
