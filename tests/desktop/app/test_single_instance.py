"""A second start on the same library brings the first window forward; another library has its own."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.app.single_instance import SingleInstance, bring_running_window_forward
from formats.library.status import SaveState


def test_a_second_start_calls_the_first_window(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path / "library.json")

    with qtbot.waitSignal(first.activation_requested, timeout=3000):
        assert bring_running_window_forward(tmp_path / "library.json")


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
