"""Exporting from the command line: every format and audience, and one sentence for what does not go together."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import docx
import pytest
from icalendar import Calendar

from desktop.commands.command_line import run
from formats.exports import suffixes
from formats.language import tr
from formats.library.opening import open_library
from formats.library.repository import SessionRepository
from formats.session.people import Person
from tests.desktop.rehearsal.conftest import clearing
from tests.exports.readers import pdf_text
from tests.exports.sessions import START, a_note, a_session, as_run, reference_session

BEGINS = {
    "pdf": b"%PDF",
    "docx": b"PK",
    "odt": b"PK",
    "xlsx": b"PK",
    "ics": b"BEGIN:VCALENDAR",
    "html": b"<!DOCTYPE",
}
SERIES = "Nurturing and weaving networks"
WRONG = (
    ((), "Name a session by its id"),
    (("last", "--series", SERIES), "not both"),
    (("--series", " "), "Name a session by its id"),
    (("--series", "Knitting"), f"There is no series “Knitting” in this library; there is “{SERIES}”."),
    (("nobody",), "There is no session “nobody” in this library; clearing list shows"),
    (("last", "--audience", "all"), "The audience “all” is not one of present, network and anyone."),
    (("last", "--names", "nick"), "The way of naming “nick” is not one of full, first, initials, roles and none."),
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with two sessions of one series, one that is only planned, and someone who came to none."""
    path = tmp_path_factory.mktemp("exported") / "library.json"
    april = a_session([a_note("Zoë Quist and Hana know the ward")])
    later = timedelta(days=42)
    moved = tuple(replace(event, at=event.at + later) for event in as_run(april.agenda))
    notes = tuple(replace(note, id=f"april-{note.id}") for note in april.notes)
    april = replace(april, id="s2", title="April Troika", starts_at=START + later, events=moved, notes=notes)
    planned = replace(april, id="s3", title="June", starts_at=START + 2 * later, events=(), notes=())
    with open_library(path, now=lambda: datetime.now(UTC), retry_seconds=None) as file:
        repository = SessionRepository(file)
        for session in (reference_session(), april, planned):
            repository.keep_session(session)
        repository.keep_person(Person("zoe", "Zoë Quist"))
    return path


def export(library: Path, target: Path, *arguments: str) -> int:
    return run(["export", *arguments, "--library", str(library), "--to", str(target)])


ALL = [(suffix, ("s1",)) for suffix in suffixes()] + [(suffix, ("--series", SERIES)) for suffix in ("csv", "ics")]


@pytest.mark.parametrize(("suffix", "which"), ALL, ids=lambda value: value if isinstance(value, str) else value[0])
def test_every_format_is_written_and_its_path_is_said(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], suffix: str, which: Sequence[str]
) -> None:
    target = tmp_path / f"out.{suffix}"

    assert export(library, target, *which) == 0
    assert capsys.readouterr() == (f"{target}\n", "")
    assert target.read_bytes().startswith(BEGINS.get(suffix, b""))
    assert target.stat().st_size > 100


def test_the_last_session_is_the_last_one_that_was_held(library: Path, tmp_path: Path) -> None:
    assert export(library, tmp_path / "out.md", "last") == 0
    assert (tmp_path / "out.md").read_text("utf-8").startswith("# April Troika")


@pytest.mark.parametrize(
    ("wish", "leaves"),
    [
        ((), "Zoë Quist and Hana know"),
        (("--audience", "network"), "Zoë and Hana know"),
        (("--audience", "anyone"), "Someone and someone know"),
        (("--names", "initials"), "Z. Q. and H. N. know"),
        (("--audience", "anyone", "--names", "first"), "Zoë and Hana know"),
    ],
)
def test_names_change_for_the_audience_even_of_people_who_were_not_there(
    library: Path, tmp_path: Path, wish: Sequence[str], leaves: str
) -> None:
    assert export(library, tmp_path / "out.txt", "s2", *wish) == 0
    assert leaves in (tmp_path / "out.txt").read_text("utf-8")


def test_whom_an_email_draft_does_not_reach_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    session = reference_session()
    people = (*session.people[:2], replace(session.people[2], email="ask at the desk"))
    with open_library(tmp_path / "library.json", now=lambda: datetime.now(UTC), retry_seconds=None) as file:
        SessionRepository(file).keep_session(replace(session, people=people, rooms=(), notes=()))

    assert export(tmp_path / "library.json", tmp_path / "out.eml", "s1") == 0
    assert "goes to 2 addresses. Callum Reid has no address that can be read." in capsys.readouterr().err


