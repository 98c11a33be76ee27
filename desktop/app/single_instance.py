"""Is there a window for this library already? Then a second start brings it forward instead of opening another,
and hands it the files it was started with.

Both sides say who they are: a socket of that name that belongs to somebody else, or does not speak as Clearing
does, is no window of ours and is left alone.
"""

import hashlib
import json
import os
import sys
from collections.abc import Sequence
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from formats.library.disk import real_path
from formats.library.lock import is_held
from formats.library.status import SaveState

CONNECT_MS, ANSWER_MS = 500, 4000
START_MS, BETWEEN_MS = 5000, 100
REQUEST, ANSWER = b"clearing: come forward", b"clearing: here, process "
_LONGEST = 1_000_000  # bytes of a request or an answer; no command line of Windows is as long


class RunningWindow(Enum):
    """What a second start found."""

    NONE = "none"
    CAME_FORWARD = "came_forward"
    SILENT = "silent"  # it is there and does not answer

    def __bool__(self) -> bool:
        return self is RunningWindow.CAME_FORWARD


def server_name(library: Path) -> str:
    """A name that only starts for the same library share; it is a place on this computer, not in any network."""
    return f"clearing-{hashlib.sha256(str(real_path(library)).encode('utf-8', 'replace')).hexdigest()[:16]}"


def bring_running_window_forward(
    library: Path, files: Sequence[Path] = (), patience: int = ANSWER_MS
) -> RunningWindow:
    """Asks a running window of this library to come forward and open files; waits so many milliseconds for it."""
    socket = QLocalSocket()
    socket.connectToServer(server_name(library))
    if not socket.waitForConnected(CONNECT_MS) or not _is_ours(socket.fullServerName()):
        return RunningWindow.NONE
    _let_others_come_forward()
    socket.write(_request(files))
    socket.flush()
    answer = _wait_for_answer(socket, patience)
    socket.abort()
    if answer.startswith(ANSWER):
        return RunningWindow.CAME_FORWARD
    # Another program may listen under the name; only a Clearing that is running holds the library.
    return RunningWindow.SILENT if not answer and is_held(library) else RunningWindow.NONE


def bring_starting_window_forward(library: Path, files: Sequence[Path] = ()) -> RunningWindow:
    """The same for a held library: several starts at once all find no window, and one of them becomes it."""
    waiting, over = QEventLoop(), QDeadlineTimer(START_MS)
    while not (running := bring_running_window_forward(library, files)) and not over.hasExpired():
        QTimer.singleShot(BETWEEN_MS, waiting.quit)
        waiting.exec()
    return running


def _request(files: Sequence[Path]) -> bytes:
    """One line: letters that no encoding has, as file names of Linux may hold, go through JSON as they are."""
    named = [str(file.absolute()) for file in files]
    return REQUEST + b" " + json.dumps(named).encode("ascii") + b"\n"


def _requested_files(line: bytes) -> tuple[Path, ...] | None:
    """What such a line asks to be opened; None where it is no request of ours."""
    if not line.startswith(REQUEST):
        return None
    try:
        named = json.loads(line.removeprefix(REQUEST))
    except ValueError:
        return None
    is_ours = isinstance(named, list) and all(isinstance(each, str) for each in named)
    return tuple(map(Path, named)) if is_ours else None


def _let_others_come_forward() -> None:
    """Windows lets no window come forward unless the program that the person has just started allows it."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(ctypes.c_uint32(-1))  # ASFW_ANY


def _wait_for_answer(socket: QLocalSocket, patience: int) -> bytes:
    """The first line that comes, or what has come of it by then."""
    waiting, late = QEventLoop(), QTimer()
    late.setSingleShot(True)
    late.timeout.connect(waiting.quit)
    socket.readyRead.connect(waiting.quit)
    socket.disconnected.connect(waiting.quit)
    late.start(patience)
    answer = b""
    while True:
        answer += bytes(socket.read(_LONGEST).data())
        connected = socket.state() is QLocalSocket.LocalSocketState.ConnectedState
        if b"\n" in answer or len(answer) >= _LONGEST or not late.isActive() or not connected:
            return answer
        waiting.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)


def _is_ours(socket: str) -> bool:
    """Whether a socket was made by the same person; on Windows the system itself sees to that."""
    if sys.platform == "win32":
        return True
    try:
        return Path(socket).lstat().st_uid == os.getuid()
    except OSError:
        return True  # not a file: a name that only this system's own rules protect


class SingleInstance(QObject):
    """Listens for a second start while this window is open."""

    activation_requested = Signal()
    """The window is to come forward."""
    files_requested = Signal(object)
    """Files are to be opened in it, or none: tuple[Path, ...]."""

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._take_callers)
        self.listen_for(library)

    def listen_for(self, library: Path) -> None:
        """Listens for starts on this library from now on, such as after it was moved."""
        name = server_name(library)
        if self._server.serverName() == name:
            return
        self._server.close()
        # What a crash left behind would keep the name taken for good.
        QLocalServer.removeServer(name)
        self._server.listen(name)

    def follow(self, state: SaveState) -> None:
        """Goes where the library is saved."""
        self.listen_for(state.library)

    def _take_callers(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.setReadBufferSize(_LONGEST)
            caller.disconnected.connect(caller.deleteLater)
            caller.readyRead.connect(self._answer_callers)
        self._answer_callers()

    def _answer_callers(self) -> None:
        """Answers who has asked as Clearing does, and hangs up on anybody else."""
        for caller in self._server.findChildren(QLocalSocket):
            request = bytes(caller.peek(_LONGEST).data())
            files = _requested_files(request) if request.endswith(b"\n") else None
            if files is not None:
                caller.readAll()
                caller.write(ANSWER + str(os.getpid()).encode("ascii") + b"\n")
                caller.flush()
                caller.disconnectFromServer()
                self.activation_requested.emit()
                self.files_requested.emit(files)
            elif not _may_become_a_request(request):
                caller.abort()


def _may_become_a_request(begun: bytes) -> bool:
    return len(begun) < _LONGEST and b"\n" not in begun and begun[: len(REQUEST)] == REQUEST[: len(begun)]
