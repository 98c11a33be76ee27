"""What an invitation says of the meeting, offered for the session."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.look import Look
from desktop.widgets.tick import Tick
from desktop.widgets.words import Words
from desktop.wording import date_style, long_date, minutes
from formats.language import Message
from formats.session.roster import Meeting
from formats.session.wording import join_list

OFFER = Message("Use this for the session")
CANCELLED = Message("This meeting is cancelled.")


class MeetingOffer(QFrame):
    """Hidden where the list is no invitation; nothing of the meeting is taken until it is ticked."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "heads")
        self._meeting: Meeting | None = None
        self._words = Words("", "strong", wrap=True)
        self._cancelled = Words(str(CANCELLED), "warning", wrap=True)
        self.tick = Tick(look, str(OFFER))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 6)
        column.setSpacing(2)
        for widget in (self._words, self._cancelled, self.tick):
            column.addWidget(widget)
        self.hide()

    @property
    def taken(self) -> Meeting | None:
        """The meeting, where it is to be used for the session."""
        return self._meeting if self.tick.isChecked() else None

    def show_meeting(self, meeting: Meeting | None) -> None:
        """Shows what an invitation says."""
        if meeting != self._meeting:
            self._meeting = meeting
            self.tick.setChecked(False)
            self._words.setText(meeting_words(meeting) if meeting else "")
            self.tick.setAccessibleDescription(self._words.text())
        self._cancelled.setVisible(meeting is not None and meeting.cancelled)
        self.setVisible(meeting is not None)


def meeting_words(meeting: Meeting) -> str:
    """A meeting in a line: what, when, how long, where, and how to join."""
    starts = meeting.starts
    when = join_list((long_date(starts.date()), date_style().time(starts))) if starts else ""
    length = minutes(meeting.length) if meeting.length else ""
    return " · ".join(filter(None, (meeting.title, when, length, meeting.zone, meeting.place, meeting.joining)))
