"""What is wrong in one setting? Builds the app on a library of its own and walks through it once."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QThreadPool, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from desktop.app.clearing import Clearing
from desktop.content.catalogue import read_catalogue
from desktop.content.languages import dress, language, take_up
from desktop.live_preferences import LivePreferences
from desktop.look import Look, load_fonts
from desktop.preferences import Preferences
from formats.language import ENGLISH, Language, speak
from formats.language.pseudo import ACCENTED
from formats.library.opening import open_library
from tests.desktop.conftest import StandingClock
from tests.walk.libraries import fill
from tests.walk.mirrored import Book, Mirror, Surveyor, from_the_left
from tests.walk.no_message import without_message
from tests.walk.questions import QUESTION
from tests.walk.settings import Setting
from tests.walk.tour import whole_tour
from tests.walk.visit import Check, Visitor
from tests.walk.walker import Walker

DEVICE = "Loudspeakers of the hall"


def walk(setting: Setting, pictures: Path | None = None) -> Visitor:
    """Walks the whole tour; the application is made here, once in a process."""
    chosen = language(setting.language)
    if chosen is not ENGLISH:  # English has the days and numbers of the computer, as where nobody chose
        take_up(chosen)
    app = _application()
    look = Look(app, setting.colours.theme, setting.scale, calm=True, high_contrast=setting.colours.high_contrast)
    also: list[Check] = []
    dress(app)
    if chosen.from_the_right:
        also.append(Mirror(_survey(setting, look, chosen)).compare)
    visitor = Visitor(look, high_contrast=setting.colours.high_contrast, pictures=pictures, also=also)
    if chosen is ACCENTED:
        also.append(lambda _, window: without_message(window, visitor.own))
    return _go_round(setting, look, visitor)


def _survey(setting: Setting, look: Look, chosen: Language) -> Book:
    """Where everything stands if the same words are read from the left."""
    surveyor = Surveyor(look)
    speak(from_the_left(chosen))
    look.app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    _go_round(setting, look, surveyor)
    speak(chosen)
    look.app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return surveyor.book


def _go_round(setting: Setting, look: Look, visitor: Visitor) -> Visitor:
    """The tour, in the language that is spoken."""
    app = look.app
    app.clipboard().clear()
    look.apply()
    with (
        TemporaryDirectory() as folder,
        warnings_of_qt() as said,
        _clearing(Path(folder), setting, look) as (made, clock),
    ):
        session = next(
            (made.repository.session(card.id) for card in made.repository.cards() if card.id == "february"), None
        )
        visitor.own.add_own_entries()
        visitor.own.add_credits(made.catalogue)
        visitor.own.add(DEVICE, QUESTION)
        if session is not None:
            visitor.own.add_session(session)
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
    load_fonts()
    QAccessible.setActive(True)
    return app


@contextmanager
def _clearing(folder: Path, setting: Setting, look: Look) -> Iterator[tuple[Clearing, StandingClock]]:
    clock, library = StandingClock(), folder / "library.json"
    with open_library(library, now=clock.now, retry_seconds=None) as file:
        fill(setting.filling, file, read_catalogue())
    chosen = LivePreferences(None)
    chosen.choose(Preferences(setting.colours.theme, setting.scale, reduced_motion=True, room_device=DEVICE))
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
