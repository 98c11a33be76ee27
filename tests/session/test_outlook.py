"""The outlook of a running session: in time or over, one round more or not, and who gives for it."""

from collections.abc import Sequence
from datetime import datetime

import pytest
from hypothesis import given

from formats.session.agenda import Agenda
from formats.session.clock import read_clock
from formats.session.events import (
    Event,
    Extended,
    Finished,
    Moved,
    Paused,
    Restarted,
    RoundAdded,
    Started,
    Undone,
)
from formats.session.fitting import (
    LengthChange,
    Outlook,
    RoundFit,
    fit_another_round,
    outlook,
    share_overrun,
    share_overrun_event,
)
from formats.session.moves import Refusal
from formats.session.run_state import ZERO
from tests.builders import a_part, a_stage, an_agenda, at, key, minutes, peer_assist, reading, seconds
from tests.session.any_session import agendas, instants, logs

OPENER = key("longer-out-breath", part="opening")
CLOSE = key("close", part="closing")
STARTED = Started(at("16:30"), OPENER)
STAGES = [stage.key for stage in peer_assist().stages]


def looking(events: Sequence[Event], now: str, ends: str, agenda: Agenda | None = None) -> Outlook:
    return outlook(reading(events, now, agenda), at(ends))


def one_round(begins: str, ends: str) -> list[Event]:
    """The opening left at `begins`; the stages of round one in equal steps; the closing entered at `ends`."""
    step = (at(ends) - at(begins)) / len(STAGES)
    moves = [Moved(at(begins) + step * n, stage) for n, stage in enumerate(STAGES)]
    return [STARTED, *moves, Moved(at(ends), CLOSE)]


def test_before_the_start_it_ends_when_all_that_is_planned_is_over() -> None:
    ahead = looking([], "16:30", "17:30")
    assert ahead.ends_at == at("17:20")
    assert ahead.spare == minutes(10)
    assert ahead.over == ZERO


def test_a_late_start_and_a_pause_cost_spare_time_at_once() -> None:
    late: list[Event] = [Started(at("16:33"), OPENER), Paused(at("16:34"))]
    assert looking(late, "16:33", "17:30").spare == minutes(7)
    assert looking(late, "16:44", "17:30").spare == minutes(-3)
    assert looking(late, "16:44", "17:30").over == minutes(3)


def test_an_extension_costs_spare_time_at_once() -> None:
    assert looking([STARTED, Extended(at("16:31"), minutes(4))], "16:31", "17:30").spare == minutes(6)


def test_a_round_fits_at_full_length() -> None:
    another = looking([STARTED], "16:30", "17:52").another_round
    assert another is not None
    assert (another.fit, another.length, another.scale, another.changes) == (RoundFit.FULL, minutes(32), 1, ())
    assert another.ends_at == at("17:52")
    assert another.number == 2


def test_a_round_fits_at_a_smaller_scale_and_it_says_which_stages_give() -> None:
    in_round_one: list[Event] = [STARTED, Moved(at("16:41"), STAGES[0])]
    another = looking(in_round_one, "16:41", "17:44").another_round
    assert another is not None
    assert another.fit is RoundFit.SCALED
    assert another.length == minutes(24)
    assert another.ends_at == at("17:44")
    assert {change.key.round for change in another.changes} == {2}
    assert key("ideas-and-resources", 2) not in {change.key for change in another.changes}


def test_rounds_that_no_one_has_begun_get_shorter_together_with_the_new_one() -> None:
    another = looking([STARTED], "16:30", "17:44").another_round
    assert another is not None
    assert another.length == minutes(28)
    one, two = ([(c.key.stage, c.after) for c in another.changes if c.key.round == n] for n in (1, 2))
    assert one == two


