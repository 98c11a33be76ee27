"""What each event of the run log does to what is true of the session, and what makes no sense and does nothing."""

from collections.abc import Mapping
from datetime import timedelta

import pytest
from hypothesis import given

from formats.session.act_history import event_to_undo
from formats.session.agenda import Agenda
from formats.session.events import (
    AutoAdvanceStopped,
    Corrected,
    Event,
    Extended,
    Finished,
    Moved,
    Paused,
    Redone,
    Refitted,
    Restarted,
    Resumed,
    RoundAdded,
    Started,
    Undone,
)
from formats.session.run_state import RunState, StageVisit, apply, replay
from tests.builders import a_part, a_stage, an_agenda, at, key, minutes, one_part, seconds
from tests.session.any_session import agendas, logs

OPENER = key("longer-out-breath", part="opening")
CHECK_IN = key("check-in", part="opening")
CHALLENGE = key("challenge")
NOWHERE = key("nowhere")
STARTED = Started(at("16:30"), OPENER)
A_DAY = timedelta(days=1)


def state(*events: Event, agenda: Agenda | None = None) -> RunState:
    """What is true after these events."""
    return replay(agenda or an_agenda(), events)


def used(after: RunState) -> Mapping[str, float]:
    """The minutes each stage has used."""
    return {stage.stage: time / minutes(1) for stage, time in after.used.items()}


def length(after: RunState, stage: str = "longer-out-breath", part: str = "opening") -> timedelta:
    found = after.agenda.stage(key(stage, part=part))
    assert found is not None
    return found.length


def test_before_the_start_the_session_stands_at_its_first_stage_and_uses_nothing() -> None:
    waiting = state()
    assert waiting == RunState(planned=an_agenda(), agenda=an_agenda(), current=OPENER)
    assert not waiting.running
    assert not waiting.held
    assert waiting.stage == an_agenda().stages[0]


def test_an_empty_agenda_stands_nowhere_and_cannot_be_started() -> None:
    empty = state(STARTED, agenda=Agenda())
    assert (empty.current, empty.stage, empty.started_at) == (None, None, None)


def test_a_start_begins_the_stage_it_names_and_the_second_start_does_nothing() -> None:
    begun = state(Started(at("16:30"), CHALLENGE), Started(at("16:40"), OPENER))
    assert (begun.current, begun.started_at, begun.running_since) == (CHALLENGE, at("16:30"), at("16:30"))
    assert begun.visits == (StageVisit(CHALLENGE, at("16:30"), None, timedelta()),)
    assert begun.last_event_at == at("16:40")


def test_a_start_on_a_stage_that_is_not_there_starts_nothing() -> None:
    assert state(Started(at("16:30"), NOWHERE)).started_at is None


def test_a_pause_counts_what_was_used_and_going_on_counts_from_there() -> None:
    paused = state(STARTED, Paused(at("16:32")))
    assert (paused.running, paused.paused_at, used(paused)) == (False, at("16:32"), {"longer-out-breath": 2})
    again = apply(paused, Resumed(at("16:40")))
    assert (again.running_since, again.paused_at) == (at("16:40"), None)
    assert used(apply(again, Paused(at("16:41")))) == {"longer-out-breath": 3}


def test_a_pause_while_paused_and_going_on_while_running_change_nothing_but_the_last_event() -> None:
    paused, running = state(STARTED, Paused(at("16:32"))), state(STARTED)
    twice = apply(paused, Paused(at("16:35")))
    assert (twice.paused_at, used(twice), twice.last_event_at) == (at("16:32"), used(paused), at("16:35"))
    assert apply(running, Resumed(at("16:35"))).running_since == at("16:30")


def test_a_stage_is_made_longer_and_shorter_but_never_less_than_nothing() -> None:
    assert length(state(STARTED, Extended(at("16:31"), minutes(1)))) == minutes(6)
    assert length(state(STARTED, Extended(at("16:31"), -minutes(2)))) == minutes(3)
    assert length(state(STARTED, Extended(at("16:31"), -minutes(9)))) == timedelta()
    assert state(STARTED, Extended(at("16:31"), minutes(1))).planned == an_agenda()


