"""The second window, for the projector: it shows and never decides, and never shows a note."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QScreen,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from desktop.actions import ActName, act, act_for
from desktop.catalogue import Catalogue
from desktop.look import Look
from desktop.panels.countdown_face import Face
from desktop.panels.opener import inviting
from desktop.room_display.screens import (
    ScreenWatch,
    apart,
    facilitators_screen,
    facilitators_window,
    identity,
    screen_for_the_room,
)
from desktop.room_display.views import View, view_for
from desktop.room_display.wall import Scene, Wall, wall_face
from desktop.runner import SessionRunner
from desktop.wishes import Wishes
from formats.session.clock import Phase, Reading
from formats.structures.breathing import Breath

FRAME_MS = 33
USUAL = QSize(960, 540)
TURN_MS = 1000
TAKING_KEYS_MS = 500
"""For so long a window that comes up may be given the keys unasked."""
ON_THE_LAPTOP = (
    ActName.NOTES,
    ActName.SIDE_TIMER,
    ActName.SHORTCUTS,
    ActName.ADD_ROUND,
    ActName.SHARE_OVERRUN,
)
"""These ask for something there: the next keys are meant for the facilitator's window."""


class RoomDisplay(QWidget):
    """Follows the session, or shows what the facilitator chose."""

    act_wanted = Signal(object)
    """A key or a presenter's clicker was pressed while this window had the keys: ActName."""
    shown_changed = Signal(bool)
    """It is on a screen, or not any more."""

    def __init__(self, look: Look, runner: SessionRunner, catalogue: Catalogue, wishes: Wishes) -> None:
        super().__init__()
        self.setObjectName("room-display-window")
        # Said where it is a window on the only screen; the key works whichever window has the keys.
        self.setWindowTitle(f"Room display ({act(ActName.ROOM_DISPLAY).key} puts it away)")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setMinimumSize(480, 270)
        self.resize(USUAL)
        self._look, self._runner, self._wishes = look, runner, wishes
        self._wall = Wall(look, catalogue)
        self._wanted, self._line = View.FOLLOW, ""
        self._still: object = None
        self._face: Face | None = None
        self._breath: Breath | None = None
        self._filled, self._unplugged = "", ""
        self._frames = QTimer(self)
        self._frames.setTimerType(Qt.TimerType.PreciseTimer)
        self._frames.setInterval(FRAME_MS)
        self._frames.timeout.connect(self._next_frame)
        # Pages of names turn while the session waits, too, when the clock has nothing new to tell.
        self._turning = QTimer(self)
        self._turning.setInterval(TURN_MS)
        self._turning.timeout.connect(self.update)
        self._coming_up = QTimer(self)
        self._coming_up.setSingleShot(True)
        self._coming_up.setInterval(TAKING_KEYS_MS)
        self._connect()

    @property
    def view(self) -> View:
        """The view in sight."""
        return view_for(self._wanted, self._runner.session, self._runner.reading)

    @property
    def wall(self) -> Wall:
        """What draws the views."""
        return self._wall

    def scene(self) -> Scene | None:
        """What there is to show; nothing where no session is on the table."""
        session, reading = self._runner.session, self._runner.reading
        if session is None or reading is None:
            return None
        return Scene(session, reading, self.view, self._line)

    def show_view(self, view: View, line: str = "") -> None:
        """Shows a view, and the window if it is away; `line` stands on the standby card."""
        self._wanted, self._line = view, line
        self.setAccessibleName(f"Room display: {view.value}")
        if not self.isVisible():
            self.bring_up()
        self._look_again()

    def toggle(self) -> None:
        """Shows it, or puts it away."""
        if self.isVisible():
            self.hide()
        else:
            self.bring_up()

    def bring_up(self, facilitators: QScreen | None = None) -> None:
        """Shows it: filling another screen where there is one, else as a window."""
        here = facilitators or facilitators_screen(self)
        screen = screen_for_the_room(QGuiApplication.screens(), here, self._wishes.preferences.screen)
        if screen is None:
            self._show_beside(here)
            return
        self._remember(screen)
        self._fill(screen)

    def _fill(self, screen: QScreen) -> None:
        self._filled = identity(screen)
        # After its screen was pulled the window belongs to the facilitator's until it is told otherwise.
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def _show_beside(self, screen: QScreen) -> None:
        """One screen only: a window in its corner, even where it filled another screen before."""
        self._filled = ""
        self.setScreen(screen)
        self.showNormal()
        self._stay_inside(screen)

    def _stay_inside(self, screen: QScreen) -> None:
        if self.isFullScreen():
            self.setGeometry(screen.geometry())
            return
        free = screen.availableGeometry()
        if not free.contains(self.geometry()):
            box = QRect(QPoint(), USUAL.boundedTo(free.size()))
            box.moveBottomRight(free.bottomRight())
            self.setGeometry(box)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            self.hide()
        elif key is Qt.Key.Key_F11:
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        elif (name := act_for(event.keyCombination())) is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self._pass_on(name)

    def _pass_on(self, name: ActName) -> None:
        """A click on the wall takes the keys from the facilitator's window, which must not notice."""
        window = facilitators_window(self)
        if name in ON_THE_LAPTOP and window is not None:
            window.activateWindow()
        self.act_wanted.emit(name)

    def changeEvent(self, event: QEvent) -> None:
        """Gives the keys back that it gets by coming up: whoever types a note must not move the session on."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow() and self._coming_up.isActive():
            window = facilitators_window(self)
            if window is not None:
                window.activateWindow()

    def showEvent(self, event: QShowEvent) -> None:
        self._coming_up.start()
        super().showEvent(event)
        self._look_again()
        self.shown_changed.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._frames.stop()
        self._turning.stop()
        self._coming_up.stop()
        self.shown_changed.emit(False)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing puts it away; the session goes on."""
        self._unplugged = ""
        super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        scene = self.scene()
        dirty = QRectF(event.rect())
        if scene is None:
            painter.fillRect(dirty, self._look.colour("paper"))
        else:
            self._wall.paint(painter, QSizeF(self.size()), scene, dirty)

    def _tick(self, reading: Reading) -> None:
        """A second has passed: repaints what it changed, and all where more than the second is new."""
        if not self.isVisible():
            return
        scene = self.scene()
        still = (self.view, reading.position.agenda, reading.position.current, reading.phase, inviting(reading))
        if scene is None or still != self._still or self.view in (View.OPENER, View.ROOMS, View.STANDBY):
            self._still = still
            self.update()
        else:
            self.update(self._wall.changing(QSizeF(self.size()), scene, self._face))
        self._face = wall_face(reading)
        self._start_or_stop(reading)

    def _look_again(self) -> None:
        self.update()
        if self._runner.reading is not None:
            self._start_or_stop(self._runner.reading)

    def _start_or_stop(self, reading: Reading) -> None:
        """Frames only while a breath can be seen, pages only while there are names."""
        if not (self.isVisible() and self.view is View.ROOMS):
            self._turning.stop()
        elif not self._turning.isActive():
            self._turning.start()
        opener = self._wall.opener_of(reading)
        moving = self.isVisible() and self.view is View.OPENER and reading.position.running
        if moving and opener and opener.pace and not inviting(reading) and reading.phase is not Phase.OVERTIME:
            if not self._frames.isActive():
                self._frames.start()
        else:
            self._frames.stop()

    def _next_frame(self) -> None:
        scene = self.scene()
        if scene is not None:
            before, self._breath = self._breath, self._wall.breath(scene)
            self.update(self._wall.breathing(QSizeF(self.size()), scene, before, self._breath))

    def _remember(self, screen: QScreen) -> None:
        if self._wishes.preferences.screen != identity(screen):
            self._wishes.choose(replace(self._wishes.preferences, screen=identity(screen)))

    def _screen_removed(self, screen: QScreen) -> None:
        """Unplugged: a full window would jump over the facilitator's, so it goes away until the screen is back."""
        if self.isVisible() and identity(screen) == self._wishes.preferences.screen and self.isFullScreen():
            self._unplugged = identity(screen)
            self.hide()

    def _screen_added(self, screen: QScreen) -> None:
        if self._unplugged and identity(screen) == self._unplugged:
            self._come_back()

    def _screens_changed(self) -> None:
        """Its screen is filled again, unless it has come to lie over the facilitator's."""
        here = facilitators_screen(self)
        if self._unplugged:
            self._come_back()
        elif not self.isVisible():
            return
        elif not self._filled:
            self._stay_inside(self.screen())
        elif screen := next((s for s in QGuiApplication.screens() if identity(s) == self._filled), None):
            if apart(screen, here):
                self._fill(screen)
            else:
                self._unplugged = self._filled
                self.hide()

    def _come_back(self) -> None:
        """Where its screen is there again, and apart from the facilitator's."""
        screens, here = QGuiApplication.screens(), facilitators_screen(self)
        screen = screen_for_the_room(screens, here, self._unplugged)
        if screen is not None and identity(screen) == self._unplugged:
            self._unplugged = ""
            self.bring_up()

    def _connect(self) -> None:
        self._runner.opened.connect(self._look_again)
        self._runner.changed.connect(self._look_again)
        self._runner.ticked.connect(self._tick)
        self._look.changed.connect(self.update)
        watch = ScreenWatch(self)
        watch.went.connect(self._screen_removed)
        watch.came.connect(self._screen_added)
        watch.changed.connect(self._screens_changed)
