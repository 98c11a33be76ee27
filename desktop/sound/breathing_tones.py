"""When does a tone say breathe in, or out? At each turn of the breath, by the time the opener has used."""

from datetime import timedelta

from PySide6.QtCore import QObject, Qt, QTimer

from desktop.content.catalogue import Catalogue
from desktop.live.opener_now import is_inviting, opener_now
from desktop.live.runner import SessionRunner
from desktop.live_preferences import LivePreferences
from desktop.preferences import Preferences
from desktop.sound.player import Sound, Sounds
from formats.session.clock import Reading
from formats.session.session import Session
from formats.structures.breathing import BreathPhase, breath_at
from formats.structures.opener import Opener

TONES = {BreathPhase.IN: Sound.BREATHE_IN, BreathPhase.OUT: Sound.BREATHE_OUT}
TOO_LATE = timedelta(milliseconds=150)
"""A tone that comes later than this after the turn would mislead: it is left out."""
MILLISECOND = timedelta(milliseconds=1)


def next_turn(opener: Opener, used: timedelta, length: timedelta) -> tuple[timedelta, BreathPhase] | None:
    """The first in-breath or out-breath that begins at `used` or later; None where none will."""
    pace = opener.pace
    if pace is None:
        return None
    whole = used // pace.cycle
    for breath in (whole, whole + 1):
        begins = breath * pace.cycle
        for turn, phase in ((begins, BreathPhase.IN), (begins + pace.breathe_in + pace.hold, BreathPhase.OUT)):
            if turn >= used and breath_at(opener, turn, length).phase is phase:
                return turn, phase
    return None


class BreathingTones(QObject):
    """Plays the tones while an opener runs, where they are wanted."""

    def __init__(
        self,
        runner: SessionRunner,
        catalogue: Catalogue,
        preferences: LivePreferences,
        sounds: Sounds,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner, self._catalogue, self._preferences, self._sounds = runner, catalogue, preferences, sounds
        self._played: tuple[int, timedelta] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._check_breath)
        runner.clock_ticked.connect(self._aim)
        runner.session_opened.connect(self._forget)
        preferences.preferences_changed.connect(self._follow_preferences)

    def _check_breath(self) -> None:
        reading = self._runner.reading
        if reading is not None:
            self._aim(reading)

    def _aim(self, reading: Reading) -> None:
        """Plays what begins now, and looks again at the next turn of the breath."""
        self._timer.stop()
        opener = self._opener(reading)
        if opener is None or reading.stage is None:
            return
        length, visits = reading.stage.length, len(reading.position.visits)
        found = next_turn(opener, max(reading.used - TOO_LATE, timedelta()), length)
        if found is not None and found[0] <= reading.used:
            if self._played != (visits, found[0]):
                self._played = (visits, found[0])
                self._sounds.play(TONES[found[1]])
            found = next_turn(opener, reading.used + MILLISECOND, length)
        if found is not None:
            self._timer.start(round((found[0] - reading.used) / MILLISECOND + 0.5))

    def _opener(self, reading: Reading) -> Opener | None:
        """The opener that is being breathed with, where tones are wanted."""
        wanted = self._preferences.current.breathing_tones and reading.position.running
        return opener_now(reading, self._catalogue) if wanted and not is_inviting(reading) else None

    def _follow_preferences(self, preferences: Preferences) -> None:
        self._check_breath()

    def _forget(self, session: Session | None) -> None:
        self._played = None
        self._timer.stop()
