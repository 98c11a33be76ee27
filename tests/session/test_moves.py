"""What the facilitator can do, and the sentence that says why something cannot be done now."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.session.act_history import event_to_undo
from formats.session.agenda import Agenda
from formats.session.clock import read_clock
from formats.session.events import (
    Corrected,
    Event,
    Extended,
    Finished,
    Moved,
    Paused,
    Restarted,
    Resumed,
    Started,
    Undone,
)
from formats.session.moves import Move, Refusal, go_to, make_move, possible_moves, stage_before
from formats.session.run_state import replay
from tests.builders import an_agenda, at, key, minutes, reading, seconds
from tests.session.any_session import NIGHT_OF_THE_CLOCKS, agendas, logs

OPENER = key("longer-out-breath", part="opening")
CHECK_IN = key("check-in", part="opening")
CLOSE = key("close", part="closing")
STARTED = Started(at("16:30"), OPENER)


def asked(move: Move, events: tuple[Event, ...], now: str, agenda: Agenda | None = None) -> Event | Refusal:
    return make_move(move, reading(events, now, agenda), events, at(now))


@pytest.mark.parametrize(
    ("events", "now", "moves"),
    [
        ((), "16:30", {Move.START}),
        ((STARTED,), "16:30", {Move.PAUSE, Move.LONGER, Move.SHORTER, Move.NEXT, Move.FINISH, Move.UNDO}),
        ((STARTED, Paused(at("16:31"))), "16:32", {*Move} - {Move.START, Move.PAUSE, Move.BACK, Move.REDO}),
        ((STARTED, Moved(at("16:35"), CLOSE)), "16:36", {*Move} - {Move.START, Move.RESUME, Move.NEXT, Move.REDO}),
        ((STARTED, Finished(at("16:40"))), "16:41", {Move.UNDO}),
        ((STARTED, Undone(at("16:31"), 0)), "16:31", {Move.START, Move.REDO}),
    ],
)
def test_the_buttons_follow_what_is_possible(events: tuple[Event, ...], now: str, moves: set[Move]) -> None:
    assert possible_moves(reading(events, now), events) == moves


@pytest.mark.parametrize(
    ("move", "events", "now", "sentence"),
    [
        (Move.START, (STARTED,), "16:31", "The session has started already."),
        (Move.PAUSE, (), "16:31", "The clock is not running. Press Start."),
        (Move.RESUME, (STARTED,), "16:31", "The clock is not paused."),
        (Move.NEXT, (), "16:31", "The session has not started yet."),
        (Move.NEXT, (Started(at("16:35"), CLOSE),), "16:36", "This is the last stage. Finish ends the session."),
        (Move.BACK, (STARTED,), "16:31", "This is the first stage."),
        (Move.SHORTER, (STARTED,), "16:34:30", "Less than a minute is left. Next ends this stage."),
        (Move.RESTART, (STARTED,), "16:30", "This stage has just begun."),
        (Move.FINISH, (STARTED, Finished(at("16:40"))), "16:41", "The session is finished. Undo brings it back."),
        (Move.UNDO, (), "16:31", "There is nothing to undo."),
        (Move.REDO, (STARTED,), "16:31", "There is nothing to redo."),
        (Move.UNDO, (STARTED, Undone(at("16:31"))), "16:32", "There is nothing to undo."),
    ],
)
def test_a_refusal_says_why_in_a_sentence(move: Move, events: tuple[Event, ...], now: str, sentence: str) -> None:
    assert asked(move, events, now) == Refusal(sentence)


def test_an_empty_session_cannot_start() -> None:
    assert asked(Move.START, (), "16:30", Agenda()) == Refusal("Nothing is planned yet. Add a structure first.")


def test_next_and_back_walk_the_agenda_in_its_order() -> None:
    events: tuple[Event, ...] = (STARTED,)
    there = [OPENER]
    for _ in an_agenda().stages[1:]:
        step = asked(Move.NEXT, events, "16:31")
        assert isinstance(step, Moved)
        events, there = (*events, step), [*there, step.to]
    assert there == [stage.key for stage in an_agenda().stages]
    for earlier in reversed(there[:-1]):
        step = asked(Move.BACK, events, "16:31")
        assert step == Moved(at("16:31"), earlier)
        events = (*events, step)
    assert stage_before(reading(events, "16:31")) is None


def test_longer_and_shorter_are_a_minute_each_and_cancel_out() -> None:
    longer = asked(Move.LONGER, (STARTED,), "16:31")
    assert longer == Extended(at("16:31"), minutes(1))
    shorter = asked(Move.SHORTER, (STARTED, longer), "16:31")
    assert shorter == Extended(at("16:31"), -minutes(1))
    same = reading((STARTED, longer, shorter), "16:31")
    assert same.remaining == reading((STARTED,), "16:31").remaining


def test_any_stage_can_be_gone_to_and_a_waiting_session_starts_there() -> None:
    assert go_to(CHECK_IN, reading([], "16:30"), at("16:30")) == Started(at("16:30"), CHECK_IN)
    assert go_to(CLOSE, reading([STARTED], "16:31"), at("16:31")) == Moved(at("16:31"), CLOSE)
    nowhere = go_to(key("nowhere"), reading([STARTED], "16:31"), at("16:31"))
    assert nowhere == Refusal("That stage is not in this session.")
    over = go_to(CLOSE, reading([STARTED, Finished(at("16:40"))], "16:41"), at("16:41"))
    assert over == Refusal("The session is finished. Undo brings it back.")


def test_undo_takes_back_a_finish_and_the_clock_has_run_on() -> None:
    events = (STARTED, Finished(at("16:31")), Undone(at("16:32")))
    assert read_clock(an_agenda(), events, at("16:32")).used == timedelta(minutes=2)


@pytest.mark.parametrize("move", [Move.LONGER, Move.SHORTER, Move.BACK, Move.RESTART, Move.FINISH, Move.NEXT])
def test_what_needs_a_running_session_is_refused_before_it_and_after_it(move: Move) -> None:
    assert asked(move, (), "16:31") == Refusal("The session has not started yet.")
    over = (STARTED, Finished(at("16:40")))
    assert asked(move, over, "16:41") == Refusal("The session is finished. Undo brings it back.")


@pytest.mark.parametrize(
    ("move", "event"),
    [
        (Move.PAUSE, Paused(at("16:32"))),
        (Move.LONGER, Extended(at("16:32"), minutes(1))),
        (Move.SHORTER, Extended(at("16:32"), -minutes(1))),
        (Move.NEXT, Moved(at("16:32"), CHECK_IN)),
        (Move.RESTART, Restarted(at("16:32"))),
        (Move.FINISH, Finished(at("16:32"))),
        (Move.UNDO, Undone(at("16:32"), 1)),
    ],
)
def test_a_move_is_logged_with_the_moment_it_was_made(move: Move, event: Event) -> None:
    assert asked(move, (STARTED, Corrected(at("16:31"), seconds(5))), "16:32") == event


def test_a_pause_ends_once_and_a_paused_session_can_be_paused_no_further() -> None:
    paused = (STARTED, Paused(at("16:31")))
    assert asked(Move.RESUME, paused, "16:32") == Resumed(at("16:32"))
    assert asked(Move.PAUSE, paused, "16:32") == Refusal("The clock is not running. Press Start.")


def test_a_session_that_starts_does_so_on_its_first_stage() -> None:
    assert asked(Move.START, (), "16:30") == Started(at("16:30"), OPENER)


def test_a_minute_can_be_taken_off_down_to_the_last_one() -> None:
    assert asked(Move.SHORTER, (STARTED,), "16:33:59") == Extended(at("16:33:59"), -minutes(1))
    assert asked(Move.SHORTER, (STARTED,), "16:34") == Refusal("Less than a minute is left. Next ends this stage.")


def test_the_stage_before_is_that_of_the_agenda_and_not_where_one_came_from() -> None:
    jumped = reading((STARTED, Moved(at("16:31"), CLOSE)), "16:32")
    before = stage_before(jumped)
    assert before is not None
    assert before.key == key("next-steps")


@given(agendas(), logs(), st.sampled_from(Move))
def test_a_move_that_can_be_made_is_one_event_at_that_moment_and_undo_takes_it_back(
    agenda: Agenda, log: tuple[Event, ...], move: Move
) -> None:
    now = max((event.at for event in log), default=NIGHT_OF_THE_CLOCKS) + minutes(1)
    made = make_move(move, read_clock(agenda, log, now), log, now)
    if isinstance(made, Refusal):
        assert made.sentence.endswith(".")
    elif move not in (Move.UNDO, Move.REDO):
        assert made.at == now
        after = (*log, made)
        assert event_to_undo(after) == made
        assert read_clock(agenda, (*after, Undone(now)), now).position.current == replay(agenda, log).current


@given(agendas(), logs())
def test_pausing_and_going_on_are_never_both_possible(agenda: Agenda, log: tuple[Event, ...]) -> None:
    now = max((event.at for event in log), default=NIGHT_OF_THE_CLOCKS)
    moves = possible_moves(read_clock(agenda, log, now), log)
    assert not {Move.PAUSE, Move.RESUME} <= moves
    assert (Move.START in moves) <= moves.isdisjoint({Move.PAUSE, Move.RESUME, Move.NEXT, Move.BACK, Move.FINISH})
