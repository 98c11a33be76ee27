"""A key and what it does, in one line: the word at the left, at the right the keys as a keyboard has them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.keys import KeyLine
from desktop.look import Look
from desktop.widgets.words import Words, make_frame
from formats.session.wording import join_or


class KeyRow(QWidget):
    """One line of the table of keys."""

    def __init__(self, look: Look, line: KeyLine, *, with_help: bool = True) -> None:
        super().__init__()
        self.line = line
        self.setAccessibleName(f"{line.word}: {join_or(line.shown)}")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(line.word, wrap=True))
        if with_help and line.help:
            words.addWidget(Words(line.help, "label", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addLayout(words, 1)
        row.addWidget(_caps(line.shown), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(make_frame("rule"))


def _caps(keys: tuple[str, ...]) -> QWidget:
    """The keys side by side."""
    if len(keys) == 1:
        return Words(keys[0], "key")
    caps = QWidget()
    row = QHBoxLayout(caps)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    for key in keys:
        row.addWidget(Words(key, "key"))
    return caps
