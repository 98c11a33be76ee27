"""The agenda on the clock: when each stage begins, what waits for a locked start, what overruns one."""

from dataclasses import replace
from datetime import time, timedelta

from formats.session.agenda import Agenda
from formats.session.clock import read_clock
from formats.session.events import Moved, Started
from formats.session.fitting import lock_ahead
from formats.session.timetable import (
    locked_starts,
    planned_end,
    planned_starts,
    session_timetable,
    timetable,
)
from tests.builders import a_session, a_stage, at, key, minutes, one_part

TALK_BREAK_CLOSE = one_part(a_stage("talk", 20, 10, 30), a_stage("break", 10, 5, 15), a_stage("close", 10, 5, 15))


def locked(agenda: Agenda, stage: str, clock: time) -> Agenda:
    (part,) = agenda.parts
    stages = (replace(s, locked_start=clock) if s.key.stage == stage else s for s in part.stages)
    return agenda.with_part(replace(part, stages=tuple(stages)))


def test_without_locks_stages_follow_each_other_and_there_is_one_stretch() -> None:
    plan = timetable(TALK_BREAK_CLOSE, minutes(60))
    assert [at_ / minutes(1) for at_ in plan.starts.values()] == [0, 20, 30]
    assert [(s.spare, s.until) for s in plan.stretches] == [(minutes(20), None)]
    assert (plan.ends, plan.spare) == (minutes(40), minutes(20))


def test_a_locked_stage_waits_for_its_time() -> None:
    plan = timetable(TALK_BREAK_CLOSE, minutes(60), {key("break"): minutes(30)})
    assert plan.starts[key("break")] == minutes(30)
    assert [s.spare for s in plan.stretches] == [minutes(10), minutes(10)]
    assert plan.stretches[0].until == TALK_BREAK_CLOSE.stages[1]


def test_a_stretch_that_overruns_its_lock_makes_the_next_one_begin_late() -> None:
    plan = timetable(TALK_BREAK_CLOSE, minutes(60), {key("break"): minutes(15)})
    assert plan.starts[key("break")] == minutes(20)
    assert [s.over for s in plan.stretches] == [minutes(5), timedelta()]
    assert plan.spare == -minutes(5)


def test_what_begins_with_a_lock_has_no_stretch_before_it_unless_people_would_wait() -> None:
    at_the_start = timetable(TALK_BREAK_CLOSE, minutes(60), {key("talk"): timedelta()})
    assert len(at_the_start.stretches) == 1
    later = timetable(TALK_BREAK_CLOSE, minutes(60), {key("talk"): minutes(5)})
    assert [(len(s.stages), s.spare) for s in later.stretches] == [(0, minutes(5)), (3, minutes(15))]


def test_nothing_planned_leaves_all_the_time_spare() -> None:
    plan = timetable(Agenda(), minutes(60))
    assert (plan.spare, plan.ends, plan.starts) == (minutes(60), timedelta(), {})


def test_a_time_of_day_is_that_of_the_place_on_the_day_of_the_session() -> None:
    session = a_session(locked(TALK_BREAK_CLOSE, "break", time(18, 0)))
    in_oslo = replace(session, timezone="Europe/Oslo")
    assert locked_starts(in_oslo) == {key("break"): minutes(30)}
    assert planned_starts(in_oslo)[key("break")] == at("17:00")
    assert planned_end(in_oslo) == at("17:20")


def test_a_lock_after_midnight_is_tonight_and_one_before_the_start_is_kept_by_nobody() -> None:
    late = replace(a_session(locked(TALK_BREAK_CLOSE, "break", time(0, 15))), starts_at=at("23:45"))
    assert locked_starts(late) == {key("break"): minutes(30)}
    passed = a_session(locked(TALK_BREAK_CLOSE, "break", time(16, 0)))
    assert locked_starts(passed) == {key("break"): -minutes(30)}
    assert session_timetable(passed).stretches[0].over == minutes(50)


def test_while_it_runs_the_next_locked_stage_is_early_or_late() -> None:
    session = a_session(locked(TALK_BREAK_CLOSE, "break", time(17, 0)), [Started(at("16:30"), key("talk"))])
    for now, spare in (("16:30", 10), ("16:45", 10), ("17:03", -3)):
        ahead = lock_ahead(session, read_clock(session.agenda, session.events, at(now)))
        assert ahead is not None
        assert (ahead.stage.key, ahead.spare) == (key("break"), minutes(spare))
    moved_on = session.with_event(Moved(at("17:00"), key("break")))
    assert lock_ahead(moved_on, read_clock(session.agenda, moved_on.events, at("17:01"))) is None


def test_a_lock_of_another_day_says_nothing_of_a_rehearsal() -> None:
    session = a_session(locked(TALK_BREAK_CLOSE, "break", time(17, 0)), [Started(at("08:00"), key("talk"))])
    assert lock_ahead(session, read_clock(session.agenda, session.events, at("08:01"))) is None
