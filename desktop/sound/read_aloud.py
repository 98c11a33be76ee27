"""When does the computer read the opener aloud? Each line as its moment comes, where that is wanted."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.content.catalogue import Catalogue
from desktop.live.opener_now import is_inviting, opener_now
from desktop.live.runner import SessionRunner
from desktop.live_preferences import LivePreferences
from desktop.preferences import Preferences
from desktop.sound.speech import Voice
from formats.session.agenda import StageKey
from formats.session.clock import Phase, Reading
from formats.session.session import Session
from formats.structures.opener import Opener


class OpenerVoice(QObject):
    """Silent during the invitation, while paused, and as soon as the session has moved on."""

    def __init__(
        self,
        runner: SessionRunner,
        catalogue: Catalogue,
        preferences: LivePreferences,
        voice: Voice,
        parent: QObject | None = None,
        speaks_for: Callable[[Opener], bool] | None = None,
    ) -> None:
        """`speaks_for`: whether something else is heard in place of an opener's lines."""
        super().__init__(parent)
        self._speaks_for = speaks_for
        self._runner, self._catalogue, self._preferences, self._voice = runner, catalogue, preferences, voice
        self._said: tuple[StageKey | None, int, str, int] | None = None
        self._stopped = False
        runner.clock_ticked.connect(self._follow_reading)
        runner.session_opened.connect(self._forget)
        preferences.preferences_changed.connect(self._follow_preferences)

    def stop(self) -> None:
        """Is silent from now on."""
        self._stopped = True
        self._voice.be_silent()

    def _follow_reading(self, reading: Reading) -> None:
        opener = self._opener(reading)
        if opener is None or reading.stage is None:
            self._voice.be_silent()
            return
        line = opener.line_index(reading.stage.length, reading.used)
        moment = (reading.position.current, len(reading.position.visits), opener.id, line)
        if moment != self._said:
            self._said = moment
            self._voice.say(opener.lines_at(reading.stage.length)[line][1])

    def _opener(self, reading: Reading) -> Opener | None:
        """The opener that is under way, where it is to be read aloud."""
        wanted = self._preferences.current.spoken_opener and not self._stopped and reading.position.running
        if not wanted or reading.phase is Phase.OVERTIME or is_inviting(reading):
            return None
        opener = opener_now(reading, self._catalogue)
        is_heard = opener is not None and self._speaks_for is not None and self._speaks_for(opener)
        return None if is_heard else opener

    def _follow_preferences(self, _preferences: Preferences) -> None:
        reading = self._runner.reading
        if reading is not None:
            self._follow_reading(reading)

    def _forget(self, _session: Session | None) -> None:
        self._said = None
        self._voice.be_silent()
