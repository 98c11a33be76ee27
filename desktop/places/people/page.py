"""The place People: everyone of the network over all sessions."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from desktop.background import Background
from desktop.keys import SEARCH
from desktop.live.runner import SessionRunner
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.places.page import Page
from desktop.places.people.additions import PeopleAdditions
from desktop.places.people.doubles_card import DoublesCard
from desktop.places.people.erasing import PeopleErasing
from desktop.places.people.merging import PeopleMerging
from desktop.places.people.network import ORDERS, NetworkMember, NetworkReader, matching_members
from desktop.places.people.person_pane import PersonPane
from desktop.places.people.rows import NetworkRows
from desktop.places.people.said_with_undo import SaidWithUndo
from desktop.places.people.table import NetworkTable
from desktop.places.summary.person_record import offer_record
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.choice import Choice
from desktop.widgets.icons import icon
from desktop.widgets.scrolling import ScrollColumn
from desktop.widgets.search_line import let_empty, put_glass
from desktop.widgets.tips import menu_text, plain_tip
from desktop.widgets.wheel import let_wheel_pass
from desktop.widgets.words import Words
from formats.language import Message, tr, tr_count
from formats.library.repository import SessionRepository
from formats.library.two_people import TABLE as TWO_PEOPLE
from formats.session.doubles import LikelyDouble
from formats.session.people import Person
from formats.session.seating.people_changes import with_people

EVERYONE, AROUND_TABS = Message("Everyone"), 180
BESIDE, HIGH, PANE_WIDTH, PANE_SHARE = 820, 700, 380, 0.34
LOW, ROOM_FOR_FACT = 480, 760
IMPORT = Message("Import a list")
AT_ONCE = 40
"""So many sessions are read in no time; more are read off the UI thread."""
WHAT_FOR = Message(
    "Everyone on the list of a session shows here: what they came to, how often they presented, and"
    " which next steps they took on. Names are pasted or imported here, or where a session is prepared."
)


class PeoplePage(Page):
    """The network in a table, and beside it the person who is chosen."""

    def __init__(
        self, look: Look, repository: SessionRepository, runner: SessionRunner, preferences: LivePreferences
    ) -> None:
        super().__init__(look, tr("People"), runner.change)
        self._repository, self._runner, self._preferences = repository, runner, preferences
        self._reader, self._reading = NetworkReader(repository), Background(self)
        self._to_show = ""
        self._members: tuple[NetworkMember, ...] = ()
        self.merging = PeopleMerging(look, repository, runner, self)
        self.additions = PeopleAdditions(look, repository, runner, self)
        self.erasing = PeopleErasing(look, repository, runner, self)
        self.doubles = DoublesCard(look)
        self.said = SaidWithUndo(look)
        self._in_order = False
        self._rows = NetworkRows(self)
        self.table = NetworkTable(look, self._rows)
        self.pane = PersonPane(look)
        self.search = QLineEdit()
        self.order = Choice(look, tr("Order"))
        self.tabs = QTabBar()
        let_wheel_pass(self.tabs)
        self._none = Words("", "second", wrap=True)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def sources(self) -> int:
        """The people and their sessions, whoever changed them."""
        return self._repository.file.revision(*NetworkReader.TABLES, TWO_PEOPLE)

    def refresh(self) -> None:
        """Reads the library again. While it is in sight the rows stay where they are, unless others are there."""
        if not self.table.editing:
            self._read()

    def show_person(self, person_id: str) -> None:
        """Shows somebody, chosen among everyone."""
        self.search.clear()
        self._in_order, self._to_show = False, person_id
        self._read()

    def hideEvent(self, event: QHideEvent) -> None:
        """When it is next shown, everyone is put in order anew."""
        super().hideEvent(event)
        self._in_order = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        else:
            super().keyPressEvent(event)

    def _read(self) -> None:
        """Shows everyone: at once, or their names first where many sessions are to be read."""
        self._reading.forget()
        if self._reader.unread_sessions <= AT_ONCE:
            self._show_members(self._reader.members())
            return
        if not self._members:
            self._take(self._reader.names())
            self._arrange()
            self._show_member(None)
            self._in_order = False
        self._reading.ask(self._reader.members)

    def _show_members(self, members: tuple[NetworkMember, ...]) -> None:
        before = {member.person.id for member in self._members}
        self._take(members)
        known = {member.person.id: member for member in members}
        self.doubles.show_doubles(self.merging.doubles(members), known)
        if self._in_order and before == known.keys():
            self._show_again()
        else:
            self._arrange()
        if self._to_show and members:
            self.table.choose(self._to_show)
        self._to_show = ""

    def _take(self, members: tuple[NetworkMember, ...]) -> None:
        self._members = members
        self._show_title()
        self._stack.setCurrentIndex(0 if members else 1)
        self._import.setVisible(bool(members))

    def _show_title(self) -> None:
        """The fact beside the title only where there is room for the whole of it."""
        self.set_title(tr("People"), _fact(self._members) if self.width() >= self.look.px(ROOM_FOR_FACT) else "")

    def _arrange(self, _choice: object = None) -> None:
        """Shows those who were searched for, in the order chosen, and the person chosen as before."""
        before = self._rows.member(self.table.currentIndex())
        _words, order = ORDERS[self.order.currentIndex()]
        shown = sorted(matching_members(self._members, self.search.text()), key=order)
        self._rows.show_rows(shown)
        self._none.setText(
            tr("Nobody here has “{words}” in their name, organisation or role.", words=self.search.text().strip())
        )
        self._none.setVisible(not shown and bool(self._members))
        self.table.setVisible(bool(shown))
        self._in_order = True
        if shown:
            self.table.choose(before.person.id if before else "")
        self._show_member(self._rows.member(self.table.currentIndex()) if shown else None)

    def _show_again(self) -> None:
        """Shows the same people in the same order, as they are now."""
        now = {member.person.id: member for member in self._members}
        self._rows.show_rows([now.get(member.person.id, member) for member in self._rows.rows])
        self._show_member(self._rows.member(self.table.currentIndex()))

    def _show_member(self, member: NetworkMember | None) -> None:
        self.pane.show_member(member)
        self._name_tab(member)

    def _offer_record(self, member: NetworkMember) -> None:
        offer_record(self.look, self._repository, self._runner, member.person, self.window(), self._preferences)

    def _keep(self, person: Person) -> None:
        """Saves a person, in the library and in the session on the table."""
        session = self._runner.session
        if self._runner.refuses():
            self._show_again()
            return
        if session is not None and session.person(person.id) is not None:
            self._runner.amend(lambda session: with_people(session, (person,)))
        else:
            self._repository.keep_person(person)
        self._in_order = True  # who is edited stays where they are
        self._read()

    def _ask_to_merge(self, double: LikelyDouble) -> None:
        known = {member.person.id: member for member in self._members}
        self.merging.ask(known[double.one.id], known[double.other.id])

    def _ask_with_whom(self, member: NetworkMember) -> None:
        self.merging.ask_with_whom(member, self._members)

    def _say_for_good(self, sentence: str) -> None:
        self.merging.forget()  # who was erased is brought back by no undo
        self.said.say(sentence, can_undo=False)

    def _say(self, sentence: str) -> None:
        self.said.say(sentence, can_undo=self.merging.can_undo)

    def _focus_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _focus_table(self) -> None:
        self.table.setFocus()

    def _dress(self) -> None:
        for action in self.search.actions():
            action.setIcon(icon("search", self.look.colour("ink_2"), 18))
        self._fit()

    def _fit(self, _tab: int = 0) -> None:
        """Table and person beside each other, or one at a time behind tabs where the window is narrow."""
        narrow = self.width() < self.look.px(BESIDE)
        self._import.show_as("" if narrow else str(IMPORT), "import")
        self._import.setAccessibleName(str(IMPORT))
        self._import.setToolTip(plain_tip(str(IMPORT)) if narrow else "")
        self._show_title()
        self.doubles.fit(brief=narrow or self.height() < self.look.px(HIGH), low=self.height() < self.look.px(LOW))
        self.tabs.setVisible(narrow)
        self._main.setVisible(not narrow or self.tabs.currentIndex() == 0)
        self.pane.setVisible(not narrow or self.tabs.currentIndex() == 1)
        wide = min(self.look.px(PANE_WIDTH), round(self.width() * PANE_SHARE))
        wide = max(wide, min(self.pane.least_width, self.width() // 2))
        self.pane.setMinimumWidth(0 if narrow else wide)
        self.pane.setMaximumWidth(16_777_215 if narrow else wide)

    def _name_tab(self, member: NetworkMember | None) -> None:
        name = member.person.name if member else tr("Nobody")
        # A long name must not push away the tab beside it. An ampersand would be taken for the mark of a shortcut.
        room = self.width() - 2 * self.tabs.fontMetrics().horizontalAdvance(str(EVERYONE)) - AROUND_TABS
        shown = self.tabs.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, max(room, 0))
        self.tabs.setTabText(1, menu_text(shown))
        self.tabs.setTabToolTip(1, plain_tip(name))
        self.tabs.setAccessibleTabName(1, name)
        self.tabs.setTabEnabled(1, member is not None)

    def _connect(self) -> None:
        self._reading.finished.connect(self._show_members)
        self.table.member_chosen.connect(self._show_member)
        self.tabs.currentChanged.connect(self._fit)
        self._rows.person_edited.connect(self._keep)
        self.pane.person_edited.connect(self._keep)
        self.pane.record_requested.connect(self._offer_record)
        self.pane.erase_requested.connect(self.erasing.ask)
        self.erasing.people_changed.connect(self.redraw.request)
        self.erasing.progress.connect(self._say)
        self.erasing.message.connect(self._say_for_good)
        self.pane.merge_requested.connect(self._ask_with_whom)
        self.doubles.merge_requested.connect(self._ask_to_merge)
        self.doubles.two_people_told.connect(self.merging.keep_apart)
        self.merging.people_changed.connect(self.show_person)
        self.additions.person_added.connect(self.show_person)
        self.merging.message.connect(self._say)
        self.said.undo_requested.connect(self.merging.undo)
        self.search.textChanged.connect(self._arrange)
        self.search.returnPressed.connect(self._focus_table)
        self.order.currentIndexChanged.connect(self._arrange)
        self._runner.session_opened.connect(self.redraw.request)
        self._runner.session_changed.connect(self.redraw.request)
        self._shortcut = QShortcut(QKeySequence(SEARCH), self)
        self._shortcut.activated.connect(self._focus_search)
        self.look.look_changed.connect(self._dress)
        self._dress()

    def _lay_out(self) -> None:
        self._import = ActionButton(self.look, str(IMPORT), "import")
        self._import.setObjectName("import-people")
        self._import.clicked.connect(self.additions.ask_for_list)
        self._add = ActionButton(self.look, tr("Add"), "user-plus", Weight.MAIN)
        self._add.setObjectName("add-person")
        self._add.clicked.connect(self.additions.ask_for_person)
        for act in (self._import, self._add):
            self.add_act(act)
        self.search.setObjectName("people-search")
        self.search.setPlaceholderText(tr("Search people"))
        self.search.setAccessibleName(tr("Search people, {keys}", keys="Ctrl+K"))
        let_empty(self.search)
        put_glass(self.search, QAction(self.search))
        self.order.setObjectName("people-order")
        self.order.addItems([str(words) for words, _order in ORDERS])
        self.tabs.setObjectName("people-tabs")
        self.tabs.setAccessibleName(tr("Everyone, or the person chosen"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.addTab(str(EVERYONE))
        self.tabs.addTab(tr("Nobody"))
        self._main = self._list_view()
        page = QWidget()
        columns = QHBoxLayout()
        columns.setSpacing(0)
        columns.addWidget(self._main, 1)
        columns.addWidget(self.pane)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        bar = QHBoxLayout()
        bar.setContentsMargins(24, 0, 24, 0)
        bar.addWidget(self.tabs, 1)  # a bar as wide as its tabs loses the first when the second turns bold
        column.addLayout(bar)
        column.addLayout(columns, 1)
        self._stack.addWidget(page)
        self._stack.addWidget(self._nobody_view())
        self.body.addWidget(self._stack, 1)

    def _list_view(self) -> QWidget:
        """Search, order and the table."""
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.search, 1)
        head.addWidget(self.order)
        made = QWidget()
        main = QVBoxLayout(made)
        main.setContentsMargins(24, 20, 24, 20)
        main.setSpacing(12)
        main.addWidget(self.said)
        main.addWidget(self.doubles)
        main.addLayout(head)
        main.addWidget(self._none)
        main.addWidget(self.table, 1)
        main.addStretch(0)
        return made

    def _nobody_view(self) -> QWidget:
        """What the place says before anyone is on a list."""
        card = QFrame()
        card.setProperty("role", "next")
        card.setObjectName("nobody-yet")
        column = QVBoxLayout(card)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(12)
        column.addWidget(Words(tr("Nobody here yet"), "large", wrap=True))
        column.addWidget(Words(str(WHAT_FOR), "lead", wrap=True))
        column.addSpacing(8)
        paste = ActionButton(self.look, str(IMPORT), "import", Weight.MAIN, large=True)
        paste.setObjectName("import-first-people")
        paste.clicked.connect(self.additions.ask_for_list)
        column.addWidget(paste, 0, Qt.AlignmentFlag.AlignLeft)
        page = ScrollColumn(margins=(30, 24, 30, 24))
        page.column.addWidget(card)
        page.column.addStretch(1)
        return page


def _fact(members: Sequence[NetworkMember]) -> str:
    """How many there are, and how many of them came again."""
    if not members:
        return ""
    again = sum(member.visit_count > 1 for member in members)
    count = len(members)
    if not again:
        return tr_count("{count} person", "{count} people", count)
    return tr_count(
        "{count} person, {again} came more than once",
        "{count} people, {again} came more than once",
        count,
        again=again,
    )
