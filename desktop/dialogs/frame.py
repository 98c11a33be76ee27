"""What every dialog has: its ground, a title, a body, and the acts at its foot."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.look import Look
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.words import Words


class Dialog(QDialog):
    """A dialog over the window; `body` takes the widgets, `act` is its one main act."""

    def __init__(self, look: Look, title: str, act: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.setWindowTitle(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(Words(title, "window"))
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        column.addLayout(self.body, 1)
        self.cancel = ActionButton(look, "Cancel")
        self.act = ActionButton(look, act, weight=Weight.MAIN)
        self.act.setObjectName("act")
        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.act)
        column.addLayout(self.foot)
        self.cancel.clicked.connect(self.reject)
        self.act.clicked.connect(self.accept)
        self.finished.connect(self.deleteLater)

    def fit_window(self, width: int, height: int) -> None:
        """Takes this size, grown with the text, but never more than its window has."""
        parent = self.parentWidget()
        window = parent.window().size() if parent else None
        wide, high = self.look.px(width), self.look.px(height)
        if window is not None and window.height() > 300:
            wide, high = min(wide, window.width() - 40), min(high, window.height() - 40)
        self.resize(wide, high)
