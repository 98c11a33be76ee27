"""Openers scale their lines, breathe as a function of time, and invite without commanding."""

import re
from datetime import timedelta
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.structures import (
    AT_REST,
    BreathPhase,
    Opener,
    OpenerLine,
    StructureError,
    breath_at,
    parse_check_in,
    parse_opener,
    read_check_in,
    read_openers,
)

FOLDER = files("resources") / "openers"
OPENERS = {opener.id: opener for opener in read_openers(FOLDER)}
BREATHING = [opener for opener in OPENERS.values() if opener.pace]
SECOND = timedelta(seconds=1)
COMMANDS = re.compile(
    r"\b(must|should|have to|need to|ought|don't|do not|never|try to|make sure|relax)\b", re.IGNORECASE
)
ORDERS = re.compile(
    r"(^|[.:] )"
    r"(Sit|Stand|Close|Open|Breathe|Take|Hold|Keep|Stop|Let|Notice|Feel|Listen|Find|Bring|Come|Put|Write)\b"
)
moments = st.timedeltas(min_value=timedelta(), max_value=timedelta(hours=3))
openers = st.sampled_from(sorted(OPENERS.values(), key=lambda opener: opener.id))

OWN = """
title = "Tea steam"
minutes = { minimum = 1, usual = 2, maximum = 4 }
pace = { in = 3, out = 3 }

[[lines]]
at = 0
text = "Here is a cup of tea, or the thought of one."

[[lines]]
at = 0.5
text = "You might watch the steam."
"""


def seconds(count: float) -> timedelta:
    return timedelta(seconds=count)


def test_every_opener_of_the_design_is_here():
    assert set(OPENERS) == {
        "arriving", "longer-out-breath", "coherent-breathing", "box-breathing", "four-seven-eight",
        "three-minute-breathing-space", "five-senses", "short-body-scan", "kindness", "silent-writing",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("opener", "pace", "shortest", "longest"),
    [
        ("arriving", None, 60, 120),
        ("longer-out-breath", (4, 0, 6, 0), 60, 300),
        ("coherent-breathing", (5.5, 0, 5.5, 0), 120, 600),
        ("box-breathing", (4, 4, 4, 4), 60, 240),
        ("four-seven-eight", (4, 7, 8, 0), 57, 76),
        ("three-minute-breathing-space", None, 180, 180),
        ("five-senses", None, 120, 300),
        ("short-body-scan", None, 180, 480),
        ("kindness", None, 180, 300),
        ("silent-writing", None, 120, 600),
    ],
)
def test_pace_and_length_are_those_of_the_design(
    opener: str, pace: tuple[float, ...] | None, shortest: int, longest: int
):
    it = OPENERS[opener]
    parts = it.pace and (it.pace.breathe_in, it.pace.hold, it.pace.breathe_out, it.pace.rest)
    assert parts == (tuple(seconds(part) for part in pace) if pace else None)
    assert (it.lengths.minimum, it.lengths.maximum) == (seconds(shortest), seconds(longest))


def test_holds_are_only_for_those_who_ask_by_name_and_one_opener_is_preferred():
    assert {o.id for o in BREATHING if o.pace and o.pace.has_holds} == {"box-breathing", "four-seven-eight"}
    assert {o.id for o in OPENERS.values() if o.by_name_only} == {"box-breathing", "four-seven-eight"}
    assert [o.id for o in OPENERS.values() if o.preferred] == ["coherent-breathing"]
    assert not {"short-body-scan", "kindness"} & {o.id for o in OPENERS.values() if o.first_time}
    assert {"five-senses", "arriving", "silent-writing"} == {o.id for o in OPENERS.values() if o.eyes_open}


EACH_OPENER = pytest.mark.parametrize("opener", OPENERS.values(), ids=OPENERS.keys())
WORDS_A_MINUTE = 110
"""How fast a script is read aloud, unhurried."""
LONGEST_SILENCE = timedelta(seconds=30)
ALONE_BY_PURPOSE = {"silent-writing"}


def spoken_lines(opener: Opener, length: timedelta) -> list[tuple[OpenerLine, timedelta, timedelta]]:
    """Each line with what it takes to say and what there is until the next one, or the end."""
    times = [at for at, _ in opener.lines_at(length)]
    return [
        (line, timedelta(minutes=len(line.text.split()) / WORDS_A_MINUTE), after - at)
        for line, at, after in zip(opener.lines_for(length), times, [*times[1:], length], strict=True)
    ]


def lengths(opener: Opener) -> list[timedelta]:
    """From the shortest to the longest, a quarter of a minute apart."""
    steps = (opener.lengths.maximum - opener.lengths.minimum) // seconds(15)
    return [opener.lengths.minimum + seconds(15) * n for n in range(steps + 1)]


