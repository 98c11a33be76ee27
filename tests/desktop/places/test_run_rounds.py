"""Rooms, presenters, one more round and a shared overrun: shown before it happens, undone by one key."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt

from desktop.panels.rooms.card import PersonButton, RoomCard
from desktop.panels.rooms.strip import RoomsStrip
from formats.session.events import Refitted, RoundAdded
from formats.session.fitting import outlook
from formats.session.session import Room, RoundRooms
from tests.desktop.a_session import FIRST_ROUND
from tests.desktop.running import Hands
from tests.desktop.settling import wait_until_still


def cards(run: Hands) -> list[RoomCard]:
    return [card for card in run.place.findChildren(RoomCard) if card.isVisibleTo(run.place)]


def with_slot(run: Hands, minutes: float) -> None:
    run.runner.amend(lambda session: replace(session, slot=timedelta(minutes=minutes)))


def test_the_rooms_of_the_round_show_who_presents(run: Hands) -> None:
    run.go_to("challenge")
    assert len(cards(run)) == 3
    presenters = {room.presenter for room in run.session.rooms[0].rooms}
    marked = {b.objectName() for b in run.place.findChildren(PersonButton) if ", presents" in b.accessibleName()}
    assert marked == presenters


def test_before_the_round_its_rooms_are_announced(run: Hands) -> None:
    run.go_to("check-in")
    assert len(cards(run)) == 3


def test_outside_rounds_there_are_none(run: Hands) -> None:
    run.go_to("close")
    assert cards(run) == []


def test_someone_else_can_present(run: Hands) -> None:
    run.go_to("challenge")
    room = run.session.rooms[0].rooms[1]
    other = next(person for person in room.people if person != room.presenter)
    run.place.people.menu_for(FIRST_ROUND, other).actions()[0].trigger()
    assert run.session.rooms[0].rooms[1].presenter == other


def test_forty_rooms_keep_the_clock_in_view(run: Hands) -> None:
    run.go_to("challenge")
    people = run.session.people
    many = tuple(Room(n, tuple(p.id for p in people[:5]), people[0].id) for n in range(1, 41))
    run.runner.amend(lambda session: session.with_rooms((RoundRooms("peer-assist", 1, many),)))
    wait_until_still(run.place)
    assert len(cards(run)) == 40
    assert run.place.findChild(RoomsStrip).height() < run.place.height() * 0.3
    assert run.dial.height() > 200


def test_a_further_round_is_shown_before_it_is_added_and_undone_by_one_key(run: Hands) -> None:
    with_slot(run, 120)
    run.go_to("challenge")
    assert "A second round fits in full (32 min)." in run.words("outlook-words")
    run.press("add-round")
    assert run.sees("proposal")
    assert len(run.session.events) == 1
    run.press("apply-proposal")
    assert isinstance(run.session.events[-1], RoundAdded)
    reading = run.runner.reading
    assert reading is not None
    assert reading.position.agenda.part("peer-assist").rounds == 2  # type: ignore[union-attr]  # it is there
    run.qtbot.waitUntil(lambda: any(r.round == 2 for r in run.session.rooms), timeout=5000)
    run.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert run.runner.reading.position.agenda.part("peer-assist").rounds == 1  # type: ignore[union-attr]  # still


def test_during_the_check_in_a_further_round_is_told_and_added_by_key(run: Hands) -> None:
    with_slot(run, 100)
    run.go_to("check-in")
    assert "A second round fits in full (32 min)." in run.words("outlook-words")
    run.key(Qt.Key.Key_A)
    run.press("apply-proposal")
    assert run.session.events[-1] == RoundAdded(run.clock.now(), "peer-assist", ())
    assert "A third round" in run.words("outlook-words")


def test_a_round_that_fits_only_shorter_says_what_each_stage_gives(run: Hands) -> None:
    with_slot(run, 60)
    run.go_to("challenge")
    assert "instead of 32 min" in run.words("outlook-words")
    run.key(Qt.Key.Key_A)
    assert " to " in run.words("proposal-changes")
    run.press("leave-proposal")
    assert not run.sees("proposal")
    assert len(run.session.events) == 1


def test_a_round_that_does_not_fit_is_not_offered(run: Hands) -> None:
    with_slot(run, 45)
    run.go_to("challenge")
    assert "does not fit" in run.words("outlook-words")
    assert not run.sees("add-round")


def test_a_round_that_misses_its_place_by_seconds_is_not_said_to_lack_nothing(run: Hands) -> None:
    with_slot(run, 45)
    run.go_to("challenge")
    reading = run.runner.reading
    assert reading is not None
    another = outlook(reading, run.session.slot_ends_at(reading.position)).another_round
    assert another is not None
    with_slot(run, 45 + (another.missing - timedelta(seconds=10)) / timedelta(minutes=1))
    assert run.words("outlook-words").endswith("A second round does not fit: ½ min short.")


def test_where_no_stage_can_give_nothing_is_promised(run: Hands) -> None:
    with_slot(run, 40)
    stages = [replace(s, protected=True) for s in run.session.agenda.parts[-1].stages]
    closing = replace(run.session.agenda.parts[-1], stages=tuple(stages))
    run.runner.amend(lambda session: replace(session, agenda=session.agenda.with_part(closing)))
    run.go_to("next-steps")
    run.wait(minutes=50)
    run.key(Qt.Key.Key_O)
    over = run.words("outlook-words").split(", ")[1].split(" over")[0]
    assert run.words("proposal-title") == f"{over} over"
    assert not run.sees("apply-proposal")


def test_an_overrun_is_shared_out_once_it_was_looked_at(run: Hands) -> None:
    with_slot(run, 40)
    run.go_to("challenge")
    run.wait(minutes=12)
    assert "over." in run.words("outlook-words")
    before = run.runner.reading
    assert before is not None
    run.press("share-overrun")
    assert "Reflect" in run.words("proposal-changes")
    run.press("apply-proposal")
    assert isinstance(run.session.events[-1], Refitted)
    after = run.runner.reading
    assert after is not None
    assert after.ends_at < before.ends_at
    run.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert run.runner.reading is not None
    assert run.runner.reading.ends_at == before.ends_at
