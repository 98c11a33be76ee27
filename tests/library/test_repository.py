"""Sessions, people and notes go into the library and come back the same."""

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from tinydb import TinyDB

from formats.library.opening import open_library
from formats.library.records import RecordError, event_document, event_from, note_from
from formats.library.repository import SessionRepository
from formats.library.validation import InvalidValueError, validate_values
from formats.session.agenda import Stage, StageKey, StageWords
from formats.session.closing_round import ClosingRound
from formats.session.events import Event, Finished, Moved, RoundAdded, Started, Undone
from formats.session.notes import Note, NoteKind
from formats.session.online import OnlineSeating
from formats.session.progress import Progress
from formats.session.room_wishes import RoomWishes
from formats.session.session import NextSession, Room, RoundRooms, Session
from formats.session.topics import Topic
from tests.builders import a_session, at, key, minutes
from tests.library.builders import in_memory
from tests.session.any_session import events, logs

NOTE = Note(
    "n1", NoteKind.NEXT_STEP, "Zażółć «gęślą» <b>\nمحمد =1+1", at("16:41"), key("challenge"), room=2,
    owner="Beth O'Neill", due=date(2023, 3, 2),
)  # fmt: skip
ROOMS = (RoundRooms("peer-assist", 1, (Room(1, ("p1", "p2"), presenter="p1"),)),)


