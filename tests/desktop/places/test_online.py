"""Who joins online is marked in Prepare and in Run, seated as chosen, and written down for Zoom."""

from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.places.prepare.page import PreparePage
from desktop.places.prepare.people_rows import Column
from desktop.widgets.chips import Chip
from formats.session.agenda import StageKey
from formats.session.online import OnlineSeating
from formats.session.people import short_names
from formats.session.seating.people_changes import with_online
from tests.desktop.places.preparing import begin, on_table, people, wait_for_rooms
from tests.desktop.running import Hands

CHALLENGE = StageKey("peer-assist", "challenge")


def test_the_menu_of_a_person_marks_them_and_run_shows_it(run: Hands) -> None:
    run.go_to("challenge")
    person = run.session.rooms_in(CHALLENGE)[0].people[0]
    menu = run.place.people.menu_for(("peer-assist", 1), person)
    online = next(action for action in menu.actions() if action.objectName() == "joins-online")
    online.trigger()
    assert run.session.online == {person}
    assert run.button(person).accessibleName().endswith("joins online")
    run.place.people.edits.history.undo()
    assert run.session.online == frozenset()


def test_prepare_shows_it_in_the_list_and_offers_how_to_seat_them(place: PreparePage, qtbot: QtBot) -> None:
    begin(place)
    place.people.add_people(people(18))
    wait_for_rooms(qtbot, place)
    facts = place.people.rooms.facts
    assert not facts.online.isVisibleTo(place)
    person = on_table(place).people[0]
    place.edits.people.mark_online(person, online=True)
    model = place.people.model
    row = next(row for row in range(model.rowCount()) if model.person(row).id == person.id)
    assert model.index(row, Column.TODAY).data() == "Online"
    assert facts.online.isVisibleTo(place)
    facts.online.activated.emit(1)
    assert on_table(place).wishes.online is OnlineSeating.SHARE


def test_the_rooms_of_a_round_are_written_for_zoom_and_who_lacks_an_address_is_said(
    place: PreparePage, qtbot: QtBot, tmp_path: Path
) -> None:
    begin(place)
    addressed = [replace(one, email=f"{one.id}@example.org") for one in people(18)]
    place.people.add_people((replace(addressed[0], email=""), *addressed[1:]))
    wait_for_rooms(qtbot, place)
    breakout = place.people.rooms.buttons.breakout
    said: list[str] = []
    breakout.message.connect(said.append)
    breakout.write(on_table(place).rooms[0], tmp_path / "rooms.csv")
    qtbot.waitUntil(lambda: bool(said))
    assert (tmp_path / "rooms.csv").read_text().startswith("Pre-assign Room Name,Email Address\n")
    assert "with 17 people for Zoom." in said[0]
    assert said[0].endswith(f"{on_table(place).people[0].name} has no address, and so no room there.")


def test_who_joins_online_is_marked_among_those_who_are_here_before_the_start(run: Hands) -> None:
    person = run.session.present[0].id
    run.runner.amend(lambda session: with_online(session, person, online=True))
    chips = run.place.findChildren(Chip)
    marked = [chip.accessibleName() for chip in chips if chip.accessibleName().endswith(", joins online")]
    assert marked == [f"{short_names(run.session.present)[person]}, joins online"]
