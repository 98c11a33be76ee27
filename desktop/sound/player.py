"""What is heard, how loud and by whom? Bells and tones have a thread of their own and never hold up the app."""

import queue
import threading
import wave
from array import array
from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from functools import lru_cache
from importlib.resources import files

from PySide6.QtCore import QObject

from desktop.live.bells import Bell
from desktop.live_preferences import LivePreferences
from desktop.preferences import Preferences
from desktop.sound.outputs import RATE, Samples, SoundOutput, system_output

GOODBYE_SECONDS = 1.0
"""How long closing the app waits for a device that does not answer."""
AFTERGLOW_SECONDS = 5.0
"""The device is kept for so long: from one breath to the next, and until every earlier bell has rung out."""


class Sound(StrEnum):
    """What the app can be heard with, by the name of its file."""

    SOON = "bell-soon"
    END = "bell-end"
    BREATHE_IN = "tone-in"
    BREATHE_OUT = "tone-out"


BELLS = {Bell.SOON: Sound.SOON, Bell.END: Sound.END}


@dataclass(frozen=True, slots=True)
class Loudspeaker:
    """Who hears it: on which device ("" for the usual one), and how loud, from 0 to 1."""

    device: str
    volume: float


def loudspeakers(preferences: Preferences) -> tuple[Loudspeaker, ...]:
    """Who hears a sound now: the facilitator, and the room where it has a device of its own.

    With one device for both, both hear the same at the facilitator's volume: two volumes would be a lie.
    """
    own = Loudspeaker(preferences.sound_device, preferences.volume)
    found = [own] if preferences.sound else []
    if preferences.room_sound and preferences.room_device not in ("", preferences.sound_device):
        found.append(Loudspeaker(preferences.room_device, preferences.room_volume))
    return tuple(ear for ear in found if ear.volume > 0)


@lru_cache(maxsize=8)
def samples(sound: Sound, volume: float) -> Samples:
    """The sound at a volume; squared, because half the volume should sound half as loud."""
    with files("resources").joinpath("sounds", f"{sound.value}.wav").open("rb") as file, wave.open(file) as wav:
        raw = array("h", wav.readframes(wav.getnframes()))
    gain = volume * volume
    return raw if gain >= 1 else array("h", [round(value * gain) for value in raw])


class Sounds(QObject):
    """Rings what is asked for as the preferences of the moment have it."""

    def __init__(
        self, preferences: LivePreferences, outlet: SoundOutput | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._player = _SoundThread(outlet or system_output())
        preferences.preferences_changed.connect(self._follow)

    def ring(self, bell: Bell) -> None:
        """Rings a bell."""
        self.play(BELLS[bell])

    def play(self, sound: Sound) -> None:
        """Plays a sound for everyone who is to hear it."""
        for ear in loudspeakers(self._preferences.current):
            self._player.play(sound, ear)

    def test(self) -> None:
        """Rings the facilitator's bell, muted or not."""
        chosen = self._preferences.current
        self._player.play(Sound.END, Loudspeaker(chosen.sound_device, chosen.volume))

    def test_room(self) -> None:
        """Rings the room's bell, muted or not, where the room has a device of its own."""
        chosen = self._preferences.current
        if chosen.room_device:
            self._player.play(Sound.END, Loudspeaker(chosen.room_device, chosen.room_volume))

    def stop(self) -> None:
        """Is silent from now on and lets go of the device."""
        self._player.stop()

    def _follow(self, preferences: Preferences) -> None:
        if not loudspeakers(preferences):
            self._player.hush()


class _ThreadCommand(Enum):
    """What else the thread is asked."""

    HUSH = auto()
    END = auto()


class _SoundThread:
    """The thread that opens, feeds and leaves the device; it begins with the first sound."""

    def __init__(self, outlet: SoundOutput) -> None:
        self._output = outlet
        self._requests: queue.SimpleQueue[tuple[Sound, Loudspeaker] | _ThreadCommand] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._stopped = False

    def play(self, sound: Sound, ear: Loudspeaker) -> None:
        """Comes back at once."""
        if self._stopped:
            return
        if self._thread is None:
            # A daemon, so that a device that never answers cannot keep the app from closing.
            self._thread = threading.Thread(target=self._run, name="sound", daemon=True)
            self._thread.start()
        self._requests.put((sound, ear))

    def hush(self) -> None:
        """Silences what still rings; comes back at once."""
        if self._thread is not None:
            self._requests.put(_ThreadCommand.HUSH)

    def stop(self) -> None:
        """Ends the thread; waits a moment for it, not for ever."""
        self._stopped = True
        if self._thread is not None:
            self._requests.put(_ThreadCommand.END)
            self._thread.join(GOODBYE_SECONDS)
            self._thread = None

    def _run(self) -> None:
        rings_for: float | None = None
        while True:
            try:
                wanted = self._requests.get(timeout=rings_for)
            except queue.Empty:
                wanted = _ThreadCommand.HUSH  # rung out: another app may need the device
            if isinstance(wanted, _ThreadCommand):
                self._output.close()
                rings_for = None
                if wanted is _ThreadCommand.END:
                    return
                continue
            sound, ear = wanted
            heard = samples(sound, ear.volume)
            self._output.play(heard, ear.device)
            rings_for = len(heard) / RATE + AFTERGLOW_SECONDS
