"""What lies ahead, in words: the next round at the pace of the first, and stages that move on by themselves."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt

from formats.library.repository import SessionRepository
from formats.session.events import Started
from formats.session.moves import Move
from formats.session.session import Room, RoundRooms, Session
from tests.desktop.running import Hands


def run_first_round(run: Hands, *, minutes_over: float) -> None:
    """Up to its last stage, with so many minutes more than planned on the way."""
    run.go_to("challenge")
    run.wait(minutes=minutes_over)
    while run.stage != "next-steps":
        reading = run.runner.reading
        assert reading is not None
        assert reading.stage is not None
        run.wait(seconds=reading.stage.length.total_seconds() - reading.used.total_seconds() % 1)
        run.runner.make(Move.NEXT)
    run.wait(seconds=30)


def test_the_first_round_teaches_how_long_the_next_would_take(run: Hands) -> None:
    run.runner.amend(lambda session: replace(session, slot=timedelta(minutes=120)))
    run_first_round(run, minutes_over=6)
    reading = run.runner.reading
    assert reading is not None
    ends = run.session.local_time(reading.ends_at + timedelta(minutes=38))
    assert run.words("outlook-words").endswith(
        f"If the next presenter takes as long as the first, we end at {ends:%H:%M}."
    )


def test_before_a_round_was_held_nothing_is_said_of_its_pace(run: Hands) -> None:
    run.runner.amend(lambda session: replace(session, slot=timedelta(minutes=120)))
    run.go_to("challenge")
    run.wait(minutes=2)
    assert "as long as" not in run.words("outlook-words")


def test_a_stage_that_moves_on_says_so_from_its_start(run: Hands) -> None:
    run.go_to("challenge")
    assert run.words("next-line").startswith("Next: Clarifying questions")
    run.menu.moves_on.trigger()
    assert run.words("next-line").startswith("Next, by itself: Clarifying questions")


def test_a_stage_over_its_time_that_is_told_to_move_on_does_not_jump_into_the_past(run: Hands) -> None:
    run.go_to("challenge")
    run.wait(minutes=8)
    run.menu.moves_on.trigger()
    run.wait(seconds=1)
    assert run.stage == "challenge"
    assert run.face.digits == "3:01"
    assert run.words("next-line").startswith("Next: Clarifying questions")


def test_a_correction_that_uses_up_the_time_of_a_stage_leaves_the_next_step_to_the_facilitator(run: Hands) -> None:
    run.go_to("challenge")
    run.menu.moves_on.trigger()
    run.wait(minutes=4)
    run.menu.earlier_start_requested.emit(timedelta(minutes=2))
    run.wait(seconds=1)
    assert run.stage == "challenge"
    assert run.words("next-line").startswith("Next: Clarifying questions")


def test_after_going_back_the_next_stage_is_said_to_have_what_it_has_left(run: Hands) -> None:
    run.go_to("clarifying-questions")
    assert run.words("next-line").startswith("Next: Ideas and resources, 10 min at ")
    run.runner.make(Move.NEXT)
    run.wait(minutes=6)
    run.runner.make(Move.BACK)
    assert run.words("next-line").startswith("Next: Ideas and resources, 4 min left, at ")
    run.runner.make(Move.NEXT)
    run.wait(minutes=5)
    run.runner.make(Move.BACK)
    assert run.words("next-line").startswith("Next: Ideas and resources, no time left, at ")


def test_an_opener_cannot_be_told_to_run_into_a_round(run: Hands) -> None:
    assert not run.menu.moves_on.isEnabled()
    run.place.commands.stages.let_move_on(True)
    assert not run.session.agenda.stages[0].moves_on


def add_a_round(run: Hands) -> None:
    run.runner.amend(lambda session: replace(session, slot=timedelta(minutes=120)))
    run.go_to("challenge")
    run.key(Qt.Key.Key_A)
    run.press("apply-proposal")
    run.qtbot.waitUntil(lambda: any(r.round == 2 for r in run.session.rooms), timeout=8000)


def presenters(session: Session, number: int) -> set[str]:
    return {room.presenter for rounds in session.rooms if rounds.round == number for room in rounds.rooms}


def test_an_added_round_knows_who_presented_in_earlier_sessions(run: Hands, repository: SessionRepository) -> None:
    here = run.session
    often = presenters(here, 1)
    waited = [person.id for person in here.present if person.id not in often][:3]
    others = [person.id for person in here.present if person.id not in (*often, *waited)]
    rooms = tuple(Room(n, (person,), person) for n, person in enumerate(others, 1))
    told = here.agenda.structures[0].stages[1].key
    january = replace(
        here,
        id="january",
        series="Weavers",
        starts_at=here.starts_at - timedelta(weeks=4),
        rooms=(RoundRooms("peer-assist", 1, rooms),),
        events=(Started(here.starts_at - timedelta(weeks=4), told),),
    )
    repository.keep_session(january)
    run.runner.amend(lambda session: replace(session, series="Weavers"))
    add_a_round(run)
    new = next(rounds for rounds in run.session.rooms if rounds.round == 2)
    with_waiting = [room for room in new.rooms if set(room.people) & set(waited)]
    assert with_waiting
    assert {room.presenter for room in with_waiting} <= set(waited)


def test_people_who_stay_in_their_rooms_are_told_so(run: Hands) -> None:
    def staying(session: Session) -> Session:
        part = session.agenda.structures[0]
        assert part.rooms is not None
        return replace(
            session,
            agenda=session.agenda.with_part(replace(part, rooms=replace(part.rooms, remixed=False))),
        )

    run.runner.amend(staying)
    add_a_round(run)
    assert run.words("passing-words") == "Everyone stays in their room for the new round."


def test_escape_leaves_it_as_it_is(run: Hands) -> None:
    run.go_to("challenge")
    run.key(Qt.Key.Key_A)
    assert run.sees("proposal")
    before = run.session.events
    run.key(Qt.Key.Key_Escape)
    assert not run.sees("proposal")
    assert run.session.events == before
