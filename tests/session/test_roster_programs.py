"""Lists as other programs write them, and as people do, with what is right: who is here, and who is away."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from formats.session.roster import Roster
from formats.session.roster.reading import read_roster

LISTS = Path(__file__).parent / "rosters"
FIELDS = {"organisation": "organisation", "role": "role", "email": "email", "remark": "remarks"}


def every_case() -> Iterator[tuple[Path, dict[str, Any]]]:
    """Every list with what is right of it."""
    for folder in ("given", "programs", "further", "unseen", "fresh"):
        for case in json.loads((LISTS / folder / "cases.json").read_text("utf-8")):
            yield LISTS / folder / case["file"], case


CASES = [pytest.param(path, case, id=f"{path.parent.name}/{path.name}") for path, case in every_case()]


def names(roster: Roster, *, away: bool) -> list[str]:
    return sorted(draft.name for draft in roster.drafts if draft.away is away)


@pytest.mark.parametrize(("path", "right"), CASES)
def test_who_is_here_and_who_is_away_is_read_right(path: Path, right: dict[str, Any]) -> None:
    roster = read_roster(path.read_bytes())
    assert names(roster, away=False) == sorted(right["here"])
    assert names(roster, away=True) == sorted(right["away"])
    for field, attribute in FIELDS.items():
        found = {draft.name: getattr(draft, attribute) for draft in roster.drafts}
        assert {name: found[name] for name in right.get(field, {})} == right.get(field, {})
    if "not_read" in right:
        assert [line.text for line in roster.not_read] == right["not_read"]


@pytest.mark.parametrize(("path", "right"), CASES)
def test_every_line_is_people_or_has_its_reason(path: Path, right: dict[str, Any]) -> None:
    roster = read_roster(path.read_bytes())
    assert all(line.people or line.remark for line in roster.lines)
    people = [line.line_number for line in roster.lines if line.people]
    assert len(set(people)) == len(people)
    assert len(roster.drafts) == len(right["here"]) + len(right["away"])


def test_the_greeting_and_who_is_not_named_are_said_not_to_be_read() -> None:
    roster = read_roster((LISTS / "given" / "chat-messages.txt").read_bytes())
    assert [line.text for line in roster.not_read] == ["Hi all, confirmed so far:", "+ 2 from Cope Scotland"]


def test_a_device_stays_among_the_people_with_a_remark() -> None:
    roster = read_roster((LISTS / "given" / "zoom-list.txt").read_bytes())
    assert {draft.name: draft.remarks for draft in roster.drafts}["Sam's iPad"] == "name of a device"


def test_who_stands_in_two_sections_is_one_person_with_what_both_say() -> None:
    roster = read_roster((LISTS / "programs" / "teams-attendance-report.csv").read_bytes())
    assert [draft.name for draft in roster.drafts].count("Wen Li") == 1
    assert roster.duplicates == ()
