"""The room display in the header: one press shows it or puts it away, a menu chooses what it shows."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop.actions import ActName, act
from desktop.dialogs.one_line import OneLineDialog
from desktop.look import Look
from desktop.room_display.views import WORDS, View
from desktop.widgets.buttons import ActionButton, Weight


class DisplayChoice(QWidget):
    """Button and menu side by side."""

    toggled = Signal()
    """Show it, or put it away."""
    chosen = Signal(object, str)
    """Show this: View, and the line for standby."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        one = act(ActName.ROOM_DISPLAY)
        self._look = look
        self._line, self._shown = "", View.FOLLOW
        button = self._button = ActionButton(look, one.word, "monitor")
        button.setObjectName(one.name.value)
        button.setToolTip(f"{one.help} Key: {one.key}")
        button.clicked.connect(self.toggled)
        self._choose = ActionButton(look, "", "chevron-down", Weight.QUIET)
        self._choose.setObjectName("room-display-views")
        self._choose.setAccessibleName("What the room display shows")
        self._choose.setToolTip("What the room display shows")
        self._choose.clicked.connect(self._open_menu)
        self.menu = QMenu(self)
        one_of_them = QActionGroup(self)
        for view in View:
            action = self.menu.addAction(WORDS[view])
            action.setCheckable(True)
            action.setChecked(view is View.FOLLOW)
            one_of_them.addAction(action)
            action.setObjectName(f"view-{view.value}")
            action.setData(view.value)
            action.triggered.connect(self._take)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(button)
        row.addWidget(self._choose)

    def set_brief(self, brief: bool) -> None:
        """Only the icon, where the header is narrow."""
        one = act(ActName.ROOM_DISPLAY)
        self._button.show_as("" if brief else one.word, one.icon)
        self._button.setAccessibleName(one.word)

    def _open_menu(self) -> None:
        self.menu.popup(self._choose.mapToGlobal(QPoint(0, self._choose.height() + 4)))

    def _take(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        view = View(action.data())
        if view is not View.STANDBY:
            self._shown = view
            self.chosen.emit(view, "")
            return
        # Where no line is given in the end, the wall stays as it is, and the mark where it was.
        self._mark()
        question = "A line for the wall. Left empty, it shows the session’s title."
        dialog = OneLineDialog(
            self._look, "Standby", question, self._line, self.window(), act="Show it", needed=False
        )
        dialog.written.connect(self._stand_by)
        dialog.open()

    def _stand_by(self, line: str) -> None:
        self._line, self._shown = line, View.STANDBY
        self._mark()
        self.chosen.emit(View.STANDBY, line)

    def _mark(self) -> None:
        for action in self.menu.actions():
            action.setChecked(action.data() == self._shown.value)
