"""The field at the top of the place Sessions into which one types what to look for."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from desktop.look import Look
from desktop.widgets.icons import icon

NARROWEST, WIDEST, SHARE = 200, 420, 0.3


class SearchField(QLineEdit):
    """Says what can be found, and keeps its width in proportion to the place."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("search")
        self.setPlaceholderText("Search every note and session")
        self.setAccessibleName("Search every note and session, Ctrl+K")
        self.setClearButtonEnabled(True)
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        look.changed.connect(self._dress)
        self._dress()

    def fit(self, width: int) -> None:
        """Takes its share of a place that is so wide."""
        self.setFixedWidth(max(NARROWEST, min(WIDEST, int(width * SHARE))))

    def begin(self) -> None:
        """Ready to type another question."""
        self.setFocus()
        self.selectAll()

    def _dress(self) -> None:
        self._glass.setIcon(icon("search", self._look.colour("ink_2"), 18))
