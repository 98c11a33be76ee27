"""How does a session go to another laptop as a file, and how do notes come back? Asked for in several places."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.background import Background
from desktop.dialogs.give_session import GiveSessionDialog, Giving
from desktop.dialogs.passphrase import PassphraseDialog
from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.wording import counted, listed
from formats.library.pack_files import Pack, PackError
from formats.library.packs import Merged, merge_pack
from formats.library.repository import Shelf
from formats.library.sealing import SealError
from formats.library.transfer import ENDING, SealedFileError, carry_in, carry_out

KIND = f"Session file (*.{ENDING})"


class HandingOver(QObject):
    """Asks what has to be asked over the window it belongs to, and works off the UI thread."""

    said = Signal(str)
    """What happened, in a sentence."""
    taken = Signal(str)
    """A session of the library has changed, or is new in it: its id."""

    def __init__(self, look: Look, shelf: Shelf, runner: SessionRunner, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._shelf, self._runner, self._over = look, shelf, runner, parent
        self._giving: Giving | None = None
        self._file = Path()
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._writing, self._reading = Background(self), Background(self)
        self._writing.finished.connect(self._say_written)
        self._writing.failed.connect(self._say_trouble)
        self._reading.finished.connect(self._merge)
        self._reading.failed.connect(self._take_trouble)

    def give(self, session_id: str) -> None:
        """Asks what the file is to hold, then where it is to go, and writes it."""
        self._runner.gather()
        session = self._shelf.session(session_id)
        if session is not None:
            dialog = GiveSessionDialog(self._look, session, self._over.window())
            dialog.wanted.connect(self._ask_where)
            dialog.open()

    def take(self) -> None:
        """Asks for a session file and takes in what is in it."""
        if self._runner.refuses():
            return
        dialog = QFileDialog(self._over.window(), "Open a session file", self._folder, f"{KIND};;All files (*)")
        dialog.setObjectName("take-session")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.take_from)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_from(self, chosen: str) -> None:
        """Takes in what is in a file; a sealed one asks for its passphrase."""
        self._file = Path(chosen)
        self._folder = str(self._file.parent)
        self._read("")

    def write_to(self, chosen: str) -> None:
        """Writes the file that was asked for."""
        giving = self._giving
        if giving is None:
            return
        self._giving, self._folder = None, str(Path(chosen).parent)
        self.said.emit(f"Writing {Path(chosen).name} …")
        self._writing.ask(
            partial(
                carry_out,
                self._shelf.file,
                giving.session,
                Path(chosen),
                private=giving.private,
                passphrase=giving.passphrase,
            )
        )

    def _ask_where(self, giving: Giving) -> None:
        from formats.exports import file_name  # all that writes documents comes with it

        session = self._shelf.session(giving.session)
        if session is None:
            return
        self._giving = giving
        dialog = QFileDialog(self._over.window(), "Where the session file is to go", self._folder, KIND)
        dialog.setObjectName("give-where")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ENDING)
        dialog.selectFile(file_name(session, ENDING))
        dialog.fileSelected.connect(self.write_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _say_written(self, target: Path) -> None:
        self.said.emit(f"{target.name} is in {target.parent}.")

    def _say_trouble(self, trouble: Exception) -> None:
        self.said.emit(str(trouble))

    def _read(self, passphrase: str) -> None:
        self.said.emit(f"Reading {self._file.name} …")
        self._reading.ask(partial(carry_in, self._file, passphrase))

    def _take_trouble(self, trouble: Exception) -> None:
        if not isinstance(trouble, SealedFileError | SealError):
            self.said.emit(str(trouble))
            return
        self.said.emit("")
        why = "" if isinstance(trouble, SealedFileError) else str(trouble)
        dialog = PassphraseDialog(self._look, self._file.name, why, self._over.window())
        dialog.written.connect(self._read)
        dialog.open()

    def _merge(self, pack: Pack) -> None:
        try:
            merged = merge_pack(self._shelf.file, pack)
        except PackError as refused:
            self.said.emit(str(refused))
            return
        session_id = pack.session["id"]
        if self._runner.session is not None and self._runner.session.id == session_id:
            self._runner.reload()
        self.taken.emit(session_id)
        self.said.emit(merged_words(pack.session["title"], merged))


def merged_words(title: str, merged: Merged) -> str:
    """What taking a file in has changed."""
    if merged.session_is_new:
        notes = f", with {counted(len(merged.added), 'note')}" if merged.added else ""
        return f"“{title}” is in your library now{notes}."
    parts = [
        f"{counted(len(ids), 'note')} {what}"
        for what, ids in (("added", merged.added), ("changed", merged.changed), ("removed", merged.removed))
        if ids
    ]
    said = f"Taken into “{title}”: {listed(parts)}." if parts else f"“{title}” had all other notes already."
    if not merged.both_kept:
        return said if parts else f"“{title}” had all of it already. Nothing was added."
    both = counted(len(merged.both_kept), "note was", "notes were")
    return f"{said} {both} changed on both laptops: every version is kept, to choose from beside the notes."
