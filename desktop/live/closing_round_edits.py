"""What can be done by hand with the closing round: hands counted, words taken down, and where they may go."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from desktop.live.edit_history import EditHistory
from desktop.live.runner import SessionRunner
from formats.session.closing_round import ClosingRound
from formats.session.session import Session


class ClosingRoundEditor:
    """Each change goes through the history, and is taken back alone: people and rooms stay as they are."""

    def __init__(self, runner: SessionRunner, history: EditHistory) -> None:
        self._runner, self._history = runner, history

    def count(self, fingers: int, more: int) -> None:
        """Counts so many hands more, or fewer, for one number of fingers."""
        self._change(lambda kept: kept.with_hands(fingers, more))

    def add_word(self, typed: str) -> None:
        """Takes a word down."""
        self._change(lambda kept: kept.with_word(typed))

    def remove_word(self, word: str) -> None:
        """Takes a word away."""
        self._change(lambda kept: kept.without_word(word))

    def choose(self, chosen: ClosingRound) -> None:
        """Lets it go into the minutes and the year as chosen."""
        where = {name: getattr(chosen, name) for name in ("in_minutes", "in_year", "words_in_year")}
        self._change(lambda kept: replace(kept, **where))

    def _change(self, change: Callable[[ClosingRound], ClosingRound]) -> None:
        session = self._runner.session
        if session is None or self._runner.refuses():
            return
        before, after = session.closing_round, change(session.closing_round)
        if after != before:
            self._history.do(None, partial(_with, after), undo=partial(_with, before))


def _with(closing_round: ClosingRound, session: Session) -> Session:
    return replace(session, closing_round=closing_round)
