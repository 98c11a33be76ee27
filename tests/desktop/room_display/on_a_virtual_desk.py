"""Plugs virtual screens in and out under the room display, prints where it goes. Started by test_hot_plug.py."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.actions import ActName
from desktop.content.catalogue import read_catalogue
from desktop.live.runner import SessionRunner
from desktop.live_preferences import LivePreferences
from desktop.look import Look, load_fonts
from desktop.room_display.window import RoomDisplay
from formats.library.opening import open_library
from formats.library.repository import SessionRepository
from formats.session.moves import Move
from tests.desktop.a_session import a_session
from tests.desktop.conftest import StandingClock
from tests.desktop.settling import wait_for_rest
from tests.waiting import wait_until

PLACES = {
    "laptop": "1440/300x900/200+0+0",
    "projector": "1280/300x720/200+1440+0",
    "projector, finer": "1440/300x900/200+1440+0",
    "television": "1440/300x900/200+2880+0",
}


def plug(*words: str) -> None:
    """Changes the desk's monitors and lets Qt hear of it."""
    subprocess.run(["xrandr", *words], check=True, stdout=subprocess.DEVNULL)


def plug_in(name: str) -> None:
    """A screen is plugged in, or changes its resolution."""
    output = "screen" if name == "laptop" else "none"
    plug("--setmonitor", name.partition(",")[0], PLACES[name], output)


def unplug(name: str) -> None:
    """A screen is pulled."""
    plug("--delmonitor", name)


def wait_for(screens: str) -> None:
    """Until Qt knows these screens, and for what follows from it."""

    def known() -> bool:
        QGuiApplication.processEvents()
        return " ".join(sorted(screen.name() for screen in QGuiApplication.screens())) == screens

    wait_until(known)
    wait_for_windows()


def wait_for_windows() -> None:
    """Until every window is where it will stay, the display server having answered all that was asked of it."""

    def places() -> list[object]:
        QGuiApplication.primaryScreen().grabWindow(0, 0, 0, 1, 1)  # its answer comes after all earlier ones
        return [
            (window.isVisible(), window.geometry(), window.windowState(), window.screen().name())
            for window in QApplication.topLevelWidgets()
        ]

    wait_for_rest(places)


class Desk:
    """The facilitator's window and the room display."""

    def __init__(self, display: RoomDisplay, window: QWidget) -> None:
        self.display, self.window = display, window

    def tell(self, what: str) -> None:
        """One line: what was done, where the room display is, and whether the facilitator's window is free."""
        display = self.display
        covered = display.isVisible() and display.geometry().intersects(self.window.geometry())
        where = display.screen().name() if display.isVisible() else "away"
        inside = display.screen().geometry().contains(display.geometry())
        kind = "full" if display.isFullScreen() else "a window" if inside else "OUTSIDE"
        fills = display.isVisible() and display.geometry() == display.screen().geometry()
        print(what, where, "fills" if fills else kind, "COVERS" if covered and fills else "free", sep=", ")


def play(desk: Desk) -> None:
    """What happens to screens in a year of sessions."""
    display = desk.display
    display.do(ActName.ROOM_DISPLAY)
    wait_for_windows()
    desk.tell("opened")
    unplug("projector")
    wait_for("laptop")
    plug_in("projector, finer")
    wait_for("laptop projector")
    desk.tell("resolution changed")
    unplug("projector")
    wait_for("laptop")
    desk.tell("unplugged")
    plug_in("projector")
    wait_for("laptop projector")
    desk.tell("plugged in")
    QTest.keyClick(display, Qt.Key.Key_Escape)
    unplug("projector")
    wait_for("laptop")
    plug_in("projector")
    wait_for("laptop projector")
    desk.tell("put away, then plugged in")
    plug_in("television")
    wait_for("laptop projector television")
    display.do(ActName.ROOM_DISPLAY)
    wait_for_windows()
    desk.tell("remembered among three")
    unplug("television")
    wait_for("laptop projector")
    desk.tell("another one unplugged")
    display.do(ActName.ROOM_DISPLAY)
    unplug("projector")
    wait_for("laptop")
    display.do(ActName.ROOM_DISPLAY)
    wait_for_windows()
    desk.tell("one screen only")
    QTest.keyClick(display, Qt.Key.Key_Escape)
    desk.tell("Esc")
    wait_for_windows()


