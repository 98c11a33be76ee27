"""The field at the top of the place Sessions into which one types what to look for."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from desktop.look import Look
from desktop.widgets.icons import icon
from desktop.widgets.search_line import let_empty, put_glass
from formats.language import Message, tr

NARROWEST, WIDEST = 160, 420
ICONS = 90
"""The room that the glass and the cross to clear it take, in pixels."""
WORDS, FEWER = Message("Search every note and session"), Message("Search")


class SearchField(QLineEdit):
    """Says what can be found, and gives way to the title and the acts beside it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("search")
        self.setPlaceholderText(str(WORDS))
        self.setAccessibleName(tr("Search every note and session, {keys}", keys="Ctrl+K"))
        let_empty(self)
        self._glass = QAction(self)
        put_glass(self, self._glass)
        look.look_changed.connect(self._dress)
        self._dress()

    def fit(self, room: int) -> None:
        """Takes what the header has left for it, and says less where that is little."""
        width = max(NARROWEST, min(WIDEST, room))
        self.setFixedWidth(width)
        needed = self.fontMetrics().horizontalAdvance(str(WORDS)) + ICONS
        self.setPlaceholderText(str(WORDS if width >= needed else FEWER))

    def begin(self) -> None:
        """Ready to type another question."""
        self.setFocus()
        self.selectAll()

    def _dress(self) -> None:
        self._glass.setIcon(icon("search", self._look.colour("ink_2"), 18))
