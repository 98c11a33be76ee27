"""Goes on with a session on two virtual screens; prints where the room display is. For test_two_screens.py."""

import gc
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.actions import ActName
from desktop.app.clearing import Clearing
from desktop.live_preferences import LivePreferences
from desktop.look import Look, load_fonts
from formats.session.moves import Move
from tests.desktop.a_session import a_session
from tests.desktop.the_app import the_app


def tell(what: str, app: Clearing) -> None:
    """One line: what was done, and where the room display is now."""
    display = app.room_display
    print(what, display.screen().name() if display.isVisible() else "away")


def main(folder: Path) -> None:
    """Start a session, leave it three times, and go on with it."""
    # Four windows in one process, as the app never has them: one that is collected takes its screen along.
    gc.disable()
    application = QApplication([])
    load_fonts()
    look = Look(application, theme="light")
    preferences, library = folder / "preferences.json", folder / "library.json"
    with the_app(library, look, LivePreferences(preferences)) as app:
        session = a_session(app.catalogue)
        app.repository.keep_session(session)
        app.runner.open(session)
        app.runner.make(Move.START)
        app.room_display.do(ActName.ROOM_DISPLAY)
        tell("begun:", app)
        app.room_display.hide()
    with the_app(library, look, LivePreferences(preferences)) as app:
        tell("started again:", app)
        app.window.notice.act_requested.emit()
        tell("gone on:", app)
        app.window.close()
    with the_app(library, look, LivePreferences(preferences)) as app:
        app.runner.open(app.repository.session(session.id))
        tell("closed and opened again:", app)
        app.room_display.do(ActName.ROOM_DISPLAY)
    with the_app(library, look, LivePreferences(preferences)) as app:
        app.window.notice.act_requested.emit()
        tell("put away before:", app)
    application.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
