"""How do session files come into the library? One after the other, a sealed one with its passphrase."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.background import Background
from desktop.dialogs.passphrase import PassphraseDialog
from desktop.live.runner import SessionRunner
from desktop.look import Look
from formats.language import Message, tr, tr_count
from formats.library.pack_files import Pack, PackError
from formats.library.packs import MergeReport, merge_pack
from formats.library.repository import SessionRepository
from formats.library.sealing import SealError
from formats.library.transfer import SealedFileError, read_transfer
from formats.session.wording import join_and

MOST_TOLD = 3
"""So many files have a sentence each; more are counted."""
FEW_LETTERS = 50
"""As many have names to be said with it; the sentence may lie over a title."""


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """What came of one file: the session that was taken in, empty where none was, and what to say."""

    file: Path
    session_id: str
    sentence: str


class SessionReceiver(QObject):
    """Reads off the UI thread, and asks for passphrases over the window it belongs to."""

    message = Signal(str)
    """What is being done, and what came of it; empty for nothing to say."""
    session_received = Signal(str)
    """A session of the library has changed, or is new in it: its id."""
    all_received = Signal(object)
    """Nothing waits any more: tuple[ReceivedFile, ...], those given up at their passphrase left out."""

    def __init__(self, look: Look, repository: SessionRepository, runner: SessionRunner, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._repository, self._runner, self._over = look, repository, runner, parent
        self._waiting: deque[Path] = deque()
        self._received: list[ReceivedFile] = []
        self._file: Path | None = None
        self._reading = Background(self)
        self._reading.finished.connect(self._merge)
        self._reading.failed.connect(self._handle_trouble)

    def receive(self, files: Sequence[Path]) -> None:
        """Takes in what is in files, after those that are being taken in already."""
        self._waiting.extend(files)
        if self._file is None:
            self._begin_next()

    def _begin_next(self) -> None:
        self._file = self._waiting.popleft() if self._waiting else None
        if self._file is not None:
            self._read("")
            return
        received, self._received = tuple(self._received), []
        self.message.emit(received_sentence(received))
        self.all_received.emit(received)

    def _read(self, passphrase: str) -> None:
        if self._file is not None:
            self.message.emit(tr("Reading {file}…", file=self._file.name))
            self._reading.ask(partial(read_transfer, self._file, passphrase))

    def _handle_trouble(self, trouble: Exception) -> None:
        if not isinstance(trouble, SealedFileError | SealError):
            self._end("", str(trouble))
            return
        self.message.emit("")
        self._ask_for_passphrase("" if isinstance(trouble, SealedFileError) else str(trouble))

    def _ask_for_passphrase(self, why_again: str) -> None:
        if self._file is None:
            return
        dialog = PassphraseDialog(self._look, self._file.name, why_again, self._over.window())
        dialog.passphrase_entered.connect(self._read)
        dialog.rejected.connect(self._begin_next)
        dialog.open()

    def _merge(self, pack: Pack) -> None:
        try:
            merged = merge_pack(self._repository.file, pack)
        except PackError as refused:
            self._end("", str(refused))
            return
        session_id = pack.session["id"]
        if self._runner.session is not None and self._runner.session.id == session_id:
            self._runner.reload()
        self.session_received.emit(session_id)
        self._end(session_id, merge_sentence(pack.session["title"], merged))

    def _end(self, session_id: str, sentence: str) -> None:
        if self._file is not None:
            self._received.append(ReceivedFile(self._file, session_id, sentence))
        self._begin_next()


def received_sentence(received: Sequence[ReceivedFile]) -> str:
    """What came of files, each by itself while they are few; files that were not taken in are called by name."""
    if len(received) == 1:
        return received[0].sentence
    taken = [each.sentence for each in received if each.session_id]
    refused = [each for each in received if not each.session_id]
    if len(taken) > MOST_TOLD:
        taken = [tr("{count} session files are in your data now.", count=len(taken))]
    return " ".join((*taken, *_refused_sentences(refused)))


def _refused_sentences(refused: Sequence[ReceivedFile]) -> list[str]:
    if len(refused) < MOST_TOLD:
        return [f"{each.file.name}: {each.sentence}" for each in refused]
    names = [each.file.name for each in refused[: MOST_TOLD - 1]]
    if len("".join(names)) > FEW_LETTERS:
        return [tr("{count} files were not added, and nothing was changed by them.", count=len(refused))]
    # For translators: stands at the end of a list of file names
    more = tr("{count} more", count=len(refused) - len(names))
    said = Message("{count} files were not added, and nothing was changed by them: {files}.")
    return [said.filled(count=len(refused), files=join_and([*names, more]))]


def merge_sentence(title: str, merged: MergeReport) -> str:
    """What taking a file in has changed."""
    if merged.session_is_new:
        return _new_sentence(title, len(merged.added))
    changes = _changes(merged)
    if not changes and not merged.both_kept:
        return tr("“{title}” had all of it already. Nothing was added.", title=title)
    if changes:
        said = tr("Taken into “{title}”: {changes}.", title=title, changes=join_and(changes))
    else:
        said = tr("“{title}” had all other notes already.", title=title)
    return f"{said} {_both_kept_sentence(len(merged.both_kept))}" if merged.both_kept else said


def _new_sentence(title: str, notes: int) -> str:
    if not notes:
        return tr("“{title}” is in your data now.", title=title)
    return tr_count(
        "“{title}” is in your data now, with {count} note.",
        "“{title}” is in your data now, with {count} notes.",
        notes,
        title=title,
    )


def _changes(merged: MergeReport) -> list[str]:
    """What has become of the notes, a few words each."""
    added, changed, removed = len(merged.added), len(merged.changed), len(merged.removed)
    said = (
        (added, tr_count("{count} note added", "{count} notes added", added)),
        (changed, tr_count("{count} note changed", "{count} notes changed", changed)),
        (removed, tr_count("{count} note removed", "{count} notes removed", removed)),
    )
    return [words for count, words in said if count]


def _both_kept_sentence(notes: int) -> str:
    return tr_count(
        "{count} note was changed on both laptops: every version is kept, to choose from beside the notes.",
        "{count} notes were changed on both laptops: every version is kept, to choose from beside the notes.",
        notes,
    )
