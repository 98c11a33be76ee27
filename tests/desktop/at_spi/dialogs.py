"""Which dialogs are read over AT-SPI, and how is each of them opened?"""

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractButton, QDialog

from desktop.actions import ActName
from desktop.app.clearing import Clearing
from desktop.content.own_entries import OwnKind
from desktop.dialogs.add_people import AddPeopleDialog
from desktop.dialogs.guide_page import GuidePageDialog
from desktop.dialogs.leave_form import LeaveFormDialog
from desktop.dialogs.name_questions import NameQuestionsDialog
from desktop.dialogs.next_session import NextSessionDialog
from desktop.dialogs.passphrase import PassphraseDialog
from desktop.dialogs.session_details import SessionDetailsDialog
from desktop.dialogs.shortcuts import ShortcutSheet
from desktop.dialogs.side_timer import SideTimerDialog
from desktop.dialogs.still_running import StillRunningDialog
from desktop.dialogs.still_working import StillWorkingDialog
from desktop.panels.notes.disputed import ChooseVersionDialog
from desktop.places.help.licences_dialog import LicencesDialog
from desktop.places.help.what_is_new import WhatIsNewDialog
from desktop.places.library.own_entry_commands import OwnEntryCommands
from desktop.places.library.page import LibraryPage
from desktop.places.page import PlaceName
from desktop.places.prepare.page import PreparePage
from desktop.places.run.display_choice import DisplayChoice
from desktop.places.run.page import RunPage
from desktop.places.sessions.page import SessionsPage
from desktop.places.summary.page import SummaryPage
from desktop.room_display.views import WORDS, View
from formats.exports.questions import NameQuestion
from formats.session.room_wishes import WishKind
from formats.session.session import Session

Scene = tuple[str, Callable[[], object]]
LIST = "Name, Organisation\nAmina Yusuf, Trust 4\nNobody Known, Trust 1"
DOUBTFUL = NameQuestion("may", "May", "Ask", "about the minutes", 2)


class DialogScenes:
    """Each opens its dialog, with every other one put away."""

    def __init__(self, app: Clearing) -> None:
        self._app = app

    def before_the_session(self) -> list[Scene]:
        """Opened where a session is planned, or anywhere; over a place with little in it."""
        app, look, window = self._app, self._app.look, self._app.window
        additions, exchange = self._prepare.agenda.additions, self._sessions.commands.exchange
        entries = self._library.own
        return self._each_alone(
            ("session dialog", lambda: SessionDetailsDialog(look, app.runner, ("Nurturing",), window).open()),
            ("side timer", lambda: SideTimerDialog(look, "Break", window).open()),
            ("shortcuts", lambda: ShortcutSheet(look, window).open()),
            ("guide page", lambda: GuidePageDialog(look, "first-session", window).open()),
            ("standby line", self._ask_message),
            ("still running", lambda: StillRunningDialog(look, window).open()),
            ("still working", lambda: StillWorkingDialog(look, "Writing minutes.pdf …", window).open()),
            ("passphrase", lambda: PassphraseDialog(look, "a session.clearing", "That is not it.", window).open()),
            ("name questions", lambda: NameQuestionsDialog(look, (DOUBTFUL,), window).open()),
            ("versions of a note", self._ask_which_version),
            ("next session", lambda: NextSessionDialog(look, app.runner, window).open()),
            ("next in the series", lambda: self._sessions.commands.ask_for_next(self._session.id)),
            ("agreement", additions.ask_agreement),
            ("choose a structure", additions.add_structure),
            ("choose an opener", additions.add_opener),
            ("check-in", additions.add_check_in),
            ("leave a form", lambda: LeaveFormDialog(look, "structure", window).open()),
            ("form of a structure", lambda: self._write(entries)),
            ("remove own structure", lambda: entries.ask_removal(OwnKind.STRUCTURE, "mine", "Ours")),
            ("rehearse", lambda: self._sessions.commands.ask_to_rehearse(app.repository.cards()[0])),
            ("share a session", lambda: exchange.give_session(self._session.id)),
            ("add people", self._prepare.people.paste_names),
            ("import, looked over", self._import),
            ("keep apart", lambda: self._prepare.people.commands.ask_group(WishKind.APART, self._first_person)),
            ("licences", lambda: LicencesDialog(look, window).open()),
            ("what is new", lambda: WhatIsNewDialog(look, window).open()),
        )

    def in_the_session(self) -> list[Scene]:
        """What Run asks by its acts, who comes and goes, and what is taken home."""
        people = self._run.people
        return self._each_alone(
            *(
                (name.value, lambda name=name: self._run.do(name))
                for name in (ActName.STILL_TO_COME, ActName.VOTES, ActName.UPSET, ActName.STRUCTURE_CARD)
            ),
            ("someone arrived", people.ask_arrival),
            ("someone left", lambda: people.ask_leaving(self._first_person)),
            ("list of links", lambda: self._press(PlaceName.SUMMARY, "list-of-links")),
            ("record for a person", lambda: self._summary.record_menu().actions()[0].trigger()),
        )

    def on_the_wall(self) -> list[Scene]:
        """What is asked only while the room display is on."""
        return self._each_alone(("line on the wall", lambda: self._run.do(ActName.WALL_LINE)))

    def close(self) -> None:
        """Puts away whatever is open."""
        for dialog in self._app.window.findChildren(QDialog):
            dialog.reject()

    def _each_alone(self, *scenes: Scene) -> list[Scene]:
        return [(name, lambda opens=opens: self._open_alone(opens)) for name, opens in scenes]

    def _open_alone(self, opens: Callable[[], object]) -> None:
        self.close()
        opens()

    def _press(self, place: PlaceName, name: str) -> None:
        self._app.window.show_place(place)
        self._app.window.places[place].findChild(QAbstractButton, name).click()

    def _write(self, entries: OwnEntryCommands) -> None:
        self._app.window.show_place(PlaceName.LIBRARY)
        entries.write(OwnKind.STRUCTURE)

    def _ask_message(self) -> None:
        menu = self._run.findChild(DisplayChoice).menu
        next(action for action in menu.actions() if action.text() == str(WORDS[View.STANDBY])).trigger()

    def _ask_which_version(self) -> None:
        versions = (*self._session.notes[:1], None)
        ChooseVersionDialog(self._app.look, self._session, versions, self._app.window).open()

    def _import(self) -> None:
        self._prepare.people.import_people()
        dialog = self._prepare.people.dialog
        assert isinstance(dialog, AddPeopleDialog)
        dialog.text.setPlainText(LIST)
        dialog.edit.click()

    @property
    def _session(self) -> Session:
        session = self._app.runner.session
        assert session is not None
        return session

    @property
    def _first_person(self) -> str:
        return self._session.people[0].id

    @property
    def _sessions(self) -> SessionsPage:
        page = self._app.window.places[PlaceName.SESSIONS]
        assert isinstance(page, SessionsPage)
        return page

    @property
    def _prepare(self) -> PreparePage:
        page = self._app.window.places[PlaceName.PREPARE]
        assert isinstance(page, PreparePage)
        return page

    @property
    def _run(self) -> RunPage:
        page = self._app.window.places[PlaceName.RUN]
        assert isinstance(page, RunPage)
        return page

    @property
    def _summary(self) -> SummaryPage:
        page = self._app.window.places[PlaceName.SUMMARY]
        assert isinstance(page, SummaryPage)
        return page

    @property
    def _library(self) -> LibraryPage:
        page = self._app.window.places[PlaceName.LIBRARY]
        assert isinstance(page, LibraryPage)
        return page
