"""Is there a window for this library already? Then a second start brings it forward instead of opening another."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from formats.library.status import SaveState

PATIENCE_MS = 500


def _server_name(library: Path) -> str:
    """A name that only starts for the same library share; it is a place on this computer, not in any network."""
    return f"clearing-{hashlib.sha256(str(library.resolve()).encode()).hexdigest()[:16]}"


def bring_running_window_forward(library: Path) -> bool:
    """Asks a running window of this library to come forward; False where there is none."""
    socket = QLocalSocket()
    socket.connectToServer(_server_name(library))
    answered = socket.waitForConnected(PATIENCE_MS)
    socket.disconnectFromServer()
    return answered


class SingleInstance(QObject):
    """Listens for a second start while this window is open."""

    activation_requested = Signal()
    """The window is to come forward."""

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer_second_start)
        self.listen_for(library)

    def listen_for(self, library: Path) -> None:
        """Listens for starts on this library from now on, such as after it was moved."""
        name = _server_name(library)
        if self._server.serverName() == name:
            return
        self._server.close()
        # What a crash left behind would keep the name taken for good.
        QLocalServer.removeServer(name)
        self._server.listen(name)

    def follow(self, state: SaveState) -> None:
        """Goes where the library is saved."""
        self.listen_for(state.library)

    def _answer_second_start(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.disconnected.connect(caller.deleteLater)
        self.activation_requested.emit()
