"""A window that holds a library until it is ended: `python -m tests.desktop.app.holding_window LIBRARY`."""

import sys
from pathlib import Path

from desktop.app.application import application
from desktop.app.clearing import Clearing
from desktop.content.catalogue import read_catalogue
from desktop.live_preferences import LivePreferences
from desktop.preferences import Preferences
from tests.desktop.a_session import a_note, a_session
from tests.desktop.conftest import StandingClock


def main(library: Path) -> None:
    """Opens the window, keeps a session that is running, and says so in a line of output."""
    app, look = application(Preferences())
    clearing = Clearing(library, StandingClock(), LivePreferences(None), look)
    clearing.start()
    clearing.repository.keep_session(a_session(read_catalogue(), a_note(1, "Said in the first window")))
    print("held", flush=True)
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
