"""The real parts of the app for tests: real library file, real widgets, a clock that stands until it is moved."""

import gc
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from desktop.content.catalogue import Catalogue, read_catalogue
from desktop.content.languages import language
from desktop.live.runner import SessionRunner
from desktop.look import Look, load_fonts
from formats.language import ENGLISH, speak
from formats.library.opening import open_library
from formats.library.repository import SessionRepository

MOST_LEFT = 100_000


@dataclass
class StandingClock:
    """A session clock that a test moves by hand."""

    instant: datetime = datetime(2023, 2, 23, 16, 30, tzinfo=UTC)
    speed: float = 1.0

    def now(self) -> datetime:
        """The instant it stands at."""
        return self.instant

    def move(self, **length: float) -> None:
        """Moves on by a length, such as `minutes=5`."""
        self.instant += timedelta(**length)


@pytest.fixture(scope="session")
def qapp(qapp_cls: type[QApplication], qapp_args: list[str]) -> QApplication:
    """The application as the app dresses it: Fusion, with our fonts."""
    app = QApplication.instance() or qapp_cls(qapp_args)
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    load_fonts()
    return app


@pytest.fixture(autouse=True, scope="session")
def _no_collecting_in_other_threads() -> Iterator[None]:
    """As in the app: what is left in circles is cleared away on the UI thread, here between two tests."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def _tidied() -> Iterator[None]:
    yield
    assert not gc.isenabled(), "something left Python's own collector on: threads would destroy widgets"
    if gc.get_count()[0] > MOST_LEFT:
        gc.collect()


@pytest.fixture(autouse=True)
def _no_timer_left_running(_tidied: None) -> Iterator[None]:
    """A timer that goes on after its test looks at what is gone, in the middle of another test."""
    yield
    left = running_timers()
    for timer in left:
        timer.stop()
    assert not left, f"left running: {[(timer.parent(), timer.interval()) for timer in left]}"


def running_timers() -> list[QTimer]:
    """The timers that tick, among what was made since the garbage was last collected."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    recent = gc.get_objects(generation=0)
    return [found for found in recent if type(found) is QTimer and isValid(found) and found.isActive()]


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    """The light look, also for a part that is in no place or window which would dress it."""
    made = Look(qapp, theme="light")

    def dress_parts() -> None:
        if qapp.styleSheet() != made.style_sheet():
            qapp.setStyleSheet(made.style_sheet())

    made.look_changed.connect(dress_parts)
    made.apply()
    yield made
    made.dress_waiting()
    made.setParent(None)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """What comes with the app."""
    return read_catalogue()


@pytest.fixture
def in_german(catalogue: Catalogue) -> Iterator[None]:
    """German is spoken; named with `usefixtures`, before the first widget is built."""
    speak(language("de"))
    catalogue.say_anew()
    yield
    speak(ENGLISH)
    catalogue.say_anew()


@pytest.fixture
def clock() -> StandingClock:
    """A clock at half past four on the day of the reference session."""
    return StandingClock()


@pytest.fixture
def library_path(tmp_path: Path) -> Path:
    """Where this test's library is."""
    return tmp_path / "library.json"


@pytest.fixture
def repository(library_path: Path, clock: StandingClock) -> Iterator[SessionRepository]:
    """An open library, closed when the test ends."""
    with open_library(library_path, now=clock.now, retry_seconds=None) as file:
        yield SessionRepository(file)


@pytest.fixture
def runner(qapp: QApplication, repository: SessionRepository, clock: StandingClock) -> Iterator[SessionRunner]:
    """The runner, with nothing on the table."""
    made = SessionRunner(repository, clock)
    yield made
    made.open(None)
    made.deleteLater()
    # Side timers are its children, and would tick on.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
