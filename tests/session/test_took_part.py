"""Who took part, and which challenges were brought? The rooms and the run log say it, whoever went early."""

from dataclasses import replace

from formats.exports import Choices, summarise, year_of
from formats.exports.choices import NameStyle
from formats.session.events import Finished, Moved, Started
from formats.session.rounds_held import challenges_brought, took_part
from formats.session.seating.people_changes import rounds_to_come, with_presence, with_rooms_mended
from formats.session.session import Session
from tests.exports.sessions import NOW, START, a_session, minutes


def run_to(session: Session, *stages: str) -> Session:
    """The session as it runs, with these stages behind it and the last of them going on."""
    keys = [stage.key for stage in session.agenda.stages if stage.key.stage in stages]
    events = (
        Started(START, keys[0]),
        *(Moved(START + minutes(n), key) for n, key in enumerate(keys[1:], start=1)),
    )
    return replace(session, events=events)


def ids(session: Session) -> set[str]:
    return {person.id for person in took_part(session)}


def test_whoever_sat_in_a_room_took_part_though_they_are_away_by_now() -> None:
    session = replace(a_session(), away=frozenset({"p3"}))
    summary = summarise(session, Choices(names=NameStyle.FULL), NOW)

    assert "p3" in ids(session)
    assert summary.attendance is not None
    assert summary.attendance.sentence == "18 people took part."
    assert "Callum Reid" in [str(one.name) for one in summary.attendance.people]
    assert [one.sessions for one in year_of([session], Choices(), NOW).people] == [1] * 18


def test_whoever_is_away_and_sat_in_no_room_did_not_take_part() -> None:
    session = a_session()
    rooms = tuple(
        replace(
            held, rooms=tuple(replace(one, people=tuple(p for p in one.people if p != "p3")) for one in held.rooms)
        )
        for held in session.rooms
    )

    assert "p3" not in ids(replace(session, rooms=rooms, away=frozenset({"p3"})))


def test_whoever_leaves_in_the_middle_of_a_round_took_part() -> None:
    session = run_to(a_session(), "introductions", "challenge")
    open_rounds = rounds_to_come(session.agenda, session.position.current)
    left = with_rooms_mended(with_presence(session, "p3", here=False), open_rounds)

    assert all("p3" not in room.people for held in left.rooms for room in held.rooms)
    assert "p3" in ids(left)
    assert left.left_early == {"p3"}
    assert with_presence(left, "p3", here=True).left_early == frozenset()


def test_whoever_is_away_before_the_rooms_begin_has_not_left_early() -> None:
    session = run_to(a_session(), "check-in")
    without = with_rooms_mended(with_presence(session, "p3", here=False), frozenset({("peer-assist", 1)}))

    assert without.left_early == frozenset()
    assert "p3" not in ids(without)


def test_a_challenge_counts_once_its_round_has_reached_the_stage_of_the_presenter() -> None:
    introduced = run_to(a_session(), "introductions")
    told = run_to(a_session(), "introductions", "challenge")

    assert challenges_brought(introduced) == ()
    assert len(challenges_brought(told)) == 3
    assert sum(one.presented for one in year_of([introduced], Choices(), NOW).people) == 0
    assert sum(one.presented for one in year_of([told], Choices(), NOW).people) == 3


def test_the_stage_of_the_presenter_is_the_first_in_which_they_speak_alone() -> None:
    session = a_session()
    work = session.agenda.parts[1]
    stages = tuple(
        replace(stage, speaks=("presenter",) if stage.key.stage == "what-i-heard" else ("group",))
        for stage in work.stages
    )
    session = replace(session, agenda=session.agenda.with_part(replace(work, stages=stages)))

    assert challenges_brought(run_to(session, "introductions", "challenge")) == ()
    assert len(challenges_brought(run_to(session, "introductions", "what-i-heard"))) == 3


def test_a_round_that_ended_before_its_challenge_counts_none() -> None:
    session = run_to(a_session(), "introductions")
    ended = replace(session, events=(*session.events, Finished(NOW)))

    assert challenges_brought(ended) == ()
