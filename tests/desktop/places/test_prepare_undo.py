"""Prepare takes back what was done last, whatever it was done to, and brings it back; the keys stay."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.live.runner import SessionRunner
from desktop.places.prepare.page import PreparePage
from formats.session.room_wishes import Wish, WishKind
from tests.desktop.places.preparing import begin, on_table, people, row, type_minutes, wait_for_rooms

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def undo(place: PreparePage) -> None:
    """Ctrl+Z where the keys are."""
    QTest.keyClick(QApplication.focusWidget() or place, Qt.Key.Key_Z, CONTROL)


def redo(place: PreparePage) -> None:
    """Ctrl+Shift+Z where the keys are."""
    QTest.keyClick(QApplication.focusWidget() or place, Qt.Key.Key_Z, CONTROL | SHIFT)


def plan(place: PreparePage) -> tuple[object, ...]:
    """What of the session can be changed here."""
    session = on_table(place)
    return session.agenda, session.people, session.away, session.wishes


def test_agenda_people_and_wishes_are_taken_back_in_the_order_in_which_they_were_done(
    place: PreparePage, qtbot: QtBot
) -> None:
    begin(place)
    plans = [plan(place)]
    place.people.add_people(people(7))
    wait_for_rooms(qtbot, place)
    plans.append(plan(place))
    row(place, "reflect").ask_removal()
    plans.append(plan(place))
    place.edits.wishes.keep(Wish(WishKind.APART, ("id-000", "id-001")))
    wait_for_rooms(qtbot, place)
    plans.append(plan(place))
    type_minutes(place, "challenge", "7")
    plans.append(plan(place))
    place.agenda.add.setFocus()
    for before in reversed(plans[:-1]):
        undo(place)
        assert plan(place) == before
    for after in plans[1:]:
        redo(place)
        assert plan(place) == after


def test_a_length_for_each_person_that_came_otherwise_in_a_file_comes_back_as_it_was(
    place: PreparePage, runner: SessionRunner
) -> None:
    begin(place)
    place.people.add_people(people(7))
    check_in = next(stage.key for stage in on_table(place).agenda.stages if stage.seconds_each)
    lengths = {check_in: timedelta(minutes=9)}
    runner.amend(lambda session: replace(session, agenda=session.agenda.with_lengths(lengths)))
    before = on_table(place).agenda
    assert before.stage(check_in).length == timedelta(minutes=9)
    row(place, "reflect").ask_removal()
    place.agenda.add.setFocus()
    undo(place)
    assert on_table(place).agenda == before


def test_a_new_change_leaves_nothing_to_bring_back(place: PreparePage) -> None:
    begin(place)
    row(place, "reflect").ask_removal()
    place.agenda.add.setFocus()
    undo(place)
    row(place, "next-steps").ask_removal()
    now = plan(place)
    redo(place)
    assert plan(place) == now


@pytest.mark.parametrize("stage", ["challenge", "reflect"])
def test_the_keys_stay_where_they_were(place: PreparePage, stage: str) -> None:
    begin(place)
    type_minutes(place, stage, "7")
    row(place, stage).minutes.setFocus()
    undo(place)
    assert row(place, stage).minutes.value == timedelta(minutes=5)
    assert row(place, stage).minutes.hasFocus()


def test_what_is_offered_to_be_taken_back_goes_once_something_else_was_done(place: PreparePage) -> None:
    begin(place)
    row(place, "reflect").ask_removal()
    assert place.agenda.last_change.isVisible()
    place.people.add_people(people(3))
    assert not place.agenda.last_change.isVisible()
