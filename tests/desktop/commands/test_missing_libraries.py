"""Where the system lacks libraries, one sentence has all that is needed, on the screen too."""

import re
import tomllib
from pathlib import Path

import pytest

from desktop.commands.display_check import NEEDED_FOR_A_WINDOW, NEEDED_FOR_QT
from tests.desktop.commands.test_command_line import one_sentence
from tests.desktop.rehearsal.conftest import clearing
from tests.test_architecture import ROOT

CONTENTS = tomllib.loads((ROOT / "resources/install/linux/contents.toml").read_text("utf-8"))
CONTROL = (ROOT / "resources/install/linux/control").read_text("utf-8")


@pytest.fixture
def lacking(tmp_path: Path) -> dict[str, object]:
    """A system on which two libraries cannot be loaded, and a program that shows messages writes them down."""
    return a_system_without(tmp_path, "libEGL.so.1", "libxcb-cursor.so.0")


def a_system_without(tmp_path: Path, *names: str) -> dict[str, object]:
    libraries, programs = tmp_path / "libraries", tmp_path / "programs"
    libraries.mkdir()
    programs.mkdir()
    for name in names:
        (libraries / name).touch()
    shows = programs / "xmessage"
    shows.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{tmp_path}/shown"\n', "utf-8")
    shows.chmod(0o700)
    return {"LD_LIBRARY_PATH": libraries, "PATH": programs, "DISPLAY": ":7", "QT_QPA_PLATFORM": ""}


def test_all_that_is_missing_is_named_in_one_sentence(tmp_path: Path, lacking: dict[str, object]) -> None:
    done = clearing(tmp_path, **lacking)

    assert done.returncode == 2
    assert one_sentence(done.stderr), done.stderr
    assert "sudo apt-get install libegl1 libxcb-cursor0." in done.stderr


def test_it_is_shown_on_the_screen_where_no_terminal_is_read(tmp_path: Path, lacking: dict[str, object]) -> None:
    clearing(tmp_path, **lacking)

    assert "sudo apt-get install libegl1 libxcb-cursor0." in (tmp_path / "shown").read_text("utf-8")


def test_a_rehearsal_without_a_screen_names_what_it_needs_and_no_more(
    tmp_path: Path, lacking: dict[str, object]
) -> None:
    done = clearing(tmp_path, "rehearse", **{**lacking, "DISPLAY": ""})

    assert done.returncode == 2
    assert done.stderr.strip().endswith("sudo apt-get install libegl1.")


def test_nothing_is_promised_that_needs_what_is_missing(tmp_path: Path, lacking: dict[str, object]) -> None:
    assert clearing(tmp_path, **lacking).stderr.strip().endswith("sudo apt-get install libegl1 libxcb-cursor0.")


def test_where_only_the_window_lacks_something_a_rehearsal_is_promised_and_works(tmp_path: Path) -> None:
    lacking = a_system_without(tmp_path, "libxcb-cursor.so.0")

    assert (
        "install libxcb-cursor0. Without a window Clearing can still: rehearse"
        in clearing(tmp_path, **lacking).stderr
    )
    assert clearing(tmp_path, "rehearse", "--speed", 3000, **lacking).returncode == 0


@pytest.mark.parametrize("command", ["guide --out guide.html", "plan resources/samples/reference-session.json"])
def test_any_command_says_what_it_cannot_load(tmp_path: Path, command: str) -> None:
    done = clearing(tmp_path, *command.split(), **a_system_without(tmp_path, "libglib-2.0.so.0"))

    assert done.returncode == 2
    assert done.stderr.strip().endswith("sudo apt-get install libglib2.0-0.")


def test_a_library_that_nobody_thought_of_is_named_on_the_screen_too(tmp_path: Path) -> None:
    lacking = a_system_without(tmp_path)
    (tmp_path / "broken" / "PySide6").mkdir(parents=True)
    text = "raise ImportError('libnew.so.1: cannot open shared object file')"
    (tmp_path / "broken" / "PySide6" / "__init__.py").write_text(text, "utf-8")
    # Wayland, so that no answer of a real screen is waited for.
    (tmp_path / "wayland-0").touch()
    screen = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": tmp_path}
    done = clearing(tmp_path, **lacking, **screen, PYTHONPATH=tmp_path / "broken")

    assert done.returncode == 2
    assert one_sentence(done.stderr), done.stderr
    for said in (done.stderr, (tmp_path / "shown").read_text("utf-8")):
        assert "Clearing cannot load a part of the system (libnew.so.1" in said


def test_the_package_asks_for_every_library_that_is_needed() -> None:
    wanted = re.findall(r"^(?:Depends|Recommends): (.+)$", CONTROL, re.MULTILINE)
    named = {choice.split()[0] for line in wanted for one in line.split(", ") for choice in one.split(" | ")}
    assert set(CONTENTS["system"].values()) <= named
    assert f"libc6 (>= {CONTENTS['newest_glibc']})" in CONTROL
    assert set((NEEDED_FOR_QT | NEEDED_FOR_A_WINDOW).items()) <= set(CONTENTS["system"].items())


def test_the_readme_names_the_same_packages() -> None:
    readme = " ".join((ROOT / "README.md").read_text("utf-8").split())
    assert " ".join(NEEDED_FOR_QT.values()) in readme
    assert " ".join(NEEDED_FOR_A_WINDOW.values()) in readme
