"""How does a session go to another laptop as a file, and how do notes come back? Asked for in several places."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.dialogs.give_session import GiveSessionDialog, SessionFileOptions
from desktop.file_queue import FileQueue, Wanted
from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.places.session_receiver import SessionReceiver
from desktop.wording import told_apart
from formats.language import tr
from formats.library.file import LibraryFile
from formats.library.repository import SessionRepository
from formats.library.transfer import ENDING, write_transfer


def session_file_filter() -> str:
    """What a dialog calls session files, and how their names end."""
    word = tr("Session file")
    return f"{word} (*.{ENDING})"


class SessionExchange(QObject):
    """Asks what has to be asked over the window it belongs to, and works off the UI thread."""

    message = Signal(str)
    """What happened, in a sentence."""
    session_received = Signal(str)
    """A session of the library has changed, or is new in it: its id."""

    def __init__(self, look: Look, repository: SessionRepository, runner: SessionRunner, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._repository, self._runner, self._over = look, repository, runner, parent
        self._options: SessionFileOptions | None = None
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._writing, self._receiver = FileQueue(self), SessionReceiver(look, repository, runner, parent)
        self._writing.written.connect(self._say_written)
        self._writing.failed.connect(self._say_not_written)
        self._receiver.message.connect(self.message)
        self._receiver.session_received.connect(self.session_received)

    def give_session(self, session_id: str) -> None:
        """Asks what the file is to hold, then where it is to go, and writes it."""
        self._runner.gather_pending_input()
        session = self._repository.session(session_id)
        if session is not None:
            beside = told_apart(self._repository.named_sessions()).get(session.id, "")
            dialog = GiveSessionDialog(self._look, session, self._over.window(), beside)
            dialog.options_chosen.connect(self._ask_where)
            dialog.open()

    def receive_session(self) -> None:
        """Asks for session files and takes in what is in them."""
        if self._runner.refuses():
            return
        all_files = tr("All files")
        offered = f"{session_file_filter()};;{all_files} (*)"
        dialog = QFileDialog(self._over.window(), tr("Open session files"), self._folder, offered)
        dialog.setObjectName("take-session")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self.receive_from)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def receive_from(self, chosen: Sequence[str]) -> None:
        """Takes in what is in files; a sealed one asks for its passphrase."""
        self._folder = str(Path(chosen[0]).parent)
        self._receiver.receive([Path(each) for each in chosen])

    def write_to(self, chosen: str) -> None:
        """Writes the file that was asked for."""
        giving = self._options
        if giving is None:
            return
        self._options, self._folder = None, str(Path(chosen).parent)
        self.message.emit(tr("Writing {file}…", file=Path(chosen).name))
        self._writing.add(partial(_write_session, self._repository.file, giving, Path(chosen)), Path(chosen))

    def _ask_where(self, giving: SessionFileOptions) -> None:
        from formats.exports import file_name  # all that writes documents comes with it

        session = self._repository.session(giving.session)
        if session is None:
            return
        self._options = giving
        asked = tr("Where the session file is to go")
        dialog = QFileDialog(self._over.window(), asked, self._folder, session_file_filter())
        dialog.setObjectName("give-where")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ENDING)
        dialog.selectFile(file_name(session, ENDING))
        dialog.fileSelected.connect(self.write_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _say_written(self, target: Path) -> None:
        self.message.emit(tr("{file} is in {folder}.", file=target.name, folder=target.parent))

    def _say_not_written(self, _target: Path, trouble: Exception) -> None:
        self.message.emit(str(trouble))


def _write_session(library: LibraryFile, options: SessionFileOptions, target: Path, _wanted: Wanted) -> Path:
    """Quickly done, so that nobody gives it up in the middle."""
    return write_transfer(library, options.session, target, private=options.private, passphrase=options.passphrase)
