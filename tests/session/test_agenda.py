"""The agenda: lengths, rounds, and stages found by what names them."""

from dataclasses import replace
from datetime import time

import pytest

from formats.session.agenda import Agenda, StageKind, StageWords, free_stage
from tests.builders import a_part, a_stage, an_agenda, key, minutes, peer_assist


@pytest.mark.parametrize(("rounds", "length"), [(1, 34), (2, 66), (3, 98)])
def test_peer_assist_takes_34_minutes_and_32_for_each_further_round(rounds: int, length: int) -> None:
    assert peer_assist(rounds).length == minutes(length)
    assert peer_assist(rounds).rounds == rounds


def test_introductions_are_not_repeated_and_every_stage_has_a_key_of_its_own() -> None:
    stages = [stage.key for stage in peer_assist(3).stages]
    assert len(stages) == len(set(stages)) == 1 + 3 * 6
    assert [k.round for k in stages] == sorted(k.round for k in stages)


def test_rounds_are_added_before_what_closes_a_structure() -> None:
    rooms = peer_assist().rooms
    part = a_part(a_stage("talk", 10, repeats=True), a_stage("all", 5), rooms=rooms).with_rounds(2)
    assert [(s.key.stage, s.key.round) for s in part.stages] == [("talk", 1), ("talk", 2), ("all", 1)]


def test_rounds_taken_away_again_leave_the_structure_as_it_was() -> None:
    assert peer_assist().with_rounds(4).with_rounds(1) == peer_assist()
    assert peer_assist().with_rounds(0) == peer_assist()


def test_a_part_without_repeating_stages_has_no_round_to_add() -> None:
    part = a_part(a_stage("talk", 10))
    assert part.with_another_round() == part
    assert part.with_rounds(3) == part


def test_a_new_round_is_as_long_as_the_last() -> None:
    part = peer_assist(2)
    longer = replace(part, stages=(*part.stages[:-1], part.stages[-1].with_length(minutes(7))))
    assert longer.with_another_round().round_length == longer.round_length == minutes(37)


def test_a_check_in_is_as_long_as_its_people_need() -> None:
    for_nine = an_agenda().for_people(9)
    assert for_nine.parts[0].stages[1].length == minutes(3)
    assert for_nine.length == an_agenda().length - minutes(3)
    assert an_agenda().for_people(0) == an_agenda()


def test_a_stage_is_found_by_its_key_and_by_the_name_that_files_use() -> None:
    agenda = an_agenda(rounds=2)
    assert agenda.find_stage("reflect", 2) == agenda.stage(key("reflect", 2))
    assert agenda.find_stage("reflect", 3) is None
    assert agenda.stage(key("nowhere")) is None


def test_a_part_that_stands_there_twice_gets_a_name_of_its_own() -> None:
    agenda = Agenda((a_part(a_stage(part="break")), a_part(a_stage(part="break-2"))))
    assert agenda.free_part_id("break") == "break-3"
    assert agenda.free_part_id("closing") == "closing"


def test_a_stage_that_says_something_else_knows_what_it_said_and_goes_back_to_it() -> None:
    stage = replace(a_stage("challenge"), short_title="Ask", instruction="Present it.", wall=("Presenter: talk.",))
    changed = stage.with_words(StageWords("Our questions", "Ask in pairs.", ("In pairs.",)))
    assert (changed.label, changed.instruction, changed.wall) == ("Our questions", "Ask in pairs.", ("In pairs.",))
    again = changed.with_words(replace(changed.words, instruction="Ask in threes."))
    assert again.words_before == stage.words
    assert again.with_words(stage.words) == stage


def test_a_stage_of_ones_own_has_no_other_words_to_go_back_to() -> None:
    stage = free_stage(key("notices"), "Notices", minutes(5))
    assert stage.with_words(StageWords("News")) == replace(stage, title="News")


def test_a_further_round_does_not_begin_at_the_time_that_the_last_one_is_locked_to() -> None:
    part = peer_assist()
    first = part.last_round[0]
    locked = replace(
        part, stages=tuple(replace(s, locked_start=time(17)) if s == first else s for s in part.stages)
    )
    assert [s.locked_start for s in locked.with_rounds(2).stages if s.key.stage == first.key.stage] == [
        time(17),
        None,
    ]


def test_what_is_put_in_after_a_round_stays_when_rounds_go_and_come_back() -> None:
    part = peer_assist(2)
    put_in = [free_stage(key("notices", 2), "Notices", minutes(5)), a_stage("break", 5, kind=StageKind.BREAK)]
    longer = replace(part, stages=(*part.stages, *put_in))
    fewer = longer.with_rounds(1)
    assert fewer.rounds == 1
    assert [s.key.stage for s in fewer.stages[-2:]] == ["notices", "break"]
    assert fewer.with_rounds(2).stages[-1].key == part.stages[-1].key
