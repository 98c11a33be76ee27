"""What can be done with one session of the list."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop.look import Look
from desktop.widgets.icons import icon
from formats.language import tr
from formats.library.repository import SessionCard
from formats.session.progress import Progress


class SessionMenu(QMenu):
    """The acts for a session."""

    def __init__(self, look: Look, card: SessionCard, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        running = card.progress is Progress.RUNNING
        if running:
            self.open_act = self._act(tr("Back to the clock"), "timer")
        else:
            self.open_act = self._act(tr("Open"), "folder-open")
        self.prepare_act = self._act(tr("Prepare"), "list-checks")
        self.summary_act = self._act(tr("Summary"), "file-text")
        self.addSeparator()
        self.next_act = self._act(tr("Next in the series…"), "calendar-plus")
        self.again_act = self._act(tr("Copy this session"), "repeat")
        self.again_used_act = self._act(tr("Copy, with the times it really took"), "history")
        self.again_used_act.setVisible(card.progress.begun)
        self.template_act = self._act(tr("Keep as a template…"), "layout-template")
        self.rehearse_act = self._act(tr("Rehearse with a copy…"), "monitor-play")
        self.addSeparator()
        self.give_act = self._act(tr("Save a file for another note-taker…"), "hand-helping")
        self.take_act = self._act(tr("Take notes in…"), "merge")
        self.addSeparator()
        self.erase_act = self._act(tr("Delete for good…"), "trash-2")

    def _act(self, text: str, name: str) -> QAction:
        return self.addAction(icon(name, self._look.colour("ink_2"), 17), text)
