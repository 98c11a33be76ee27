"""Which version of a note follows on which: edits and merges of small histories, in every order."""

import re
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.library.changes import Document
from formats.library.lineage import (
    NoteVersions,
    line_after_choice,
    line_after_edit,
    line_after_removal,
    line_of,
    versions,
)
from tests.library.builders import note

FIRST, SECOND, THIRD = note("n1", "first"), note("n1", "second"), note("n1", "third")


def seen(record: Document | None, line: Document | None) -> NoteVersions:
    """All versions of a note that there is."""
    found = versions(record, line)
    assert found is not None
    return found


def edited(old: Document, line: Document | None = None) -> Document:
    """The line after an edit."""
    after = line_after_edit(line, old)
    assert after is not None
    return after


def name_of(record: Document) -> str:
    """What a version that was never edited is called."""
    (name,) = seen(record, None).present
    return name


def test_a_new_note_needs_no_line_and_a_note_that_never_was_has_no_versions() -> None:
    assert line_after_edit(None, None) is None
    assert versions(None, None) is None


def test_a_version_that_was_never_edited_is_named_by_what_it_holds() -> None:
    assert seen(FIRST, None) == seen(dict(reversed(FIRST.items())), None)
    assert name_of(FIRST) != name_of(SECOND)
    assert re.fullmatch("[0-9a-f]{16}", name_of(FIRST))
    assert seen(FIRST, None).past == frozenset()


def test_an_edit_gives_the_present_version_a_new_name_and_remembers_the_one_before() -> None:
    line = edited(FIRST)
    assert (line["id"], line["session"], line["others"]) == ("n1", "s1", [])
    assert line["past"] == [name_of(FIRST)]
    assert line["name"] not in line["past"]
    again = edited(SECOND, line)
    assert set(again["past"]) == {name_of(FIRST), line["name"]}
    assert again["name"] not in again["past"]


def test_two_edits_of_the_same_words_have_names_of_their_own() -> None:
    assert edited(FIRST)["name"] != edited(FIRST)["name"]


def test_a_note_of_no_session_has_a_line_of_no_session() -> None:
    assert edited({"id": "n1"})["session"] == ""


def test_a_removed_note_is_a_version_that_holds_nothing() -> None:
    line = line_after_removal(None, FIRST)
    assert seen(None, line) == NoteVersions({line["name"]: None}, frozenset({name_of(FIRST)}))


def test_a_choice_replaces_all_that_stood_beside_it() -> None:
    line = {**edited(FIRST), "others": [{"name": "x", "record": SECOND}, {"name": "y", "record": None}]}
    after = line_after_choice(line, FIRST)
    assert after["others"] == []
    assert set(after["past"]) == {name_of(FIRST), line["name"], "x", "y"}
    assert after["name"] not in after["past"]


def test_what_one_side_has_replaced_is_gone_for_both() -> None:
    here, there = seen(FIRST, None), seen(SECOND, edited(FIRST))
    assert here.merge(there) == there.merge(here) == there


def test_edits_on_both_sides_stand_beside_each_other() -> None:
    here, there = seen(SECOND, edited(FIRST)), seen(THIRD, edited(FIRST))
    both = here.merge(there)
    assert sorted(str(record and record["text"]) for record in both.present.values()) == ["second", "third"]
    assert both.past == {name_of(FIRST)}


@pytest.mark.parametrize("swapped", [False, True])
def test_a_version_that_holds_something_stands_in_the_place_of_one_that_was_removed(swapped: bool) -> None:
    records: list[tuple[str, Document | None]] = [("a", FIRST), ("z", None)]
    found = NoteVersions(dict(reversed(records) if swapped else records), frozenset())
    assert found.first == ("a", FIRST)
    assert NoteVersions({"a": None, "b": None}, frozenset()).first == ("b", None)
    assert NoteVersions({"a": FIRST, "b": SECOND}, frozenset()).first == ("b", SECOND)


def test_a_forged_name_used_twice_leads_both_sides_to_the_same_version() -> None:
    here, there = NoteVersions({"x": FIRST}, frozenset()), NoteVersions({"x": SECOND}, frozenset())
    assert here.merge(there) == there.merge(here)
    assert list(here.merge(there).present) == ["x"]


def test_a_line_is_written_only_where_the_record_does_not_say_it_all() -> None:
    assert line_of("n1", "s1", seen(FIRST, None)) is None
    assert line_of("n1", "s1", NoteVersions({"other": FIRST}, frozenset())) is not None
    assert line_of("n1", "s1", NoteVersions({name_of(FIRST): FIRST}, frozenset({"x"}))) is not None
    two = NoteVersions({name_of(FIRST): FIRST, "0": SECOND}, frozenset())
    assert line_of("n1", "s1", two) is not None
    assert line_of("n1", "s1", NoteVersions({"gone": None}, frozenset())) == {
        "id": "n1",
        "session": "s1",
        "name": "gone",
        "past": [],
        "others": [],
    }


texts = st.sampled_from(["first", "second", "third"])
records = st.none() | texts.map(lambda text: note("n1", text))
names = st.sampled_from("abcdef")


@st.composite
def histories(draw: st.DrawFn) -> NoteVersions:
    """Any versions of one note, none of which is in its own past."""
    present: dict[str, Any] = draw(st.dictionaries(names, records, min_size=1, max_size=3))
    return NoteVersions(present, draw(st.frozensets(names)) - present.keys())


@given(histories())
def test_what_is_written_reads_back(found: NoteVersions) -> None:
    _, record = found.first
    assert versions(record, line_of("n1", "s1", found)) == found


@given(histories(), histories(), histories())
def test_merging_gives_the_same_in_any_order_and_any_number_of_times(
    one: NoteVersions, two: NoteVersions, three: NoteVersions
) -> None:
    results = [first.merge(second).merge(third) for first, second, third in permutations((one, two, three))]
    assert all(result == results[0] for result in results)
    merged = results[0]
    assert merged.merge(one) == merged
    assert merged.present.keys().isdisjoint(merged.past)
