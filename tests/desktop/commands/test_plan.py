"""How the session in a file would run, printed without touching a library."""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.rehearsal.conftest import clearing

SAMPLE = files("resources").joinpath("samples", "reference-session.json")
LIVES_BY_ONE = {"structure": "1-2-4-all", "rounds": None, "room_size": None}
"""A structure that works on a question."""


def a_file(tmp_path: Path, **changes: object) -> Path:
    """A session file without roster and notes, so that it needs nothing beside it."""
    content = json.loads(SAMPLE.read_text("utf-8")) | {"notes": [], "presenters": {}, "roster": ""} | changes
    path = tmp_path / "session.json"
    path.write_text(json.dumps(content), "utf-8")
    return path


def planned(tmp_path: Path, *options: str, **changes: object) -> Any:
    done = clearing(tmp_path, "plan", a_file(tmp_path, **changes), "--json", *options)
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


def test_the_plan_of_the_sample_has_its_stages_rooms_and_roles(tmp_path: Path) -> None:
    done = clearing(tmp_path, "plan", SAMPLE, "--json")
    plan = json.loads(done.stdout)

    assert plan["stages"][0] == {"title": "Longer out-breath", "starts": "16:30", "minutes": 5, "round": None}
    assert plan["stages"][3] == {"title": "Challenge", "starts": "16:43", "minutes": 5, "round": 1}
    (only,) = plan["rounds"]
    assert (only["round"], only["arrangement"], len(only["rooms"])) == (1, "rooms", 3)
    assert only["rooms"][0]["roles"]["presenter"] == ["Jo Fraser"]
    assert "Jo Fraser" in only["rooms"][0]["people"]
    assert (plan["fits"], plan["spare_minutes"], plan["advice"]) == (True, 10, [])
    assert plan["needs"][0] == "18 chairs in 3 circles of 6"


def test_people_by_number_stand_in_for_the_roster(tmp_path: Path) -> None:
    plan = planned(tmp_path, "--people", "18", structure="wise-crowds-large", rounds=2, room_size=None)

    first, second = plan["rounds"]
    assert first["arrangement"] == "inner circle"
    assert [room["name"] for room in first["rooms"]][:2] == ["Inner circle", "Circle 1"]
    assert len(first["rooms"][0]["roles"]["client"]) == 1
    assert first["rooms"][0]["roles"]["client"] != second["rooms"][0]["roles"]["client"]
    assert sum("client" in room["roles"] for room in first["rooms"]) == 1


def test_more_rounds_than_there_are_become_as_many_as_there_are_and_the_advice_says_so(tmp_path: Path) -> None:
    plan = planned(tmp_path, "--people", "18", structure="troika-consulting", rounds=9, room_size=None)

    assert [one["round"] for one in plan["rounds"]] == [1, 2, 3]
    assert any("3 rounds here, not 9" in sentence for sentence in plan["advice"])


def test_a_plan_that_is_too_long_says_by_how_much_and_fits_when_it_is_made_to(tmp_path: Path) -> None:
    over = planned(tmp_path, "--people", "18", rounds=2)
    assert (over["fits"], over["spare_minutes"]) == (False, -22)

    fitted = planned(tmp_path, "--people", "18", "--fit", rounds=2)
    assert (fitted["fits"], fitted["spare_minutes"]) == (True, 0)
    assert sum(stage["minutes"] for stage in fitted["stages"]) == 60


def test_too_few_people_for_a_structure_are_told_in_the_advice(tmp_path: Path) -> None:
    plan = planned(tmp_path, "--people", "2")

    assert plan["rounds"] == [{"structure": "Peer Assist", "round": 1, "arrangement": "rooms", "rooms": []}]
    assert "2 people are too few for Peer Assist" in plan["advice"][0]


def test_the_plan_for_people_is_read_line_by_line(tmp_path: Path) -> None:
    done = clearing(tmp_path, "plan", a_file(tmp_path), "--people", "12")

    lines = done.stdout.splitlines()
    assert lines[0] == "16:30     5 min  Longer out-breath"
    assert "Peer Assist, round 1 (rooms)" in lines
    assert any(line.startswith("  Room 1: Person ") for line in lines)


@pytest.mark.parametrize("count", ["0", "-3", "many", "1001"])
def test_a_number_of_people_that_is_none_is_refused_in_a_sentence(tmp_path: Path, count: str) -> None:
    done = clearing(tmp_path, "plan", a_file(tmp_path), f"--people={count}")

    assert done.returncode == 2
    assert "is not one from 1 to 1000" in done.stderr


def test_a_locked_start_is_kept_and_what_comes_before_it_gives_way_when_it_is_made_to_fit(tmp_path: Path) -> None:
    agenda = [{"structure": "peer-assist"}, {"break": "Lunch", "minutes": 10, "starts": "17:10"}]
    day = {"structure": "", "rounds": None, "room_size": None, "agenda": agenda}
    over = planned(tmp_path, "--people", "18", **day)
    lunch = next(stage for stage in over["stages"] if stage["title"] == "Lunch")
    assert lunch["starts"] == "17:15"
    assert (over["fits"], over["spare_minutes"]) == (False, -5)
    assert "What comes before “Lunch” is 5 minutes too long for its locked start." in over["advice"]

    fitted = planned(tmp_path, "--people", "18", "--fit", **day)
    lunch = next(stage for stage in fitted["stages"] if stage["title"] == "Lunch")
    assert (lunch["starts"], fitted["fits"]) == ("17:10", True)


def test_the_question_people_work_on_stands_first(tmp_path: Path) -> None:
    asked = {**LIVES_BY_ONE, "question": "What would help new people?"}
    done = clearing(tmp_path, "plan", a_file(tmp_path, **asked), "--people", "12")
    assert done.stdout.startswith("The question: What would help new people?\n\n16:30 ")
    assert planned(tmp_path, "--people", "12", **asked)["question"] == "What would help new people?"


def test_a_question_that_nobody_wrote_is_missed_and_one_that_is_never_shown_is_not(tmp_path: Path) -> None:
    missed = planned(tmp_path, "--people", "12", **LIVES_BY_ONE, question="")
    assert "The question people work on is not written yet." in missed["advice"]

    never_shown = planned(tmp_path, "--people", "18", question="What would help new people?")
    assert (never_shown["question"], never_shown["advice"]) == ("", [])


def test_in_german_the_plan_has_german_numbers_and_says_in_german_what_is_ours(tmp_path: Path) -> None:
    longer = [{"stage": "Close and next date", "minutes": 65.5}]
    done = clearing(tmp_path, "plan", a_file(tmp_path, closing=longer), "--people", "6", "--language", "de")

    assert "65,5 min  Abschluss und nächster Termin" in done.stdout
    assert "Es ist 50,5 Minuten zu lang" in done.stdout
