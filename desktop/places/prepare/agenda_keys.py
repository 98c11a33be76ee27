"""The keys of the agenda: duplicate, lock and fit, for whatever has the keys just now."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.keys import DUPLICATE, FIT, LOCK
from desktop.places.prepare.agenda_pane import AgendaPane
from desktop.places.prepare.row_acts import PartAct
from desktop.places.prepare.stage_row import StageAct, StageRow


class AgendaKeys(QObject):
    """Works wherever the keys are in Prepare; a key for a row does nothing where none has them."""

    def __init__(self, agenda: AgendaPane, page: QWidget) -> None:
        super().__init__(page)
        self._agenda = agenda
        for key, slot in ((DUPLICATE, self.duplicate), (LOCK, self.lock), (FIT, agenda.editor.fit)):
            shortcut = QShortcut(QKeySequence(key), page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def duplicate(self) -> None:
        """The stage or the part with the keys is there twice."""
        row = self._agenda.focused_row
        if isinstance(row, StageRow):
            row.ask(StageAct.DUPLICATE)
        elif row is not None:
            self._agenda.acts.do_with_part(row, PartAct.DUPLICATE)

    def lock(self) -> None:
        """The start of the stage with the keys is locked or unlocked; beside the time there is, the end."""
        row = self._agenda.focused_row
        if isinstance(row, StageRow):
            row.ask(StageAct.LOCK)
        elif self._agenda.time.isAncestorOf(self._agenda.time.focusWidget() or self._agenda):
            self._agenda.time.end_lock.click()
