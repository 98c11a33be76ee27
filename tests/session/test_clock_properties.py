"""What holds of the clock for any agenda, any run log and any now."""

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from formats.session.act_history import counting_events
from formats.session.agenda import Agenda
from formats.session.clock import Phase, moves_due, read_clock, reading_at
from formats.session.events import Corrected, Event, Finished, Redone, Undone
from formats.session.moves import Move, Refusal, go_to, make_move, possible_moves, stage_before
from formats.session.run_state import A_DAY, ZERO, replay
from tests.session.any_session import agendas, events, instants, logs

moments = st.lists(instants, min_size=1, max_size=5).map(sorted)


@given(agendas(), logs(), instants)
def test_reading_never_fails_and_says_what_cannot_be_false(
    agenda: Agenda, log: tuple[Event, ...], now: datetime
) -> None:
    reading = read_clock(agenda, log, now)
    assert reading.used >= ZERO
    assert reading.paused_for >= ZERO
    assert reading.seconds_left >= 0 <= reading.seconds_over
    assert not (reading.seconds_left and reading.seconds_over)
    assert reading.stage is None or reading.used + reading.remaining == reading.stage.length
    assert reading.ends_at >= reading.now or reading.phase is Phase.FINISHED
    assert all(stage.length >= ZERO for stage in reading.position.agenda.stages)
    assert all(visit.used >= ZERO for visit in reading.position.visits)
    stage_before(reading)


@given(agendas(), logs(), instants)
def test_used_time_and_pauses_make_up_all_the_time_there_was(
    agenda: Agenda, log: tuple[Event, ...], now: datetime
) -> None:
    plain = tuple(event for event in log if not isinstance(event, Corrected))
    position = replay(agenda, (*plain, Finished(now)))
    if position.started_at is None or position.finished_at is None:
        return
    stays = [visit.ended - visit.began for visit in position.visits if visit.ended]
    assert sum(stays, ZERO) == position.finished_at - position.started_at
    assert all(v.ended is not None and v.used <= v.ended - v.began for v in position.visits)


@given(agendas(), logs(), moments)
def test_looking_often_seldom_or_once_gives_the_same_log(
    agenda: Agenda, log: tuple[Event, ...], looks: list[datetime]
) -> None:
    once = (*log, *moves_due(agenda, log, looks[-1]))
    often = log
    for look in looks:
        often = (*often, *moves_due(agenda, often, look))
    assert often == once
    assert moves_due(agenda, once, looks[-1]) == ()


@given(agendas(), logs(), instants)
def test_automatic_moves_are_stamped_with_when_they_fell_due(
    agenda: Agenda, log: tuple[Event, ...], now: datetime
) -> None:
    found = moves_due(agenda, log, now)
    stamps = [move.at for move in found]
    last = replay(agenda, log).last_event_at
    assert stamps == sorted(stamps)
    assert all(stamp <= now for stamp in stamps)
    assert not stamps or last is None or stamps[0] >= last


@given(agendas(), logs(), events, instants, instants)
def test_undo_is_the_exact_inverse_of_every_move_made_by_hand(
    agenda: Agenda, log: tuple[Event, ...], event: Event, later: datetime, now: datetime
) -> None:
    if isinstance(event, Undone | Redone) or getattr(event, "by_itself", False):
        return
    assert read_clock(agenda, (*log, event, Undone(later)), now) == read_clock(agenda, log, now)


@given(agendas(), logs(), instants)
def test_an_automatic_move_that_is_undone_does_not_fall_due_again(
    agenda: Agenda, log: tuple[Event, ...], now: datetime
) -> None:
    moved = moves_due(agenda, log, now)
    if not moved:
        return
    undone = (*log, *moved, Undone(now))
    assert replay(agenda, undone).current == replay(agenda, (*log, *moved[:-1])).current
    assert moves_due(agenda, undone, now + timedelta(hours=1)) == ()
    earlier = counting_events((*undone, Undone(now)))
    assert replay(agenda, earlier) == replay(agenda, (*undone, Undone(now)))


@given(agendas(), logs(), instants)
def test_undoing_everything_leads_back_to_the_beginning(
    agenda: Agenda, log: tuple[Event, ...], now: datetime
) -> None:
    everything = (*log, *(Undone(now) for _ in log))
    assert read_clock(agenda, everything, now) == read_clock(agenda, (), now)
    assert isinstance(make_move(Move.UNDO, read_clock(agenda, (), now), everything, now), Refusal)


@given(agendas(), logs(), instants, st.integers(1, 999))
def test_the_shown_second_neither_skips_nor_repeats(
    agenda: Agenda, log: tuple[Event, ...], now: datetime, offset: int
) -> None:
    position = replay(agenda, log)
    start = max(now, position.last_event_at or now) + timedelta(milliseconds=offset)
    shown = [reading_at(position, start + timedelta(seconds=n)) for n in range(8)]
    steps = [(a.seconds_left - a.seconds_over) - (b.seconds_left - b.seconds_over) for a, b in pairwise(shown)]
    assert steps == [1 if position.running else 0] * 7


@given(agendas(), logs(), moments)
def test_the_projected_end_only_moves_later_while_no_one_acts(
    agenda: Agenda, log: tuple[Event, ...], looks: list[datetime]
) -> None:
    position = replay(agenda, log)
    ends = [reading_at(position, look).ends_at for look in looks]
    assert ends == sorted(ends)
    readings = [reading_at(position, look) for look in looks]
    in_time = all(r.phase in {Phase.RUNNING, Phase.LAST_MINUTE} for r in readings)
    assert not in_time or len(set(ends)) == 1


@given(agendas(), logs(), instants)
def test_possible_moves_are_those_that_are_not_refused_and_each_changes_something(
    agenda: Agenda, log: tuple[Event, ...], now: datetime
) -> None:
    reading = read_clock(agenda, log, now)
    if reading.stage and reading.stage.length >= A_DAY:
        return
    moves = possible_moves(reading, log)
    for move in Move:
        event = make_move(move, reading, log, now)
        assert isinstance(event, Refusal) is (move not in moves)
        if isinstance(event, Refusal):
            assert event.sentence.endswith(".")
        elif move not in (Move.UNDO, Move.REDO):
            after = replay(agenda, (*log, event))
            assert replace(after, last_event_at=reading.position.last_event_at) != reading.position


@given(agendas(), logs(), instants)
def test_going_to_a_stage_leads_there(agenda: Agenda, log: tuple[Event, ...], now: datetime) -> None:
    reading = read_clock(agenda, log, now)
    for stage in reading.position.agenda.stages:
        event = go_to(stage.key, reading, now)
        if reading.phase is Phase.FINISHED:
            assert isinstance(event, Refusal)
        else:
            assert not isinstance(event, Refusal)
            assert replay(agenda, (*log, event)).current == stage.key


@given(agendas(), logs(), instants)
def test_going_back_keeps_the_time_already_used(agenda: Agenda, log: tuple[Event, ...], now: datetime) -> None:
    reading = read_clock(agenda, log, now)
    there = make_move(Move.NEXT, reading, log, now)
    if isinstance(there, Refusal) or not reading.position.running:
        return
    after = read_clock(agenda, (*log, there), now)
    back = make_move(Move.BACK, after, (*log, there), now)
    assert not isinstance(back, Refusal)
    assert read_clock(agenda, (*log, there, back), now).used == reading.used
