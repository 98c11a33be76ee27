"""A note that was changed on two laptops is shown in the pane until somebody chooses."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop.content.catalogue import Catalogue
from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.panels.notes.disputed import ChooseVersionDialog, DisputedStrip
from desktop.panels.notes.pane import NotesPane
from formats.library.opening import open_library
from formats.library.pack_files import read_pack
from formats.library.packs import make_pack, merge_pack
from formats.library.repository import SessionRepository
from tests.desktop.a_session import a_note, a_session
from tests.desktop.conftest import StandingClock


@pytest.fixture
def pane(
    qtbot: QtBot,
    look: Look,
    runner: SessionRunner,
    repository: SessionRepository,
    catalogue: Catalogue,
    tmp_path: Path,
) -> NotesPane:
    """The pane, over a session whose one note was changed here and on another laptop."""
    repository.keep_session(a_session(catalogue, a_note(1, "First words")))
    runner.open(repository.session("february"))
    made = NotesPane(look, runner)
    made.resize(400, 700)
    qtbot.addWidget(made)
    made.show()
    with open_library(tmp_path / "other.json", now=StandingClock().now, retry_seconds=None) as other:
        merge_pack(other, read_pack(make_pack(repository.file, "february")))
        SessionRepository(other).keep_note("february", a_note(1, "Theirs"))
        runner.notes.keep(a_note(1, "Ours"))
        merge_pack(repository.file, read_pack(make_pack(other, "february")))
    runner.reload()
    return made


def strip(pane: NotesPane) -> DisputedStrip:
    found = pane.findChild(DisputedStrip)
    assert found is not None
    return found


def asked(pane: NotesPane) -> ChooseVersionDialog:
    choose = pane.findChild(QAbstractButton, "choose-versions")
    assert choose is not None
    choose.click()
    dialog = pane.window().findChild(ChooseVersionDialog)
    assert dialog is not None
    return dialog


def texts(runner: SessionRunner) -> list[str]:
    assert runner.session is not None
    return sorted(note.text for note in runner.session.notes)


def test_one_version_is_chosen_and_the_question_is_gone(
    pane: NotesPane, runner: SessionRunner, repository: SessionRepository
) -> None:
    assert strip(pane).isVisible()
    dialog = asked(pane)
    theirs = next(b for b in dialog.findChildren(QAbstractButton) if b.accessibleName() == "Keep this: Theirs")
    theirs.click()
    assert texts(runner) == ["Theirs"]
    assert not strip(pane).isVisible()
    assert runner.session == repository.session("february")
    assert "Ours" not in json.dumps(repository.file.all("notes"))


def test_all_versions_are_kept_as_notes(
    pane: NotesPane, runner: SessionRunner, repository: SessionRepository
) -> None:
    asked(pane).act.click()
    assert texts(runner) == ["Ours", "Theirs"]
    assert not strip(pane).isVisible()
    repository.file.flush()
    kept = repository.session("february")
    assert kept is not None
    assert sorted(note.text for note in kept.notes) == ["Ours", "Theirs"]


def test_it_can_wait(pane: NotesPane, runner: SessionRunner) -> None:
    asked(pane).cancel.click()
    assert strip(pane).isVisible()
    assert len(texts(runner)) == 1
