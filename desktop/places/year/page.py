"""The year of a series in one view: choices at the left, the document on paper at the right."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.background import Background
from desktop.live.clocks import SessionClock
from desktop.look import Look
from desktop.places.summary.choices import YEAR_PARTS, SummaryWishes
from desktop.places.summary.desk import Desk
from desktop.places.summary.exporting import ExportActs
from desktop.places.summary.names_found import NamesFound
from desktop.places.year.choices import YearChoices
from desktop.places.year.drawn import Drawn, Shown, drawn
from formats.library.repository import SessionCard, Shelf
from formats.session.session import Session


class YearPage(QWidget):
    """Shows what the sessions of a series came to, and writes it into files."""

    back_wanted = Signal()

    def __init__(self, look: Look, shelf: Shelf, clock: SessionClock) -> None:
        super().__init__()
        self.setObjectName("year-page")
        self._shelf, self._clock = shelf, clock
        self._sessions: tuple[Session, ...] = ()
        self._background = Background(self)
        self._which = YearChoices(look)
        self._wishes = SummaryWishes(look, YEAR_PARTS)
        self._names = NamesFound(look)
        self.exports = ExportActs(look)
        self._desk = Desk(look, (self._which, self._wishes, self._names, self.exports))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._desk)
        self._which.back_wanted.connect(self.back_wanted)
        self._which.changed.connect(self._read)
        self._wishes.changed.connect(self._draw)
        self._names.chosen.connect(self._wishes.overrule)
        self._desk.paper.name_chosen.connect(self._wishes.overrule)
        self._background.finished.connect(self._show)

    def show_library(self, cards: Sequence[SessionCard]) -> None:
        """Shows the year of the series that met last, or of the one that was chosen before."""
        self._which.offer(cards, self._now.date())
        self._read()

    def focus_first(self) -> None:
        """Ready to choose a series."""
        self._which.focus_first()

    @property
    def _now(self) -> datetime:
        return self._clock.now()

    def _read(self) -> None:
        self._sessions = self._shelf.whole(card.id for card in self._which.wanted)
        here = {person.id for session in self._sessions for person in session.people}
        self._wishes.begin_anew(tuple(person for person in self._shelf.people() if person.id not in here))
        self._wishes.show_staying(tuple(note for session in self._sessions for note in session.notes))
        self._draw()

    def _draw(self) -> None:
        shown = self._which.shown
        self._wishes.setVisible(shown is not Shown.FIGURES)
        self._background.ask(partial(drawn, self._sessions, self._wishes.choices, self._now, shown))

    def _show(self, made: Drawn) -> None:
        self._desk.paper.show_document(made.document)
        self._desk.warn(made.warnings)
        self._names.show_names(made.document.names_found)
        self.exports.offer(made.leaving)
