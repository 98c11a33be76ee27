"""The year of a series in one view: choices at the left, the document on paper at the right."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.background import Background
from desktop.live.clocks import SessionClock
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.places.summary.choices import YEAR_PARTS, SummaryChoices
from desktop.places.summary.choices_and_preview import ChoicesAndPreview
from desktop.places.summary.export_buttons import ExportButtons
from desktop.places.summary.names_found import NamesFound
from desktop.places.year.choices import YearChoices
from desktop.places.year.questions import ReflectionQuestions
from desktop.places.year.year_document import YearDocument, YearView, build_year_document
from desktop.redraw import Redraw
from desktop.widgets.touch import let_fingers_scroll
from formats.library.repository import SessionCard, SessionRepository
from formats.session.session import Session


class YearPanel(QWidget):
    """Shows what the sessions of a series came to, and writes it into files."""

    back_requested = Signal()

    def __init__(
        self, look: Look, repository: SessionRepository, clock: SessionClock, preferences: LivePreferences
    ) -> None:
        super().__init__()
        self.setObjectName("year-page")
        self._repository, self._clock = repository, clock
        self._cards: Sequence[SessionCard] = ()
        self._sessions: tuple[Session, ...] = ()
        self._made: YearDocument | None = None
        self.redraw, self._redraw_paper = Redraw(self), Redraw(self)
        self._background = Background(self)
        self._which = YearChoices(look, clock.now().date())
        self._summary_choices = SummaryChoices(look, YEAR_PARTS)
        self._names = NamesFound(look)
        self.exports = ExportButtons(look)
        self._questions = ReflectionQuestions(look, preferences)
        self._view = ChoicesAndPreview(
            look, (self._which, self._questions, self._summary_choices, self._names, self.exports)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._view)
        self._which.back_requested.connect(self.back_requested)
        self._which.choices_changed.connect(self.redraw.request)
        self.redraw.due.connect(self._read)
        self._redraw_paper.due.connect(self._show)
        self._summary_choices.choices_changed.connect(self._draw)
        self._questions.questions_changed.connect(self._draw)
        self._names.name_chosen.connect(self._summary_choices.overrule)
        self._names.answers_given.connect(self._summary_choices.take_answers)
        self.exports.answers_given.connect(self._summary_choices.take_answers)
        self._view.paper.name_chosen.connect(self._summary_choices.overrule)
        self._background.finished.connect(self._take)

    def show_library(self, cards: Sequence[SessionCard]) -> None:
        """Shows the year of the series that met last, or of the one that was chosen before."""
        self._cards = cards
        self.redraw.request()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        let_fingers_scroll(self)  # it is made when the place around it is in view already
        self.redraw.come_into_view()
        self._redraw_paper.come_into_view()

    def focus_first(self) -> None:
        """Ready to choose a series."""
        self._which.focus_first()

    @property
    def _now(self) -> datetime:
        return self._clock.now()

    def _read(self) -> None:
        self._which.offer(self._cards, self._now.date())
        self._sessions = self._repository.sessions_by_id(card.id for card in self._which.chosen_sessions)
        here = {person.id for session in self._sessions for person in session.people}
        self._summary_choices.begin_anew(
            tuple(person for person in self._repository.people() if person.id not in here)
        )
        self._summary_choices.show_staying(tuple(note for session in self._sessions for note in session.notes))
        self._draw()

    def _draw(self) -> None:
        shown = self._which.chosen_view
        for only_in_words in (self._summary_choices, self._questions):
            only_in_words.setVisible(shown is not YearView.FIGURES)
        choices, questions = self._summary_choices.choices, self._questions.questions
        self._background.ask(partial(build_year_document, self._sessions, choices, self._now, shown, questions))

    def _take(self, made: YearDocument) -> None:
        self._made = made
        self._redraw_paper.request()

    def _show(self) -> None:
        made = self._made
        if made is None:
            return
        self._view.paper.show_document(made.document)
        self._view.warn(made.warnings)
        self._names.show_names(made.document.names_found, made.document.questions)
        self.exports.offer(made.export_job)
