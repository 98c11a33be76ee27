"""A session file that is opened from outside is taken in and shown, and disturbs no dialog and no live hour."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desktop.app.clearing import Clearing
from desktop.app.incoming_files import OPEN_NOW, IncomingFiles
from desktop.dialogs.passphrase import PassphraseDialog
from desktop.look import Look
from desktop.places.page import PlaceName
from formats.session.moves import Move
from tests.desktop.a_session import a_note, a_session
from tests.desktop.app.session_files import PASSPHRASE, a_session_file
from tests.desktop.conftest import StandingClock
from tests.desktop.the_app import the_app

WAITS = "“march.clearing” will be opened when this session is over."
HERE = "“February peer assist” is in your data now, with 1 note."


@dataclass
class Desk:
    """The app with what opens files in it."""

    app: Clearing
    incoming: IncomingFiles
    folder: Path
    qtbot: QtBot

    def file(self, name: str, passphrase: str = "") -> Path:
        return a_session_file(self.folder / f"{name}.clearing", self.app.catalogue, passphrase=passphrase)

    @property
    def said(self) -> str:
        return self.app.window.notice.sentence

    def wait_for(self, sentence: str) -> None:
        self.qtbot.waitUntil(lambda: sentence in self.said, timeout=15_000)

    def sessions(self) -> set[str]:
        return {card.id for card in self.app.repository.cards()}

    def run_a_session(self) -> None:
        session = a_session(self.app.catalogue)
        self.app.repository.keep_session(session)
        self.app.runner.open(session)
        self.app.window.show_place(PlaceName.RUN)
        assert self.app.runner.make(Move.START)

    def passphrase(self) -> PassphraseDialog:
        self.qtbot.waitUntil(
            lambda: isinstance(QApplication.activeModalWidget(), PassphraseDialog), timeout=15_000
        )
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PassphraseDialog)
        return dialog


@pytest.fixture
def desk(tmp_path: Path, look: Look, clock: StandingClock, qtbot: QtBot) -> Iterator[Desk]:
    with the_app(tmp_path / "library.json", look, clock=clock) as app:
        yield Desk(app, IncomingFiles(app), tmp_path / "from elsewhere", qtbot)


def test_a_file_is_taken_in_and_its_session_shown(desk: Desk) -> None:
    desk.incoming.open([desk.file("march")])

    desk.wait_for(HERE)
    assert desk.app.runner.session is not None
    assert desk.app.runner.session.id == "march"
    assert desk.app.window.place is PlaceName.PREPARE


def test_several_files_are_taken_in_and_the_list_is_shown(desk: Desk) -> None:
    desk.app.window.show_place(PlaceName.PEOPLE)
    wrong = desk.folder / "holiday.clearing"
    desk.incoming.open([desk.file("march"), desk.file("april"), wrong])

    desk.wait_for("holiday.clearing: This file was not added: it is not a file. Nothing was changed.")
    assert desk.said.startswith(f"{HERE} {HERE}")
    assert desk.sessions() == {"march", "april"}
    assert desk.app.window.place is PlaceName.SESSIONS
    assert desk.app.runner.session is None


def test_many_files_are_counted_and_two_of_those_refused_are_named(desk: Desk) -> None:
    there = [desk.file(name) for name in ("march", "april", "may", "june")]
    gone = [desk.folder / f"{name}.clearing" for name in ("one", "two", "three")]
    desk.incoming.open([*there, *gone])

    desk.wait_for("4 session files are in your data now.")
    assert desk.said.endswith(
        "3 files were not added, and nothing was changed by them: one.clearing, two.clearing and 1 more."
    )
    assert desk.sessions() == {"march", "april", "may", "june"}


def test_a_file_that_is_no_session_is_refused_where_one_is(desk: Desk) -> None:
    desk.app.window.show_place(PlaceName.PEOPLE)
    wrong = desk.folder / "holiday.jpg"
    wrong.parent.mkdir()
    wrong.write_bytes(b"\xff\xd8\xff")
    desk.incoming.open([wrong])

    desk.wait_for("This file was not added: ")
    assert desk.app.window.place is PlaceName.PEOPLE
    assert desk.sessions() == set()


def test_a_session_that_is_there_already_is_shown_and_nothing_comes_twice(desk: Desk) -> None:
    file = desk.file("march")
    desk.incoming.open([file])
    desk.wait_for(HERE)
    notes = desk.app.repository.session("march")
    desk.app.window.show_place(PlaceName.PEOPLE)
    desk.incoming.open([file, file])

    again = "“February peer assist” had all of it already. Nothing was added."
    desk.wait_for(f"{again} {again}")
    assert desk.app.repository.session("march") == notes
    assert desk.app.window.place is PlaceName.PREPARE
    assert desk.sessions() == {"march"}


@pytest.mark.parametrize("share", [0.0, 0.5, 0.98])
def test_a_file_that_was_cut_short_is_refused_and_changes_nothing(desk: Desk, share: float) -> None:
    file = desk.file("march")
    content = file.read_bytes()
    file.write_bytes(content[: int(len(content) * share)])
    desk.incoming.open([file])

    desk.wait_for("This file was not added: ")
    assert desk.said.endswith("Nothing was changed.")
    assert desk.sessions() == set()


def test_a_file_is_only_read_so_it_may_lie_where_nothing_can_be_written(desk: Desk) -> None:
    written = desk.file("march")
    alone = desk.folder.parent / "stick"
    alone.mkdir()
    file = written.rename(alone / written.name)
    content = file.read_bytes()
    file.chmod(0o444)
    alone.chmod(0o555)
    desk.incoming.open([file])

    desk.wait_for(HERE)
    assert list(alone.iterdir()) == [file]
    assert file.read_bytes() == content
    alone.chmod(0o755)


def test_while_a_room_is_looking_a_file_waits_and_nothing_moves(desk: Desk) -> None:
    desk.run_a_session()
    before = desk.app.runner.session
    desk.incoming.open([desk.file("march")])

    assert desk.said == WAITS
    assert desk.app.window.notice.acts == (str(OPEN_NOW),)
    assert desk.app.runner.session == before
    assert desk.app.window.place is PlaceName.RUN
    assert desk.sessions() == {"february"}


def test_a_long_name_is_not_said_over_the_title(desk: Desk) -> None:
    desk.run_a_session()
    desk.incoming.open([desk.folder / f"{'Nurturing conversations' * 3}.clearing"])

    assert desk.said == "A session file will be opened when this session is over."


def test_what_waited_comes_in_when_the_session_is_over_and_leaves_it_on_the_table(desk: Desk) -> None:
    desk.run_a_session()
    desk.incoming.open([desk.file("march")])
    desk.app.runner.make(Move.FINISH)

    desk.wait_for(HERE)
    assert desk.app.runner.session is not None
    assert desk.app.runner.session.id == "february"
    assert desk.app.window.place is PlaceName.RUN
    assert desk.sessions() == {"february", "march"}


def test_what_waited_comes_in_at_once_where_that_is_asked_for(desk: Desk) -> None:
    desk.run_a_session()
    desk.incoming.open([desk.file("march")])
    desk.incoming.open([desk.file("april")])
    assert desk.said == "2 session files will be opened when this session is over."
    desk.app.window.notice.act_requested.emit()

    desk.wait_for(f"{HERE} {HERE}")
    assert desk.app.runner.live
    assert desk.app.window.place is PlaceName.RUN
    assert desk.sessions() == {"february", "march", "april"}


def test_notes_that_come_back_join_the_session_that_runs(desk: Desk) -> None:
    back = a_session_file(desk.folder / "february.clearing", desk.app.catalogue, a_note(5, "Heard in room 2"))
    desk.run_a_session()
    desk.incoming.open([back])
    desk.app.window.notice.act_requested.emit()

    desk.wait_for("1 note added")
    assert desk.app.runner.session is not None
    assert [note.text for note in desk.app.runner.session.notes] == ["Heard in room 2"]
    assert desk.app.runner.live


def test_a_session_left_unfinished_yesterday_holds_no_file_up(desk: Desk, clock: StandingClock) -> None:
    desk.run_a_session()
    clock.move(days=1)
    desk.app.runner.catch_up()
    desk.incoming.open([desk.file("march")])

    desk.wait_for(HERE)


def test_a_dialog_is_answered_first(desk: Desk) -> None:
    dialog = QDialog(desk.app.window)
    dialog.open()
    desk.incoming.open([desk.file("march")])
    desk.qtbot.waitUntil(dialog.isVisible)
    assert desk.sessions() == set()
    dialog.reject()

    desk.wait_for(HERE)


def test_a_sealed_file_asks_for_its_passphrase(desk: Desk) -> None:
    desk.incoming.open([desk.file("march", PASSPHRASE)])
    asked = desk.passphrase()
    asked.field.setText(PASSPHRASE)
    asked.act.click()

    desk.wait_for(HERE)
    assert desk.app.window.place is PlaceName.PREPARE


def test_a_sealed_file_given_up_lets_the_next_one_in(desk: Desk) -> None:
    desk.incoming.open([desk.file("march", PASSPHRASE), desk.file("april")])
    desk.passphrase().reject()

    desk.wait_for(HERE)
    assert desk.sessions() == {"april"}


def test_files_that_come_while_a_passphrase_is_asked_for_wait_for_it(desk: Desk) -> None:
    desk.incoming.open([desk.file("march", PASSPHRASE)])
    asked = desk.passphrase()
    desk.incoming.open([desk.file("april")])
    assert desk.sessions() == set()
    asked.reject()

    desk.wait_for(HERE)
    assert desk.sessions() == {"april"}


def test_the_offer_to_go_on_is_still_there_after_a_file_has_come(
    tmp_path: Path, look: Look, clock: StandingClock, qtbot: QtBot
) -> None:
    with the_app(tmp_path / "library.json", look, clock=clock) as app:
        Desk(app, IncomingFiles(app), tmp_path, qtbot).run_a_session()
        app.file.flush()
    with the_app(tmp_path / "library.json", look, clock=clock) as app:
        desk, offered = Desk(app, IncomingFiles(app), tmp_path / "from elsewhere", qtbot), app.window.notice.acts
        assert offered
        desk.incoming.open([desk.file("march")])

        assert desk.said.startswith(WAITS)
        assert "was not finished when Clearing closed" in desk.said
        assert app.window.notice.acts == offered
        app.window.notice.act_requested.emit()
        assert app.window.place is PlaceName.RUN
        assert desk.sessions() == {"february"}
        clock.move(seconds=timedelta(days=1).total_seconds())
        app.runner.catch_up()
        desk.qtbot.waitUntil(lambda: desk.sessions() == {"february", "march"}, timeout=15_000)


def test_nothing_comes_into_a_library_that_is_only_read(tmp_path: Path, look: Look, qtbot: QtBot) -> None:
    with the_app(tmp_path / "library.json", look), the_app(tmp_path / "library.json", look) as second:
        desk = Desk(second, IncomingFiles(second), tmp_path / "from elsewhere", qtbot)
        second.window.alarm.hide()
        desk.incoming.open([desk.file("march")])

        assert second.window.alarm.sentence == second.file.open_report.sentence
        assert desk.said == ""
