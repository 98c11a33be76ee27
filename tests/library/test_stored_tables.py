"""A library is opened without reading its records, and is believed only with reason."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from formats.library.base_file import ContentDigest, encode_tables, read_base, tables_as_written
from formats.library.door import door_name
from formats.library.journal import base_line, read_journal
from formats.library.status import OpenOutcome
from formats.library.stored_tables import StoredTable, copied, each_as, in_order, some_as
from formats.library.upgrades import upgrade
from tests.library.builders import EXAMPLES, filled, killed, note, opened, texts

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(st.characters())
    | st.just("\ud83c"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)
DOCUMENTS = st.dictionaries(st.text(max_size=4), VALUES, max_size=4)
TABLES = st.dictionaries(
    st.text(max_size=5).filter(lambda name: name != "_meta"),
    st.dictionaries(st.integers(1, 999).map(str), DOCUMENTS, max_size=4),
    max_size=4,
)


class Text(msgspec.Struct):
    """What a test looks at of a note."""

    text: str


def journal_of(path: Path) -> Path:
    """The journal beside a library."""
    return path.with_name(path.name + ".journal")


def with_mistake(path: Path, *, door: str) -> None:
    """Puts a note without its text into the file of a library, as if it had been let in by rules of that name."""
    tables = read_base(path.read_bytes()).tables
    tables["notes"]["1"] = {name: value for name, value in tables["notes"]["1"].items() if name != "text"}
    content = b"".join(encode_tables(tables))
    path.write_bytes(content)
    journal_of(path).write_bytes(base_line(0, str(ContentDigest(content)), door))
    path.with_name(path.name + ".lock").unlink()


@given(TABLES)
@settings(max_examples=EXAMPLES, deadline=None)
def test_what_was_written_is_read_the_same_without_looking_at_the_records(tables: Any) -> None:
    upgrade(tables)
    content = b"".join(encode_tables(tables))
    found = tables_as_written(content)
    assert found == tables
    assert found is not None
    assert b"".join(encode_tables(found)) == content


@pytest.mark.parametrize("end", ["", "}\n", "\n"])
def test_what_is_not_laid_out_as_we_write_it_is_left_to_those_who_read_all_of_it(tmp_path: Path, end: str) -> None:
    content = filled(tmp_path / "library.json").read_bytes()
    assert tables_as_written(content.replace(b'"1": {', b'"1":  {', 1)) is None
    assert tables_as_written(content.replace(b"}},\n", b"}}, \n", 1).replace(b'},\n"2"', b'}\n,"2"', 1)) is None
    assert tables_as_written(json.dumps(json.loads(content)).encode() + end.encode()) is None
    assert tables_as_written(content[: len(content) // 2] + end.encode()) is None


def test_a_table_changes_as_any_other_does() -> None:
    table = StoredTable({"2": b'{"text": "two"}', "1": {"text": "one"}})
    before = copied(table)
    table["3"] = {"text": "three"}
    del table["2"]
    assert dict(table) == {"1": {"text": "one"}, "3": {"text": "three"}}
    assert before == {"2": {"text": "two"}, "1": {"text": "one"}}
    assert list(in_order(before)) == ["1", "2"]
    assert "2" in before
    assert "2" not in table
    assert len(before) == 2
    assert [(number, each.text) for number, each in each_as(before, Text)] == [("2", "two"), ("1", "one")]
    assert [each.text for each in some_as(dict(before), ["1"], Text)] == ["one"]


def test_a_closed_library_says_by_which_rules_all_of_it_was_let_in(tmp_path: Path) -> None:
    journal = read_journal(journal_of(filled(tmp_path / "library.json")).read_bytes())
    assert journal.door_of(journal.bases[-1]) == door_name()


def test_a_library_of_other_rules_is_looked_through_and_then_says_todays(tmp_path: Path) -> None:
    path = filled(tmp_path / "library.json")
    with_mistake(path, door="of last year")
    with opened(path) as library:
        assert len(library.open_report.faults) == 1
        assert set(texts(library)) == {"n1", "n2", "n3", "n4"}
    journal = read_journal(journal_of(path).read_bytes())
    assert journal.door_of(journal.bases[-1]) == door_name()


def test_a_library_of_no_known_rules_says_todays_once_it_was_looked_through(tmp_path: Path) -> None:
    path = filled(tmp_path / "library.json")
    content = path.read_bytes()
    name = read_journal(journal_of(path).read_bytes()).bases[-1]
    journal_of(path).write_bytes(base_line(0, name))
    path.with_name(path.name + ".lock").unlink()
    opened(path).close()
    assert path.read_bytes() == content
    assert read_journal(journal_of(path).read_bytes()).door_of(name) == door_name()


def test_what_did_not_come_through_the_door_is_looked_at_when_the_library_is_opened(tmp_path: Path) -> None:
    path = filled(tmp_path / "library.json")
    library = opened(path)
    library.db.table("notes").insert({"id": "by hand", "session": "s1"})
    killed(library)
    library = opened(path)
    assert len(library.open_report.faults) == 1
    library.db.table("notes").insert({"id": "by hand again", "session": "s1"})
    library.close()
    with opened(path) as again:
        assert [fault for fault in again.open_report.faults if "again" in fault]
        assert set(texts(again)) == {"n0", "n1", "n2", "n3", "n4"}


def test_saves_since_the_file_was_written_are_there_after_a_crash(tmp_path: Path) -> None:
    path = filled(tmp_path / "library.json")
    library = opened(path)
    library.put("notes", note("n1", "Changed"))
    library.remove("notes", "n2")
    library.put("notes", note("new", "New"))
    killed(library)
    with opened(path) as again:
        assert again.open_report.opened is OpenOutcome.SOUND
        assert texts(again)["n1"] == "Changed"
        assert set(texts(again)) == {"n0", "n1", "n3", "n4", "new"}
        assert again.ids("notes") == ["n0", "n1", "n3", "n4", "new"]


def test_the_rules_have_the_same_name_in_every_process() -> None:
    script = "from formats.library.door import door_name; print(door_name())"
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", script],
            env=os.environ | {"PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        assert done.stdout.strip() == door_name()