def test_another_program_reads_what_was_written(library: Path, tmp_path: Path) -> None:
    for suffix in ("docx", "pdf", "ics"):
        assert export(library, tmp_path / f"out.{suffix}", "s1") == 0

    assert docx.Document(str(tmp_path / "out.docx")).paragraphs[0].text == "February peer assist"
    assert "Start with one story" in pdf_text((tmp_path / "out.pdf").read_bytes())
    (event,) = Calendar.from_ical((tmp_path / "out.ics").read_bytes()).walk("VEVENT")
    assert str(event["summary"]) == "April Troika"


def test_a_series_is_the_year_together(library: Path, tmp_path: Path) -> None:
    assert export(library, tmp_path / "out.md", "--series", SERIES.upper()) == 0
    text = (tmp_path / "out.md").read_text("utf-8")
    assert "the year together" in text
    assert "2 sessions from" in text


def test_what_could_give_someone_away_is_said(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(library, tmp_path / "out.md", "s1", "--names", "roles") == 0
    assert "These roles each point to one person: improvement lead" in capsys.readouterr().err


@pytest.mark.parametrize(("arguments", "sentence"), WRONG, ids=lambda value: " ".join(value) or "nothing")
def test_what_does_not_go_together_is_one_sentence(
    library: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: Sequence[str],
    sentence: str,
) -> None:
    assert export(library, tmp_path / "out.md", *arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert sentence in said.err
    assert len(said.err.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("target", "sentence"),
    [
        ("out.exe", "“.exe” is not one of the endings"),
        ("out", "The file name needs one of the endings"),
        ("gone/out.md", "does not exist"),
    ],
)
def test_a_file_that_cannot_be_written_is_one_sentence(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], target: str, sentence: str
) -> None:
    for which in (("s1",), ("--series", SERIES)):
        assert export(library, tmp_path / target, *which) == 2
        assert sentence in capsys.readouterr().err


def test_an_invitation_needs_a_next_session(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "library.json"
    with open_library(path, now=lambda: datetime.now(UTC), retry_seconds=None) as file:
        SessionRepository(file).keep_session(replace(reference_session(), next_session=None))

    for suffix in ("ics", "eml"):
        assert export(path, tmp_path / f"out.{suffix}", "last") == 2
        assert "The next session has no date yet." in capsys.readouterr().err


def test_the_same_from_a_process_of_its_own(library: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.html"
    done = clearing(tmp_path, "export", "last", "--library", library, "--audience", "anyone", "--to", target)

    assert (done.returncode, done.stdout, done.stderr) == (0, f"{target}\n", "")
    assert b"April Troika" in target.read_bytes()


def test_what_may_be_a_name_is_hidden_and_said_where_nobody_can_be_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, target = tmp_path / "library.json", tmp_path / "out.md"
    with open_library(path, now=lambda: datetime.now(UTC), retry_seconds=None) as file:
        SessionRepository(file).keep_session(a_session([a_note("Lizzie thanked will, and we will meet in May.")]))
        for name in ("Elizabeth Quayle", "Will May"):
            SessionRepository(file).keep_person(Person(name[:4].strip(), name))

    assert export(path, target, "last", "--names", "none") == 0
    assert "Someone thanked someone, and we will meet in May" in target.read_text("utf-8")
    assert "Hidden in case they are names: “Lizzie” and “will”." in capsys.readouterr().err


def test_a_record_of_one_person_and_the_links_of_one_session(library: Path, tmp_path: Path) -> None:
    assert export(library, tmp_path / "beth.md", "--person", "beth o’neill") == 0
    assert (tmp_path / "beth.md").read_text("utf-8").startswith("# Attendance record: Beth O'Neill")
    assert export(library, tmp_path / "links.md", "s1", "--links") == 0
    assert "example.org/matrix" in (tmp_path / "links.md").read_text("utf-8")
    assert export(library, tmp_path / "x.md", "--person", "Nobody At All") == 2
    assert export(library, tmp_path / "x.md", "s1", "--person", "Beth O'Neill") == 2


def test_the_language_asked_for_is_that_of_the_document(library: Path, tmp_path: Path) -> None:
    assert export(library, tmp_path / "minutes.html", "s1", "--language", "ar-XB") == 0
    page = (tmp_path / "minutes.html").read_text("utf-8")
    assert '<html lang="ar" dir="rtl">' in page
    assert tr("Who took part") == "Who took part"


def test_an_unknown_language_is_refused_in_a_sentence(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(library, tmp_path / "minutes.html", "s1", "--language", "xx") == 2
    assert "Clearing does not speak “xx”" in capsys.readouterr().err
    assert not (tmp_path / "minutes.html").exists()
