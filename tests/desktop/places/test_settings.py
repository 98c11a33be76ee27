"""The place Settings: choices are in force and kept, copies go back and forth, on a real library."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.content.languages import LanguageOnOffer
from desktop.dialogs.frame import Dialog
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.palettes import DARK, LIGHT
from desktop.places.settings.language_section import remark_on
from desktop.places.settings.library_move import MoveError, library_path_in, move_library
from desktop.places.settings.page import SettingsPage
from desktop.places.settings.sentences import breakable_path
from desktop.preferences import Preferences, read_preferences
from desktop.widgets.language_choice import name_and_share
from formats.library.checking import check
from formats.library.conflicts import set_aside_files
from formats.library.opening import open_library, read_library
from formats.library.repository import SessionRepository
from formats.session.people import Person
from formats.session.session import Session
from tests.desktop.a_session import STARTS
from tests.desktop.conftest import StandingClock

ANA, LAYLA = Person("a", "Ana Nováková"), Person("b", "ليلى حسن")
DEVICES = ("Built-in speakers", "Meeting room")


def devices() -> tuple[str, ...]:
    return DEVICES


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Where the preferences are."""
    return tmp_path / "config" / "preferences.json"


@pytest.fixture
def library_path(tmp_path: Path) -> Path:
    """A folder of its own, as in life."""
    return tmp_path / "data" / "library.json"


@pytest.fixture
def place(qtbot: QtBot, look: Look, repository: SessionRepository, kept: Path) -> Iterator[SettingsPage]:
    wishes = LivePreferences(kept)

    def dress(chosen: Preferences) -> None:
        look.choose(theme=chosen.theme, scale=chosen.text_scale, calm=chosen.reduced_motion)

    wishes.preferences_changed.connect(dress)
    made = SettingsPage(look, wishes, repository.file, devices)
    qtbot.addWidget(made)
    made.resize(1364, 900)
    made.show()
    qtbot.waitUntil(lambda: made.sound.device.count() == 3)
    yield made
    qtbot.waitUntil(lambda: not made.backups.busy)


def press(place: QWidget, name: str) -> None:
    button = place.findChild(QAbstractButton, name)
    assert button is not None
    assert button.isEnabled()
    button.click()


def answer(place: SettingsPage, name: str) -> str:
    words = place.findChild(QLabel, name)
    assert words is not None
    return words.text()


def make_a_copy(qtbot: QtBot, place: SettingsPage) -> None:
    press(place, "make-backup")
    qtbot.waitUntil(lambda: "was made" in answer(place, "backups-answer"))


def agree(dialog: Dialog | None) -> None:
    assert dialog is not None
    dialog.act.click()


def restore_oldest(qtbot: QtBot, place: SettingsPage) -> None:
    place.backups.table.choose(place.backups.table.rowCount() - 1)
    press(place, "restore")
    with qtbot.waitSignal(place.library_changed):
        agree(place.backups.dialog)


def test_the_theme_is_in_force_at_once_and_kept(place: SettingsPage, look: Look, kept: Path) -> None:
    press(place, "theme-dark")
    assert look.palette is DARK
    assert read_preferences(kept).theme == "dark"
    press(place, "theme-light")
    assert look.palette is LIGHT


def test_text_grows_in_steps_to_twice_its_size_and_back(place: SettingsPage, look: Look, kept: Path) -> None:
    for _ in range(5):
        press(place, "larger-text")
    assert look.scale == 2.0
    assert read_preferences(kept).text_scale == 2.0
    assert place.look_section.scale.text() == "200%"
    assert not place.look_section.larger.isEnabled()
    for _ in range(5):
        press(place, "smaller-text")
    assert look.scale == 1.0
    assert not place.look_section.smaller.isEnabled()


def test_less_motion_is_in_force_at_once(place: SettingsPage, look: Look, kept: Path) -> None:
    press(place, "reduced-motion")
    assert look.calm
    assert read_preferences(kept).reduced_motion


def test_volume_follows_the_keyboard_and_is_kept(qtbot: QtBot, place: SettingsPage, kept: Path) -> None:
    qtbot.keyClick(place.sound.volume, Qt.Key.Key_Left)
    assert read_preferences(kept).volume == 0.55
    press(place, "bells")
    assert not read_preferences(kept).sound
    assert not place.sound.volume.isEnabled()


