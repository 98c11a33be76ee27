"""Prepare in a narrow window: one column at a time, the time there is and the field for names always in view."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.actions import ActName
from desktop.live.runner import SessionRunner
from desktop.places.prepare.page import PreparePage
from formats.session.moves import Move
from tests.desktop.places.preparing import begin, on_table, people, row, wait_for_rooms
from tests.desktop.settling import wait_until_still


def in_window(place: PreparePage, widget: QWidget) -> bool:
    """Whether all of it can be seen without scrolling."""
    seen = widget.visibleRegion().boundingRect().size() == widget.size()
    inside = place.rect().contains(QRect(widget.mapTo(place, QPoint()), widget.size()))
    return widget.isVisible() and seen and inside


@pytest.mark.parametrize("width", [948, 1364])
def test_the_field_for_a_name_is_in_view_however_many_people_there_are(place: PreparePage, width: int) -> None:
    begin(place)
    place.resize(width, 600)
    place.columns.tabs.setCurrentIndex(1)
    for number in range(24):
        place.people.name.setText(f"Person {number}")
        place.people.add.click()
    wait_until_still(place)
    assert in_window(place, place.people.name)
    assert in_window(place, place.people.add)


def test_the_time_there_is_stays_in_view_while_the_agenda_scrolls(place: PreparePage) -> None:
    begin(place)
    place.resize(948, 600)
    wait_until_still(place)
    bar = place.agenda.verticalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum())
    assert in_window(place, place.agenda.time)


def test_where_one_column_has_space_the_header_offers_the_other(place: PreparePage) -> None:
    begin(place)
    place.resize(948, 600)
    wait_until_still(place)
    tabs = place.columns.tabs
    assert in_window(place, tabs)
    assert place.agenda.isVisible()
    assert not place.people.isVisible()
    tabs.setCurrentIndex(1)
    assert not place.agenda.isVisible()
    assert place.people.isVisible()
    assert place.details.accessibleName() == "Title and time"
    place.resize(1364, 900)
    wait_until_still(place)
    assert not tabs.isVisible()
    assert place.agenda.isVisible()
    assert place.people.isVisible()


def test_a_session_that_is_over_is_not_squeezed_either(place: PreparePage, runner: SessionRunner) -> None:
    begin(place)
    place.resize(948, 600)
    runner.make(Move.START)
    runner.make(Move.FINISH)
    wait_until_still(place)
    assert place.columns.narrow
    assert not place.people.isVisible()


def test_with_nothing_open_there_is_no_choice_of_column(place: PreparePage) -> None:
    place.resize(948, 600)
    wait_until_still(place)
    assert not place.columns.tabs.isVisible()


def test_in_a_narrow_window_the_keys_say_what_they_took_back_in_the_other_column(
    place: PreparePage, qtbot: QtBot
) -> None:
    begin(place)
    place.resize(948, 600)
    place.people.add_people(people(7))
    wait_for_rooms(qtbot, place)
    row(place, "reflect").ask_removal()
    place.columns.tabs.setCurrentIndex(1)
    place.people.add.setFocus()
    for act, said in (
        (ActName.UNDO, "Taken back: the change of the agenda."),
        (ActName.UNDO, "Taken back: the change of people."),
        (ActName.REDO, "Brought back: the change of people."),
    ):
        qtbot.keySequence(place.people.add, QKeySequence(f"Ctrl+{'Z' if act is ActName.UNDO else 'Y'}"))
        assert place.passing.words.text() == said
    wait_until_still(place)
    assert in_window(place, place.passing)
    place.passing.offer.click()
    assert not on_table(place).people


def test_where_both_columns_are_in_sight_nothing_need_be_said(place: PreparePage, qtbot: QtBot) -> None:
    begin(place)
    place.resize(1364, 900)
    row(place, "reflect").ask_removal()
    place.people.add.setFocus()
    qtbot.keySequence(place.people.add, QKeySequence("Ctrl+Z"))
    assert not place.passing.isVisible()
