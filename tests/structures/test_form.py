"""The form of a structure or opener: every fault at its field; what has none is kept, read and run as it is."""

import tomllib
from copy import deepcopy
from datetime import timedelta
from importlib.resources import files
from itertools import chain
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from formats.session.agenda import Agenda
from formats.structures.fields import FieldPath, StructureError
from formats.structures.form_check import check_opener, check_structure
from formats.structures.form_fields import (
    LINE_ROW,
    NOT_ASKED,
    STAGE_ROW,
    FormField,
    line_fields,
    opener_groups,
    stage_fields,
    structure_groups,
)
from formats.structures.opener_files import LINE_KEYS, OPENER_KEYS, parse_opener
from formats.structures.structure_files import STAGE_KEYS, STRUCTURE_KEYS, parse_structure
from formats.structures.toml_text import toml_text
from formats.structures.unfold import opener_stage, part_from

Table = dict[str, Any]
RESOURCES = files("resources")


def tables(folder: str) -> list[Table]:
    """What each file of ours says."""
    names = sorted(one.name for one in RESOURCES.joinpath(folder).iterdir() if one.name.endswith(".toml"))
    texts = (RESOURCES.joinpath(folder, name).read_text("utf-8") for name in names if name != "check-in.toml")
    return [tomllib.loads(text) for text in texts]


STRUCTURES, OPENERS = tables("structures"), tables("openers")
SMALLEST: Table = {
    "title": "Tea and talk",
    "sizes": 4,
    "stages": [{"title": "Pour", "minutes": 3, "instruction": "Someone pours."}],
}
ODD_VALUES = st.one_of(
    st.none(),
    st.text(max_size=8),
    st.sampled_from(["", " ", "\x00", "x" * 700, "everyone", "each-round", "once-before", "mix"]),
    st.integers(-3, 2000),
    st.floats(allow_nan=True),
    st.booleans(),
    st.lists(st.text(max_size=5), max_size=3),
    st.dictionaries(st.sampled_from(["minimum", "usual", "maximum", "speed"]), st.integers(-1, 30), max_size=4),
)


def spots(value: object, path: FieldPath = ()) -> list[FieldPath]:
    """Every place in a table at which something stands."""
    inside: Any = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *chain.from_iterable(spots(one, (*path, key)) for key, one in inside)]


@st.composite
def changed(draw: st.DrawFn, originals: list[Table]) -> Table:
    """One of ours with a few of its values turned into something else."""
    table = deepcopy(draw(st.sampled_from(originals)))
    for _ in range(draw(st.integers(0, 3))):
        path = draw(st.sampled_from(spots(table)[1:] or [("title",)]))
        inner: Any = table
        for key in path[:-1]:
            inner = inner[key]
        odd = draw(ODD_VALUES)
        if odd is None and isinstance(inner, dict):
            inner.pop(path[-1], None)
        else:
            inner[path[-1]] = "" if odd is None else odd
    return table


@settings(deadline=None)  # other work on the machine is no fault
@given(changed(STRUCTURES))
def test_a_structure_without_faults_is_read_again_as_it_is_and_runs_and_each_fault_names_its_field(table: Table):
    checked = check_structure(table)
    if not checked.faults:
        assert parse_structure(toml_text(table), "again") == checked.entry
        assert Agenda((part_from(checked.entry),)).for_people(7).length >= timedelta()
    assert all(fault.path and fault.sentence.endswith(".") for fault in checked.faults)
    try:
        parse_structure(toml_text(table), "again")
    except StructureError:
        assert checked.faults
    else:
        assert not checked.faults


@settings(deadline=None)  # other work on the machine is no fault
@given(changed(OPENERS))
def test_an_opener_without_faults_is_read_again_as_it_is_and_runs_and_each_fault_names_its_field(table: Table):
    checked = check_opener(table)
    if not checked.faults:
        assert parse_opener(toml_text(table), "again") == checked.entry
        assert opener_stage(checked.entry).opener == checked.entry.id
    assert all(fault.path and fault.sentence.endswith(".") for fault in checked.faults)


