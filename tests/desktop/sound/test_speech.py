"""The voice of this system, really heard: it speaks, it is silent at once, and one that fails disturbs nothing."""

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from desktop.content.catalogue import Catalogue
from desktop.live.runner import SessionRunner
from desktop.live_preferences import LivePreferences
from desktop.sound.outputs import Samples
from desktop.sound.read_aloud import OpenerVoice
from desktop.sound.speech import Speaker, Voice, system_speaker
from formats.library.repository import SessionRepository
from formats.session.events import Restarted
from formats.session.moves import Move
from tests.desktop.a_session import a_session
from tests.desktop.settling import wait_for_rest
from tests.desktop.sound.null_sink import MISSING, NullSink, null_sink
from tests.waiting import wait_until

RATE = 44100
LOUD = 400
STILL_IN_THE_BUFFER = 0.4
SPEAKS_AT_LAST_MS = 15_000
BAD_VOICES = {
    "hangs and reads nothing": "#!/bin/sh\ntrap '' TERM HUP INT\nwhile :; do sleep 1; done\n",
    "fails": "#!/bin/sh\nexit 1\n",
    "cannot be started": "no program",
    "prints without end": "#!/bin/sh\nyes $0\n",
}


def loud(heard: Samples) -> list[int]:
    """Where in a recording something is heard."""
    return [place for place, value in enumerate(heard) if abs(value) > LOUD]


