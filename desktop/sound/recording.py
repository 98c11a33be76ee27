"""How does the user's own recording sound: from which moment on, how loud, until it is stopped or ends?"""

import queue
import threading
from array import array
from collections.abc import Callable, Generator
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from desktop.sound.outputs import RATE, Samples, close_device, import_miniaudio, open_device
from desktop.sound.player import Loudspeaker
from formats.language import Message

GOODBYE_SECONDS = 1.0
"""How long closing the app waits for a device that does not answer."""
SECOND = timedelta(seconds=1)
MOST_FRAMES = 4096
"""What is decoded at once: a tenth of a second."""
GONE, UNREADABLE, UNHEARD = (
    Message("The recording “{file}” is not where it was. Read the script instead."),
    Message("The recording “{file}” cannot be played. Read the script instead."),
    Message("The recording “{file}” found no loudspeaker. Read the script instead."),
)
"""Why a recording is not heard."""


def recording_length(path: Path) -> timedelta | None:
    """How long a recording takes; None where it is no sound file that can be played."""
    try:
        audio = import_miniaudio()
        return timedelta(seconds=float(audio.get_file_info(str(path)).duration))
    except (ImportError, OSError, ValueError, RuntimeError):
        return None
    except Exception as error:  # what miniaudio raises has only Exception above it
        if type(error).__module__.startswith("miniaudio"):
            return None
        raise


def pieces_of(path: Path, at: timedelta, volume: Callable[[], float]) -> Generator[Samples, int, None]:
    """The samples of a recording as a device asks for them, and then silence.

    Mono, 16 bit, 44,100 a second; each piece is as loud as `volume` says then, from 0 to 1. Raises what miniaudio
    raises where the file cannot be read.
    """
    audio: Any = import_miniaudio()
    frames = round(at / SECOND * RATE)
    source = audio.stream_file(
        str(path), audio.SampleFormat.SIGNED16, nchannels=1, sample_rate=RATE, seek_frame=frames
    )
    first = next(source)
    return _louder(audio, source, first, volume)


def _louder(audio: Any, source: Any, first: Samples, volume: Callable[[], float]) -> Generator[Samples, int, None]:
    count = yield array("h")
    waiting, ended = array("h", first), False
    while True:
        while len(waiting) < count and not ended:
            try:
                waiting.extend(source.send(MOST_FRAMES))
            except (StopIteration, audio.MiniaudioError):  # its end, or where it is damaged
                ended = True
        piece, waiting = waiting[:count], waiting[count:]
        piece.extend(array("h", bytes(2 * (count - len(piece)))))
        gain = volume() ** 2  # half the volume should sound half as loud
        count = yield piece if gain >= 1 else array("h", [round(value * gain) for value in piece])


class Playback(Protocol):
    """Something that plays a recording from a moment on; a test listens here."""

    def play(self, path: Path, at: timedelta, ears: tuple[Loudspeaker, ...]) -> None: ...

    def set_volumes(self, ears: tuple[Loudspeaker, ...]) -> None: ...

    def stop(self) -> None: ...


@dataclass(frozen=True, slots=True)
class _Wanted:
    path: Path
    at: timedelta
    ears: tuple[Loudspeaker, ...]


class RecordingPlayer(QObject):
    """Plays on a thread of its own, which begins with the first recording: a slow device holds nothing up."""

    failed = Signal(object, object)
    """A recording is not heard: its Path, and why: a Message with its file."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._requests: queue.SimpleQueue[_Wanted | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._volumes: dict[str, float] = {}
        self._ended = False

    def play(self, path: Path, at: timedelta, ears: tuple[Loudspeaker, ...]) -> None:
        """Plays from a moment on, in place of what is played now; comes back at once."""
        if self._ended:
            return
        self.set_volumes(ears)
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="recording", daemon=True)
            self._thread.start()
        self._requests.put(_Wanted(path, at, ears))

    def set_volumes(self, ears: tuple[Loudspeaker, ...]) -> None:
        """Is as loud as this from now on."""
        self._volumes = {ear.device: ear.volume for ear in ears}

    def stop(self) -> None:
        """Is silent; comes back at once."""
        if self._thread is not None:
            self._requests.put(_Wanted(Path(), timedelta(), ()))

    def end(self) -> None:
        """Ends the thread; waits a moment for it, not for ever."""
        self._ended = True
        if self._thread is not None:
            self._requests.put(None)
            self._thread.join(GOODBYE_SECONDS)
            self._thread = None

    def _run(self) -> None:
        devices: list[Any] = []
        while True:
            wanted = self._requests.get()
            for device in devices:
                close_device(device)
            devices = []
            if wanted is None:
                return
            if wanted.ears:
                devices, why = self._open(wanted)
                if why:
                    self.failed.emit(wanted.path, why)

    def _volume(self, device: str) -> float:
        return self._volumes.get(device, 0.0)

    def _open(self, wanted: _Wanted) -> tuple[list[Any], Message | None]:
        if not wanted.path.is_file():
            return [], GONE
        if recording_length(wanted.path) is None:
            return [], UNREADABLE
        devices = []
        for ear in wanted.ears:
            pieces = pieces_of(wanted.path, wanted.at, partial(self._volume, ear.device))
            next(pieces)
            device = open_device(ear.device, pieces)
            if device is not None:
                devices.append(device)
        return devices, None if devices else UNHEARD