@pytest.mark.parametrize("table", STRUCTURES, ids=lambda table: table["title"])
def test_each_structure_of_ours_is_written_as_it_was_read(table: Table):
    assert tomllib.loads(toml_text(table)) == table
    assert check_structure(table).faults == ()


@pytest.mark.parametrize("table", OPENERS, ids=lambda table: table["title"])
def test_each_opener_of_ours_is_written_as_it_was_read(table: Table):
    assert tomllib.loads(toml_text(table)) == table
    assert check_opener(table).faults == ()


def test_every_fault_is_found_at_once_and_what_is_right_stays():
    table = deepcopy(SMALLEST) | {"tips": ["Warm cups."], "speed": 3}
    table["stages"] = [{"title": "", "minutes": "soon", "instruction": "x", "speaks": ["nobody"]}]
    checked = check_structure(table)
    assert {fault.path for fault in checked.faults} == {
        ("speed",),
        ("stages", 0, "title"),
        ("stages", 0, "minutes"),
        ("stages", 0, "speaks"),
    }
    assert checked.entry.tips == ("Warm cups.",)
    said = {fault.path[-1]: fault.sentence for fault in checked.faults}
    assert said["minutes"] == "Write minutes, up to 600."
    assert said["speaks"] == "“nobody” is no role here. Use everyone, facilitator or group."


def test_a_stage_out_of_its_order_and_one_that_is_there_twice_are_named_where_they_stand():
    stage = SMALLEST["stages"][0]
    table = SMALLEST | {"stages": [stage, stage | {"when": "once-before"}]}
    assert {(fault.path, fault.sentence) for fault in check_structure(table).faults} == {
        (
            ("stages", 1, "when"),
            "This comes before the stage above it. Move it up, or choose another time for it.",
        ),
        (("stages", 1, "title"), "Another stage has this title. Give each its own."),
    }


def test_an_opener_runs_to_ten_minutes():
    table = OPENERS[0] | {"minutes": {"minimum": 1, "usual": 5, "maximum": 12}}
    table.pop("seconds", None)
    faults = check_opener(table).faults
    assert [(one.path, one.sentence) for one in faults] == [
        (("minutes",), "An opener runs to ten minutes at most.")
    ]


def test_a_recording_that_cannot_be_played_is_refused_with_what_to_do():
    faults = check_opener(OPENERS[0] | {"recording": "/home/me/Voice 12.M4A"}).faults
    said = "M4A files cannot be played here. Save it as MP3 or WAV in a sound program, and choose that file."
    assert [(one.path, one.sentence) for one in faults] == [(("recording",), said)]


def test_an_opener_has_bells_between_its_lines_a_recording_and_a_credit():
    table = OPENERS[0] | {
        "bells": {"start": False},
        "recording": "/home/me/quiet.ogg",
        "credit": {"by": "A neighbour"},
        "lines": [{"at": 0, "text": "Welcome."}, {"at": 0.5, "text": "Halfway.", "bell": True}],
    }
    opener = parse_opener(toml_text(table), "mine")
    assert (opener.bells.start, opener.bells.end) == (False, True)
    assert [line.bell for line in opener.lines] == [False, True]
    assert opener.recording == "/home/me/quiet.ogg"
    assert opener.credit is not None
    assert opener.credit.by == "A neighbour"


def heads(fields: list[FormField]) -> set[str]:
    return {str(field.path[0]) for field in fields}


def test_the_form_asks_for_every_key_of_the_files():
    of_structure = [field for group in structure_groups() for field in group.fields]
    of_opener = [field for group in opener_groups() for field in group.fields]
    assert set(STRUCTURE_KEYS) - heads(of_structure) <= {"id", "stages"}
    assert set(STAGE_KEYS) - heads([*STAGE_ROW, *stage_fields()]) <= {"id"}
    assert set(OPENER_KEYS) - heads(of_opener) <= {"id", "seconds", "lines"}
    assert set(LINE_KEYS) == heads([*LINE_ROW, *line_fields()])
    assert "id" in NOT_ASKED
