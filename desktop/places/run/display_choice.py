"""The room display in the header: one press shows it or puts it away, a menu chooses what it shows."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop.actions import ActName, act
from desktop.dialogs.one_line import OneLineDialog
from desktop.look import Look
from desktop.room_display.views import WORDS, View
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.help_topic import HELP_TOPIC
from desktop.widgets.press import connect_press
from desktop.widgets.tips import plain_tip
from formats.language import tr

OF_WALL = "RoomDisplay"
"""The page of the guide about the wall, by what its contents call it."""


class DisplayChoice(QWidget):
    """Button and menu side by side."""

    act_requested = Signal(object)
    """Show it, or put it away; bring it back from standby: ActName."""
    view_chosen = Signal(object, str)
    """Show this: View, and the line for standby."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        one = act(ActName.ROOM_DISPLAY)
        self._look = look
        self._line, self._shown = "", View.FOLLOW
        self.on = self._brief = False
        button = self._button = ActionButton(look, one.word, one.icon)
        button.setObjectName(one.name.value)
        button.setCheckable(True)
        button.clicked.connect(self._press)
        self._choose = ActionButton(look, "", "chevron-down", Weight.QUIET)
        self._choose.setObjectName("room-display-views")
        self._choose.setAccessibleName(tr("What the room display shows"))
        self._choose.setToolTip(plain_tip(tr("What the room display shows")))
        self._choose.clicked.connect(self._open_menu)
        self.menu = QMenu(self)
        one_of_them = QActionGroup(self)
        self._views: dict[View, QAction] = {}
        for view in View:
            action = self.menu.addAction(str(WORDS[view]))
            action.setCheckable(True)
            action.setChecked(view is View.FOLLOW)
            one_of_them.addAction(action)
            action.setObjectName(f"view-{view.value}")
            connect_press(action, self._choose_view, view)
            self._views[view] = action
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(button)
        row.addWidget(self._choose)
        self._dress()

    def set_brief(self, brief: bool) -> None:
        """Only the icon, where the header is narrow."""
        self._brief = brief
        self._dress()

    def show_state(self, view: View, on: bool) -> None:
        """What the room display is to show, and whether it is on: a wall on standby is not to be forgotten."""
        self._shown, self.on = view, on
        self._mark()
        self._dress()

    @property
    def _standing_by(self) -> bool:
        return self.on and self._shown is View.STANDBY

    def _press(self) -> None:
        self.act_requested.emit(ActName.STANDBY if self._standing_by else ActName.ROOM_DISPLAY)
        self._dress()

    def _dress(self) -> None:
        one = act(ActName.STANDBY if self._standing_by else ActName.ROOM_DISPLAY)
        word = tr("Timer hidden") if self._standing_by else one.word
        self._button.setChecked(self.on)
        self._button.set_tint("amber" if self._standing_by else "moss")
        self._button.show_as("" if self._brief else word, one.icon)
        self._button.setAccessibleName(tr("{act}, on", act=word) if self.on and not self._standing_by else word)
        self._button.setToolTip(plain_tip(f"{one.help} {tr('Key: {key}', key=one.key)}"))

    def _open_menu(self) -> None:
        self.menu.popup(self._choose.mapToGlobal(QPoint(0, self._choose.height() + 4)))

    def _choose_view(self, view: View) -> None:
        if view is not View.STANDBY:
            self.view_chosen.emit(view, "")
            return
        # Where no line is given in the end, the wall stays as it is, and the mark where it was.
        self._mark()
        question = tr("Words to show. Leave it empty to show the session’s title.")
        dialog = OneLineDialog(
            self._look,
            tr("A message instead of the timer"),
            question,
            self._line,
            self.window(),
            act=tr("Show it"),
            needed=False,
        )
        dialog.setProperty(HELP_TOPIC, OF_WALL)
        dialog.line_entered.connect(self._stand_by)
        dialog.open()

    def _stand_by(self, line: str) -> None:
        self._line = line
        self.view_chosen.emit(View.STANDBY, line)

    def _mark(self) -> None:
        for view, action in self._views.items():
            action.setChecked(view is self._shown)
