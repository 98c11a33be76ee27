"""Fitting an agenda to the slot: what gives, what is spared, and what fits beside it."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from formats.session.agenda import Agenda, Stage
from formats.session.fitting import fit_to, round_outlook, usual_again
from formats.session.timetable import timetable
from tests.builders import a_part, a_stage, an_agenda, key, minutes, one_part, peer_assist, seconds


def test_an_agenda_that_fits_exactly_is_left_alone() -> None:
    fitted = fit_to(an_agenda(), minutes(50))
    assert (fitted.agenda, fitted.changes, fitted.short_by) == (an_agenda(), (), timedelta())


def test_an_agenda_is_stretched_to_the_slot_in_whole_minutes() -> None:
    fitted = fit_to(an_agenda(), minutes(60))
    assert fitted.agenda.length == minutes(60)
    assert all(after > before and not after % minutes(1) for _, before, after in fitted.changes)


def test_an_agenda_is_trimmed_to_the_slot() -> None:
    fitted = fit_to(an_agenda(), minutes(42))
    assert fitted.agenda.length == minutes(42)
    assert all(after < before for _, before, after in fitted.changes)


def test_trimming_takes_in_proportion_to_what_each_stage_can_give() -> None:
    agenda = one_part(a_stage("a", 10, 5), a_stage("b", 20, 5))
    fitted = fit_to(agenda, minutes(26))
    assert [stage.length for stage in fitted.agenda.stages] == [minutes(9), minutes(17)]


def test_stretching_stops_at_the_maximum_and_leaves_the_rest_spare() -> None:
    fitted = fit_to(one_part(a_stage("a", 5, 3, 8)), minutes(30))
    assert fitted.agenda.length == minutes(8)
    assert fitted.short_by == timedelta()


def test_protected_stages_give_only_after_all_others_are_at_their_minimum() -> None:
    part = peer_assist()
    spared = fit_to(Agenda((part,)), minutes(34 - 9)).agenda
    assert spared.stage(key("ideas-and-resources")) == part.stages[3]
    assert spared.stage(key("what-i-heard")) == part.stages[4]
    taken = fit_to(Agenda((part,)), minutes(34 - 14)).agenda
    assert taken.length == minutes(20)
    assert all(s.length == s.minimum for s in taken.stages if not s.protected)
    assert all(s.length >= s.minimum for s in taken.stages)


def test_it_says_by_how_much_the_shortest_agenda_is_still_too_long() -> None:
    fitted = fit_to(Agenda((peer_assist(),)), minutes(10))
    assert fitted.agenda.length == minutes(18)
    assert fitted.short_by == minutes(8)


def test_a_check_in_keeps_the_time_that_its_people_need() -> None:
    for available in (30, 80):
        fitted = fit_to(an_agenda(), minutes(available))
        assert key("check-in", part="opening") not in {change.key for change in fitted.changes}


def test_short_stages_give_half_minutes() -> None:
    fitted = fit_to(one_part(a_stage("a", 2, 1), a_stage("b", 2, 1)), minutes(3))
    assert [stage.length for stage in fitted.agenda.stages] == [minutes(1.5), minutes(1.5)]


def test_every_client_gets_the_same_time_even_where_that_leaves_a_little_over() -> None:
    stages = [a_stage("present", 2, 1, 3, round_number=n, repeats=True) for n in (1, 2, 3, 4)]
    stages += [a_stage("questions", 3, 2, 4, round_number=n, repeats=True) for n in (1, 2, 3, 4)]
    fitted = fit_to(one_part(*stages), minutes(15))
    rounds = [[s.length for s in fitted.agenda.stages if s.key.round == n] for n in (1, 2, 3, 4)]
    assert rounds == [rounds[0]] * 4
    assert minutes(14) <= fitted.agenda.length <= minutes(15)


def test_a_length_chosen_outside_the_range_is_neither_stretched_nor_an_error() -> None:
    longer_than_allowed = one_part(a_stage("a", 5, 3, 8).with_length(minutes(12)))
    assert fit_to(longer_than_allowed, minutes(20)).agenda == longer_than_allowed
    shorter_than_allowed = one_part(a_stage("a", 5, 3, 8).with_length(minutes(1)))
    assert fit_to(shorter_than_allowed, timedelta()).agenda == shorter_than_allowed


def test_changes_come_in_the_order_of_the_agenda() -> None:
    agenda = an_agenda(rounds=2)
    order = [stage.key for stage in agenda.stages]
    changed = [change.key for change in fit_to(agenda, minutes(45)).changes]
    assert changed == sorted(changed, key=order.index)


def test_one_round_of_peer_assist_fits_an_hour_and_two_fit_ninety_minutes() -> None:
    for available, rounds in ((50, 1), (81, 1), (82, 2), (114, 3)):
        agenda = an_agenda()
        assert round_outlook(agenda, peer_assist(), minutes(available)).full_rounds == rounds


def test_it_says_at_what_scale_one_more_presenter_would_fit() -> None:
    outlook = round_outlook(an_agenda(), peer_assist(), minutes(66))
    assert outlook.full_rounds == 1
    assert outlook.round_length_for_one_more == minutes(24)
    assert outlook.scale_for_one_more == 0.75
    fitted = fit_to(an_agenda(rounds=2), minutes(66))
    assert fitted.short_by == timedelta()


def test_one_more_presenter_is_not_offered_below_the_minimum_of_the_stages() -> None:
    outlook = round_outlook(an_agenda(), peer_assist(), minutes(50))
    assert (outlook.scale_for_one_more, outlook.round_length_for_one_more) == (None, None)


def test_the_outlook_is_the_same_whatever_number_of_rounds_is_planned() -> None:
    outlooks = {round_outlook(an_agenda(n), peer_assist(n), minutes(90)) for n in (1, 2, 3)}
    assert len(outlooks) == 1


def test_a_part_without_rounds_takes_no_presenter() -> None:
    agenda = an_agenda()
    assert round_outlook(agenda, agenda.parts[0], minutes(60)).full_rounds == 0


def test_nothing_planned_fits_any_slot() -> None:
    assert fit_to(Agenda(), minutes(60)).agenda == Agenda()
    assert fit_to(Agenda(), timedelta()).short_by == timedelta()


@st.composite
def stages_of_any_length(draw: st.DrawFn) -> Agenda:
    lengths = st.integers(0, 40).map(lambda halves: halves / 2)
    stages = []
    for n in range(draw(st.integers(1, 8))):
        least, usual, most = sorted(draw(st.tuples(lengths, lengths, lengths)))
        protected, repeats = draw(st.booleans()), draw(st.booleans())
        for round_number in (1, 2) if repeats else (1,):
            stage = a_stage(str(n), usual, least, most, protected=protected, repeats=repeats)
            stages.append(replace(stage, key=key(str(n), round_number)))
    return Agenda((a_part(*stages),))


@given(stages_of_any_length(), st.integers(0, 200 * 60))
def test_fitting_keeps_every_limit(agenda: Agenda, available: int) -> None:
    slot = seconds(available)
    fitted = fit_to(agenda, slot)
    for before, after in zip(agenda.stages, fitted.agenda.stages, strict=True):
        assert before.minimum <= after.length <= before.maximum
    at_maximum = all(stage.length == stage.maximum for stage in fitted.agenda.stages)
    assert fitted.agenda.length == slot + fitted.short_by or at_maximum
    at_minimum = all(stage.length == stage.minimum for stage in fitted.agenda.stages)
    assert fitted.short_by == timedelta() or at_minimum
    touched = [s for s in fitted.agenda.stages if s.protected and s.length < agenda.stage(s.key).length]  # type: ignore[union-attr]  # same keys
    assert not touched or all(s.length == s.minimum for s in fitted.agenda.stages if not s.protected)


@given(stages_of_any_length(), st.integers(0, 200))
def test_fitting_twice_changes_nothing_more(agenda: Agenda, available: int) -> None:
    once = fit_to(agenda, minutes(available))
    assert fit_to(once.agenda, minutes(available)).changes == ()


def test_a_structure_is_stretched_before_openings_and_closings() -> None:
    fitted = fit_to(an_agenda(), minutes(60)).agenda
    assert {stage.key.part for stage in fitted.stages if stage.length != an_agenda().stage(stage.key).length} == {  # type: ignore[union-attr]  # same keys
        "peer-assist"
    }


def test_openings_and_closings_give_time_away_only_when_the_structure_is_at_its_longest() -> None:
    agenda = an_agenda()
    longest = sum((max(s.maximum, s.length) for s in peer_assist().stages), timedelta())
    outside = agenda.length - agenda.parts[1].length
    fitted = fit_to(agenda, outside + longest + minutes(2)).agenda
    assert fitted.parts[1].length == longest
    assert fitted.length == outside + longest + minutes(2)


def test_a_stage_that_stands_alone_takes_up_what_rounds_that_stay_alike_leave_over() -> None:
    rounds = [a_stage("talk", 5, 3, 8, round_number=n, repeats=True) for n in (1, 2, 3)]
    fitted = fit_to(one_part(a_stage("introductions", 3, 1, 5), *rounds), minutes(20)).agenda
    assert fitted.length == minutes(20)
    assert len({stage.length for stage in fitted.stages if stage.repeats}) == 1


def test_a_check_in_keeps_its_odd_seconds_and_another_stage_makes_the_sum_come_out() -> None:
    check_in = replace(a_stage("check-in", 4, 1, 60), length=seconds(260), seconds_each=20)
    fitted = fit_to(one_part(check_in, a_stage("talk", 10, 5, 30)), minutes(20)).agenda
    assert [stage.length for stage in fitted.stages] == [seconds(260), minutes(20) - seconds(260)]


def test_a_rest_goes_back_to_a_protected_stage_that_gave_it_and_not_to_one_that_need_not_be_spared() -> None:
    rounds = [a_stage("talk", 0.5, 0, 0.5, round_number=n, repeats=True, protected=True) for n in (1, 2)]
    fitted = fit_to(one_part(a_stage("open", 0.5, 0, 0.5), *rounds), seconds(1)).agenda
    assert [stage.length for stage in fitted.stages] == [timedelta(), seconds(0.5), seconds(0.5)]


TALK, BREAK, CLOSE = a_stage("talk", 20, 10, 30), a_stage("break", 10, 5, 15), a_stage("close", 20, 5, 25)


def lengths_of(agenda: Agenda) -> list[float]:
    return [stage.length / minutes(1) for stage in agenda.stages]


def test_a_stretch_before_a_lock_is_trimmed_only_if_it_overruns_the_lock() -> None:
    agenda = one_part(TALK, BREAK, CLOSE)
    late_lock = fit_to(agenda, minutes(40), {key("break"): minutes(20)})
    assert lengths_of(late_lock.agenda)[0] == 20
    assert late_lock.agenda.length == minutes(40)
    early_lock = fit_to(agenda, minutes(60), {key("break"): minutes(15)})
    assert lengths_of(early_lock.agenda)[0] == 15
    assert early_lock.agenda.length == minutes(15 + 40)


def test_a_stretch_that_would_leave_people_waiting_before_a_lock_is_filled() -> None:
    fitted = fit_to(one_part(TALK, BREAK, CLOSE), minutes(50), {key("break"): minutes(25)})
    assert lengths_of(fitted.agenda)[0] == 25
    assert fitted.agenda.length == minutes(50)


def test_rounds_on_both_sides_of_a_locked_break_keep_equal_minutes() -> None:
    rounds = [
        a_stage(name, usual, least, most, round_number=n, repeats=True)
        for n in (1, 2)
        for name, usual, least, most in (("present", 5, 2, 8), ("talk", 10, 6, 15))
    ]
    agenda = one_part(a_stage("introductions", 2, 1, 5), *rounds[:2], BREAK, *rounds[2:])
    fitted = fit_to(agenda, minutes(36), {key("break"): minutes(14)})
    stages = fitted.agenda.stages
    assert [s.length for s in stages[1:3]] == [s.length for s in stages[4:]]
    assert sum((s.length for s in stages[:3]), timedelta()) <= minutes(14)
    assert fitted.short_by == timedelta()


def test_a_lock_that_cannot_be_held_leaves_less_for_what_comes_after_it() -> None:
    fitted = fit_to(one_part(TALK, BREAK, CLOSE), minutes(30), {key("break"): minutes(5)})
    assert lengths_of(fitted.agenda)[0] == 10
    assert fitted.agenda.length == minutes(30)
    assert fitted.short_by == minutes(5)


def test_a_stage_remembers_what_it_was_fitted_from_until_it_has_that_again() -> None:
    agenda = one_part(TALK, BREAK)
    fitted = fit_to(agenda, minutes(20)).agenda
    assert [stage.fitted_from for stage in fitted.stages] == [minutes(20), minutes(10)]
    tighter = fit_to(fitted, minutes(17)).agenda
    assert [stage.fitted_from for stage in tighter.stages] == [minutes(20), minutes(10)]
    assert usual_again(tighter) == agenda


@given(stages_of_any_length(), st.integers(0, 200), st.data())
def test_fitting_holds_every_lock_that_can_be_held(agenda: Agenda, available: int, data: st.DataObject) -> None:
    keys = [stage.key for stage in agenda.stages]
    locked = data.draw(st.dictionaries(st.sampled_from(keys), st.integers(0, 100).map(minutes), max_size=3))
    slot = minutes(available)
    fitted = fit_to(agenda, slot, locked)
    for before, after in zip(agenda.stages, fitted.agenda.stages, strict=True):
        assert before.minimum <= after.length <= before.maximum
        same = [other for other in agenda.stages if alike(other, before)]
        assert len({fitted.agenda.stage(other.key).length for other in same}) == 1  # type: ignore[union-attr]  # same keys
    was, now = timetable(agenda, slot, locked).stretches, timetable(fitted.agenda, slot, locked).stretches
    for stretch in now:
        assert not stretch.over or all(stage.length == stage.minimum for stage in stretch.stages)
    if not any(stretch.over for stretch in was):
        assert all(after.length >= before.length for before, after in zip(was, now, strict=True))
    again = fit_to(fitted.agenda, slot, locked)
    assert (again.agenda, again.changes) == (fitted.agenda, ())
    assert usual_again(fitted.agenda) == agenda


def alike(one: Stage, other: Stage) -> bool:
    if not one.repeats:
        return one == other
    return (one.key.part, one.key.stage, one.length) == (other.key.part, other.key.stage, other.length)


def test_stages_of_whole_days_are_shared_out_too() -> None:
    a_day = 24 * 60
    agenda = one_part(a_stage("one", a_day, 0, a_day), a_stage("two", a_day, 0, a_day))
    assert [stage.length for stage in fit_to(agenda, minutes(a_day)).agenda.stages] == [minutes(a_day / 2)] * 2