@pytest.mark.parametrize("by", [timedelta.max, timedelta.min])
def test_no_number_of_a_damaged_file_makes_a_stage_or_a_correction_longer_than_a_day(by: timedelta) -> None:
    longer = state(STARTED, Extended(at("16:31"), by))
    assert timedelta() <= length(longer) <= A_DAY + minutes(5)
    corrected = state(STARTED, Corrected(at("16:31"), by))
    assert timedelta() <= corrected.used[OPENER] <= A_DAY + minutes(1)
    assert timedelta() <= length(state(STARTED, Refitted(at("16:31"), ((OPENER, by),)))) <= A_DAY


def test_moving_on_leaves_one_stage_and_enters_the_other() -> None:
    moved = state(STARTED, Moved(at("16:34"), CHALLENGE))
    assert (moved.current, moved.running_since, used(moved)) == (CHALLENGE, at("16:34"), {"longer-out-breath": 4})
    assert moved.visits == (
        StageVisit(OPENER, at("16:30"), at("16:34"), minutes(4)),
        StageVisit(CHALLENGE, at("16:34"), None, timedelta()),
    )


def test_moving_while_paused_ends_no_pause_and_moving_nowhere_does_nothing() -> None:
    paused = state(STARTED, Paused(at("16:32")), Moved(at("16:34"), CHALLENGE))
    assert (paused.current, paused.running, paused.paused_at) == (CHALLENGE, False, at("16:32"))
    assert used(paused) == {"longer-out-breath": 2}
    assert state(STARTED, Moved(at("16:34"), NOWHERE)).current == OPENER


def test_a_stage_come_back_to_goes_on_where_it_was_and_is_held_where_its_time_is_used_up() -> None:
    back = state(STARTED, Moved(at("16:34"), CHECK_IN), Moved(at("16:36"), OPENER))
    assert (used(back)["longer-out-breath"], back.held) == (4, False)
    late = state(STARTED, Moved(at("16:35"), CHECK_IN), Moved(at("16:36"), OPENER))
    assert late.held
    assert not state(STARTED, Moved(at("16:35"), CHECK_IN)).held


def test_a_stage_of_no_length_is_not_held_when_it_is_entered() -> None:
    agenda = one_part(a_stage("a", 5), a_stage("b", 0), a_stage("c", 5))
    entered = state(Started(at("16:30"), key("a")), Moved(at("16:31"), key("b")), agenda=agenda)
    assert not entered.held


def test_beginning_again_forgets_what_was_used_and_keeps_the_visit() -> None:
    again = state(STARTED, Restarted(at("16:33")))
    assert used(again) == {"longer-out-breath": 0}
    assert again.running_since == at("16:33")
    assert [visit.used for visit in again.visits] == [minutes(3), timedelta()]
    assert [visit.ended for visit in again.visits] == [at("16:33"), None]


def test_a_stage_that_would_move_on_is_held_until_it_is_entered_again() -> None:
    held = state(STARTED, AutoAdvanceStopped(at("16:34")))
    assert held.held
    assert not apply(held, Moved(at("16:35"), CHECK_IN)).held


def test_a_correction_adds_to_what_was_used_in_stage_and_visit() -> None:
    late = state(STARTED, Corrected(at("16:31"), minutes(2)))
    assert used(late) == {"longer-out-breath": 3}
    assert (late.visits[-1].used, late.running_since, late.held) == (minutes(3), at("16:31"), False)
    assert state(STARTED, Corrected(at("16:31"), minutes(4))).held
    assert not state(STARTED, Corrected(at("16:31"), minutes(4) - seconds(1))).held


def test_no_more_is_taken_off_than_was_used() -> None:
    less = state(STARTED, Corrected(at("16:31"), -minutes(5)))
    assert (used(less), less.visits[-1].used) == ({"longer-out-breath": 0}, timedelta())


def test_what_was_held_stays_held_when_time_is_taken_off() -> None:
    assert state(STARTED, AutoAdvanceStopped(at("16:31")), Corrected(at("16:32"), -minutes(1))).held


