"""An opener that is a recording: heard as its clock runs, from where it should be, and read where it cannot be."""

import wave
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.content.catalogue import read_catalogue
from desktop.content.new_session import new_session
from desktop.live.bells import Bell, BellWatch
from desktop.live.runner import SessionRunner
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.panels.opener.script import OpenerScript
from desktop.places.library.form.recording_field import unlike_words
from desktop.sound.opener_recording import OpenerRecording
from desktop.sound.outputs import RATE
from desktop.sound.player import Loudspeaker
from desktop.sound.recording import GONE, UNHEARD, UNREADABLE, RecordingPlayer, pieces_of, recording_length
from formats.library.repository import SessionRepository
from formats.session.events import Restarted
from formats.session.moves import Move
from formats.structures.opener import Bells, Opener
from tests.desktop.a_session import STARTS
from tests.desktop.conftest import StandingClock
from tests.desktop.sound.null_sink import MISSING, NullSink, null_sink
from tests.waiting import wait_until

SECOND = timedelta(seconds=1)


def a_recording(path: Path, seconds: int) -> Path:
    """A file whose loudness says the second: 100 in the first, 200 in the second."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        for second in range(1, seconds + 1):
            file.writeframes(array("h", [100 * second] * RATE).tobytes())
    return path


@dataclass
class Listener:
    """Hears what is played, from which second on, and when it stops."""

    heard: list[str] = field(default_factory=list)
    volumes: list[float] = field(default_factory=list)

    def play(self, path: Path, at: timedelta, ears: tuple[Loudspeaker, ...]) -> None:
        self.heard.append(f"{path.name} from {at // SECOND}")

    def set_volumes(self, ears: tuple[Loudspeaker, ...]) -> None:
        self.volumes.append(ears[0].volume)

    def stop(self) -> None:
        self.heard.append("silent")


@dataclass
class Hall:
    """A session in an opener of one's own with a recording."""

    runner: SessionRunner
    clock: StandingClock
    preferences: LivePreferences
    recording: OpenerRecording
    listener: Listener
    said: list[str]
    bells: list[Bell]

    def begin(self) -> None:
        self.runner.record([Restarted(self.runner.now)])

    def wait(self, seconds: float) -> None:
        self.clock.move(seconds=seconds)
        self.runner.catch_up()


@pytest.fixture
def opener(tmp_path: Path) -> Opener:
    ours = read_catalogue().preferred_opener
    second = ours.lines_for(ours.lengths.usual)[1]
    lines = tuple(replace(line, bell=line is second) for line in ours.lines)
    return replace(
        ours, id="mine", title="Mine", recording=str(tmp_path / "mine.wav"), lines=lines, bells=Bells(start=False)
    )


@pytest.fixture
def hall(
    runner: SessionRunner, repository: SessionRepository, clock: StandingClock, opener: Opener
) -> Iterator[Hall]:
    catalogue = read_catalogue()
    catalogue.openers = (opener,)
    preferences, listener = LivePreferences(None), Listener()
    recording = OpenerRecording(runner, catalogue, preferences, listener)
    said: list[str] = []
    recording.trouble.connect(said.append)
    bells: list[Bell] = []
    watch = BellWatch(runner, runner, catalogue)
    watch.bell_due.connect(bells.append)
    structure = catalogue.structure("peer-assist")
    assert structure is not None
    session = new_session(catalogue, structure, STARTS, "With a recording")
    repository.keep_session(session)
    runner.open(session)
    runner.make(Move.START)
    yield Hall(runner, clock, preferences, recording, listener, said, bells)
    recording.stop()


def test_it_begins_with_the_opener_and_not_with_the_invitation(hall: Hall) -> None:
    hall.wait(20)
    assert hall.listener.heard == []
    hall.begin()
    for _ in range(10):
        hall.wait(1)
    assert hall.listener.heard == ["mine.wav from 0"]


def test_it_pauses_goes_on_from_there_and_is_silent_once_the_opener_is_left(hall: Hall) -> None:
    hall.begin()
    hall.wait(5)
    hall.runner.make(Move.PAUSE)
    hall.wait(60)
    hall.runner.make(Move.RESUME)
    hall.wait(1)
    hall.runner.make(Move.NEXT)
    assert hall.listener.heard == ["mine.wav from 0", "silent", "mine.wav from 5", "silent"]


def test_after_an_undo_it_goes_on_from_where_it_should_be(hall: Hall) -> None:
    hall.begin()
    hall.wait(30)
    hall.runner.make(Move.NEXT)
    hall.runner.make(Move.UNDO)
    assert hall.listener.heard[-2:] == ["silent", "mine.wav from 30"]


