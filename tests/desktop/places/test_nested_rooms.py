"""1-2-4-All, World Cafe and Shift and Share as people see them: in Prepare, in Run and on the wall."""

from dataclasses import replace
from itertools import combinations, count

from PySide6.QtCore import QSizeF
from PySide6.QtWidgets import QFrame, QLabel
from pytestqt.qtbot import QtBot

from desktop.content.catalogue import Catalogue
from desktop.look import Look
from desktop.panels.rooms.card import PersonButton, RoomCard
from desktop.places.prepare.page import PreparePage
from desktop.places.prepare.person_chip import PersonChip
from desktop.room_display.rooms_view import heading
from desktop.room_display.views import View
from desktop.room_display.wall import Scene, Wall
from formats.session.agenda import StageKey
from formats.session.seating.groups import group_name, groups_in
from formats.session.seating.seating import seat_people
from formats.session.session import Session
from formats.structures.unfold import part_from
from tests.desktop.places.preparing import begin, on_table, people, wait_for_rooms
from tests.desktop.running import Hands
from tests.desktop.settling import wait_until_still

FULL = QSizeF(1920, 1080)


def put_on_table(run: Hands, catalogue: Catalogue, structure: str) -> Session:
    found = catalogue.structure(structure)
    assert found is not None
    part = part_from(found)
    agenda = run.session.agenda
    parts = tuple(part if old.structure else old for old in agenda.parts)
    session = replace(run.session, agenda=replace(agenda, parts=parts), rooms=(), series="")
    session = session.with_rooms(seat_people(session, seconds=0.1, clock=count(0, 0.01).__next__).rounds)
    run.runner.amend(lambda _: session)
    return session


def titles(run: Hands) -> list[str]:
    cards = [card for card in run.place.findChildren(RoomCard) if card.isVisibleTo(run.place)]
    return [card.findChildren(QLabel)[0].text() for card in cards]


def on_wall(run: Hands, look: Look, catalogue: Catalogue) -> tuple[str, set[str]]:
    reading = run.runner.reading
    assert reading is not None
    wall, scene = Wall(look, catalogue), Scene(run.session, reading, View.ROOMS)
    words = {block.text for page in wall.rooms(FULL, scene) for block in page.blocks}
    return heading(FULL, "", wall.groups_word(scene))[0].text, words


def test_one_two_four_all_shows_the_groups_of_each_stage(run: Hands, look: Look, catalogue: Catalogue) -> None:
    put_on_table(run, catalogue, "1-2-4-all")
    run.go_to("alone")
    assert titles(run)[0] == "Pair 1"
    run.go_to("pairs")
    assert len(titles(run)) >= 8
    assert on_wall(run, look, catalogue)[0] == "Find your pair"
    assert "Pair 1" in on_wall(run, look, catalogue)[1]
    run.go_to("fours")
    assert set(titles(run)) == {f"Room {n}" for n in range(1, len(run.session.rooms[0].rooms) + 1)}
    run.go_to("all")
    assert titles(run) == []


def test_a_world_cafe_shows_tables_and_their_hosts(run: Hands, look: Look, catalogue: Catalogue) -> None:
    session = put_on_table(run, catalogue, "world-cafe")
    run.go_to("table-talk")
    assert titles(run)[0] == "Table 1"
    hosts = {room.host for room in session.rooms[0].rooms}
    named = {b.objectName() for b in run.place.findChildren(PersonButton) if ", hosts" in b.accessibleName()}
    assert named == hosts
    title, words = on_wall(run, look, catalogue)
    assert title == "Find your table"
    assert "hosts" in words


def test_shift_and_share_shows_stations(run: Hands, look: Look, catalogue: Catalogue) -> None:
    put_on_table(run, catalogue, "shift-and-share")
    run.go_to("talk")
    assert titles(run)[0] == "Station 1"
    assert on_wall(run, look, catalogue)[0] == "Find your station"


