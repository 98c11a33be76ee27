"""Shows every place, dialog and the wall in turn, and two menus, and has each read over AT-SPI.

`python -m tests.desktop.at_spi.scenes FOLDER` prints a line of JSON for each scene: its name, what was read, and
of a menu what it offered.
"""

import json
import os
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QProcess, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu

from desktop.actions import ActName
from desktop.app.application import application
from desktop.app.clearing import Clearing
from desktop.live_preferences import LivePreferences
from desktop.panels.notes.menu import NoteMenu
from desktop.places.page import Page, PlaceName
from formats.session.moves import Move
from tests.desktop.a_session import a_note, a_session
from tests.desktop.at_spi.dialogs import DialogScenes, Scene
from tests.desktop.at_spi.menus import MenuWalk, lines_to_reach
from tests.desktop.conftest import StandingClock

READER = Path(__file__).with_name("reader.py")
SYSTEM_PYTHON = "/usr/bin/python3"
SETTLED_MS = 300


class Scenes(QObject):
    """One after the other: shown, read, put away."""

    def __init__(self, app: Clearing, clock: StandingClock) -> None:
        super().__init__()
        self._app, self._clock = app, clock
        self._dialogs = DialogScenes(app)
        self._left = [
            *self._places(),
            *self._dialogs.before_the_session(),
            *self._stages(),
            *self._dialogs.in_the_session(),
            *self._menus(),
            *self._walls(),
            *self._dialogs.on_the_wall(),
        ]
        self._name = ""
        self._reader = QProcess(self)
        self._reader.finished.connect(self._tell)
        self._menu_walk = MenuWalk(SYSTEM_PYTHON, SETTLED_MS, self)
        self._menu_walk.ended.connect(self._tell_menu)
        QTimer.singleShot(0, self._show_next)

    def _places(self) -> list[Scene]:
        return [(place.value, lambda place=place: self._app.window.show_place(place)) for place in PlaceName]

    def _stages(self) -> list[Scene]:
        """Run in each of its forms."""
        return [
            (f"Run, {stage}", lambda stage=stage: self._go_to(stage))
            for stage in ("coherent-breathing", "check-in", "introductions", "close")
        ]

    def _menus(self) -> list[Scene]:
        """Both in a stage that has notes."""
        return [("Run, More", self._open_more), ("a note's menu", self._open_note_menu)]

    def _open_more(self) -> None:
        self._go_to("introductions")
        self._page.findChild(QAbstractButton, "more").click()

    def _open_note_menu(self) -> None:
        session = self._app.runner.session
        assert session is not None
        menu = NoteMenu(self._app.look, session, session.notes[0], self._page)
        menu.popup(self._app.window.mapToGlobal(QPoint(200, 100)))

    @property
    def _page(self) -> Page:
        return self._app.window.places[PlaceName.RUN]

    def _go_to(self, stage: str) -> None:
        self._dialogs.close()
        runner = self._app.runner
        runner.make(Move.START)
        found = runner.session.agenda.find_stage(stage) if runner.session else None
        assert found is not None, stage
        runner.go_to(found.key)
        self._app.window.show_place(PlaceName.RUN)

    def _walls(self) -> list[Scene]:
        return [("wall, running", self._run), ("wall, paused", self._pause), ("wall, over", self._run_over)]

    def _run(self) -> None:
        self._dialogs.close()
        runner = self._app.runner
        runner.make(Move.START)
        found = runner.session.agenda.find_stage("challenge") if runner.session else None
        assert found is not None
        runner.go_to(found.key)
        self._app.window.show_place(PlaceName.RUN)
        self._app.room_display.do(ActName.ROOM_DISPLAY)

    def _pause(self) -> None:
        self._clock.move(minutes=1)
        self._app.runner.make(Move.PAUSE)

    def _run_over(self) -> None:
        self._app.runner.make(Move.RESUME)
        self._clock.move(minutes=4, seconds=40)
        self._app.runner.catch_up()

    def _show_next(self) -> None:
        if not self._left:
            QCoreApplication.exit(0)
            return
        self._name, show = self._left.pop(0)
        show()
        QTimer.singleShot(SETTLED_MS, self._read)

    def _read(self) -> None:
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            self._menu_walk.begin(menu)
        else:
            self._reader.start(SYSTEM_PYTHON, [str(READER), str(os.getpid())])

    def _tell(self) -> None:
        lines = bytes(self._reader.readAllStandardOutput().data()).decode().splitlines()
        self._print([json.loads(line) for line in lines])

    def _tell_menu(self, heard: list[dict[str, object]]) -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), "it is open until it was walked through"
        offered = lines_to_reach(menu)
        menu.close()
        self._print(heard, offered)

    def _print(self, read: list[dict[str, object]], offered: list[str] | None = None) -> None:
        print(json.dumps({"scene": self._name, "read": read, "offered": offered}), flush=True)
        self._show_next()


def main(folder: Path) -> int:
    """Opens the app on a new library with the February session on the table."""
    preferences, clock = LivePreferences(None), StandingClock()
    qt, look = application(preferences.current)
    app = Clearing(folder / "library.json", clock, preferences, look)
    notes = a_note(1, "Ask who already trusts you"), a_note(2, "The agenda: https://example.org/agenda")
    session = a_session(app.catalogue, *notes)
    app.repository.keep_session(session)
    app.runner.open(session)
    app.start()
    sys.excepthook = end_with_trouble
    scenes = Scenes(app, clock)
    ended = qt.exec()
    scenes.deleteLater()
    app.stop()
    return ended


def end_with_trouble(kind: type[BaseException], trouble: BaseException, where: TracebackType | None) -> None:
    """A scene that cannot be shown is the last one: the next would never come."""
    sys.__excepthook__(kind, trouble, where)
    QCoreApplication.exit(1)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
