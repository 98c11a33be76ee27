"""A session goes to a second note-taker as a file and comes back, through the window's own dialogs."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.content.catalogue import Catalogue
from desktop.dialogs.give_session import UNLIKE, GiveSessionDialog
from desktop.dialogs.passphrase import PassphraseDialog
from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.places.session_exchange import SessionExchange
from desktop.widgets.words import Words
from formats.library.opening import open_library
from formats.library.repository import SessionRepository
from formats.library.sealing import is_sealed
from tests.desktop.a_session import a_note, a_session
from tests.desktop.conftest import StandingClock


@dataclass
class Laptop:
    """One laptop: its library, and what its window says."""

    repository: SessionRepository
    runner: SessionRunner
    over: SessionExchange
    window: QWidget
    said: list[str]
    qtbot: QtBot

    def give(self, target: Path, *, private: bool = False, passphrase: str = "") -> Path:
        """Writes the session file as somebody does who clicks through both dialogs."""
        self.over.give_session("february")
        dialog = self._dialog(GiveSessionDialog)
        assert isinstance(dialog, GiveSessionDialog)
        dialog.private.setChecked(private)
        dialog.passphrase.setText(passphrase)
        dialog.again.setText(passphrase)
        dialog.act.click()
        where = self._dialog(QFileDialog)
        assert isinstance(where, QFileDialog)
        where.fileSelected.emit(str(target))
        where.done(QFileDialog.DialogCode.Accepted)
        self.qtbot.waitUntil(lambda: self.said[-1].startswith(f"{target.name} is in "), timeout=15_000)
        return target

    def take(self, file: Path) -> str:
        """Takes a file in, and gives the sentence that says what came of it."""
        self.over.receive_from([str(file)])
        self.qtbot.waitUntil(lambda: not self.said[-1].endswith("…"), timeout=15_000)
        return self.said[-1]

    def passphrase(self) -> PassphraseDialog:
        """The dialog that asks for it."""
        found = self._dialog(PassphraseDialog)
        assert isinstance(found, PassphraseDialog)
        return found

    def texts(self) -> set[str]:
        """What the notes of the session say."""
        session = self.repository.session("february")
        return {note.text for note in session.notes} if session else set()

    def _dialog(self, kind: type[QWidget]) -> QWidget:
        self.qtbot.waitUntil(lambda: any(each.isVisible() for each in self.window.findChildren(kind)))
        return next(each for each in self.window.findChildren(kind) if each.isVisible())


@pytest.fixture
def laptops(tmp_path: Path, look: Look, qtbot: QtBot, catalogue: Catalogue) -> Iterator[tuple[Laptop, Laptop]]:
    """The first has a session with an open and a private note, the second has nothing."""
    clock, made = StandingClock(), []
    for name in ("first", "second"):
        file = open_library(tmp_path / name / "library.json", now=clock.now, retry_seconds=None)
        repository, window = SessionRepository(file), QWidget()
        runner = SessionRunner(repository, clock, window)
        over, said = SessionExchange(look, repository, runner, window), [""]
        over.message.connect(said.append)
        qtbot.addWidget(window)
        window.show()
        made.append(Laptop(repository, runner, over, window, said, qtbot))
    notes = (a_note(1, "Ask who already trusts you"), a_note(2, "Between us", private=True))
    made[0].repository.keep_session(a_session(catalogue, *notes))
    yield made[0], made[1]
    for laptop in made:
        laptop.repository.file.close()


def test_a_session_goes_out_without_private_notes_and_comes_back_with_more(
    laptops: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    first, second = laptops
    assert second.take(first.give(tmp_path / "out.clearing")) == (
        "“February peer assist” is in your data now, with 1 note."
    )
    assert second.texts() == {"Ask who already trusts you"}
    second.repository.keep_note("february", a_note(3, "Heard in room 2"))
    first.runner.open(first.repository.session("february"))
    back = second.give(tmp_path / "back.clearing")
    assert first.take(back) == "Taken into “February peer assist”: 1 note added."
    assert first.texts() == {"Ask who already trusts you", "Between us", "Heard in room 2"}
    assert first.runner.session == first.repository.session("february")  # the window has it at once
    assert "Nothing was added" in first.take(back)


def test_private_notes_go_along_when_asked_for(laptops: tuple[Laptop, Laptop], tmp_path: Path) -> None:
    first, second = laptops
    second.take(first.give(tmp_path / "out.clearing", private=True))
    assert second.texts() == {"Ask who already trusts you", "Between us"}


def test_a_note_changed_on_both_laptops_is_said(laptops: tuple[Laptop, Laptop], tmp_path: Path) -> None:
    first, second = laptops
    second.take(first.give(tmp_path / "out.clearing"))
    first.repository.keep_note("february", a_note(1, "Mine"))
    second.repository.keep_note("february", a_note(1, "Theirs"))
    said = first.take(second.give(tmp_path / "back.clearing"))
    assert "1 note was changed on both laptops: every version is kept" in said
    versions = first.repository.versions("n1")
    assert {note.text for note in versions if note} == {"Mine", "Theirs"}
    assert first.repository.disputed_notes("february") == ("n1",)


def test_a_sealed_file_asks_for_its_passphrase_and_says_when_it_does_not_fit(
    laptops: tuple[Laptop, Laptop], tmp_path: Path, qtbot: QtBot
) -> None:
    first, second = laptops
    file = first.give(tmp_path / "out.clearing", passphrase="moss and lake")
    assert is_sealed(file.read_bytes())
    assert b"trusts" not in file.read_bytes()
    second.take(file)
    asked = second.passphrase()
    asked.field.setText("lake and moss")
    asked.act.click()
    qtbot.waitUntil(lambda: second.passphrase() is not asked, timeout=15_000)
    again = second.passphrase()
    assert "That passphrase is not right" in again.trouble.text()
    again.field.setText("moss and lake")
    again.act.click()
    qtbot.waitUntil(lambda: "is in your data now" in second.said[-1], timeout=15_000)
    assert second.texts() == {"Ask who already trusts you"}


def test_two_passphrases_that_differ_write_nothing(laptops: tuple[Laptop, Laptop], qtbot: QtBot) -> None:
    first, _ = laptops
    first.over.give_session("february")
    dialog = first.window.findChild(GiveSessionDialog)
    assert dialog is not None
    dialog.passphrase.setText("moss")
    dialog.again.setText("mist")
    dialog.act.click()
    assert dialog.isVisible()
    assert any(label.text() == str(UNLIKE) and label.isVisible() for label in dialog.findChildren(Words))


@pytest.mark.parametrize(
    "content",
    [b"", b"\x89PNG\r\n", b'{"clearing": "note pack"}', b"[" * 50_000, b"CLEARING SEALED 1\n" + b"\xff" * 90],
)
def test_a_file_that_is_no_session_file_is_refused_in_one_sentence(
    laptops: tuple[Laptop, Laptop], tmp_path: Path, content: bytes
) -> None:
    first, _ = laptops
    before = first.repository.file.snapshot()
    hostile = tmp_path / "hostile.clearing"
    hostile.write_bytes(content)
    said = first.take(hostile)
    if content.startswith(b"CLEARING SEALED"):
        asked = first.passphrase()
        asked.field.setText("anything")
        asked.act.click()
        first.qtbot.waitUntil(lambda: "changed on its way" in first.passphrase().trouble.text())
    else:
        assert said.startswith("This file was not added: ")
        assert said.endswith("Nothing was changed.")
    assert first.repository.file.snapshot() == before


def test_a_file_that_cannot_be_written_says_why(laptops: tuple[Laptop, Laptop], tmp_path: Path) -> None:
    first, _ = laptops
    first.over.give_session("february")
    dialog = first.window.findChild(GiveSessionDialog)
    assert dialog is not None
    dialog.act.click()
    first.over.write_to(str(tmp_path / "gone" / "out.clearing"))
    first.qtbot.waitUntil(lambda: "Nothing was written." in first.said[-1])
    assert "cannot be found" in first.said[-1]


def test_a_session_that_is_new_here_comes_with_its_people(laptops: tuple[Laptop, Laptop], tmp_path: Path) -> None:
    first, second = laptops
    second.take(first.give(tmp_path / "out.clearing"))
    here, there = first.repository.session("february"), second.repository.session("february")
    assert here is not None
    assert there is not None
    assert [replace(person, remarks="", email="") for person in here.people] == list(there.people)


def test_a_passphrase_that_is_easy_to_guess_writes_nothing_and_says_how_to_make_it_better(
    laptops: tuple[Laptop, Laptop],
) -> None:
    first, _ = laptops
    first.over.give_session("february")
    dialog = first.window.findChild(GiveSessionDialog)
    assert dialog is not None
    dialog.passphrase.setText("Summer2026!")
    dialog.again.setText("Summer2026!")
    dialog.act.click()

    assert dialog.isVisible()
    assert dialog.strength.text() == "Too easy to guess. Add a word or two that do not belong together."
    assert dialog.strength.property("role") == "warning"
    dialog.passphrase.setText("moss and lake")
    assert dialog.strength.text().startswith("Good: a hundred computers would guess for about")
    assert dialog.strength.property("role") == "second"
