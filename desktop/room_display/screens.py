"""Which screen is the room's: the one used before, else one that is not the facilitator's."""

from collections.abc import Sequence

from PySide6.QtGui import QScreen


def identity(screen: QScreen) -> str:
    """What a screen is known by when it is plugged in again; its place on the desk may be another then."""
    return "|".join((screen.name(), screen.manufacturer(), screen.model(), screen.serialNumber()))


def screen_for_the_room(screens: Sequence[QScreen], facilitators: QScreen | None, known: str) -> QScreen | None:
    """The screen to fill; None where there is no other than the facilitator's."""
    others = [screen for screen in screens if screen is not facilitators]
    remembered = (screen for screen in others if identity(screen) == known)
    return next(remembered, others[-1] if others else None)
