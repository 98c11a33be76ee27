"""How does a sound get out of this computer? The ways there are, in order; none of them is a normal case too."""

import ctypes
import os
import shutil
import subprocess
import sys
import threading
import time
import wave
from array import array
from collections.abc import Generator, Iterable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol, TypeAlias

RATE = 44_100
LOUDEST = 32_767
DEAF_SECONDS = 1.0
"""A device that has asked for nothing for so long was unplugged."""
PLAYERS = (("pw-play",), ("paplay",), ("aplay", "--quiet"), ("afplay",))
NO_NULL = ("NULL", "CUSTOM", "JACK")
"""Ways out that lead nowhere, or that start a server of their own."""

NO_DEVICES = (
    "Rate Converter Plugin",
    "Plugin ",
    "Discard all samples",
    "Playback/recording through",
    "Open Sound System",
    "JACK Audio",
    "PulseAudio Sound Server",
    "PipeWire Sound Server",
    "Default ALSA Output",
    "Default Audio Device",
    "Direct ",
    "Hardware device with",
    "USB Stream Output",
)
"""So begin the names under which ALSA lists its plug-ins and ways round: nothing that anyone could listen to."""

Samples: TypeAlias = "array[int]"


class SoundOutput(Protocol):
    """One way out. Called from the thread of the player only, so it may take its time."""

    def play(self, samples: Samples, device: str) -> bool:
        """Begins to play over what still sounds; False where nothing can be heard this way.

        `samples` are mono, 16 bit, 44,100 a second; `device` is a name, or "" for the usual one.
        """

    def close(self) -> None:
        """Lets go of the device."""


class Mix:
    """Sounds that ring into each other, asked for piece by piece by the device's own thread."""

    def __init__(self) -> None:
        self._sounding: list[tuple[Samples, int]] = []
        self._lock = threading.Lock()
        self.asked_at = time.monotonic()

    def add(self, samples: Samples) -> None:
        """Begins another sound with the next piece."""
        with self._lock:
            self._sounding.append((samples, 0))

    def pieces(self) -> Generator[Samples, int, None]:
        """Gives as many samples as are sent for; silence when nothing sounds."""
        count = yield array("h")
        while True:
            self.asked_at = time.monotonic()
            count = yield self._piece(count)

    def _piece(self, count: int) -> Samples:
        with self._lock:
            pieces = [samples[at : at + count] for samples, at in self._sounding]
            moved = [(samples, at + count) for samples, at in self._sounding]
            self._sounding = [(samples, at) for samples, at in moved if at < len(samples)]
        return _mix_pieces(pieces, count)


def _mix_pieces(pieces: list[Samples], count: int) -> Samples:
    silence = array("h", bytes(2 * count))
    padded = [piece + silence[len(piece) :] for piece in pieces]
    if len(padded) < 2:
        return padded[0] if padded else silence
    return array("h", (max(-LOUDEST, min(LOUDEST, sum(each))) for each in zip(*padded, strict=True)))


class DeviceOutput:
    """The sound system itself, through miniaudio."""

    def __init__(self) -> None:
        self._devices: dict[str, tuple[Any, Mix]] = {}

    def play(self, samples: Samples, device: str) -> bool:
        """As `SoundOutput.play`; a device that was unplugged is opened again."""
        with suppress(ImportError, OSError, UnicodeError):
            audio = import_miniaudio()
            try:
                self._mix(audio, device).add(samples)
            except audio.MiniaudioError:
                return False
            return True
        return False

    def is_asking(self, device: str) -> bool:
        """Whether the device was opened and still asks for what it is to play, as one that is plugged in does."""
        _, mix = self._devices.get(device, (None, None))
        return mix is not None and time.monotonic() - mix.asked_at < DEAF_SECONDS

    def close(self) -> None:
        """Lets go of every device."""
        for name in tuple(self._devices):
            self._close_device(name)

    def _mix(self, audio: Any, name: str) -> Mix:
        if self.is_asking(name):
            return self._devices[name][1]
        if name in self._devices:
            self._close_device(name)
        return self._open(audio, name)

    def _close_device(self, name: str) -> None:
        device, _ = self._devices.pop(name)
        close_device(device)

    def _open(self, audio: Any, name: str) -> Mix:
        found = _playback_devices(audio)
        # Asked first even for the usual one: where there is none, trying to open it leaves a connection open.
        if not found or (name and name not in found):
            raise audio.MiniaudioError("no such device is plugged in")
        mix = Mix()
        pieces = mix.pieces()
        next(pieces)
        device = _started_device(audio, found.get(name), pieces)
        self._devices[name] = (device, mix)
        return mix


