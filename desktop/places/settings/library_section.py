"""Where the library is, whether all of it is on the disk, how it is checked and how it moves."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from desktop.background import Background
from desktop.dialogs.frame import Dialog
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.places.settings.library_move import MoveReport, library_path_in, move_library, remember_location
from desktop.places.settings.section import OutcomeMessage, SettingsSection, wrapping_words
from desktop.places.settings.sentences import breakable_path, report_words, save_state_words, worth_writing_anew
from desktop.widgets.buttons import ActionButton
from desktop.widgets.chips import Chip
from desktop.widgets.tips import plain_tip
from desktop.widgets.words import Words
from formats.language import Message, tr, tr_count
from formats.library.checking import CheckReport, check
from formats.library.conflicts import sync_warning
from formats.library.file import LibraryFile
from formats.library.status import NotSavedCause, SaveState

PRIVATE = Message(
    "Only your account on this computer can open these files. Clearing does not encrypt them. To encrypt them,"
    " turn on BitLocker, FileVault or the disk encryption of this computer."
)
NOT_HERE = Message("You can only read this data here. To move it, close the other window of Clearing.")


class LibrarySection(SettingsSection):
    """Looks after the library file; long work runs beside the window."""

    library_moved = Signal()
    """The library is at another place now."""

    def __init__(self, look: Look, preferences: LivePreferences, library: LibraryFile) -> None:
        super().__init__(look, tr("Your data"))
        self._preferences, self._library = preferences, library
        self._target = library.path
        self._checking, self._moving, self._saving = Background(self), Background(self), Background(self)
        self._writing = Background(self)
        self.dialog: Dialog | None = None
        self.state = Chip(look, "", size=15)
        self.state.setObjectName("save-state")
        self.trouble = wrapping_words("", "error")
        self.path = wrapping_words("")
        self.path.setObjectName("library-path")
        self.show_folder = _act_button(look, tr("Open the folder"), "folder-open")
        self.elsewhere = _act_button(look, tr("Move to another folder"), "move")
        self.again = _act_button(look, tr("Try again"), "refresh-cw")
        self.anew = _act_button(look, tr("Save everything to a new file"), "save")
        self.check = _act_button(look, tr("Check for damage"), "shield-check")
        self.answer = OutcomeMessage("library-answer")
        self._lay_out()
        self._connect()
        self.show_save_state(library.state)

    def show_save_state(self, state: SaveState) -> None:
        """Says where the library is and whether all of it is saved."""
        well, changed = state.cause is None, state.cause is NotSavedCause.CHANGED
        self.state.show_as(save_state_words(state) if well else tr("Not saved"), *_look_of(state))
        self.trouble.setText(state.reason)
        self.trouble.setVisible(not well)
        self.again.setVisible(not well and not changed and not self._library.open_report.read_only)
        self._offer_to_write(wanted=changed)
        self.path.setText(breakable_path(self._library.path))
        self.path.setAccessibleName(str(self._library.path))
        self.path.setToolTip(plain_tip(str(self._library.path)))

    def move_to(self, chosen: str) -> None:
        """Moves the library into the folder chosen; asks first where a sync service may take it."""
        self._target = library_path_in(Path(chosen), self._library.path.name)
        warning = sync_warning(self._target)
        if not warning:
            self._move()
            return
        self.dialog = Dialog(self.look, tr("Is this the right folder?"), tr("Use this folder anyway"), self)
        self.dialog.body.addWidget(Words(warning, wrap=True))
        self.dialog.fit_window(520, 240)
        self.dialog.accepted.connect(self._move)
        self.dialog.open()

    def _choose_folder(self) -> None:
        if self._library.open_report.read_only:
            self.answer.say(str(NOT_HERE), role="notice")
            return
        dialog = QFileDialog(self, tr("Where to keep your data"), str(self._library.path.parent))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.move_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _move(self) -> None:
        self.elsewhere.setEnabled(False)
        self.answer.say(tr("Moving your data…"))
        self._moving.ask(partial(move_library, self._library, self._target), doing=tr("Your data is being moved."))

    def _show_moved(self, moved: MoveReport) -> None:
        self.elsewhere.setEnabled(True)
        self.show_save_state(moved.state)
        if not moved.state.saved:
            self.answer.say(moved.state.sentence, role="alarm")
        else:
            remember_location(self._preferences, moved.before, self._library.path)
            self.answer.say(
                tr_count(
                    "Your data and {count} backup are in the new folder. The files in"
                    " the old folder were left as they are; you can delete them there: "
                    "{folder}",
                    "Your data and {count} backups are in the new folder. The files in"
                    " the old folder were left as they are; you can delete them there: "
                    "{folder}",
                    moved.backups,
                    folder=breakable_path(moved.before.parent),
                )
            )
        self.library_moved.emit()

    def _show_not_moved(self, trouble: Exception) -> None:
        self.elsewhere.setEnabled(True)
        self.answer.say(str(trouble), role="notice")

    def _check(self) -> None:
        self.check.setEnabled(False)
        self.answer.say(tr("Reading your data and every backup…"))
        self._checking.ask(partial(check, self._library.path))

    def _show_report(self, report: CheckReport) -> None:
        self.check.setEnabled(True)
        self.answer.say(report_words(report), role="next" if report.sound else "notice")

        if worth_writing_anew(report):
            self._offer_to_write(wanted=True)

    def _offer_to_write(self, *, wanted: bool) -> None:
        """What is open here is whole, so it can take the place of a file that is damaged or not ours."""
        self.anew.setVisible(wanted and not self._library.open_report.read_only)

    def _write_anew(self) -> None:
        self._offer_to_write(wanted=False)
        self.answer.say(tr("Saving your data…"))
        self._writing.ask(self._library.keep_mine)

    def _show_written(self, state: SaveState) -> None:
        self.show_save_state(state)
        kept = tr("Saved to a new file. The old file is kept beside it.")
        self.answer.say(kept if state.saved else state.sentence, role="next" if state.saved else "alarm")

    def _show_not_checked(self, trouble: Exception) -> None:
        self.check.setEnabled(True)
        self.answer.say(tr("Your data could not be read just now. Nothing was changed. Try again."), role="notice")

    def _try_again(self) -> None:
        self._saving.ask(self._library.retry)

    def _open_folder(self) -> None:
        folder = self._library.path.parent
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.answer.say(
                tr("The folder could not be opened. Your data is in {folder}", folder=breakable_path(folder))
            )

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.state)
        row.addWidget(self.again)
        row.addWidget(self.anew)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addWidget(self.trouble)
        self.add_field(tr("Where it is"), self.path)
        self.add_line(self.show_folder, self.elsewhere, self.check)
        self.column.addWidget(self.answer)
        self.add_words(str(PRIVATE))

    def _connect(self) -> None:
        self.show_folder.clicked.connect(self._open_folder)
        self.elsewhere.clicked.connect(self._choose_folder)
        self.check.clicked.connect(self._check)
        self.again.clicked.connect(self._try_again)
        self._checking.finished.connect(self._show_report)
        self._checking.failed.connect(self._show_not_checked)
        self._moving.finished.connect(self._show_moved)
        self._moving.failed.connect(self._show_not_moved)
        self.anew.clicked.connect(self._write_anew)
        self._saving.finished.connect(self.show_save_state)
        self._writing.finished.connect(self._show_written)


def _act_button(look: Look, text: str, drawing: str) -> ActionButton:
    button = ActionButton(look, text, drawing)
    button.setObjectName(text.lower().replace(" ", "-"))
    return button


def _look_of(state: SaveState) -> tuple[str, str]:
    """The icon and colour of a save state."""
    if state.cause is not None:
        return ("triangle-alert", "clay")
    return ("save", "") if state.waiting else ("circle-check", "moss")
