"""A second start on the same library brings the first window forward; another library has its own."""

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from pytestqt.qtbot import QtBot

from desktop.app.single_instance import (
    ANSWER,
    REQUEST,
    RunningWindow,
    SingleInstance,
    bring_running_window_forward,
    server_name,
)
from formats.library.status import SaveState
from tests.library.builders import opened

HANGING = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop.app.single_instance import SingleInstance
from tests.library.builders import opened
app = QCoreApplication([])
library, window = opened(Path(sys.argv[1])), SingleInstance(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
"""


@contextmanager
def hanging_window(library: Path) -> Iterator[None]:
    """Another process that holds the library, has a window for it, and looks at nothing that happens."""
    process = subprocess.Popen(
        [sys.executable, "-c", HANGING, str(library)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[3],
    )
    assert process.stdout is not None
    assert process.stdout.readline().strip() == b"open"
    try:
        yield
    finally:
        process.communicate()


@contextmanager
def somebody_listens(library: Path, says: bytes) -> Iterator[None]:
    """Another program under the name that a window of this library would have."""
    probe = QLocalServer()
    probe.listen(server_name(library))
    place = probe.fullServerName()
    probe.close()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(place)
        server.listen()
        server.settimeout(10)
        talking = threading.Thread(target=talk, args=(server, says))
        talking.start()
        try:
            yield
        finally:
            talking.join()
            Path(place).unlink()


def talk(server: socket.socket, says: bytes) -> None:
    """Says this to the first that calls, and hears until it hangs up."""
    with server.accept()[0] as caller, suppress(OSError):
        caller.sendall(says)
        while caller.recv(100):
            pass


def test_a_second_start_calls_the_first_window(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path / "library.json")

    with qtbot.waitSignal(first.activation_requested, timeout=3000):
        assert bring_running_window_forward(tmp_path / "library.json")


def test_a_second_start_through_a_link_calls_the_same_window(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "library.json").write_text("{}")
    (tmp_path / "link.json").symlink_to(tmp_path / "library.json")
    first = SingleInstance(tmp_path / "library.json")

    with qtbot.waitSignal(first.activation_requested, timeout=3000):
        assert bring_running_window_forward(tmp_path / "link.json")


def test_a_window_that_does_not_answer_is_told_apart_from_none(qtbot: QtBot, tmp_path: Path) -> None:
    with hanging_window(tmp_path / "library.json"):
        assert bring_running_window_forward(tmp_path / "library.json", patience=200) is RunningWindow.SILENT
    assert bring_running_window_forward(tmp_path / "library.json", patience=200) is RunningWindow.NONE


@pytest.mark.skipif(sys.platform == "win32", reason="sockets that are files")
@pytest.mark.parametrize("says", [b"", b"220 mail.example.org ready\n"])
def test_a_program_that_is_not_clearing_is_not_obeyed(says: bytes, tmp_path: Path) -> None:
    with somebody_listens(tmp_path / "library.json", says):
        assert bring_running_window_forward(tmp_path / "library.json", patience=500) is RunningWindow.NONE


@pytest.mark.skipif(sys.platform == "win32", reason="sockets that are files")
def test_a_socket_of_another_person_is_not_even_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "getuid", lambda: 4_000_000_000)
    with opened(tmp_path / "library.json"), somebody_listens(tmp_path / "library.json", ANSWER + b"1\n"):
        assert bring_running_window_forward(tmp_path / "library.json", patience=500) is RunningWindow.NONE


def test_who_does_not_ask_as_clearing_does_brings_nothing_forward(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path / "library.json")
    caller = QLocalSocket()
    caller.connectToServer(server_name(tmp_path / "library.json"))
    assert caller.waitForConnected(1000)

    with qtbot.assertNotEmitted(first.activation_requested), qtbot.waitSignal(caller.disconnected):
        caller.write(b"GET / HTTP/1.1\r\n\r\n")


@pytest.mark.parametrize(
    "names",
    [("notes.clearing",), ("with space.clearing", "Þórsdóttir ليلى.clearing"), ("half a letter \udcff.clearing",)],
    ids=("plain", "several in other scripts", "no letter at all"),
)
def test_a_second_start_hands_its_files_over(qtbot: QtBot, tmp_path: Path, names: tuple[str, ...]) -> None:
    first = SingleInstance(tmp_path / "library.json")
    files = tuple(tmp_path / name for name in names)

    with qtbot.waitSignal(first.files_requested, timeout=3000) as requested:
        assert bring_running_window_forward(tmp_path / "library.json", files)
    assert requested.args == [files]


def test_files_are_handed_over_wherever_the_first_window_was_started(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = SingleInstance(tmp_path / "library.json")
    monkeypatch.chdir(tmp_path)

    with qtbot.waitSignal(first.files_requested, timeout=3000) as requested:
        assert bring_running_window_forward(tmp_path / "library.json", [Path("notes.clearing")])
    assert requested.args == [(tmp_path / "notes.clearing",)]


@pytest.mark.parametrize("files", [b"", b" [1]", b" {}", b" [", b' "a"'])
def test_a_request_that_is_not_as_ours_opens_nothing(qtbot: QtBot, tmp_path: Path, files: bytes) -> None:
    first = SingleInstance(tmp_path / "library.json")
    caller = QLocalSocket()
    caller.connectToServer(server_name(tmp_path / "library.json"))
    assert caller.waitForConnected(1000)

    with qtbot.assertNotEmitted(first.files_requested), qtbot.waitSignal(caller.disconnected):
        caller.write(REQUEST + files + b"\n")


def test_another_library_gets_a_window_of_its_own(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path / "library.json")

    assert not bring_running_window_forward(tmp_path / "other.json")
    assert first is not None


def test_what_a_crash_left_behind_does_not_keep_the_name(qtbot: QtBot, tmp_path: Path) -> None:
    crashed = SingleInstance(tmp_path / "library.json")
    after = SingleInstance(tmp_path / "library.json")

    with qtbot.waitSignal(after.activation_requested, timeout=3000):
        assert bring_running_window_forward(tmp_path / "library.json")
    assert crashed is not after


def test_after_the_library_was_moved_its_new_place_is_listened_for(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path / "library.json")

    first.follow(SaveState(tmp_path / "moved.json"))

    with qtbot.waitSignal(first.activation_requested, timeout=3000):
        assert bring_running_window_forward(tmp_path / "moved.json")
    assert not bring_running_window_forward(tmp_path / "library.json")