def now() -> datetime:
    return datetime(2023, 2, 23, 18, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.json"


@pytest.fixture
def repository(path: Path) -> Iterator[SessionRepository]:
    with open_library(path, now=now, retry_seconds=None) as file:
        yield SessionRepository(file)


def with_changes_of_this_session(stage: Stage) -> Stage:
    if stage.key != key("challenge"):
        return stage
    asked = StageWords("Two questions", "Ask one of them.", ("One question each.",))
    return replace(stage, locked_start=time(16, 40), fitted_from=minutes(7.5)).with_words(asked)


def full_session() -> Session:
    started = Started(at("16:30"), key("check-in", part="opening"))
    session = a_session(events=[started, Moved(at("16:36"), key("challenge"))])
    return replace(
        session, agenda=session.agenda.with_each_stage(with_changes_of_this_session), end_locked=True,
        question="What would help new people?",
        rooms=ROOMS, notes=(NOTE,), away=frozenset({"p3"}),
        next_session=NextSession(
            "April Troika", at("16:30"), minutes(60), "Europe/Berlin", "Upper hall", "https://meet.example.org/x",
            "beth@example.org", 2,
        ),
        called_off=NextSession("March Troika", at("16:30"), minutes(60)),
        agreement=("What is said here stays here.", "You can pass."),
        closing_round=ClosingRound(hands=(0, 0, 2, 7, 8), words=("heard", "lighter than before"), in_minutes=True),
        topics=(Topic("Travel", 3), Topic("Rooms")),
        online=frozenset({"p2"}), wishes=RoomWishes(online=OnlineSeating.SHARE),
    )  # fmt: skip


def test_a_whole_session_comes_back_from_the_file_as_it_was(path: Path) -> None:
    with open_library(path, now=now, retry_seconds=None) as file:
        SessionRepository(file).keep_session(full_session())

    with open_library(path, now=now, retry_seconds=None) as file:
        assert SessionRepository(file).session("february") == full_session()


def test_plain_tinydb_finds_session_people_notes_and_run_log(path: Path) -> None:
    with open_library(path, now=now, retry_seconds=None) as file:
        SessionRepository(file).keep_session(full_session())

    with TinyDB(path) as plain:
        assert [s["title"] for s in plain.table("sessions")] == ["February peer assist"]
        assert "Beth O'Neill" in [p["name"] for p in plain.table("people")]
        assert [n["text"] for n in plain.table("notes")] == [NOTE.text]
        assert [e["what"] for e in plain.table("run_log")] == ["started", "moved"]


@given(events)
def test_any_event_comes_back_as_it_was(event: Event) -> None:
    assert event_from(event_document("s", 3, event)) == event


def test_the_card_counts_people_who_are_here_notes_and_open_next_steps(repository: SessionRepository) -> None:
    repository.keep_session(full_session())
    repository.keep_note("february", replace(NOTE, id="n2", done=True))
    repository.keep_note("february", Note("n3", NoteKind.MARKER, "", at("16:42")))

    (card,) = repository.cards()

    assert (card.people, card.notes, card.next_steps, card.open_next_steps) == (5, 2, 2, 1)
    assert card.structures == ("Peer Assist",)
    assert card.date == date(2023, 2, 23)


def test_a_session_is_finished_only_while_its_finish_is_not_undone(repository: SessionRepository) -> None:
    repository.keep_session(replace(full_session(), events=()))
    assert repository.cards()[0].progress is Progress.PLANNED

    repository.log("february", 0, Started(at("16:30"), key("challenge")))
    assert repository.cards()[0].progress is Progress.RUNNING

    repository.log("february", 1, Finished(at("17:20")))
    assert repository.cards()[0].progress is Progress.FINISHED

    repository.log("february", 2, Undone(at("17:21")))
    assert repository.cards()[0].progress is Progress.RUNNING

    repository.log("february", 3, Undone(at("17:22")))
    assert repository.cards()[0].progress is Progress.PLANNED


def is_bearable(event: Event) -> bool:
    """Whether a library takes an event; the clock bears more than that."""
    try:
        validate_values(event)
    except InvalidValueError:
        return False
    return True


@given(log=logs())
def test_the_list_says_of_any_run_log_what_the_session_says(log: tuple[Event, ...]) -> None:
    log = tuple(event for event in log if is_bearable(event))
    repository = SessionRepository(in_memory())
    agenda = a_session().agenda
    parts = (replace(agenda.parts[0], id="a", stages=(replace(agenda.stages[0], key=StageKey("a", "1")),)),)
    session = replace(a_session(events=log), agenda=replace(agenda, parts=parts))
    repository.keep_session(session)
    assert repository.cards()[0].progress is session.progress


def test_what_was_only_fitted_before_the_start_is_still_planned(repository: SessionRepository) -> None:
    repository.keep_session(replace(full_session(), events=(RoundAdded(at("16:20"), "peer-assist"),)))
    assert repository.cards()[0].progress is Progress.PLANNED
    assert repository.earlier_sessions(replace(full_session(), id="later", starts_at=at("17:00"))) == ()


def test_a_draft_is_there_until_it_becomes_a_note(repository: SessionRepository) -> None:
    repository.keep_draft("february", NOTE)
    assert repository.draft("february") == NOTE

    repository.keep_draft("february", None)
    assert repository.draft("february") is None


def test_a_document_of_another_shape_is_refused_by_name() -> None:
    with pytest.raises(RecordError, match="Note n9"):
        note_from({"id": "n9", "kind": "wish", "text": "x", "began": "2023-02-23T16:30:00Z"})
    with pytest.raises(RecordError, match="no move is called 'leapt'"):
        event_from({"id": "s-0", "what": "leapt"})


def test_earlier_sessions_are_those_of_the_series_that_were_held_before_the_oldest_first(
    repository: SessionRepository,
) -> None:
    today = replace(full_session(), series="Weavers")
    for name, series, weeks, held in (
        ("january", "weavers ", 4, True),
        ("december", "Weavers", 8, True),
        ("never-held", "Weavers", 2, False),
        ("of-others", "Spinners", 4, True),
        ("later", "Weavers", -4, True),
    ):
        starts = today.starts_at - timedelta(weeks=weeks)
        events = today.events if held else ()
        repository.keep_session(replace(today, id=name, series=series, starts_at=starts, events=events, notes=()))
    repository.keep_session(today)
    assert [old.id for old in repository.earlier_sessions(today)] == ["december", "january"]
    later = replace(today, id="even-later", starts_at=today.starts_at + timedelta(weeks=1))
    assert repository.earlier_sessions(later)[-1] == replace(today, notes=())
    assert repository.earlier_sessions(replace(today, series=" ")) == ()


@pytest.mark.parametrize("kind", get_args(Event), ids=lambda kind: kind.__name__)
def test_no_event_has_a_field_that_its_document_needs_for_itself(kind: type[Event]) -> None:
    assert {field.name for field in fields(kind)}.isdisjoint({"id", "session", "number", "what"})


def test_what_was_agreed_holds_for_the_sessions_that_follow_in_the_series(repository: SessionRepository) -> None:
    first = replace(full_session(), id="january", starts_at=at("16:30") - timedelta(days=28), agreement=("One",))
    between = replace(first, id="between", starts_at=at("16:30") - timedelta(days=7), agreement=None)
    other = replace(first, id="other", series="Another", starts_at=at("16:30") - timedelta(days=1))
    now_planned = replace(full_session(), agreement=None)
    for session in (first, between, other, now_planned):
        repository.keep_session(session)
    assert repository.agreement_before(now_planned) == ("One",)
    repository.keep_plan(replace(between, agreement=()))
    assert repository.agreement_before(now_planned) == ()
    assert repository.agreement_before(first) is None
    assert repository.agreement_before(replace(now_planned, series="")) is None
