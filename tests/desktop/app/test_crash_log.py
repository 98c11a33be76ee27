"""A fault of our own is written down where it happened, without anyone's words."""

import stat
from pathlib import Path

import pytest

from desktop.app import crash_log

SECRET = "A disagreement between two teams"


def test_the_place_is_written_down_and_the_message_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crash_log, "data_folder", lambda: tmp_path / "data")
    try:
        raise KeyError(SECRET)
    except KeyError as fault:
        sentence = crash_log.log_fault(fault)

    written = crash_log.fault_file()
    assert str(written) in sentence
    text = written.read_text("utf-8")
    assert "KeyError" in text
    assert "test_crash_log.py" in text
    assert SECRET not in text
    assert stat.S_IMODE(written.stat().st_mode) == 0o600


def test_a_fault_of_a_command_ends_in_one_sentence_and_code_two(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(crash_log, "data_folder", lambda: tmp_path)

    def at_fault() -> int:
        raise KeyError(SECRET)

    assert crash_log.run_logging_faults(at_fault) == crash_log.FAULT
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert SECRET not in said
    assert "Traceback" not in said
