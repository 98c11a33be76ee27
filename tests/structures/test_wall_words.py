"""What the app itself puts on the wall is read in three seconds, and none of it is meant for the facilitator."""

from datetime import timedelta
from importlib.resources import files

from formats.session.agenda import StageKey, StageKind, break_stage
from formats.structures import read_check_in
from formats.structures.unfold import (
    CLOSING,
    check_in_stage,
    check_out_stage,
    closing_idea_stage,
    closing_round_stage,
    simple_stage,
)

MOST_WORDS = 12
FIVE = timedelta(minutes=5)
CHECK_IN = read_check_in(files("resources") / "openers")
STAGES = (
    check_in_stage("How are you?", 20, FIVE),
    check_out_stage("What helped today?", 20, FIVE),
    closing_round_stage(),
    simple_stage(StageKind.CLOSING, CLOSING, "close", "Close and next date", FIVE),
    break_stage(StageKey("break", "break"), FIVE),
    *(closing_idea_stage(idea, FIVE) for idea in CHECK_IN.closings),
)


def test_no_stage_of_the_app_has_more_than_twelve_words_for_the_wall():
    for stage in STAGES:
        assert len(" ".join(stage.wall).split()) <= MOST_WORDS, stage.title


def test_the_wall_never_says_what_the_facilitator_is_to_do():
    for stage in STAGES:
        assert "happens with the notes" not in " ".join(stage.wall)
        assert stage.instruction not in stage.wall or stage.kind is StageKind.CHECK_IN


def test_every_close_says_who_people_can_talk_to():
    for stage in STAGES:
        if stage.kind is StageKind.CLOSING:
            assert "who people can talk to" in stage.instruction


def test_nobody_is_asked_to_write_down_how_people_feel():
    for stage in STAGES:
        if stage.kind is StageKind.CHECK_IN:
            assert stage.prompt == "Nothing needs writing down. Only what people are happy to have noted."
