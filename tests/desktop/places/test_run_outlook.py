"""What lies ahead, in words: the next round at the pace of the first, and stages that move on by themselves."""

from dataclasses import replace
from datetime import timedelta

from formats.session.moves import Move
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
    ends = run.session.local(reading.ends_at + timedelta(minutes=38))
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
    run.place._column.menu.moves_on.trigger()
    assert run.words("next-line").startswith("Next, by itself: Clarifying questions")


def test_an_opener_cannot_be_told_to_run_into_a_round(run: Hands) -> None:
    assert not run.place._column.menu.moves_on.isEnabled()
    run.place.acts.let_move_on(True)
    assert not run.session.agenda.stages[0].moves_on
