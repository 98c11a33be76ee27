"""People and rooms: who is here, where they sit, and how they come onto the list."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QWidget

from desktop.actions import key_words
from desktop.content.catalogue import Catalogue
from desktop.content.new_session import new_id
from desktop.dialogs.add_people import AddPeopleDialog
from desktop.dialogs.list_sources import ListSource
from desktop.keys import PASTE_NAMES
from desktop.live.hand_edits import HandEdits
from desktop.live.runner import SessionRunner
from desktop.live.running_session import open_rounds
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.panels.rooms.people_commands import PeopleCommands
from desktop.places.prepare.adopted_meeting import with_meeting
from desktop.places.prepare.fields import TwoEndsRow, side_by_side
from desktop.places.prepare.needs_card import NeedsCard
from desktop.places.prepare.people_rows import PeopleModel
from desktop.places.prepare.people_table import PeopleTable
from desktop.places.prepare.planner import RoomPlanner
from desktop.places.prepare.rooms_pane import RoomsPane
from desktop.widgets.buttons import ActionButton
from desktop.widgets.chips import Chip
from desktop.widgets.own_undo import let_undo_pass
from desktop.widgets.scrolling import ScrollColumn
from desktop.widgets.tips import plain_tip
from desktop.widgets.words import Words
from formats.language import tr, tr_count
from formats.library.repository import SessionRepository
from formats.library.waiting_lists import WaitingListRepository
from formats.session.events import Edit
from formats.session.facilitator_card import contact_lines
from formats.session.people import Person
from formats.session.roster import Meeting, Roster
from formats.session.roster.typed_person import typed_people
from formats.session.seating import people_changes as change
from formats.session.session import Session


class PeoplePane(ScrollColumn):
    """Edits the people of the session on the table; every change is saved at once."""

    def __init__(
        self,
        look: Look,
        runner: SessionRunner,
        catalogue: Catalogue,
        repository: SessionRepository,
        planner: RoomPlanner,
        edits: HandEdits,
        preferences: LivePreferences,
    ) -> None:
        super().__init__(margins=(24, 12, 24, 16))
        self._look, self._runner, self._repository, self._planner = look, runner, repository, planner
        self._edits, self._preferences = edits, preferences
        self._waiting = WaitingListRepository(repository.file)
        self.commands = PeopleCommands(look, runner, edits, self)
        self.dialog: QDialog | None = None
        self.here, self.away = Chip(look, ""), Chip(look, "")
        self.paste = ActionButton(look, tr("Paste names"), "clipboard-paste")
        self.paste.setObjectName("paste")
        self.paste.setToolTip(
            plain_tip(tr("Reads the names that were copied ({key})", key=key_words(PASTE_NAMES)))
        )
        self.import_ = ActionButton(look, tr("Import"), "import")
        self.import_.setObjectName("import")
        self.rest = ActionButton(look, "", "triangle-alert", tint="amber")
        self.rest.setObjectName("rest-of-list")
        self.rest.setToolTip(plain_tip(tr("Lines of a list that were not added yet")))
        self.rooms = RoomsPane(look, runner, catalogue, planner, edits, self.commands)
        self.rooms.buttons.paper.contacts = self._contacts
        self.rooms.buttons.paper.readers_language = self._readers_language
        self.needs = NeedsCard(look, catalogue)
        self.model = PeopleModel(look)
        self.table = PeopleTable(look, self.model)
        self.remove = ActionButton(look, tr("Remove"), "user-minus")
        self.name = QLineEdit()
        self.name.setObjectName("add-name")
        self.name.setPlaceholderText(tr("Add somebody by name"))
        self.name.setAccessibleName(tr("Add somebody by name"))
        let_undo_pass(self.name)
        self.add = ActionButton(look, tr("Add"), "user-plus")
        self.by_hand = QWidget()  # stays in view below it, however many people there are
        self._lay_out()
        self._connect()

    def _contacts(self) -> tuple[str, ...]:
        """Whom to call when someone is upset, as the user wrote it."""
        return contact_lines(self._preferences.current.contacts)

    def _readers_language(self) -> str:
        return self._preferences.current.readers_language

    def show_people(self) -> None:
        """Shows the people and their rooms as they are now."""
        self.rooms.show_rooms()
        session = self._runner.session
        if session is None:
            return
        self.needs.show_needs(session)
        count, here = len(session.people), len(session.present)
        self.here.show_as(tr("{count} here", count=here))
        self.away.show_as(tr("{count} away", count=count - here))
        self.away.setVisible(count > here)
        self.model.show_people(session, self._planner.turns_with(session))
        self._people_line.setVisible(bool(count))
        self._counts.setVisible(self.model.counts_turns)
        self.table.setVisible(bool(count))
        self.remove.setVisible(bool(count))
        self._show_rest(session)

    def paste_names(self) -> None:
        """Opens the dialog with what was copied, unless what was typed in it before is back."""
        if (dialog := self._ask_for_list()) is not None and not dialog.was_given_back:
            dialog.read_clipboard()

    def import_people(self) -> None:
        """Opens the dialog, ready to choose a file."""
        if (dialog := self._ask_for_list()) is not None:
            dialog.file.setFocus()

    def take_list(self, source: ListSource) -> None:
        """Opens the dialog with a list that was dropped."""
        if (dialog := self._ask_for_list()) is not None:
            dialog.read(source)

    def look_at_rest(self) -> None:
        """Opens the dialog with what was left of a list."""
        session = self._runner.session
        waiting = self._waiting.waiting(session.id) if session else None
        if waiting is not None and (dialog := self._ask_for_list(waiting)) is not None:
            dialog.show_waiting(waiting)

    def add_people(self, people: Iterable[Person], away: Iterable[str] = ()) -> None:
        """Adds people to the session, and to the rooms to come."""
        joining, absent = tuple(people), tuple(away)
        self._amend(lambda session: change.with_people(session, joining, absent))

    def _ask_for_list(self, looked_at: Roster | None = None) -> AddPeopleDialog | None:
        """Opens the dialog; what waits stays beside what is left of another list, unless it is `looked_at`."""
        session = self._runner.session
        if session is None:
            return None
        listed = frozenset(person.id for person in session.people)
        dialog = AddPeopleDialog(
            self._look,
            self._repository.people(),
            listed,
            self.window(),
            times=self._times_here(),
            choices=self._preferences.current.columns,
        )
        dialog.people_accepted.connect(self.add_people)
        dialog.meeting_accepted.connect(self._use_meeting)
        dialog.rest_kept.connect(self._keep_rest if looked_at else self._add_to_rest)
        dialog.columns_chosen.connect(self._remember_columns)
        self.dialog = dialog
        dialog.open()
        return dialog

    def _times_here(self) -> Counter[str]:
        """How often each person was here in the earlier sessions of the series."""
        return Counter(person.id for past in self._planner.past_sessions for person in past.present)

    def _use_meeting(self, meeting: Meeting) -> None:
        if self._runner.session is not None and self._runner.session.plan_is_open:
            self._runner.amend(lambda session: with_meeting(session, meeting))

    def _add_to_rest(self, rest: Roster | None) -> None:
        session = self._runner.session
        if session is not None and rest is not None:
            before = self._waiting.waiting(session.id)
            self._keep_rest(Roster((*before.lines, *rest.lines)) if before else rest)

    def _keep_rest(self, rest: Roster | None) -> None:
        session = self._runner.session
        if session is not None:
            self._waiting.keep(session.id, rest)
            self._show_rest(session)

    def _show_rest(self, session: Session) -> None:
        rest = self._waiting.waiting(session.id)
        if rest is not None:
            lines = len(rest.lines)
            self.rest.setText(tr_count("{count} line to look at", "{count} lines to look at", lines))
            self.rest.setAccessibleName(self.rest.text())
            self.rest.updateGeometry()
        self.rest.setVisible(rest is not None)

    def _remember_columns(self, chosen: dict[str, str]) -> None:
        now = self._preferences.current
        self._preferences.choose(replace(now, columns={**now.columns, **chosen}))

    def _amend(self, edit: Callable[[Session], Session]) -> None:
        if self._runner.refuses():
            return
        if self._runner.live:
            self._edits.people.change_people(edit)
        else:
            rounds = open_rounds(self._runner)
            self._edits.history.do(Edit.PEOPLE, lambda session: change.with_rooms_mended(edit(session), rounds))

    def _edit_person(self, person: Person) -> None:
        if not self._runner.refuses():
            self._edits.people.change_details(person)

    def _set_presence(self, person_id: str, here: bool) -> None:
        if self._runner.live and here:
            self.commands.ask_return(person_id)
        elif self._runner.live:
            self.commands.ask_leaving(person_id)
        else:
            self._amend(lambda session: change.with_presence(session, person_id, here=here))

    def _offer(self, person_id: str) -> None:
        self.commands.offer(None, person_id, QCursor.pos())

    def _take_out(self, ids: frozenset[str]) -> None:
        self._amend(lambda session: change.without_people(session, ids))

    def _add_by_hand(self) -> None:
        name = " ".join(self.name.text().split())
        if not name:
            self.name.setFocus()
            return
        if self._runner.live:
            self.commands.ask_arrival(name)
            self.name.clear()
            return
        self.add_people(typed_people(name, self._repository.people(), new_id))
        self.name.clear()

    def _lay_out(self) -> None:
        self.column.setSpacing(12)
        title = side_by_side(Words(tr("People and rooms"), "pane"), self.here, self.away)
        self.column.addWidget(TwoEndsRow(title, side_by_side(self.paste, self.import_)))
        self.column.addWidget(side_by_side(self.rest), 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.rooms)
        self.column.addWidget(self.needs)
        self._counts = Words(tr("Times presented counts every session in this series"), "label")
        self._people_line = TwoEndsRow(Words(tr("People"), "pane"), self._counts)
        self._people_line.setContentsMargins(0, 8, 0, 0)
        self.column.addWidget(self._people_line)
        self.column.addWidget(self.table)
        row = QHBoxLayout(self.by_hand)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.name, 1)
        row.addWidget(self.add)
        row.addWidget(self.remove)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.paste.clicked.connect(self.paste_names)
        self.import_.clicked.connect(self.import_people)
        self.rest.clicked.connect(self.look_at_rest)
        self.model.person_edited.connect(self._edit_person)
        self.model.presence_requested.connect(self._set_presence)
        self.table.removal_requested.connect(self._take_out)
        self.table.person_menu_requested.connect(self._offer)
        self.remove.clicked.connect(self.table.take_out)
        self.add.clicked.connect(self._add_by_hand)
        self.name.returnPressed.connect(self._add_by_hand)
