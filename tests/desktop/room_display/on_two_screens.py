"""Opens the room display on two virtual screens and prints what it does. Started by test_two_screens.py."""

import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from desktop.actions import ActName
from desktop.content.catalogue import read_catalogue
from desktop.live.runner import SessionRunner
from desktop.live_preferences import LivePreferences
from desktop.look import Look, load_fonts
from desktop.room_display.screens import identity
from desktop.room_display.window import RoomDisplay
from formats.library.opening import open_library
from formats.library.repository import SessionRepository
from tests.desktop.a_session import a_session
from tests.desktop.conftest import StandingClock


def tell(what: str, display: RoomDisplay) -> None:
    """One line: what was done, and where the room display is now."""
    where = display.screen().name() if display.isVisible() else "away"
    print(what, where, "full" if display.isFullScreen() else "window")


def tell_scales(app: QApplication, display: RoomDisplay, wishes: LivePreferences) -> None:
    """One line for each other screen: how large the wall is there, and how sharp its picture."""
    for screen in app.screens()[1:]:
        wishes.choose(replace(wishes.current, screen=identity(screen)))
        display.hide()
        display.do(ActName.PRESENT)
        app.processEvents()
        drawn = display.grab()
        print(display.screen().name(), display.size().toTuple(), "drawn in", drawn.size().toTuple())


def main(folder: Path) -> None:
    """Open, unplug, plug in again, remember, and be on screens of different scales."""
    app = QApplication([])
    load_fonts()
    clock = StandingClock(datetime(2023, 2, 23, 16, 30, tzinfo=UTC))
    catalogue, wishes = read_catalogue(), LivePreferences(folder / "preferences.json")
    with open_library(folder / "library.json", now=clock.now, retry_seconds=None) as file:
        repository = SessionRepository(file)
        session = a_session(catalogue)
        repository.keep_session(session)
        runner = SessionRunner(repository, clock)
        runner.open(session)
        window = QWidget()
        window.show()
        display = RoomDisplay(Look(app, theme="light"), runner, catalogue, wishes)
        display.do(ActName.ROOM_DISPLAY)
        app.processEvents()
        tell("opened", display)
        projector = display.screen()
        app.screenRemoved.emit(projector)
        tell("unplugged", display)
        app.screenAdded.emit(projector)
        tell("plugged", display)
        remembered = LivePreferences(folder / "preferences.json").current.screen == identity(projector)
        print("remembered", remembered)
        tell_scales(app, display, wishes)
        display.close()
        runner.open(None)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
