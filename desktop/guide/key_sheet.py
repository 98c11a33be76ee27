"""The sheet of all keys, group by group, in as many columns as there is room for; narrowed by words."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.content.guide.search import folded
from desktop.guide.key_rows import KeyRow
from desktop.keys import KeyGroup, KeyLine, key_lines
from desktop.look import Look
from desktop.widgets.words import Words
from formats.language import Message

COLUMN, MOST_COLUMNS, BETWEEN = 330, 3, 40
SILENT = Message(
    "Single keys are silent while you type. Page Up and Page Down of a presenter’s clicker always work."
)
NOTHING = Message("No key has these words. Fewer words find more.")


class _Group(QFrame):
    """The keys of one part of the app, under its title."""

    def __init__(self, look: Look, group: KeyGroup, lines: tuple[KeyLine, ...]) -> None:
        super().__init__()
        self.setAccessibleName(group.heading)
        self.rows = tuple(KeyRow(look, line) for line in lines)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(2)
        column.addWidget(Words(group.heading, "pane"))
        for row in self.rows:
            column.addWidget(row)

    def narrow(self, words: tuple[str, ...]) -> bool:
        """Shows the keys that have every word, and whether there are any."""
        for row in self.rows:
            said = folded(" ".join((self.accessibleName(), row.line.word, row.line.help, *row.line.shown)))
            row.setVisible(all(word in said for word in words))
        found = any(not row.isHidden() for row in self.rows)
        self.setVisible(found)
        return found


class KeySheet(QWidget):
    """Every key there is, made from the one table; as high as it needs, so it stands in what scrolls."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("key-sheet")
        lines = key_lines()
        made = ((group, tuple(line for line in lines if line.group is group)) for group in KeyGroup)
        self._groups = tuple(_Group(look, group, those) for group, those in made if those)
        self._nothing = Words(str(NOTHING), "second", wrap=True)
        self._nothing.hide()
        self._columns = QHBoxLayout()
        self._columns.setSpacing(BETWEEN)
        self._count = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Words(str(SILENT), "second", wrap=True))
        column.addSpacing(8)
        column.addWidget(self._nothing)
        column.addLayout(self._columns)
        column.addStretch(1)
        look.look_changed.connect(self._arrange)
        self._arrange()

    def narrow(self, question: str) -> None:
        """Shows only the keys that have every word: of what they do, where, or of the key itself."""
        words = tuple(folded(question).replace("+", " ").split())
        found = [group.narrow(words) for group in self._groups]
        self._nothing.setVisible(not any(found))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """One group after the other, down each column and on in the next."""
        count = max(1, min(MOST_COLUMNS, (self.width() + BETWEEN) // (self._look.px(COLUMN) + BETWEEN)))
        if count == self._count:
            return
        self._count = count
        columns = [QVBoxLayout() for _ in range(count)]
        while self._columns.count():
            self._columns.takeAt(0)
        for group, number in zip(self._groups, self._share(count), strict=True):
            columns[number].addWidget(group)
        for column in columns:
            column.addStretch(1)
            self._columns.addLayout(column, 1)
            self._columns.setAlignment(column, Qt.AlignmentFlag.AlignTop)

    def _share(self, count: int) -> list[int]:
        """The column of each group, all about equally full."""
        sizes = [len(group.rows) + 2 for group in self._groups]
        full, before, shared = sum(sizes) / count, 0.0, []
        for size in sizes:
            shared.append(min(count - 1, int((before + size / 2) / full)))
            before += size
        return shared
