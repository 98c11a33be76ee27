"""People and rooms in Prepare: lists in any shape, who is here, who sits where, all saved."""

from dataclasses import replace
from importlib.resources import as_file, files
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.dialogs.add_people import AddPeopleDialog
from desktop.dialogs.coming_and_going import ComingAndGoingDialog
from desktop.dialogs.roster_columns import Field
from desktop.live.runner import SessionRunner
from desktop.places.prepare.page import PreparePage
from desktop.places.prepare.people_rows import Column
from desktop.places.prepare.person_chip import PersonChip
from desktop.places.prepare.round_card import RoomCell
from desktop.widgets.tips import plain_tip
from formats.library.repository import SessionRepository
from formats.session.moves import Move
from formats.session.session import RoundRooms
from tests.desktop.places.preparing import (
    begin,
    card,
    minutes_shown,
    on_table,
    people,
    press,
    read_again,
    wait_for_rooms,
)

NAMES = (
    "Beth O'Neill",
    "Kristin Þórsdóttir",
    "Adeyemi, Dele",
    "محمد علي",
    "李 小龙",
    "Lena <b>Weiß</b>",
    "Jo Fraser",
)


def rounds(place: PreparePage) -> list[RoundRooms]:
    """The rooms of every round, in order."""
    return list(on_table(place).rooms)


def chip(place: PreparePage, person_id: str, number: int = 1) -> PersonChip:
    """The chip of someone in a round."""
    found = place.people.rooms.cards[number].findChild(PersonChip, f"chip-{person_id}-{number}")
    assert isinstance(found, PersonChip)
    return found


def more_rounds(place: PreparePage, part: str = "peer-assist") -> None:
    """One round more, by its button."""
    QTest.mouseClick(card(place, part).rounds.more, Qt.MouseButton.LeftButton)


def room_of(rooms: RoundRooms, person_id: str) -> int:
    """The number of the room someone is in."""
    return next(room.number for room in rooms.rooms if person_id in room.people)


def drop(cell: RoomCell, mime: QMimeData) -> None:
    """Drops what a chip carries onto a room."""
    where, move = QPointF(cell.rect().center()), Qt.DropAction.MoveAction
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    cell.dropEvent(QDropEvent(where, move, mime, buttons, keys, QEvent.Type.Drop))


def test_the_sample_roster_is_imported_and_everyone_has_a_room(
    place: PreparePage, qtbot: QtBot, library_path: Path
) -> None:
    begin(place)
    press(place, "import")
    dialog = place.people.dialog
    assert isinstance(dialog, AddPeopleDialog)
    with as_file(files("resources") / "samples" / "rosters" / "network.csv") as path:
        dialog.read_file(path)
    dialog.accept()
    wait_for_rooms(qtbot, place)
    session = on_table(place)
    assert [len(room.people) for room in session.rooms[0].rooms] == [6, 6, 6]
    assert all(room.presenter in room.people for room in session.rooms[0].rooms)
    assert place.people.here.text() == "18 here"
    assert minutes_shown(place, "opening") == [3, 6]
    kept = read_again(library_path, session.id)
    assert kept.people == session.people
    assert kept.rooms == session.rooms


def test_names_in_any_script_come_through_window_and_file_unchanged(
    place: PreparePage, qtbot: QtBot, library_path: Path
) -> None:
    begin(place)
    place.people.add_people([replace(p, name=name) for p, name in zip(people(7), NAMES, strict=True)])
    wait_for_rooms(qtbot, place)
    assert [place.people.model.person(row).name for row in range(7)] == list(NAMES)
    assert tuple(p.name for p in read_again(library_path, on_table(place).id).people) == NAMES
    assert {chip(place, p.id).toolTip().splitlines()[0] for p in people(7)} == {*map(plain_tip, NAMES)}


def test_pasted_names_are_read_live_and_two_who_may_be_one_are_asked_about(
    place: PreparePage, qtbot: QtBot
) -> None:
    begin(place)
    press(place, "paste")
    dialog = place.people.dialog
    assert isinstance(dialog, AddPeopleDialog)
    dialog.text.setPlainText("1. Amina Yusuf (Lothian Health)\nJO FRASER\njo fraser\n• Idris Khan")
    assert dialog.act.text() == "Add 3 people"
    (question,) = dialog.review.questions
    assert question.sentence.endswith("is on the list twice. Is it one person?")
    dialog.review.answer(question, True)
    assert dialog.act.text() == "Add 3 people"
    assert dialog.review.rest is None
    dialog.accept()
    assert len(on_table(place).people) == 3
    assert on_table(place).people[0].organisation == "Lothian Health"


