"""The place Summary: a live preview of exactly what will leave the machine, and the exports."""

from collections.abc import Hashable, Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMenu, QStackedWidget

from desktop.background import Background
from desktop.dialogs.name_questions import NameAnswers
from desktop.keys import NEXT_IN_SERIES
from desktop.live.runner import SessionRunner
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.places.empty_place import EmptyPlace
from desktop.places.page import ROOMY, Page, PlaceName
from desktop.places.summary.choices import SummaryChoices
from desktop.places.summary.choices_and_preview import ChoicesAndPreview
from desktop.places.summary.export_buttons import ExportButtons
from desktop.places.summary.export_dialog import ExportDialog
from desktop.places.summary.export_plan import LinksExport, SummaryExport
from desktop.places.summary.key_notes import KeyNotes
from desktop.places.summary.names_found import NamesFound
from desktop.places.summary.next_session_card import NextSessionCard
from desktop.places.summary.person_record import offer_record
from desktop.places.summary.share_session import ShareSession
from desktop.places.summary.undrawn_signs import UndrawnSigns
from desktop.places.summary.what_leaves import WhatLeaves
from desktop.widgets.buttons import ActionButton
from desktop.widgets.press import connect_press
from desktop.widgets.tips import menu_text, plain_tip
from desktop.wording import brief_date_and_time, date_and_time, name_order, time_of_day, told_apart
from formats.exports import Choices, summarise
from formats.exports.leaving import what_leaves
from formats.exports.record import links_of
from formats.exports.summary_document import document_of
from formats.language import Message, tr
from formats.library.repository import SessionRepository
from formats.session.clock import Reading
from formats.session.people import Person
from formats.session.progress import Progress
from formats.session.rounds_held import took_part
from formats.session.series.telling_apart import Fact
from formats.session.session import Session
from formats.session.wording import join_list

SETTLE_MS = 120
LINKS = Message("Every web address in the notes that leave, once, with what was said of it.")
WHAT_FOR = Message("Choose a session to see its summary, and to send it.")


