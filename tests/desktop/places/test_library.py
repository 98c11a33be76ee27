"""The place Library: everything there is to choose from, in full."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QListWidget, QTabBar
from pytestqt.qtbot import QtBot

from desktop.content.catalogue import Catalogue
from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.places.library.page import LibraryPage
from desktop.places.page import PlaceName
from formats.library.repository import SessionRepository
from formats.structures.structure import Purpose


@pytest.fixture
def library(
    qtbot: QtBot, look: Look, catalogue: Catalogue, runner: SessionRunner, repository: SessionRepository
) -> Iterator[LibraryPage]:
    """The place, as it opens."""
    made = LibraryPage(look, catalogue, runner, repository)
    made.resize(1364, 840)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def words(place: LibraryPage) -> str:
    QCoreApplication.processEvents()
    return "\n".join(label.text() for label in place.findChildren(QLabel) if label.isVisible())


def chosen_from(place: LibraryPage, question: str) -> None:
    field = place.findChild(QLineEdit, "library-search")
    assert field is not None
    field.clear()
    QTest.keyClicks(field, question)


def test_every_structure_and_opener_can_be_read_in_full(library: LibraryPage, catalogue: Catalogue) -> None:
    found = library.findChild(QListWidget, "library-list")
    tabs = library.findChild(QTabBar)
    assert found is not None
    assert tabs is not None
    for tab, entries in enumerate((catalogue.structures, catalogue.openers)):
        tabs.setCurrentIndex(tab)
        assert found.count() == len(entries)
        for row in range(found.count()):
            found.setCurrentRow(row)
            entry = library.structure or library.opener
            assert entry is not None
            assert entry.title in words(library)
            assert entry.summary in words(library)


def test_a_structure_shows_its_minutes_needs_and_credit(library: LibraryPage, catalogue: Catalogue) -> None:
    chosen_from(library, "peer assist")
    structure = catalogue.structure("peer-assist")
    assert structure is not None
    assert structure.credit is not None
    for said in (
        "Ideas and resources",
        "10 min",
        "6 to 15",
        "kept as long as anything else can give",
        structure.credit.address,
    ):
        assert said in words(library)


def test_a_session_begins_from_the_structure_that_is_read(
    library: LibraryPage, qtbot: QtBot, runner: SessionRunner
) -> None:
    chosen_from(library, "wise crowds")
    button = library.findChild(QAbstractButton, "new-from-this")
    assert button is not None
    with qtbot.waitSignal(library.page_requested) as asked:
        button.click()
    assert asked.args == [PlaceName.PREPARE]
    assert runner.session is not None
    assert runner.session.agenda.structures[0].structure == "wise-crowds"


def test_the_lines_of_an_opener_follow_the_length_chosen(library: LibraryPage, runner: SessionRunner) -> None:
    tabs = library.findChild(QTabBar)
    assert tabs is not None
    tabs.setCurrentIndex(1)
    chosen_from(library, "longer out-breath")
    length = library.findChild(QComboBox, "opener-length")
    assert length is not None
    assert length.currentText() == "3 min"
    assert "1:30" in words(library)
    place = length.findText("5 min")
    length.setCurrentIndex(place)
    length.activated.emit(place)
    assert "2:30" in words(library)


def test_a_session_begins_with_the_opener_that_is_read(library: LibraryPage, runner: SessionRunner) -> None:
    tabs = library.findChild(QTabBar)
    assert tabs is not None
    tabs.setCurrentIndex(1)
    chosen_from(library, "five senses")
    button = library.findChild(QAbstractButton, "new-from-this")
    assert button is not None
    button.click()
    assert runner.session is not None
    assert runner.session.agenda.stages[0].opener == "five-senses"


def listed(library: LibraryPage) -> list[str]:
    """The rows of the list as they are heard, headings too."""
    found = library.findChild(QListWidget, "library-list")
    assert found is not None
    return [str(found.item(row).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(found.count())]


def test_what_fits_today_comes_first_and_the_rest_says_what_stands_against_it(library: LibraryPage) -> None:
    library.limits.propose(7, timedelta(minutes=20))
    rows = listed(library)
    assert rows[0].startswith("Fits: ")
    after = rows[rows.index("Fits with a change") :]
    assert "Wise Crowds, large group, 24 min, from 10 people" in after
    assert all("too long" not in row for row in rows[: rows.index("Fits with a change")])


def test_a_purpose_is_chosen_by_key_and_taken_off_with_all_else(library: LibraryPage, qtbot: QtBot) -> None:
    everything = listed(library)
    library.limits.purposes[Purpose.MEET].setFocus()
    qtbot.keyClick(library.limits.purposes[Purpose.MEET], Qt.Key.Key_Space)
    assert len(listed(library)) < len(everything)
    qtbot.keyClick(library.limits.clear, Qt.Key.Key_Space)
    assert listed(library) == everything


def test_where_nothing_fits_one_press_takes_off_the_limit_in_the_way(library: LibraryPage) -> None:
    library.limits.propose(2, None)
    library.limits.purposes[Purpose.MEET].setChecked(True)
    loosen = library.findChild(QAbstractButton, "library-loosen")
    assert loosen is not None
    assert "Nothing fits all of this." in words(library)
    assert loosen.accessibleName() == "Any number of people"
    loosen.click()
    assert any(row.startswith("Impromptu Networking") for row in listed(library))
    assert not loosen.isVisible()


def test_the_people_and_the_time_of_the_session_on_the_table_are_proposed(
    library: LibraryPage, runner: SessionRunner
) -> None:
    chosen_from(library, "peer assist")
    button = library.findChild(QAbstractButton, "new-from-this")
    assert button is not None
    button.click()
    chosen_from(library, "")
    library.refresh()
    assert library.limits.search.time == timedelta(hours=1)


def test_in_a_low_window_what_narrows_the_list_takes_its_place_while_it_is_open(library: LibraryPage) -> None:
    found = library.findChild(QListWidget, "library-list")
    assert found is not None
    assert library.limits.isVisible()
    library.resize(1000, 420)
    assert found.isVisible()
    assert not library.limits.isVisible()
    library.narrow.click()
    assert library.limits.isVisible()
    assert not found.isVisible()
    library.limits.purposes[Purpose.MEET].click()
    library.narrow.click()
    assert found.isVisible()
    assert listed(library)[0].startswith("Fits: ")
