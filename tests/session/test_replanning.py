"""What is still to come is changed while the session runs: a break, another end, another length, all replayed."""

from formats.session.agenda import StageKind
from formats.session.clock import Reading
from formats.session.events import (
    BreakAdded,
    BreakRemoved,
    EndMoved,
    Event,
    Extended,
    Finished,
    Moved,
    Refitted,
    RoundAdded,
    Started,
    Undone,
)
from formats.session.fitting import outlook
from formats.session.moves import Refusal
from formats.session.replanning import add_break, change_length, move_end, remove_break, stages_to_change
from formats.session.run_state import replay
from tests.builders import a_session, an_agenda, at, key, minutes, reading

STARTED = Started(at("16:30"), key("challenge"))
AFTER_QUESTIONS = BreakAdded(at("16:31"), key("clarifying-questions"), key("break"), minutes(5))


def in_challenge(*events: Event, now: str = "16:31") -> Reading:
    return reading((STARTED, *events), now)


def titles(events: tuple[Event, ...]) -> list[str]:
    return [stage.title for stage in replay(an_agenda(), events).agenda.stages]


def test_a_break_stands_after_its_stage_and_the_end_follows_at_once() -> None:
    before, after = in_challenge(), in_challenge(AFTER_QUESTIONS)
    following = [stage.key.stage for stage in after.following[:3]]
    assert following == ["clarifying-questions", "break", "ideas-and-resources"]
    assert after.following[1].kind is StageKind.BREAK
    assert after.ends_at - before.ends_at == minutes(5)


def test_a_break_can_come_right_after_the_stage_of_the_moment_and_be_gone_to() -> None:
    event = add_break(in_challenge(), key("challenge"), minutes(5))
    assert event == BreakAdded(at("16:31"), key("challenge"), key("break"), minutes(5))
    assert isinstance(event, BreakAdded)
    went = replay(an_agenda(), (STARTED, event, Moved(at("16:35"), key("break"))))
    assert went.current == key("break")


def test_a_second_break_has_a_key_of_its_own() -> None:
    event = add_break(in_challenge(AFTER_QUESTIONS), key("reflect"), minutes(5))
    assert isinstance(event, BreakAdded)
    assert event.key == key("break-2")


def test_undo_takes_a_break_out_again() -> None:
    assert titles((STARTED, AFTER_QUESTIONS, Undone(at("16:32")))) == titles((STARTED,))


def test_a_break_that_is_still_to_come_is_taken_out_whatever_was_done_since() -> None:
    log = (AFTER_QUESTIONS, Extended(at("16:32"), minutes(1)))
    out = remove_break(in_challenge(*log, now="16:33"), key("break"))
    assert out == BreakRemoved(at("16:33"), key("break"))
    assert isinstance(out, BreakRemoved)
    assert titles((STARTED, *log, out)) == titles((STARTED,))
    assert titles((STARTED, *log, out, Undone(at("16:34")))) == titles((STARTED, AFTER_QUESTIONS))


def test_only_a_break_that_nobody_has_been_in_is_taken_out() -> None:
    log = (AFTER_QUESTIONS, Moved(at("16:35"), key("break")))
    assert isinstance(remove_break(in_challenge(*log, now="16:36"), key("break")), Refusal)
    assert isinstance(remove_break(in_challenge(), key("reflect")), Refusal)
    forced = (BreakRemoved(at("16:36"), key("break")), BreakRemoved(at("16:37"), key("reflect")))
    assert titles((STARTED, *log, *forced)) == titles((STARTED, *log))


def test_a_break_after_a_stage_that_is_not_there_changes_nothing() -> None:
    elsewhere = BreakAdded(at("16:31"), key("nowhere"), key("break"), minutes(5))
    taken = BreakAdded(at("16:31"), key("challenge"), key("reflect"), minutes(5))
    assert titles((STARTED, elsewhere, taken)) == titles((STARTED,))


def test_a_round_added_after_a_break_at_the_end_of_the_last_one_comes_behind_the_break() -> None:
    rest = BreakAdded(at("16:31"), key("next-steps"), key("break"), minutes(5))
    keys = [
        s.key for s in replay(an_agenda(), (STARTED, rest, RoundAdded(at("16:32"), "peer-assist"))).agenda.stages
    ]
    assert keys.index(key("break")) == keys.index(key("next-steps")) + 1
    assert keys.index(key("challenge", 2)) == keys.index(key("break")) + 1


def test_no_break_comes_after_a_stage_that_is_over() -> None:
    refused = add_break(in_challenge(), key("introductions"), minutes(5))
    assert refused == Refusal("That stage is over, so there is no break after it any more.")


def test_another_end_changes_what_is_spare_and_undo_brings_the_booked_one_back() -> None:
    session = a_session(events=(STARTED,))
    assert session.slot_ends_at(session.position) == at("17:30")
    moved = session.with_event(EndMoved(at("16:40"), at("17:15")))
    assert moved.slot_ends_at(moved.position) == at("17:15")
    ahead = outlook(in_challenge(), at("17:15"))
    assert ahead.spare == outlook(in_challenge(), at("17:30")).spare - minutes(15)
    back = moved.with_event(Undone(at("16:41")))
    assert back.slot_ends_at(back.position) == at("17:30")


def test_an_end_that_has_passed_or_is_a_day_off_is_refused() -> None:
    for to in (at("16:31"), at("16:00"), at("16:00") + minutes(24 * 60)):
        assert move_end(in_challenge(), to) == Refusal("That time has passed. The end stays as it was.")
    assert move_end(in_challenge(), at("17:45")) == EndMoved(at("16:31"), at("17:45"))


def test_a_stage_to_come_gets_another_length_and_one_that_has_begun_does_not() -> None:
    assert change_length(in_challenge(), key("reflect"), minutes(3)) == Refitted(
        at("16:31"), ((key("reflect"), minutes(3)),)
    )
    refused = change_length(in_challenge(), key("challenge"), minutes(3))
    assert refused == Refusal("That stage has begun. Its minutes are given and taken beside the clock.")


def test_nothing_is_changed_before_the_start_or_after_the_end() -> None:
    over = in_challenge(Finished(at("16:31")))
    for where in (reading((), "16:31"), over):
        assert stages_to_change(where) == ()
        assert isinstance(add_break(where, key("reflect"), minutes(5)), Refusal)
        assert isinstance(move_end(where, at("17:45")), Refusal)
        assert isinstance(change_length(where, key("reflect"), minutes(5)), Refusal)
