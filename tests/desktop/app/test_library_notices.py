"""What the window says of its library: damaged, not saved, moved, read-only; and what closing it never loses."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog
from pytestqt.qtbot import QtBot
from tinydb import TinyDB

from desktop.app.clearing import Clearing
from desktop.content.catalogue import Catalogue
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.panels.notes.line import NoteLine
from desktop.places.page import PlaceName
from desktop.places.run.page import RunPage
from desktop.preferences import Preferences, read_preferences, write_preferences
from desktop.widgets.buttons import ActionButton
from desktop.widgets.chips import Chip
from formats.library.opening import open_library
from formats.library.repository import SessionRepository
from formats.session.events import Started
from formats.session.moves import Move
from tests.desktop.a_session import IDEAS, STARTS, a_note, a_session
from tests.desktop.conftest import StandingClock
from tests.desktop.rehearsal.conftest import clearing
from tests.desktop.the_app import the_app


@pytest.fixture
def drive(tmp_path: Path, catalogue: Catalogue) -> Path:
    """A folder with a library in it that holds one session."""
    folder = tmp_path / "drive"
    with open_library(folder / "library.json", now=StandingClock().now, retry_seconds=None) as file:
        SessionRepository(file).keep_session(
            a_session(catalogue, a_note(1, "Ask who already trusts you"), session_id="s")
        )
    return folder


@pytest.fixture
def app(drive: Path, look: Look) -> Iterator[Clearing]:
    """The app on that library, the session on the table, the notes in view."""
    with the_app(drive / "library.json", look) as made:
        made.runner.open(made.repository.session("s"))
        made.window.show_place(PlaceName.RUN)
        yield made


@contextmanager
def full_disk(library: Path) -> Iterator[None]:
    """No file can become larger than the journal is now."""
    resource = pytest.importorskip("resource", reason="a limit that only POSIX has fills the disk")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    size = library.with_name(library.name + ".journal").stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 20, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def gone(drive: Path) -> Path:
    return drive.rename(drive.with_name("unplugged"))


def note(app: Clearing, number: int, text: str) -> None:
    app.runner.notes.keep(a_note(number, text))
    app.file.flush()


def chip(app: Clearing) -> str:
    found = app.window.findChild(Chip, "note-save-state")
    assert found is not None
    return found.text()


def notes_in(library: Path) -> set[str]:
    with TinyDB(library) as plain:
        return {each["text"] for each in plain.table("notes")}


def damage(library: Path) -> bytes:
    spoiled = library.read_bytes()[:-40]
    library.write_bytes(spoiled)
    return spoiled


def test_a_damaged_library_opens_and_one_sentence_says_what_happened(drive: Path, look: Look) -> None:
    spoiled = damage(drive / "library.json")
    with the_app(drive / "library.json", look) as app:
        said = app.window.notice.sentence
        kept = next(drive.glob("library (damaged *).json"))
        assert said.startswith(
            "Your data file was damaged. What could be read of it is here. Check your latest session."
        )
        assert str(drive / "library.json") in said
        assert kept.name in said
        assert kept.read_bytes() == spoiled
        assert [card.title for card in app.repository.cards()] == ["February peer assist"]


def test_a_mistake_made_with_an_editor_hides_nothing_but_itself(drive: Path, look: Look, tmp_path: Path) -> None:
    library = drive / "library.json"
    library.write_text(library.read_text("utf-8").replace('"kind": "insight"', '"kind": "insihgt"'), "utf-8")
    with the_app(library, look) as app:
        assert "Another program changed your data file" in app.window.notice.sentence
        assert "One entry in it has a mistake" in app.window.notice.sentence
        assert [card.title for card in app.repository.cards()] == ["February peer assist"]
        assert app.file.all("_recovered")[0]["record"]["text"] == "Ask who already trusts you"
    library.write_text(library.read_text("utf-8").replace('"slot": "PT3600S"', '"slot": "an hour"'), "utf-8")
    listed = clearing(tmp_path, "list", "--library", library)
    assert (listed.returncode, listed.stdout.strip()) == (0, "No sessions yet.")


def test_damage_does_not_hide_the_session_that_was_running(drive: Path, look: Look, catalogue: Catalogue) -> None:
    with open_library(drive / "library.json", now=StandingClock().now, retry_seconds=None) as file:
        SessionRepository(file).log("s", 0, Started(STARTS, IDEAS))
    with (drive / "library.json").open("ab") as library:
        library.write(b"garbage")
    with the_app(drive / "library.json", look) as app:
        assert "was damaged" in app.window.notice.sentence
        assert "was not finished when Clearing closed" in app.window.notice.sentence
        assert app.window.notice.acts == ("Resume",)
        app.runner.make(Move.PAUSE)
        assert "was damaged" in app.window.notice.sentence


def test_an_offer_to_go_on_is_gone_once_the_session_has_gone_on(drive: Path, look: Look) -> None:
    with open_library(drive / "library.json", now=StandingClock().now, retry_seconds=None) as file:
        SessionRepository(file).log("s", 0, Started(STARTS, IDEAS))
    with the_app(drive / "library.json", look) as app:
        assert app.window.notice.sentence.endswith("It is in “Ideas and resources” now.")
        app.runner.make(Move.NEXT)
        assert app.window.notice.sentence == ""


def test_the_offer_to_go_on_stands_while_the_session_moves_on_by_itself(
    drive: Path, look: Look, clock: StandingClock
) -> None:
    with open_library(drive / "library.json", now=StandingClock().now, retry_seconds=None) as file:
        repository = SessionRepository(file)
        session = repository.session("s")
        assert session is not None
        parts = [
            replace(p, stages=tuple(replace(s, moves_on=True) for s in p.stages)) for p in session.agenda.parts
        ]
        repository.keep_session(replace(session, agenda=replace(session.agenda, parts=tuple(parts))))
        repository.log("s", 0, Started(STARTS, IDEAS))
    with the_app(drive / "library.json", look, clock=clock) as app:
        reading = app.runner.reading
        assert reading is not None
        clock.move(seconds=reading.remaining.total_seconds() + 1)
        app.runner.catch_up()
        assert app.runner.session is not None
        assert len(app.runner.session.events) == 2
        assert app.window.notice.isVisible()
        app.runner.make(Move.NEXT)
        assert not app.window.notice.isVisible()


def test_the_offer_to_go_on_stands_while_it_is_another_session_that_was_opened(
    drive: Path, look: Look, catalogue: Catalogue
) -> None:
    with open_library(drive / "library.json", now=StandingClock().now, retry_seconds=None) as file:
        SessionRepository(file).log("s", 0, Started(STARTS, IDEAS))
    with the_app(drive / "library.json", look) as app:
        offered = app.window.notice.sentence
        other = a_session(catalogue, session_id="other")
        app.repository.keep_session(other)
        app.runner.open(other)
        assert app.window.notice.sentence == offered != ""


def test_going_on_means_the_session_that_was_running_whatever_was_opened_meanwhile(
    drive: Path, look: Look, catalogue: Catalogue
) -> None:
    with open_library(drive / "library.json", now=StandingClock().now, retry_seconds=None) as file:
        SessionRepository(file).log("s", 0, Started(STARTS, IDEAS))
    # News of the library keeps the offer standing though another session is opened.
    with (drive / "library.json").open("ab") as library:
        library.write(b"garbage")
    with the_app(drive / "library.json", look) as app:
        other = a_session(catalogue, session_id="other")
        app.repository.keep_session(other)
        app.runner.open(other)

        go_on = next(b for b in app.window.notice.findChildren(ActionButton) if b.text() == "Resume")
        go_on.click()

        assert app.runner.session is not None
        assert app.runner.session.id == "s"
        assert app.window.places.current_name is PlaceName.RUN


def test_a_copy_that_a_sync_service_made_is_told_with_both_names(drive: Path, look: Look) -> None:
    copy = drive / "library (Ana's conflicted copy 2026-03-04).json"
    copy.write_bytes((drive / "library.json").read_bytes())
    with the_app(drive / "library.json", look) as app:
        assert f"“{copy.name}”" in app.window.notice.sentence
        assert "“library.json”" in app.window.notice.sentence


def test_a_vanished_drive_is_said_and_work_goes_on_until_it_is_back(
    app: Clearing, drive: Path, qtbot: QtBot
) -> None:
    away = gone(drive)
    note(app, 2, "Typed while the drive was out")
    qtbot.waitUntil(lambda: chip(app) == "Not saved")
    assert "Plug the drive back in" in app.window.alarm.sentence
    assert "kept while Clearing is open" in app.window.alarm.sentence
    assert app.window.alarm.acts == ("Try again", "Save to another folder")
    note(app, 3, "And more")
    away.rename(drive)
    qtbot.waitUntil(lambda: chip(app) == "Saved", timeout=9000)  # by itself
    assert app.window.alarm.sentence == ""
    app.window.close()
    assert notes_in(drive / "library.json") >= {"Typed while the drive was out", "And more"}


def test_a_full_disk_is_said_and_try_again_saves_once_there_is_room(
    app: Clearing, drive: Path, qtbot: QtBot
) -> None:
    with full_disk(drive / "library.json"):
        note(app, 2, "No room for this")
        assert "The disk is full." in app.window.alarm.sentence
    press(app, "Try again")
    qtbot.waitUntil(lambda: app.window.alarm.sentence == "")
    assert app.file.state.saved


def press(app: Clearing, act: str) -> None:
    button = next(b for b in app.window.alarm.findChildren(QAbstractButton) if b.text() == act and b.isVisible())
    button.click()


def choose_folder(app: Clearing, folder: Path, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: app.window.findChild(QFileDialog, "keep-elsewhere") is not None)
    dialog = app.window.findChild(QFileDialog, "keep-elsewhere")
    assert dialog is not None
    dialog.fileSelected.emit(str(folder))
    dialog.done(QFileDialog.DialogCode.Accepted)


def test_what_cannot_be_saved_is_kept_at_another_place(
    app: Clearing, drive: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    gone(drive)
    note(app, 2, "Kept elsewhere")
    press(app, "Save to another folder")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    choose_folder(app, elsewhere, qtbot)
    qtbot.waitUntil(lambda: app.window.alarm.sentence == "")
    assert str(elsewhere / "library.json") in app.window.notice.sentence
    assert chip(app) == "Saved"
    app.window.close()
    assert notes_in(elsewhere / "library.json") == {"Ask who already trusts you", "Kept elsewhere"}


def test_a_library_that_cannot_be_read_is_left_alone_and_work_is_kept_elsewhere(
    tmp_path: Path, look: Look, catalogue: Catalogue, qtbot: QtBot
) -> None:
    unreadable = tmp_path / "drive" / "library.json"
    (unreadable / "in the way").mkdir(parents=True)
    with the_app(unreadable, look) as app:
        assert "cannot be read" in app.window.alarm.sentence
        assert app.window.alarm.acts == ("Save to another folder",)
        app.repository.keep_session(a_session(catalogue, a_note(1, "Begun all the same")))
        assert not app.window.close()
        assert app.library_notices.dialog is not None
        app.library_notices.dialog.reject()
        app.library_notices.keep_in(str(tmp_path / "elsewhere"))
        qtbot.waitUntil(lambda: app.file.state.saved)
        app.window.close()
        assert notes_in(app.file.path) == {"Begun all the same"}
    assert (unreadable / "in the way").is_dir()


def test_the_next_start_finds_the_library_at_its_new_place(
    drive: Path, look: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    preferences = tmp_path / "preferences.json"
    write_preferences(preferences, replace(Preferences(), library=str(drive / "library.json")))
    with the_app(drive / "library.json", look, LivePreferences(preferences)) as app:
        app.runner.open(app.repository.session("s"))
        gone(drive)
        note(app, 2, "Kept elsewhere")
        app.library_notices.keep_in(str(tmp_path / "elsewhere"))
        qtbot.waitUntil(lambda: app.file.state.saved)
        qtbot.waitUntil(lambda: read_preferences(preferences).library == str(app.file.path))


def test_closing_while_something_is_not_saved_asks_and_can_keep_it_elsewhere(
    app: Clearing, drive: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    gone(drive)
    note(app, 2, "Nearly lost")
    assert not app.window.close()
    assert app.window.isVisible()
    dialog = app.library_notices.dialog
    assert dialog is not None
    assert not app.window.close()
    assert app.library_notices.dialog is dialog  # asked once
    dialog.act.click()
    (tmp_path / "elsewhere").mkdir()
    choose_folder(app, tmp_path / "elsewhere", qtbot)
    qtbot.waitUntil(lambda: not app.window.isVisible())
    assert "Nearly lost" in notes_in(tmp_path / "elsewhere" / "library.json")


def test_closing_without_saving_is_only_done_when_asked_for(app: Clearing, drive: Path) -> None:
    gone(drive)
    note(app, 2, "Let go")
    assert not app.window.close()
    dialog = app.library_notices.dialog
    assert dialog is not None
    dialog.cancel.click()
    assert app.window.isVisible()
    assert not app.window.close()
    dialog = app.library_notices.dialog
    assert dialog is not None
    dialog.close_unsaved.click()
    assert not app.window.isVisible()


def test_a_line_typed_in_the_last_moment_is_there_after_closing(app: Clearing, drive: Path, look: Look) -> None:
    run = app.window.places[PlaceName.RUN]
    assert isinstance(run, RunPage)
    run.notes.focus_line()
    line = run.notes.findChild(NoteLine)
    assert line is not None
    QTest.keyClicks(line, "half a thou")
    app.window.close()
    with open_library(drive / "library.json", now=StandingClock().now, retry_seconds=None) as file:
        draft = SessionRepository(file).draft("s")
    assert draft is not None
    assert draft.text == "half a thou"
