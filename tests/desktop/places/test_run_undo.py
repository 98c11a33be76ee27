"""Undo in Run takes back the last act, whichever it was, and says which; redo brings it back."""

from dataclasses import replace
from typing import get_args

from PySide6.QtCore import Qt

from desktop.panels.check_in.panel import TurnChip
from desktop.places.run.undo_words import ACT_WORDS, EDIT_WORDS
from desktop.widgets.passing_words import PassingWords
from formats.session.events import Edit, Edited, Event, Redone, SpeakingOrder, TurnEnded, Undone
from formats.session.people import Person
from formats.session.seating.people_changes import with_people
from tests.desktop.a_session import FIRST_ROUND
from tests.desktop.running import Hands

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def undo(run: Hands) -> str:
    run.key(Qt.Key.Key_Z, CONTROL)
    return run.words("passing-words")


def redo(run: Hands) -> str:
    run.key(Qt.Key.Key_Z, CONTROL | SHIFT)
    return run.words("passing-words")


def arrive(run: Hands, person: Person) -> None:
    run.place.people.edits.people.change_people(lambda session: with_people(session, (person,)))
    run.qtbot.waitUntil(lambda: run.session.person(person.id) is not None, timeout=8000)


def test_in_the_check_in_an_arrival_and_a_turn_are_taken_back_and_the_room_stays_where_it_is(run: Hands) -> None:
    run.key(Qt.Key.Key_Space)
    run.go_to("check-in")
    run.wait(minutes=2)
    left = run.runner.reading.remaining  # type: ignore[union-attr]  # one is on the table
    run.press("next-person")
    arrive(run, Person("late", "Zofia Kowalska"))
    assert undo(run) == "Taken back: the arrival of Zofia Kowalska."
    assert run.session.person("late") is None
    assert undo(run) == "Taken back: the turn of Amina."
    assert run.words("speaking-now") == "Amina speaks"
    assert run.stage == "check-in"
    assert run.runner.reading.remaining == left  # type: ignore[union-attr]  # one is on the table
    assert redo(run) == "Brought back: the turn of Amina."
    assert redo(run) == "Brought back: the arrival of Zofia Kowalska."
    assert run.session.person("late") is not None
    assert run.words("speaking-now") == "Beth speaks"


def test_acts_of_every_kind_are_taken_back_in_turn(run: Hands) -> None:
    run.go_to("challenge")
    edits = run.place.people.edits
    rooms = run.session.rooms[0].rooms
    run.key(Qt.Key.Key_Plus)
    edits.rooms.move(FIRST_ROUND, rooms[0].people[0], 2)
    run.wait(minutes=5, seconds=50)
    run.key(Qt.Key.Key_N)
    name = next(person.name for person in run.session.people if person.id == rooms[0].people[0])
    assert [undo(run) for _ in range(4)] == [
        "Taken back: going to “Clarifying questions”.",
        f"Taken back: the move of {name}.",
        "Taken back: the added minute.",
        "Taken back: the start.",
    ]
    assert run.session.rooms[0].rooms == rooms
    assert not run.session.begun


def test_ctrl_y_brings_back_too_and_the_message_offers_the_way_round(run: Hands) -> None:
    run.go_to("challenge")
    run.key(Qt.Key.Key_Space)
    undo(run)
    assert run.button("passing-act").text() == "Redo"
    run.key(Qt.Key.Key_Y, CONTROL)
    assert run.button("go").text() == "Resume"
    run.press("passing-act")
    assert run.button("go").text() == "Pause"


def test_what_was_done_with_people_carries_its_undo(run: Hands) -> None:
    run.go_to("challenge")
    rooms = run.session.rooms[0].rooms
    run.place.people.edits.rooms.move(FIRST_ROUND, rooms[0].people[0], 2)
    run.press("passing-act")
    assert run.session.rooms[0].rooms == rooms


def test_before_the_start_undo_takes_back_what_was_done_by_hand(run: Hands) -> None:
    rooms = run.session.rooms[0].rooms
    run.place.people.edits.rooms.move(FIRST_ROUND, rooms[0].people[0], 2)
    assert undo(run).startswith("Taken back: the move of ")
    assert run.session.rooms[0].rooms == rooms
    assert redo(run).startswith("Brought back: the move of ")
    assert run.session.rooms[0].rooms != rooms


