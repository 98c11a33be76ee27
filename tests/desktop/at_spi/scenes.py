"""Shows every place, dialog and the wall in turn, and has each read over AT-SPI.

`python -m tests.desktop.at_spi.scenes FOLDER` prints a line of JSON for each scene: its name, and what was read.
"""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QTimer
from PySide6.QtWidgets import QDialog

from desktop.actions import ActName
from desktop.app.clearing import Clearing, application
from desktop.dialogs.one_line import OneLineDialog
from desktop.dialogs.session_details import SessionDetailsDialog
from desktop.dialogs.shortcuts import ShortcutSheet
from desktop.dialogs.side_timer import SideTimerDialog
from desktop.dialogs.still_running import StillRunningDialog
from desktop.live_preferences import LivePreferences
from desktop.places.page import PlaceName
from desktop.places.prepare.page import PreparePage
from desktop.places.run.page import RunPage
from formats.session.moves import Move
from formats.session.room_wishes import WishKind
from tests.desktop.a_session import a_note, a_session
from tests.desktop.conftest import StandingClock

READER = Path(__file__).with_name("reader.py")
SYSTEM_PYTHON = "/usr/bin/python3"
SETTLED_MS = 300
Scene = tuple[str, Callable[[], object]]


class Scenes(QObject):
    """One after the other: shown, read, put away."""

    def __init__(self, app: Clearing, clock: StandingClock) -> None:
        super().__init__()
        self._app, self._clock = app, clock
        self._left = [
            *self._places(),
            *self._dialogs(),
            *self._stages(),
            *self._dialogs_in_run(),
            *self._walls(),
        ]
        self._name = ""
        self._reader = QProcess(self)
        self._reader.finished.connect(self._tell)
        QTimer.singleShot(0, self._show_next)

    def _places(self) -> list[Scene]:
        return [(place.value, lambda place=place: self._app.window.show_place(place)) for place in PlaceName]

    def _dialogs(self) -> list[Scene]:
        app, look, window = self._app, self._app.look, self._app.window
        return [
            ("session dialog", lambda: self._open(SessionDetailsDialog(look, app.runner, ("Nurturing",), window))),
            ("side timer", lambda: self._open(SideTimerDialog(look, "Break", window))),
            ("shortcuts", lambda: self._open(ShortcutSheet(look, window))),
            (
                "standby line",
                lambda: self._open(OneLineDialog(look, "Standby", "A line for the wall", "", window)),
            ),
            ("still running", lambda: self._open(StillRunningDialog(look, window))),
            ("add people", self._ask_for_people),
            ("keep apart", self._ask_whom_to_keep_apart),
        ]

    def _stages(self) -> list[Scene]:
        """Run in each of its forms."""
        return [
            (f"Run, {stage}", lambda stage=stage: self._go_to(stage))
            for stage in ("coherent-breathing", "check-in", "introductions", "close")
        ]

    def _dialogs_in_run(self) -> list[Scene]:
        """What Run asks, each by its own act."""
        return [
            (f"Run asks: {name.value}", lambda name=name: self._do(name))
            for name in (ActName.STILL_TO_COME, ActName.VOTES, ActName.UPSET, ActName.WALL_LINE)
        ]

    def _do(self, name: ActName) -> None:
        self._close_dialogs()
        page = self._app.window.places[PlaceName.RUN]
        assert isinstance(page, RunPage)
        page.do(name)

    def _ask_for_people(self) -> None:
        self._close_dialogs()
        self._prepare.people.paste_names()

    def _ask_whom_to_keep_apart(self) -> None:
        self._close_dialogs()
        session = self._app.runner.session
        assert session is not None
        self._prepare.people.commands.ask_group(WishKind.APART, session.people[0].id)

    @property
    def _prepare(self) -> PreparePage:
        page = self._app.window.places[PlaceName.PREPARE]
        assert isinstance(page, PreparePage)
        return page

    def _close_dialogs(self) -> None:
        for dialog in self._app.window.findChildren(QDialog):
            dialog.reject()

    def _go_to(self, stage: str) -> None:
        self._close_dialogs()
        runner = self._app.runner
        runner.make(Move.START)
        found = runner.session.agenda.find_stage(stage) if runner.session else None
        assert found is not None, stage
        runner.go_to(found.key)
        self._app.window.show_place(PlaceName.RUN)

    def _walls(self) -> list[Scene]:
        return [("wall, running", self._run), ("wall, paused", self._pause), ("wall, over", self._run_over)]

    def _open(self, dialog: QDialog) -> None:
        for other in self._app.window.findChildren(QDialog):
            if other is not dialog:
                other.reject()
        dialog.open()

    def _run(self) -> None:
        self._close_dialogs()
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
        self._reader.start(SYSTEM_PYTHON, [str(READER), str(os.getpid())])

    def _tell(self) -> None:
        lines = bytes(self._reader.readAllStandardOutput().data()).decode().splitlines()
        print(json.dumps({"scene": self._name, "read": [json.loads(line) for line in lines]}), flush=True)
        self._show_next()


def main(folder: Path) -> None:
    """Opens the app on a new library with the February session on the table."""
    preferences, clock = LivePreferences(None), StandingClock()
    qt, look = application(preferences.current)
    app = Clearing(folder / "library.json", clock, preferences, look)
    session = a_session(app.catalogue, a_note(1, "Ask who already trusts you"))
    app.repository.keep_session(session)
    app.runner.open(session)
    app.start()
    scenes = Scenes(app, clock)
    qt.exec()
    scenes.deleteLater()
    app.stop()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