def test_other_lengths_count_while_waiting_while_running_and_after_the_end() -> None:
    refitted = Refitted(at("16:20"), ((CHECK_IN, minutes(3)), (NOWHERE, minutes(9))))
    for events in ((refitted,), (STARTED, refitted), (STARTED, Finished(at("16:40")), refitted)):
        after = state(*events)
        assert length(after, "check-in") == minutes(3)
        assert length(after) == minutes(5)


def test_a_round_is_added_with_the_lengths_that_let_it_fit() -> None:
    added = state(STARTED, RoundAdded(at("16:31"), "peer-assist", ((key("challenge", 2), minutes(4)),)))
    assert added.agenda.structures[0].rounds == 2
    assert added.planned.structures[0].rounds == 1
    assert added.agenda.stage(key("challenge", 2)).length == minutes(4)  # type: ignore[union-attr]  # it was added
    assert state(STARTED, RoundAdded(at("16:31"), "elsewhere")).agenda == an_agenda()


def test_the_end_leaves_the_last_stage_and_nothing_moves_any_more() -> None:
    over = state(STARTED, Finished(at("16:34")))
    assert (over.finished_at, over.running, used(over)) == (at("16:34"), False, {"longer-out-breath": 4})
    assert over.visits[-1].ended == at("16:34")
    later = at("16:50")
    for event in (
        Paused(later),
        Resumed(later),
        Extended(later, minutes(1)),
        Moved(later, CHECK_IN),
        Restarted(later),
    ):
        after = apply(over, event)
        assert (after.visits, after.current, after.finished_at) == (over.visits, OPENER, at("16:34"))
    assert state(STARTED, Paused(at("16:31")), Finished(at("16:34"))).paused_at is None


def test_nothing_but_lengths_and_rounds_happens_before_the_start() -> None:
    early = at("16:20")
    for event in (Paused(early), Moved(early, CHECK_IN), Corrected(early, minutes(1)), Finished(early)):
        after = state(event)
        assert (after.current, after.visits, after.finished_at) == (OPENER, (), None)


def test_an_event_dated_too_early_happens_with_the_one_before_it_but_a_start_may_be_in_the_past() -> None:
    assert state(STARTED, Moved(at("16:34"), CHECK_IN), Paused(at("16:00"))).paused_at == at("16:34")
    back_dated = state(Refitted(at("16:40"), ((CHECK_IN, minutes(3)),)), STARTED)
    assert back_dated.started_at == at("16:30")


def test_an_undone_move_by_itself_holds_its_stage_and_is_not_undone_twice() -> None:
    agenda = an_agenda()
    log = (STARTED, Moved(at("16:35"), CHECK_IN, by_itself=True), Undone(at("16:36")))
    after = replay(agenda, log)
    assert (after.current, after.held) == (OPENER, True)
    assert event_to_undo(log) == STARTED
    assert event_to_undo((*log, Undone(at("16:37")))) is None


@given(agendas(), logs())
def test_reading_event_by_event_is_reading_the_log(agenda: Agenda, log: tuple[Event, ...]) -> None:
    kept = tuple(event for event in log if not isinstance(event, Undone | Redone))
    step_by_step = replay(agenda, ())
    for event in kept:
        step_by_step = apply(step_by_step, event)
    assert step_by_step == replay(agenda, kept)


@given(agendas(), logs())
def test_whatever_the_log_holds_visits_follow_each_other_and_only_the_last_is_open(
    agenda: Agenda, log: tuple[Event, ...]
) -> None:
    after = replay(agenda, log)
    for earlier, later in zip(after.visits, after.visits[1:], strict=False):
        assert earlier.ended is not None
        assert earlier.began <= earlier.ended <= later.began
    assert all(visit.used >= timedelta() for visit in after.visits)
    if after.visits:
        assert (after.visits[-1].ended is None) == (after.finished_at is None)
        assert after.visits[-1].key == after.current
    assert (after.running_since is None) or (after.paused_at is None)


def test_rounds_added_to_a_part_that_does_not_repeat_leave_it_alone() -> None:
    agenda = Agenda((a_part(a_stage("talk")),))
    assert replay(agenda, (RoundAdded(at("16:31"), "peer-assist"),)).agenda.stages == agenda.stages