def test_five_senses_are_taken_back_to_the_opener_before_them(run: Hands) -> None:
    run.key(Qt.Key.Key_Space)
    planned = run.session.agenda.stages[0]
    run.key(Qt.Key.Key_5)
    undo(run)
    assert run.session.agenda.stages[0] == planned


def test_who_has_spoken_survives_a_crash_and_what_was_edited_before_it_is_said_to_stay(run: Hands) -> None:
    run.go_to("check-in")
    run.press("next-person")
    run.place.people.edits.rooms.move(FIRST_ROUND, run.session.rooms[0].rooms[0].people[0], 2)
    session = run.session
    run.runner.open(None)
    run.runner.open(session)
    assert run.words("speaking-now") == "Beth speaks"
    assert undo(run).startswith("That was done before Clearing was last closed.")
    assert run.session == session


def test_who_passed_is_shown_for_the_moment_and_never_recorded(run: Hands) -> None:
    run.go_to("check-in")
    run.press("passes")
    run.press("next-person")
    said = [chip.accessibleName() for chip in run.place.findChildren(TurnChip) if chip.isVisibleTo(run.place)]
    assert said[:2] == ["Amina, passed", "Beth, had a turn"]
    first, second = run.session.events[-2:]
    assert isinstance(first, TurnEnded)
    assert first == TurnEnded(first.at, first.person)
    assert isinstance(second, TurnEnded)


def test_a_press_on_whoever_speaks_leaves_them_marked(run: Hands) -> None:
    run.go_to("check-in")
    events = run.session.events
    run.press(f"turn-{run.check_in.go_round.speaker}")
    marked = [c.text() for c in run.place.findChildren(TurnChip) if c.isVisibleTo(run.place) and c.isChecked()]
    assert marked == ["Amina"]
    assert run.session.events == events


def test_a_speaking_order_is_taken_back(run: Hands) -> None:
    run.go_to("check-in")
    before = run.check_in.go_round.people
    run.check_in.order_chosen.emit(SpeakingOrder.SHUFFLED)
    assert run.check_in.go_round.people != before
    assert undo(run) == "Taken back: the speaking order."
    assert run.check_in.go_round.people == before


def test_an_edit_that_cannot_be_kept_is_no_act(run: Hands) -> None:
    run.go_to("challenge")
    run.runner.amend(lambda session: replace(session, title="Renamed"))
    assert not any(isinstance(event, Edited) for event in run.session.events)


def test_an_offer_to_undo_goes_when_something_else_was_done(run: Hands) -> None:
    passing = run.place.findChild(PassingWords)
    assert isinstance(passing, PassingWords)
    run.go_to("check-in")
    run.key(Qt.Key.Key_Plus)
    undo(run)
    run.wait(seconds=1)
    assert passing.isVisibleTo(run.place), "the clock is nothing else"
    run.key(Qt.Key.Key_Plus)
    run.wait(seconds=1)
    assert not passing.isVisibleTo(run.place)


def test_a_minute_less_is_called_so(run: Hands) -> None:
    run.go_to("check-in")
    run.key(Qt.Key.Key_Minus)
    assert undo(run) == "Taken back: the minute less."


def test_hands_of_the_closing_round_are_taken_back_and_the_run_log_never_tells_when(run: Hands) -> None:
    run.go_to("close")
    edits, events = run.place.people.edits, run.session.events
    edits.closing_round.count(5, 1)
    edits.closing_round.add_word("calm")
    assert run.session.events == events
    run.key(Qt.Key.Key_Plus)
    assert undo(run) == "Taken back: the added minute."
    assert undo(run) == "Taken back: the last word."
    assert (run.session.closing_round.words, run.session.closing_round.counted) == ((), 1)
    redo(run)
    assert run.session.closing_round.words == ("calm",)
    assert redo(run) == "Brought back: the added minute."
    assert run.stage == "close"


def test_every_act_has_a_word_to_be_taken_back_by() -> None:
    unnamed = set(get_args(Event)) - set(ACT_WORDS) - {Edited, Undone, Redone}
    assert not unnamed
    assert set(EDIT_WORDS) == set(Edit)
