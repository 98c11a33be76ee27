"""The preferences of the moment, and who is told when they change."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.preferences import Preferences, read_preferences, write_preferences


class LivePreferences(QObject):
    """The preferences of the moment: read at the start, kept at every change, told to whoever listens.

    Without a file they last as long as the app runs.
    """

    preferences_changed = Signal(object)

    def __init__(self, file: Path | None) -> None:
        super().__init__()
        self._file = file
        self._preferences = read_preferences(file) if file else Preferences()

    @property
    def current(self) -> Preferences:
        """What the person chose."""
        return self._preferences

    def choose(self, preferences: Preferences) -> None:
        """Takes over new preferences; a disk that refuses them leaves them in force until the app is closed."""
        if preferences == self._preferences:
            return
        self._preferences = preferences
        if self._file is not None:
            with suppress(OSError):
                write_preferences(self._file, preferences)
        self.preferences_changed.emit(preferences)
