"""Late, leaving, moved by hand, roles: in Run, through the menus and dialogs a facilitator uses."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QMenu

from desktop.dialogs.coming_and_going import ComingAndGoingDialog
from desktop.panels.rooms.card import PersonButton
from formats.session.moves import Move
from formats.session.session import Room
from tests.desktop.a_session import FIRST_ROUND, IDEAS
from tests.desktop.running import Hands


def dialog(run: Hands) -> ComingAndGoingDialog:
    found = run.place.people.dialog
    assert isinstance(found, ComingAndGoingDialog)
    return found


def answered(run: Hands) -> ComingAndGoingDialog:
    """The dialog, once it knows what would change."""
    run.qtbot.waitUntil(dialog(run).act.isEnabled, timeout=8000)
    return dialog(run)


def room_of(run: Hands, person: str) -> Room:
    return next(room for room in run.session.rooms_in(IDEAS) if person in room.people)


def choose(menu: QMenu, words: str) -> None:
    next(action for action in menu.actions() if action.text().startswith(words)).trigger()


def arrive(run: Hands, name: str) -> ComingAndGoingDialog:
    run.menu.arrived.trigger()
    dialog(run).name.setText(name)
    return answered(run)


def test_someone_who_arrives_is_shown_a_room_before_anything_changes(run: Hands) -> None:
    run.go_to("challenge")
    before = run.session
    shown = arrive(run, "Zoë Ó Briain")
    assert "Zoë Ó Briain goes to Room" in shown.said.text()
    assert "Nobody else has to move." in shown.said.text()
    assert shown.observe.isHidden()
    assert run.session == before
    shown.accept()
    late = next(person for person in run.session.people if person.name == "Zoë Ó Briain")
    assert late.id in room_of(run, late.id).people
    run.menu.undo.trigger()
    assert run.session.rooms == before.rooms
    assert run.session.people == before.people


def test_someone_who_arrives_before_the_check_in_makes_it_longer_until_that_is_undone(run: Hands) -> None:
    run.runner.make(Move.START)
    lengths = [run.session.agenda.find_stage("check-in").length]  # type: ignore[union-attr]  # it has one
    for act in (arrive(run, "Zoë Ó Briain").accept, run.menu.undo.trigger):
        act()
        check_in = run.session.agenda.find_stage("check-in")
        assert check_in is not None
        lengths.append(check_in.length)
    assert lengths[1] == timedelta(seconds=19 * 20)
    assert lengths[2] == lengths[0]


def test_someone_expected_is_recognised_by_name(run: Hands) -> None:
    away = run.session.people[3]
    run.runner.amend(lambda session: replace(session, away=frozenset({away.id})))
    run.go_to("challenge")
    arrive(run, away.name).accept()
    assert len(run.session.people) == 18
    assert away.id not in run.session.away


def test_with_little_of_the_round_left_observing_is_offered(run: Hands) -> None:
    part = run.session.agenda.structures[0].with_rounds(2)
    rooms = run.session.rooms
    run.runner.amend(
        lambda s: replace(s, agenda=s.agenda.with_part(part), rooms=(*rooms, replace(rooms[0], round=2)))
    )
    run.go_to("reflect")
    shown = arrive(run, "Zoë")
    assert not shown.observe.isHidden()
    assert "7 min of this round are left." in shown.left.text()
    shown.observe.click()
    run.qtbot.waitUntil(lambda: any(p.name == "Zoë" for p in run.session.people), timeout=8000)
    late = next(person.id for person in run.session.people if person.name == "Zoë")
    assert run.session.rooms[0] == rooms[0]
    assert any(late in room.people for room in run.session.rooms[1].rooms)


def test_whoever_leaves_is_named_with_what_it_costs_and_their_role_goes_on(run: Hands) -> None:
    run.go_to("challenge")
    leaver = run.session.rooms[0].rooms[0].presenter
    choose(run.place.people.menu_for(FIRST_ROUND, leaver), "Left")
    shown = answered(run)
    assert shown.act.hasFocus()
    shown.act.click()
    assert leaver in run.session.away
    name = next(person.name for person in run.session.people if person.id == leaver)
    assert run.words("passing-words").startswith(f"{name} left. ")
    room = run.session.rooms[0].rooms[0]
    assert leaver not in room.people
    assert room.presenter in room.people


def test_someone_is_moved_by_hand_and_back_with_one_act(run: Hands) -> None:
    run.go_to("challenge")
    person = run.session.rooms[0].rooms[0].people[0]
    choose(run.place.people.menu_for(FIRST_ROUND, person), "Move to Room 2")
    assert room_of(run, person).number == 2
    assert "is in Room 2 now." in run.words("passing-words")
    run.menu.undo.trigger()
    assert room_of(run, person).number == 1


def test_roles_are_shown_on_the_cards_and_changed_by_menu(run: Hands) -> None:
    run.go_to("challenge")
    room = run.session.rooms[0].rooms[0]
    other = next(p for p in room.people if p not in (room.presenter, room.note_taker, room.timekeeper))
    choose(run.place.people.menu_for(FIRST_ROUND, other), "Takes notes")
    assert run.session.rooms[0].rooms[0].note_taker == other
    buttons = {b.objectName(): b for b in run.place.findChildren(PersonButton)}
    assert buttons[other].accessibleName().endswith("takes notes")


def test_the_menu_of_a_person_offers_every_role_of_the_structure(run: Hands) -> None:
    run.go_to("challenge")
    menu = run.place.people.menu_for(FIRST_ROUND, run.session.rooms[0].rooms[0].people[0])
    assert [action.text() for action in menu.actions()][:3] == ["Presents", "Keeps time", "Takes notes"]


def test_someone_who_arrives_may_be_typed_with_where_they_are_from(run: Hands) -> None:
    run.go_to("challenge")
    arrive(run, "Nina Okafor, Lothian Health").accept()
    late = run.session.people[-1]
    assert (late.name, late.organisation) == ("Nina Okafor", "Lothian Health")
    assert late.id in room_of(run, late.id).people
