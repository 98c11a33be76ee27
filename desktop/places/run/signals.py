"""When does a bell ring? Once before a stage ends, and once when its time is up."""

from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from formats.session.agenda import StageKey
from formats.session.clock import Phase, Reading


class Bell(StrEnum):
    """The two bells."""

    SOON = "soon"
    END = "end"


RINGS = {(Phase.RUNNING, Phase.LAST_MINUTE): Bell.SOON, (Phase.LAST_MINUTE, Phase.OVERTIME): Bell.END}


class Signals(QObject):
    """Watches the phases go by. A session that is opened in the middle of overtime rings nothing."""

    bell = Signal(object)
    """A bell rings: Bell."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before: tuple[StageKey | None, Phase] | None = None

    def show_reading(self, reading: Reading) -> None:
        """Rings where the same stage has just come into its last minute, or to its end."""
        here = (reading.position.current, reading.phase)
        if self._before is not None and self._before[0] == here[0]:
            ring = RINGS.get((self._before[1], reading.phase))
            if ring is not None:
                self.bell.emit(ring)
        self._before = here

    def forget(self) -> None:
        """Another session is on the table."""
        self._before = None
