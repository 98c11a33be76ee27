"""Files: whole or not there, in the format of their ending, under names that are made."""

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.exports import (
    Choices,
    ExportCancelledError,
    ExportError,
    NameStyle,
    export,
    file_name,
    suffixes,
)
from tests.exports.sessions import NOW, noted, reference_session


@pytest.mark.parametrize("suffix", suffixes())
def test_every_format_is_written_and_nothing_is_left_beside_it(suffix: str, tmp_path: Path, fonts: Path) -> None:
    target = tmp_path / f"out.{suffix}"

    assert export(reference_session(), target, Choices(), now=NOW, fonts=fonts) == target
    assert target.stat().st_size > 100
    assert list(tmp_path.iterdir()) == [target]


def test_an_unknown_ending_is_refused_in_one_sentence(tmp_path: Path, fonts: Path) -> None:
    with pytest.raises(ExportError, match=r"“\.exe” is not one of the endings that can be written: \.md, .*\."):
        export(noted(), tmp_path / "out.exe", Choices(), now=NOW, fonts=fonts)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path, fonts: Path) -> None:
    with pytest.raises(ExportError, match="does not exist"):
        export(noted(), tmp_path / "no" / "out.md", Choices(), now=NOW, fonts=fonts)


def test_a_cancelled_export_leaves_the_old_file_as_it_was(tmp_path: Path, fonts: Path) -> None:
    target = tmp_path / "out.md"
    target.write_text("old")

    with pytest.raises(ExportCancelledError):
        export(noted(), target, Choices(), now=NOW, fonts=fonts, wanted=lambda: False)
    assert [file.read_text() for file in tmp_path.iterdir()] == ["old"]


def test_a_file_takes_its_place_only_when_it_is_on_the_disk(
    tmp_path: Path, fonts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.md"
    target.write_text("old")
    there_when_synced: list[tuple[str, bytes]] = []

    def sync(_handle: int) -> None:
        (beside,) = (file for file in tmp_path.iterdir() if file != target)
        there_when_synced.append((target.read_text(), beside.read_bytes()))

    monkeypatch.setattr(os, "fsync", sync)
    export(noted(), target, Choices(), now=NOW, fonts=fonts)
    assert there_when_synced == [("old", target.read_bytes())]


def test_a_disk_that_cannot_keep_it_leaves_the_old_file(
    tmp_path: Path, fonts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.md"
    target.write_text("old")

    def refuse(_handle: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(ExportError, match="could not be written"):
        export(noted(), target, Choices(), now=NOW, fonts=fonts)
    assert [file.read_text() for file in tmp_path.iterdir()] == ["old"]


def test_a_name_is_made_from_day_and_title() -> None:
    assert file_name(noted(), "pdf") == "2023-02-23-February-peer-assist.pdf"


def test_a_name_in_the_title_does_not_become_a_name_of_a_file() -> None:
    session = replace(noted(), title="Hana's session")

    assert file_name(session, "pdf", Choices(names=NameStyle.NONE)) == "2023-02-23-Someone-s-session.pdf"


@given(st.text(max_size=200))
def test_a_made_name_is_safe_on_every_system(title: str) -> None:
    made = file_name(replace(noted(), title=title), "pdf")

    assert made.startswith("2023-02-23")
    assert made.endswith(".pdf")
    assert len(made.encode()) <= 70
    assert not set(made) & set('/\\:*?"<>|\0 ')
    assert made.isprintable()
