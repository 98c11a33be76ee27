"""What would be read from a list of people, printed without touching a library."""

import json
from pathlib import Path

import pytest

from tests.desktop.rehearsal.conftest import clearing

LISTS = Path(__file__).parent.parent.parent / "session" / "rosters"
LIST = """Name,Company,Job title,Email,RSVP,Reason
Ada Fenn,Fenn Trust,nurse,ada@fenn.example,Accepted,
Bo Lind,,,bo@lind.example,Declined,on leave
,Hull Trust,,,,
"""


def test_the_list_for_programs_holds_everyone_and_what_was_not_read(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(LIST.encode("utf-16"))

    done = clearing(tmp_path, "people", path, "--json")

    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == {
        "people": [
            {
                "name": "Ada Fenn", "organisation": "Fenn Trust", "role": "nurse", "email": "ada@fenn.example",
                "away": False, "remark": "",
            },
            {
                "name": "Bo Lind", "organisation": "", "role": "", "email": "bo@lind.example",
                "away": True, "remark": "Declined, on leave",
            },
        ],
        "not_read": [{"line": 4, "text": ",Hull Trust,,,,"}],
    }  # fmt: skip


def test_the_list_for_people_says_who_is_away_and_what_was_not_read(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text(LIST, "utf-8")

    done = clearing(tmp_path, "people", path)

    assert done.stdout.splitlines() == [
        "Ada Fenn  Fenn Trust  nurse  ada@fenn.example",
        "Bo Lind                      bo@lind.example   away  Declined, on leave",
        "",
        "2 people from 4 lines, 1 away.",
        "",
        "Not read:",
        "  line 4: ,Hull Trust,,,, (there is no name in this row)",
    ]


def test_an_invitation_says_what_it_invites_to(tmp_path: Path) -> None:
    done = clearing(tmp_path, "people", LISTS / "invitations" / "outlook.ics")

    assert done.stdout.startswith(
        "February peer assist, northern carers\n2023-02-23 16:30, 60 minutes, Europe/London\nCope Centre, Leith\n"
    )


def test_who_may_be_there_twice_and_what_may_mean_either_is_asked(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("Name,RSVP\nJo Fraser,Yes\njo fraser,Banana\n", "utf-8")

    said = clearing(tmp_path, "people", path).stdout

    assert "“Banana” may mean here or away; read as here." in said
    assert "Jo Fraser is on the list twice." in said


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "There are no names in this file."),
        (b"PK\x03\x04", "This is a spreadsheet or a packed file. Save the list as CSV first, or paste the names."),
        (b"a" * 1_000_000, "A line of this text is longer than any list of people, so nothing was read from it."),
        (b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VEVENT\n", "There are no names in this file."),
    ],
)
def test_what_is_no_list_is_said_in_one_sentence(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(content)

    done = clearing(tmp_path, "people", path)

    assert (done.returncode, done.stdout, done.stderr.strip()) == (2, "", sentence)


def test_no_library_is_made(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text(LIST, "utf-8")

    clearing(tmp_path, "people", path)

    assert [file.name for file in tmp_path.rglob("*") if file.is_file()] == ["people.csv"]
