"""What does the laptop itself do in a real session? It rings, stays awake, and says when it slept all the same."""

from PySide6.QtCore import QObject

from desktop.app.clearing import Clearing
from desktop.live.keep_awake import KeepAwake
from desktop.live.lost_time import LostTime, Sleep
from desktop.sound.breathing_tones import BreathingTones
from desktop.sound.opener_recording import OpenerRecording
from desktop.sound.player import Sounds
from desktop.sound.read_aloud import OpenerVoice
from desktop.sound.recording import RecordingPlayer
from desktop.sound.speech import Voice, system_speaker
from formats.language import tr


class Laptop(QObject):
    """Listens to the app; a rehearsal has none of it and is silent."""

    def __init__(self, app: Clearing, sounds: Sounds, keep_awake: KeepAwake, lost_time: LostTime) -> None:
        super().__init__(app)
        self._tones = BreathingTones(app.runner, app.catalogue, app.preferences, sounds, self)
        voice = Voice(system_speaker(), self)
        self._player = RecordingPlayer(self)
        self._recording = OpenerRecording(app.runner, app.catalogue, app.preferences, self._player, self)
        self._player.failed.connect(self._recording.take_failure)
        self._recording.trouble.connect(app.say)
        self._reading_aloud = OpenerVoice(
            app.runner, app.catalogue, app.preferences, voice, self, self._recording.speaks_for
        )
        self._app, self._sounds, self._keep_awake, self._lost_time = app, sounds, keep_awake, lost_time
        app.bell_requested.connect(sounds.ring)
        app.bell_test_requested.connect(sounds.test)
        app.room_bell_test_requested.connect(sounds.test_room)
        app.side_timers.running_changed.connect(keep_awake.keep_for_side_timers)
        lost_time.question_raised.connect(self._ask)
        lost_time.question_closed.connect(self._withdraw_question)
        app.window.closing.connect(self.stop)

    def stop(self) -> None:
        """Is silent and lets go of the laptop."""
        self._sounds.stop()
        self._reading_aloud.stop()
        self._player.end()
        self._keep_awake.stop()

    def _ask(self, sleep: Sleep) -> None:
        self._app.say(sleep.sentence, tr("Leave it out"), self._lost_time.leave_out)

    def _withdraw_question(self) -> None:
        self._app.withdraw(self._lost_time.leave_out)


def laptop_of(app: Clearing) -> Laptop:
    """The laptop that the app really runs on."""
    return Laptop(app, Sounds(app.preferences), KeepAwake(app.runner), LostTime(app.runner))
