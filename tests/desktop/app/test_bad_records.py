"""No record keeps the window from opening, whichever door it came through; each is said, kept and can be named."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.app.clearing import Clearing
from desktop.content.catalogue import Catalogue
from desktop.look import Look
from desktop.places.page import PlaceName
from formats.library.base_file import ContentDigest
from formats.library.checking import check
from formats.library.journal import base_line, change_line
from formats.library.opening import open_library
from formats.library.repository import SessionRepository
from tests.desktop.a_session import a_note, a_session
from tests.desktop.conftest import StandingClock
from tests.desktop.rehearsal.conftest import clearing
from tests.desktop.the_app import the_app

LIBRARIES = Path(__file__).parents[2] / "data" / "libraries"
FILES = sorted(LIBRARIES.glob("*.json"))
Spoil = Callable[[dict[str, Any]], object]
SPOILT: dict[str, Spoil] = {
    "a zone no computer knows": lambda tables: first(tables, "sessions").update(timezone="Europe/Lundon"),
    "a note whose session is a list": lambda tables: first(tables, "notes").update(session=["s"]),
    "a draft whose note is a text": lambda tables: tables.update(drafts={"1": {"id": "s", "note": "half"}}),
    "a document number of 4,400 digits": lambda tables: tables["notes"].update({"9" * 4400: {"id": "n"}}),
    "a person who is a number": lambda tables: first(tables, "people").update(name=7),
    "a structure that is no text": lambda tables: tables.update(structures={"1": {"id": "x", "text": {}}}),
    "a history that is none": lambda tables: tables.update(lineage={"1": {"id": "n1", "others": 3}}),
}


def first(tables: dict[str, Any], name: str) -> dict[str, Any]:
    record: dict[str, Any] = next(iter(tables[name].values()))
    return record


def visit_every_place(app: Clearing) -> None:
    for card in app.repository.cards():
        app.runner.open(app.repository.session(card.id))
        for place in PlaceName:
            app.window.show_place(place)


@pytest.fixture
def path(tmp_path: Path, catalogue: Catalogue) -> Path:
    """A library of one session with a note."""
    with open_library(tmp_path / "library.json", now=StandingClock().now, retry_seconds=None) as file:
        SessionRepository(file).keep_session(a_session(catalogue, a_note(1, "Ask who trusts you"), session_id="s"))
    return tmp_path / "library.json"


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.stem))
def test_a_library_with_a_bad_record_opens_lists_and_is_not_called_sound(
    file: Path, tmp_path: Path, look: Look
) -> None:
    library = Path(shutil.copy(file, tmp_path / "library.json"))
    before = library.read_bytes()
    listed, checked = clearing(tmp_path, "list", "--library", library), clearing(tmp_path, "check", library)
    assert (listed.returncode, checked.returncode) == (0, 1)
    assert len(listed.stderr.strip().splitlines()) == 1
    assert library.read_bytes() == before
    with the_app(library, look) as app:
        assert app.window.isVisible()
        assert app.window.notice.sentence
        visit_every_place(app)
    tables = json.loads(library.read_bytes())
    kept = [record["record"] for record in tables.get("_recovered", {}).values()]
    assert all(
        each in [*json.loads(before)["sessions"].values(), *json.loads(before)["run_log"].values()]
        for each in kept
    )


@pytest.mark.parametrize("spoilt", SPOILT)
def test_what_an_editor_did_to_one_record_stops_nothing(spoilt: str, path: Path, look: Look) -> None:
    tables = json.loads(path.read_bytes())
    SPOILT[spoilt](tables)
    path.write_text(json.dumps(tables))
    assert not check(path).sound
    with the_app(path, look) as app:
        assert app.window.isVisible()
        visit_every_place(app)
        assert [card.id for card in app.repository.cards()] == ["s"]


def test_a_bad_record_in_the_journal_is_found_as_well(path: Path, look: Look) -> None:
    bad = {"id": "n9", "session": ["s"], "kind": "idea"}
    content = path.read_bytes()
    lines = base_line(0, str(ContentDigest(content))) + change_line(
        1, f'"put": {json.dumps({"notes": {"9": bad}})}'
    )
    path.with_name("library.json.journal").write_bytes(lines)
    assert any("n9" in fault for fault in check(path).faults)
    with the_app(path, look) as app:
        visit_every_place(app)
        assert [each["record"] for each in app.file.all("_recovered")] == [bad]


@pytest.mark.parametrize("noise", [b"", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, b"[1, 2]", b'{"a": 1}'])
def test_a_file_that_is_no_library_is_called_damaged_by_every_command_and_left_as_it_is(
    noise: bytes, tmp_path: Path
) -> None:
    file = tmp_path / "photo.png"
    file.write_bytes(noise)
    commands = (("list",), ("list", "--json"), ("export", "last", "--to", tmp_path / "out.md"))
    for command in commands:
        done = clearing(tmp_path, *command, "--library", file)
        assert (done.returncode, done.stdout) == (2, "")
        assert "damaged" in done.stderr
    checked = clearing(tmp_path, "check", file)
    assert checked.returncode == 1
    assert "damaged" in checked.stdout
    assert file.read_bytes() == noise
    assert sorted(each.name for each in tmp_path.iterdir() if each.is_file()) == ["photo.png"]


def test_half_a_library_is_listed_as_far_as_it_goes_and_called_damaged(path: Path, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "backups")
    half = path.read_bytes()[: -len(path.read_bytes()) // 4]
    path.write_bytes(half)
    listed = clearing(tmp_path, "list", "--library", path)
    assert listed.returncode == 1
    assert "damaged" in listed.stderr
    assert path.read_bytes() == half
