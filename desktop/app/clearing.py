"""The one place that builds the parts of the app and wires them together.

What is not in the first frame is imported and built when it is first wanted: each place, and the room display.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Signal

from desktop.actions import GO_ON, ActName
from desktop.app.beginnings import Beginnings
from desktop.app.library_notices import BRING_BACK, LibraryNotices, brought_back_words, offer_words
from desktop.app.window import MainWindow
from desktop.app.window_keys import listen_for_keys
from desktop.app.window_title import WindowTitle
from desktop.content.stock import Stock, open_stock
from desktop.live.bells import Bell, BellWatch
from desktop.live.clocks import SessionClock
from desktop.live.runner import SessionRunner
from desktop.live.side_timers import SideTimers
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.panels.countdown.face import face_of
from desktop.places.page import Page, PlaceName
from desktop.places.run.announcer import Announcer
from desktop.preferences import Preferences
from desktop.unfinished_input import UnfinishedInput
from formats.language import tr
from formats.library.restoring import bring_back
from formats.library.side_timers import SideTimerRepository
from formats.library.unfinished_texts import UnfinishedTexts
from formats.session.clock import Reading
from formats.session.events import Moved
from formats.session.progress import Progress
from formats.session.session import Session

if TYPE_CHECKING:
    from desktop.places.help.diagnostics import Diagnosis
    from desktop.places.run.page import RunPage
    from desktop.room_display.window import RoomDisplay


class Clearing(QObject):
    """The app, built: one library, one live session, one window and the room display."""

    bell_requested = Signal(object)
    """A bell of the session is to ring: Bell."""
    rehearsal_requested = Signal(object, float)
    """A copy is to be rehearsed: Session, how many times as fast as a real one."""
    bell_test_requested = Signal()
    """The facilitator's bell is to be heard once."""
    room_bell_test_requested = Signal()
    """The room's bell is to be heard once."""

    def __init__(
        self,
        stock: Path | Stock,
        clock: SessionClock,
        preferences: LivePreferences,
        look: Look,
        window: MainWindow | None = None,
    ) -> None:
        """`stock`: open already, or where its library is; `window`: one that was shown before it was open."""
        super().__init__()
        stock = stock if isinstance(stock, Stock) else open_stock(stock, clock.now)
        self.repository, self.catalogue = stock.repository, stock.catalogue
        self.file = self.repository.file
        self.runner = SessionRunner(self.repository, clock, self)
        self.file.tell_saves_to(self.runner.library.tell_save_state)
        self.side_timers = SideTimers(self.runner, SideTimerRepository(self.file), self)
        self._bells = BellWatch(self.runner, self, self.catalogue)
        self.look, self.preferences, self._clock = look, preferences, clock
        self._room_display: RoomDisplay | None = None
        self._unfinished = ""
        self.window = window or MainWindow(look)
        self._beginnings = Beginnings(self.window, self.runner, self.file)
        self.window.furnish(self._builders())
        listen_for_keys(self.window)
        UnfinishedInput(UnfinishedTexts(self.file), self._session_id, self.window)
        WindowTitle(self.window, self.runner, self.repository)
        self._announcer = Announcer(self.window, self.runner)
        self.library_notices = LibraryNotices(self.window, self.runner, self.file, preferences)
        self._on_answer: Callable[[], None] | None = None
        self._offer = ""
        self._wire()

    def start(self) -> None:
        """Shows the window, says what happened to the library, and offers to go on with what was running."""
        if not self.window.isVisible():
            self.window.open_up()
        told = self.library_notices.begin()
        self.side_timers.take_up()
        unfinished = "" if self.file.open_report.read_only else self._reopen_unfinished()
        offered = offer_words(self.file.open_report.more_in_backup)
        if said := " ".join(filter(None, (told, offered, unfinished))):
            offer = (str(BRING_BACK), self._bring_back) if offered else ("", None)
            act = (GO_ON.word, self._go_on) if unfinished else offer
            self.say(said, *act)
            if said == unfinished:
                # Once gone on with, it will soon be elsewhere; news of the library stays until it was read.
                self.runner.session_opened.connect(self._end_offer)
                self.runner.session_changed.connect(self._end_offer_after_act)

    def stop(self) -> None:
        """Writes everything into the plain library file and lets go of it."""
        self.put_away()
        self.file.close()

    def put_away(self) -> None:
        """Clears the table and the wall; nothing rings any more, and only the library is still open."""
        if self._room_display is not None:
            self._room_display.hide()  # not put away by the facilitator: gone on with, it comes back
        self.side_timers.stop()
        self.runner.open(None)

    @property
    def room_display(self) -> "RoomDisplay":
        """The second window."""
        if self._room_display is None:
            from desktop.room_display.window import RoomDisplay

            self._room_display = RoomDisplay(self.look, self.runner, self.catalogue, self.preferences, self.window)
            self._room_display.act_requested.connect(self._do_in_run)
            self._room_display.hands_changed.connect(self._count_hand)
            self._room_display.message.connect(self._say_in_run)
            self._room_display.help_requested.connect(self._show_help_of_wall)
        return self._room_display

    def _builders(self) -> dict[PlaceName, Callable[[], Page]]:
        """How each place is built, in the order of the rail."""
        return {
            PlaceName.SESSIONS: self._sessions,
            PlaceName.PREPARE: self._prepare,
            PlaceName.RUN: self._run,
            PlaceName.SUMMARY: self._summary,
            PlaceName.YEAR: self._year,
            PlaceName.LIBRARY: self._library,
            PlaceName.PEOPLE: self._people,
            PlaceName.SETTINGS: self._settings,
            PlaceName.HELP: self._help,
        }

    def _sessions(self) -> Page:
        from desktop.places.sessions.page import SessionsPage

        sessions = SessionsPage(self.look, self.repository, self.runner, self.catalogue, self._clock)
        sessions.sample_requested.connect(self._open_sample)
        sessions.rehearsal_requested.connect(self.rehearsal_requested)
        sessions.note_chosen.connect(self._show_note)
        sessions.person_chosen.connect(self._show_person)
        sessions.structures_requested.connect(self._beginnings.show_structures)
        sessions.list_given.connect(self._beginnings.begin_with_list)
        return sessions

    def _prepare(self) -> Page:
        from desktop.places.prepare.page import PreparePage

        prepare = PreparePage(self.look, self.runner, self.catalogue, self.repository, self.preferences)
        prepare.next_in_series_requested.connect(self._ask_for_next)
        return prepare

    def _run(self) -> Page:
        from desktop.places.run.page import RunPage

        run = RunPage(self.look, self.runner, self.side_timers, self.catalogue, self.preferences)
        run.bell_requested.connect(self.bell_requested)
        run.room_act_requested.connect(self.room_display.do)
        run.room_view_requested.connect(self.room_display.show_view)
        run.armed_changed.connect(self.room_display.ask)
        run.sheet_requested.connect(self._show_sheet)
        run.wall_line_requested.connect(self.room_display.wall_line.show)
        run.pause_line_requested.connect(self.room_display.wall_line.show_in_pause)
        self.room_display.state_changed.connect(run.show_room_display)
        run.show_room_display(self.room_display.chosen_view, self.room_display.isVisible())
        return run

    def _summary(self) -> Page:
        from desktop.places.summary.page import SummaryPage

        summary = SummaryPage(self.look, self.runner, self.repository, self.preferences)
        summary.next_in_series_requested.connect(self._ask_for_next)
        return summary

    def _year(self) -> Page:
        from desktop.places.year.page import YearPage

        return YearPage(self.look, self.runner, self.repository, self.preferences)

    def _library(self) -> Page:
        from desktop.places.library.page import LibraryPage

        return LibraryPage(self.look, self.catalogue, self.runner, self.repository)

    def _people(self) -> Page:
        from desktop.places.people.page import PeoplePage

        return PeoplePage(self.look, self.repository, self.runner, self.preferences)

    def _settings(self) -> Page:
        from desktop.places.settings.page import SettingsPage

        settings = SettingsPage(self.look, self.preferences, self.file)
        settings.bell_test_requested.connect(self.bell_test_requested)
        settings.room_bell_test_requested.connect(self.room_bell_test_requested)
        settings.sessions_leaving.connect(self._clear_table_of)
        settings.library_changed.connect(self.runner.reload)
        self.runner.library.save_state_changed.connect(settings.show_save_state)
        return settings

    def _help(self) -> Page:
        from desktop.places.help.page import HelpPage

        return HelpPage(self.look, self._diagnose)

    def _diagnose(self, window: QSize) -> "Sequence[Diagnosis]":
        from desktop.places.help.diagnostics import diagnose

        return diagnose(self.look, self.preferences.current, self.file, window)

    def _session_id(self) -> str:
        return self.runner.session.id if self.runner.session is not None else ""

    def _clear_table_of(self, leaving: frozenset[str]) -> None:
        """Puts the session on the table away where it is one of these."""
        if self.runner.session is not None and self.runner.session.id in leaving:
            self.runner.open(None)

    def _wire(self) -> None:
        self._bells.bell_due.connect(self.bell_requested)
        self.side_timers.timer_ended.connect(self._ring_aside)
        self.runner.session_opened.connect(self._show_time)
        self.runner.clock_ticked.connect(self._show_reading)
        self.preferences.preferences_changed.connect(self._dress)
        self.window.notice.act_requested.connect(self._answer)
        self.window.leaving_place.connect(self.runner.gather_pending_input)
        self.window.closing.connect(self.stop)
        self.window.help_requested.connect(self._show_help)
        self.window.sheet_requested.connect(self._show_sheet)

    def speak_anew(self) -> None:
        """What is seen is built again in the language that is spoken now; what runs goes on untouched."""
        self.catalogue.say_anew()
        self.window.furnish_anew(self._builders())
        self.library_notices.say_anew()
        if self._room_display is not None:
            self._room_display.say_anew()
        self._show_time()

    def _show_time(self) -> None:
        self._show_reading(self.runner.reading)

    def _show_reading(self, reading: Reading | None) -> None:
        face = face_of(reading) if reading is not None and reading.live else None
        self.window.show_time(face.short_digits if face else "", face.tint if face else "")

    def _ring_aside(self) -> None:
        self.bell_requested.emit(Bell.SOON)

    @property
    def _run_page(self) -> "RunPage":
        from desktop.places.run.page import RunPage

        run = self.window.places[PlaceName.RUN]
        assert isinstance(run, RunPage)
        return run

    def _do_in_run(self, name: ActName) -> None:
        """A key on the wall does what it does in Run, whether or not that was opened before."""
        self._run_page.do(name)

    def _count_hand(self, fingers: int, more: int) -> None:
        self._run_page.people.edits.closing_round.count(fingers, more)

    def _say_in_run(self, sentence: str) -> None:
        self._run_page.say(sentence)

    def _show_help(self, topic: str = "") -> None:
        """The page about the place that is open, or another topic; Esc there comes back to the place."""
        from desktop.places.help.page import HelpPage

        place, page = self.window.place, self.window.places[PlaceName.HELP]
        assert isinstance(page, HelpPage)
        if place is not PlaceName.HELP:
            page.show_about(place, topic)
            self.window.show_place(PlaceName.HELP)

    def _show_help_of_wall(self) -> None:
        """F1 on the wall: the page about it, and back to where the facilitator was."""
        self._show_help(type(self.room_display).__name__)

    def _show_sheet(self) -> None:
        from desktop.dialogs.shortcuts import ShortcutSheet

        ShortcutSheet(self.look, self.window).open()

    def _show_note(self, note_id: str) -> None:
        self._run_page.notes.show_note(note_id)

    def _show_person(self, person_id: str) -> None:
        from desktop.places.people.page import PeoplePage

        people = self.window.places[PlaceName.PEOPLE]
        assert isinstance(people, PeoplePage)
        people.show_person(person_id)

    def _open_sample(self) -> None:
        from desktop.content.new_session import with_start_today
        from desktop.content.session_files import sample_script

        if self.runner.refuses():
            return
        session = with_start_today(
            sample_script(self.catalogue, self.repository.people()).session, self.runner.now
        )
        self.repository.keep_session(session)
        self.runner.open(session)
        self.window.show_place(PlaceName.PREPARE)

    def _ask_for_next(self, session_id: str) -> None:
        from desktop.places.sessions.page import SessionsPage

        sessions = self.window.places[PlaceName.SESSIONS]
        assert isinstance(sessions, SessionsPage)
        sessions.commands.ask_for_next(session_id)

    def _reopen_unfinished(self) -> str:
        """Puts the session that was running on the table, and says which; empty where there is none."""
        running = [card for card in self.repository.cards() if card.progress is Progress.RUNNING]
        if not running:
            return ""
        self._unfinished = running[0].id
        self.runner.open(self.repository.session(self._unfinished))
        stage = self.runner.reading.stage if self.runner.reading else None
        if stage is None:
            return ""
        title = running[0].title
        return tr(
            "{title} was not finished when Clearing closed. The clock kept running. It is in “{stage}” now.",
            title=title,
            stage=stage.title,
        )

    def _bring_back(self) -> None:
        """Adds to the library what only its newest backup has."""
        count = bring_back(self.file)
        self.runner.reload()
        self.say(brought_back_words(count))

    def _go_on(self) -> None:
        # Another one may be on the table by now.
        if self.runner.session is None or self.runner.session.id != self._unfinished:
            self.runner.open(self.repository.session(self._unfinished))
        self.window.show_place(PlaceName.RUN)
        self.room_display.come_back()

    def _end_offer(self, session: Session | None) -> None:
        """What was offered at the start has been done; opening another session leaves the offer standing."""
        if session is not None and session.id == self._unfinished:
            self.runner.session_opened.disconnect(self._end_offer)
            self.runner.session_changed.disconnect(self._end_offer_after_act)
            self.withdraw(self._go_on)
            self.room_display.come_back()

    def _end_offer_after_act(self, session: Session) -> None:
        """A stage that moves on by itself is nobody's answer to the offer."""
        last = session.events[-1] if session.events else None
        if not (isinstance(last, Moved) and last.by_itself):
            self._end_offer(session)

    def say(self, sentence: str, act: str = "", on_answer: Callable[[], None] | None = None) -> None:
        """Says a sentence above the place that is open, and offers an act where there is one."""
        self._on_answer, self._offer = on_answer, sentence if act else ""
        self.window.notice.say(sentence, act)

    def say_beside_offer(self, sentence: str, act: str = "", on_answer: Callable[[], None] | None = None) -> None:
        """The same, but an act that is offered and not answered yet stays on offer, and no other is then."""
        standing = self.window.notice.acts if self.window.notice.sentence and self._on_answer != on_answer else ()
        if standing and self._on_answer is not None:
            self.window.notice.say(f"{sentence} {self._offer}", *standing)
        else:
            self.say(sentence, act, on_answer)

    def withdraw(self, on_answer: Callable[[], None]) -> None:
        """Hides what was said with this answer, where it still stands: it no longer holds."""
        if self._on_answer == on_answer:
            self._on_answer = None
            self.window.notice.hide()

    def _answer(self) -> None:
        self.window.notice.hide()
        if self._on_answer is not None:
            self._on_answer()

    def _dress(self, preferences: Preferences) -> None:
        self.look.choose(theme=preferences.theme, scale=preferences.text_scale, calm=preferences.reduced_motion)
