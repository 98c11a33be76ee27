"""Who really presented: the rounds that the run log reached, and no others."""

from dataclasses import replace
from datetime import date

import pytest

from formats.exports.choices import Choices
from formats.exports.record import record_of
from formats.exports.series import year_of
from formats.session.agenda import Agenda, PartKind, StageKind
from formats.session.events import Event, Finished, Moved, Started, Undone
from formats.session.room_wishes import Role
from formats.session.rounds_held import question_history, rooms_held, rooms_held_or_planned
from formats.session.seating.request import request_for
from formats.session.seating.roles import times_held
from formats.session.seating.seating import turns_taken
from formats.session.session import Room, RoundRooms, Session
from tests.builders import a_part, a_session, a_stage, an_agenda, at, key


def with_three_rounds(*events: object) -> Session:
    rooms = tuple(RoundRooms("peer-assist", n, (Room(1, ("p1", "p2", "p3"), f"p{n}"),)) for n in (1, 2, 3))
    return replace(a_session(an_agenda(3), events), rooms=rooms)  # type: ignore[arg-type]  # events all


CHECK_IN = key("check-in", part="opening")
BEGUN = Started(at("16:30"), key("longer-out-breath", part="opening"))
HELLO, FIRST = Moved(at("16:41"), key("introductions")), Moved(at("16:44"), key("challenge"))
SECOND = Moved(at("17:15"), key("challenge", 2))


@pytest.mark.parametrize(
    ("events", "presented"),
    [
        ((), set()),
        ((BEGUN,), set()),
        ((BEGUN, HELLO), set()),
        ((BEGUN, HELLO, Finished(at("16:43"))), set()),
        ((BEGUN, HELLO, FIRST), {"p1"}),
        ((BEGUN, FIRST, SECOND), {"p1", "p2"}),
        ((BEGUN, FIRST, SECOND, Undone(at("17:16"))), {"p1"}),
        ((BEGUN, FIRST, Moved(at("17:00"), key("challenge", 3)), Finished(at("17:30"))), {"p1", "p3"}),
    ],
)
def test_whoever_had_their_turn_counts_as_having_presented_wherever_it_is_counted(
    events: tuple[object, ...], presented: set[str]
) -> None:
    session = with_three_rounds(*events)
    record = [str(record_of(one, [session], Choices(), at("18:00")).blocks) for one in session.people]

    assert set(turns_taken([session])) == presented
    assert set(times_held([session], Role.PRESENTER)) == (presented or planned(session))
    assert sum(one.presented for one in year_of([session], Choices(), at("18:00")).people) == len(presented)
    assert sum("presented" in one for one in record) == len(presented)


def planned(session: Session) -> set[str]:
    return set() if session.begun else {room.presenter for one in session.rooms for room in one.rooms}


def test_whoever_is_about_to_present_today_is_not_asked_again() -> None:
    session = with_three_rounds(BEGUN, HELLO)

    assert set(turns_taken([], session)) == {"p1"}


def test_a_presenter_who_was_not_there_presented_nothing() -> None:
    session = replace(with_three_rounds(BEGUN, HELLO, FIRST), away=frozenset({"p1"}))
    gone = replace(session, rooms=tuple(without(one, "p1") for one in session.rooms))

    assert set(turns_taken([gone])) == set()


def without(held: RoundRooms, person: str) -> RoundRooms:
    return replace(
        held,
        rooms=tuple(replace(room, people=tuple(p for p in room.people if p != person)) for room in held.rooms),
    )


def on(day: int, *events: Event) -> Session:
    """A session of a day in February that asks one question in its check-in."""
    question = "What are you looking forward to?"
    check_in = replace(a_stage("check-in", part="opening", kind=StageKind.CHECK_IN), question=question)
    agenda = Agenda((a_part(a_stage("arriving", part="opening"), check_in, kind=PartKind.OPENING),))
    moment = at("16:30").replace(day=day)
    return replace(a_session(agenda, events), starts_at=moment)


def test_a_question_was_last_asked_on_the_latest_day_its_check_in_was_reached() -> None:
    began, reached = Started(at("16:30"), key("arriving", part="opening")), Moved(at("16:33"), CHECK_IN)
    past = [on(21, began), on(14, began, reached), on(7, began, reached), on(28)]
    assert question_history(past) == {"what are you looking forward to?": date(2023, 2, 14)}


def test_a_session_that_has_begun_hands_on_only_what_was_held() -> None:
    planned, stopped = with_three_rounds(), with_three_rounds(BEGUN, FIRST, Finished(at("17:00")))
    assert rooms_held_or_planned(planned) == planned.rooms
    assert rooms_held_or_planned(stopped) == rooms_held(stopped) == planned.rooms[:1]
    undone = with_three_rounds(BEGUN, FIRST, Undone(at("16:42")), Undone(at("16:42")))
    assert rooms_held_or_planned(undone) == planned.rooms
    part = planned.agenda.structures[0]
    assert len(request_for(planned, part, (stopped,)).history[0].rounds) == 1