def test_a_bell_to_listen_to_is_asked_for(qtbot: QtBot, place: SettingsPage) -> None:
    with qtbot.waitSignal(place.bell_test_requested):
        press(place, "test-bell")


def test_the_room_gets_bells_once_it_has_loudspeakers(qtbot: QtBot, place: SettingsPage, kept: Path) -> None:
    assert not place.sound.room_test.isVisible()
    place.sound.room_device.setCurrentText("Meeting room")
    place.sound.room_device.activated.emit(place.sound.room_device.currentIndex())
    assert read_preferences(kept).room_device == "Meeting room"
    with qtbot.waitSignal(place.room_bell_test_requested):
        press(place, "test-room-bell")


def test_a_device_that_is_not_there_now_stays_chosen(
    qtbot: QtBot, look: Look, repository: SessionRepository
) -> None:
    wishes = LivePreferences(None)
    wishes.choose(Preferences(sound_device="Old headset"))
    place = SettingsPage(look, wishes, repository.file, devices)
    qtbot.addWidget(place)
    place.show()
    qtbot.waitUntil(lambda: place.sound.device.count() == 4)
    assert place.sound.device.currentText() == "Old headset, not plugged in now"


def test_it_says_where_the_library_is_and_that_all_is_saved(place: SettingsPage, library_path: Path) -> None:
    assert place.library.state.text() == "Everything is saved"
    assert answer(place, "library-path") == breakable_path(library_path)
    assert answer(place, "library-path").replace("\u200b", "") == str(library_path)


def test_it_says_plainly_what_is_not_saved_when_the_folder_is_gone(
    qtbot: QtBot, place: SettingsPage, repository: SessionRepository, library_path: Path
) -> None:
    away = library_path.parent.rename(library_path.parent.with_name("unplugged"))
    repository.keep_person(ANA)
    place.show_save_state(repository.file.state)
    assert place.library.state.text() == "Not saved"
    assert "Plug the drive back in" in place.library.trouble.text()
    away.rename(library_path.parent)
    press(place, "try-again")
    qtbot.waitUntil(lambda: place.library.state.text() == "Everything is saved")


def test_a_sound_library_is_said_to_be_sound(
    qtbot: QtBot, place: SettingsPage, repository: SessionRepository
) -> None:
    repository.keep_person(LAYLA)
    press(place, "check-for-damage")
    qtbot.waitUntil(lambda: "is sound" in answer(place, "library-answer"))
    assert "1 person" in answer(place, "library-answer")


def test_a_damaged_copy_is_found_by_the_check_and_not_restored(
    qtbot: QtBot, place: SettingsPage, repository: SessionRepository
) -> None:
    repository.keep_person(ANA)
    make_a_copy(qtbot, place)
    copy = repository.file.backups.all()[0]
    copy.path.write_bytes(copy.path.read_bytes()[:40])
    press(place, "check-for-damage")
    qtbot.waitUntil(lambda: "1 backup cannot be read" in answer(place, "library-answer"))
    assert "What can be read: 1 person." in answer(place, "library-answer")
    press(place, "restore")
    agree(place.backups.dialog)
    qtbot.waitUntil(lambda: "Nothing was changed" in answer(place, "backups-answer"))
    assert repository.people() == (ANA,)


def test_a_damaged_library_file_is_found_and_written_anew_beside_it(
    qtbot: QtBot, place: SettingsPage, repository: SessionRepository, library_path: Path
) -> None:
    repository.keep_person(ANA)
    repository.file.compact()
    library_path.write_bytes(library_path.read_bytes()[:-9])
    press(place, "check-for-damage")
    qtbot.waitUntil(lambda: "The data file is damaged" in answer(place, "library-answer"))
    press(place, "save-everything-to-a-new-file")
    qtbot.waitUntil(lambda: "Saved to a new file" in answer(place, "library-answer"))
    assert check(library_path).sound
    assert len(set_aside_files(library_path)) == 1
    assert not place.library.anew.isVisible()