def play_one_and_more(desk: Desk) -> None:
    """What happens where the wall fills the only screen, or another screen comes than the one that went."""
    display = desk.display
    unplug("projector")
    wait_for("laptop")
    display.do(ActName.ROOM_DISPLAY)
    wait_for_windows()
    desk.tell("one screen only")
    QTest.keyClick(display, Qt.Key.Key_F11)
    wait_for_windows()
    desk.tell("F11")
    QTest.keyClick(display, Qt.Key.Key_F11)
    wait_for_windows()
    desk.tell("F11 again")
    plug_in("projector")
    wait_for("laptop projector")
    desk.tell("a projector plugged in")
    unplug("projector")
    wait_for("laptop")
    desk.tell("unplugged")
    plug_in("television")
    wait_for("laptop television")
    desk.tell("another one plugged in")
    plug_in("projector")
    wait_for("laptop projector television")
    desk.tell("its own again")
    QTest.keyClick(display, Qt.Key.Key_Escape)
    unplug("projector")
    wait_for("laptop television")
    display.do(ActName.PRESENT)
    wait_for_windows()
    desk.tell("asked for where it never was")
    desk.window.move(2900, 30)
    wait_for_windows()
    unplug("laptop")
    wait_for("screen television")  # the real output of this desk, without a monitor of its own now
    desk.tell("the laptop’s lid closed")


def change(mode: str) -> None:
    """The projector, which is the real output of this desk, takes another resolution."""
    before = _screen_sizes()
    plug("--fb", "4320x900", "--output", "screen", "--mode", mode)

    def changed() -> bool:
        QGuiApplication.processEvents()
        return _screen_sizes() != before

    wait_until(changed)
    wait_for_windows()


def _screen_sizes() -> list[tuple[int, int]]:
    return [screen.size().toTuple() for screen in QGuiApplication.screens()]


def play_changes(desk: Desk) -> None:
    """What happens to screens that stay plugged in."""
    display = desk.display
    display.do(ActName.ROOM_DISPLAY)
    wait_for_windows()
    for mode in ("fine", "coarse"):
        desk.tell("opened" if mode == "fine" else "finer")
        change(mode)
    desk.tell("coarser")
    desk.window.move(1440, 30)
    change("over both")
    desk.tell("lies over the facilitator's")
    change("fine")
    desk.tell("apart again")
    QTest.keyClick(display, Qt.Key.Key_Escape)
    change("coarse")
    desk.tell("put away, then coarser")
    change("over both")
    display.do(ActName.ROOM_DISPLAY)
    wait_for_windows()
    desk.tell("opened where both lie over each other")


PLAYS = {"year": play, "changes": play_changes, "one": play_one_and_more}


def main(folder: Path, play_name: str) -> None:
    """Builds both windows and plays."""
    changes = play_name == "changes"
    app = QApplication([])
    load_fonts()
    wait_for("laptop screen" if changes else "laptop projector")
    catalogue, clock = read_catalogue(), StandingClock()
    with open_library(folder / "library.json", now=clock.now, retry_seconds=None) as file:
        runner = SessionRunner(SessionRepository(file), clock)
        session = a_session(catalogue)
        SessionRepository(file).keep_session(session)
        runner.open(session)
        runner.make(Move.START)
        window = QWidget()
        window.setGeometry(1460 if changes else 20, 20, 1024, 700)
        window.show()
        wishes = LivePreferences(folder / "preferences.json")
        display = RoomDisplay(Look(app, theme="light"), runner, catalogue, wishes)
        display.message.connect(print)
        PLAYS[play_name](Desk(display, window))
        assert runner.reading is not None
        print("the session", "goes on" if runner.live else "stopped")
        runner.open(None)
        display.close()
    app.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