def test_the_header_counts_stations_and_a_long_name_has_a_line_of_its_own(
    run: Hands, catalogue: Catalogue
) -> None:
    long = "Wolfeschlegelstein"
    people = tuple(
        replace(p, name=f"{long} {n}" if n % 3 == 0 else p.name) for n, p in enumerate(run.session.people)
    )
    run.runner.amend(lambda session: replace(session, people=people))
    put_on_table(run, catalogue, "shift-and-share")
    run.go_to("talk")
    run.place.resize(940, 700)
    wait_until_still(run.place)
    assert any(text.endswith("stations") for text in (label.text() for label in run.place.findChildren(QLabel)))
    cards = [card for card in run.place.findChildren(RoomCard) if card.isVisibleTo(run.place)]
    for card in cards:
        names = card.findChildren(PersonButton)
        assert not [pair for pair in combinations(names, 2) if pair[0].geometry().intersects(pair[1].geometry())]
        for name in (one for one in names if one.text().startswith(long)):
            assert name.width() > card.width() / 2


def test_someone_moved_to_another_station_walks_on_with_the_group_there(run: Hands, catalogue: Catalogue) -> None:
    before = put_on_table(run, catalogue, "shift-and-share").rooms
    run.runner.go_to(StageKey(before[1].part, "talk", 2))
    key = before[1].part, 2
    person, there = before[1].rooms[0].people[-1], before[1].rooms[1].people[-1]
    menu = run.place.people.menu_for((key[0], 2), person)
    next(action for action in menu.actions() if action.text().startswith("Move to Station 2")).trigger()
    rooms = run.session.rooms
    assert rooms[0] == before[0]
    for one in rooms[1:]:
        assert any({person, there} <= set(room.people) for room in one.rooms)
    assert "walks on with the group there" in run.words("passing-words")
    run.menu.undo.trigger()
    assert run.session.rooms == before


def test_prepare_shows_pairs_in_frames_inside_their_room(place: PreparePage, qtbot: QtBot) -> None:
    begin(place, "1-2-4-all")
    place.people.add_people(people(9))
    wait_for_rooms(qtbot, place)
    session = on_table(place)
    part = session.agenda.structures[0]
    pairs = groups_in(session, part, next(stage for stage in part.stages if stage.grouping == "pairs")).rooms
    assert len(session.rooms[0].rooms) == 2
    for room in session.rooms[0].rooms:
        cell = place.people.rooms.cards[1].cells[room.number - 1]
        frames = {
            frame.accessibleName(): frame for frame in cell.findChildren(QFrame) if "pair-" in frame.objectName()
        }
        mine = [pair for pair in pairs if set(pair.people) <= set(room.people)]
        assert set(frames) == {group_name("Pair", pair) for pair in mine}
        for pair in mine:
            chips = frames[group_name("Pair", pair)].findChildren(PersonChip)
            assert {chip.person_id for chip in chips} == set(pair.people)
    assert place.people.rooms.said.text().endswith("People in one box are a pair.")
    mover = session.rooms[0].rooms[0].people[0]
    place.people.rooms.move_person(1, mover, 2)
    shown = place.people.rooms.cards[1].cells[1].findChildren(PersonChip)
    assert {chip.person_id for chip in shown} == set(on_table(place).rooms[0].rooms[1].people)


def test_prepare_calls_rooms_what_the_structure_calls_them(place: PreparePage, qtbot: QtBot) -> None:
    begin(place, "world-cafe")
    place.people.add_people(people(16))
    wait_for_rooms(qtbot, place)
    cells = place.people.rooms.cards[1].cells
    assert [cell.accessibleName() for cell in cells] == [f"Table {number}" for number in range(1, len(cells) + 1)]
    mover = cells[0].seats[-1]
    place.people.rooms.move_person(1, mover, 2)
    assert "is in Table 2 now." in place.people.rooms.said.text()
