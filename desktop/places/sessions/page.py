"""The place Sessions: what is next, what has been, what is still open, and how to begin."""

from collections.abc import Hashable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFileDialog, QStackedWidget
from shiboken6 import isValid

from desktop.content.catalogue import Catalogue
from desktop.dialogs.begin_session import BeginSessionDialog
from desktop.dialogs.list_sources import ListSource, source_in, source_of
from desktop.dialogs.shortcuts import ShortcutSheet
from desktop.keys import NEXT_IN_SERIES, SEARCH
from desktop.live.clocks import SessionClock
from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.places.open_session import SessionLoader
from desktop.places.page import Page, PlaceName
from desktop.places.sessions.facts import next_card, next_facts, year_figures
from desktop.places.sessions.hit_list import HitList
from desktop.places.sessions.library_search import LibrarySearch
from desktop.places.sessions.list_commands import SessionListCommands
from desktop.places.sessions.open_steps import OpenStepOfSession, OpenStepsList, open_steps, tick_off
from desktop.places.sessions.overview import SessionsOverview
from desktop.places.sessions.search_field import SearchField
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.tips import plain_tip
from formats.language import tr, tr_count
from formats.library.changes import Changes
from formats.library.repository import SessionCard, SessionRepository
from formats.library.searching import Hit
from formats.library.transfer import ENDING
from formats.session.folding import fold
from formats.session.moves import Move
from formats.session.progress import Progress
from formats.session.session import same_series
from formats.session.session_template import SessionTemplate
from formats.structures.structure import Structure

WHAT_YOU_HAVE = f"*.csv *.tsv *.txt *.md *.ics *.vcf *.eml *.xlsx *.{ENDING}"
LARGE_TEXT = 1.4
HEADER_MARGINS = 100
"""What the header of a place keeps free around its title and its acts, in pixels."""


