"""A bell is heard where there is a device, and where there is none nothing is held up, raised or printed."""

import subprocess
import sys
import wave
from array import array
from dataclasses import dataclass, field, replace
from importlib.resources import files
from pathlib import Path
from threading import Event

import miniaudio
import pytest

from desktop.live.bells import Bell
from desktop.live_preferences import LivePreferences
from desktop.preferences import Preferences
from desktop.sound.outputs import RATE, DeviceOutput, Mix, Samples, device_names, system_output
from desktop.sound.player import Loudspeaker, Sound, Sounds, loudspeakers, samples
from tests.desktop.sound.null_sink import MISSING, NullSink, likeness, null_sink, onset
from tests.waiting import wait_until

QUIET_PROCESS = """
from desktop.live.bells import Bell
from desktop.live_preferences import LivePreferences
from desktop.sound.player import Sounds
sounds = Sounds(LivePreferences(None))
sounds.ring(Bell.SOON)
sounds.ring(Bell.END)
sounds.stop()
print("the session went on")
"""


@dataclass
class Listener:
    """Stands where the sound system would: remembers what it is given."""

    plays: bool = True
    heard: list[tuple[int, str]] = field(default_factory=list)
    closed: int = 0

    def play(self, samples: Samples, device: str) -> bool:
        self.heard.append((max(samples), device))
        return self.plays

    def close(self) -> None:
        self.closed += 1


class Stuck:
    """A device that does not answer until it is let go."""

    def __init__(self) -> None:
        self.entered, self.let_go, self.answered = Event(), Event(), Event()

    def play(self, samples: Samples, device: str) -> bool:
        self.entered.set()
        self.let_go.wait(30)
        self.answered.set()
        return False

    def close(self) -> None:
        pass


@pytest.fixture
def wishes() -> LivePreferences:
    return LivePreferences(None)


