"""The keys that help anywhere: F1 for what is open, and ? or Shift+F1 for the sheet of keys."""

from collections.abc import Callable

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.keys import HELP, SHEET_KEYS

Answer = Callable[[], None] | SignalInstance


class HelpKeys(QObject):
    """Listens in one window or dialog; a field that is typed into keeps its ?, and the others work there too."""

    def __init__(self, window: QWidget, help_: Answer, sheet: Answer) -> None:
        super().__init__(window)
        for key, answer in ((HELP, help_), *((key, sheet) for key in SHEET_KEYS)):
            shortcut = QShortcut(QKeySequence(key), window)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(answer)
