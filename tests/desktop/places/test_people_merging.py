"""Two records of one person in the place People: offered, seen before it happens, made one, parted again."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.content.catalogue import Catalogue
from desktop.dialogs.add_people import AddPeopleDialog
from desktop.dialogs.choose_offer import ChooseOfferDialog
from desktop.dialogs.one_line import OneLineDialog
from desktop.live.runner import SessionRunner
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.places.people.erase_person_dialog import ErasePersonDialog
from desktop.places.people.merge_people_dialog import MergePeopleDialog, member_card
from desktop.places.people.network import read_members
from desktop.places.people.page import PeoplePage
from desktop.places.people.rows import Column
from formats.library.repository import SessionRepository
from formats.session.events import Finished, Started
from formats.session.people import Person
from tests.desktop.a_session import IDEAS, STARTS, a_session

KRISTIN, SHORT = (
    Person("k1", "Kristin Þórsdóttir", "Nordic Care Alliance", "programme manager"),
    Person("k2", "Kristin T.", "Nordic Care", "manager", email="kristin@example.org"),
)


@pytest.fixture
def place(
    qtbot: QtBot, look: Look, repository: SessionRepository, runner: SessionRunner, catalogue: Catalogue
) -> Iterator[PeoplePage]:
    """Two sessions that were held, in each of which one of the two was."""
    held = replace(a_session(catalogue), events=(Started(STARTS, IDEAS), Finished(STARTS)), rooms=())
    repository.keep_session(replace(held, people=(KRISTIN,)))
    repository.keep_session(replace(held, id="march", title="March", people=(SHORT,)))
    made = PeoplePage(look, repository, runner, LivePreferences(None))
    made.resize(1364, 840)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def asked(place: PeoplePage) -> MergePeopleDialog:
    dialog = place.window().findChild(MergePeopleDialog)
    assert dialog is not None
    return dialog


def names(repository: SessionRepository) -> list[str]:
    return [person.name for person in repository.people()]


def test_two_who_look_alike_are_offered_and_never_made_one_by_themselves(
    place: PeoplePage, repository: SessionRepository
) -> None:
    assert place.doubles.isVisible()
    assert names(repository) == ["Kristin T.", "Kristin Þórsdóttir"]


def test_the_person_to_be_is_seen_with_a_choice_for_each_field_that_differs(
    place: PeoplePage, repository: SessionRepository
) -> None:
    place.doubles.one.click()
    dialog = asked(place)
    assert list(dialog.choices) == ["name", "organisation", "role"]
    dialog.choices["role"].setCurrentIndex(dialog.choices["role"].findText("programme manager"))
    dialog.choices["name"].setCurrentIndex(dialog.choices["name"].findText(KRISTIN.name))
    dialog.accept()
    (one,) = repository.people()
    assert (one.name, one.role, one.email) == (KRISTIN.name, "programme manager", SHORT.email)
    assert not place.doubles.isVisible()


def test_undo_makes_them_two_again(place: PeoplePage, repository: SessionRepository) -> None:
    place.doubles.one.click()
    asked(place).accept()
    assert place.said.isVisible()
    place.said.undo.click()
    assert set(repository.people()) == {KRISTIN, SHORT}
    assert not place.said.isVisible()


def test_two_people_stay_two_and_are_not_asked_about_again(
    place: PeoplePage, repository: SessionRepository
) -> None:
    place.doubles.two.click()
    assert not place.doubles.isVisible()
    assert names(repository) == ["Kristin T.", "Kristin Þórsdóttir"]


def test_two_people_can_be_said_in_the_dialog_too_where_the_card_is_too_low_for_it(place: PeoplePage) -> None:
    place.doubles.fit(brief=True, low=True)
    assert not place.doubles.two.isVisible()
    place.doubles.one.click()
    asked(place).two.click()
    assert not place.doubles.isVisible()


def test_anybody_can_be_made_one_with_somebody_else(place: PeoplePage, repository: SessionRepository) -> None:
    repository.keep_person(Person("b1", "Beth O'Neill"))
    place.show_person("b1")
    place.pane.merge.click()
    chooser = place.window().findChild(ChooseOfferDialog)
    assert chooser is not None
    chooser.search.setText("þórs")
    chooser.accept()
    dialog = asked(place)
    dialog.accept()
    assert sorted(person.id for person in repository.people()) == ["b1", "k2"]


def test_no_column_counts_what_has_not_happened(place: PeoplePage) -> None:
    assert not place.table.isColumnHidden(Column.CAME)
    assert place.table.isColumnHidden(Column.PRESENTED)
    assert place.table.isColumnHidden(Column.STEPS)


def test_who_came_to_nothing_yet_is_not_counted(place: PeoplePage, repository: SessionRepository) -> None:
    repository.keep_person(Person("k3", "Kristin Thors", "Nordic Care"))
    new = next(member for member in read_members(repository) if member.person.id == "k3")
    card = member_card(new)
    assert [words.text() for words in card.findChildren(QLabel)] == ["Kristin Thors", "Nordic Care"]


def test_somebody_is_added_by_name_and_shown(place: PeoplePage, repository: SessionRepository) -> None:
    place.additions.ask_for_person()
    dialog = place.window().findChild(OneLineDialog)
    assert dialog is not None
    dialog.line.setText("Nina Okafor, Lothian Health")
    dialog.accept()
    (nina,) = (person for person in repository.people() if person.name == "Nina Okafor")
    assert nina.organisation == "Lothian Health"


def test_a_list_is_looked_over_and_kept_without_a_session(
    place: PeoplePage, repository: SessionRepository
) -> None:
    QGuiApplication.clipboard().setText("Amina Yusuf, Lothian Health\nCallum Reid, Fife")
    place.additions.ask_for_list()
    dialog = place.window().findChild(AddPeopleDialog)
    assert dialog is not None
    dialog.accept()
    assert {"Amina Yusuf", "Callum Reid"} <= set(names(repository))


def test_somebody_is_erased_only_once_their_name_is_typed(
    place: PeoplePage, repository: SessionRepository, qtbot: QtBot
) -> None:
    place.show_person("k1")
    place.pane.erase.click()
    qtbot.waitUntil(lambda: place.window().findChild(ErasePersonDialog) is not None)
    dialog = place.window().findChild(ErasePersonDialog)
    assert dialog is not None
    assert "1 session: “February peer assist”." in [label.text() for label in dialog.findChildren(QLabel)]
    assert not dialog.act.isEnabled()
    dialog.name.setText("Kristin")
    assert not dialog.act.isEnabled()
    dialog.name.setText("kristin  Þórsdóttir")
    assert dialog.act.isEnabled()
    with qtbot.waitSignal(place.erasing.people_changed):
        dialog.accept()
    assert names(repository) == ["Kristin T."]
    assert not place.said.undo.isVisible()
    session = repository.session("february")
    assert session is not None
    assert session.people == ()
