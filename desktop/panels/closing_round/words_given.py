"""The words of the closing round, by the alphabet, and the line to type one more."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.look import Look
from desktop.widgets.chips import Chip
from desktop.widgets.flow import FlowLayout
from desktop.widgets.limited_length import limit_length
from desktop.widgets.press import connect_press
from desktop.widgets.scrolling import clear_layout
from desktop.widgets.tips import plain_tip
from desktop.widgets.words import Words
from formats.language import tr
from formats.session.closing_round import LONGEST_WORD

FIELD = 420


class WordField(QLineEdit):
    """A word is added with Enter, and when the field is left; Escape gives the keys back."""

    exit_requested = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.exit_requested.emit()
        else:
            super().keyPressEvent(event)


class WordsGiven(QWidget):
    """Chips and a field; a press on a chip takes its word away."""

    word_entered = Signal(str)
    word_removed = Signal(object)
    """A word is to be taken away: str."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[str, ...] = ()
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, 6)
        self.field = WordField()
        self.field.setObjectName("closing-word")
        self.field.setAccessibleName(tr("One word, if someone wishes"))
        self.field.setPlaceholderText(tr("Type a word, Enter adds it"))
        limit_length(self.field, LONGEST_WORD)
        self.field.editingFinished.connect(self._enter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Words(tr("One word, if you wish"), "pane"))
        column.addWidget(Words(tr("Kept by the alphabet, without names"), "label", wrap=True))
        column.addWidget(self._chips)
        column.addWidget(self.field)
        self._take_width()
        look.look_changed.connect(self._take_width)

    def show_words(self, words: tuple[str, ...]) -> None:
        """Shows the words there are."""
        if words == self._shown:
            return
        self._shown = words
        clear_layout(self._flow)
        for number, word in enumerate(words):
            chip = Chip(self._look, word, "x", choice=True, size=15, shortens=True, parent=self._chips)
            chip.setObjectName(f"word-{number}")
            chip.setCheckable(False)
            chip.setAccessibleName(tr("Take “{word}” away", word=word))
            chip.setToolTip(plain_tip(tr("Takes “{word}” away", word=word)))
            connect_press(chip, self.word_removed, word)
            self._flow.addWidget(chip)
            chip.show()
        self._chips.updateGeometry()

    def _enter(self) -> None:
        word = self.field.text()
        if word.strip():
            self.field.clear()
            self.word_entered.emit(word)

    def _take_width(self) -> None:
        self.field.setMaximumWidth(self._look.px(FIELD))
