"""What is wrong in one setting? Builds the app on a library of its own and walks through it once."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from desktop.app.clearing import Clearing
from desktop.content.catalogue import read_catalogue
from desktop.content.languages import dress, language, take_up
from desktop.live_preferences import LivePreferences
from desktop.look import Look, load_fonts
from desktop.preferences import Preferences
from formats.library.opening import open_library
from tests.desktop.conftest import StandingClock
from tests.walk.libraries import fill
from tests.walk.settings import Setting
from tests.walk.tour import whole_tour
from tests.walk.visit import Visitor
from tests.walk.walker import Walker


def walk(setting: Setting, pictures: Path | None = None) -> Visitor:
    """Walks the whole tour; the application is made here, once in a process."""
    take_up(language(setting.language))
    app = _application()
    look = Look(app, setting.colours.theme, setting.scale, calm=True, high_contrast=setting.colours.high_contrast)
    look.apply()
    visitor = Visitor(look, high_contrast=setting.colours.high_contrast, pictures=pictures)
    with (
        TemporaryDirectory() as folder,
        warnings_of_qt() as said,
        _clearing(Path(folder), setting, look) as (made, clock),
    ):
        session = next(
            (made.repository.session(card.id) for card in made.repository.cards() if card.id == "february"), None
        )
        made.window.setGeometry(0, 0, setting.width, setting.height)
        app.processEvents()
        whole_tour(Walker(made, clock, visitor, session))
    visitor.faults += [f"Qt says: {words}" for words in said]
    return visitor


@contextmanager
def warnings_of_qt() -> Iterator[list[str]]:
    """What Qt complains of meanwhile; the offscreen platform's own excuses do not count."""
    said: list[str] = []

    def hear(kind: QtMsgType, _where: object, words: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and "This plugin does not support" not in words:
            said.append(words)

    before = qInstallMessageHandler(hear)
    try:
        yield said
    finally:
        qInstallMessageHandler(before)


def _application() -> QApplication:
    app = QApplication.instance() or QApplication(["clearing"])
    assert isinstance(app, QApplication)
    gc.disable()  # as in the app, nothing is cleared away in another thread
    app.setStyle("Fusion")
    dress(app)
    load_fonts()
    QAccessible.setActive(True)
    return app


@contextmanager
def _clearing(folder: Path, setting: Setting, look: Look) -> Iterator[tuple[Clearing, StandingClock]]:
    clock, library = StandingClock(), folder / "library.json"
    with open_library(library, now=clock.now, retry_seconds=None) as file:
        fill(setting.filling, file, read_catalogue())
    chosen = LivePreferences(None)
    chosen.choose(
        Preferences(
            setting.colours.theme, setting.scale, reduced_motion=True, room_device="Loudspeakers of the hall"
        )
    )
    made = Clearing(library, clock, chosen, look)
    made.start()
    try:
        yield made, clock
    finally:
        QThreadPool.globalInstance().waitForDone()
        made.window.removeEventFilter(made.library_notices)
        made.runner.open(None)
        made.window.close()
        made.room_display.deleteLater()
        made.window.deleteLater()
        made.file.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
