"""Everything that can be done by hand with people, rooms and hands, in one history that takes it back."""

from PySide6.QtCore import QObject

from desktop.live.closing_round_edits import ClosingRoundEditor
from desktop.live.earlier_sessions import EarlierSessions
from desktop.live.edit_history import EditHistory
from desktop.live.people_edits import PeopleEditor
from desktop.live.room_edits import RoomEditor
from desktop.live.runner import SessionRunner
from desktop.live.running_session import running_session
from desktop.live.topic_edits import TopicEditor
from desktop.live.wish_edits import WishEditor
from formats.session.session import Session


class HandEdits(QObject):
    """The editors of rooms, wishes and people, built around the session on the table."""

    def __init__(self, runner: SessionRunner, earlier: EarlierSessions, parent: QObject) -> None:
        super().__init__(parent)
        self._runner, self.earlier = runner, earlier
        self.history = EditHistory(runner, self)
        self.rooms = RoomEditor(runner, earlier, self.history)
        self.wishes = WishEditor(runner, earlier, self.history, self)
        self.people = PeopleEditor(runner, earlier, self.history, self)
        self.closing_round = ClosingRoundEditor(runner, self.history)
        self.topics = TopicEditor(runner, self.history)

    @property
    def session(self) -> Session | None:
        """The session as it stands by now."""
        return running_session(self._runner)
