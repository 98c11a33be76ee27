"""Judges the rooms on the table off the UI thread, whoever made them."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.background import Background
from desktop.places.prepare.room_quality import RoomQuality, quality_by_part
from formats.session.session import Session


class QualityWatch(QObject):
    """Keeps the last judgement until there is a newer one."""

    quality_changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.quality: Mapping[str, RoomQuality] = {}
        self._work = Background(self)
        self._work.finished.connect(self._take)

    def judge(self, session: Session, past: tuple[Session, ...]) -> None:
        """Looks at the rooms of each structure."""
        self._work.ask(partial(quality_by_part, session, past))

    def forget(self) -> None:
        """Knows nothing of the rooms, as of a session that was just opened."""
        self._work.forget()
        self.quality = {}

    def _take(self, quality: Mapping[str, RoomQuality]) -> None:
        self.quality = quality
        self.quality_changed.emit()
