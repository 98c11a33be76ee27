"""Names and notes of every kind come through window, file and exports unchanged and harmless."""

import html
import json
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from tinydb import TinyDB

from tests.desktop.rehearsal.conftest import clearing

SESSION = Path(__file__).parents[2] / "data" / "rehearsals" / "troika.json"
NAMES = ("Máire O'Brien", "محمد علي", "李 小龙", 'Zoë "Zed" Ångström', "Anne <b>Bold</b>")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a rehearsal of a Troika with difficult people and notes left behind."""
    folder = tmp_path_factory.mktemp("hostile")
    done = clearing(
        folder, "rehearse", SESSION, "--library", folder / "l.json", "--export", folder / "out", "--speed", 2000
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return folder


def texts() -> list[str]:
    return [note["text"] for note in json.loads(SESSION.read_text("utf-8"))["notes"]]


def test_the_library_holds_names_and_notes_to_the_letter(home: Path) -> None:
    with TinyDB(home / "l.json") as library:
        notes = {note["text"] for note in library.table("notes")}
        names = {person["name"] for person in library.table("people")}

    assert set(texts()) <= notes
    assert set(NAMES) <= names


def test_the_web_page_shows_them_and_runs_nothing(home: Path) -> None:
    (page,) = (home / "out").glob("*.html")
    source = page.read_text("utf-8")
    words = html.unescape(source)

    assert "<script>alert" not in source
    assert "<b>Bold" not in source
    for text in texts():
        for line in text.split("\n"):
            assert line.split("http")[0] in words
    for name in NAMES:
        assert name in words


def test_the_markdown_shows_them_once_it_is_rendered(home: Path) -> None:
    (page,) = (home / "out").glob("*.md")
    rendered = MarkdownIt().render(page.read_text("utf-8"))
    words = html.unescape(rendered)

    assert "<script>" not in rendered
    assert "<strong>bold" not in rendered
    assert "**bold** _x_" in words
    for name in NAMES:
        assert name in words


def test_three_rounds_of_troika_take_thirty_one_minutes(home: Path) -> None:
    with TinyDB(home / "l.json") as library:
        (session,) = library.table("sessions").all()
        moves = library.table("run_log").all()
    (part,) = (part for part in session["agenda"]["parts"] if part["kind"] == "structure")

    assert sum(int(stage["length"].removeprefix("PT").removesuffix("S")) for stage in part["stages"]) == 31 * 60
    assert len([move for move in moves if move["what"] == "moved"]) == len(part["stages"]) + 2