class ProgramOutput:
    """The player program that comes with the system; it knows one device, the usual one."""

    def __init__(self) -> None:
        self._folder: TemporaryDirectory[str] | None = None
        self._playing: list[subprocess.Popen[bytes]] = []

    def play(self, samples: Samples, device: str) -> bool:
        """As `SoundOutput.play`."""
        if device:
            return False
        try:
            return self._play_file(self._file(samples))
        except (OSError, RuntimeError):  # winsound says RuntimeError where there is no device
            return False

    def close(self) -> None:
        """Stops what still sounds and forgets its file."""
        for program in self._playing:
            program.kill()
            program.wait()
        self._playing = []
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def _play_file(self, path: Path) -> bool:
        if sys.platform == "win32":
            import winsound

            flags = winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT
            winsound.PlaySound(str(path), flags)
            return True
        player = next((words for words in PLAYERS if shutil.which(words[0])), None)
        if player is None:
            return False
        self._playing = [program for program in self._playing if program.poll() is None]
        silent = subprocess.DEVNULL
        words = [*player, str(path)]
        program = subprocess.Popen(words, stdin=silent, stdout=silent, stderr=silent, env=clean_environment())
        self._playing.append(program)
        return True

    def _file(self, samples: Samples) -> Path:
        self._folder = self._folder or TemporaryDirectory(prefix="clearing-", ignore_cleanup_errors=True)
        path = Path(self._folder.name, f"{len(list(Path(self._folder.name).iterdir()))}.wav")
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(samples.tobytes())
        return path


class FirstWorkingOutput:
    """Tries one way out after the other; the first may be back by the next sound."""

    def __init__(self, *outlets: SoundOutput) -> None:
        self._outputs = outlets

    def play(self, samples: Samples, device: str) -> bool:
        """As `SoundOutput.play`."""
        return any(outlet.play(samples, device) for outlet in self._outputs)

    def close(self) -> None:
        """Lets go of all of them."""
        for outlet in self._outputs:
            outlet.close()


def _started_device(audio: Any, device_id: Any, pieces: Generator[Samples, int, None]) -> Any:
    # Made in two steps, because one that is refused has opened something, too.
    device = audio.PlaybackDevice.__new__(audio.PlaybackDevice)
    try:
        device.__init__(
            nchannels=1, sample_rate=RATE, device_id=device_id, backends=_backends(audio), app_name="Clearing"
        )
        device.start(pieces)
    except audio.MiniaudioError:
        close_device(device)
        raise
    return device


def open_device(name: str, pieces: Generator[Samples, int, None]) -> Any:
    """The device of this name, "" for the usual one, asking for these pieces; None where there is no such device.

    The pieces have been begun: the first `send` gives samples.
    """
    with suppress(ImportError, OSError, UnicodeError):
        audio = import_miniaudio()
        with suppress(audio.MiniaudioError):
            found = _playback_devices(audio)
            if found and (not name or name in found):
                return _started_device(audio, found.get(name), pieces)
    return None


def system_output() -> SoundOutput:
    """The ways out of this computer."""
    return FirstWorkingOutput(DeviceOutput(), ProgramOutput())


def device_names() -> tuple[str, ...]:
    """The names of what can be heard on now; may take a moment, so it is asked off the UI thread."""
    with suppress(ImportError, OSError, UnicodeError):
        audio = import_miniaudio()
        with suppress(audio.MiniaudioError):
            return audible_names(_playback_devices(audio))
    return ()


def audible_names(names: Iterable[str]) -> tuple[str, ...]:
    """Those that name a loudspeaker or a headset, without the parts of a driver that are listed beside them."""
    return tuple(name for name in names if not name.startswith(NO_DEVICES))


def import_miniaudio() -> Any:
    """The library for sound. Imported late, and on the player's thread: the window should not wait for it."""
    import miniaudio

    return miniaudio


def close_device(device: Any) -> None:
    """Closes a device and its connection to the sound server, which it would leave open."""
    device.close()
    if (context := getattr(device, "_context", None)) is not None:
        import_miniaudio().lib.ma_context_uninit(context)


def _playback_devices(audio: Any) -> dict[str, Any]:
    devices = audio.Devices(_backends(audio))
    # Details are got by opening each: one that another app holds would hide all the others.
    devices._get_info = _no_details
    return {found["name"]: found["id"] for found in devices.get_playbacks()}


def _no_details(_kind: object, _device: object) -> dict[str, object]:
    return {}


def _backends(audio: Any) -> list[Any]:
    """Every sound system but the one that plays into nothing and calls that success."""
    _hush_alsa()
    return [way for way in audio.Backend if way.name not in NO_NULL]


_Handler = ctypes.CFUNCTYPE(None, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p)


def _ignore(_file: bytes, _line: int, _function: bytes, _error: int, _format: bytes) -> None:
    """What ALSA would print where there is no sound card."""


_IGNORED = _Handler(_ignore)


def _hush_alsa() -> None:
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL("libasound.so.2").snd_lib_error_set_handler(_IGNORED)


def clean_environment() -> dict[str, str]:
    """Without the library path of the packaged app, which is wrong for other programs."""
    own = {name: value for name, value in os.environ.items() if name != "LD_LIBRARY_PATH"}
    before = os.environ.get("LD_LIBRARY_PATH_ORIG")
    frozen = hasattr(sys, "_MEIPASS")
    return (own | {"LD_LIBRARY_PATH": before} if before else own) if frozen else dict(os.environ)
