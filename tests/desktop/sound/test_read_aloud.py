"""The opener read aloud by a voice of the system: each line once, silent as soon as it should be."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from desktop.content.catalogue import Catalogue
from desktop.live.runner import SessionRunner
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.places.settings.sound_section import SoundSection
from desktop.sound.read_aloud import OpenerVoice
from desktop.sound.speech import Voice, system_speaker
from formats.library.repository import SessionRepository
from formats.session.events import Restarted
from formats.session.moves import Move
from tests.desktop.a_session import a_session
from tests.desktop.conftest import StandingClock

# A program like those of the system: it takes a line, speaks for a long while, and can be cut short.
SPEAKS = """#!/bin/sh
cat >> "$0.heard"
exec sleep 30
"""


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only programs of the computer: a voice of ours, and what a shell needs."""
    folder = tmp_path / "programs"
    folder.mkdir()
    voice = folder / "espeak-ng"
    voice.write_text(SPEAKS)
    voice.chmod(0o700)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return folder


class Hall:
    """A session in its opener, and what the voice was given."""

    def __init__(
        self, qtbot: QtBot, runner: SessionRunner, clock: StandingClock, programs: Path, voice: Voice
    ) -> None:
        self.qtbot, self.runner, self.clock, self.voice = qtbot, runner, clock, voice
        self._heard = programs / "espeak-ng.heard"

    @property
    def heard(self) -> list[str]:
        return self._heard.read_text("utf-8").splitlines() if self._heard.exists() else []

    def hears(self, count: int) -> None:
        self.qtbot.waitUntil(lambda: len(self.heard) == count)

    def wait(self, seconds: float) -> None:
        self.clock.move(seconds=seconds)
        self.runner.catch_up()


@pytest.fixture
def hall(
    qtbot: QtBot,
    runner: SessionRunner,
    repository: SessionRepository,
    catalogue: Catalogue,
    clock: StandingClock,
    programs: Path,
) -> Iterator[Hall]:
    wishes, voice = LivePreferences(None), Voice(system_speaker("linux"))
    wishes.choose(replace(wishes.current, spoken_opener=True))
    aloud = OpenerVoice(runner, catalogue, wishes, voice)
    session = a_session(catalogue)
    repository.keep_session(session)
    runner.open(session)
    runner.make(Move.START)
    yield Hall(qtbot, runner, clock, programs, voice)
    aloud.stop()


def begin(hall: Hall) -> None:
    hall.runner.record([Restarted(hall.runner.now)])


def test_each_line_is_said_once_as_its_moment_comes(hall: Hall, catalogue: Catalogue) -> None:
    opener = catalogue.preferred_opener
    hall.wait(30)
    assert hall.heard == []
    begin(hall)
    hall.hears(1)
    for _ in range(40):
        hall.wait(1)
    stage = hall.runner.reading.stage  # type: ignore[union-attr]  # one is running
    assert stage is not None
    here = opener.line_index(stage.length, hall.runner.reading.used)  # type: ignore[union-attr]  # as above
    assert here > 0
    hall.qtbot.waitUntil(lambda: hall.heard[-1:] == [opener.lines_for(stage.length)[here].text])
    assert hall.heard[0] == opener.lines[0].text


@pytest.mark.parametrize("move", [Move.PAUSE, Move.NEXT, Move.FINISH])
def test_it_stops_in_the_middle_of_a_line(hall: Hall, move: Move) -> None:
    begin(hall)
    hall.hears(1)
    assert hall.voice.speaking
    hall.runner.make(move)
    assert not hall.voice.speaking


def test_going_on_after_a_pause_does_not_say_the_line_again(hall: Hall) -> None:
    begin(hall)
    hall.hears(1)
    hall.runner.make(Move.PAUSE)
    hall.runner.make(Move.RESUME)
    hall.wait(1)
    assert not hall.voice.speaking


def test_without_a_voice_nothing_is_offered_and_nothing_fails(
    look: Look, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert system_speaker() is None
    Voice(None).say("Hello")
    section = SoundSection(look, LivePreferences(None), tuple)
    found = section.findChild(QCheckBox, "spoken-opener")
    assert found is not None
    assert found.isHidden()
    section.deleteLater()


def test_where_there_is_a_voice_the_settings_offer_it_and_it_is_off(look: Look, programs: Path) -> None:
    wishes = LivePreferences(None)
    section = SoundSection(look, wishes, tuple)
    found = section.findChild(QCheckBox, "spoken-opener")
    assert found is not None
    assert not found.isHidden()
    assert not found.isChecked()
    found.click()
    assert wishes.current.spoken_opener
    section.deleteLater()


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_each_system_has_its_way_to_speak(platform: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("espeak-ng", "say", "powershell"):
        (tmp_path / name).write_text("")
        (tmp_path / name).chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path))
    speaker = system_speaker(platform)
    assert speaker is not None
    assert Path(speaker.program).parent == tmp_path
