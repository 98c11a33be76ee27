"""The sheet that lists every key."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.actions import ACTS, Act, key_words
from desktop.dialogs.frame import room_for_dialog
from desktop.look import Look
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.chips import Chip
from desktop.widgets.scrolling import ScrollColumn
from desktop.widgets.touch import let_fingers_scroll
from desktop.widgets.words import Words

SILENT = "Keys are silent while you type; Page Up and Page Down of a presenter’s clicker always work."
ELSEWHERE = (
    ("Ctrl+1 to Ctrl+8", "The places of the window, from Sessions to Settings"),
    ("Ctrl+K", "In Sessions: search every note and session"),
    ("Ctrl+Shift+V", "In Prepare: read the names that were copied"),
    ("1 to 5, Shift+1 to Shift+5", "In the closing round: count one hand more, or one less, with so many fingers"),
    ("Enter, Shift+Enter", "In the notes: keep the note, or begin another line of it"),
    ("Ctrl+1 to Ctrl+6", "While you write a note: its kind, from insight to story"),
    ("Ctrl+T", "While you write a note: a time marker without words"),
    ("Ctrl+0", "While you write a next step: takes off the day, then the person, read from it"),
    ("F2, Del, Space", "On a note of the list: edit it, delete it, tick a next step"),
    ("K", "On a note of the list, in Run and Summary: marks it as key, which opens the summary"),
    ("Alt+Up, Alt+Down", "On a note of the list: put it one place up or down"),
    ("Ctrl+Z, Ctrl+Shift+Z", "In the notes: undo and redo"),
)
WIDTH, HEIGHT = 760, 680


class ShortcutSheet(QDialog):
    """Every act, its keys and what it does; made from the one list of acts."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shortcut-sheet")
        self.setWindowTitle("Shortcuts")
        self._look = look
        scroll = ScrollColumn()
        scroll.read_by_keys("Shortcuts")
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        listed = [one for one in ACTS if one.keys]
        for row, one in enumerate(listed):
            self._add_row(grid, row, one)
        for row, (keys, what) in enumerate(ELSEWHERE, len(listed)):
            grid.addWidget(Chip(look, keys, size=14), row, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(Words(what, "second", wrap=True), row, 1, 1, 2)
        grid.setColumnStretch(2, 1)
        scroll.column.addLayout(grid)
        scroll.column.addStretch(1)
        close = ActionButton(look, "Close", "x", Weight.PLAIN, key="Esc")
        close.setObjectName("close-sheet")
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(Words(SILENT, "label", wrap=True), 1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 20)
        column.setSpacing(14)
        column.addWidget(Words("Shortcuts", "window"))
        column.addWidget(scroll, 1)
        column.addLayout(foot)
        let_fingers_scroll(self)
        self.resize(QSize(look.px(WIDTH), look.px(HEIGHT)).boundedTo(room_for_dialog(self)))

    def _add_row(self, grid: QGridLayout, row: int, one: Act) -> None:
        keys = QWidget()
        line = QHBoxLayout(keys)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        for key in one.keys:
            line.addWidget(Chip(self._look, key_words(key), size=14))
        line.addStretch(1)
        grid.addWidget(keys, row, 0)
        grid.addWidget(Words(one.word, "strong"), row, 1)
        grid.addWidget(Words(one.help, "second", wrap=True), row, 2)
