"""Prepare: the agenda on the left, people and rooms on the right, and the start of the session."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.actions import START, ActName, act
from desktop.content.catalogue import Catalogue
from desktop.content.new_session import blank_session, new_session
from desktop.dialogs.list_sources import ListSource
from desktop.dialogs.next_session import NextSessionDialog
from desktop.dialogs.session_details import SessionDetailsDialog
from desktop.live.earlier_sessions import EarlierSessions
from desktop.live.hand_edits import HandEdits
from desktop.live.runner import SessionRunner
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.places.page import ROOMY, Page, PlaceName
from desktop.places.prepare.agenda_keys import AgendaKeys
from desktop.places.prepare.agenda_pane import AgendaPane
from desktop.places.prepare.lists_given import ListsGiven
from desktop.places.prepare.no_session import NoSessionToPrepare
from desktop.places.prepare.people_pane import PeoplePane
from desktop.places.prepare.planner import RoomPlanner
from desktop.places.prepare.question_field import QuestionField
from desktop.places.prepare.sentences import ready_sentence
from desktop.places.prepare.taken_back import TakenBack
from desktop.places.prepare.two_columns import Column, TwoColumns
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.page_draft import PageDraft
from desktop.widgets.passing_words import PassingWords
from desktop.widgets.tips import plain_tip
from desktop.widgets.words import Words
from desktop.wording import brief_date_and_time, date_and_time, name_order, short_date
from formats.language import Message, tr
from formats.library.repository import SessionRepository
from formats.session.moves import Move
from formats.session.progress import Progress
from formats.session.seating.groups import rooms_apart, word_for_all
from formats.session.session import Session
from formats.session.time_zones import find_zone, local_time
from formats.structures.structure import Structure

DETAILS = Message("Title and time")
INVITATION = Message("Its invitation is in the summary.")
TALL = 400
"""From this height on the main act is large, grown with the text."""


class PreparePage(Page):
    """Edits the session on the table; offers a new one where there is none."""

    next_in_series_requested = Signal(str)
    """The session after this one is to be prepared: the id of this one."""

    def __init__(
        self,
        look: Look,
        runner: SessionRunner,
        catalogue: Catalogue,
        repository: SessionRepository,
        preferences: LivePreferences | None = None,
    ) -> None:
        """Without `preferences`, what is chosen about lists lasts as long as the page."""
        super().__init__(look, tr("Prepare"), runner.change)
        self._runner, self._catalogue, self._repository = runner, catalogue, repository
        self.dialog: QDialog | None = None
        earlier = EarlierSessions(runner)
        self.planner = RoomPlanner(runner, earlier, self)
        self.edits = HandEdits(runner, earlier, self)
        self.agenda = AgendaPane(look, runner, catalogue, self.edits.history)
        remembered = preferences or LivePreferences(None)
        self.people = PeoplePane(look, runner, catalogue, repository, self.planner, self.edits, remembered)
        self.empty = NoSessionToPrepare(look, catalogue)
        self.details = ActionButton(look, str(DETAILS), "pencil")
        self.details.setObjectName("details")
        self.start = ActionButton(look, START.word, START.icon, Weight.MAIN, large=True)
        self.start.setObjectName("start")
        self._ready = Words("", "second", wrap=True)
        self.question = QuestionField(look, runner, catalogue)
        self.columns = TwoColumns(
            look,
            Column(tr("Agenda"), self.agenda, head=self.agenda.time, said=self.agenda.last_change),
            Column(tr("People and rooms"), self.people, foot=self.people.by_hand),
        )
        self.passing = PassingWords(look, self.columns)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._session_view())
        self.body.addWidget(self._stack)
        self.add_act(self.columns.tabs)
        self.add_act(self.details)
        self._lists = ListsGiven(self)
        self._draft = PageDraft(self, "Prepare")
        self.taken_back = TakenBack(runner, self.edits.history, self)
        self._keys = AgendaKeys(self.agenda, self)
        self._offered: ActName | None = None
        """What stands beside the sentence that passes; None for the way to the summary."""
        self._connect()
        self._make_room_for_tabs(self.columns.narrow)

    def _connect(self) -> None:
        self.columns.narrow_changed.connect(self._make_room_for_tabs)
        self.taken_back.act_taken_back.connect(self._say_taken_back)
        self.passing.act_requested.connect(self._do_offered)
        self.empty.structure_chosen.connect(self._begin)
        self.details.clicked.connect(self._ask_details)
        self.start.clicked.connect(self._go_on)
        self._lists.list_dropped.connect(self.take_list)
        self._lists.paste_requested.connect(self.people.paste_names)
        self.planner.plan_changed.connect(self.redraw.request)
        self.people.rooms.message_changed.connect(self.redraw.request)
        self._runner.session_opened.connect(self._forget_messages)
        self._runner.session_opened.connect(self.redraw.request)
        self._runner.session_changed.connect(self.redraw.request)

    def _session_view(self) -> QWidget:
        table, foot = QWidget(), QFrame()
        foot.setObjectName("foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 10, 24, 10)
        row.setSpacing(16)
        row.addWidget(self._ready, 1)
        row.addWidget(self.start)
        column = QVBoxLayout(table)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.question)
        column.addWidget(self.columns, 1)
        column.addWidget(foot)
        return table

    def sources(self) -> None:
        """It is told of all that it shows."""

    def get_ready(self) -> Iterator[None]:
        """A long series is counted before it is drawn, and each pane is drawn by itself."""
        for draw in (self.planner.count_turns, self.agenda.show_agenda, self.people.show_people):
            if self._runner.session is not None and not self.isVisible():
                draw()
                yield
        yield from super().get_ready()

    def refresh(self) -> None:
        """Shows the session as it is now, in all panes."""
        self._show_session()
        self.question.show_session(self._runner.session)
        self.agenda.show_agenda()
        self.people.show_people()
        self._draft.follow({**self.agenda.fields, "somebody by name": self.people.name})

    def take_list(self, source: ListSource) -> None:
        """Looks over a list of people; where no session is on the table, one begins with it."""
        if self._runner.session is None and not self._runner.refuses():
            session = blank_session(self._runner.now)
            self._repository.keep_session(session)
            self._runner.open(session)
        self.people.take_list(source)

    def _show_session(self) -> None:
        session, reading = self._runner.session, self._runner.reading
        self.details.setVisible(session is not None)
        self.columns.offer_tabs(session is not None)
        self._stack.setCurrentIndex(1 if session else 0)
        if session is None or reading is None:
            self.set_title(tr("Prepare"))
            return
        self.set_title(session.title, self._when(session))
        progress = reading.position.progress
        act, icon = _NEXT[progress]
        self.start.show_as(str(act), icon)
        self.start.setEnabled(bool(session.agenda.stages))
        # An unknown time zone can be set right when all is over, too: the day in every list depends on it.
        self.details.setEnabled(session.plan_is_open or find_zone(session.timezone) is None)
        parts = session.agenda.structures
        apart = rooms_apart(session)
        rooms = len(apart[0].rooms) if apart and len(parts) == 1 else 0
        self._ready.setText(
            ready_sentence(len(session.present), rooms, word_for_all(session), sum(part.rounds for part in parts))
        )

    def _forget_messages(self) -> None:
        """What was said belongs to the session that it was said of, and goes with it."""
        self.people.rooms.forget_message()
        self.passing.hide()

    def _make_room_for_tabs(self, narrow: bool) -> None:
        """The choice between the two columns stands in the header, where the words of its act stood."""
        self.details.show_as("" if narrow else str(DETAILS), "pencil")
        self.details.setAccessibleName(str(DETAILS))
        self.details.setToolTip(plain_tip(str(DETAILS)) if narrow else "")
        self.redraw.request()

    def _say_taken_back(self, sentence: str, way_round: ActName) -> None:
        """Said where half of the plan is out of sight: it may have been there."""
        if self.columns.narrow:
            one, self._offered = act(way_round), way_round
            self.passing.say(sentence, one.word, one.icon, one.key)
            self.passing.lie_along_foot(self.columns.rect())

    def _do_offered(self) -> None:
        if self._offered is None:
            self.page_requested.emit(PlaceName.SUMMARY)
        else:
            self.taken_back.do(self._offered)

    def _say_next_date(self, session_id: str) -> None:
        """Where the date can be found again, and what can be sent with it."""
        session = self._runner.session
        if session is None or session.id != session_id or session.next_session is None:
            return
        following, self._offered = session.next_session, None
        when = short_date(local_time(following.starts_at, following.timezone or session.timezone).date())
        saved = tr("Saved: {session}, {when}.", session=following.title, when=when)
        self.passing.say(f"{saved} {INVITATION}", tr("Summary"), "file-text")
        self.passing.lie_along_foot(self.columns.rect())

    def _when(self, session: Session) -> str:
        if self.columns.narrow:
            roomy = self.width() >= self.look.px(ROOMY)
            return brief_date_and_time(session, session.starts_at) if roomy else ""
        if self.width() < self.look.px(ROOMY):
            return brief_date_and_time(session, session.starts_at)
        return date_and_time(session, session.starts_at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.start.show_large(self.height() >= self.look.px(TALL))
        self.passing.lie_along_foot(self.columns.rect())
        if self._runner.session is not None:
            self.set_title(self._runner.session.title, self._when(self._runner.session))

    def _begin(self, structure: Structure) -> None:
        if self._runner.refuses():
            return
        session = new_session(self._catalogue, structure, self._runner.now)
        self._repository.keep_session(session)
        self._runner.open(session)

    def _ask_details(self) -> None:
        if self._runner.session is not None:
            series = sorted({card.series for card in self._repository.cards() if card.series}, key=name_order)
            details = self.dialog = SessionDetailsDialog(self.look, self._runner, tuple(series), self.window())
            details.next_session_requested.connect(self._ask_next_session)
            details.open()

    def _ask_next_session(self) -> None:
        if self._runner.session is not None:
            following = self.dialog = NextSessionDialog(self.look, self._runner, self.window())
            following.preparing_requested.connect(self.next_in_series_requested)
            following.date_saved.connect(self._say_next_date)
            following.open()

    def _go_on(self) -> None:
        """Starts the session, or goes to where it goes on."""
        session, reading = self._runner.session, self._runner.reading
        if session is None or reading is None:
            return
        progress = reading.position.progress
        if progress.begun or self._runner.make(Move.START):
            self.page_requested.emit(PlaceName.SUMMARY if progress is Progress.FINISHED else PlaceName.RUN)


_NEXT = {
    Progress.PLANNED: (START.at_large, START.icon),
    Progress.RUNNING: (Message("Back to the session"), "timer"),
    Progress.FINISHED: (Message("See the summary"), "file-text"),
}