def test_a_round_that_does_not_fit_says_how_much_is_missing() -> None:
    in_round_one: list[Event] = [STARTED, Moved(at("16:41"), STAGES[0])]
    another = looking(in_round_one, "16:41", "17:30").another_round
    assert another is not None
    assert (another.fit, another.length, another.missing) == (RoundFit.NO, minutes(17), minutes(7))


def test_no_round_is_offered_once_the_closing_has_begun_or_the_session_is_over() -> None:
    assert looking(one_round("16:41", "17:15"), "17:15", "18:30").another_round is None
    assert looking([STARTED, Finished(at("16:40"))], "16:41", "18:30").another_round is None


def test_no_round_is_offered_where_nothing_repeats() -> None:
    agenda = Agenda((a_part(a_stage("talk", 20)),))
    assert looking([], "16:30", "17:30", agenda).another_round is None


def test_the_next_structure_is_meant_once_one_is_behind() -> None:
    first = a_part(a_stage("talk", 10, repeats=True), rooms=peer_assist().rooms)
    second = a_part(a_stage("walk", 10, part="later", repeats=True), rooms=peer_assist().rooms)
    agenda = Agenda((first, second))
    events: list[Event] = [
        Started(at("16:30"), first.stages[0].key),
        Moved(at("16:40"), second.stages[0].key),
    ]
    another = looking(events, "16:40", "18:00", agenda).another_round
    assert another is not None
    assert another.part == "later"


def test_real_rounds_teach_the_estimate() -> None:
    agenda = an_agenda(rounds=2)
    assert looking([STARTED], "16:31", "18:00", agenda).real_round is None
    events: list[Event] = [*one_round("16:41", "17:23")[:-1], Moved(at("17:23"), key("challenge", 2))]
    ahead = looking(events, "17:23", "18:00", agenda)
    assert ahead.real_round == minutes(36)
    assert ahead.ends_at == at("18:00")
    assert ahead.ends_like_before == at("18:04")
    assert ahead.another_round is not None
    assert ahead.another_round.ends_like_before == at("18:40")


def test_a_pause_does_not_count_as_time_that_a_round_took() -> None:
    agenda = an_agenda(rounds=2)
    events: list[Event] = [
        *one_round("16:41", "17:23")[:-1],
        Paused(at("17:20")),
        Moved(at("17:23"), key("challenge", 2)),
    ]
    assert looking(events, "17:23", "18:00", agenda).real_round == minutes(33)


def test_a_round_whose_stages_were_skipped_teaches_nothing() -> None:
    agenda = an_agenda(rounds=2)
    events: list[Event] = [
        STARTED,
        Moved(at("16:41"), key("challenge")),
        Moved(at("16:45"), key("challenge", 2)),
    ]
    assert looking(events, "16:46", "18:00", agenda).real_round is None


def test_an_overrun_is_shared_among_the_stages_to_come_in_proportion() -> None:
    events: list[Event] = [STARTED, Moved(at("16:41"), STAGES[0]), Moved(at("16:55"), STAGES[1])]
    shared = share_overrun(reading(events, "16:55"), at("17:26"))
    assert shared.still_over == ZERO
    assert shared.changes == (
        LengthChange(key("clarifying-questions"), minutes(5), minutes(3.5)),
        LengthChange(key("reflect"), minutes(5), minutes(3)),
        LengthChange(key("next-steps"), minutes(2), minutes(1.5)),
        LengthChange(CLOSE, minutes(5), minutes(3)),
    )


def test_it_never_takes_from_protected_stages_or_below_a_minimum_and_says_what_is_over_even_so() -> None:
    events: list[Event] = [STARTED, Moved(at("17:10"), STAGES[1])]
    shared = share_overrun(reading(events, "17:10"), at("17:30"))
    agenda = an_agenda().with_lengths(dict(shared.lengths))
    assert shared.still_over == minutes(8)
    assert all(s.length >= s.minimum for s in agenda.stages)
    assert {"ideas-and-resources", "what-i-heard"}.isdisjoint(change.key.stage for change in shared.changes)


