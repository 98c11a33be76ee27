"""A session once more takes the plan and the people along, and nothing that happened."""

from dataclasses import fields, replace
from datetime import time

from desktop.content.new_session import same_again, with_start_today
from formats.session.closing_round import ClosingRound
from formats.session.events import Started
from formats.session.session import Session
from formats.session.timetable import locked_starts
from tests.builders import a_session, an_agenda, at, key, some_people

TAKEN_ALONG = {
    "title", "timezone", "slot", "series", "agenda", "people", "apart_by", "wishes", "place", "joining", "online",
    "agreement", "end_locked", "question",
}  # fmt: skip


def test_same_again_takes_the_plan_along_and_nothing_that_happened() -> None:
    held = replace(
        a_session(an_agenda(), [Started(at("16:30"), key("introductions"))]),
        people=some_people("Jo", "Idris"),
        away=frozenset({"p1"}),
        closing_round=ClosingRound((0, 0, 1, 4, 2), ("calm",)),
        left_early=frozenset({"p2"}),
        names_confirmed=frozenset({"will"}),
        words_confirmed=frozenset({"may"}),
        end_locked=True,
        place="The hall",
        question="What would help new people?",
        joining="https://meet.example/abc",
    )

    again = same_again(held, at("17:00"))

    new = Session("", "", again.starts_at, "UTC", held.slot)
    for field in fields(Session):
        if field.name in TAKEN_ALONG:
            assert getattr(again, field.name) == getattr(held, field.name), field.name
        elif field.name not in ("id", "starts_at"):
            assert getattr(again, field.name) == getattr(new, field.name), field.name


def test_a_session_at_another_time_keeps_its_locked_starts_as_long_after_its_start() -> None:
    session = replace(
        a_session(), agenda=an_agenda().with_each_stage(lambda s: replace(s, locked_start=time(16, 50)))
    )
    tomorrow = with_start_today(session, at("23:20"))
    assert locked_starts(tomorrow) == locked_starts(session)
    assert same_again(session, at("17:00")).agenda == session.agenda
