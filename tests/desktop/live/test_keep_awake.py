"""The laptop stays awake while the clock runs, and only then; the system is told through its own door."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop.content.catalogue import Catalogue
from desktop.live.keep_awake import KeepAwake
from desktop.live.runner import SessionRunner
from formats.library.repository import SessionRepository
from formats.session.moves import Move
from tests.desktop.a_session import a_session
from tests.waiting import wait_until

SCREEN_SAVER = """
import sys
from jeepney import DBusAddress, HeaderFields, MessageType, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection
bus = open_dbus_connection(bus="SESSION")
bus.send_and_get_reply(message_bus.RequestName("org.freedesktop.ScreenSaver"))
print("ready", flush=True)
while True:
    asked = bus.receive()
    member = asked.header.fields.get(HeaderFields.member)
    if asked.header.message_type is MessageType.method_call and member in ("Inhibit", "UnInhibit"):
        print(member, flush=True)
        answer = ("u", (7,)) if member == "Inhibit" else (None, ())
        bus.send(new_method_return(asked, *answer))
"""
A_SESSION = """
import sys
from pathlib import Path
from desktop.live.clocks import SteadyClock, wall_time
from desktop.live.keep_awake import KeepAwake
from desktop.live.runner import SessionRunner
from formats.library.opening import open_library
from formats.library.repository import SessionRepository
with open_library(Path(sys.argv[1], "library.json"), now=wall_time, retry_seconds=None) as file:
    awake = KeepAwake(SessionRunner(SessionRepository(file), SteadyClock()))
    awake.keep_for_side_timers(True)
    sys.stdin.read()
    awake.stop()
    print("over")
"""


class System:
    """Stands where the operating system would: counts who keeps it awake."""

    def __init__(self) -> None:
        self.holds = 0
        self.threads: set[int] = set()

    @contextmanager
    def keeping(self) -> Iterator[None]:
        self.holds += 1
        self.threads.add(threading.get_ident())
        try:
            yield
        finally:
            self.holds -= 1

    def wait_for(self, holds: int) -> None:
        wait_until(lambda: self.holds == holds)


@pytest.fixture
def system() -> System:
    return System()


@pytest.fixture
def awake(
    runner: SessionRunner, repository: SessionRepository, catalogue: Catalogue, system: System
) -> Iterator[KeepAwake]:
    made = KeepAwake(runner, system.keeping)
    session = a_session(catalogue)
    repository.keep_session(session)
    runner.open(session)
    yield made
    made.stop()


def test_the_laptop_may_sleep_until_the_clock_runs(
    runner: SessionRunner, awake: KeepAwake, system: System
) -> None:
    assert not awake.held

    runner.make(Move.START)
    system.wait_for(1)
    assert awake.held
    assert threading.get_ident() not in system.threads


@pytest.mark.parametrize("end", [Move.PAUSE, Move.FINISH, Move.UNDO])
def test_a_clock_that_stands_lets_the_laptop_sleep(
    runner: SessionRunner, awake: KeepAwake, system: System, end: Move
) -> None:
    runner.make(Move.START)
    system.wait_for(1)

    runner.make(end)

    system.wait_for(0)
    assert not awake.held


def test_going_on_keeps_it_awake_again_once(runner: SessionRunner, awake: KeepAwake, system: System) -> None:
    for move in (Move.START, Move.PAUSE, Move.RESUME, Move.LONGER, Move.NEXT):
        runner.make(move)

    system.wait_for(1)


def test_clearing_the_table_lets_it_sleep(runner: SessionRunner, awake: KeepAwake, system: System) -> None:
    runner.make(Move.START)
    system.wait_for(1)

    runner.open(None)

    system.wait_for(0)


def test_an_app_opened_on_a_running_session_keeps_it_awake(
    runner: SessionRunner, awake: KeepAwake, system: System
) -> None:
    runner.make(Move.START)
    system.wait_for(1)

    late = KeepAwake(runner, system.keeping)

    system.wait_for(2)
    late.stop()
    system.wait_for(1)


def test_a_system_that_does_not_answer_holds_up_nobody(runner: SessionRunner, awake: KeepAwake) -> None:
    let_go, answered = threading.Event(), threading.Event()

    @contextmanager
    def slow() -> Iterator[None]:
        let_go.wait(30)
        answered.set()
        yield

    runner.make(Move.START)
    held = KeepAwake(runner, slow)
    runner.make(Move.PAUSE)

    assert not answered.is_set()
    let_go.set()
    held.stop()


@contextmanager
def a_session_of_its_own(tmp_path: Path, bus: str) -> Iterator["subprocess.Popen[str]"]:
    """A process that keeps awake until its input ends."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("DBUS")}
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [sys.executable, "-W", "error", "-c", A_SESSION, str(tmp_path)],
        env={**clean, "HOME": str(tmp_path), "DBUS_SESSION_BUS_ADDRESS": bus},
        stdin=pipe,
        stdout=pipe,
        stderr=pipe,
        text=True,
    ) as process:
        yield process
        process.kill()


def test_where_the_system_knows_no_way_nothing_is_raised_or_printed(tmp_path: Path) -> None:
    with a_session_of_its_own(tmp_path, f"unix:path={tmp_path}/nobody") as session:
        said = session.communicate("", timeout=60)

    assert (session.returncode, said) == (0, ("over\n", ""))


@pytest.mark.skipif(not shutil.which("dbus-daemon"), reason="dbus-daemon is not installed")
def test_the_screen_saver_is_told_to_stay_away_and_then_that_it_may_come(tmp_path: Path) -> None:
    """A real bus with a screen saver of ours on it."""
    address = f"unix:path={tmp_path}/bus"
    words = ["dbus-daemon", "--session", f"--address={address}", "--nofork", "--nopidfile"]
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as bus:
        wait_until((tmp_path / "bus").exists)
        environment = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": address}
        with subprocess.Popen(
            [sys.executable, "-c", SCREEN_SAVER], env=environment, stdout=subprocess.PIPE, text=True
        ) as saver:
            assert saver.stdout is not None
            assert saver.stdout.readline() == "ready\n"
            with a_session_of_its_own(tmp_path, address) as session:
                while_it_lasts = saver.stdout.readline()
                said = session.communicate("", timeout=60)
            afterwards = saver.stdout.readline()
            saver.kill()
        bus.kill()

    assert said == ("over\n", "")
    assert (while_it_lasts, afterwards) == ("Inhibit\n", "UnInhibit\n")
