"""The clock, moment by moment, through the reference session."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from formats.session.agenda import Agenda
from formats.session.clock import Phase, last_minute_length, moves_due, read_clock
from formats.session.clock import reading_at as read_at
from formats.session.events import (
    AutoAdvanceStopped,
    Corrected,
    Event,
    Extended,
    Finished,
    Moved,
    Paused,
    Refitted,
    Restarted,
    Resumed,
    Started,
    Undone,
)
from formats.session.run_state import ZERO, replay
from tests.builders import a_part, a_stage, an_agenda, at, key, minutes, one_part, reading, seconds

OPENER = key("longer-out-breath", part="opening")
CHECK_IN = key("check-in", part="opening")
STARTED = Started(at("16:30"), OPENER)


def chain(*usual: float, moves_on: bool = True) -> Agenda:
    """Stages a, b, c ... that move on by themselves."""
    return one_part(*(a_stage("abcdef"[n], length, moves_on=moves_on) for n, length in enumerate(usual)))


def test_before_the_start_the_first_stage_waits_at_its_full_length() -> None:
    waiting = reading([], "16:10")
    assert waiting.phase is Phase.WAITING
    assert (waiting.stage, waiting.seconds_left) == (an_agenda().stages[0], 300)
    assert waiting.ends_at == at("17:00")


def test_a_whole_second_is_shown_for_its_whole_second_and_zero_means_over() -> None:
    clocks = ("16:30:00", "16:30:00.1", "16:30:01", "16:34:59.9")
    assert [reading([STARTED], clock).seconds_left for clock in clocks] == [300, 300, 299, 1]
    over = reading([STARTED], "16:35")
    assert (over.seconds_left, over.seconds_over, over.phase) == (0, 0, Phase.OVERTIME)
    assert reading([STARTED], "16:36:30.9").seconds_over == 90


def test_the_last_minute_begins_a_minute_before_the_end_or_a_fifth_in_a_short_stage() -> None:
    assert reading([STARTED], "16:33:59").phase is Phase.RUNNING
    assert reading([STARTED], "16:34").phase is Phase.LAST_MINUTE
    assert last_minute_length(minutes(2)) == seconds(24)


def test_a_pause_stops_the_stage_and_moves_the_end() -> None:
    events: list[Event] = [STARTED, Paused(at("16:32"))]
    paused = reading(events, "16:35")
    assert (paused.phase, paused.used, paused.paused_for) == (Phase.PAUSED, minutes(2), minutes(3))
    assert paused.ends_at == at("17:23")
    assert reading([*events, Resumed(at("16:35"))], "16:36").used == minutes(3)


def test_a_minute_more_or_less_changes_what_remains_and_the_end() -> None:
    longer = reading([STARTED, Extended(at("16:31"), minutes(1))], "16:31")
    assert (longer.remaining, longer.ends_at) == (minutes(5), at("17:21"))


def test_going_back_keeps_the_time_already_used() -> None:
    events: list[Event] = [STARTED, Moved(at("16:32"), CHECK_IN), Moved(at("16:36"), OPENER)]
    back = reading(events, "16:37")
    assert (back.used, back.remaining) == (minutes(3), minutes(2))
    assert back.ends_at == at("16:37") + minutes(2 + 2 + 34 + 5)


def test_a_restarted_stage_begins_again_and_what_it_took_is_not_forgotten() -> None:
    events: list[Event] = [STARTED, Restarted(at("16:33"))]
    assert reading(events, "16:33").remaining == minutes(5)
    visits = replay(an_agenda(), [*events, Finished(at("16:34"))]).visits
    assert [visit.used for visit in visits] == [minutes(3), minutes(1)]


def test_a_forgotten_start_is_back_dated_and_lost_time_left_out() -> None:
    assert reading([Started(at("16:28"), OPENER)], "16:30").used == minutes(2)
    assert reading([STARTED, Corrected(at("16:31"), minutes(2))], "16:31").used == minutes(3)
    slept = reading([STARTED, Corrected(at("18:31"), minutes(-120))], "18:31")
    assert (slept.used, slept.phase) == (minutes(1), Phase.RUNNING)


def test_a_start_may_be_back_dated_to_before_what_was_fitted_while_waiting() -> None:
    fitted = Refitted(at("16:31"), ((OPENER, minutes(4)),))
    assert reading([fitted, Started(at("16:29"), OPENER)], "16:31").used == minutes(2)


def test_more_time_than_was_used_cannot_be_taken_off() -> None:
    events: list[Event] = [STARTED, Corrected(at("16:32"), minutes(-60))]
    assert reading(events, "16:32").used == ZERO
    assert reading(events, "16:33").used == minutes(1)


def test_a_stage_that_moves_on_is_stamped_with_when_it_fell_due() -> None:
    agenda = chain(2, 3, 5)
    started = (Started(at("16:30"), agenda.stages[0].key),)
    assert moves_due(agenda, started, at("16:31:59.9")) == ()
    assert moves_due(agenda, started, at("16:32")) == (Moved(at("16:32"), agenda.stages[1].key, by_itself=True),)
    assert moves_due(agenda, started, at("18:30")) == (
        Moved(at("16:32"), agenda.stages[1].key, by_itself=True),
        Moved(at("16:35"), agenda.stages[2].key, by_itself=True),
    )


def test_a_held_or_paused_stage_does_not_move_on() -> None:
    agenda = chain(2, 3)
    started = Started(at("16:30"), agenda.stages[0].key)
    for stop in (AutoAdvanceStopped(at("16:31")), Paused(at("16:31")), Finished(at("16:31"))):
        assert moves_due(agenda, (started, stop), at("18:00")) == ()


def test_an_automatic_move_that_is_undone_leaves_the_stage_in_overtime() -> None:
    agenda = chain(2, 3)
    events: tuple[Event, ...] = (Started(at("16:30"), agenda.stages[0].key),)
    events = (*events, *moves_due(agenda, events, at("16:33")), Undone(at("16:33")))
    assert moves_due(agenda, events, at("17:00")) == ()
    assert read_clock(agenda, events, at("16:33")).phase is Phase.OVERTIME
    assert read_clock(agenda, (*events, Undone(at("16:34"))), at("16:34")).phase is Phase.WAITING


def test_a_stage_come_back_to_after_its_time_does_not_move_on_again_at_once() -> None:
    agenda = chain(2, 3, 5)
    first, second, _ = (stage.key for stage in agenda.stages)
    started = Started(at("16:30"), first)
    used_up = (started, Moved(at("16:32"), second, by_itself=True), Moved(at("16:33"), first))
    assert moves_due(agenda, used_up, at("16:40")) == ()
    half_used = (started, Moved(at("16:31"), second), Moved(at("16:33"), first))
    assert moves_due(agenda, half_used, at("16:34:30"))[0].at == at("16:34")


def test_an_event_dated_before_the_one_it_follows_counts_as_happening_with_it() -> None:
    assert reading([STARTED, Paused(at("16:20"))], "16:40").used == ZERO
    assert reading([STARTED, Paused(at("16:33")), Resumed(at("16:20"))], "16:34").used == minutes(4)


@pytest.mark.parametrize("zone", ["Europe/London", "America/New_York", "Pacific/Apia", "UTC"])
def test_midnight_and_the_change_of_the_clocks_do_not_matter(zone: str) -> None:
    night = datetime(2023, 3, 25, 23, 50, tzinfo=UTC)
    for step in range(0, 120, 7):
        now = (night + timedelta(minutes=step)).astimezone(ZoneInfo(zone))
        assert read_clock(an_agenda(), [Started(night, OPENER)], now).used == minutes(step)


def test_every_shown_second_of_an_hour_is_the_right_one() -> None:
    position = replay(Agenda((a_part(a_stage("talk", 60)),)), [Started(at("16:30"), key("talk"))])
    quarters = (at("16:30") + timedelta(milliseconds=250 * n) for n in range(4 * 3600))
    shown = [read_at(position, quarter).seconds_left for quarter in quarters]
    assert shown == [-(-(4 * 3600 - n) // 4) for n in range(4 * 3600)]


def test_an_empty_agenda_reads_as_waiting() -> None:
    nothing = read_clock(Agenda(), [STARTED, Paused(at("16:40"))], at("17:00"))
    assert (nothing.phase, nothing.stage, nothing.used, nothing.following) == (Phase.WAITING, None, ZERO, ())


def test_a_stage_cut_below_what_it_used_moves_on_when_it_was_cut_and_not_before() -> None:
    agenda, events = (
        chain(5, 2),
        (Started(at("16:30"), chain(5).stages[0].key), Extended(at("16:34"), minutes(-3))),
    )
    assert moves_due(agenda, events, at("16:34")) == (Moved(at("16:34"), agenda.stages[1].key, by_itself=True),)
