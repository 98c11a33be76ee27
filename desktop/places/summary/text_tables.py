"""How do the tables of a page on screen look, those that only stand for columns and boxes too?"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTableCellFormat,
    QTextTableFormat,
)

from desktop.look import Look

SOLID = QTextFrameFormat.BorderStyle.BorderStyle_Solid


@dataclass(frozen=True, slots=True)
class Edges:
    """What stands round a cell: colours of its lines and ground by their roles, and space within in pixels."""

    top: str = ""
    left: str = ""
    bottom: str = ""
    around: str = ""
    ground: str = ""
    padding: int = 2


def table_format(
    look: Look, widths: Sequence[float], spacing: int, *, headed: bool = False, goes_on: bool = False
) -> QTextTableFormat:
    """A table as wide as the text, its columns as wide as `widths` say in proportion; `goes_on` in another."""
    made = QTextTableFormat()
    made.setHeaderRowCount(1 if headed else 0)
    made.setBorder(0)
    # The block after a table loses the space above it.
    made.setBottomMargin(0 if goes_on else look.px(22))
    made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
    made.setCellSpacing(look.px(spacing))
    made.setBorderCollapse(spacing == 0)
    made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    made.setColumnWidthConstraints(
        [QTextLength(QTextLength.Type.PercentageLength, 100 * width / sum(widths)) for width in widths]
    )
    return made


def cell_format(look: Look, edges: Edges) -> QTextTableCellFormat:
    """A cell with these edges."""
    made = QTextTableCellFormat()
    made.setTopPadding(look.px(edges.padding))
    made.setBottomPadding(look.px(edges.padding))
    boxed = bool(edges.ground or edges.around)
    made.setLeftPadding(look.px(edges.padding) if boxed else 0)
    made.setRightPadding(look.px(edges.padding) if boxed else 8)
    if edges.ground:
        made.setBackground(look.colour(edges.ground))
    if edges.around:
        made.setBorder(1)
        made.setBorderStyle(SOLID)
        made.setBorderBrush(look.colour(edges.around))
    if edges.top:
        made.setTopBorder(2)
        made.setTopBorderStyle(SOLID)
        made.setTopBorderBrush(look.colour(edges.top))
    if edges.left:
        made.setLeftBorder(look.px(5))
        made.setLeftBorderStyle(SOLID)
        made.setLeftBorderBrush(look.colour(edges.left))
    if edges.bottom:
        made.setBottomBorder(1)
        made.setBottomBorderStyle(SOLID)
        made.setBottomBorderBrush(look.colour(edges.bottom))
    return made


def align(cursor: QTextCursor, *, right: bool) -> None:
    """Sets the block at a cursor to one side."""
    made = cursor.blockFormat()
    made.setAlignment(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
    cursor.setBlockFormat(made)
