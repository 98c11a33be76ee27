"""About: which Clearing this is, whose work is in it, and facts to copy that hold no word of anybody's."""

import ast
import platform
import re
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.app.clearing import Clearing
from desktop.app.crash_log import log_fault
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.places.help import diagnostics
from desktop.places.help.diagnostics import recent_faults
from desktop.places.help.licences_dialog import LicencesDialog
from desktop.places.help.page import ABOUT, HelpPage
from desktop.places.help.what_is_new import WhatIsNewDialog
from desktop.places.page import PlaceName
from desktop.preferences import Preferences
from desktop.wording import date_style
from tests.desktop.a_session import NAMES, a_note, a_session
from tests.desktop.the_app import the_app
from tests.walk.hostile import fill_with_markup

CHANGES = Path(__file__).parents[3] / "CHANGELOG.md"
WORD = re.compile(r"[^\W\d_]{2,}")
SECRETS = ("Anna Meier", "zq-secret", "Grief", "0131 496 0000")


@pytest.fixture
def app(tmp_path: Path, look: Look, monkeypatch: pytest.MonkeyPatch) -> Iterator[Clearing]:
    """The app in a folder, with devices, screens, contacts and a session that all have somebody's name."""
    home = tmp_path / "Anna Meier" / "zq-secret"
    home.mkdir(parents=True)
    monkeypatch.setenv("XDG_DATA_HOME", str(home))
    wishes = LivePreferences(None)
    wishes.choose(
        Preferences(
            sound_device="Anna Meier’s headset",
            room_device="zq-secret room",
            screen="Anna Meier’s screen",
            contacts="Anna Meier 0131 496 0000",
            library=str(home / "library.json"),
        )
    )
    with the_app(home / "library.json", look, wishes) as made:
        note = a_note(1, "zq-secret of Anna Meier")
        session = replace(a_session(made.catalogue, note), title="Grief of Anna Meier")
        made.repository.keep_session(session)
        made.runner.open(session)
        yield made


def about(app: Clearing) -> HelpPage:
    app.window.show_place(PlaceName.HELP)
    page = app.window.places[PlaceName.HELP]
    assert isinstance(page, HelpPage)
    page.tabs.setCurrentIndex(ABOUT)
    return page


def test_what_is_copied_holds_no_name_and_no_note(app: Clearing) -> None:
    try:
        raise ValueError("Anna Meier said zq-secret")
    except ValueError as fault:
        log_fault(fault)
    page = about(app)
    page.about.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert not [secret for secret in (*SECRETS, *NAMES) if secret.casefold() in copied.casefold()]
    assert "1 session, 18 people, 1 note" in copied
    assert "another device than the usual one" in copied
    assert "ValueError in test_about.py, line" in copied


def test_over_a_hostile_library_every_word_is_ours_or_the_systems(app: Clearing, tmp_path: Path) -> None:
    session = app.runner.session
    assert session is not None
    fill_with_markup(app.file, app.catalogue, session, tmp_path / "Anna Meier" / "zq-secret.png")
    app.file.backups.make(b"Anna Meier", datetime.now(UTC))
    page = about(app)
    page.about.copy.click()
    copied = QGuiApplication.clipboard().text()
    ours = {word for text in texts_of(diagnostics) for word in WORD.findall(text)}
    systems = WORD.findall(
        f"{platform.system()} {platform.release()} {platform.machine()} {QLocale().name()}"
        f" {QGuiApplication.platformName()} {date_style().short_day(datetime.now(UTC).date())}"
    )
    assert set(WORD.findall(copied)) - ours - set(systems) == set()
    assert "&" not in copied
    assert "<" not in copied


def texts_of(module: ModuleType) -> list[str]:
    """Every text that stands in the code of a module."""
    tree = ast.parse(Path(str(module.__file__)).read_text("utf-8"))
    return [
        node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]


def test_faults_are_told_newest_first_by_file_and_line_alone(app: Clearing) -> None:
    assert recent_faults() == ()
    for kind in (KeyError, ValueError, TypeError, OSError):
        try:
            raise kind("Anna Meier")
        except kind as fault:
            log_fault(fault)
    told = recent_faults()
    assert [line.split()[2] for line in told] == ["OSError", "TypeError", "ValueError"]
    assert all(line.startswith(time.strftime("%Y-", time.gmtime())) for line in told)
    assert not any("Anna" in line or "/" in line for line in told)


def test_every_part_has_its_licence_and_each_structure_its_source(app: Clearing) -> None:
    dialog = LicencesDialog(app.look, app.window)
    parts = {dialog.parts.item(row).text() for row in range(dialog.parts.count())}
    assert any(part.startswith("Lucide") and "ISC" in part for part in parts)
    assert any(part.startswith("Inter") for part in parts)
    assert "Troika Consulting: " in dialog.text.toPlainText()
    for row in range(dialog.parts.count()):
        dialog.parts.setCurrentRow(row)
        assert len(dialog.text.toPlainText()) > 100
    dialog.reject()


def test_the_way_to_what_is_kept_is_settings(app: Clearing) -> None:
    about(app).about.kept.click()
    assert app.window.place is PlaceName.SETTINGS


def test_what_is_new_is_the_list_of_changes(app: Clearing) -> None:
    about(app).about.new.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, WhatIsNewDialog)
    read, written = dialog.text.toPlainText(), CHANGES.read_text("utf-8")
    title, *versions = re.findall(r"^##? (.+)$", written, re.MULTILINE)
    begun = re.findall(r"^- \*\*(.+?)\*\*", written, re.MULTILINE)
    assert title not in read.splitlines()
    assert read.startswith(versions[0])
    assert len(begun) > 20
    assert not [words for words in (*versions, *begun) if " ".join(words.split()) not in read]
    assert "**" not in read
    assert "`" not in read
    dialog.reject()
