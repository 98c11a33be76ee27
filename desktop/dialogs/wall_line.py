"""Which line is to stand beside the clock on the wall, and for how long?"""

from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from desktop.dialogs.frame import Dialog
from desktop.look import Look
from desktop.open_input import KeepingDelegate
from desktop.widgets.limited_length import limit_length
from desktop.widgets.tick import Tick
from desktop.widgets.touch import let_fingers_scroll
from desktop.widgets.words import Words
from formats.language import Message, tr

LONGEST = 60
ROW, MOST_ROWS = 33, 8
"""How high a line of the list is, in pixels, and how many are in view without scrolling."""
A_MINUTE = timedelta(minutes=1)
READY = (
    Message("Two more minutes, then find a last word."),
    Message("One minute left. Finish your sentence."),
    Message("Has everyone spoken who would like to?"),
    Message("Change over: the other person speaks."),
    Message("You can pass."),
    Message("There is no rush."),
    Message("Come back to the big circle."),
)


class WallLineDialog(Dialog):
    """A few lines ready to hand, and one's own; Enter on any of them shows it."""

    line_chosen = Signal(str, object)
    """This line is to be shown: str, and for how long: timedelta, or None until the stage ends."""

    def __init__(self, look: Look, own: tuple[str, ...] = (), parent: QWidget | None = None) -> None:
        """`own` are lines that were typed before; they come first."""
        super().__init__(look, tr("A line on the wall"), tr("Show it"), parent)
        self.line = QLineEdit()
        self.line.setObjectName("wall-line")
        self.line.setAccessibleName(tr("Your own line"))
        self.line.setPlaceholderText(tr("Your own line, up to 60 letters"))
        limit_length(self.line, LONGEST)
        self.ready = QListWidget()
        self.ready.setItemDelegate(KeepingDelegate(self.ready))
        self.ready.setObjectName("ready-lines")
        self.ready.setAccessibleName(tr("Lines ready to hand"))
        self.ready.setWordWrap(True)
        self.ready.addItems(list(dict.fromkeys((*own, *map(str, READY)))))
        self.ready.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.ready.setMinimumHeight(look.px(ROW) * min(self.ready.count(), MOST_ROWS) + 4)
        self.brief = Tick(look, tr("For one minute; else until this stage ends"))
        self.brief.setObjectName("wall-line-brief")
        self.body.addWidget(
            Words(tr("It stands beside the clock, where everyone can read it."), "second", wrap=True)
        )
        self.body.addWidget(self.line)
        self.body.addWidget(self.ready, 1)
        self.body.addWidget(self.brief)
        self.line.textChanged.connect(self._update_act)
        self.line.returnPressed.connect(self.accept)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.line)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self._go_to_ready)
        self.ready.itemSelectionChanged.connect(self._take_ready)
        self.ready.itemActivated.connect(self._show_ready)
        self.accepted.connect(self._tell)
        self._update_act()
        let_fingers_scroll(self)
        self.fit_window(480, 500)
        self.line.setFocus()

    def _go_to_ready(self) -> None:
        self.ready.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ready.setCurrentRow(0)

    def accept(self) -> None:
        """Shows the line where there is one."""
        if self.line.text().strip():
            super().accept()

    def _take_ready(self) -> None:
        chosen = self.ready.currentItem()
        if chosen is not None:
            self.line.setText(chosen.text())

    def _show_ready(self, _item: QListWidgetItem) -> None:
        self.accept()

    def _update_act(self) -> None:
        self.act.setEnabled(bool(self.line.text().strip()))

    def _tell(self) -> None:
        self.line_chosen.emit(self.line.text().strip(), A_MINUTE if self.brief.isChecked() else None)
