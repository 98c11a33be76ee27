"""What can be done by hand with the topics of a session: named, voted for by hands, taken away."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from desktop.live.edit_history import EditHistory
from desktop.live.runner import SessionRunner
from formats.session.session import Session
from formats.session.topics import Topics, with_topic, with_votes, without_topic


class TopicEditor:
    """Each change goes through the history, and is taken back alone."""

    def __init__(self, runner: SessionRunner, history: EditHistory) -> None:
        self._runner, self._history = runner, history

    def add(self, typed: str) -> None:
        """Names a topic."""
        self._change(lambda topics: with_topic(topics, typed))

    def remove(self, text: str) -> None:
        """Takes a topic away."""
        self._change(lambda topics: without_topic(topics, text))

    def count(self, text: str, more: int) -> None:
        """Counts so many hands more for a topic, or fewer."""
        self._change(lambda topics: with_votes(topics, text, more))

    def undo(self) -> None:
        """Takes back the last change, where nothing else was done since."""
        self._history.undo()

    def _change(self, change: Callable[[Topics], Topics]) -> None:
        session = self._runner.session
        if session is None or self._runner.refuses():
            return
        before, after = session.topics, change(session.topics)
        if after != before:
            # Who holds up a hand when is nobody's business later, so the run log does not tell of it.
            self._history.do(None, partial(_with, after), undo=partial(_with, before))


def _with(topics: Topics, session: Session) -> Session:
    return replace(session, topics=topics)
