"""A library of every version opens, and is kept as it was before it is changed."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from tinydb import TinyDB

from formats.library import upgrades
from formats.library.changes import Tables
from formats.library.pack_files import read_pack
from formats.library.packs import make_pack
from formats.library.repository import SessionRepository
from formats.library.status import OpenOutcome
from formats.session.progress import Progress
from tests.library.builders import filled, killed, note, opened, plain, texts

OLD = sorted((Path(__file__).parent / "old").glob("version-*.json"))


def test_there_is_an_old_library_of_every_version() -> None:
    assert [each.stem for each in OLD] == [
        f"version-{number}" for number in range(1, upgrades.current_version() + 1)
    ]


@pytest.mark.parametrize("old", OLD, ids=lambda path: path.stem)
def test_an_old_library_opens_with_all_that_was_in_it(old: Path, tmp_path: Path) -> None:
    """A real session, rehearsed with the app of that version, then mended and planned again."""
    path = Path(shutil.copy(old, tmp_path / "library.json"))
    with opened(path) as library:
        assert library.open_report.opened in (OpenOutcome.SOUND, OpenOutcome.UPGRADED)
        repository = SessionRepository(library)
        planned, held = repository.sessions()[::-1]
        assert (planned.title, held.title) == ("April Troika, as planned", "February peer assist")
        assert (len(held.people), len(held.notes), len(held.events)) == (18, 21, 12)
        assert held.position.finished_at is not None
        assert any(note.text.endswith("Qui connaît déjà cela ?") for note in held.notes)
        assert [(card.progress, card.notes) for card in repository.cards()] == [
            (Progress.PLANNED, 0),
            (Progress.FINISHED, 21),
        ]
        assert {person.name for person in held.people} == {person.name for person in repository.people()}
        draft = repository.draft(planned.id)
        assert draft is not None
        assert draft.text == "half a thou"
        pack = read_pack(make_pack(library, held.id, private=True))
        assert len(pack.notes) == 21
        put_in_order = replace(held.notes[0], sort_at=held.starts_at)
        repository.keep_note(held.id, put_in_order)
        repository.keep_draft(planned.id, put_in_order)
    for stored in (plain(path)["notes"], json.loads(old.read_bytes())["notes"]):
        assert all("place" in note and "sort_at" not in note for note in stored.values())
    with opened(path) as library:
        repository = SessionRepository(library)
        assert put_in_order in repository.sessions()[0].notes
        assert repository.draft(planned.id) == put_in_order


def say_it_louder(tables: Tables) -> None:
    """A step that changes every note."""
    for number, record in tables["notes"].items():
        tables["notes"][number] = {**record, "text": record["text"].upper()}


def test_a_step_is_taken_once_and_the_file_as_it_was_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = filled(tmp_path / "library.json", 1)
    before = path.read_bytes()
    monkeypatch.setattr(upgrades, "UPGRADES", (*upgrades.UPGRADES, say_it_louder))
    with opened(path) as library:
        assert library.open_report.opened is OpenOutcome.UPGRADED
        assert library.open_report.set_aside[0].read_bytes() == before
        assert texts(library) == {"n0": "NOTE 0, CAFÉ"}
        library.put("notes", note("n1", "in the new way"))
    with opened(path) as again:
        assert again.open_report.opened is OpenOutcome.SOUND
        assert texts(again) == {"n0": "NOTE 0, CAFÉ", "n1": "in the new way"}


def test_a_journal_left_by_the_older_app_is_taken_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = opened(filled(tmp_path / "library.json", 1))
    library.put("notes", note("n1", "before the crash"))
    killed(library)
    monkeypatch.setattr(upgrades, "UPGRADES", (*upgrades.UPGRADES, say_it_louder))
    library = opened(tmp_path / "library.json")
    assert texts(library)["n1"] == "BEFORE THE CRASH"
    library.put("notes", note("n2", "after it"))
    killed(library)
    with opened(tmp_path / "library.json") as again:
        assert texts(again) == {"n0": "NOTE 0, CAFÉ", "n1": "BEFORE THE CRASH", "n2": "after it"}


def test_a_tinydb_file_of_another_make_is_taken_and_kept_as_found(tmp_path: Path) -> None:
    path = tmp_path / "library.json"
    with TinyDB(path) as db:
        db.table("notes").insert(note("n1"))
    found = path.read_bytes()
    with opened(path) as library:
        assert library.open_report.set_aside[0].read_bytes() == found
        assert texts(library) == {"n1": "Ask the network"}
    assert plain(path)["_meta"]["1"]["schema"] == upgrades.current_version()
