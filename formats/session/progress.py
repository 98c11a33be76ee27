"""How far has a session come, and what is that called?"""

from enum import StrEnum


class Progress(StrEnum):
    """How far a session has come; the run log says so, see `RunState.progress`."""

    PLANNED = "planned"
    RUNNING = "running"
    FINISHED = "finished"

    @property
    def word(self) -> str:
        """The one word for it."""
        return self.value.capitalize()

    @property
    def sentence(self) -> str:
        """The same as a sentence."""
        return _SENTENCES[self]

    @property
    def begun(self) -> bool:
        """Whether the session was started, be it over or not."""
        return self is not Progress.PLANNED


_SENTENCES = {
    Progress.PLANNED: "The session has not started yet.",
    Progress.RUNNING: "The session is running.",
    Progress.FINISHED: "The session is finished.",
}
