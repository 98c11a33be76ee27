"""When is the recording of an opener heard? As its clock runs; where it cannot be, the script is read instead."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.content.catalogue import Catalogue
from desktop.live.opener_now import is_inviting, opener_now
from desktop.live.runner import SessionRunner
from desktop.live_preferences import LivePreferences
from desktop.preferences import Preferences
from desktop.sound.player import Loudspeaker, loudspeakers
from desktop.sound.recording import Playback
from formats.language import Message
from formats.session.agenda import StageKey
from formats.session.clock import Phase, Reading
from formats.session.session import Session
from formats.structures.opener import Opener

JUMP = timedelta(seconds=2)
"""Further than this from where it should be, as after an undo, it goes on from where it should be."""


@dataclass(frozen=True, slots=True)
class _Heard:
    """What plays: since when, from where in it, and for whom."""

    opener: str
    stage: StageKey | None
    visits: int
    now: datetime
    used: timedelta
    devices: tuple[str, ...]

    def goes_on_as(self, other: "_Heard") -> bool:
        """Whether what is to be heard is what plays already."""
        same = (self.opener, self.stage, self.visits, self.devices) == (
            other.opener,
            other.stage,
            other.visits,
            other.devices,
        )
        return same and abs((other.used - self.used) - (other.now - self.now)) < JUMP


class OpenerRecording(QObject):
    """Silent during the invitation, while paused, and as soon as the session has moved on."""

    trouble = Signal(str)
    """A recording cannot be heard, in a sentence; once for each."""

    def __init__(
        self,
        runner: SessionRunner,
        catalogue: Catalogue,
        preferences: LivePreferences,
        player: Playback,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner, self._catalogue, self._preferences, self._player = runner, catalogue, preferences, player
        self._heard: _Heard | None = None
        self._failed: set[Path] = set()
        runner.clock_ticked.connect(self._follow_reading)
        runner.session_opened.connect(self._forget)
        preferences.preferences_changed.connect(self._follow_preferences)

    def speaks_for(self, opener: Opener) -> bool:
        """Whether the lines of an opener need no other voice."""
        return bool(opener.recording) and Path(opener.recording) not in self._failed

    def take_failure(self, path: Path, why: Message) -> None:
        """A recording is not heard: from now on its script is read, which is said once."""
        if path not in self._failed:
            self._failed.add(path)
            self.trouble.emit(why.filled(file=path.name))

    def stop(self) -> None:
        """Is silent from now on."""
        self._hush()

    def _follow_reading(self, reading: Reading) -> None:
        opener, ears = self._opener(reading), loudspeakers(self._preferences.current)
        if opener is None or not ears:
            self._hush()
            return
        position = reading.position
        wanted = _Heard(
            opener.id, position.current, len(position.visits), reading.now, reading.used, _devices(ears)
        )
        if self._heard is None or not self._heard.goes_on_as(wanted):
            self._player.play(Path(opener.recording), reading.used, ears)
        else:
            self._player.set_volumes(ears)
        self._heard = wanted

    def _opener(self, reading: Reading) -> Opener | None:
        """The opener that is under way, where it has a recording that can be heard."""
        if not reading.position.running or reading.phase is Phase.OVERTIME or is_inviting(reading):
            return None
        opener = opener_now(reading, self._catalogue)
        return opener if opener is not None and self.speaks_for(opener) else None

    def _hush(self) -> None:
        if self._heard is not None:
            self._heard = None
            self._player.stop()

    def _follow_preferences(self, _preferences: Preferences) -> None:
        reading = self._runner.reading
        if reading is not None:
            self._follow_reading(reading)

    def _forget(self, _session: Session | None) -> None:
        self._hush()
        self._failed.clear()


def _devices(ears: tuple[Loudspeaker, ...]) -> tuple[str, ...]:
    return tuple(ear.device for ear in ears)
