"""Run as its tests drive it: the place in a window, a session on the table, hands on keys and buttons."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.content.catalogue import Catalogue
from desktop.live.runner import SessionRunner
from desktop.live.side_timers import SideTimers
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.panels.check_in.panel import CheckInPanel
from desktop.panels.countdown.dial import Countdown
from desktop.panels.countdown.face import DialFace
from desktop.panels.stage.track import StageTrack
from desktop.places.run.more_menu import MoreMenu
from desktop.places.run.page import RunPage
from formats.library.repository import SessionRepository
from formats.library.side_timers import SideTimerRepository
from formats.session.session import Session
from tests.desktop.a_session import a_session
from tests.desktop.conftest import StandingClock


class Hands:
    """A facilitator at the Run place."""

    def __init__(
        self,
        qtbot: QtBot,
        place: RunPage,
        runner: SessionRunner,
        side_timers: SideTimers,
        clock: StandingClock,
        preferences: LivePreferences,
    ) -> None:
        self.qtbot, self.place, self.runner, self.clock = qtbot, place, runner, clock
        self.side_timers, self.preferences = side_timers, preferences

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Presses a key where the focus is."""
        target = self.place.focusWidget() or self.place
        self.qtbot.keyClick(target, key, modifiers)

    def press(self, name: str) -> None:
        """Clicks a button that can be seen."""
        self.qtbot.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def button(self, name: str) -> QAbstractButton:
        """The button of this name that can be seen."""
        found = [b for b in self.place.findChildren(QAbstractButton, name) if b.isVisibleTo(self.place)]
        assert len(found) == 1, f"{name}: {len(found)} in view"
        return found[0]

    def sees(self, name: str) -> bool:
        """Whether a widget of this name is in view."""
        return any(w.isVisibleTo(self.place) for w in self.place.findChildren(QWidget, name))

    def words(self, name: str) -> str:
        """What a label in view says."""
        found = [w.text() for w in self.place.findChildren(QLabel, name) if w.isVisibleTo(self.place)]
        return " ".join(found)

    def wait(self, **length: float) -> None:
        """Lets the session's clock run on."""
        self.clock.move(**length)
        self.runner.catch_up()

    @property
    def menu(self) -> MoreMenu:
        """What is needed less often, behind the three dots."""
        return self.place.findChild(MoreMenu)

    @property
    def track(self) -> StageTrack:
        """The stages in a row."""
        return self.place.findChild(StageTrack)

    @property
    def check_in(self) -> CheckInPanel:
        """The question and whose turn it is."""
        return self.place.findChild(CheckInPanel)

    @property
    def dial(self) -> Countdown:
        """The clock."""
        return self.place.findChild(Countdown, "countdown")

    @property
    def face(self) -> DialFace:
        """What the dial shows."""
        face = self.dial.face
        assert face is not None
        return face

    @property
    def stage(self) -> str:
        """The id of the stage of the moment."""
        reading = self.runner.reading
        assert reading is not None
        assert reading.position.current is not None
        return reading.position.current.stage

    @property
    def session(self) -> Session:
        """The session on the table."""
        assert self.runner.session is not None
        return self.runner.session

    def go_to(self, stage: str) -> None:
        """Starts the session on a stage."""
        named = self.session.agenda.find_stage(stage)
        assert named is not None
        self.runner.go_to(named.key)


def hands_at_run(
    qtbot: QtBot,
    look: Look,
    runner: SessionRunner,
    catalogue: Catalogue,
    repository: SessionRepository,
    clock: StandingClock,
) -> Iterator[Hands]:
    """The place with the February session on the table, not started."""
    session = a_session(catalogue)
    repository.keep_session(session)
    runner.open(session)
    timers, preferences = SideTimers(runner, SideTimerRepository(repository.file), runner), LivePreferences(None)
    place = RunPage(look, runner, timers, catalogue, preferences)
    place.resize(1364, 840)
    place.show()
    place.activateWindow()
    qtbot.waitActive(place)
    yield Hands(qtbot, place, runner, timers, clock, preferences)
    timers.stop()
    runner.open(None)
    place.close()
    place.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
