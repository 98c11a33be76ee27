"""The agenda editor: times on the clock, locks, stages of one's own, moves, by mouse and by keys alone."""

from dataclasses import replace
from datetime import time, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.locked_start import LockedStartDialog
from desktop.dialogs.one_line import OneLineDialog
from desktop.dialogs.session_details import SessionDetailsDialog
from desktop.dialogs.stage_words import StageWordsDialog
from desktop.live.runner import SessionRunner
from desktop.places.prepare.page import PreparePage
from desktop.places.prepare.scroll_at_edges import ScrollAtEdges
from desktop.places.prepare.stage_row import StageRow
from desktop.widgets.elided import ElidedWords
from desktop.widgets.scrolling import ScrollColumn
from desktop.widgets.words import Words
from formats.session.agenda import Agenda, PartKind, StageKey, StageKind
from formats.session.timetable import locked_starts, session_timetable
from tests.desktop.places.preparing import (
    ask,
    begin,
    card,
    drag,
    on_table,
    people,
    press,
    row,
    type_minutes,
    type_over,
    wait_for_rooms,
)

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def agenda(place: PreparePage) -> Agenda:
    return on_table(place).agenda


def ids(place: PreparePage, part: str = "peer-assist") -> list[str]:
    found = agenda(place).part(part)
    assert found is not None
    return [stage.key.stage for stage in found.stages]


def text(place: PreparePage, stage: str, name: str, number: int = 1) -> str:
    """What a line of a row says; empty where it is hidden."""
    words = row(place, stage, number).findChild(Words, name)
    assert isinstance(words, Words)
    return words.text() if words.isVisibleTo(row(place, stage, number)) else ""


