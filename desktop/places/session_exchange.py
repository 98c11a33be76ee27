"""How does a session go to another laptop as a file, and how do notes come back? Asked for in several places."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.background import Background
from desktop.dialogs.give_session import GiveSessionDialog, SessionFileOptions
from desktop.dialogs.passphrase import PassphraseDialog
from desktop.file_queue import FileQueue, Wanted
from desktop.live.runner import SessionRunner
from desktop.look import Look
from formats.library.file import LibraryFile
from formats.library.pack_files import Pack, PackError
from formats.library.packs import MergeReport, merge_pack
from formats.library.repository import SessionRepository
from formats.library.sealing import SealError
from formats.library.transfer import ENDING, SealedFileError, read_transfer, write_transfer
from formats.session.wording import counted_noun, join_and

FILE_FILTER = f"Session file (*.{ENDING})"


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
        self._file = Path()
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._writing, self._reading = FileQueue(self), Background(self)
        self._writing.written.connect(self._say_written)
        self._writing.failed.connect(self._say_not_written)
        self._reading.finished.connect(self._merge)
        self._reading.failed.connect(self._handle_read_trouble)

    def give_session(self, session_id: str) -> None:
        """Asks what the file is to hold, then where it is to go, and writes it."""
        self._runner.gather_pending_input()
        session = self._repository.session(session_id)
        if session is not None:
            dialog = GiveSessionDialog(self._look, session, self._over.window())
            dialog.options_chosen.connect(self._ask_where)
            dialog.open()

    def receive_session(self) -> None:
        """Asks for a session file and takes in what is in it."""
        if self._runner.refuses():
            return
        dialog = QFileDialog(
            self._over.window(), "Open a session file", self._folder, f"{FILE_FILTER};;All files (*)"
        )
        dialog.setObjectName("take-session")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.receive_from)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def receive_from(self, chosen: str) -> None:
        """Takes in what is in a file; a sealed one asks for its passphrase."""
        self._file = Path(chosen)
        self._folder = str(self._file.parent)
        self._read("")

    def write_to(self, chosen: str) -> None:
        """Writes the file that was asked for."""
        giving = self._options
        if giving is None:
            return
        self._options, self._folder = None, str(Path(chosen).parent)
        self.message.emit(f"Writing {Path(chosen).name} …")
        self._writing.add(partial(_write_session, self._repository.file, giving, Path(chosen)), Path(chosen))

    def _ask_where(self, giving: SessionFileOptions) -> None:
        from formats.exports import file_name  # all that writes documents comes with it

        session = self._repository.session(giving.session)
        if session is None:
            return
        self._options = giving
        dialog = QFileDialog(self._over.window(), "Where the session file is to go", self._folder, FILE_FILTER)
        dialog.setObjectName("give-where")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ENDING)
        dialog.selectFile(file_name(session, ENDING))
        dialog.fileSelected.connect(self.write_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _say_written(self, target: Path) -> None:
        self.message.emit(f"{target.name} is in {target.parent}.")

    def _say_not_written(self, _target: Path, trouble: Exception) -> None:
        self.message.emit(str(trouble))

    def _read(self, passphrase: str) -> None:
        self.message.emit(f"Reading {self._file.name} …")
        self._reading.ask(partial(read_transfer, self._file, passphrase))

    def _handle_read_trouble(self, trouble: Exception) -> None:
        if not isinstance(trouble, SealedFileError | SealError):
            self.message.emit(str(trouble))
            return
        self.message.emit("")
        why = "" if isinstance(trouble, SealedFileError) else str(trouble)
        dialog = PassphraseDialog(self._look, self._file.name, why, self._over.window())
        dialog.passphrase_entered.connect(self._read)
        dialog.open()

    def _merge(self, pack: Pack) -> None:
        try:
            merged = merge_pack(self._repository.file, pack)
        except PackError as refused:
            self.message.emit(str(refused))
            return
        session_id = pack.session["id"]
        if self._runner.session is not None and self._runner.session.id == session_id:
            self._runner.reload()
        self.session_received.emit(session_id)
        self.message.emit(merge_sentence(pack.session["title"], merged))


def _write_session(library: LibraryFile, options: SessionFileOptions, target: Path, _wanted: Wanted) -> Path:
    """Quickly done, so that nobody gives it up in the middle."""
    return write_transfer(library, options.session, target, private=options.private, passphrase=options.passphrase)


def merge_sentence(title: str, merged: MergeReport) -> str:
    """What taking a file in has changed."""
    if merged.session_is_new:
        notes = f", with {counted_noun(len(merged.added), 'note')}" if merged.added else ""
        return f"“{title}” is in your library now{notes}."
    parts = [
        f"{counted_noun(len(ids), 'note')} {what}"
        for what, ids in (("added", merged.added), ("changed", merged.changed), ("removed", merged.removed))
        if ids
    ]
    said = f"Taken into “{title}”: {join_and(parts)}." if parts else f"“{title}” had all other notes already."
    if not merged.both_kept:
        return said if parts else f"“{title}” had all of it already. Nothing was added."
    both = counted_noun(len(merged.both_kept), "note was", "notes were")
    return f"{said} {both} changed on both laptops: every version is kept, to choose from beside the notes."