def test_a_stage_come_back_to_keeps_the_time_it_has_used() -> None:
    early: list[Event] = [STARTED, Moved(at("16:31"), CLOSE), Moved(at("16:35"), OPENER)]
    shared = share_overrun(reading(early, "16:35"), at("17:00"))
    assert dict(shared.lengths)[CLOSE] == minutes(4)


def test_what_is_shown_before_is_what_happens() -> None:
    events: tuple[Event, ...] = (STARTED, Moved(at("16:45"), STAGES[0]))
    now, ends = at("16:50"), at("17:20")
    before = read_clock(an_agenda(), events, now)
    act = share_overrun_event(before, ends, now)
    assert not isinstance(act, Refusal)
    after = read_clock(an_agenda(), (*events, act), now)
    assert after.ends_at - ends <= share_overrun(before, ends).still_over
    assert read_clock(an_agenda(), (*events, act, Undone(now)), now) == before


def test_a_session_in_time_shares_nothing() -> None:
    in_time = reading([STARTED], "16:31")
    assert share_overrun(in_time, at("17:30")).changes == ()
    assert share_overrun_event(in_time, at("17:30"), at("16:31")) == Refusal("The session ends on time as it is.")
    last = reading([STARTED, Moved(at("17:29"), CLOSE)], "17:29")
    assert share_overrun_event(last, at("17:30"), at("17:29")) == Refusal(
        "No stage still to come can give any time."
    )


@pytest.mark.parametrize("ends", ["17:44", "17:46:40", "17:52", "18:30"])
def test_one_act_adds_the_round_that_was_offered_and_one_undo_takes_it_back(ends: str) -> None:
    events: tuple[Event, ...] = (STARTED, Moved(at("16:41"), STAGES[0]))
    now = at("16:42")
    before = read_clock(an_agenda(), events, now)
    offered = outlook(before, at(ends)).another_round
    act = fit_another_round(before, at(ends), now)
    assert offered is not None
    assert not isinstance(act, Refusal)
    after = read_clock(an_agenda(), (*events, act), now)
    assert after.ends_at == offered.ends_at <= at(ends)
    assert at(ends) - after.ends_at < seconds(30) or offered.fit is RoundFit.FULL
    added = after.position.agenda.parts[1]
    assert (added.rounds, added.round_length) == (2, offered.length)
    assert read_clock(an_agenda(), (*events, act, Undone(now)), now) == before


def test_a_round_that_does_not_fit_is_refused_in_plain_words() -> None:
    soon = reading([STARTED], "16:31")
    assert fit_another_round(soon, at("17:00"), at("16:31")) == Refusal(
        "Even a short round does not fit any more."
    )
    closing = reading(one_round("16:41", "17:15"), "17:15")
    assert fit_another_round(closing, at("18:30"), at("17:15")) == Refusal("No rounds can be added any more.")


@given(agendas(), logs(), instants, instants)
def test_the_outlook_of_any_session_holds_what_it_promises(
    agenda: Agenda, log: tuple[Event, ...], now: datetime, ends: datetime
) -> None:
    before = read_clock(agenda, log, now)
    ahead = outlook(before, ends)
    assert ahead.spare == ends - before.ends_at
    act = fit_another_round(before, ends, before.now)
    if ahead.another_round and ahead.another_round.fit is not RoundFit.NO:
        assert not isinstance(act, Refusal)
        after = read_clock(agenda, (*log, act), now)
        assert after.ends_at == ahead.another_round.ends_at <= ends
        assert after.stage == before.stage
        added = after.position.agenda.part(ahead.another_round.part)
        assert added is not None
        assert (added.rounds, added.round_length) == (ahead.another_round.number, ahead.another_round.length)
    else:
        assert isinstance(act, Refusal)
    sharing = share_overrun_event(before, ends, before.now)
    if not isinstance(sharing, Refusal):
        after = read_clock(agenda, (*log, sharing), now)
        assert after.ends_at <= max(ends + share_overrun(before, ends).still_over, ends)
        assert all(s.length >= s.minimum for s in after.following if s.key in dict(sharing.lengths))


