"""Lists of people given to Prepare without a button: a file or text dropped on it, or a key that pastes."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from desktop.dialogs.list_sources import carries_list, source_of
from desktop.keys import PASTE_NAMES
from formats.language import tr

DRAGGED = (QEvent.Type.DragEnter, QEvent.Type.DragMove)


class ListsGiven(QObject):
    """Listens for as long as the page can be seen."""

    list_dropped = Signal(object)
    """A list was dropped: ListSource."""
    paste_requested = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        page.setAcceptDrops(True)
        page.installEventFilter(self)
        shortcut = QShortcut(QKeySequence(PASTE_NAMES), page)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(self._paste)

    def eventFilter(self, page: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent) or event.source() is not None:
            return False  # what is dragged about within the window is no list
        if event.type() in DRAGGED and carries_list(event.mimeData()):
            event.acceptProposedAction()
            return True
        if event.type() is QEvent.Type.Drop:
            event.acceptProposedAction()
            self.list_dropped.emit(source_of(event.mimeData(), tr("what was dropped")))
            return True
        return False

    def _paste(self) -> None:
        """In a field the key pastes there, as it does elsewhere."""
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit | QPlainTextEdit):
            field.paste()
        else:
            self.paste_requested.emit()