def test_someone_who_came_before_is_recognised_and_stays_one_person(
    place: PreparePage, repository: SessionRepository
) -> None:
    begin(place)
    place.people.add_people([replace(people(1)[0], name="Kristin Þórsdóttir")])
    place.people.table.removal_requested.emit(frozenset({"id-000"}))
    assert not on_table(place).people
    press(place, "paste")
    dialog = place.people.dialog
    assert isinstance(dialog, AddPeopleDialog)
    dialog.text.setPlainText("kristin þórsdóttir\nSomebody New")
    column = dialog.review.model.column_of(Field.BEFORE)
    before = [dialog.review.model.index(row, column).data() for row in range(2)]
    assert before == ["came before", "New"]
    dialog.accept()
    assert on_table(place).people[0].id == "id-000"
    assert len(repository.people()) == 2


def test_what_was_mended_stays_while_one_goes_on_typing(place: PreparePage) -> None:
    begin(place)
    press(place, "paste")
    dialog = place.people.dialog
    assert isinstance(dialog, AddPeopleDialog)
    dialog.text.setPlainText("Amina Yusuf\nBeth Oneill")
    model = dialog.review.model
    model.setData(model.index(1, 0), "Beth O'Neill")
    model.setData(model.index(0, 0), Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    dialog.text.appendPlainText("Callum Reid")
    dialog.accept()
    assert [person.name for person in on_table(place).people] == ["Beth O'Neill", "Callum Reid"]


def test_a_file_that_is_no_list_is_refused_in_a_sentence(place: PreparePage, tmp_path: Path) -> None:
    begin(place)
    press(place, "import")
    dialog = place.people.dialog
    assert isinstance(dialog, AddPeopleDialog)
    dialog.read_file(tmp_path / "missing.csv")
    assert (
        dialog.trouble.text()
        == "missing.csv could not be opened. Your list has not changed. Try another, or paste names."
    )
    assert not dialog.act.isEnabled()


def test_someone_away_leaves_every_room_and_comes_back(place: PreparePage, qtbot: QtBot) -> None:
    begin(place)
    place.people.add_people(people(18))
    wait_for_rooms(qtbot, place)
    place.people.model.toggle(0)
    wait_for_rooms(qtbot, place)
    assert place.people.here.text() == "17 here"
    assert place.people.away.text() == "1 away"
    assert all("id-000" not in room.people for r in rounds(place) for room in r.rooms)
    place.people.model.toggle(0)
    wait_for_rooms(qtbot, place)
    assert any("id-000" in room.people for room in rounds(place)[0].rooms)


def test_a_round_more_is_planned_by_itself(place: PreparePage, qtbot: QtBot) -> None:
    begin(place)
    place.people.add_people(people(18))
    wait_for_rooms(qtbot, place)
    more_rounds(place)
    wait_for_rooms(qtbot, place)
    assert set(place.people.rooms.cards) == {1, 2}
    presenters = [room.presenter for r in rounds(place) for room in r.rooms]
    assert len(set(presenters)) == 6


def test_five_people_cannot_do_troika_and_a_sentence_says_what_works(place: PreparePage, qtbot: QtBot) -> None:
    begin(place, "troika-consulting")
    place.people.add_people(people(5))
    qtbot.waitUntil(place.people.rooms.said.isVisible)
    qtbot.waitUntil(lambda: "5 people cannot be divided" in place.people.rooms.said.text())
    assert "It works with 4 or 6 people." in place.people.rooms.said.text()
    assert not on_table(place).rooms
    place.people.add_people([*people(7)])
    wait_for_rooms(qtbot, place)
    assert sorted(len(room.people) for room in rounds(place)[0].rooms) == [3, 4]
    assert "fourth round" in place.people.rooms.said.text()


def test_a_person_is_moved_by_menu_and_the_round_is_locked_with_it(
    place: PreparePage, qtbot: QtBot, library_path: Path
) -> None:
    begin(place)
    place.people.add_people(people(18))
    wait_for_rooms(qtbot, place)
    person = rounds(place)[0].rooms[0].people[0]
    menu = place.people.rooms.menu_for(1, person)
    assert menu is not None
    chip(place, person).setFocus()
    next(action for action in menu.actions() if action.text() == "Move to Room 2").trigger()
    assert chip(place, person) in place.people.rooms.cards[1].cells[1].findChildren(PersonChip)
    assert chip(place, person).hasFocus()
    assert room_of(rounds(place)[0], person) == 2
    assert rounds(place)[0].locked
    assert room_of(read_again(library_path, on_table(place).id).rooms[0], person) == 2


def test_a_person_is_dropped_into_another_room_but_not_into_another_round(
    place: PreparePage, qtbot: QtBot
) -> None:
    begin(place)
    place.people.add_people(people(18))
    more_rounds(place)
    wait_for_rooms(qtbot, place)
    person = rounds(place)[0].rooms[0].people[0]
    drop(place.people.rooms.cards[2].cells[2], chip(place, person).mime())
    assert not rounds(place)[1].locked
    drop(place.people.rooms.cards[1].cells[2], chip(place, person).mime())
    assert room_of(rounds(place)[0], person) == 3


def test_a_presenter_is_chosen_by_menu_and_tinted(place: PreparePage, qtbot: QtBot) -> None:
    begin(place)
    place.people.add_people(people(6))
    wait_for_rooms(qtbot, place)
    room = rounds(place)[0].rooms[0]
    person = next(p for p in room.people if p != room.presenter)
    menu = place.people.rooms.menu_for(1, person)
    assert menu is not None
    menu.actions()[0].trigger()
    assert rounds(place)[0].rooms[0].presenter == person
    assert chip(place, person).accessibleName().endswith(", presents")


def test_shuffle_gives_other_rooms_and_leaves_a_locked_round(place: PreparePage, qtbot: QtBot) -> None:
    begin(place)
    place.people.add_people(people(18))
    more_rounds(place)
    wait_for_rooms(qtbot, place)
    press(place, "lock-1")
    first, second = rounds(place)
    press(place, "shuffle")
    qtbot.waitUntil(lambda: rounds(place)[1].rooms != second.rooms, timeout=5000)
    assert rounds(place)[0] == replace(first, locked=True)


def test_people_who_are_moved_in_troika_move_in_every_round(place: PreparePage, qtbot: QtBot) -> None:
    begin(place, "troika-consulting")
    place.people.add_people(people(7))
    wait_for_rooms(qtbot, place)
    large = next(room for room in rounds(place)[0].rooms if len(room.people) == 4)
    other = next(room for room in rounds(place)[0].rooms if room is not large)
    place.people.rooms.move_person(1, large.people[0], other.number)
    assert {room_of(r, large.people[0]) for r in rounds(place)} == {other.number}


def test_room_size_changes_rooms_and_the_rounds_that_follow_it(place: PreparePage, qtbot: QtBot) -> None:
    begin(place, "wise-crowds")
    place.people.add_people(people(20))
    wait_for_rooms(qtbot, place)
    QTest.mouseClick(place.people.rooms.facts.size_steps.more, Qt.MouseButton.LeftButton)
    wait_for_rooms(qtbot, place)
    assert {len(room.people) for room in rounds(place)[0].rooms} == {5}
    assert on_table(place).agenda.structures[0].rounds == 5
    assert not place.people.rooms.facts.size_steps.more.isEnabled()


def test_a_cell_of_the_table_is_edited_and_saved(place: PreparePage, repository: SessionRepository) -> None:
    begin(place)
    place.people.add_people(people(6))
    model = place.people.model
    model.setData(model.index(2, Column.ORGANISATION), "  Cope   Centre ")
    model.setData(model.index(2, Column.NAME), "   ")
    person = next(p for p in repository.people() if p.id == "id-002")
    assert (person.name, person.organisation) == ("Person 002", "Cope Centre")


def test_someone_is_added_by_hand_and_taken_out_again(place: PreparePage) -> None:
    begin(place)
    field = place.findChild(QLineEdit, "add-name")
    assert field is not None
    field.setText("Zoë Ó Briain")  # QTest types Latin letters only
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert [person.name for person in on_table(place).people] == ["Zoë Ó Briain"]
    place.people.table.selectRow(0)
    QTest.keyClick(place.people.table, Qt.Key.Key_Delete)
    assert not on_table(place).people


def in_second_round(place: PreparePage, runner: SessionRunner) -> None:
    """Runs the session, in the second round of its structure."""
    runner.make(Move.START)
    second = on_table(place).agenda.structures[0].stages[7]
    assert second.key.round == 2
    runner.go_to(second.key)


def answered(place: PreparePage, qtbot: QtBot) -> ComingAndGoingDialog:
    """The dialog of someone who comes or goes, once it knows what would change."""
    dialog = place.people.commands.dialog
    assert isinstance(dialog, ComingAndGoingDialog)
    qtbot.waitUntil(dialog.act.isEnabled, timeout=8000)
    return dialog


def test_away_and_here_go_through_the_mending_while_the_session_runs(
    place: PreparePage, qtbot: QtBot, runner: SessionRunner
) -> None:
    begin(place)
    namesake = replace(people(1)[0], id="namesake", name="Person 000")
    place.people.add_people((*people(12), namesake))
    more_rounds(place)
    wait_for_rooms(qtbot, place)
    in_second_round(place, runner)
    before = on_table(place)
    place.people.model.toggle(0)
    assert on_table(place) == before
    answered(place, qtbot).accept()
    assert on_table(place).away == {"id-000"}
    assert rounds(place)[0] == before.rooms[0]
    assert not any("id-000" in room.people for room in rounds(place)[1].rooms)
    place.people.model.toggle(0)
    answered(place, qtbot).accept()
    assert not on_table(place).away
    assert len(on_table(place).people) == 13
    assert room_of(rounds(place)[1], "id-000")
    press(place, "undo-rooms")
    press(place, "undo-rooms")
    assert on_table(place).rooms == before.rooms
    assert not on_table(place).away


def test_adding_taking_out_and_renaming_in_a_running_session_can_be_undone(
    place: PreparePage, qtbot: QtBot, runner: SessionRunner
) -> None:
    begin(place)
    place.people.add_people(people(12))
    more_rounds(place)
    wait_for_rooms(qtbot, place)
    in_second_round(place, runner)
    before = on_table(place)
    place.people.name.setText("Zoë Late")
    place.people.add.click()
    shown = answered(place, qtbot)
    assert "Zoë Late goes to Room" in shown.said.text()
    shown.accept()
    assert len(on_table(place).people) == 13
    model = place.people.model
    model.setData(model.index(1, Column.NAME), "Another Name")
    assert on_table(place).people[1].name == "Another Name"
    assert place.people.rooms.said.text() == "Person 001 is called Another Name now."
    place.people.table.removal_requested.emit(frozenset({"id-002"}))
    place.people.table.removal_requested.emit(frozenset({"id-003"}))
    qtbot.waitUntil(lambda: len(on_table(place).people) == 11, timeout=8000)
    for _ in range(3):
        press(place, "undo-rooms")
    assert sorted(p.name for p in on_table(place).people) == sorted(p.name for p in before.people)
    assert on_table(place).rooms == before.rooms


def test_what_is_done_while_the_rooms_are_still_being_mended_is_not_lost(
    place: PreparePage, qtbot: QtBot, runner: SessionRunner
) -> None:
    begin(place)
    place.people.add_people(people(12))
    more_rounds(place)
    wait_for_rooms(qtbot, place)
    in_second_round(place, runner)
    model = place.people.model

    place.people.table.removal_requested.emit(frozenset({"id-002"}))
    model.setData(model.index(1, Column.NAME), "Another Name")

    qtbot.waitUntil(lambda: len(on_table(place).people) == 11, timeout=8000)
    assert on_table(place).people[1].name == "Another Name"
    press(place, "undo-rooms")
    assert len(on_table(place).people) == 12
    assert on_table(place).people[1].name == "Another Name"


def test_someone_who_comes_late_joins_the_rooms_to_come_and_past_rounds_stay(
    place: PreparePage, qtbot: QtBot, runner: SessionRunner
) -> None:
    begin(place)
    place.people.add_people(people(18))
    more_rounds(place)
    wait_for_rooms(qtbot, place)
    in_second_round(place, runner)
    past = rounds(place)[0]
    place.people.add_people([replace(people(1)[0], id="late", name="Late Comer")])
    qtbot.waitUntil(lambda: "Late Comer goes to Room" in place.people.rooms.said.text(), timeout=8000)
    assert rounds(place)[0] == past
    assert room_of(rounds(place)[1], "late")
    assert chip(place, "id-000", 1).isEnabled() is False
    assert chip(place, "late", 2).isEnabled()


def test_a_hundred_people_have_rooms_and_the_window_does_not_wait(place: PreparePage, qtbot: QtBot) -> None:
    begin(place)
    place.people.add_people(people(100))
    wait_for_rooms(qtbot, place)
    assert sum(len(room.people) for room in rounds(place)[0].rooms) == 100
    assert len(place.people.rooms.cards[1].findChildren(PersonChip)) == 100
    assert QApplication.focusWidget() is not None or place.isVisible()


def test_no_column_counts_presenting_before_anybody_presented(
    place: PreparePage, repository: SessionRepository
) -> None:
    begin(place)
    place.people.add_people(people(6))
    assert place.people.table.isColumnHidden(Column.PRESENTED)
