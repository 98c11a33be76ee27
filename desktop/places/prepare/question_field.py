"""What do people work on? The session's question, asked where a structure of its agenda lives by one."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit

from desktop.content.catalogue import Catalogue
from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.open_input import DraftTimer
from desktop.widgets.limited_length import limit_length
from desktop.widgets.own_undo import let_undo_pass
from desktop.widgets.tips import plain_tip
from desktop.widgets.words import Words
from formats.language import Message, tr
from formats.session.session import Session

LONGEST = 160
"""Longer ones are no longer read from afar."""
LABEL = Message("The question")
SHOWN = Message("Shown large on the room display.")
NAME = Message("The question people work on")


class _QuestionLine(QLineEdit):
    """Keeps what is typed at each pause, and when it is left."""

    def __init__(self) -> None:
        super().__init__()
        self.typing = DraftTimer(self)
        self.textEdited.connect(self.typing.notice_typing)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.typing.save_now()
        super().focusOutEvent(event)


class QuestionField(QFrame):
    """One line under the title of the session; it is there only where it is needed."""

    def __init__(self, look: Look, runner: SessionRunner, catalogue: Catalogue) -> None:
        super().__init__()
        self._runner, self._catalogue = runner, catalogue
        self.line = _QuestionLine()
        self.line.setObjectName("session-question")
        self.line.setAccessibleName(str(NAME))
        limit_length(self.line, LONGEST)
        let_undo_pass(self.line)
        label = Words(str(LABEL), "second")
        label.setBuddy(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 2, 24, 2)
        row.setSpacing(12)
        row.addWidget(label)
        row.addWidget(self.line, 1)
        self.line.typing.save_due.connect(self._keep)
        self.line.returnPressed.connect(self.line.typing.save_now)

    def show_session(self, session: Session | None) -> None:
        """Shows the question of the session, or gives way where no structure lives by one."""
        asked = session is not None and session.agenda.shows_question
        self.setVisible(asked)
        if session is None or not asked:
            return
        self.line.setPlaceholderText(str(SHOWN))
        self.line.setToolTip(plain_tip(self._example(session)))
        if not self.line.typing.waiting and self.line.text() != session.question:
            blocker = QSignalBlocker(self.line)
            self.line.setText(session.question)
            self.line.setCursorPosition(0)
            blocker.unblock()

    def _example(self, session: Session) -> str:
        """What the line is for: an example helps more than an explanation."""
        used = (self._catalogue.structure(part.structure) for part in session.agenda.structures)
        example = next((one.example_question for one in used if one is not None and one.example_question), "")
        return " ".join((str(SHOWN), tr("For example: {example}", example=example))) if example else str(SHOWN)

    def _keep(self) -> None:
        question = " ".join(self.line.text().split())
        self._runner.amend(lambda session: replace(session, question=question))