def keys(place: PreparePage, widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    widget.setFocus()
    QTest.keyClick(QApplication.focusWidget() or place, key, modifiers)


def with_tea_between_two_rounds(place: PreparePage) -> StageKey:
    begin(place)
    card(place, "peer-assist").rounds.more.click()
    ask(place, "next-steps", "Break after this")
    QApplication.processEvents()  # new rows are in sight from then on
    return StageKey("peer-assist", "break")


def test_every_stage_says_when_it_begins_and_the_times_follow_the_minutes(place: PreparePage) -> None:
    session = begin(place)
    begins = session.local_time(session.starts_at)
    first = text(place, "introductions", "clock")
    assert first == (begins + session.agenda.parts[0].length).strftime("%H:%M")
    type_minutes(place, "coherent-breathing", "8")
    later = begins + agenda(place).parts[0].length
    assert text(place, "introductions", "clock") == later.strftime("%H:%M") != first


def test_a_break_stands_between_two_rounds_and_the_second_unfolds(place: PreparePage) -> None:
    with_tea_between_two_rounds(place)
    stages = agenda(place).parts[1].stages
    tea = next(n for n, stage in enumerate(stages) if stage.kind is StageKind.BREAK)
    assert (stages[tea - 1].key.round, stages[tea + 1].key.round) == (1, 2)
    assert not row(place, "challenge", 2).isVisibleTo(place)
    line = card(place, "peer-assist").lines[2]
    line.fold.click()
    assert row(place, "challenge", 2).isVisibleTo(place)
    type_minutes(place, "introductions", "3")
    ask(place, "reflect", "Duplicate")
    assert card(place, "peer-assist").lines[2].unfolded, "what was unfolded stays so"


def test_a_locked_start_is_shown_kept_by_fitting_and_let_go_by_the_same_key(place: PreparePage) -> None:
    tea = with_tea_between_two_rounds(place)
    keys(place, row(place, "break").minutes, Qt.Key.Key_L, CONTROL)
    locked = agenda(place).stage(tea)
    assert locked is not None
    assert locked.locked_start is not None
    assert text(place, "break", "lock") == f"Locked to {locked.locked_start:%H:%M}"
    press(place, "fit")
    plan = session_timetable(on_table(place))
    assert plan.starts[tea] == locked_starts(on_table(place))[tea]
    keys(place, row(place, "break").minutes, Qt.Key.Key_L, CONTROL)
    assert text(place, "break", "lock") == ""


def test_a_start_is_locked_to_a_time_that_is_typed(place: PreparePage) -> None:
    tea = with_tea_between_two_rounds(place)
    ask(place, "break", "Start at another time…")
    dialog = place.agenda.additions.dialog
    assert isinstance(dialog, LockedStartDialog)
    type_over(dialog.start, "17.05")
    dialog.accept()
    stage = agenda(place).stage(tea)
    assert stage is not None
    assert stage.locked_start == time(17, 5)
    assert "17:05" in place.agenda.time.sentence.text()


def test_the_end_is_locked_beside_the_time_and_taken_back_with_the_rest(place: PreparePage) -> None:
    begin(place)
    press(place, "lock-end")
    assert on_table(place).end_locked
    press(place, "undo")
    assert not on_table(place).end_locked
    press(place, "redo")
    assert on_table(place).end_locked


def test_what_fitting_took_stands_in_the_row_until_its_minutes_are_typed(place: PreparePage) -> None:
    begin(place)
    card(place, "peer-assist").rounds.more.click()
    before = agenda(place)
    keys(place, row(place, "challenge").minutes, Qt.Key.Key_F, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    fitted = row(place, "challenge").stage
    assert fitted.fitted_from == timedelta(minutes=5) != fitted.length
    type_minutes(place, "challenge", "4")
    assert row(place, "challenge").stage.fitted_from is None
    press(place, "undo")
    press(place, "usual")
    assert agenda(place) == before


def test_a_stage_is_duplicated_in_every_round_and_a_part_as_a_whole(place: PreparePage) -> None:
    begin(place)
    card(place, "peer-assist").rounds.more.click()
    keys(place, row(place, "challenge").minutes, Qt.Key.Key_D, CONTROL)
    assert ids(place).count("challenge-2") == 2
    assert QApplication.focusWidget() is row(place, "challenge").minutes
    keys(place, card(place, "peer-assist").grip, Qt.Key.Key_D, CONTROL)
    assert [part.id for part in agenda(place).parts] == ["opening", "peer-assist", "peer-assist-2", "closing"]
    assert len({stage.key for stage in agenda(place).stages}) == len(agenda(place).stages)


def test_a_stage_of_ones_own_goes_anywhere_with_its_own_title_and_minutes(place: PreparePage) -> None:
    begin(place)
    for asked in (lambda: ask(place, "challenge", "Stage of your own after this…"), add_free_stage(place)):
        asked()
        dialog = place.agenda.additions.dialog
        assert isinstance(dialog, OneLineDialog)
        dialog.line.setText("Notices")
        dialog.accept()
    assert ids(place)[:4] == ["introductions", "challenge", "own", "clarifying-questions"]
    assert [part.kind for part in agenda(place).parts][2] is PartKind.FREE
    type_minutes(place, "own", "7")
    assert row(place, "own").stage.length == timedelta(minutes=7)


def add_free_stage(place: PreparePage):  # type: ignore[no-untyped-def]  # a menu entry's trigger
    menu = place.agenda.menu_of_additions()
    return next(one for one in menu.actions() if one.text() == "Stage of your own…").trigger


def test_a_break_goes_through_the_whole_agenda_by_keys_and_keeps_them(place: PreparePage) -> None:
    begin(place)
    place.agenda.additions.add_break()
    assert [part.id for part in agenda(place).parts] == ["opening", "peer-assist", "break", "closing"]
    places = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down):
        keys(place, row(place, "break").grip, key, ALT)
        assert QApplication.focusWidget() is row(place, "break").grip
        places.append(ids(place)[::-1].index("break") if "break" in ids(place) else -1)
    assert places == [1, 2, 1, 0, -1], "so many stages stand after it; -1 between the parts"
    assert [part.kind for part in agenda(place).parts][2] is PartKind.BREAK


def test_a_stage_moves_to_another_part_by_its_menu_and_by_drag(place: PreparePage) -> None:
    begin(place)
    menu = place.agenda.menu_for(row(place, "introductions"))
    inner = next(action.menu() for action in menu.actions() if action.text() == "Move to")
    next(action for action in inner.actions() if action.text() == "Opening").trigger()
    assert ids(place, "opening")[-1] == "introductions"
    QApplication.processEvents()
    target = row(place, "challenge")
    drag(row(place, "introductions").grip, target.mapToGlobal(QPoint(40, 3)))
    assert ids(place)[:2] == ["introductions", "challenge"]


def test_what_is_held_at_an_edge_scrolls_the_agenda(place: PreparePage) -> None:
    begin(place)
    place.resize(1364, 500)
    pane = place.agenda
    edges = ScrollAtEdges(pane)
    edges.follow(pane.viewport().mapToGlobal(QPoint(50, pane.viewport().height() - 2)))
    assert edges.scrolling
    edges.scroll()
    assert pane.verticalScrollBar().value() > 0
    edges.follow(pane.viewport().mapToGlobal(QPoint(50, pane.viewport().height() // 2)))
    assert not edges.scrolling


def test_an_instruction_is_changed_for_this_session_shown_so_and_given_back(place: PreparePage) -> None:
    begin(place)
    before = agenda(place)
    ask(place, "challenge", "Title and instruction…")
    dialog = place.agenda.additions.dialog
    assert isinstance(dialog, StageWordsDialog)
    dialog.instruction.setPlainText("Tell it in a minute.")
    dialog.accept()
    assert row(place, "challenge").stage.instruction == "Tell it in a minute."
    assert text(place, "challenge", "changed")
    ask(place, "challenge", "As the structure has it")
    assert agenda(place) == before


def test_an_optional_stage_is_a_tick(place: PreparePage) -> None:
    begin(place, "min-specs")
    before = agenda(place)
    for there in (True, False):
        menu = place.agenda.menu_for_part(card(place, "min-specs"))
        tick = next(action for action in menu.actions() if action.text() == "With “Second pass”")
        assert tick.isChecked() is not there
        tick.trigger()
        assert ("second-pass" in ids(place, "min-specs")) is there
    assert agenda(place) == before


@pytest.mark.parametrize("control", ["grip", "minutes", "more"])
def test_the_keys_stay_where_they_were_after_every_act(place: PreparePage, control: str) -> None:
    begin(place)
    acts = (
        lambda: ask(place, "challenge", "Duplicate"),
        lambda: ask(place, "challenge", "Break after this"),
        lambda: card(place, "peer-assist").rounds.more.click(),
        place.agenda.editor.fit,
        place.agenda.editor.undo,
    )
    for act in acts:
        getattr(row(place, "challenge"), control).setFocus()
        act()
        assert QApplication.focusWidget() is getattr(row(place, "challenge"), control)
    row(place, "next-steps").minutes.setFocus()
    keys(place, row(place, "next-steps").minutes, Qt.Key.Key_Delete, CONTROL)
    assert isinstance(QApplication.focusWidget().parentWidget(), StageRow)  # type: ignore[union-attr]  # it has the keys


def too_long(place: PreparePage) -> PreparePage:
    """Two rounds and tea do not go into three quarters of an hour."""
    with_tea_between_two_rounds(place)
    place.agenda.editor.edit_plan(lambda session: replace(session, slot=timedelta(minutes=43)))
    return place


def offers(place: PreparePage) -> list[str]:
    return [button.text() for button in place.agenda.time.trouble.buttons]


def test_what_cannot_fit_comes_with_acts_that_each_make_it_fit(place: PreparePage) -> None:
    too_long(place)
    assert place.agenda.time.trouble.isVisibleTo(place)
    assert offers(place)[0].startswith("Leave out")
    assert len(offers(place)) == 3
    for number in range(3):
        before = on_table(place)
        place.agenda.time.trouble.buttons[number].click()
        assert session_timetable(on_table(place)).spare >= timedelta()
        assert not place.agenda.time.trouble.isVisibleTo(place)
        press(place, "undo")
        assert on_table(place) == before


def test_a_locked_end_is_not_moved_to_make_it_fit(place: PreparePage) -> None:
    too_long(place)
    assert any(words.startswith("End at") for words in offers(place))
    press(place, "lock-end")
    assert not any(words.startswith("End at") for words in offers(place))


def test_where_the_window_is_low_the_other_ways_are_behind_one_button(place: PreparePage) -> None:
    place.resize(1024, 600)
    too_long(place)
    assert offers(place)[1] == "Two other ways"


def test_where_fitting_is_enough_nothing_else_is_offered(place: PreparePage) -> None:
    begin(place)
    assert not place.agenda.time.trouble.isVisibleTo(place)


def test_the_signs_on_chips_are_explained_where_they_stand(place: PreparePage, qtbot: QtBot) -> None:
    begin(place)
    assert not place.people.rooms.legend.isVisibleTo(place)
    place.people.add_people(people(18))
    wait_for_rooms(qtbot, place)
    said = {words.text() for words in place.people.rooms.legend.findChildren(Words)}
    assert {"takes notes", "keeps time"} <= said
    place.edits.people.mark_online(people(18)[3], online=True)
    wait_for_rooms(qtbot, place)
    assert "joins online" in {words.text() for words in place.people.rooms.legend.findChildren(Words)}


def test_what_the_room_needs_is_in_view_and_counted_for_these_people(place: PreparePage, qtbot: QtBot) -> None:
    begin(place)
    place.people.add_people(people(18))
    wait_for_rooms(qtbot, place)
    said = [words.text() for words in place.people.needs.findChildren(Words) if words.isVisibleTo(place)]
    assert {"for 18 people", "18 chairs", "in 3 circles of 6"} <= set(said)


def test_what_was_said_goes_with_its_session(place: PreparePage, runner: SessionRunner, qtbot: QtBot) -> None:
    begin(place)
    place.people.add_people(people(6))
    wait_for_rooms(qtbot, place)
    place.agenda.editor.fit()
    place.people.rooms.move_person(1, "id-001", 1)
    other = replace(on_table(place), id="another")
    runner.open(other)
    assert not place.agenda.last_change.isVisibleTo(place)
    assert place.people.rooms.said.text() == ""


def test_another_start_keeps_a_locked_end(place: PreparePage) -> None:
    session = begin(place)
    ends = session.starts_at + session.slot
    press(place, "lock-end")
    press(place, "details")
    assert isinstance(place.dialog, SessionDetailsDialog)
    start = session.local_time(session.starts_at + timedelta(minutes=10))
    type_over(place.dialog.start, start.strftime("%H:%M"))
    assert on_table(place).slot == timedelta(minutes=50)
    assert on_table(place).starts_at + on_table(place).slot == ends
    place.dialog.accept()
    assert on_table(place).slot == timedelta(minutes=50)


def test_a_lock_that_takes_too_much_time_is_offered_to_be_let_go(place: PreparePage) -> None:
    session = begin(place)
    place.agenda.editor.lock_end(True)
    ask(place, "challenge", "Start at another time…")
    dialog = place.agenda.additions.dialog
    assert isinstance(dialog, LockedStartDialog)
    type_over(dialog.start, session.local_time(session.starts_at + timedelta(minutes=45)).strftime("%H:%M"))
    dialog.accept()
    assert offers(place) == ["Unlock “Challenge”"]


def test_what_was_done_is_whole_where_it_is_one_line(place: PreparePage) -> None:
    begin(place)
    row(place, "reflect").ask_removal()
    said = place.agenda.last_change.findChild(ScrollColumn)
    assert isinstance(said, ScrollColumn)
    assert said.verticalScrollBar().maximum() == 0


def test_who_speaks_is_whole_where_there_is_room(place: PreparePage) -> None:
    begin(place)
    for one in place.agenda.findChildren(ElidedWords):
        assert not one.toolTip(), f"{one.text()} is cut"


def test_a_part_has_its_menu_in_sight(place: PreparePage) -> None:
    begin(place)
    part = card(place, "peer-assist")
    assert part.more.isVisibleTo(place)
    assert part.more.accessibleName() == f"What can be done with {part.part.title}"
    assert "Break after this" in [action.text() for action in place.agenda.menu_for_part(part).actions()]


def test_what_was_done_is_said_below_the_rows_and_moves_none(place: PreparePage, qtbot: QtBot) -> None:
    begin(place)
    row(place, "reflect").ask_removal()
    said, rows = place.agenda.last_change, place.agenda
    qtbot.waitUntil(lambda: said.mapTo(place, QPoint()).y() >= rows.mapTo(place, rows.rect().bottomLeft()).y())


def test_another_number_of_rounds_scrolls_nowhere(place: PreparePage) -> None:
    place.resize(1300, 520)
    begin(place)
    for _ in range(2):
        more = card(place, "peer-assist").rounds.more
        more.setFocus()
        QTest.mouseClick(more, Qt.MouseButton.LeftButton)
        QApplication.processEvents()
        assert place.agenda.verticalScrollBar().value() == 0


def test_what_is_added_comes_into_view(place: PreparePage, qtbot: QtBot) -> None:
    begin(place)
    place.resize(1300, 520)
    place.agenda.verticalScrollBar().setValue(0)
    place.agenda.additions.add_break()
    added = card(place, agenda(place).parts[-1].id)
    qtbot.waitUntil(lambda: place.agenda.viewport().rect().contains(shown_at(place, added)))


def shown_at(place: PreparePage, widget: QWidget) -> QPoint:
    """Where the foot of a widget stands in the agenda's view."""
    return widget.mapTo(place.agenda.viewport(), widget.rect().bottomLeft())