@EACH_OPENER
def test_every_line_can_be_said_before_the_next_in_every_length(opener: Opener):
    assert len(opener.lines) >= 5
    for length in lengths(opener):
        for line, takes, has in spoken_lines(opener, length):
            assert takes <= has, f"{length}: no time to say “{line.text}”"


@EACH_OPENER
def test_no_silence_is_longer_than_half_a_minute_unless_on_purpose(opener: Opener):
    for length in lengths(opener):
        for line, takes, has in spoken_lines(opener, length):
            assert line.quiet or has - takes <= LONGEST_SILENCE, f"{length}: too quiet after “{line.text}”"
    assert any(line.quiet for line in opener.lines) == (opener.id in ALONE_BY_PURPOSE)


@EACH_OPENER
def test_an_opener_says_who_it_comes_from(opener: Opener):
    assert opener.credit
    assert opener.credit.by
    assert "our own" in opener.credit.licence


def test_whoever_holds_the_breath_is_warned_sits_and_may_leave_the_pauses_out():
    for opener in OPENERS.values():
        if opener.pace and opener.pace.has_holds:
            card = " ".join(opener.invitation)
            assert all(
                words in card for words in ("sitting down", "leave out the pause", "dizzy", "pregnant", "heart")
            )
            assert "sit" in opener.lines[0].text or "seated" in opener.lines[0].text


def test_kindness_begins_with_someone_easy_and_comes_to_oneself_only_if_one_likes():
    said = [line.text for line in OPENERS["kindness"].lines]
    easy, oneself = (next(n for n, text in enumerate(said) if word in text) for word in ("easy", "yourself"))
    assert easy < oneself
    assert "only if you like" in said[oneself]


@EACH_OPENER
def test_the_words_invite_and_leave_the_door_open(opener: Opener):
    spoken = [line.text for line in opener.lines]
    for text in [*spoken, *opener.invitation, opener.summary]:
        assert not COMMANDS.search(text.replace("never more than four", "")), text
        assert not ORDERS.search(text), text
        assert "!" not in text
    card = " ".join(opener.invitation)
    assert "sit this out" in card or "look around instead" in card
    assert "You can stop at any time." in card
    assert "eyes open" in card.lower() or opener.eyes_open
    assert sum(" or " in text or "erhaps" in text for text in spoken) >= 3, "there are always two ways"


@EACH_OPENER
def test_the_end_brings_people_back_in_whole_sentences(opener: Opener):
    for length in lengths(opener):
        ending = " ".join(text for _, text in opener.lines_at(length)[-2:])
        assert re.search(r"\b(look around|come back|begin|notice the whole room)\b", ending)
    last = opener.lines_at(opener.lengths.maximum)[-1][1]
    for sentence in filter(None, re.split(r"(?<=\.)\s+", last)):
        assert re.search(
            r"\b(look|stretch|begins?|come|see|put|move|breathe|rings?|is|notice|let)\b", sentence.lower()
        )


def test_longer_out_breath_is_in_for_four_and_out_for_six():
    opener = OPENERS["longer-out-breath"]
    breaths = [breath_at(opener, seconds(t)) for t in (0, 2, 4, 7)]
    assert [breath.phase for breath in breaths] == ["in", "in", "out", "out"]
    assert [breath.fraction for breath in breaths] == [0, 0.5, 0, 0.5]
    assert [breath.size for breath in breaths] == pytest.approx([0, 0.5, 1, 0.5])
    assert breath_at(opener, seconds(10)) == breath_at(opener, seconds(0))


def test_box_breathing_holds_full_and_rests_empty():
    opener = OPENERS["box-breathing"]
    assert [breath_at(opener, seconds(t)).phase for t in (1, 5, 9, 13)] == ["in", "hold", "out", "rest"]
    assert breath_at(opener, seconds(6)).size == 1
    assert breath_at(opener, seconds(14)).size == 0


def test_four_seven_eight_stops_after_four_breaths():
    opener = OPENERS["four-seven-eight"]
    assert breath_at(opener, seconds(75.9)).phase is BreathPhase.OUT
    assert breath_at(opener, seconds(76)) == AT_REST
    assert breath_at(opener, timedelta(days=1)) == AT_REST


def test_a_breath_that_the_end_would_cut_short_is_not_begun():
    opener = OPENERS["coherent-breathing"]
    assert breath_at(opener, seconds(175), seconds(180)).phase is BreathPhase.OUT
    assert breath_at(opener, seconds(176), seconds(180)) == AT_REST


def test_an_opener_without_a_pace_rests():
    assert breath_at(OPENERS["five-senses"], seconds(42)) == AT_REST


