"""Several lines were pasted into one note: shall each be a note of its own?"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.look import Look
from desktop.widgets.buttons import ActionButton
from desktop.widgets.sides import margins_as_read
from desktop.widgets.words import Words
from formats.language import tr_count
from formats.session.notes import notes_in


class LinesOffer(QFrame):
    """Hidden until lines are pasted, and while there is only one."""

    split_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._pasted = False
        self._words = Words("", wrap=True)
        self.split = ActionButton(look, "", "list-checks")
        self.split.setObjectName("note-split")
        self.split.clicked.connect(self.split_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(margins_as_read(10, 6, 6, 6))
        row.addWidget(self._words, 1)
        row.addWidget(self.split)
        self.hide()

    def notice_paste(self, text: str) -> None:
        """Lines were pasted: `text` is all that is in the note now."""
        self._pasted = True
        self.follow(text)

    def follow(self, text: str) -> None:
        """Counts the lines of the note anew; without any, the paste is forgotten."""
        count = len(notes_in(text))
        self._pasted = self._pasted and count > 0
        self._words.setText(tr_count("{count} line.", "{count} lines.", count))
        self.split.setText(tr_count("Make {count} note", "Make {count} notes", count))
        self.split.setAccessibleName(self.split.text())
        self.split.updateGeometry()
        self.setVisible(self._pasted and count > 1)
