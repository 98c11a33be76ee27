"""Does the packaged app, small as it is, still seal a file, ring a bell, and say days as the source does?"""

import os
import subprocess
import sys
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from desktop.preferences import Preferences
from desktop.sound.player import Sound, samples
from formats.library.transfer import SealedFileError, read_transfer
from tests.desktop.sound.null_sink import likeness, onset
from tests.linux.archive import TITLE
from tests.linux.bare_debian import HOME, INSTALLED, BareDebian, LinuxError
from tests.linux.screen import PATIENCE, Screen
from tests.waiting import wait_until

HANDS, WAITING = Path(__file__).with_name("hands.py"), Path(__file__).parents[1] / "waiting.py"
DESKTOP = ("at-spi2-core", "dbus", "python3-gi", "gir1.2-atspi-2.0", "pulseaudio", "pulseaudio-utils")
BUS, SOUND, LIBRARY = HOME / ".run" / "bus", HOME / ".run" / "sound", HOME / "played" / "library.json"
SESSION = (
    "env",
    f"DBUS_SESSION_BUS_ADDRESS=unix:path={BUS}",
    f"PULSE_SERVER=unix:{SOUND}",
    "QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1",
)
LANGUAGES = ("sv_SE", "cs_CZ", "de_DE", "ar_EG", "ja_JP")
TEXTS = ("md", "txt", "html", "csv")
PASSPHRASE = "a heron stands in the reeds at dusk"
ALIKE = 0.9
"""How like the bell what was heard has to be, from -1 to 1."""
STRETCH = 11_025
"""So many samples of it are compared, a quarter of a second."""


def try_parts(tree: BareDebian, screen: Screen, tell: Callable[[str], None]) -> None:
    """Uses the library of `play`, with what a desktop has. Raises LinuxError where a part does not work."""
    for language in LANGUAGES:
        _says_the_same(tree, language)
    tell(f"the same words as from the source in {len(LANGUAGES)} languages: days, names in order, times of zones")
    with tree.lent(*DESKTOP), _a_desktop(tree):
        _seal(tree, screen)
        tell("a session file sealed with a passphrase, and opened with it")
        _ring(tree, screen)
        tell("a bell heard, as it is recorded")


def _says_the_same(tree: BareDebian, language: str) -> None:
    for ending in TEXTS:
        words = ("export", "last", "--audience", "present", "--library")
        packaged, source = HOME / "played" / f"packaged.{ending}", tree.seen(HOME / "played" / f"source.{ending}")
        tree.use("env", f"LC_ALL={language}.UTF-8", INSTALLED, *words, LIBRARY, "--to", packaged)
        environment = {**os.environ, "LC_ALL": f"{language}.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
        said = [sys.executable, "-m", "desktop", *words, tree.seen(LIBRARY), "--to", source]
        subprocess.run(said, env=environment, check=True, capture_output=True)
        if tree.seen(packaged).read_bytes() != source.read_bytes():
            raise LinuxError(f"in {language} the packaged app writes another {ending} than the source")


@contextmanager
def _a_desktop(tree: BareDebian) -> Iterator[None]:
    """What a session of a desktop has: a bus, the bus of screen readers, and an output for sound."""
    server = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--disable-shm"]
    server += ["-L", f"module-native-protocol-unix auth-anonymous=1 socket={SOUND}"]
    server += ["-L", "module-null-sink sink_name=hall rate=44100 channels=1"]
    running = [tree.start("dbus-daemon", "--session", "--nofork", f"--address=unix:path={BUS}")]
    wait_until(tree.seen(BUS).exists, PATIENCE)
    running.append(tree.start(*SESSION, "/usr/libexec/at-spi-bus-launcher", "--launch-immediately"))
    running.append(tree.start(*server))
    wait_until(tree.seen(SOUND).exists, PATIENCE)
    try:
        yield
    finally:
        for program in running:
            program.kill()
            program.wait()


@contextmanager
def _used_by_hand(tree: BareDebian, screen: Screen, words: tuple[object, ...], *steps: str) -> Iterator[None]:
    """Opens the window and does in it what is said, step by step; it is closed when the block ends."""
    tree.use("mkdir", "--parents", HOME / "tests")
    hands = tree.give(HANDS, HANDS.name)
    tree.give(WAITING, f"tests/{WAITING.name}")
    window = tree.start(*SESSION, INSTALLED, *words)
    screen.wait_for(TITLE)
    tree.use(*SESSION, f"PYTHONPATH={HOME}", "python3", hands, *steps)
    yield
    screen.close(TITLE)
    window.wait()


def _seal(tree: BareDebian, screen: Screen) -> None:
    sealed, other = HOME / "sealed.clearing", HOME / "played" / "other.json"
    giving = (
        "press:Summary",
        "press:Session file to share",
        f"write:Passphrase, if you want one={PASSPHRASE}",
        f"write:The same passphrase again={PASSPHRASE}",
        "press:Choose where",
        f"write:File name:={sealed}",
        "press:Save",
        f"see:{sealed.name} is in {HOME}.",
    )
    with _used_by_hand(tree, screen, ("--library", LIBRARY), *giving):
        _check_sealed(tree.seen(sealed))
    opening = (f"write:Passphrase of {sealed.name}={PASSPHRASE}", "press:Open")
    with _used_by_hand(tree, screen, ("--library", other, sealed), *opening):
        wait_until(lambda: '"id"' in tree.use(INSTALLED, "list", "--json", "--library", other), PATIENCE)


def _check_sealed(file: Path) -> None:
    with suppress(SealedFileError):
        read_transfer(file)
        raise LinuxError(f"{file.name} opens without its passphrase")
    read_transfer(file, PASSPHRASE)


def _ring(tree: BareDebian, screen: Screen) -> None:
    heard = HOME / "played" / "heard.raw"
    recording = ("parec", "--device=hall.monitor", "--format=s16le", "--rate=44100", "--channels=1")
    recorder = tree.start(*SESSION, *recording, "--latency-msec=20", heard)
    wait_until(lambda: tree.seen(heard).exists() and tree.seen(heard).stat().st_size > 0, PATIENCE)
    with _used_by_hand(tree, screen, ("--library", LIBRARY), "press:Settings", "press:Listen"):
        wait_until(lambda: _likeness_to_bell(tree.seen(heard)) > ALIKE, PATIENCE)
    recorder.terminate()
    recorder.wait()


def _likeness_to_bell(heard: Path) -> float:
    found, content = array("h"), heard.read_bytes()
    found.frombytes(content[: len(content) // 2 * 2])
    begins = onset(found)
    played = samples(Sound.END, Preferences().volume)
    return likeness(found, played, at=begins, length=STRETCH) if len(found) > begins + STRETCH else 0.0