def test_sound_off_silences_it_and_on_again_it_is_where_it_would_have_been(hall: Hall) -> None:
    hall.begin()
    hall.wait(4)
    hall.preferences.choose(replace(hall.preferences.current, volume=0.5))
    assert hall.listener.volumes[-1] == 0.5
    hall.preferences.choose(replace(hall.preferences.current, sound=False))
    hall.wait(4)
    hall.preferences.choose(replace(hall.preferences.current, sound=True))
    assert hall.listener.heard == ["mine.wav from 0", "silent", "mine.wav from 8"]


def test_where_it_is_gone_the_script_is_read_instead_and_that_is_said_once(hall: Hall, opener: Opener) -> None:
    assert hall.recording.speaks_for(opener)
    hall.begin()
    for _ in range(2):
        hall.recording.take_failure(Path(opener.recording), GONE)
        hall.wait(1)
    assert hall.said == ["The recording “mine.wav” is not where it was. Read the script instead."]
    assert not hall.recording.speaks_for(opener)
    assert hall.listener.heard[-1] == "silent"


def test_its_bells_are_those_that_were_chosen(hall: Hall, opener: Opener) -> None:
    hall.begin()
    length = opener.lengths.usual
    hall.wait(1)
    assert hall.bells == []
    hall.wait(length * opener.lines_for(length)[1].at / SECOND + 1)
    assert hall.bells == [Bell.SOON]
    hall.wait(length / SECOND)
    assert hall.bells == [Bell.SOON, Bell.END]


def test_a_recording_that_is_longer_or_shorter_than_the_opener_says_what_that_means() -> None:
    usual = timedelta(minutes=2)
    assert unlike_words(timedelta(minutes=2, milliseconds=400), usual) == ""
    longer = unlike_words(timedelta(seconds=192), usual)
    assert longer == "That is 1:12 more than the opener takes: its end would be cut off."
    shorter = unlike_words(timedelta(seconds=90), usual)
    assert shorter == "That is 0:30 less than the opener takes: the rest is silence."
    assert unlike_words(None, usual) == ""


def test_a_bell_between_lines_is_marked_beside_its_line_where_the_script_is_read(
    opener: Opener, look: Look, qtbot: QtBot
) -> None:
    script = OpenerScript(look)
    qtbot.addWidget(script)
    script.show_opener(opener, opener.lengths.usual, timedelta())
    marked = ["bell" in line.moment.text() for line in script.lines]
    assert marked[:3] == [False, True, False]


def test_the_pieces_begin_where_they_should_as_loud_as_is_wanted_and_end_in_silence(tmp_path: Path) -> None:
    file, loud = a_recording(tmp_path / "mine.wav", 3), [1.0]
    pieces = pieces_of(file, 2 * SECOND, lambda: loud[0])
    next(pieces)
    assert set(pieces.send(1000)) == {300}
    loud[0] = 0.5
    assert set(pieces.send(1000)) == {75}
    loud[0] = 0.0
    assert set(pieces.send(RATE)) == {0}
    loud[0] = 1.0
    assert set(pieces.send(500)) == {0}


def test_only_a_file_that_can_be_played_has_a_length(tmp_path: Path) -> None:
    assert recording_length(a_recording(tmp_path / "mine.wav", 3)) == 3 * SECOND
    for name, content in (
        ("empty.mp3", b""),
        ("text.ogg", b"hello" * 200),
        ("voice.m4a", b"\0\0\0 ftypM4A " * 40),
    ):
        (tmp_path / name).write_bytes(content)
        assert recording_length(tmp_path / name) is None
    assert recording_length(tmp_path / "gone.flac") is None


@pytest.fixture
def sink(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[NullSink]:
    """A loudspeaker that nobody hears and everybody can record."""
    if MISSING:
        pytest.skip(MISSING)
    with null_sink(tmp_path) as made:
        monkeypatch.setenv("PULSE_SERVER", made.address)
        yield made


def test_a_recording_goes_out_of_the_computer_from_where_it_is_asked_for_until_it_is_stopped(
    sink: NullSink, tmp_path: Path
) -> None:
    player = RecordingPlayer()
    with sink.recorded() as heard:
        player.play(a_recording(tmp_path / "mine.wav", 60), 20 * SECOND, (Loudspeaker("", 1.0),))
        wait_until(lambda: any(sink.heard_so_far))
        player.end()
    loudest = max(heard)
    assert 2000 <= loudest <= 2400


def test_what_cannot_be_heard_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/none")
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "text.mp3").write_text("no sound")
    whys = {"gone.ogg": GONE, "text.mp3": UNREADABLE, "mine.wav": UNHEARD}
    a_recording(tmp_path / "mine.wav", 1)
    player = RecordingPlayer()
    for name, why in whys.items():
        with qtbot.waitSignal(player.failed) as told:
            player.play(tmp_path / name, timedelta(), (Loudspeaker("no such loudspeaker", 1.0),))
        assert told.args == [tmp_path / name, why]
    player.end()
