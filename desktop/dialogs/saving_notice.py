"""What is there to see while Clearing writes its last when the window is closed already?"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.look import Look
from desktop.widgets.tips import title_text
from desktop.widgets.words import Words
from formats.language import tr

WIDTH = 420


class SavingNotice(QWidget):
    """A small window without any acts: it is gone when all is written."""

    def __init__(self, look: Look) -> None:
        super().__init__(None, Qt.WindowType.CustomizeWindowHint | Qt.WindowType.WindowTitleHint)
        self.setObjectName("place")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        look.dress(self)
        saving = tr("Saving and closing…")
        self.setWindowTitle(title_text(saving))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(Words(saving, "window", wrap=True))
        safe = tr("All you entered is safe. It is being put into one file, with a backup.")
        column.addWidget(Words(safe, wrap=True))
        width = look.px(WIDTH)
        self.setFixedSize(width, column.totalHeightForWidth(width))