def test_minutes_added_by_hand_are_no_part_of_a_full_round() -> None:
    by_hand: list[Event] = [STARTED, Moved(at("16:41"), STAGES[1])]
    by_hand += [Extended(at("16:42"), minutes(1)) for _ in range(7)]
    another = looking(by_hand, "16:42", "18:30").another_round
    assert another is not None
    assert (another.fit, another.length, another.full_length) == (RoundFit.FULL, minutes(32), minutes(32))
    act = fit_another_round(reading(by_hand, "16:42"), at("18:30"), at("16:42"))
    assert not isinstance(act, Refusal)
    after = reading([*by_hand, act], "16:42")
    assert after.position.agenda.parts[1].round_length == minutes(32)
    assert after.ends_at == another.ends_at


def test_a_round_that_fits_only_shorter_is_measured_against_the_agenda_too() -> None:
    by_hand: list[Event] = [STARTED, Moved(at("16:41"), STAGES[1]), Extended(at("16:42"), minutes(7))]
    another = looking(by_hand, "16:42", "17:49").another_round
    assert another is not None
    assert (another.fit, another.length, another.full_length) == (RoundFit.SCALED, minutes(24), minutes(32))
    act = fit_another_round(reading(by_hand, "16:42"), at("17:49"), at("16:42"))
    assert not isinstance(act, Refusal)
    after = reading([*by_hand, act], "16:42")
    assert after.position.agenda.parts[1].round_length == minutes(24)
    assert after.ends_at == another.ends_at <= at("17:49")


def test_an_added_round_says_nothing_of_stages_that_are_as_in_the_round_before() -> None:
    act = fit_another_round(reading([STARTED], "16:30"), at("18:30"), at("16:30"))
    assert act == RoundAdded(at("16:30"), "peer-assist")


def test_a_log_from_before_gives_an_added_round_the_lengths_of_the_round_before_it() -> None:
    log: list[Event] = [
        STARTED,
        Moved(at("16:41"), STAGES[1]),
        Extended(at("16:42"), minutes(7)),
        RoundAdded(at("16:42"), "peer-assist"),
    ]
    assert reading(log, "16:42").position.agenda.parts[1].round_length == minutes(39)


def test_minutes_added_by_hand_do_not_make_the_rest_of_a_round_look_shorter() -> None:
    events: list[Event] = [
        *one_round("16:41", "17:16")[:-1],
        Moved(at("17:16"), key("challenge", 2)),
        Extended(at("17:18"), minutes(7)),
        Moved(at("17:28"), key("clarifying-questions", 2)),
    ]
    ahead = looking(events, "17:28", "18:30", an_agenda(rounds=2))
    five_stages = 5 * minutes(5)
    assert ahead.ends_like_before == at("17:28") + five_stages + minutes(5)


def test_the_round_of_the_moment_ends_with_its_last_stage_whatever_the_stages_before_took() -> None:
    first = [Moved(at("16:41"), STAGES[1]), *(Moved(at("17:30"), stage) for stage in STAGES[2:])]
    ahead = looking([STARTED, *first], "17:31", "19:00").another_round
    assert ahead is not None
    assert ahead.ends_like_before == at("17:37") + minutes(51)


def test_time_before_a_stage_was_begun_again_is_time_that_the_round_took() -> None:
    first: list[Event] = [STARTED, Moved(at("16:43"), STAGES[1]), Restarted(at("16:53"))]
    first += [Moved(at("16:58"), STAGES[2]), *(Moved(at("17:20"), stage) for stage in STAGES[3:])]
    ahead = looking(first, "17:20", "19:00").another_round
    assert ahead is not None
    assert ahead.ends_like_before == at("17:27") + minutes(39)
