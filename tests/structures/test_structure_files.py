"""What the reader of structure files accepts, and the sentence it gives for what it does not."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.structures import (
    StageRecurrence,
    StructureError,
    parse_structure,
    read_structures,
    structures_and_problems,
)

SMALLEST = """
title = "Tea and talk"
sizes = 4

[[stages]]
title = "Pour the tea"
minutes = 3
instruction = "Someone pours."
"""

WITH_ROLES = """
title = "Two voices"
sizes = { minimum = 2, usual = 3, maximum = 5 }

[rounds]
one_per_person = true
each = "teller"

[roles]
presenter = "teller"
others = "circle"

[[stages]]
title = "Settle"
minutes = { minimum = 0.5, usual = 1, maximum = 2 }
when = "once-before"
instruction = "Take a seat."

[[stages]]
title = "Tell"
minutes = { minimum = 2, usual = 4, maximum = 6 }
protected = true
instruction = "One tells, the others listen."
speaks = ["teller"]
listens = ["circle"]

[[stages]]
title = "Round the circle"
minutes = 1
duration = "per person"
when = "once-after"
instruction = "A word from each."
"""


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def the_sentence_for(text: str) -> str:
    with pytest.raises(StructureError) as caught:
        parse_structure(text, "mine.toml")
    return str(caught.value)


def test_a_structure_of_three_lines_and_one_stage_is_enough():
    structure = parse_structure(SMALLEST, "mine.toml")
    stage = structure.stages[0]
    assert (structure.id, stage.id, stage.short_title) == ("tea-and-talk", "pour-the-tea", "Pour the tea")
    assert (stage.wall, stage.speaks) == (("Someone pours.",), ("everyone",))
    assert structure.length() == minutes(3)


def test_one_round_for_each_person_and_a_stage_per_person_follow_the_room():
    structure = parse_structure(WITH_ROLES, "mine.toml")
    assert structure.length(people_in_room=3) == minutes(1 + 3 * 4 + 3)
    assert structure.length(people_in_room=5) == minutes(1 + 5 * 4 + 5)
    assert [stage.title for stage in structure.stages_of(StageRecurrence.EACH_ROUND)] == ["Tell"]


def test_a_file_saved_with_a_byte_order_mark_reads_like_any_other():
    assert parse_structure(SMALLEST.encode("utf-8-sig"), "mine.toml").title == "Tea and talk"


def test_texts_in_scripts_that_join_their_letters_stay_as_they_are():
    persian = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"
    structure = parse_structure(SMALLEST.replace("Someone pours.", persian), "mine.toml")
    assert structure.stages[0].instruction == persian


def test_names_of_other_languages_get_a_plain_id():
    french = SMALLEST.replace("Tea and talk", "Café à l'anglaise")
    assert parse_structure(french, "mine.toml").id == "cafe-a-langlaise"


@pytest.mark.parametrize("title", ["شاي وحديث", "茶話会", "Tea and talk, " * 14])
def test_a_title_in_any_letters_and_of_any_length_can_be_kept(title: str):
    structure = parse_structure(SMALLEST.replace("Tea and talk", title), "mine.toml")
    assert structure.title == title.strip()
    assert 0 < len(structure.id) <= 60
    assert parse_structure(SMALLEST.replace("Tea and talk", title), "mine.toml").id == structure.id


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        (
            'title = "Tea and talk"',
            "",
            'mine.toml: “title” is missing; add title = "...".',
        ),
        (
            "minutes = 3",
            "minutes = { minimum = 5, usual = 3, maximum = 8 }",
            "mine.toml, stage “Pour the tea”: “minutes” runs from 5 over 3 to 8; "
            "put the smallest first, then the usual, then the largest.",
        ),
        (
            "minutes = 3",
            "minuts = 3",
            "mine.toml, stage “Pour the tea”: “minuts” means nothing here; write “minutes” instead.",
        ),
        (
            "minutes = 3",
            "minutes = nan",
            "mine.toml, stage “Pour the tea”: “minutes” is not a number; "
            "write minutes = 5, or a minimum, usual and maximum.",
        ),
        (
            "minutes = 3",
            "minutes = -1",
            "mine.toml, stage “Pour the tea”: “minutes” is not a number from 0.05 to 600; change it to one.",
        ),
        (
            "minutes = 3",
            'minutes = 3\nspeaks = ["boss"]',
            "mine.toml, stage “Pour the tea”: “speaks” names boss, which is no role here; "
            "use everyone, facilitator or group.",
        ),
        (
            "minutes = 3",
            'minutes = 3\nduration = "endless"',
            "mine.toml, stage “Pour the tea”: “duration” is endless, which is not known; "
            "use fixed, per person, per item, elastic or by vote.",
        ),
        (
            "minutes = 3",
            'minutes = 3\nnote_kind = "marker"',
            "mine.toml, stage “Pour the tea”: “note_kind” is marker, which is not for stages; "
            "use insight, idea or question.",
        ),
        (
            "sizes = 4",
            "sizes = 4.5",
            "mine.toml: “sizes” counts people; use whole numbers.",
        ),
        (
            "sizes = 4",
            'sizes = 4\nicon = "a\\u0007b"',
            "mine.toml: “icon” holds characters that cannot be shown; type it again.",
        ),
        (
            "sizes = 4",
            'sizes = 4\nid = "../../etc"',
            "mine.toml: “id” is “../../etc”; use up to 60 small letters, digits and hyphens.",
        ),
        (
            "sizes = 4",
            "sizes = 4\n[rounds]\nusual = 2\nmaximum = 1",
            "mine.toml, rounds: “maximum” is not a whole number from 2 to 20; change it to one.",
        ),
        (
            "sizes = 4",
            'sizes = 4\n[credit]\nby = "Somebody"\naddress = "file:///etc/passwd"',
            "mine.toml, credit: “address” is not a web address; begin it with https:// or remove it.",
        ),
    ],
)
def test_a_mistake_gives_one_sentence_with_the_place_and_what_to_do(before: str, after: str, sentence: str):
    assert the_sentence_for(SMALLEST.replace(before, after)) == sentence


def test_text_that_is_not_toml_names_the_line():
    sentence = the_sentence_for("sizes = 4\ntitle = tea\n")
    assert sentence.startswith("mine.toml: there is a mistake in it, ")
    assert "line 2" in sentence


def test_bytes_that_are_not_utf_8_are_named():
    with pytest.raises(StructureError, match="not saved as UTF-8"):
        parse_structure(b'title = "\xff"', "mine.toml")


def test_a_file_nested_beyond_reason_is_refused():
    assert "nested too deeply" in the_sentence_for("a = " + "[" * 50_000)


def test_two_stages_of_one_name_are_refused():
    again = SMALLEST + SMALLEST[SMALLEST.index("[[stages]]") :]
    assert the_sentence_for(again) == "mine.toml: two stages have the id “pour-the-tea”; give each its own."


def test_stages_out_of_order_are_refused():
    late = '\n[[stages]]\ntitle = "First"\nminutes = 1\nwhen = "once-before"\ninstruction = "Begin."\n'
    assert "put the stages in the order they are run" in the_sentence_for(SMALLEST + late)


def test_one_bad_file_does_not_hide_the_good_ones(tmp_path: Path):
    (tmp_path / "good.toml").write_text(SMALLEST, encoding="utf-8")
    (tmp_path / "bad.toml").write_text("title = 3", encoding="utf-8")
    (tmp_path / "same.toml").write_text(SMALLEST, encoding="utf-8")
    (tmp_path / "large.toml").write_text("# " + "x" * 300_000, encoding="utf-8")
    (tmp_path / "folder.toml").mkdir()
    (tmp_path / "notes.txt").write_text("not ours", encoding="utf-8")
    structures, problems = structures_and_problems(tmp_path)
    assert [structure.title for structure in structures] == ["Tea and talk"]
    assert [str(problem).split(":")[0] for problem in problems] == [
        "bad.toml", "folder.toml", "large.toml", "same.toml",
    ]  # fmt: skip
    assert "belongs to “Tea and talk” already" in str(problems[-1])


def test_a_folder_that_is_not_there_gives_a_sentence(tmp_path: Path):
    structures, problems = structures_and_problems(tmp_path / "mine")
    assert structures == ()
    (problem,) = problems
    assert str(problem).startswith("mine: the folder does not open (")  # and why, in the system's own words


def test_a_bad_file_stops_the_reading_of_a_folder_that_has_to_be_sound(tmp_path: Path):
    (tmp_path / "bad.toml").write_text("title = 3", encoding="utf-8")
    with pytest.raises(StructureError, match=r"bad\.toml: “title” is not a text"):
        read_structures(tmp_path)


def sentence_or_none(text: str | bytes) -> str | None:
    try:
        parse_structure(text, "mine.toml")
    except StructureError as error:
        return str(error)
    return None


@given(st.text() | st.binary())
def test_any_text_gives_a_structure_or_a_sentence(text: str | bytes):
    sentence = sentence_or_none(text)
    assert sentence is not None
    assert sentence.startswith("mine.toml: ")


HUGE = ["9" * 400, "9" * 5_000, "0x" + "f" * 5_000, "-" + "9" * 400 + ".0"]
TOML_VALUES = st.recursive(
    st.sampled_from(['""', '"x"', "0", "-1", "1e400", "inf", "nan", "true", "1979-05-27", '"\\u0000"', *HUGE]),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda values: f"[{', '.join(values)}]")
        | inner.map(lambda value: f"{{ usual = {value} }}")
    ),
    max_leaves=5,
)


@given(st.sampled_from(WITH_ROLES.strip().splitlines()), TOML_VALUES)
def test_any_value_under_any_key_gives_a_structure_or_a_sentence(line: str, value: str):
    key = line.split(" = ")[0]
    sentence = sentence_or_none(WITH_ROLES.replace(line, f"{key} = {value}", 1))
    assert sentence is None or (sentence.endswith(".") and sentence.isprintable())


def test_a_key_that_nobody_wrote_is_refused_before_it_is_read() -> None:
    with pytest.raises(StructureError, match=r"own: line 2 has more than 500 dots"):
        parse_structure("# mine\n" + "a." * 50_000, "own")


def test_a_file_says_its_card_and_what_is_said_in_which_round():
    text = SMALLEST.replace('title = "Tea and talk"', 'title = "Tea and talk"\nto_end = ["Thank your table."]')
    own = 'shows_question = true\nlast_wall = ["Back together."]\nat_half = "Change over."\n'
    structure = parse_structure(f"{text.rstrip()}\n{own}", "mine.toml")
    stage = structure.stages[0]
    assert structure.to_end == ("Thank your table.",)
    assert structure.lives_by_question
    assert (stage.last.wall, stage.later.wall, stage.at_half) == (("Back together.",), (), "Change over.")
