"""Any sequence of saves, deletes, undos and crashes leaves what a plain dictionary would hold."""

import errno
from copy import deepcopy
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from formats.library.file import LibraryFile
from formats.library.status import OpenOutcome
from tests.library.builders import EXAMPLES, killed, note, opened, plain, records
from tests.library.disk_model import for_good, once, watched

IDS = st.sampled_from(["n1", "n2", "n3", "n4"])
TABLES = st.sampled_from(["notes", "people", "drafts"])
TEXTS = st.text(max_size=12)
CHANGES = st.one_of(
    st.tuples(st.just("put"), TABLES, IDS, TEXTS),
    st.tuples(st.just("remove"), TABLES, IDS, st.just("")),
    st.tuples(st.just("undo"), TABLES, IDS, st.just("")),
)
STEPS = st.one_of(
    st.tuples(st.just("save"), CHANGES),
    st.tuples(st.just("together"), st.lists(CHANGES, max_size=4)),
    st.tuples(st.just("failing together"), st.lists(CHANGES, max_size=4)),
    st.tuples(st.sampled_from(["kill", "close", "full", "room again", "fold"])),
)


def record(table: str, record_id: str, text: str) -> dict[str, Any]:
    """A record of this table with this text in it."""
    if table == "people":
        return {"id": record_id, "name": text}
    return note(record_id, text) if table == "notes" else {"id": record_id, "note": note(record_id, text)}


Model = dict[str, dict[str, Any]]


class Both:
    """A library and the dictionary that it should equal."""

    def __init__(self, path: Path, disk: Any) -> None:
        self.path = path
        self.disk = disk
        self.library = opened(path)
        self.model: Model = {}
        self.before: dict[tuple[str, str], Any] = {}
        self.possible: list[Model] = [{}]  # after a crash: the last saved state and those tried since

    def change(self, what: str, table: str, record_id: str, text: str) -> None:
        """One change, to both."""
        rows = self.model.setdefault(table, {})
        old = rows.get(record_id)
        new = {"put": record(table, record_id, text), "undo": self.before.get((table, record_id))}.get(what)
        self.before[table, record_id] = old
        if new is None:
            rows.pop(record_id, None)
            self.library.remove(table, record_id)
        else:
            rows[record_id] = new
            self.library.put(table, new)

    def saved(self) -> None:
        """Note what may be on the disk now."""
        self.possible.append(deepcopy(self.model))
        if self.library.state.saved:
            self.possible = self.possible[-1:]

    def step(self, what: str, *values: Any) -> None:
        """One step."""
        if what == "save":
            self.change(*values[0])
            self.saved()
        elif what == "together":
            with self.library.saving():
                for change in values[0]:
                    self.change(*change)
            self.saved()
        elif what == "failing together":
            self.fail_together(values[0])
        elif what == "fold":
            self.library.compact()
            self.saved()
        elif what in ("full", "room again"):
            self.disk.fails = for_good(1, errno.ENOSPC) if what == "full" else once(0)
        else:
            self.end(what)

    def fail_together(self, changes: list[Any]) -> None:
        """Changes that are taken back because something goes wrong in the middle."""
        model, before = deepcopy(self.model), dict(self.before)
        with pytest.raises(KeyError), self.library.saving():  # noqa: PT012  the block is what is tested
            for change in changes:
                self.change(*change)
            raise KeyError
        self.model, self.before = model, before

    def end(self, what: str) -> None:
        """The end of a process, and the start of the next."""
        self.disk.fails = once(0)
        if what == "close":
            assert self.library.close().saved
            self.possible = [deepcopy(self.model)]
            assert shape(records(plain(self.path))) == shape(self.model)
        else:
            killed(self.library)
        self.library = opened(self.path)
        assert self.library.open_report.opened in (OpenOutcome.SOUND, OpenOutcome.CREATED)
        found = visible(self.library)
        assert found in [shape(each) for each in self.possible]
        self.model = next(deepcopy(each) for each in self.possible if shape(each) == found)
        self.possible = [deepcopy(self.model)]


def shape(model: Model) -> Model:
    """Without empty tables and the lines of lineage."""
    return {name: rows for name, rows in model.items() if rows and name != "lineage"}


def visible(library: LibraryFile) -> Model:
    return shape(records(library.snapshot()))


@settings(max_examples=EXAMPLES * 2, deadline=None)
@given(steps=st.lists(STEPS, max_size=20))
def test_the_library_equals_a_dictionary_that_never_crashed(steps: list[tuple[Any, ...]]) -> None:
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        path = Path(folder) / "library.json"
        both = Both(path, watched(path.parent, patch))
        for step in steps:
            both.step(*step)
            assert visible(both.library) == shape(both.model)
        both.end("kill")
        both.end("close")
        killed(both.library)
