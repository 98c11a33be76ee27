"""What is said of the rows that are not open, in columns under one heading?"""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.content.own_entries import OwnKind
from desktop.look import Look
from desktop.places.library.form.model import FormModel
from desktop.places.library.form.row_words import row_speakers, row_when
from desktop.places.library.form.typed import usual_seconds, write_moment, write_value
from desktop.widgets.sides import margins_as_read
from desktop.widgets.words import Words
from formats.language import Message, tr
from formats.structures.form_fields import Ask
from formats.structures.form_table import THREE, value_at

GAP = 16


@dataclass(frozen=True, slots=True)
class Column:
    """One fact: its heading, and how wide it is in pixels at usual text."""

    heading: Message
    wide: int
    is_number: bool = False


NUMBER_WIDE = 62
COLUMNS: dict[OwnKind, tuple[Column, ...]] = {
    OwnKind.STRUCTURE: (
        Column(Message("At least"), NUMBER_WIDE, is_number=True),
        Column(Message("Usual"), NUMBER_WIDE, is_number=True),
        Column(Message("At most"), NUMBER_WIDE, is_number=True),
        Column(Message("Who speaks"), 140),
        Column(Message("When"), 110),
        Column(Message("Kept longest"), 90),
    ),
    OwnKind.OPENER: (Column(Message("When"), NUMBER_WIDE, is_number=True), Column(Message("Bell"), NUMBER_WIDE)),
}
TITLE = {OwnKind.STRUCTURE: Message("Stage"), OwnKind.OPENER: Message("What is said")}


def row_cells(model: FormModel, number: int) -> tuple[str, ...]:
    """The facts of a row, one for each column."""
    row = model.rows[number]
    if model.kind is OwnKind.OPENER:
        return (write_moment(row.get("at"), usual_seconds(model)), tr("Yes") if row.get("bell") is True else "")
    lengths = (write_value(Ask.MINUTES, value_at(row, ("minutes", key))) for key in THREE)
    return (*lengths, row_speakers(row), row_when(row), tr("Yes") if row.get("protected") is True else "")


class RowCells(QWidget):
    """One text for each column, as wide as its column."""

    def __init__(self, look: Look, kind: OwnKind, role: str) -> None:
        super().__init__()
        self._look, self._columns = look, COLUMNS[kind]
        self.words = tuple(Words("", role, wrap=True) for _ in self._columns)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        for words, column in zip(self.words, self._columns, strict=True):
            side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
            words.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            line.addWidget(words)
        self._fit()
        look.look_changed.connect(self._fit)

    def show_texts(self, texts: tuple[str, ...]) -> None:
        """Shows one for each column."""
        for words, text in zip(self.words, texts, strict=True):
            words.setText(text)

    def _fit(self) -> None:
        for words, column in zip(self.words, self._columns, strict=True):
            words.setFixedWidth(self._look.px(column.wide))


class CellsHeading(QWidget):
    """The words above the columns."""

    def __init__(self, look: Look, kind: OwnKind, before: int) -> None:
        """`before` is the width in pixels that a row has before its title."""
        super().__init__()
        cells = RowCells(look, kind, "label")
        cells.show_texts(tuple(str(column.heading) for column in COLUMNS[kind]))
        line = QHBoxLayout(self)
        line.setContentsMargins(margins_as_read(before, 8, 8, 4))
        line.setSpacing(8)
        line.addWidget(Words(str(TITLE[kind]), "label"), 1)
        line.addWidget(cells)
