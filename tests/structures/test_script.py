"""A session file becomes a script, or one sentence says what is wrong with it."""

import json
from datetime import UTC, date, datetime
from importlib.resources import files
from pathlib import PurePath
from typing import Any

import pytest

from formats.session.agenda import StageKey
from formats.session.notes import NoteKind
from formats.session.people import Person
from formats.structures.opener_files import read_openers
from formats.structures.script import Script, read_script
from formats.structures.script_faults import ScriptError
from formats.structures.structure_files import read_structures
from tests.builders import minutes

RESOURCES = files("resources")
STRUCTURES = {structure.id: structure for structure in read_structures(RESOURCES.joinpath("structures"))}
OPENERS = {opener.id: opener for opener in read_openers(RESOURCES.joinpath("openers"))}
PEOPLE = (Person("jo", "Jo Fraser"), Person("kristin", "Kristin Þórsdóttir"), Person("idris", "Idris Khan"))


def the_sample() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(RESOURCES.joinpath("samples", "reference-session.json").read_text("utf-8"))
    return read


def script(**changes: Any) -> Script:
    content = {name: value for name, value in (the_sample() | changes).items() if value is not None}
    return script_of(json.dumps(content).encode())


def script_of(content: bytes) -> Script:
    def people_of(listed: PurePath | tuple[str, ...]) -> tuple[tuple[Person, ...], frozenset[str]]:
        return PEOPLE, frozenset()

    return read_script(
        content, "plan.json", structures=STRUCTURES, openers=OPENERS, people_of=people_of, session_id="s"
    )


def test_the_reference_session_takes_fifty_of_its_sixty_minutes() -> None:
    session = script().session

    assert session.slot == minutes(60)
    assert session.agenda.length == minutes(50)
    assert [stage.length for stage in session.agenda.stages] == [
        minutes(m) for m in (5, 6, 2, 5, 5, 10, 5, 5, 2, 5)
    ]
    assert session.starts_at == datetime(2023, 2, 23, 16, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("structure", "rounds", "room_size", "total"),
    [
        ("peer-assist", 1, 6, 34),
        ("peer-assist", 2, 6, 66),
        ("wise-crowds", None, 4, 60),
        ("wise-crowds", None, 5, 75),
        ("troika-consulting", None, 3, 31),
    ],
)
def test_structures_have_their_minutes(structure: str, rounds: int | None, room_size: int, total: int) -> None:
    made = script(structure=structure, rounds=rounds, room_size=room_size, notes=[], presenters={})

    assert made.session.agenda.structures[0].length == minutes(total)


def test_a_start_is_read_in_the_place_of_the_session() -> None:
    summer = script(date="2023-07-06", timezone="Europe/London").session

    assert summer.starts_at == datetime(2023, 7, 6, 15, 30, tzinfo=UTC)


def test_a_note_keeps_its_stage_round_room_and_the_rest() -> None:
    note = {
        "stage": "next-steps", "round": 2, "room": "Room 3", "kind": "next step",
        "text": "Two\nlines", "owner": "Jo Fraser", "due": "2023-03-02", "private": True,
    }  # fmt: skip

    (read,) = script(rounds=2, notes=[note]).notes

    assert read.stage == StageKey("peer-assist", "next-steps", 2)
    assert (read.room, read.kind, read.text) == (3, NoteKind.NEXT_STEP, "Two\nlines")
    assert (read.owner, read.due, read.private) == ("Jo Fraser", date(2023, 3, 2), True)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"structure": "schwartz"}, "there is no structure “schwartz”"),
        ({"start": "half past"}, "“half past” cannot be read"),
        ({"timezone": "Mars/Base"}, "“Mars/Base” cannot be read"),
        ({"minutes": 0}, "“minutes” is 0"),
        ({"minutes": -5}, "“minutes” is -5"),
        ({"title": " "}, "“title” is empty"),
        ({"title": None}, "“title” is missing; add it"),
        ({"rounds": 0}, "“rounds” is 0"),
        ({"room_size": 2}, "“room_size” is 2"),
        ({"opening": [{"opener": "nap", "minutes": 3}]}, "there is no opener “nap”"),
        ({"notes": [{"stage": "tea", "text": "x"}]}, "note 1 names the stage “tea”"),
        ({"notes": [{"stage": "challenge", "round": 2, "text": "x"}]}, "in round 2, which is not planned"),
        ({"notes": [{"stage": "longer-out-breath", "text": "x"}]}, "nothing is noted during an opener"),
        ({"notes": [{"stage": "challenge", "text": ""}]}, "“text” of note 1 is empty"),
        (
            {"notes": [{"stage": "challenge", "text": "x", "kind": "wish"}]},
            "“kind” in entry 1 of “notes” is not known; use insight,",
        ),
        ({"notes": [{"stage": "challenge", "text": "x", "room": "attic"}]}, "“attic” is no room"),
        ({"presenters": {"Room 1": "Nobody Known"}}, "Nobody Known presents in Room 1"),
        ({"opening": []}, "there are answers, but no check-in"),
        (
            {"closing": [{"stage": "Close", "minutes": 2}, {"stage": "Close", "minutes": 3}]},
            "“close” is there twice",
        ),
    ],
)
def test_what_cannot_be_used_gives_one_sentence_that_names_file_and_place(
    changes: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(ScriptError) as refused:
        script(**changes)

    assert "plan.json" in str(refused.value)
    assert sentence in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b"[" * 100_000, b"null"])
def test_a_file_that_is_no_session_is_refused(content: bytes) -> None:
    with pytest.raises(ScriptError, match=r"plan\.json cannot be read as a session"):
        script_of(content)
