"""Beside the list: structures to start from and the year so far; and the welcome where there is no list yet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.content.catalogue import Catalogue
from desktop.content.offers import structure_facts
from desktop.look import Look
from desktop.places.sessions.cards import FiguresCard, StartRow
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.flow import FlowLayout
from desktop.widgets.press import connect_press
from desktop.widgets.words import Words

OFFERED = 4
WELCOME = (
    "Clearing helps you run a peer session: it keeps the time, shows the rooms, holds the notes and writes the"
    " summary. Everything stays on this computer."
)
SAMPLE = "Look at a finished plan first: a Peer Assist for eighteen people, ready to prepare, start and change."


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
        head.addWidget(Words("Start from a structure", "pane"), 1)
        every = ActionButton(look, f"All {len(catalogue.structures)}", weight=Weight.QUIET)
        every.setObjectName("all-structures")
        every.setAccessibleName(f"All {len(catalogue.structures)} structures")
        every.clicked.connect(self.all_structures_requested)
        head.addWidget(every)
        column.addLayout(head)
        for structure in catalogue.structures[:OFFERED]:
            row = StartRow(look, structure.title, structure_facts(structure), structure.icon)
            row.setObjectName(f"start-from-{structure.id}")
            connect_press(row, self.structure_requested, structure)
            column.addWidget(row)
        file = ActionButton(look, "Open a session file", "folder-open", Weight.QUIET)
        file.setObjectName("open-session-file")
        file.clicked.connect(self.file_requested)
        column.addWidget(file, 0, Qt.AlignmentFlag.AlignLeft)
        self._year = FiguresCard(look, "This year so far")
        together = ActionButton(look, "The year together", "trees")
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
        self._year.setAccessibleName(f"{year} so far")
        self._year.show_figures(figures)

    def show_figures_card(self, *, begun: bool) -> None:
        """Before the first session there are no figures to show."""
        self._year.setVisible(begun)


class Welcome(QFrame):
    """What the first start shows in place of an empty table."""

    sample_requested = Signal()
    new_session_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("role", "next")
        self.setObjectName("welcome")
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(12)
        column.addWidget(Words("Welcome to Clearing", "large", wrap=True))
        column.addWidget(Words(WELCOME, "lead", wrap=True))
        column.addSpacing(8)
        column.addWidget(Words(SAMPLE, "second", wrap=True))
        sample = ActionButton(look, "Open the sample session", "sprout", Weight.MAIN, large=True)
        sample.setObjectName("sample-session")
        sample.clicked.connect(self.sample_requested)
        new = ActionButton(look, "Plan your own", "plus", large=True)
        new.clicked.connect(self.new_session_requested)
        acts = QWidget()
        flow = FlowLayout(acts, gap=12)
        flow.addWidget(sample)
        flow.addWidget(new)
        column.addWidget(acts)
