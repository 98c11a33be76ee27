"""Has this computer a voice of its own, and how is it asked to say a line, or to be silent?"""

import os
import shutil
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment

from desktop.sound.outputs import clean_environment

GOODBYE_MS = 500
WINDOWS_SPEAKS = (
    "[Console]::InputEncoding = [Text.Encoding]::UTF8; Add-Type -AssemblyName System.Speech; "
    "$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; $voice.Rate = -2; "
    "$voice.Speak([Console]::In.ReadToEnd())"
)
WAYS: dict[str, tuple[tuple[str, ...], ...]] = {
    "linux": (
        ("espeak-ng", "--stdin", "-s", "130"),
        ("espeak", "--stdin", "-s", "130"),
        ("spd-say", "--priority", "notification", "--pipe-mode", "--wait"),
    ),
    "darwin": (("say", "-r", "150"),),
    "win32": (("powershell", "-NoProfile", "-NonInteractive", "-Command", WINDOWS_SPEAKS),),
}
"""Each reads from its standard input, so that no word of a script can ever be taken for an option. Calm speed."""
HUSH = {"spd-say": ("--priority", "notification", "--volume", "-100", ".")}
"""Speech Dispatcher speaks in a process of its own, which goes on when the one that asked it is ended.

Another notification that nobody hears takes the place of ours; to cancel would silence a screen reader as well.
"""


@dataclass(frozen=True, slots=True)
class Speaker:
    """A program that speaks, by its path, how to ask it, and how to hush it where ending it will not do."""

    program: str
    arguments: tuple[str, ...]
    hush: tuple[str, ...] = ()


def system_speaker(platform: str = sys.platform) -> Speaker | None:
    """The first speaking program that is installed; None where there is none."""
    for name, *arguments in WAYS.get(platform, ()):
        path = shutil.which(name)
        if path is not None:
            return Speaker(path, tuple(arguments), HUSH.get(name, ()))
    return None


class Voice(QObject):
    """Says one line at a time; a new line takes the place of one that is still being said."""

    def __init__(self, speaker: Speaker | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speaker = speaker
        self._process = QProcess(self)
        if sys.platform != "win32":
            self._process.setUnixProcessParameters(QProcess.UnixProcessFlag.CreateNewSession)
        self._process.setStandardOutputFile(QProcess.nullDevice())
        self._process.setStandardErrorFile(QProcess.nullDevice())

    @property
    def speaking(self) -> bool:
        """Whether a line is being said."""
        return self._process.state() is not QProcess.ProcessState.NotRunning

    def say(self, line: str) -> None:
        """Begins to say a line; comes back at once, and does nothing where there is no voice."""
        self._end()  # unhushed: the new line takes the place of the old, and a late hush would take the new one
        if self._speaker is None or self.speaking:
            return
        self._process.setProcessEnvironment(_environment())
        self._process.start(self._speaker.program, list(self._speaker.arguments))
        self._process.write(f"{line}\n".encode())
        self._process.closeWriteChannel()

    def be_silent(self) -> None:
        """Says no more of the line of the moment."""
        if self._end() and self._speaker is not None and self._speaker.hush:
            self._hush(self._speaker)

    def _end(self) -> bool:
        """Ends the program and, where a group can be ended, what it may have started; whether there was one."""
        if not self.speaking:
            return False
        number = self._process.processId()
        if sys.platform != "win32" and number > 0:  # 0 would be our own group
            with suppress(OSError):
                os.killpg(number, signal.SIGKILL)
        self._process.kill()
        self._process.waitForFinished(GOODBYE_MS)
        return True

    def _hush(self, speaker: Speaker) -> None:
        hushing = QProcess()
        hushing.setProgram(speaker.program)
        hushing.setArguments(list(speaker.hush))
        hushing.setProcessEnvironment(_environment())
        hushing.setStandardOutputFile(QProcess.nullDevice())
        hushing.setStandardErrorFile(QProcess.nullDevice())
        hushing.startDetached()


def _environment() -> QProcessEnvironment:
    made = QProcessEnvironment()
    for name, value in clean_environment().items():
        made.insert(name, value)
    return made
