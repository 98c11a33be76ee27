"""What is heard of a menu? Its lines are not in the tree: each is announced as the arrows come to it."""

import json
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, Qt, QTimer, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

LISTENER = Path(__file__).with_name("listener.py")
LONGEST_SILENCE_MS = 2000


class MenuWalk(QObject):
    """Goes through an open menu line by line, to the next once the one before was announced."""

    ended = Signal(object)
    """What was announced: a list of what the listener printed."""

    def __init__(self, system_python: str, settled_ms: int, parent: QObject) -> None:
        super().__init__(parent)
        self._python, self._settled_ms = system_python, settled_ms
        self._menu: QMenu | None = None
        self._heard: list[dict[str, object]] = []
        self._listener = QProcess(self)
        self._listener.readyReadStandardOutput.connect(self._hear)
        self._listener.finished.connect(self._tell)
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.timeout.connect(self._listener.kill)

    def begin(self, menu: QMenu) -> None:
        """Starts to listen, then to press."""
        self._menu, self._heard = menu, []
        self._listener.start(self._python, [str(LISTENER)])

    def _hear(self) -> None:
        while self._listener.canReadLine():
            heard = json.loads(self._listener.readLine().data())
            if heard["role"] == "listener":
                QTimer.singleShot(self._settled_ms, self._press_down)  # Qt asks the bus who listens
            elif "menu item" in heard["role"]:
                self._heard.append({**heard, "keys": True, "labels": []})
                self._press_down()

    def _press_down(self) -> None:
        assert self._menu is not None
        if len(self._heard) < len(lines_to_reach(self._menu)):
            self._silence.start(LONGEST_SILENCE_MS)
            QTest.keyClick(self._menu, Qt.Key.Key_Down)
        else:
            self._listener.kill()

    def _tell(self) -> None:
        self._silence.stop()
        self.ended.emit(self._heard)


def lines_to_reach(menu: QMenu) -> list[str]:
    """What the arrows come to, in words."""
    acts = [one for one in menu.actions() if one.isVisible() and one.isEnabled() and not one.isSeparator()]
    return [one.text().partition("\t")[0] for one in acts]