@given(openers, moments, st.none() | moments)
def test_the_breath_is_known_at_any_moment(opener: Opener, t: timedelta, length: timedelta | None):
    breath = breath_at(opener, t, length)
    assert 0 <= breath.fraction <= 1
    assert 0 <= breath.size <= 1


@given(st.sampled_from(BREATHING), moments, st.none() | moments)
def test_the_shape_never_jumps(opener: Opener, t: timedelta, length: timedelta | None):
    frame = timedelta(milliseconds=16)
    assert abs(breath_at(opener, t + frame, length).size - breath_at(opener, t, length).size) < 0.01


@given(openers, moments, moments)
def test_some_line_is_always_the_one_to_hear(opener: Opener, length: timedelta, t: timedelta):
    index = opener.line_index(length, t)
    assert 0 <= index < len(opener.lines)
    assert opener.lines_at(length)[index][0] <= t


def test_an_opener_of_ones_own_needs_only_a_title_a_length_and_lines():
    opener = parse_opener(OWN, "mine.toml")
    assert (opener.id, opener.first_time, opener.by_name_only) == ("tea-steam", True, False)
    assert opener.lines_at(timedelta(minutes=2))[1] == (timedelta(minutes=1), "You might watch the steam.")


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ("at = 0\n", "at = 0.1\n", "mine.toml: the first line does not come at 0; give it at = 0."),
        ("at = 0.5", "at = 1.5", "mine.toml, line 2: “at” is not a number from 0 to 0.98; change it to one."),
        (
            "at = 0.5",
            "at = 0",
            "mine.toml: the line at 0 follows the one at 0; put the lines in order, each at a moment of its own.",
        ),
        ("in = 3", "in = 0", "mine.toml, pace: “in” is not a number from 1 to 20; change it to one."),
        (
            "in = 3",
            "breath = 3",
            "mine.toml, pace: “breath” means nothing here; remove it, or use in, hold, out or rest.",
        ),
        ("[[lines]]", "[[verses]]", "mine.toml: “verses” means nothing here; remove it, or use "),
    ],
)
def test_a_mistake_in_an_opener_gives_one_sentence(before: str, after: str, sentence: str):
    with pytest.raises(StructureError) as caught:
        parse_opener(OWN.replace(before, after), "mine.toml")
    assert str(caught.value).startswith(sentence)


def test_the_check_in_begins_with_something_to_look_forward_to_and_may_be_passed():
    check_in = read_check_in(FOLDER)
    assert check_in.questions[0].text == "Something you are looking forward to"
    assert len(check_in.questions) >= 32
    for question in check_in.questions:
        assert not re.search(r"grateful|smile|went well|since (we|our) last|with whom", question.text)
    assert "pass" in check_in.instruction
    for question in check_in.questions:
        assert seconds(20) <= question.each.minimum
        assert question.each.maximum <= seconds(60)


def test_there_are_questions_to_leave_with_and_ways_to_close_that_the_wall_can_show():
    check_in = read_check_in(FOLDER)
    assert len(check_in.check_out) >= 6
    assert len(check_in.closings) >= 6
    for closing in check_in.closings:
        assert len(" ".join(closing.wall).split()) <= 12
        assert closing.instruction


def test_two_questions_of_one_name_are_refused():
    text = 'title = "Ask"\ninstruction = "In turn."\nseconds = 30\n' + '[[questions]]\ntext = "Why"\n' * 2
    with pytest.raises(StructureError, match="two questions have the id “why”; give each its own"):
        parse_check_in(text, "check-in.toml")


def test_the_template_for_an_opener_of_ones_own_can_be_used_as_it_stands():
    template = files("resources") / "templates" / "own-opener.toml"
    opener = parse_opener(template.read_bytes(), template.name)
    assert (opener.id, len(opener.lines), opener.first_time) == ("our-own-start", 3, True)


def test_a_longer_opener_has_more_lines_and_a_shorter_one_leaves_them_out():
    longer = OWN + '\n[[lines]]\nat = 0.75\nfrom_minutes = 3\ntext = "Perhaps it has cooled a little."\n'
    opener = parse_opener(longer, "mine.toml")
    assert [text for _, text in opener.lines_at(timedelta(minutes=2))] == [line.text for line in opener.lines[:2]]
    assert opener.lines_at(timedelta(minutes=4))[-1] == (seconds(180), "Perhaps it has cooled a little.")
    assert opener.line_index(timedelta(minutes=2), seconds(110)) == 1


def test_the_first_line_is_said_in_every_length():
    with pytest.raises(StructureError, match="the first line is not said in every length"):
        parse_opener(OWN.replace("at = 0\n", "at = 0\nfrom_minutes = 3\n"), "mine.toml")
