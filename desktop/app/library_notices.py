"""What does the window say about its library's file, and what does it offer where something is wrong?"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFileDialog

from desktop.app.window import MainWindow
from desktop.background import Background
from desktop.dialogs.not_saved import NotSavedDialog
from desktop.live.runner import SessionRunner
from desktop.live_preferences import LivePreferences
from desktop.places.settings.library_move import MoveReport, library_path_in, move_library, remember_location
from desktop.places.settings.sentences import moment_words
from formats.language import Message, tr, tr_count
from formats.library.conflicts import sync_warning
from formats.library.counting import counted_with_others
from formats.library.file import LibraryFile
from formats.library.status import BackupOffer, NotSavedCause, OpenOutcome, SaveState
from formats.session.wording import join_and

TRY_AGAIN, ELSEWHERE = Message("Try again"), Message("Save to another folder")
WRITE_ANEW = Message("Keep both files")
BRING_BACK = Message("Bring them back")


def offer_words(offer: BackupOffer | None) -> str:
    """What the newest backup has that a damaged or changed library has not; empty where that is nothing."""
    if offer is None:
        return ""
    # For translators: “3 sessions and 2 notes”
    things = join_and(counted_with_others(offer.counts))
    return tr(
        "The backup of {day_and_time} also has {things}.", day_and_time=moment_words(offer.made), things=things
    )


def brought_back_words(count: int) -> str:
    """What was done where that offer was taken."""
    return tr_count(
        "{count} entry came back from the newest backup. Nothing else was changed.",
        "{count} entries came back from the newest backup. Nothing else was changed.",
        count,
    )


class LibraryNotices(QObject):
    """Nothing typed is lost: trouble with the disk stands above every place until it is over."""

    def __init__(
        self, window: MainWindow, runner: SessionRunner, file: LibraryFile, preferences: LivePreferences
    ) -> None:
        super().__init__(window)
        self._window, self._runner, self._file, self._preferences = window, runner, file, preferences
        self._cause: NotSavedCause | None = None
        self._may_close = self._closes_when_moved = False
        self._saving, self._moving = Background(self), Background(self)
        self.dialog: NotSavedDialog | None = None
        runner.library.save_state_changed.connect(self.show_state)
        runner.act_refused.connect(self._say_read_only)
        window.alarm.act_requested.connect(self._answer)
        window.alarm.other_act_requested.connect(self.choose_folder)
        self._moving.finished.connect(self._show_moved)
        self._moving.failed.connect(self._show_not_moved)
        window.installEventFilter(self)

    def begin(self) -> str:
        """Shows what stays true of this library, and gives what is to be told once; empty for nothing."""
        standing = self._file.open_report
        if standing.opened is OpenOutcome.UNREADABLE:
            self._cause = self._file.state.cause
            self._window.alarm.say(standing.message, "", str(ELSEWHERE), alarming=True)
            return ""
        if standing.read_only:
            self._say_read_only()
            return standing.copies_sentence
        self.show_state(self._file.state)
        return standing.copies_sentence if standing.opened is OpenOutcome.NOT_SAVED else standing.message

    def say_anew(self) -> None:
        """Says what stays true of the library in the language that is spoken now."""
        if not self._window.alarm.isHidden():
            self._cause = None
            self.begin()

    def show_state(self, state: SaveState) -> None:
        """Says why something is not saved, once for each cause, and stops when all is saved again."""
        if self._file.open_report.read_only or state.cause is self._cause:
            return
        self._cause = state.cause
        if state.cause is None:
            self._window.alarm.hide()
        else:
            act = WRITE_ANEW if state.cause is NotSavedCause.CHANGED else TRY_AGAIN
            self._window.alarm.say(state.sentence, str(act), str(ELSEWHERE), alarming=True)

    def choose_folder(self) -> None:
        """Asks where to keep the library from now on."""
        dialog = QFileDialog(self._window, tr("Where to keep your data"), str(Path.home()))
        dialog.setObjectName("keep-elsewhere")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.keep_in)
        dialog.rejected.connect(self._stay_open)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def keep_in(self, folder: str) -> None:
        """Keeps the library in a folder from now on; the old place is left as it is."""
        target = library_path_in(Path(folder), self._file.path.name)
        self._moving.ask_in_turn(partial(move_library, self._file, target), doing=tr("Your data is being moved."))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Closing waits while something would be lost by it."""
        # The kind first: events still come while Python takes the app apart, when there is no window to compare.
        if event.type() is QEvent.Type.Close and watched is self._window and not self._is_safe_to_close():
            event.ignore()
            self._ask_before_closing()
            return True
        return False

    def _is_safe_to_close(self) -> bool:
        if self._may_close or self._file.open_report.read_only:
            return True
        self._runner.gather_pending_input()
        return self._file.flush().saved

    def _ask_before_closing(self) -> None:
        if self.dialog is not None:
            self.dialog.activateWindow()
            return
        self.dialog = NotSavedDialog(self._window.alarm.look, self._file.state, self._window)
        self.dialog.accepted.connect(self._move_and_close)
        self.dialog.close_requested.connect(self._close_unsaved)
        self.dialog.finished.connect(self._forget_dialog)
        self.dialog.open()

    def _forget_dialog(self) -> None:
        self.dialog = None

    def _move_and_close(self) -> None:
        self._closes_when_moved = True
        self.choose_folder()

    def _stay_open(self) -> None:
        self._closes_when_moved = False

    def _close_unsaved(self) -> None:
        self._may_close = True
        self._window.close()

    def _answer(self) -> None:
        changed = self._file.state.cause is NotSavedCause.CHANGED
        self._saving.ask(self._file.keep_mine if changed else self._file.retry)

    def _show_moved(self, moved: MoveReport) -> None:
        if not moved.state.saved:
            self._stay_open()
            return
        self._cause = None
        self._window.alarm.hide()
        remember_location(self._preferences, moved.before, self._file.path)
        warning = sync_warning(self._file.path)
        said = tr("Everything is saved again, in {path}.", path=self._file.path)
        self._window.notice.say(f"{said} {warning}".strip())
        if self._closes_when_moved:
            self._window.close()

    def _show_not_moved(self, trouble: Exception) -> None:
        self._stay_open()
        self._window.alarm.say(str(trouble), str(TRY_AGAIN), str(ELSEWHERE), alarming=True)

    def _say_read_only(self, _why: str = "") -> None:
        if self._file.open_report.read_only:
            self._window.alarm.say(self._file.open_report.sentence)
