"""What happens to a session file that is opened from outside, by a double click or a second start?

It is taken in and shown. While a dialog asks something it waits, and while a room is looking at a session it waits
too, unless it is asked for: nothing of that session moves, and its place stays open.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from desktop.app.clearing import Clearing
from desktop.live.running_session import room_is_looking
from desktop.places.open_session import SessionLoader
from desktop.places.page import PlaceName
from desktop.places.session_receiver import ReceivedFile, SessionReceiver, received_sentence
from formats.language import Message, tr, tr_count

OPEN_NOW = Message("Open now")
LONGEST_NAME = 30


class IncomingFiles(QObject):
    """Opens session files in the running window, when that disturbs nobody."""

    def __init__(self, clearing: Clearing) -> None:
        super().__init__(clearing)
        self._clearing, self._runner = clearing, clearing.runner
        self._waiting: list[Path] = []
        self._waits_for_room = False
        self._are_shown = True
        self._loader = SessionLoader(clearing.repository, clearing.runner, clearing.catalogue)
        self._receiver = SessionReceiver(clearing.look, clearing.repository, clearing.runner, clearing.window)
        self._receiver.all_received.connect(self._finish)
        self._runner.clock_ticked.connect(self._look_again)
        self._runner.session_opened.connect(self._look_again)

    def open_one(self, file: Path) -> None:
        """Opens a file as soon as it may be."""
        self.open((file,))

    def open(self, files: Sequence[Path]) -> None:
        """Opens files as soon as they may be; none where nothing may be changed."""
        if not files or self._runner.refuses():
            return
        self._waiting += files
        self._waits_for_room = room_is_looking(self._runner)
        if self._waits_for_room:
            self._clearing.say_beside_offer(waiting_sentence(self._waiting), str(OPEN_NOW), self._open_now)
        else:
            self._are_shown = True
            self._receive()

    def _look_again(self, _news: object) -> None:
        """Takes in what waited once nobody looks at the session any more."""
        if self._waits_for_room and not room_is_looking(self._runner):
            self._clearing.withdraw(self._open_now)
            self._open_now()

    def _open_now(self) -> None:
        """Takes in what waited, and leaves before the person what they are at."""
        self._waits_for_room = self._are_shown = False
        self._receive()

    def _receive(self) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            # Not at once: what the dialog was asked for happens first, and may open the next.
            dialog.finished.connect(self._receive_soon)
            return
        files, self._waiting = self._waiting, []
        self._receiver.receive(files)

    def _receive_soon(self) -> None:
        QTimer.singleShot(0, self, self._receive)

    def _finish(self, received: tuple[ReceivedFile, ...]) -> None:
        if not received:
            return
        sessions = {each.session_id for each in received if each.session_id}
        if self._are_shown and sessions and not room_is_looking(self._runner):
            self._show(sessions)
        self._clearing.say_beside_offer(received_sentence(received))

    def _show(self, sessions: set[str]) -> None:
        place = self._loader.open(next(iter(sessions))) if len(sessions) == 1 else PlaceName.SESSIONS
        if place is not None:
            self._clearing.window.show_place(place)


def waiting_sentence(files: Sequence[Path]) -> str:
    """That files wait for the end of the session; short, for it lies over the title of the place."""
    names = list(dict.fromkeys(file.name for file in files))
    if len(names) == 1 and len(names[0]) <= LONGEST_NAME:
        return tr("“{file}” will be opened when this session is over.", file=names[0])
    return tr_count(
        "A session file will be opened when this session is over.",
        "{count} session files will be opened when this session is over.",
        len(names),
    )
