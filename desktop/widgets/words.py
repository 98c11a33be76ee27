"""Text on screen: always plain, so that nothing in a name or note turns into markup."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget


class Words(QLabel):
    """A label in one of the roles of the style sheet: label, caption, second, strong, pane, lead, stage."""

    def __init__(
        self, text: str = "", role: str = "", *, wrap: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setText(text)
        self.set_role(role)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def set_role(self, role: str) -> None:
        """Takes the look of another role."""
        if self.property("role") == role:
            return
        self.setProperty("role", role)
        self.style().unpolish(self)
        self.style().polish(self)


def make_frame(role: str, parent: QWidget | None = None) -> QFrame:
    """A frame in one of the roles of the style sheet: card, pane, next, notice, alarm, rule."""
    frame = QFrame(parent)
    frame.setProperty("role", role)
    return frame
