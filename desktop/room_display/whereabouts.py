"""Where is the room display, and what becomes of it when screens come, go and change?"""

from dataclasses import replace

from PySide6.QtCore import QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from desktop.actions import ActName, act
from desktop.live_preferences import LivePreferences
from desktop.room_display.screens import (
    ScreenWatch,
    facilitators_screen,
    facilitators_window,
    find_known_screen,
    identity,
    is_apart,
    screen_for_the_room,
)
from formats.language import Message

USUAL, LEAST = QSize(960, 540), QSize(480, 270)
FRAME = 36
"""What a window's own frame may need around it."""
MARGIN = 8
OVER_THE_NOTES = 0.3
"""How far down it stands where there is no room beside: over the list of notes, not over acts or the line."""
SCREEN_WENT = Message("The second screen was unplugged. The room display returns when you plug it in.")
ANOTHER_CAME = Message("A second screen is connected. {key} shows the room display there.")


class Whereabouts(QObject):
    """Keeps a window on the room's screen, and away from the facilitator's unless that was asked for.

    On the only screen it fills that one, for the room has nothing else to look at, until it is put away; or it
    is a window there, to be shared in a call.
    """

    controls_covered = Signal()
    """It lies over the facilitator's controls now."""
    controls_uncovered = Signal()
    """It does not any more."""
    message = Signal(str)
    """Something happened to the room's screen that the facilitator may not see from where she sits."""

    def __init__(
        self, window: QWidget, controls: QWidget | None, app: QGuiApplication, preferences: LivePreferences
    ) -> None:
        super().__init__(window)
        self._window, self._controls, self._preferences = window, controls, preferences
        self._filled, self._waits_for = "", ""
        self._covers = self._in_a_window = False
        self._settle_timer = QTimer(self)
        self._settle_timer.setSingleShot(True)
        self._settle_timer.setInterval(0)
        self._settle_timer.timeout.connect(self._screens_changed)
        watch = ScreenWatch(app, self)
        watch.screen_went.connect(self._screen_went)
        watch.screen_came.connect(self._screen_came)
        watch.screen_changed.connect(self._screens_changed)

    @property
    def covers(self) -> bool:
        """Whether it lies over the facilitator's controls, and has the keys therefore."""
        return self._covers and self._window.isVisible()

    def facilitators_window(self) -> QWidget | None:
        """What the session is run from, where it can be seen."""
        return facilitators_window(self._window, self._controls)

    def bring_up(self) -> None:
        """Shows it: filling another screen where there is one, else the only one, or as a window there."""
        self._waits_for = ""
        self._keep(up=True)
        if (screen := self._rooms_screen()) is not None:
            self._remember(screen)
            self._fill(screen)
        elif self._in_a_window:
            self._stand_beside(self._facilitators_screen())
        else:
            self._cover(self._facilitators_screen())

    def come_back(self) -> None:
        """Shows it where it was on when Clearing stopped; never over the facilitator's controls unasked."""
        away = not self._window.isVisible() and not self._waits_for
        if away and self._preferences.current.room_display_up and self._rooms_screen() is not None:
            self.bring_up()

    def put_away(self) -> None:
        """Hides it until it is asked for; the facilitator's window has the keys again."""
        self._waits_for = ""
        self._keep(up=False)
        covered = self.covers
        self._window.hide()
        controls = self.facilitators_window()
        if covered and controls is not None:
            controls.activateWindow()

    def change_size(self) -> None:
        """From the whole screen to a window, and back."""
        self._in_a_window = self._window.isFullScreen()
        if self._in_a_window:
            self._stand_beside(self._window.screen())
        else:
            self.bring_up()

    def _facilitators_screen(self) -> QScreen:
        return facilitators_screen(self.facilitators_window())

    def _rooms_screen(self) -> QScreen | None:
        known = self._preferences.current.screen
        return screen_for_the_room(QGuiApplication.screens(), self._facilitators_screen(), known)

    def _fill(self, screen: QScreen) -> None:
        self._filled, self._in_a_window = identity(screen), False
        self._show_full(screen, covers=False)
        self.controls_uncovered.emit()

    def _cover(self, screen: QScreen) -> None:
        self._filled = ""
        self._show_full(screen, covers=True)
        # The window below must not get what is typed now: nobody would see it.
        self._window.activateWindow()
        self.controls_covered.emit()

    def _show_full(self, screen: QScreen, *, covers: bool) -> None:
        self._covers = covers
        self._window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not covers)
        # After its screen was pulled the window belongs to the facilitator's until it is told otherwise.
        self._window.setScreen(screen)
        self._window.setGeometry(screen.geometry())
        self._window.showFullScreen()

    def _stand_beside(self, screen: QScreen) -> None:
        """A window on the facilitator's screen, where it hides least; where she moved it, it stays."""
        was_full = self._window.isFullScreen()
        self._filled, self._covers = "", False
        self._window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._window.setScreen(screen)
        self._window.showNormal()
        if was_full or not screen.availableGeometry().contains(self._window.geometry()):
            controls = self.facilitators_window()
            own = controls.frameGeometry() if controls is not None else QRect()
            self._window.setGeometry(place_beside(screen.availableGeometry(), own))
        self.controls_uncovered.emit()

    def _remember(self, screen: QScreen) -> None:
        if self._preferences.current.screen != identity(screen):
            self._preferences.choose(replace(self._preferences.current, screen=identity(screen)))

    def _keep(self, *, up: bool) -> None:
        self._preferences.choose(replace(self._preferences.current, room_display_up=up))

    def _screen_went(self, screen: QScreen) -> None:
        """Unplugged: a full window would jump over the facilitator's, so it goes away until the screen is back."""
        if self._window.isVisible() and identity(screen) == self._filled:
            self._wait_for(self._filled)
            self.message.emit(str(SCREEN_WENT))
        # The windows of a screen that went have not moved yet.
        self._settle_timer.start()

    def _screen_came(self, screen: QScreen) -> None:
        waited = self._waits_for
        self._screens_changed()
        if waited and self._waits_for:
            self.message.emit(ANOTHER_CAME.filled(key=act(ActName.ROOM_DISPLAY).key))

    def _screens_changed(self) -> None:
        """Its screen is filled again, unless it has come to lie over the facilitator's."""
        if self._waits_for:
            self._come_back_with_its_screen()
        elif not self._window.isVisible():
            return
        elif self._filled:
            self._keep_filled()
        elif self._covers and self._rooms_screen() is not None:
            self.bring_up()
        elif self._covers:
            self._window.setGeometry(self._window.screen().geometry())
        elif not self._window.screen().availableGeometry().contains(self._window.geometry()):
            self._stand_beside(self._window.screen())

    def _keep_filled(self) -> None:
        screen = find_known_screen(QGuiApplication.screens(), self._filled)
        if screen is None:
            return
        if is_apart(screen, self._facilitators_screen()):
            self._fill(screen)
        else:
            self._wait_for(self._filled)

    def _wait_for(self, screen: str) -> None:
        self._waits_for = screen
        self._window.hide()

    def _come_back_with_its_screen(self) -> None:
        """Where its screen is there again, and apart from the facilitator's; never over hers unasked."""
        screen = find_known_screen(QGuiApplication.screens(), self._waits_for)
        if screen is not None and is_apart(screen, self._facilitators_screen()):
            self.bring_up()


