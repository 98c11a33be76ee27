"""One history of acts: the last is taken back and can be brought back, and old logs read as ever."""

from hypothesis import given

from formats.session.act_history import counting_events, event_to_redo, event_to_undo
from formats.session.agenda import Agenda
from formats.session.events import AutoAdvanceStopped, Event, Extended, Moved, Paused, Redone, Started, Undone
from formats.session.moves import Move, Refusal, make_move
from formats.session.run_state import replay
from tests.builders import an_agenda, at, key, minutes, reading
from tests.session.any_session import agendas, logs

OPENER, CHECK_IN = key("longer-out-breath", part="opening"), key("check-in", part="opening")
STARTED = Started(at("16:30"), OPENER)
LONGER = Extended(at("16:32"), minutes(1))
MOVED = Moved(at("16:36"), CHECK_IN)


def press(move: Move, log: tuple[Event, ...]) -> tuple[Event, ...]:
    made = make_move(move, reading(log, "16:40"), log, at("16:40"))
    assert not isinstance(made, Refusal)
    return (*log, made)


def test_undo_names_the_act_that_it_takes_back() -> None:
    assert press(Move.UNDO, (STARTED, LONGER, MOVED))[-1] == Undone(at("16:40"), 2)


def test_acts_are_taken_back_one_after_the_other_and_brought_back_in_turn() -> None:
    log: tuple[Event, ...] = (STARTED, LONGER, MOVED)
    twice_back = press(Move.UNDO, press(Move.UNDO, log))
    assert counting_events(twice_back) == (STARTED,)
    assert counting_events(press(Move.REDO, twice_back)) == (STARTED, LONGER)
    assert counting_events(press(Move.REDO, press(Move.REDO, twice_back))) == log


def test_once_something_else_is_done_nothing_is_left_to_bring_back() -> None:
    log = (*press(Move.UNDO, (STARTED, LONGER)), Paused(at("16:41")))
    assert event_to_redo(log) is None
    assert event_to_undo(log) == log[-1]


def test_a_move_brought_back_counts_from_when_it_was_made() -> None:
    log = press(Move.REDO, press(Move.UNDO, (STARTED, MOVED)))
    assert reading(log, "16:40").used == minutes(4)


def test_an_automatic_move_that_is_brought_back_leaves_nothing_held() -> None:
    by_itself = (STARTED, Moved(at("16:35"), CHECK_IN, by_itself=True))
    taken_back = press(Move.UNDO, by_itself)
    assert counting_events(taken_back) == (STARTED, AutoAdvanceStopped(at("16:35")))
    assert counting_events(press(Move.REDO, taken_back)) == by_itself


def test_what_names_nothing_that_can_be_taken_back_changes_nothing() -> None:
    log = (STARTED, LONGER)
    for stray in (Undone(at("16:40"), 7), Redone(at("16:40"), 0), Redone(at("16:40"), 9)):
        assert counting_events((*log, stray)) == log


@given(agendas(), logs())
def test_logs_from_before_there_was_redo_replay_to_the_same_second(agenda: Agenda, log: tuple[Event, ...]) -> None:
    old = tuple(event for event in log if not isinstance(event, Redone) and getattr(event, "act", None) is None)
    assert replay(agenda, old) == replay(agenda, _counted_as_before(old))


def _counted_as_before(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events that counted by the rule that old logs were written under, word for word."""
    kept: list[tuple[Event, bool]] = []
    for event in events:
        if not isinstance(event, Undone):
            kept.append((event, True))
            continue
        last = next((n for n in range(len(kept) - 1, -1, -1) if kept[n][1]), None)
        if last is None:
            continue
        struck, _ = kept.pop(last)
        if isinstance(struck, Moved) and struck.by_itself:
            kept.insert(last, (AutoAdvanceStopped(struck.at), False))
        if not any(by_choice for _, by_choice in kept):
            kept.clear()
    return tuple(event for event, _ in kept)


def test_undo_of_everything_leaves_the_plan_open() -> None:
    assert counting_events(press(Move.UNDO, (STARTED,))) == ()
    assert replay(an_agenda(), press(Move.UNDO, (STARTED,))).started_at is None
