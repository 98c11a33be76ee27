"""Wishes, roles, locks, undo and paper in Prepare: by menu, dialog and button, kept in the library."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from desktop.dialogs.choose_people import ChoosePeopleDialog
from desktop.live.runner import SessionRunner
from desktop.places.prepare.page import PreparePage
from desktop.places.prepare.person_chip import PersonChip
from desktop.widgets.buttons import ActionButton
from formats.library.repository import SessionRepository
from formats.session.agenda import Agenda, Part, PartKind, RoomNeeds
from formats.session.moves import Move
from formats.session.people import Person
from formats.session.room_wishes import Role, Wish, WishKind
from formats.session.session import Room
from tests.builders import a_stage
from tests.desktop.places.preparing import begin, card, on_table, people, press, read_again, wait_for_rooms


def with_rooms(place: PreparePage, qtbot: QtBot, heads: int = 18, structure: str = "peer-assist") -> None:
    begin(place, structure)
    place.people.add_people(people(heads))
    wait_for_rooms(qtbot, place)


def choose(menu: QMenu, *path: str) -> QAction:
    """Triggers an act of a menu, through the menus inside it."""
    *through, last = path
    for title in through:
        menu = next(found for found in menu.findChildren(QMenu) if found.title() == title)
    action = next(action for action in menu.actions() if action.text().startswith(last))
    action.trigger()
    return action


def menu(place: PreparePage, person: str, number: int = 1) -> QMenu:
    return place.people.rooms.menu_for(number, person)


def rooms(place: PreparePage, number: int = 1) -> tuple[Room, ...]:
    return on_table(place).rooms[number - 1].rooms


def room_of(place: PreparePage, person: str, number: int = 1) -> Room:
    return next(room for room in rooms(place, number) if person in room.people)


def settle(qtbot: QtBot, place: PreparePage) -> None:
    qtbot.waitUntil(lambda: not (place.planner.busy or place.planner.searching), timeout=8000)


def chip_of(place: PreparePage, person: str, number: int = 1) -> PersonChip:
    chips = place.people.rooms.cards[number].findChildren(PersonChip)
    return next(chip for chip in chips if chip.person_id == person)


def words(place: PreparePage, name: str) -> str:
    found = place.findChild(QLabel, name)
    assert found is not None
    return found.text() if not found.isHidden() else ""


def test_two_people_are_kept_apart_by_menu_and_dialog_until_the_wish_is_let_go(
    place: PreparePage, qtbot: QtBot, library_path: Path
) -> None:
    with_rooms(place, qtbot)
    room = rooms(place)[0]
    one, other = room.people[:2]
    choose(menu(place, one), "Wishes", "Keep apart from…")
    dialog = place.people.commands.dialog
    assert isinstance(dialog, ChoosePeopleDialog)
    assert not dialog.act.isEnabled()
    dialog.tick(other)
    dialog.accept()
    settle(qtbot, place)
    wish = Wish(WishKind.APART, (one, other))
    assert on_table(place).wishes.wishes == (wish,)
    assert room_of(place, one) != room_of(place, other)
    assert read_again(library_path, on_table(place).id).wishes.wishes == (wish,)
    assert not place.people.rooms.wishes.isHidden()
    press(place, "drop-wish-0")
    assert on_table(place).wishes.wishes == ()
    assert place.people.rooms.wishes.isHidden()


def test_wishes_that_contradict_each_other_are_named_with_the_people_and_the_rooms_stay(
    place: PreparePage, qtbot: QtBot
) -> None:
    with_rooms(place, qtbot)
    before = on_table(place).rooms
    for kind in (WishKind.APART, WishKind.TOGETHER):
        place.people.commands.ask_group(kind, "id-001")
        assert isinstance(place.people.commands.dialog, ChoosePeopleDialog)
        place.people.commands.dialog.tick("id-010")
        place.people.commands.dialog.accept()
        settle(qtbot, place)
    said = words(place, "rooms-sentence")
    assert "Person 001 and Person 010 apart; Person 001 and Person 010 together" in said
    assert {p for room in before[0].rooms for p in room.people} == {
        p for room in rooms(place) for p in room.people
    }


def test_staying_in_a_room_and_missing_a_round_are_wished_by_menu(place: PreparePage, qtbot: QtBot) -> None:
    with_rooms(place, qtbot)
    QTest.mouseClick(card(place, "peer-assist").rounds.more, Qt.MouseButton.LeftButton)
    wait_for_rooms(qtbot, place)
    choose(menu(place, "id-003"), "Wishes", "Stays in", "Room 3")
    choose(menu(place, "id-004"), "Wishes", "Not here in", "Peer Assist, round 2")
    settle(qtbot, place)
    assert [room_of(place, "id-003", number).number for number in (1, 2)] == [3, 3]
    assert "id-004" in room_of(place, "id-004").people
    assert not any("id-004" in room.people for room in rooms(place, 2))


def test_volunteers_present_and_those_who_decline_do_not(place: PreparePage, qtbot: QtBot) -> None:
    with_rooms(place, qtbot)
    first = rooms(place)[0]
    choose(menu(place, first.presenter), "Wishes", "Would rather not present")
    willing = next(p for p in first.people if p not in (first.presenter, first.note_taker, first.timekeeper))
    choose(menu(place, willing), "Wishes", "Happy to present")
    settle(qtbot, place)
    assert room_of(place, willing).presenter == willing
    assert room_of(place, first.presenter).presenter != first.presenter


def test_a_note_taker_is_shown_and_changed_by_menu_and_undone(place: PreparePage, qtbot: QtBot) -> None:
    with_rooms(place, qtbot)
    settle(qtbot, place)
    room = rooms(place)[0]
    chip = chip_of(place, room.note_taker)
    assert chip.accessibleName().endswith(", takes notes")
    other = next(p for p in room.people if p != room.note_taker)
    choose(menu(place, other), "Takes notes")
    assert rooms(place)[0].note_taker == other
    press(place, "undo-rooms")
    assert rooms(place)[0].note_taker == room.note_taker


def test_who_presented_in_the_last_session_of_the_series_waits(
    place: PreparePage, qtbot: QtBot, repository: SessionRepository, runner: SessionRunner
) -> None:
    with_rooms(place, qtbot)
    settle(qtbot, place)
    presenters = {room.presenter for room in rooms(place)}
    settle(qtbot, place)
    runner.amend(lambda session: replace(session, series="Monthly"))
    runner.make(Move.START)
    runner.go_to(on_table(place).agenda.structures[0].stages[1].key)  # the challenge is told
    runner.make(Move.FINISH)
    january = on_table(place)
    begin_again = replace(
        january, id="february", events=(), rooms=(), starts_at=january.starts_at.replace(year=2024)
    )
    repository.keep_session(begin_again)
    runner.open(begin_again)
    wait_for_rooms(qtbot, place)
    assert not presenters & {room.presenter for room in rooms(place)}


def test_a_room_that_is_kept_as_it_is_survives_a_shuffle(place: PreparePage, qtbot: QtBot) -> None:
    with_rooms(place, qtbot)
    settle(qtbot, place)
    kept = rooms(place)[1]
    choose(menu(place, kept.people[0]), "Keep Room 2 as it is")
    others = rooms(place)[0].people
    press(place, "shuffle")
    qtbot.waitUntil(lambda: rooms(place)[0].people != others, timeout=5000)
    assert rooms(place)[1] == replace(kept, locked=True)
    shown = place.people.rooms.cards[1].cells[1].findChildren(QLabel)
    assert "Room 2, kept as it is" in [label.text() for label in shown]


def test_a_wish_is_checked_while_someone_is_held_over_a_room(place: PreparePage, qtbot: QtBot) -> None:
    with_rooms(place, qtbot)
    settle(qtbot, place)
    person, other = rooms(place)[0].people[0], rooms(place)[1].people[0]
    place.edits.wishes.keep(Wish(WishKind.APART, (person, other)))
    settle(qtbot, place)
    person_room, other_room = room_of(place, person), room_of(place, other)
    cell = place.people.rooms.cards[1].cells[other_room.number - 1]
    mime = chip_of(place, person).mime()
    cell.dragEnterEvent(
        QDragEnterEvent(
            QPointF(cell.rect().center()).toPoint(),
            Qt.DropAction.MoveAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    assert "are to be kept apart" in words(place, "rooms-sentence")
    assert "Person" in words(place, "rooms-sentence")
    text = next(
        a.text() for a in menu(place, person).actions() if a.text().startswith(f"Move to Room {other_room.number}")
    )
    assert "kept apart" in text
    place.people.rooms.move_person(1, person, other_room.number)
    assert words(place, "rooms-sentence").startswith(f"{_name(place, person)} is in Room {other_room.number} now.")
    qtbot.waitUntil(lambda: "kept apart" in words(place, "rooms-quality"))
    press(place, "undo-rooms")
    assert room_of(place, person).number == person_room.number


def _name(place: PreparePage, person: str) -> str:
    found = on_table(place).person(person)
    assert found is not None
    return found.name


def test_any_column_of_the_list_is_spread_or_kept_apart(place: PreparePage, qtbot: QtBot) -> None:
    begin(place)
    place.people.add_people(
        [replace(p, extra=(("Country", "Wales" if n < 3 else f"C{n}"),)) for n, p in enumerate(people(18))]
    )
    wait_for_rooms(qtbot, place)
    facts = place.people.rooms.facts
    row = facts.apart.findData("Country")
    assert facts.apart.itemText(row) == "Same “Country”"
    facts.apart.setCurrentIndex(row)
    facts.apart.activated.emit(row)
    settle(qtbot, place)
    assert on_table(place).apart_by == "Country"
    assert len({room_of(place, person.id).number for person in people(3)}) == 3
    spread = facts.spread.findData("organisation")
    facts.spread.activated.emit(spread)
    assert on_table(place).wishes.spread == "organisation"


def test_pairs_again_stand_beside_the_proven_bound_and_who_meets_nobody_new_is_named(
    place: PreparePage, qtbot: QtBot
) -> None:
    with_rooms(place, qtbot)
    QTest.mouseClick(card(place, "peer-assist").rounds.more, Qt.MouseButton.LeftButton)
    wait_for_rooms(qtbot, place)
    facts = place.people.rooms.facts
    qtbot.waitUntil(lambda: facts.again.text() == "9 pairs")
    assert facts.fewest.text() == "the fewest possible"


def test_the_first_plan_shows_at_once_and_a_search_can_be_ended_keeping_the_best(
    place: PreparePage, qtbot: QtBot
) -> None:
    with_rooms(place, qtbot, 24, "world-cafe")
    # Rooms are on the table while a better plan is still looked for; how soon, the bench of rooms on screen says.
    qtbot.waitUntil(lambda: place.planner.searching, timeout=2000)
    keep = place.findChild(ActionButton, "keep-plan")
    assert keep is not None
    assert keep.isVisible()
    shown = on_table(place).rooms
    QTest.mouseClick(keep, Qt.MouseButton.LeftButton)
    settle(qtbot, place)
    assert len(on_table(place).rooms) == len(shown)
    assert not keep.isVisible()


def test_a_world_cafe_has_a_host_who_stays_and_is_marked(place: PreparePage, qtbot: QtBot) -> None:
    with_rooms(place, qtbot, 20, "world-cafe")
    settle(qtbot, place)
    hosts = [tuple(room.host for room in r.rooms) for r in on_table(place).rooms]
    assert len(set(hosts)) == 1
    assert all(hosts[0])
    assert chip_of(place, hosts[0][0], number=2).accessibleName().endswith(", hosts")


def test_more_paper_is_in_a_menu_and_the_agenda_can_be_copied(place: PreparePage, qtbot: QtBot) -> None:
    with_rooms(place, qtbot)
    buttons = place.people.rooms.buttons
    entries = [action.text() for action in buttons.paper_menu().actions() if action.text()]
    assert entries == [
        "Sheets for notes",
        "Slips without a name",
        "Agenda as an email draft",
        "Copy the agenda as text",
    ]
    buttons.paper.readers_language = lambda: "de"
    buttons.paper.copy_agenda()
    assert "Februar" in QGuiApplication.clipboard().text()
    buttons.paper.readers_language = str
    buttons.paper.copy_agenda()
    assert "What we will do" in QGuiApplication.clipboard().text()
    assert words(place, "paper-said") == "The agenda is copied. Paste it into a message."


def test_room_cards_and_run_sheet_are_written_as_pdfs(place: PreparePage, qtbot: QtBot, tmp_path: Path) -> None:
    with_rooms(place, qtbot)
    for name in ("room-cards", "run-sheet", "agenda-ahead"):
        press(place, name)
        paper = place.people.rooms.buttons.paper
        assert paper.dialog is not None
        target = tmp_path / f"{name}.pdf"
        paper.dialog.fileSelected.emit(str(target))
        paper.dialog.reject()
        qtbot.waitUntil(target.exists, timeout=10000)
        assert target.read_bytes().startswith(b"%PDF")
        qtbot.waitUntil(lambda: "ready to be printed" in words(place, "paper-said"), timeout=5000)


def test_the_row_of_a_person_offers_the_wishes_too(place: PreparePage, qtbot: QtBot) -> None:
    with_rooms(place, qtbot)
    asked = place.people.commands.menu_for(None, "id-002")
    assert choose(asked, "Wishes", "Happy to take notes").isChecked()
    assert on_table(place).wishes.wishes == (Wish(WishKind.OFFERS, ("id-002",), role=Role.NOTE_TAKER),)


def work(runner: SessionRunner, rounds: int, needs: RoomNeeds) -> None:
    """Has one structure with so many rounds in rooms of these sizes on the agenda."""
    part = Part("work", PartKind.STRUCTURE, "Work", (a_stage(part="work", repeats=True),), rooms=needs)
    agenda = Agenda((part.with_rounds(rounds),))
    runner.amend(lambda session: replace(session, agenda=agenda, apart_by=""))


def test_a_first_plan_is_shown_before_the_search_has_ended(
    place: PreparePage, qtbot: QtBot, runner: SessionRunner
) -> None:
    begin(place)
    work(runner, 9, RoomNeeds(5, 5, 5))
    place.people.add_people(people(30))
    qtbot.waitUntil(lambda: len(place.people.rooms.cards) == 9, timeout=5000)
    assert place.planner.searching
    seated = [person for cell in place.people.rooms.cards[1].cells for person in cell.seats]
    assert sorted(seated) == sorted(person.id for person in people(30))
    place.planner.keep_best()
    settle(qtbot, place)


def test_all_rounds_of_two_hundred_people_are_shown_one_after_the_other(
    place: PreparePage, qtbot: QtBot, runner: SessionRunner
) -> None:
    begin(place)
    work(runner, 4, RoomNeeds(4, 5, 6))
    place.people.add_people(people(200))
    wait_for_rooms(qtbot, place)
    cards = place.people.rooms.cards
    qtbot.waitUntil(lambda: len(cards) == 4 and all(one.cells for one in cards.values()), timeout=8000)
    for number, one in cards.items():
        shown = [set(cell.seats) for cell in one.cells]
        assert shown == [set(room.people) for room in on_table(place).rooms[number - 1].rooms]


def seats(place: PreparePage) -> list[list[tuple[str, ...]]]:
    return [[room.people for room in rounds.rooms] for rounds in on_table(place).rooms]


def choose_apart(place: PreparePage) -> None:
    box = place.people.rooms.facts.apart
    box.setCurrentIndex(box.findData(""))
    box.activated.emit(box.currentIndex())


def choose_spread(place: PreparePage) -> None:
    box = place.people.rooms.facts.spread
    box.setCurrentIndex(box.findData("role"))
    box.activated.emit(box.currentIndex())


def choose_larger_rooms(place: PreparePage) -> None:
    place.people.rooms.facts.size_steps.more.click()


def choose_smaller_rooms(place: PreparePage) -> None:
    place.people.rooms.facts.size_steps.less.click()


def shuffle(place: PreparePage) -> None:
    press(place, "shuffle")


def wish_apart(place: PreparePage) -> None:
    one, other = rooms(place)[0].people[:2]
    place.edits.wishes.keep(Wish(WishKind.APART, (one, other)))


WISHES = (choose_apart, choose_spread, choose_larger_rooms, choose_smaller_rooms, shuffle, wish_apart)


@pytest.mark.parametrize("wish", WISHES)
@pytest.mark.parametrize("structure", ["peer-assist", "troika-consulting"])
def test_every_wish_can_be_taken_back_with_the_rooms_it_changed(
    place: PreparePage, qtbot: QtBot, wish: Callable[[PreparePage], None], structure: str
) -> None:
    with_rooms(place, qtbot, structure=structure)
    settle(qtbot, place)
    # A person was moved by hand: that is back too.
    person = rooms(place)[0].people[0]
    place.people.rooms.move_person(1, person, 2)
    before, sat = on_table(place), seats(place)
    wish(place)
    settle(qtbot, place)
    if on_table(place) == before and wish is not shuffle:
        return  # this structure has no such size
    press(place, "undo-rooms")
    settle(qtbot, place)
    assert seats(place) == sat
    assert on_table(place) == before
    assert room_of(place, person).number == 2


def test_an_edit_by_hand_and_what_is_said_of_it_are_one_redraw(place: PreparePage, qtbot: QtBot) -> None:
    with_rooms(place, qtbot)
    settle(qtbot, place)
    person = rooms(place)[0].people[0]
    drawn: list[str] = []
    place.redraw.due.connect(lambda: drawn.append("once"))
    place.people.rooms.move_person(1, person, 2)
    assert drawn == ["once"]
    assert " is in Room 2 now." in words(place, "rooms-sentence")
    place.edits.history.undo()
    assert drawn == ["once", "once"]
    assert " is in Room 2 now." not in words(place, "rooms-sentence")


def test_who_was_added_before_the_session_is_taken_back_before_an_older_move(
    place: PreparePage, qtbot: QtBot
) -> None:
    with_rooms(place, qtbot)
    settle(qtbot, place)
    person = rooms(place)[0].people[0]
    place.people.rooms.move_person(1, person, 2)
    before = on_table(place)
    place.people.add_people((Person("late", "Zoë Late", "Place 99"),))
    settle(qtbot, place)
    press(place, "undo-rooms")
    assert on_table(place).person("late") is None, "the last edit first"
    settle(qtbot, place)
    assert on_table(place).rooms == before.rooms
    press(place, "undo-rooms")
    settle(qtbot, place)
    assert room_of(place, person).number == 1


def test_who_was_taken_out_before_the_session_comes_back_with_undo(place: PreparePage, qtbot: QtBot) -> None:
    with_rooms(place, qtbot)
    settle(qtbot, place)
    person = rooms(place)[0].people[0]
    place.people.rooms.move_person(1, person, 2)
    before = on_table(place)
    place.people.table.removal_requested.emit(frozenset({person}))
    settle(qtbot, place)
    press(place, "undo-rooms")
    settle(qtbot, place)
    assert on_table(place).person(person) is not None
    assert on_table(place).rooms == before.rooms
