"""How far has a session come, and what is that called?"""

from enum import StrEnum

from formats.language import Message


class Progress(StrEnum):
    """How far a session has come; the run log says so, see `RunState.progress`."""

    PLANNED = "planned"
    RUNNING = "running"
    FINISHED = "finished"

    @property
    def word(self) -> str:
        """The one word for it."""
        return str(_WORDS[self])

    @property
    def sentence(self) -> str:
        """The same as a sentence."""
        return str(_SENTENCES[self])

    @property
    def begun(self) -> bool:
        """Whether the session was started, be it over or not."""
        return self is not Progress.PLANNED


_WORDS = {
    Progress.PLANNED: Message("Planned"),
    Progress.RUNNING: Message("Running"),
    Progress.FINISHED: Message("Finished"),
}
_SENTENCES = {
    Progress.PLANNED: Message("The session has not started yet."),
    Progress.RUNNING: Message("The session is running."),
    Progress.FINISHED: Message("The session is finished."),
}
