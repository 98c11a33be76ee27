"""Which screen is the room's: the one used before, else one that is not the facilitator's; and does it change?"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget


def identity(screen: QScreen) -> str:
    """What a screen is known by when it is plugged in again; its place on the desk may be another then."""
    return "|".join((screen.name(), screen.manufacturer(), screen.model(), screen.serialNumber()))


def is_apart(screen: QScreen, facilitators: QScreen | None) -> bool:
    """Whether what fills this screen leaves the facilitator's free; mirrored screens lie over each other."""
    return facilitators is None or not screen.geometry().intersects(facilitators.geometry())


def index_of_known(identities: Sequence[str], known: str) -> int | None:
    """Which of these is the known one: the same altogether, or the same device at another socket.

    Some systems name a screen by the order of plugging in; its serial number it takes along.
    """
    if known in identities:
        return identities.index(known)
    device = _device(known)
    return next((place for place, one in enumerate(identities) if device and _device(one) == device), None)


def find_known_screen(screens: Sequence[QScreen], known: str) -> QScreen | None:
    """The screen of this identity, where it is plugged in."""
    place = index_of_known([identity(screen) for screen in screens], known)
    return screens[place] if place is not None else None


def screen_for_the_room(screens: Sequence[QScreen], facilitators: QScreen | None, known: str) -> QScreen | None:
    """The screen to fill; None where there is no other than the facilitator's."""
    others = [screen for screen in screens if screen is not facilitators and is_apart(screen, facilitators)]
    return find_known_screen(others, known) or (others[-1] if others else None)


def _device(identity: str) -> str:
    """Maker, model and serial number; empty for one that does not tell its number."""
    _, _, device = identity.partition("|")
    return "" if device.endswith("|") else device


def facilitators_window(room: QWidget, controls: QWidget | None) -> QWidget | None:
    """What the session is run from: of `controls` and what stands over it the window with the keys, or any.

    Where nobody said which window has the controls, it is any other than the room's.
    """
    kinds = (Qt.WindowType.Window, Qt.WindowType.Dialog)
    shown = (window for window in QApplication.topLevelWidgets() if window.isVisible())
    candidates = (window for window in (QApplication.activeWindow(), *shown) if window is not None)
    own = (window for window in candidates if controls is None or _belongs_to(window, controls))
    return next((w for w in own if w is not room and w.windowType() in kinds), None)


def _belongs_to(window: QWidget | None, controls: QWidget) -> bool:
    """Whether it is this window, or a dialog over it; a rehearsal has windows of its own beside the real ones."""
    while window is not None and window is not controls:
        window = window.parentWidget()
    return window is controls


def facilitators_screen(window: QWidget | None) -> QScreen:
    """The screen of that window."""
    return window.screen() if window else QGuiApplication.primaryScreen()


class ScreenWatch(QObject):
    """Tells of every screen that comes, goes, or has another resolution, scale or place."""

    screen_came = Signal(QScreen)
    screen_went = Signal(QScreen)
    screen_changed = Signal()

    def __init__(self, app: QGuiApplication, parent: QObject) -> None:
        super().__init__(parent)
        for screen in app.screens():
            screen.geometryChanged.connect(self.screen_changed)
        app.screenAdded.connect(self._come)
        app.screenRemoved.connect(self.screen_went)

    def _come(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self.screen_changed)
        self.screen_came.emit(screen)