def test_a_library_that_another_program_changed_is_not_written_over_unless_asked(
    qtbot: QtBot, place: SettingsPage, repository: SessionRepository, library_path: Path, clock: StandingClock
) -> None:
    library_path.write_text('{"people": {}}')
    repository.keep_person(LAYLA)
    place.show_save_state(repository.file.state)
    assert "Another program changed your data file" in place.library.trouble.text()
    assert library_path.read_text() == '{"people": {}}'
    press(place, "save-everything-to-a-new-file")
    qtbot.waitUntil(lambda: place.library.state.text() == "Everything is saved")
    assert [path.read_text() for path in set_aside_files(library_path)] == ['{"people": {}}']
    assert SessionRepository(read_library(library_path, now=clock.now)).people() == (LAYLA,)


def test_a_copy_is_listed_with_its_day_its_size_and_its_sessions(
    qtbot: QtBot, place: SettingsPage, repository: SessionRepository
) -> None:
    repository.keep_person(ANA)
    make_a_copy(qtbot, place)
    table = place.backups.table
    qtbot.waitUntil(lambda: table.item(0, 2) is not None and table.item(0, 2).text() == "0")
    assert table.item(0, 0).text().startswith("23 Feb 2023")
    assert table.item(0, 1).text() != ""


def test_a_copy_is_restored_and_restoring_is_undone(
    qtbot: QtBot, place: SettingsPage, repository: SessionRepository, clock: StandingClock
) -> None:
    repository.keep_person(ANA)
    make_a_copy(qtbot, place)
    clock.move(hours=1)
    repository.keep_person(LAYLA)
    restore_oldest(qtbot, place)
    assert repository.people() == (ANA,)
    assert "Your data is as it was on 23 Feb 2023" in answer(place, "backups-answer")
    with qtbot.waitSignal(place.library_changed):
        press(place, "undo-restore")
    assert repository.people() == (ANA, LAYLA)


def test_nothing_is_restored_unless_it_is_agreed_to(
    qtbot: QtBot, place: SettingsPage, repository: SessionRepository, clock: StandingClock
) -> None:
    repository.keep_person(ANA)
    make_a_copy(qtbot, place)
    repository.keep_person(LAYLA)
    press(place, "restore")
    assert place.backups.dialog is not None
    place.backups.dialog.cancel.click()
    assert repository.people() == (ANA, LAYLA)


def test_the_library_moves_with_its_copies_and_opens_there(
    qtbot: QtBot, place: SettingsPage, repository: SessionRepository, tmp_path: Path, clock: StandingClock
) -> None:
    repository.keep_person(LAYLA)
    make_a_copy(qtbot, place)
    before = repository.file.path
    with qtbot.waitSignal(place.library.library_moved):
        place.library.move_to(str(tmp_path / "elsewhere"))
    new = tmp_path / "elsewhere" / "library.json"
    assert repository.file.path == new
    assert "Your data and 1 backup" in answer(place, "library-answer")
    assert before.exists()
    repository.file.close()
    with open_library(new, now=clock.now, retry_seconds=None) as reopened:
        assert SessionRepository(reopened).people() == (LAYLA,)
        assert reopened.backups.newest() is not None


def test_a_folder_that_sync_services_take_is_asked_about(
    qtbot: QtBot, place: SettingsPage, repository: SessionRepository, tmp_path: Path
) -> None:
    before = repository.file.path
    place.library.move_to(str(tmp_path / "Dropbox"))
    assert place.library.dialog is not None
    assert repository.file.path == before
    with qtbot.waitSignal(place.library.library_moved):
        agree(place.library.dialog)
    assert repository.file.path == tmp_path / "Dropbox" / "library.json"


def test_a_place_that_has_a_library_already_is_refused_in_a_sentence(
    qtbot: QtBot, place: SettingsPage, repository: SessionRepository, tmp_path: Path
) -> None:
    (tmp_path / "Clearing").mkdir()
    (tmp_path / "Clearing" / "library.json").write_text("{}")
    before = repository.file.path
    place.library.move_to(str(tmp_path / "Clearing"))
    qtbot.waitUntil(lambda: "already" in answer(place, "library-answer"))
    assert repository.file.path == before


def test_a_place_that_cannot_be_written_leaves_the_library_where_it_is(
    repository: SessionRepository, tmp_path: Path
) -> None:
    (tmp_path / "a file").write_text("")
    before = repository.file.path
    with pytest.raises(MoveError, match="stays where it is"):
        move_library(repository.file, tmp_path / "a file" / "library.json")
    assert repository.file.path == before


