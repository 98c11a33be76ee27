"""The place Sessions: what is next, what has been, what is still open, and how to begin."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout
from shiboken6 import isValid

from desktop.background import Background
from desktop.catalogue import Catalogue
from desktop.clocks import SessionClock
from desktop.dialogs.choose_structure import ChooseStructureDialog
from desktop.dialogs.frame import Dialog
from desktop.handing_over import HandingOver
from desktop.look import Look
from desktop.new_session import same_again
from desktop.places.opening import Opening
from desktop.places.place import Place, PlaceName
from desktop.places.sessions.cards import NextCard
from desktop.places.sessions.facts import erase_words, next_card, next_facts, really_used, year_figures
from desktop.places.sessions.finding import Finding
from desktop.places.sessions.found import FoundList
from desktop.places.sessions.open_steps import OpenStep, OpenStepsPage, open_steps, ticked
from desktop.places.sessions.row_menu import RowMenu
from desktop.places.sessions.rows import SessionRows
from desktop.places.sessions.side import Side, Welcome
from desktop.places.sessions.table import SessionTable
from desktop.places.year.page import YearPage
from desktop.runner import SessionRunner
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.icons import icon
from desktop.widgets.scrolling import ScrollColumn
from desktop.widgets.words import Words
from desktop.wording import counted
from formats.library.changes import Changes
from formats.library.erasing import Erased, erase_everywhere
from formats.library.searching import Hit
from formats.library.shelf import Progress, SessionCard, Shelf
from formats.session.moves import Move
from formats.structures.structure import Structure

BESIDE, SIDE_WIDTH = 880, 330
NARROW_CARD = 620
LARGE_TEXT = 1.4


class SessionsPlace(Place):
    """The list of sessions, the next one on top."""

    sample_wanted = Signal()
    """The sample session is to be put into the library and opened."""

    person_found = Signal(str)
    """Somebody is to be shown in the place People: an id."""
    note_found = Signal(str)
    """A note of the session on the table is to be shown: its id."""

    _library_changed = Signal()

    def __init__(
        self, look: Look, shelf: Shelf, runner: SessionRunner, catalogue: Catalogue, clock: SessionClock
    ) -> None:
        super().__init__(look, "Sessions")
        self._shelf, self._runner, self._catalogue, self._clock = shelf, runner, catalogue, clock
        self._opening = Opening(shelf, runner, catalogue)
        self._next: SessionCard | None = None
        self._cards: tuple[SessionCard, ...] = ()
        self._rows = SessionRows(self)
        self._table = SessionTable(look, self._rows)
        self._next_card = NextCard(look)
        self._welcome = Welcome(look)
        self._side = Side(look, catalogue)
        self._found = FoundList(look)
        self._steps_page = OpenStepsPage(look)
        self._year_page = YearPage(look, shelf, clock)
        self._steps_act = ActionButton(look, "", "footprints")
        self.handing_over = HandingOver(look, shelf, runner, self)
        self._erasing, self._finding = Background(self), Finding(shelf.file, self)
        self._soon = QTimer(self)
        self._message = Words("", "second", wrap=True)
        self._field = QLineEdit()
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Reads the library again."""
        self._cards = self._shelf.cards()
        now = self._clock.now()
        self._next = next_card(self._cards, now)
        session = self._shelf.session(self._next.id) if self._next else None
        if self._next and session:
            self._next_card.show_facts(next_facts(session, self._next, self._cards))
        self._next_card.setVisible(session is not None)
        self._rows.show(self._cards)
        self._table.setVisible(bool(self._cards))
        self._welcome.setVisible(not self._cards)
        self._new.set_weight(Weight.MAIN if self._cards and not self._next else Weight.PLAIN)
        self._side.show_year(now.year, year_figures(self._shelf, self._cards, now.year))
        self._side.show_begun(begun=bool(self._cards))
        self._show_steps()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._stack.currentWidget() is not self._page:
            self._field.clear()
            self._go_to_list()
        else:
            super().keyPressEvent(event)

    def _show_steps(self) -> None:
        steps = open_steps(self._shelf, {card.id: card for card in self._cards})
        words = counted(len(steps), "next step") if self.look.scale < LARGE_TEXT else str(len(steps))
        self._steps_act.show_as(words, "footprints")
        self._steps_act.setAccessibleName(counted(len(steps), "open next step"))
        self._steps_act.setVisible(bool(steps))
        if self._stack.currentWidget() is self._steps_page:
            self._steps_page.show_steps(steps, self._clock.now().date())
        elif self._stack.currentWidget() is self._year_page:
            self._year_page.show_library(self._cards)

    def _go_to_steps(self) -> None:
        self._field.clear()
        self._stack.setCurrentWidget(self._steps_page)
        self._show_steps()

    def _go_to_year(self) -> None:
        self._field.clear()
        self._stack.setCurrentWidget(self._year_page)
        self._year_page.show_library(self._cards)
        self._year_page.focus_first()

    def _go_to_list(self) -> None:
        self._stack.setCurrentWidget(self._page)

    def _take_step(self, step: OpenStep) -> None:
        """Ticks a next step off in the session it comes from, whether or not that is on the table."""
        session = self._runner.session
        if self._runner.refuses():
            self._show_steps()
            return
        if session is not None and session.id == step.session.id:
            self._runner.keep_note(ticked(step))
        else:
            self._shelf.keep_note(step.session.id, ticked(step))
        self.refresh()

    def _note_change(self, _changes: Changes) -> None:
        """Something was saved, perhaps on another thread, perhaps after this place is gone."""
        if isValid(self):
            self._library_changed.emit()

    def _refresh_soon(self) -> None:
        if self.isVisible():
            self._soon.start()

    def _open(self, card: SessionCard) -> None:
        self._open_by_id(card.id)

    def _open_by_id(self, session_id: str) -> None:
        place = self._opening.open(session_id)
        if place is not None:
            self.wanted.emit(place)

    def _go_on_or_start(self) -> None:
        """The main act of the card of the next session."""
        if self._next is None:
            return
        self._opening.open(self._next.id)
        if self._next.progress is Progress.PLANNED and Move.START in self._runner.moves:
            self._runner.make(Move.START)
        self.wanted.emit(PlaceName.RUN)

    def _prepare_next(self) -> None:
        if self._next is not None:
            self._opening.open(self._next.id)
            self.wanted.emit(PlaceName.PREPARE)

    def _begin(self, structure: Structure) -> None:
        self.wanted.emit(self._opening.begin(structure))

    def _choose_structure(self) -> None:
        dialog = ChooseStructureDialog(self.look, self._catalogue, "New session", self)
        dialog.chosen.connect(self._begin)
        dialog.open()

    def _go_to_library(self) -> None:
        self.wanted.emit(PlaceName.LIBRARY)

    def _go_to_person(self, person_id: str) -> None:
        self.wanted.emit(PlaceName.PEOPLE)
        self.person_found.emit(person_id)

    def _go_to_note(self, session_id: str, note_id: str) -> None:
        if self._opening.open(session_id) is not None:
            self.wanted.emit(PlaceName.RUN)
            self.note_found.emit(note_id)

    def _offer(self, card: SessionCard, where: QPoint) -> None:
        menu = RowMenu(self.look, card, self)
        menu.triggered.connect(self._act)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def _act(self, action: QAction) -> None:
        menu = self.sender()
        assert isinstance(menu, RowMenu)
        card = menu.card
        if action is menu.open_act:
            self._open(card)
        elif action in (menu.prepare_act, menu.summary_act):
            self._opening.open(card.id)
            self.wanted.emit(PlaceName.PREPARE if action is menu.prepare_act else PlaceName.SUMMARY)
        elif action in (menu.again_act, menu.again_used_act):
            self.repeat(card, used=action is menu.again_used_act)
        elif action is menu.give_act:
            self.handing_over.give(card.id)
        elif action is menu.take_act:
            self.handing_over.take()
        elif action is menu.erase_act:
            self._ask_to_erase(card)

    def repeat(self, card: SessionCard, *, used: bool = False) -> None:
        """The same session again, with the planned or the really used minutes."""
        session = self._shelf.session(card.id)
        if session is not None:
            plan = (really_used(session) if used else None) or session
            self.wanted.emit(self._opening.keep(same_again(plan, self._clock.now())))

    def _ask_to_erase(self, card: SessionCard) -> None:
        if self._runner.refuses():
            return
        dialog = Dialog(self.look, "Erase this session", "Erase", self)
        dialog.setObjectName(card.id)
        dialog.body.addWidget(Words(erase_words(card), wrap=True))
        dialog.fit_window(480, 240)
        dialog.accepted.connect(self._erase)
        dialog.open()

    def _erase(self) -> None:
        session_id = self.sender().objectName()
        if self._runner.session is not None and self._runner.session.id == session_id:
            self._runner.open(None)
        self._say("Erasing …")
        self._erasing.ask(partial(erase_everywhere, self._shelf.file, session_id))

    def _say_erased(self, erased: Erased) -> None:
        self._say(erased.sentence)
        self.refresh()

    def _say_not_erased(self, _trouble: Exception) -> None:
        self._say("The session could not be erased everywhere. Try again once the disk can be written.")
        self.refresh()

    def _say(self, words: str) -> None:
        self._message.setText(words)
        self._message.setVisible(bool(words))

    def _find(self, question: str) -> None:
        self._finding.ask(question)
        if not question.strip():
            self._stack.setCurrentWidget(self._page)

    def _show_hits(self, hits: list[Hit]) -> None:
        self._found.show_hits(hits, {card.id: card for card in self._cards})
        self._stack.setCurrentWidget(self._found)

    def _focus_search(self) -> None:
        self._field.setFocus()
        self._field.selectAll()

    def _follow_choice(self) -> None:
        """Keeps the chosen row in sight: the table itself does not scroll."""
        box = self._table.visualRect(self._table.currentIndex())
        inner = self._page.widget()
        if inner is not None:
            place = self._table.viewport().mapTo(inner, box.center())
            self._page.ensureVisible(place.x(), place.y(), 0, 60)

    def _dress(self) -> None:
        for action in self._field.actions():
            action.setIcon(icon("search", self.look.colour("ink_2"), 18))
        self._fit()

    def _fit(self) -> None:
        beside = self.width() >= self.look.px(BESIDE)
        self._field.setFixedWidth(max(200, min(420, self.width() * 3 // 10)))
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(direction)
        width = min(self.look.px(SIDE_WIDTH), max(280, self.width() * 3 // 10))
        self._side.setFixedWidth(width) if beside else self._side.setMaximumWidth(16_777_215)
        self._side.setMinimumWidth(width if beside else 0)
        left = self.width() - (width + 90 if beside else 60)
        self._next_card.set_narrow(narrow=left < self.look.px(NARROW_CARD))

    def _connect(self) -> None:
        self._table.opened.connect(self._open)
        self._table.menu_wanted.connect(self._offer)
        self._table.selectionModel().currentChanged.connect(self._follow_choice)
        self._next_card.main_wanted.connect(self._go_on_or_start)
        self._next_card.other_wanted.connect(self._prepare_next)
        self._welcome.sample_wanted.connect(self.sample_wanted)
        self._welcome.new_wanted.connect(self._choose_structure)
        self._side.structure_wanted.connect(self._begin)
        self._side.all_wanted.connect(self._go_to_library)
        self._side.file_wanted.connect(self.handing_over.take)
        self.handing_over.said.connect(self._say)
        self.handing_over.taken.connect(self.refresh)
        self._erasing.finished.connect(self._say_erased)
        self._erasing.failed.connect(self._say_not_erased)
        self._finding.found.connect(self._show_hits)
        self._found.session_wanted.connect(self._open_by_id)
        self._found.person_wanted.connect(self._go_to_person)
        self._found.note_wanted.connect(self._go_to_note)
        self._steps_act.clicked.connect(self._go_to_steps)
        self._steps_page.back_wanted.connect(self._go_to_list)
        self._side.year_wanted.connect(self._go_to_year)
        self._year_page.back_wanted.connect(self._go_to_list)
        self._steps_page.done.connect(self._take_step)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.refresh)
        self._library_changed.connect(self._refresh_soon)
        self._shelf.file.watch(self._note_change)
        self._field.textChanged.connect(self._find)
        self._field.returnPressed.connect(self._found.focus_list)
        self._shortcut = QShortcut(QKeySequence("Ctrl+K"), self)
        self._shortcut.activated.connect(self._focus_search)
        self.look.changed.connect(self._dress)
        self._dress()

    def _lay_out(self) -> None:
        self._field.setObjectName("search")
        self._field.setPlaceholderText("Search every note and session")
        self._field.setAccessibleName("Search every note and session, Ctrl+K")
        self._field.setClearButtonEnabled(True)
        self._field.addAction(QAction(self._field), QLineEdit.ActionPosition.LeadingPosition)
        self._steps_act.setObjectName("open-steps")
        self._steps_act.setToolTip("The next steps that are still open")
        self.add_act(self._field)
        self.add_act(self._steps_act)
        new = self._new = ActionButton(self.look, "New session", "plus", Weight.MAIN)
        new.setObjectName("new-session")
        new.clicked.connect(self._choose_structure)
        self.add_act(new)
        self._page = ScrollColumn(margins=(30, 24, 30, 24))
        self._columns = QHBoxLayout()
        self._columns.setSpacing(26)
        main = QVBoxLayout()
        main.setSpacing(20)
        self._message.hide()
        for widget in (self._message, self._welcome, self._next_card, self._table):
            main.addWidget(widget)
        main.addStretch(1)
        self._columns.addLayout(main, 1)
        self._columns.addWidget(self._side, 0, Qt.AlignmentFlag.AlignTop)
        self._page.column.addLayout(self._columns)
        self._page.column.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._page)
        self._stack.addWidget(self._found)
        self._stack.addWidget(self._steps_page)
        self._stack.addWidget(self._year_page)
        self.body.addWidget(self._stack, 1)
