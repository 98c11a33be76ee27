"""The Run place: the session on the table, from waiting to finished, with the notes beside it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QHBoxLayout, QWidget

from desktop.actions import ActName, act
from desktop.content.catalogue import Catalogue
from desktop.live.bells import Bell
from desktop.live.earlier_sessions import EarlierSessions
from desktop.live.hand_edits import HandEdits
from desktop.live.opener_now import is_inviting, opener_now
from desktop.live.runner import SessionRunner
from desktop.live.side_timers import SideTimers
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.panels.notes.pane import NotesPane
from desktop.panels.opener.panel import OpenerPanel
from desktop.panels.opener.script import OpenerScript
from desktop.panels.rooms.people_commands import PeopleCommands
from desktop.panels.side_timers.panel import SideTimersPanel
from desktop.places.empty_place import EmptyPlace
from desktop.places.page import Page, PlaceName
from desktop.places.run.bell_choice import BellChoice
from desktop.places.run.care_commands import CareCommands
from desktop.places.run.changes_by_hand import ChangesByHand
from desktop.places.run.display_choice import DisplayChoice
from desktop.places.run.go_round_commands import GoRoundCommands
from desktop.places.run.keys import ActKeys
from desktop.places.run.overlay import Overlay
from desktop.places.run.run_commands import RunCommands
from desktop.places.run.undo_commands import UndoCommands
from desktop.places.run.wall_commands import WALL_ACTS, WallCommands
from desktop.places.run.who_is_here import people_and_rooms
from desktop.places.run.work_column import WorkColumn
from desktop.places.summary.next_session_card import NextSessionCard
from desktop.room_display.views import View
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.page_draft import PageDraft
from desktop.widgets.pages import Pages
from desktop.wording import own_line_words
from formats.language import ENGLISH, Message, tr
from formats.session.clock import Reading
from formats.session.moves import possible_moves
from formats.session.run_state import ZERO
from formats.session.session import Session

WHAT_FOR = Message(
    "Your timer, rooms and notes for the session. Choose a session and it waits here until you start it."
)
SIDE_SHARE = 0.265
SIDE_WIDTHS = (300, 400)
MOST_FOR_THE_SIDE = 0.36


class RunPage(Page):
    """Puts the panels together and passes presses on."""

    room_act_requested = Signal(object)
    """Something is to happen to the room display: ActName."""
    room_view_requested = Signal(object, str)
    """The room display is to show something else: View, and the line for standby."""
    armed_changed = Signal(object)
    """What waits for its second press is another: an ActName, a StageKey, or None."""
    wall_line_requested = Signal(str, object)
    """A line is to stand on the room display, "" for none: str, and for how long, a timedelta or None."""
    pause_line_requested = Signal(str)
    """A line is to stand there until the clock goes on."""
    sheet_requested = Signal()
    """The sheet of keys is asked for."""
    bell_requested = Signal(object)
    """The facilitator rings a bell by hand: Bell."""

    def __init__(
        self,
        look: Look,
        runner: SessionRunner,
        side_timers: SideTimers,
        catalogue: Catalogue,
        preferences: LivePreferences,
    ) -> None:
        super().__init__(look, tr("Run"), runner.change)
        self._runner, self._catalogue, self._preferences = runner, catalogue, preferences
        edits = HandEdits(runner, EarlierSessions(runner), self)
        self.commands = RunCommands(runner, catalogue, edits.history, self)
        self._undo_commands = UndoCommands(runner, edits.history, self)
        self.people = PeopleCommands(look, runner, edits, self)
        self.notes = NotesPane(look, runner)
        self._side_timers = SideTimersPanel(look, side_timers)
        self._nothing = EmptyPlace(look, tr("Run a session"), str(WHAT_FOR))
        self._shown_session: Session | None = None
        self._draft = PageDraft(self, "Run")
        self._column = WorkColumn(look)
        self._by_hand = ChangesByHand(look, runner, catalogue, self.people, self._column, self)
        GoRoundCommands(runner, self._column.check_in, self)
        self._column.finished.hold_next_session(NextSessionCard(look, runner, preferences))
        self._opener = OpenerPanel(look, runner, self._column.menu)
        self._script = OpenerScript(look)
        self._left, self._side, self._pages = Pages(), Pages(), Pages()
        self._overlay = Overlay(look, self, self.header)
        self._display, self._bells = DisplayChoice(look), BellChoice(look, preferences)
        self.wall_commands = WallCommands(look, self._display, self)
        self._care = CareCommands(look, runner, catalogue, preferences, self)
        self._lay_out()
        self._connect()
        self._leave_keys_alone()

    def do(self, name: ActName) -> None:
        """Does an act, whether by key, click or from another window."""
        match name:
            case _ if name in WALL_ACTS:
                self.wall_commands.do(name)
            case ActName.UPSET:
                self._care.show_card()
            case ActName.STRUCTURE_CARD:
                self._care.show_structure()
            case ActName.NOTES:
                self.notes.focus_line()
            case ActName.SHORTCUTS:
                self.sheet_requested.emit()
            case ActName.BELL:
                self.bell_requested.emit(Bell.END)
            case ActName.MUTE:
                self._bells.toggle()
            case ActName.SIDE_TIMER:
                self._side_timers.ask()
            case ActName.VOTES:
                self._by_hand.ask_votes()
            case ActName.STILL_TO_COME:
                self._by_hand.change_still_to_come()
            case ActName.UNDO | ActName.REDO:
                self.commands.disarm()
                self._undo_commands.do(name)
            case ActName.ADD_ROUND | ActName.SHARE_OVERRUN:
                for outlook in self._column.outlooks:
                    if outlook.isVisible():
                        outlook.propose(name)
            case _:
                with self._runner.change:
                    self.commands.do(name)

    def show_room_display(self, view: View, on: bool) -> None:
        """Says what the room display is to show, and whether it is on a screen."""
        self._display.show_state(view, on)

    def showEvent(self, event: QShowEvent) -> None:
        """Opening the place gives it the keys: Space is the clock's, not that of a button somewhere else."""
        super().showEvent(event)
        self._come_back()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            for outlook in self._column.outlooks:
                outlook.put_away()
            self.wall_commands.take_line_away()
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_side_width()
        self._side_timers.fit()
        self._overlay.leave_free(self.acts_width)
        brief = self.width() < self.look.px(760)
        self._display.set_brief(brief)
        self._shortcuts.show_as("" if brief else act(ActName.SHORTCUTS).word, act(ActName.SHORTCUTS).icon)
        self._shortcuts.setAccessibleName(act(ActName.SHORTCUTS).word)

    def _set_side_width(self) -> None:
        narrow, wide = (self.look.px(width) for width in SIDE_WIDTHS)
        # Large text in a small window: the notes take what they can get, the clock keeps the larger part.
        width = min(max(round(self.width() * SIDE_SHARE), narrow), wide, round(self.width() * MOST_FOR_THE_SIDE))
        self._side.setFixedWidth(max(width, SIDE_WIDTHS[0], self._side.minimumSizeHint().width()))

    def sources(self) -> None:
        """It is told of all that it shows."""

    def refresh(self) -> None:
        """Shows where the session is now, and what can be done."""
        session, reading = self._runner.session, self._runner.reading
        if session is None or reading is None:
            self._shown_session = None
            self._pages.setCurrentWidget(self._nothing)
            self.set_title(tr("Run"))
            return
        if session is not self._shown_session:  # its title does not change with every second
            self._shown_session = session
            self._pages.setCurrentWidget(self._session_page)
            self.set_title(session.title, people_and_rooms(session))
        self._show_reading(session, reading)

    def _show_armed(self) -> None:
        self.redraw.request()
        if self.commands.armed is None:
            # What was said about a second press no longer holds.
            self._overlay.passing.hide()
        self.armed_changed.emit(self.commands.armed)

    def _show_reading(self, session: Session, reading: Reading) -> None:
        opener, moves = opener_now(reading, self._catalogue), possible_moves(reading, session.events)
        self._undo_commands.show_in(self._column.menu)
        self._overlay.auto_advance.show_reading(reading)
        self._overlay.leave_free(self.acts_width)
        self._overlay.follow(session)
        # In the closing round this key counts a hand.
        self.keys.allow(ActName.FIVE_SENSES, allowed=opener is not None)
        self._left.setCurrentWidget(self._column if opener is None else self._opener)
        self._side.setCurrentWidget(self.notes if opener is None else self._script)
        if opener is not None and reading.stage is not None:
            english = self._catalogue.english_opener(opener.id)
            self._script.original.offer(english is not None)
            shown = english if english is not None and self._script.original.language is ENGLISH else opener
            self._column.menu.show_reading(session, reading, moves, self.commands.armed)
            other = self.commands.stages.other_opener(reading.stage)
            self._opener.show_reading(session, shown, other, reading, self.commands.armed)
            # An invitation may take as long as it likes: the opener itself begins with its first line.
            used = ZERO if is_inviting(reading) else reading.used
            self._script.show_opener(shown, reading.stage.length, used)
            self._script.show_own_line(own_line_words(reading.stage))
        else:
            self._column.show_reading(session, reading, moves, self.commands.armed)
        self._draft.follow({**self._column.fields, "day of a next step": self.notes.day_field})

    def _come_back(self) -> None:
        """From the notes to the session: the keys are its own again."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_sessions(self) -> None:
        self.page_requested.emit(PlaceName.SESSIONS)

    def _go_to_settings(self) -> None:
        self.page_requested.emit(PlaceName.SETTINGS)

    def _go_to_summary(self) -> None:
        self.page_requested.emit(PlaceName.SUMMARY)

    def take_notice(self, notice: QWidget) -> bool:
        """Over the title: clock and acts stand where they are."""
        self._overlay.take_notice(notice)
        return True

    def say(self, sentence: str) -> None:
        """Over the title, for a few seconds."""
        self._overlay.say(sentence)

    def _say_done(self, sentence: str) -> None:
        """What was done by hand, with its undo beside it."""
        if sentence:
            self._overlay.say(sentence, ActName.UNDO)

    def _leave_keys_alone(self) -> None:
        """A click takes the keys from nobody: neither from a note being typed, nor Space from the clock."""
        for one in (*self.findChildren(QAbstractButton), *self.findChildren(QComboBox)):
            if one.focusPolicy() & Qt.FocusPolicy.ClickFocus:
                one.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _undo(self) -> None:
        self.do(ActName.UNDO)

    def _stay(self) -> None:
        self.do(ActName.STAY)

    def _connect(self) -> None:
        self._runner.session_opened.connect(self.redraw.request)
        self._runner.clock_ticked.connect(self.redraw.request)
        self._runner.act_refused.connect(self.say)
        self.commands.act_refused.connect(self.say)
        self.commands.armed_changed.connect(self._show_armed)
        self.keys = ActKeys(self)
        self.keys.act_requested.connect(self.do)
        self._column.act_requested.connect(self.do)
        self._column.track.jump_requested.connect(self.commands.jump)
        self._column.waiting.start_offer.earlier_start_requested.connect(self.commands.begin_earlier)
        self._column.menu.earlier_start_requested.connect(self.commands.begin_earlier)
        self._column.menu.auto_advance_requested.connect(self.commands.stages.let_move_on)
        self._overlay.auto_advance.stay_requested.connect(self._stay)
        self._by_hand.message.connect(self.say)
        self.people.edits.history.message.connect(self._say_done)
        self._undo_commands.act_taken_back.connect(self._overlay.say)
        self._overlay.act_requested.connect(self.do)
        for outlook in self._column.outlooks:
            outlook.proposal_applied.connect(self.commands.do)
        self._column.closing_round.exit_requested.connect(self._come_back)
        self._column.finished.summary_requested.connect(self._go_to_summary)
        self._column.finished.undo_requested.connect(self._undo)
        self._opener.act_requested.connect(self.do)
        self._script.length_requested.connect(self.commands.choose_length)
        self._script.original.language_changed.connect(self.redraw.request)
        self._nothing.sessions_requested.connect(self._go_to_sessions)
        self.notes.exit_requested.connect(self._come_back)
        self._display.act_requested.connect(self.do)
        self.wall_commands.act_requested.connect(self.room_act_requested)
        self.wall_commands.line_requested.connect(self.wall_line_requested)
        self.wall_commands.message.connect(self.say)
        self.wall_commands.line_shown.connect(self._overlay.say)
        self._column.menu.agreement_change_requested.connect(self._care.ask_agreement)
        self._care.pause_line_requested.connect(self.pause_line_requested)
        self._care.contacts_requested.connect(self._go_to_settings)
        self._display.view_chosen.connect(self.room_view_requested)
        self.look.look_changed.connect(self._set_side_width)
        self._side.currentChanged.connect(self._set_side_width)

    def _lay_out(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        one = act(ActName.SHORTCUTS)
        shortcuts = self._shortcuts = ActionButton(self.look, one.word, one.icon, Weight.QUIET)
        shortcuts.setObjectName(one.name.value)
        shortcuts.clicked.connect(self.sheet_requested)
        self.add_act(self._bells)
        self.add_act(self._display)
        self.add_act(shortcuts)
        self._left.addWidget(self._column)
        self._left.addWidget(self._opener)
        self._side.addWidget(self.notes)
        self._side.addWidget(self._script)
        self._session_page = QWidget()
        row = QHBoxLayout(self._session_page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left, 1)
        row.addWidget(self._side)
        self._pages.addWidget(self._nothing)
        self._pages.addWidget(self._session_page)
        self.body.addWidget(self._side_timers)
        self.body.addWidget(self._pages, 1)