def test_the_next_start_opens_the_usual_library_where_it_was_moved_to(
    qtbot: QtBot, look: Look, repository: SessionRepository, kept: Path, tmp_path: Path
) -> None:
    wishes = LivePreferences(kept)
    wishes.choose(Preferences(library=str(repository.file.path)))
    place = SettingsPage(look, wishes, repository.file, devices)
    qtbot.addWidget(place)
    with qtbot.waitSignal(place.library.library_moved):
        place.library.move_to(str(tmp_path / "elsewhere"))
    assert read_preferences(kept).library == str(tmp_path / "elsewhere" / "library.json")


def test_a_library_named_by_hand_does_not_become_the_usual_one(
    qtbot: QtBot, place: SettingsPage, kept: Path, tmp_path: Path
) -> None:
    with qtbot.waitSignal(place.library.library_moved):
        place.library.move_to(str(tmp_path / "elsewhere"))
    assert read_preferences(kept).library == ""


def test_a_full_folder_gets_a_folder_of_our_own_in_it(tmp_path: Path) -> None:
    (tmp_path / "something").write_text("")
    assert library_path_in(tmp_path, "library.json") == tmp_path / "Clearing" / "library.json"


def test_sessions_older_than_an_age_are_counted_asked_about_and_erased(
    qtbot: QtBot, place: SettingsPage, repository: SessionRepository
) -> None:
    old, young = a_planned_session("old", STARTS - timedelta(days=2000)), a_planned_session("young", STARTS)
    for session in (old, young):
        repository.keep_session(session)
    place.old_sessions.refresh()
    leaving: list[frozenset[str]] = []
    place.sessions_leaving.connect(leaving.append)

    press(place, "erase-old")
    assert place.old_sessions.count.text() == "1 session is that old."
    agree(place.old_sessions.dialog)
    qtbot.waitUntil(lambda: not place.old_sessions.busy)

    assert leaving == [frozenset({"old"})]
    assert [card.id for card in repository.cards()] == ["young"]
    assert answer(place, "old-sessions-answer").startswith("The session is deleted from your data and backups.")
    assert not place.old_sessions.erase.isEnabled()


def test_old_sessions_are_never_erased_without_being_asked(
    place: SettingsPage, repository: SessionRepository
) -> None:
    repository.keep_session(a_planned_session("old", STARTS - timedelta(days=2000)))
    place.old_sessions.refresh()

    press(place, "erase-old")
    dialog = place.old_sessions.dialog
    assert dialog is not None
    dialog.reject()

    assert [card.id for card in repository.cards()] == ["old"]


def a_planned_session(session_id: str, starts_at: datetime) -> Session:
    return Session(session_id, f"The {session_id} session", starts_at, "UTC", timedelta(hours=1))


def lines_of(place: SettingsPage) -> list[str]:
    choice = place.language.choice
    return [choice.itemText(number) for number in range(choice.count())]


def test_each_language_is_offered_by_its_own_name_after_that_of_this_computer(
    place: SettingsPage, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: place.language.choice.count() > 1)
    first, *others = lines_of(place)
    assert first == "As this computer (English)"
    assert [line.partition(" –")[0] for line in others] == ["Deutsch", "English"]


def test_how_much_of_a_language_there_is_is_said_beside_it() -> None:
    assert name_and_share(LanguageOnOffer("de", "Deutsch", 1.0)) == "Deutsch – complete"
    some = LanguageOnOffer("de", "Deutsch", 0.805)
    assert name_and_share(some) == "Deutsch – 80% translated, the rest in English"
    assert "99%" in name_and_share(LanguageOnOffer("de", "Deutsch", 0.9996))
    assert name_and_share(LanguageOnOffer("en", "English", 1.0)) == "English"


def test_a_language_that_no_native_has_read_says_so_and_how_to_correct_it() -> None:
    assert remark_on("en", "English") == ""
    said = remark_on("de", "Deutsch")
    assert said.startswith("No native reader has read Clearing in this language yet (Deutsch).")
    assert "how you would say it" in said


def test_a_language_chosen_is_kept(place: SettingsPage, kept: Path, qtbot: QtBot) -> None:
    choice = place.language.choice
    qtbot.waitUntil(lambda: choice.findData("de") >= 0)
    choice.setCurrentIndex(choice.findData("de"))
    choice.activated.emit(choice.currentIndex())
    assert read_preferences(kept).language == "de"
    assert choice.currentData() == "de"
