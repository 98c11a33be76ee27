"""What was last done to the agenda, said below it, where it moves nothing that the pointer is on."""

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.look import Look
from desktop.widgets.screen_reader import announce
from desktop.widgets.scrolling import ScrollColumn
from desktop.widgets.sides import margins_as_read
from desktop.widgets.words import Words, make_frame
from formats.language import tr

MOST_SAID = 60
"""How high what was done may be, grown with the text."""


class _FewLines(ScrollColumn):
    """Words that scroll where they are many: the agenda below has the room."""

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._look = look
        self.column.addWidget(words)
        self.read_by_keys(tr("What was done"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.inner.installEventFilter(self)

    def sizeHint(self) -> QSize:
        """As high as the words, up to a few lines."""
        edges = 2 * self.frameWidth()
        high = self.inner.heightForWidth(max(self.width(), 120) - edges) + edges
        return QSize(120, min(high, self._look.px(MOST_SAID)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Other words need more room, or less."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return False


class LastChange(QWidget):
    """A line that is there while there is something to say."""

    def __init__(self, look: Look, trouble: QWidget) -> None:
        """Silent to the eye while `trouble`, which says more, is in sight."""
        super().__init__()
        self._trouble = trouble
        self.words = Words(wrap=True)
        card = make_frame("next")
        line = QHBoxLayout(card)
        line.setContentsMargins(margins_as_read(14, 8, 8, 8))
        line.addWidget(_FewLines(look, self.words), 1)
        around = QVBoxLayout(self)
        around.setContentsMargins(24, 8, 24, 8)
        around.addWidget(card)
        self.hide()

    def say(self, sentence: str, _undo: bool) -> None:
        """Says what was done; says nothing where the sentence is empty."""
        self.words.setText(sentence)
        self.setVisible(bool(sentence) and self._trouble.isHidden())
        announce(self, sentence)

    def show_editable(self, editable: bool) -> None:
        """Says it only while the agenda can be changed."""
        self.setVisible(editable and bool(self.words.text()) and self._trouble.isHidden())
