"""When is a window at rest? Layouts answer each other in turns, and a test looks when the last has spoken."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from tests.waiting import wait_until

LOOKS = 3


def wait_until_still(*windows: QWidget) -> None:
    """Until nothing in these windows is moved, resized, shown or hidden any more."""
    wait_for_rest(lambda: [_places(window) for window in windows])


def wait_for_rest(state: Callable[[], object]) -> None:
    """Until the event loop has turned several times and found the state unchanged."""
    seen: list[object] = []

    def at_rest() -> bool:
        QCoreApplication.processEvents()
        # The event loop of an app does that, too, once it has come back to its beginning.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        seen.append(state())
        return len(seen) >= LOOKS and all(one == seen[-1] for one in seen[-LOOKS:])

    wait_until(at_rest)


def _places(window: QWidget) -> list[object]:
    parts = (window, *window.findChildren(QWidget))
    return [(part.geometry(), part.isHidden()) for part in parts]