class SummaryPage(Page):
    """Choices at the left, paper at the right."""

    next_in_series_requested = Signal(str)
    """The session after the one on the table is to be prepared: the id of this one."""

    def __init__(
        self, look: Look, runner: SessionRunner, repository: SessionRepository, preferences: LivePreferences
    ) -> None:
        super().__init__(look, tr("Summary"), settle_ms=SETTLE_MS)
        self._runner, self._repository, self.preferences = runner, repository, preferences
        self._session_id = self._beside = ""
        self._summary_choices = SummaryChoices(look, preferences)
        self._exports = ExportButtons(look)
        self._share = ShareSession(look, repository, runner)
        self._names = NamesFound(look)
        self._links = ActionButton(look, tr("List of links"), "external-link")
        self._links.setObjectName("list-of-links")
        self._links.clicked.connect(self._offer_links)
        self._record = ActionButton(look, tr("Record for a person"), "user-check")
        self._record.setObjectName("record-for-a-person")
        self._record.clicked.connect(self._offer_people)
        self._leaves = WhatLeaves(look)
        self.next_session = NextSessionCard(look, runner, preferences)
        self.key_notes = KeyNotes(look, runner)
        self._view = ChoicesAndPreview(
            look,
            (
                self._summary_choices,
                self._names,
                self._exports,
                self._links,
                self._record,
                self.next_session,
                self._share,
            ),
            self._leaves,
            self.key_notes,
        )
        self._undrawn, self._finding = UndrawnSigns(self), Background(self)
        self._undrawn.found.connect(self.redraw.request_soon)
        self._lay_out()
        self._summary_choices.choices_changed.connect(self.redraw.request)
        self._names.name_chosen.connect(self._summary_choices.overrule)
        for asker in (self._leaves, self._exports, self.next_session.exports):
            asker.answers_given.connect(self._take_answers)
        self._view.paper.name_chosen.connect(self._summary_choices.overrule)
        self.next_session.next_in_series_requested.connect(self.next_in_series_requested)
        self._next_key = QShortcut(QKeySequence(NEXT_IN_SERIES), self)
        self._next_key.activated.connect(self.next_session.prepare.click)
        runner.session_opened.connect(self.redraw.request_soon)
        runner.session_changed.connect(self.redraw.request_soon)

    def remember(self) -> tuple[str, Choices]:
        """What is chosen for which session: also names that were overruled."""
        return self._session_id, self._summary_choices.choices

    def recall(self, remembered: Hashable) -> None:
        match remembered:
            case (str() as session_id, Choices() as choices):
                self._session_id = session_id
                self._summary_choices.take_up(choices)

    def sources(self) -> Hashable:
        """The names of all people and sessions, and the time by which it is drawn."""
        now = self._runner.now
        changed = self._repository.file.revision("people", "sessions")
        return changed, now if self._runner.live else now.date()

    def get_ready(self) -> Iterator[None]:
        """Every form of every name is found off the UI thread, and kept by whoever found it."""
        session = self._runner.session
        if session is not None and not self.isVisible():
            self._follow(session)
            self._finding.ask(partial(summarise, session, self._summary_choices.choices, self._runner.now))
            while self._finding.busy:
                yield
        yield from super().get_ready()

    def refresh(self) -> None:
        """Shows what would leave now."""
        session, reading = self._runner.session, self._runner.reading
        self._stack.setCurrentIndex(1 if session is None else 0)
        if session is None or reading is None:
            self.set_title(tr("Summary"))
            self._session_id = ""
            return
        self._follow(session)
        said = frozenset() if session.begun else frozenset({Fact.DAY, Fact.TIME})
        self._beside = told_apart(self._repository.named_sessions(), said).get(session.id, "")
        self._show_title()
        summary = summarise(session, self._summary_choices.choices, self._runner.now)
        document = document_of(summary)
        self._view.paper.show_document(document)
        self._names.show_names(summary.names_found)
        leaving = what_leaves(summary, document)
        self._leaves.tell(leaving.sentence, document.questions)
        self._links.setVisible(leaving.links > 0)
        self._record.setVisible(session.begun)
        self._undrawn.look_at(document)
        self._view.warn((*summary.warnings, *self._undrawn.sentences))
        self._summary_choices.show_staying(session.notes)
        self.key_notes.show_session(session)
        self.next_session.show_session(session, self._summary_choices.choices)
        choices = self._summary_choices.choices
        self._exports.offer(SummaryExport(session, choices, self._runner.now, document.questions))

    def _follow(self, session: Session) -> None:
        """Another session has other people, and others who are not in it."""
        if session.id != self._session_id:
            self._session_id = session.id
            here = {person.id for person in session.people}
            self._summary_choices.begin_anew(tuple(p for p in self._repository.people() if p.id not in here))

    def _offer_links(self) -> None:
        session = self._runner.session
        if session is not None:
            choices, now = self._summary_choices.choices, self._runner.now
            job = LinksExport(session, choices, now, links_of(session, choices, now).questions)
            dialog = ExportDialog(self.look, tr("List of links"), str(LINKS), job, self.window())
            dialog.exports.answers_given.connect(self._take_answers)
            dialog.open()

    def record_menu(self) -> QMenu:
        """Everyone who took part, by name, each with the record that they may take home."""
        menu = QMenu(self)
        session = self._runner.session
        for person in (
            sorted(took_part(session), key=lambda one: name_order(one.name)) if session is not None else ()
        ):
            action = menu.addAction(menu_text(person.name))
            action.setToolTip(plain_tip(person.name))
            connect_press(action, self._offer_record, person)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _offer_people(self) -> None:
        self.record_menu().popup(self._record.mapToGlobal(self._record.rect().bottomLeft()))

    def _offer_record(self, person: Person) -> None:
        offer_record(self.look, self._repository, self._runner, person, self.window(), self.preferences)

    def _take_answers(self, answers: NameAnswers) -> None:
        """Keeps the answers with the session, so that nobody is asked twice, and shows them at once."""
        session = self._runner.session
        if session is not None:
            self._runner.amend(partial(_with_answers, answers))
            self.refresh()

    @property
    def exports(self) -> ExportButtons:
        """Where files are written."""
        return self._exports

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_title()

    def _show_title(self) -> None:
        session, reading = self._runner.session, self._runner.reading
        if session is not None and reading is not None:
            brief = self.width() < self.look.px(ROOMY)
            titled = join_list(filter(None, (session.title, self._beside)))
            self.set_title(titled, _status_words(session, reading, brief=brief))

    def _go_to_sessions(self) -> None:
        self.page_requested.emit(PlaceName.SESSIONS)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self._view)
        empty = EmptyPlace(self.look, tr("Share a summary"), str(WHAT_FOR))
        empty.sessions_requested.connect(self._go_to_sessions)
        self._stack.addWidget(empty)
        self.body.addWidget(self._stack, 1)


def _with_answers(answers: NameAnswers, session: Session) -> Session:
    names = session.names_confirmed | answers.names
    return replace(
        session, names_confirmed=names, words_confirmed=(session.words_confirmed | answers.words) - names
    )


def _status_words(session: Session, reading: Reading, *, brief: bool) -> str:
    """How far the session has come, in a few words."""
    progress, finished_at = reading.position.progress, reading.position.finished_at
    if finished_at is not None:
        # For translators: how far a session has come, and when: "Finished 17:30", "Planned for 2 March, 16:30"
        return tr("{progress} {time}", progress=progress.word, time=time_of_day(session, finished_at))
    if progress is Progress.PLANNED:
        written = brief_date_and_time if brief else date_and_time
        return tr("{progress} for {when}", progress=progress.word, when=written(session, session.starts_at))
    return tr("So far: the session is running")