@pytest.fixture
def sink(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[NullSink]:
    """A sound server of ours, the only one that programs know."""
    if MISSING:
        pytest.skip(MISSING)
    with null_sink(tmp_path) as made:
        monkeypatch.setenv("PULSE_SERVER", made.address)
        monkeypatch.setenv("PULSE_SINK", "hall")
        monkeypatch.setenv("HOME", str(tmp_path))
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
        yield made
    # Speech Dispatcher was started by the first line and would wait a while for another one.
    for noted in tmp_path.glob("speech-dispatcher/pid/*.pid"):
        with suppress(ProcessLookupError, ValueError):
            os.kill(int(noted.read_text()), signal.SIGTERM)


@pytest.fixture(params=["espeak-ng", "espeak", "spd-say"])
def voice(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Voice:
    """Each voice that Linux may have, as if it were the only one."""
    path = shutil.which(request.param)
    if path is None:
        pytest.skip(f"{request.param} is not installed")
    only = tmp_path / "only"
    only.mkdir()
    (only / request.param).symlink_to(path)
    with monkeypatch.context() as alone:
        alone.setenv("PATH", str(only))
        speaker = system_speaker("linux")
    assert speaker is not None
    return Voice(speaker)


def still_running(program: str) -> list[str]:
    """What runs with this program in its words, be it the program or something that it started."""
    found = []
    for words in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            found.append(words.read_bytes().decode(errors="replace"))
    return [each for each in found if program in each]


def wanting_it(runner: SessionRunner, catalogue: Catalogue, voice: Voice) -> OpenerVoice:
    """The opener is to be read aloud by this voice."""
    wishes = LivePreferences(None)
    wishes.choose(replace(wishes.current, spoken_opener=True))
    return OpenerVoice(runner, catalogue, wishes, voice)


@pytest.fixture
def on_the_table(runner: SessionRunner, repository: SessionRepository, catalogue: Catalogue) -> SessionRunner:
    session = a_session(catalogue)
    repository.keep_session(session)
    runner.open(session)
    runner.make(Move.START)
    return runner


def test_a_line_is_heard_and_then_nothing_is_left(sink: NullSink, voice: Voice, qtbot: QtBot) -> None:
    with sink.recorded():
        voice.say("Breathe in, slowly.")
        number = voice.findChild(QProcess).processId()
        qtbot.waitUntil(lambda: not voice.speaking, timeout=20_000)
        qtbot.waitUntil(lambda: len(loud(sink.heard_so_far)) > RATE * 0.2)

    assert not Path(f"/proc/{number}").exists()


@pytest.mark.parametrize("move", [Move.PAUSE, Move.NEXT])
def test_pausing_and_skipping_silence_it_in_the_middle_of_a_line(
    sink: NullSink, voice: Voice, on_the_table: SessionRunner, catalogue: Catalogue, qtbot: QtBot, move: Move
) -> None:
    aloud = wanting_it(on_the_table, catalogue, voice)
    with sink.recorded() as heard:
        on_the_table.record([Restarted(on_the_table.now)])
        qtbot.waitUntil(lambda: len(loud(sink.heard_so_far)) > RATE * 0.2, timeout=SPEAKS_AT_LAST_MS)
        assert voice.speaking
        number = voice.findChild(QProcess).processId()
        on_the_table.make(move)
        silent_from = len(sink.heard_so_far)
        assert not voice.speaking
        wait_until(lambda: len(sink.heard_so_far) > silent_from + 2 * RATE)
    aloud.stop()

    assert loud(heard)[-1] < silent_from + RATE * STILL_IN_THE_BUFFER
    assert not Path(f"/proc/{number}").exists()


@pytest.mark.parametrize("bad", BAD_VOICES)
def test_a_voice_that_hangs_or_fails_never_disturbs_the_session(
    bad: str, on_the_table: SessionRunner, catalogue: Catalogue, qtbot: QtBot, tmp_path: Path
) -> None:
    program = tmp_path / "voice"
    program.write_text(BAD_VOICES[bad])
    program.chmod(0o700)
    voice = Voice(Speaker(str(program), ()))
    aloud = wanting_it(on_the_table, catalogue, voice)
    for act in (Move.PAUSE, Move.RESUME, Move.LONGER, Move.NEXT, Move.BACK):
        on_the_table.record([Restarted(on_the_table.now)])
        wait_for_rest(voice.findChild(QProcess).state)
        assert on_the_table.make(act)
    voice.say("A long line. " * 20_000)
    aloud.stop()

    assert not voice.speaking
    qtbot.waitUntil(lambda: not still_running(str(program)))


@pytest.mark.parametrize("voice", ["spd-say"], indirect=True)
def test_silencing_ours_leaves_a_screen_reader_its_words(sink: NullSink, voice: Voice, qtbot: QtBot) -> None:
    program = shutil.which("spd-say")
    assert program is not None
    reader = [program, "--priority", "message", "--wait", "Peer Assist, eighteen people. " * 8]
    with sink.recorded() as heard:
        reading = subprocess.Popen(reader)
        qtbot.waitUntil(lambda: len(loud(sink.heard_so_far)) > RATE * 0.2, timeout=SPEAKS_AT_LAST_MS)
        voice.say("Breathe in, slowly.")
        qtbot.waitUntil(lambda: voice.findChild(QProcess).state() is not QProcess.ProcessState.Starting)
        voice.be_silent()
        from_here = len(sink.heard_so_far)
        wait_until(lambda: len(sink.heard_so_far) > from_here + 3 * RATE)
        reading.kill()
        reading.wait()

    assert len([place for place in loud(heard) if place > from_here + RATE]) > RATE * 0.2


def test_the_next_line_is_never_hushed_with_the_one_it_replaces(qtbot: QtBot, tmp_path: Path) -> None:
    """Hushing takes a process of its own, which may come to it only when the next line is already being said."""
    program, asked = tmp_path / "voice", tmp_path / "asked"
    program.write_text(f'#!/bin/sh\necho "$1" >> {asked}\n[ "$1" = hush ] || sleep 30\n')
    program.chmod(0o700)
    voice = Voice(Speaker(str(program), ("say",), ("hush",)))

    for said, line in enumerate(("Breathe in.", "Breathe out."), start=1):
        voice.say(line)
        qtbot.waitUntil(lambda many=said: asked.exists() and asked.read_text().split().count("say") == many)
        # A hush that was asked for too late would still run by now, or have left its word.
        qtbot.waitUntil(lambda: not [words for words in still_running(str(program)) if "hush" in words])
    assert asked.read_text().split() == ["say", "say"]
    voice.be_silent()

    qtbot.waitUntil(lambda: asked.read_text().split() == ["say", "say", "hush"])
