"""The place Year: what a series has learned, its choices at the left and the document on paper at the right."""

from collections.abc import Hashable
from functools import partial

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget

from desktop.background import Background
from desktop.live.runner import SessionRunner
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.places.empty_place import EmptyPlace
from desktop.places.page import ROOMY, Page, PlaceName
from desktop.places.summary.choices import YEAR_PARTS, SummaryChoices
from desktop.places.summary.choices_and_preview import ChoicesAndPreview
from desktop.places.summary.export_buttons import ExportButtons
from desktop.places.summary.names_found import NamesFound
from desktop.places.summary.what_leaves import WhatLeaves
from desktop.places.year.choices import YearChoices
from desktop.places.year.questions import ReflectionQuestions
from desktop.places.year.year_document import YearDocument, YearView, build_year_document
from desktop.redraw import Redraw
from desktop.widgets.page_draft import PageDraft
from desktop.wording import date_style
from formats.exports import Choices
from formats.language import Message, tr, tr_count
from formats.library.repository import SessionCard, SessionRepository
from formats.session.session import Session

TITLE = Message("The year together")
WHAT_FOR = Message(
    "What a series of sessions has learned, told and done, to look back on together. It begins with the first"
    " session that was held."
)


class YearPage(Page):
    """Shows what the sessions of a series came to, and writes it into files."""

    is_drawn_ahead = False  # hundreds of sessions, which are held from then on

    def __init__(
        self, look: Look, runner: SessionRunner, repository: SessionRepository, preferences: LivePreferences
    ) -> None:
        super().__init__(look, str(TITLE))
        self._repository, self._runner = repository, runner
        self._followed = ""
        self._sessions: tuple[Session, ...] = ()
        self._made: YearDocument | None = None
        self._draft = PageDraft(self, "Year", of_session=False)
        self._reading, self._reading_sessions, self._background = (Background(self) for _ in range(3))
        self._which = YearChoices(look, runner.now.date())
        self._summary_choices = SummaryChoices(look, preferences, YEAR_PARTS)
        self._names, self._leaves = NamesFound(look), WhatLeaves(look)
        self.exports = ExportButtons(look)
        self._questions = ReflectionQuestions(look, preferences)
        self._view = ChoicesAndPreview(
            look, (self._which, self._questions, self._summary_choices, self._names, self.exports), self._leaves
        )
        self._redraw_paper = Redraw(self._view)
        self._empty = EmptyPlace(look, str(TITLE), str(WHAT_FOR))
        self._stack = QStackedWidget()
        for view in (self._view, self._empty):
            self._stack.addWidget(view)
        self.body.addWidget(self._stack, 1)
        self._connect()

    def _connect(self) -> None:
        self._empty.sessions_requested.connect(self._go_to_sessions)
        self._which.choices_changed.connect(self._read_sessions)
        self._reading.finished.connect(self._take_cards)
        self._reading_sessions.finished.connect(self._take_sessions)
        self._redraw_paper.due.connect(self._show)
        self._summary_choices.choices_changed.connect(self._draw)
        self._questions.questions_changed.connect(self._draw)
        self._names.name_chosen.connect(self._summary_choices.overrule)
        self._leaves.answers_given.connect(self._summary_choices.take_answers)
        self.exports.answers_given.connect(self._summary_choices.take_answers)
        self._view.paper.name_chosen.connect(self._summary_choices.overrule)
        self._background.finished.connect(self._take)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._redraw_paper.come_into_view()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_title()

    def remember(self) -> Choices:
        """What is to be in the document, and for whom."""
        return self._summary_choices.choices

    def recall(self, remembered: Hashable) -> None:
        if isinstance(remembered, Choices):
            self._summary_choices.take_up(remembered)

    def sources(self) -> Hashable:
        """The library, the day, and the session on the table."""
        session = self._runner.session
        changed = self._repository.file.revision("sessions", "run_log", "notes", "people")
        return changed, self._runner.now.date(), session.id if session is not None else ""

    def refresh(self) -> None:
        """Reads which sessions there are, off the UI thread as all that follows: ten years take a while."""
        self._draft.follow({"first day": self._which.first, "last day": self._which.last})
        self._reading.ask(self._repository.cards)

    def _take_cards(self, cards: tuple[SessionCard, ...]) -> None:
        self._which.offer(cards, self._runner.now.date(), self._series_newly_on_the_table())
        self._stack.setCurrentWidget(self._view if self._which.any_was_held else self._empty)
        self._read_sessions()

    def _read_sessions(self) -> None:
        """Reads the sessions of the series and the time that are chosen."""
        wanted = tuple(card.id for card in self._which.chosen_sessions)
        self._reading_sessions.ask(partial(self._repository.sessions_by_id, wanted))

    def _take_sessions(self, sessions: tuple[Session, ...]) -> None:
        self._sessions = sessions
        here = {person.id for session in sessions for person in session.people}
        self._summary_choices.begin_anew(
            tuple(person for person in self._repository.people() if person.id not in here)
        )
        self._summary_choices.show_staying(tuple(note for session in self._sessions for note in session.notes))
        self._show_title()
        self._draw()

    def _series_newly_on_the_table(self) -> str:
        """The series of a session that was put on the table since; what was chosen meanwhile stays chosen."""
        session = self._runner.session
        newly = session is not None and session.id != self._followed
        self._followed = session.id if session is not None else ""
        return session.series if session is not None and newly else ""

    def _show_title(self) -> None:
        held, style = self._which.chosen_sessions, date_style()
        fact = tr_count("{count} session", "{count} sessions", len(held)) if held else ""
        if len(held) > 1 and self.width() >= self.look.px(ROOMY):
            first, last = style.short_day(held[0].date), style.short_day(held[-1].date)
            fact = tr("{first} to {last}, {sessions}", first=first, last=last, sessions=fact)
        self.set_title(str(TITLE), fact)

    def _go_to_sessions(self) -> None:
        self.page_requested.emit(PlaceName.SESSIONS)

    def _draw(self) -> None:
        shown = self._which.chosen_view
        for only_in_words in (self._summary_choices, self._questions):
            only_in_words.setVisible(shown is not YearView.FIGURES)
        choices, questions = self._summary_choices.choices, self._questions.questions
        self._background.ask(
            partial(build_year_document, self._sessions, choices, self._runner.now, shown, questions)
        )

    def _take(self, made: YearDocument) -> None:
        self._made = made
        self._redraw_paper.request()

    def _show(self) -> None:
        made = self._made
        if made is None:
            return
        self._view.paper.show_document(made.document)
        self._view.warn(made.warnings)
        self._names.show_names(made.document.names_found)
        self._leaves.tell("", made.document.questions)
        self.exports.offer(made.export_job)