@pytest.fixture
def sink(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    if MISSING:
        pytest.skip(MISSING)
    with null_sink(tmp_path) as made:
        monkeypatch.setenv("PULSE_SERVER", made.address)
        yield made


@pytest.mark.parametrize("sound", Sound)
def test_every_sound_is_there_begins_and_ends_in_silence_and_leaves_headroom(sound: Sound) -> None:
    with files("resources").joinpath("sounds", f"{sound.value}.wav").open("rb") as file, wave.open(file) as wav:
        shape = (wav.getnchannels(), wav.getsampwidth(), wav.getframerate())
        heard = array("h", wav.readframes(wav.getnframes()))

    assert shape == (1, 2, 44_100)
    assert 1 < len(heard) / 44_100 < 6
    assert 3_000 < max(heard) < 25_000
    assert abs(heard[0]) < 50
    assert max(map(abs, heard[-100:])) < 50


def test_half_the_volume_is_a_quarter_of_the_swing() -> None:
    assert max(samples(Sound.END, 0.5)) == pytest.approx(max(samples(Sound.END, 1.0)) / 4, abs=1)


def test_both_bells_ring_at_the_chosen_volume(wishes: LivePreferences) -> None:
    listener = Listener()
    sounds = Sounds(wishes, listener)

    sounds.ring(Bell.SOON)
    sounds.ring(Bell.END)
    sounds.stop()

    loud = [max(samples(sound, 0.6)) for sound in (Sound.SOON, Sound.END)]
    assert listener.heard == [(loud[0], ""), (loud[1], "")]
    assert listener.closed == 1


def test_muted_nothing_rings_but_the_test_button_does(wishes: LivePreferences) -> None:
    listener = Listener()
    sounds = Sounds(wishes, listener)
    wishes.choose(replace(wishes.current, sound=False))

    sounds.ring(Bell.END)
    sounds.test()
    sounds.stop()

    assert len(listener.heard) == 1


def test_muting_stops_a_bell_that_is_still_ringing(wishes: LivePreferences) -> None:
    listener = Listener()
    sounds = Sounds(wishes, listener)
    sounds.ring(Bell.END)
    wait_until(lambda: len(listener.heard) == 1)

    wishes.choose(replace(wishes.current, volume=0.5))
    wishes.choose(replace(wishes.current, sound=False))
    wait_until(lambda: listener.closed == 1)

    wishes.choose(replace(wishes.current, sound=True))
    sounds.ring(Bell.END)
    sounds.stop()
    assert len(listener.heard) == 2
    assert listener.closed == 2


def test_the_room_hears_it_at_its_own_volume_where_it_has_a_device_of_its_own() -> None:
    both = Preferences(volume=0.2, room_volume=0.9, room_device="Projector")

    assert loudspeakers(both) == (Loudspeaker("", 0.2), Loudspeaker("Projector", 0.9))
    assert loudspeakers(replace(both, sound=False)) == (Loudspeaker("Projector", 0.9),)
    assert loudspeakers(replace(both, room_sound=False)) == (Loudspeaker("", 0.2),)
    assert loudspeakers(replace(both, room_device="")) == (Loudspeaker("", 0.2),)
    assert loudspeakers(replace(both, volume=0.0, room_device="")) == ()


def test_a_device_that_does_not_answer_holds_up_nobody(wishes: LivePreferences) -> None:
    stuck = Stuck()
    sounds = Sounds(wishes, stuck)

    sounds.ring(Bell.END)
    assert stuck.entered.wait(5)
    sounds.ring(Bell.END)

    assert not stuck.answered.is_set()
    stuck.let_go.set()
    sounds.stop()


def test_closing_does_not_wait_for_a_device_that_does_not_answer(wishes: LivePreferences) -> None:
    stuck = Stuck()
    sounds = Sounds(wishes, stuck)
    sounds.ring(Bell.END)
    assert stuck.entered.wait(5)

    sounds.stop()
    sounds.ring(Bell.END)

    assert not stuck.answered.is_set()
    stuck.let_go.set()


def test_two_sounds_ring_into_each_other_without_breaking_up() -> None:
    mix = Mix()
    pieces = mix.pieces()
    next(pieces)
    mix.add(array("h", [100] * 6))
    first = pieces.send(4)
    mix.add(array("h", [32_000] * 4))
    mix.add(array("h", [32_000] * 4))

    assert list(first) == [100] * 4
    assert list(pieces.send(4)) == [32_767] * 4
    assert list(pieces.send(3)) == [0] * 3


def test_without_any_device_nothing_is_raised_printed_or_held_up(tmp_path: Path) -> None:
    """A process of its own, because ALSA prints past Python; its sound server does not exist."""
    nowhere = {"PULSE_SERVER": f"unix:{tmp_path}/none", "HOME": str(tmp_path), "PATH": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", QUIET_PROCESS], env=nowhere, capture_output=True, text=True, timeout=60, check=False
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "the session went on\n", "")


def test_the_bell_that_was_recorded_is_the_bell_that_was_made(sink: NullSink, wishes: LivePreferences) -> None:
    sounds = Sounds(wishes)
    with sink.recorded() as heard:
        sounds.ring(Bell.END)
        wait_until(lambda: len(sink.heard_so_far) - onset(sink.heard_so_far) > RATE)
        sounds.stop()

    played, began = samples(Sound.END, 0.6), onset(heard)
    assert likeness(heard, played, at=began, length=11_025) > 0.98
    assert max(heard) == pytest.approx(max(played), rel=0.1)


def rings(sink: NullSink) -> bool:
    """Whether a bell is heard."""
    return max(sink.heard_so_far, default=0) > 5_000


def test_after_the_device_was_unplugged_the_next_bell_rings_on_the_one_that_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if MISSING:
        pytest.skip(MISSING)
    outlet = DeviceOutput()
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        with null_sink(tmp_path / name) as sink:
            monkeypatch.setenv("PULSE_SERVER", sink.address)
            with sink.recorded():
                assert outlet.play(samples(Sound.SOON, 1.0), "")
                wait_until(lambda: rings(sink))
            sink.unplug()
            wait_until(lambda: not outlet.is_asking(""))
    outlet.close()


def test_a_sound_system_with_no_device_that_takes_it_may_be_asked_all_session_long(
    sink: NullSink, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each tone of an opener asks again: what stayed open would use up what a process may open."""
    sink.pull_out()
    monkeypatch.setenv("PATH", "")  # no player program either
    outlet = system_output()
    assert not outlet.play(samples(Sound.END, 1.0), "")
    open_before = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(5):
        assert not outlet.play(samples(Sound.END, 1.0), "")

    assert len(list(Path("/proc/self/fd").iterdir())) <= open_before
    outlet.close()


def test_a_device_pulled_out_in_the_middle_of_a_bell_is_heard_again_once_it_is_back(sink: NullSink) -> None:
    outlet = DeviceOutput()
    with sink.recorded():
        assert outlet.play(samples(Sound.END, 1.0), "")
        wait_until(lambda: rings(sink))
        sink.pull_out()
    wait_until(lambda: not outlet.is_asking(""))
    assert not outlet.play(samples(Sound.END, 1.0), "")

    sink.plug_in()
    with sink.recorded():
        assert outlet.play(samples(Sound.END, 1.0), "")
        wait_until(lambda: rings(sink))
    outlet.close()


def test_devices_are_named_for_the_person_to_choose_from(sink: NullSink) -> None:
    assert len(device_names()) == 1


def test_a_device_that_another_app_holds_hides_no_other(sink: NullSink, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a device is open to one app alone, it tells another nothing but its name."""

    def held(*_asked: object) -> None:
        raise miniaudio.MiniaudioError("can't get device info")

    monkeypatch.setattr(miniaudio.Devices, "_get_info", held)

    assert len(device_names()) == 1


def test_a_named_device_that_is_not_plugged_in_stays_silent(sink: NullSink) -> None:
    outlet = DeviceOutput()

    assert not outlet.play(samples(Sound.END, 1.0), "Projector")
    outlet.close()
    wait_until(lambda: sink.server.poll() is None)
