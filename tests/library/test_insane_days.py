"""A day in the year 9999, or one that never was, stops nothing: it is refused at every door, with a sentence."""

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from formats.library.base_file import ContentDigest, encode_tables
from formats.library.changes import Changes
from formats.library.checking import check
from formats.library.file import LibraryFile
from formats.library.journal import base_line, change_line
from formats.library.pack_files import PackError, read_pack
from formats.library.packs import make_pack
from formats.library.repository import SessionRepository
from formats.library.restoring import restore
from formats.library.side_timers import SideTimerRepository
from formats.session.side_timer import SideTimer
from tests.builders import at
from tests.library.builders import NOON, opened
from tests.library.test_repository import NOTE, full_session

INSANE = ("9999-12-31T23:59:59Z", "9999-12-31", "0001-01-01T00:00:00Z", "2023-02-31T10:00:00Z", "2023-13-45",
          "PT999999999999S", "-PT999999999999S", "P99999999D")  # fmt: skip
_TIME = re.compile(r"\d{4}-\d\d-\d\d(T.*)?|-?P(T?[\d.]+[A-Z])+")
Place = tuple[str, ...]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with a time in every place that has one."""
    path = tmp_path_factory.mktemp("days") / "library.json"
    with opened(path) as library:
        SessionRepository(library).keep_session(full_session())
        SessionRepository(library).keep_draft("february", NOTE)
        SideTimerRepository(library).keep(SideTimer(1, "Break", at("16:35")))
    return path


def times_in(value: Any, place: Place = ()) -> Iterator[Place]:
    """Where a day, a time or a length stands, each kind of place once."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, inside in pairs:
        yield from times_in(inside, (*place, str(name)))
    if isinstance(value, str) and _TIME.fullmatch(value):
        yield place


def with_value(tables: Any, place: Place, value: str) -> Any:
    changed = deepcopy(tables)
    holder = changed
    for name in place[:-1]:
        holder = holder[int(name)] if isinstance(holder, list) else holder[name]
    holder[int(place[-1]) if isinstance(holder, list) else place[-1]] = value
    return changed


def read_all(library: LibraryFile) -> None:
    repository = SessionRepository(library)
    assert all(card.date for card in repository.cards())
    repository.sessions()
    repository.draft("february")
    SideTimerRepository(library).take_up(at("16:30"))


def kinds_of(places: Iterator[Place]) -> list[Place]:
    """One place of each kind: numbers in its path count for nothing."""
    return list({re.sub(r"\d+", "#", "/".join(place)): place for place in places}.values())


def test_no_day_of_any_record_stops_the_library(library: Path, tmp_path: Path) -> None:
    tables = json.loads(library.read_bytes())
    places = kinds_of(times_in({name: table for name, table in tables.items() if name != "_meta"}))
    assert len(places) > 12
    for number, (place, value) in enumerate((place, value) for place in places for value in INSANE):
        path = tmp_path / f"{number}" / "library.json"
        path.parent.mkdir()
        path.write_bytes(b"".join(encode_tables(with_value(tables, place, value))))
        assert any("has a mistake" in fault for fault in check(path).faults), (place, value)
        with opened(path) as found:
            read_all(found)
            assert found.all("_recovered"), (place, value)


@pytest.mark.parametrize("value", INSANE)
def test_nor_one_that_comes_by_the_journal_or_a_backup(value: str, library: Path, tmp_path: Path) -> None:
    tables = json.loads(library.read_bytes())
    path = tmp_path / "library.json"
    path.write_bytes(library.read_bytes())
    note = with_value(tables["notes"], ("1", "due"), value)
    name = str(ContentDigest(library.read_bytes()))
    line = change_line(1, Changes(put={"notes": note}).body())
    path.with_name("library.json.journal").write_bytes(base_line(0, name) + line)
    with opened(path) as found:
        read_all(found)
        assert found.open_report.faults
        backup = found.backups.make(
            b"".join(encode_tables(with_value(tables, ("notes", "1", "due"), value))), NOON
        )
        assert restore(found, backup).state.saved
        read_all(found)
        assert found.all("_recovered")


def test_nor_one_in_a_session_file(library: Path) -> None:
    with opened(library) as found:
        pack = json.loads(make_pack(found, "february", private=True))
    places = kinds_of(times_in(pack))
    assert len(places) > 8
    for place in places:
        for value in INSANE:
            with pytest.raises(PackError) as refused:
                read_pack(json.dumps(with_value(pack, place, value)).encode("ascii"))
            assert str(refused.value).endswith("."), (place, value)
