"""The session itself as a file, for another Clearing."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.places.session_exchange import SessionExchange
from desktop.widgets.buttons import ActionButton
from desktop.widgets.screen_reader import announce
from desktop.widgets.scrolling import bring_into_view_soon
from desktop.widgets.words import Words
from formats.language import tr
from formats.library.repository import SessionRepository


class ShareSession(QWidget):
    """One act, and what came of it."""

    def __init__(self, look: Look, repository: SessionRepository, runner: SessionRunner) -> None:
        super().__init__()
        self._runner = runner
        self.exchange = SessionExchange(look, repository, runner, self)
        share = ActionButton(look, tr("Session file to share"), "archive")
        share.setObjectName("share-session")
        self._said = Words("", "second", wrap=True)
        self._said.setObjectName("share-said")
        self._said.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(share)
        column.addWidget(self._said)
        share.clicked.connect(self._give)
        self.exchange.message.connect(self._say)
        runner.session_opened.connect(self._forget)

    def _give(self) -> None:
        if self._runner.session is not None:
            self.exchange.give_session(self._runner.session.id)

    def _say(self, words: str) -> None:
        self._said.setText(words)
        announce(self, words)
        self._said.setVisible(bool(words))
        if words:
            bring_into_view_soon(self._said)

    def _forget(self) -> None:
        self._say("")