class SessionsPage(Page):
    """Three pages: the overview, what was found, the open next steps."""

    sample_requested = Signal()
    rehearsal_requested = Signal(object, float)
    """A copy is to be rehearsed: Session, how many times as fast as a real one."""
    """The sample session is to be put into the library and opened."""

    structures_requested = Signal(int, object)
    """Structures that fit are to be shown: how many people, how much time (timedelta)."""
    list_given = Signal(object)
    """A session is to begin with a list of people: ListSource."""

    person_chosen = Signal(str)
    """Somebody is to be shown in the place People: an id."""
    note_chosen = Signal(str)
    """A note of the session on the table is to be shown: its id."""

    _library_changed = Signal()

    def __init__(
        self,
        look: Look,
        repository: SessionRepository,
        runner: SessionRunner,
        catalogue: Catalogue,
        clock: SessionClock,
    ) -> None:
        super().__init__(look, tr("Sessions"))
        self._repository, self._runner, self._catalogue, self._clock = repository, runner, catalogue, clock
        self._loader = SessionLoader(repository, runner, catalogue)
        self.commands = SessionListCommands(look, repository, runner, self._loader, catalogue, clock, self)
        self.commands.rehearsal_requested.connect(self.rehearsal_requested)
        self._next: SessionCard | None = None
        self._cards: tuple[SessionCard, ...] = ()
        self._overview = SessionsOverview(look, catalogue)
        self._hits = HitList(look)
        self._steps_page = OpenStepsList(look)
        self._steps_act = ActionButton(look, "", "footprints")
        self._new = ActionButton(look, tr("New session"), "plus", Weight.MAIN)
        self._search, self._field = LibrarySearch(repository.file, self), SearchField(look)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def sources(self) -> Hashable:
        """The library, the day, and which session is next by now."""
        now = self._clock.now()
        changed = self._repository.file.revision("sessions", "run_log", "notes", "people")
        return changed, now.date(), next_card(self._repository.cards(), now)

    def refresh(self) -> None:
        """Reads the library again."""
        self._cards = self._repository.cards()
        now = self._clock.now()
        self._next = next_card(self._cards, now)
        session = self._repository.session(self._next.id) if self._next else None
        coming = next_facts(session, self._next, self._cards) if self._next and session else None
        self._overview.show_sessions(self._cards, coming)
        self._overview.side.show_year(now.year, year_figures(self._repository, self._cards, now.year))
        self._new.set_weight(Weight.MAIN if self._cards and not self._next else Weight.PLAIN)
        self._show_steps()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._stack.currentWidget() is not self._overview:
            self._field.clear()
            self._go_to_list()
        else:
            super().keyPressEvent(event)

    def _show_steps(self) -> None:
        steps = open_steps(self._repository, {card.id: card for card in self._cards})
        words = tr_count("{count} next step", "{count} next steps", len(steps))
        self._steps_act.show_as(words if self.look.scale < LARGE_TEXT else str(len(steps)), "footprints")
        counted = tr_count("{count} open next step", "{count} open next steps", len(steps))
        self._steps_act.setAccessibleName(counted)
        self._steps_act.setVisible(bool(steps))
        self._fit_search()
        if self._stack.currentWidget() is self._steps_page:
            self._steps_page.show_steps(steps, self._clock.now().date())

    def show_open_steps(self) -> None:
        """Shows the next steps that are open, over all sessions."""
        self._field.clear()
        self._stack.setCurrentWidget(self._steps_page)
        self._show_steps()

    def _go_to_year(self) -> None:
        self.page_requested.emit(PlaceName.YEAR)

    def _go_to_list(self) -> None:
        self._stack.setCurrentWidget(self._overview)

    def _take_step(self, step: OpenStepOfSession) -> None:
        """Ticks a next step off in the session it comes from, whether or not that is on the table."""
        session = self._runner.session
        if self._runner.refuses():
            self._show_steps()
            return
        if session is not None and session.id == step.session.id:
            self._runner.notes.keep(tick_off(step))
        else:
            self._repository.keep_note(step.session.id, tick_off(step))
        self.redraw.request()

    def _note_change(self, _changes: Changes) -> None:
        """Something was saved, perhaps on another thread, perhaps after this place is gone."""
        if isValid(self):
            self._library_changed.emit()

    def ask_for_next(self) -> None:
        """Asks for the session after the one that is chosen in the list, else after the latest of all."""
        chosen = self._overview.table.chosen_card or next(iter(self._cards), None)
        if chosen is not None:
            self.commands.ask_for_next(chosen.id)

    def _go_on_or_start(self) -> None:
        """The main act of the card of the next session."""
        if self._next is None:
            return
        self._loader.open(self._next.id)
        if self._next.progress is Progress.PLANNED and Move.START in self._runner.moves:
            self._runner.make(Move.START)
        self.page_requested.emit(PlaceName.RUN)

    def _prepare_next(self) -> None:
        if self._next is not None:
            self._loader.open(self._next.id)
            self.page_requested.emit(PlaceName.PREPARE)

    def _begin(self, structure: Structure) -> None:
        self.page_requested.emit(self._loader.begin(structure))

    def _choose_structure(self) -> None:
        names = {fold(card.series): card.series for card in reversed(self._cards) if card.series.strip()}
        series = list(reversed(names.values()))
        dialog = BeginSessionDialog(self.look, self._catalogue, series, self.commands.templates, self)
        dialog.structure_chosen.connect(self._begin)
        dialog.series_chosen.connect(self._go_on_with_series)
        dialog.template_chosen.connect(self._begin_from_template)
        dialog.blank_chosen.connect(self._begin_blank)
        dialog.open()

    def _go_on_with_series(self, series: str) -> None:
        last = next(card for card in self._cards if same_series(card.series, series))
        self.commands.ask_for_next(last.id)

    def _begin_from_template(self, template: SessionTemplate) -> None:
        self.page_requested.emit(self._loader.begin_from_template(template))

    def _begin_blank(self) -> None:
        self.page_requested.emit(self._loader.begin_blank())

    def _go_to_library(self) -> None:
        self.page_requested.emit(PlaceName.LIBRARY)

    def take_file(self, path: Path) -> None:
        """A session file is taken in; any other file is read as a list of people, for a new session."""
        if path.suffix == f".{ENDING}":
            self.commands.exchange.receive_from((str(path),))
        else:
            self.list_given.emit(source_in(path))

    def _read_clipboard(self) -> None:
        carried = QGuiApplication.clipboard().mimeData()
        self.list_given.emit(source_of(carried, tr("the clipboard")) if carried is not None else ListSource())

    def _choose_file(self) -> None:
        lists, all_files = tr("Lists and session files"), tr("All files")
        offered = f"{lists} ({WHAT_YOU_HAVE});;{all_files} (*)"
        dialog = QFileDialog(self.window(), tr("Start from what you have"), "", offered)
        dialog.setObjectName("start-from-file")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._take_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_chosen(self, chosen: str) -> None:
        self.take_file(Path(chosen))

    def _show_shortcuts(self) -> None:
        ShortcutSheet(self.look, self.window()).open()

    def _go_to_guide(self) -> None:
        self.page_requested.emit(PlaceName.HELP)

    def _go_to_settings(self) -> None:
        self.page_requested.emit(PlaceName.SETTINGS)

    def _go_to_person(self, person_id: str) -> None:
        self.page_requested.emit(PlaceName.PEOPLE)
        self.person_chosen.emit(person_id)

    def _go_to_note(self, session_id: str, note_id: str) -> None:
        if self._loader.open(session_id) is not None:
            self.page_requested.emit(PlaceName.RUN)
            self.note_chosen.emit(note_id)

    def _find(self, question: str) -> None:
        self._search.search(question)
        if not question.strip():
            self._go_to_list()

    def _show_hits(self, hits: list[Hit]) -> None:
        self._hits.show_hits(hits, {card.id: card for card in self._cards})
        self._stack.setCurrentWidget(self._hits)

    def _fit(self) -> None:
        self._fit_search()
        self._overview.fit(self.width())

    def _fit_search(self) -> None:
        acts = self._steps_act.sizeHint().width() + self._new.sizeHint().width()
        self._field.fit(self.width() - self.title_width - acts - HEADER_MARGINS)

    def _connect(self) -> None:
        self._connect_overview()
        self.commands.page_requested.connect(self.page_requested)
        self.commands.message.connect(self._overview.say)
        self.commands.sessions_changed.connect(self.redraw.request)
        self._field.textChanged.connect(self._find)
        self._field.returnPressed.connect(self._hits.focus_list)
        self._search.hits_found.connect(self._show_hits)
        self._hits.session_requested.connect(self.commands.open_by_id)
        self._hits.person_requested.connect(self._go_to_person)
        self._hits.note_requested.connect(self._go_to_note)
        self._steps_act.clicked.connect(self.show_open_steps)
        self._steps_page.back_requested.connect(self._go_to_list)
        self._steps_page.step_ticked.connect(self._take_step)
        self._new.clicked.connect(self._choose_structure)
        self._library_changed.connect(self.redraw.request_soon)
        self._repository.file.watch(self._note_change)
        self._shortcut = QShortcut(QKeySequence(SEARCH), self)
        self._shortcut.activated.connect(self._field.begin)
        self._next_key = QShortcut(QKeySequence(NEXT_IN_SERIES), self)
        self._next_key.activated.connect(self.ask_for_next)
        self.look.look_changed.connect(self._fit)
        self._fit()

    def _connect_overview(self) -> None:
        page = self._overview
        page.table.open_requested.connect(self.commands.open)
        page.table.menu_requested.connect(self.commands.offer)
        page.next.main_act_requested.connect(self._go_on_or_start)
        page.next.other_act_requested.connect(self._prepare_next)
        page.welcome.sample_requested.connect(self.sample_requested)
        page.welcome.structures_requested.connect(self.structures_requested)
        page.welcome.paste_requested.connect(self._read_clipboard)
        page.welcome.file_requested.connect(self._choose_file)
        page.welcome.guide_requested.connect(self._go_to_guide)
        page.welcome.shortcuts_requested.connect(self._show_shortcuts)
        page.welcome.settings_requested.connect(self._go_to_settings)
        page.side.structure_requested.connect(self._begin)
        page.side.all_structures_requested.connect(self._go_to_library)
        page.side.file_requested.connect(self.commands.exchange.receive_session)
        page.side.year_requested.connect(self._go_to_year)

    def _lay_out(self) -> None:
        self._steps_act.setObjectName("open-steps")
        self._steps_act.setToolTip(plain_tip(tr("The next steps that are still open")))
        self._new.setObjectName("new-session")
        for act in (self._field, self._steps_act, self._new):
            self.add_act(act)
        for page in (self._overview, self._hits, self._steps_page):
            self._stack.addWidget(page)
        self.body.addWidget(self._stack, 1)