def place_beside(free: QRect, own: QRect) -> QRect:
    """Where a window on the facilitator's screen stands: in the largest space beside hers, else over the notes."""
    if not free.intersects(own):
        own = QRect(free.topLeft(), QSize(0, 0))
    right = QRect(own.right() + 1, free.top(), free.right() - own.right(), free.height())
    left = QRect(free.left(), free.top(), own.left() - free.left(), free.height())
    below = QRect(free.left(), own.bottom() + 1, free.width(), free.bottom() - own.bottom())
    above = QRect(free.left(), free.top(), free.width(), own.top() - free.top())
    spaces = [(space, _size_that_fits(space)) for space in (right, left, below, above)]
    space, size = max(spaces, key=lambda found: found[1].width())
    if size.width() >= LEAST.width():
        box = QRect(space.topLeft(), size)
        box.moveCenter(space.center())
        return box
    box = QRect(free.topLeft(), LEAST.boundedTo(free.size()))
    box.moveRight(free.right() - MARGIN)
    box.moveTop(free.top() + round((free.height() - box.height()) * OVER_THE_NOTES))
    return box


def _size_that_fits(space: QRect) -> QSize:
    room = QSize(max(space.width() - 2 * FRAME, 0), max(space.height() - 2 * FRAME, 0))
    return USUAL.scaled(room.boundedTo(USUAL), Qt.AspectRatioMode.KeepAspectRatio)
