"""Structures and openers of one's own: written from a template, checked in a sentence, offered with the others."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QTabBar
from pytestqt.qtbot import QtBot

from desktop.content.catalogue import Catalogue, read_catalogue
from desktop.content.own_entries import OwnEntries
from desktop.dialogs.choose_opener import ChooseOpenerDialog
from desktop.dialogs.own_entry import OwnEntryDialog
from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.places.library.page import OPENERS, STRUCTURES, LibraryPage
from formats.library.opening import open_library
from formats.library.repository import SessionRepository
from tests.desktop.conftest import StandingClock


@pytest.fixture
def catalogue() -> Catalogue:
    """One of its own, for these tests add to it."""
    return read_catalogue()


@pytest.fixture
def library(
    qtbot: QtBot, look: Look, catalogue: Catalogue, runner: SessionRunner, repository: SessionRepository
) -> Iterator[LibraryPage]:
    made = LibraryPage(look, catalogue, runner, repository)
    made.resize(1364, 840)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def press(place: LibraryPage, name: str) -> None:
    button = place.findChild(QAbstractButton, name)
    assert button is not None
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def show_tab(place: LibraryPage, tab: int) -> None:
    tabs = place.findChild(QTabBar)
    assert tabs is not None
    tabs.setCurrentIndex(tab)


def written(place: LibraryPage) -> OwnEntryDialog:
    assert isinstance(place.own.dialog, OwnEntryDialog)
    return place.own.dialog


def write_opener(place: LibraryPage, title: str) -> None:
    show_tab(place, OPENERS)
    press(place, "write-own")
    dialog = written(place)
    dialog.text.setPlainText(dialog.text.toPlainText().replace("Our own start", title))
    dialog.accept()


def test_the_template_can_be_kept_as_it_is_and_is_offered_with_the_others(
    qtbot: QtBot, look: Look, library: LibraryPage, catalogue: Catalogue
) -> None:
    write_opener(library, "Candle and quiet")
    assert library.opener is not None
    assert library.opener.title == "Candle and quiet"
    chooser = ChooseOpenerDialog(look, catalogue)
    qtbot.addWidget(chooser)
    chooser.search.setText("candle")
    assert chooser.opener == library.opener


def test_what_is_wrong_is_said_in_a_sentence_and_cannot_be_kept(library: LibraryPage) -> None:
    show_tab(library, OPENERS)
    press(library, "write-own")
    dialog = written(library)
    assert dialog.says.text() == "This can be kept."
    dialog.text.setPlainText(dialog.text.toPlainText().replace("pace =", "speed ="))
    assert "“speed” means nothing here" in dialog.says.text()
    assert not dialog.act.isEnabled()
    dialog.accept()
    assert dialog.isVisible()
    dialog.text.setPlainText('title = "Arriving"\nminutes = 2\n[[lines]]\nat = 0\ntext = "Hello"')
    assert dialog.says.text() == "“Arriving” is there already; choose another title."
    dialog.reject()


def test_ones_own_is_there_again_after_a_restart(
    library: LibraryPage, library_path: Path, repository: SessionRepository, clock: StandingClock
) -> None:
    write_opener(library, "Candle and quiet")
    repository.file.close()
    again = read_catalogue()
    with open_library(library_path, now=clock.now, retry_seconds=None) as file:
        OwnEntries(file, again)
    assert again.opener("candle-and-quiet") is not None


def test_ones_own_can_be_changed_and_taken_out_and_ours_cannot(library: LibraryPage, catalogue: Catalogue) -> None:
    write_opener(library, "Candle and quiet")
    press(library, "change-own")
    dialog = written(library)
    dialog.text.setPlainText(dialog.text.toPlainText().replace("Candle and quiet", "Candle"))
    dialog.accept()
    assert catalogue.opener("candle-and-quiet") is None
    assert catalogue.opener("candle") is not None
    press(library, "take-out-own")
    assert library.own.dialog is not None
    library.own.dialog.accept()
    assert catalogue.opener("candle") is None
    assert not library.findChild(QAbstractButton, "change-own").isVisible()


def test_a_structure_of_ones_own_begins_a_session(library: LibraryPage, runner: SessionRunner) -> None:
    show_tab(library, STRUCTURES)
    press(library, "write-own")
    written(library).accept()
    assert library.structure is not None
    press(library, "new-from-this")
    assert runner.session is not None
    part = runner.session.agenda.structures[0]
    assert part.title == "Our own way"
    assert [stage.title for stage in part.stages][:2] == ["Welcome", "The group thinks aloud"]
