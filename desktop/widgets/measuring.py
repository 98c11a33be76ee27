"""How high is a column of words at a width, before it is laid out?"""

from PySide6.QtWidgets import QLayout, QWidget


def height_at(column: QLayout, width: int) -> int:
    """Asked anew of everything in it: Qt keeps what was hidden or in another dress as it last measured it."""
    holder = column.parentWidget()
    assert holder is not None, "a column of words stands in something"
    for widget in holder.findChildren(QWidget):
        widget.updateGeometry()
    for inner in holder.findChildren(QLayout):
        inner.invalidate()
    column.invalidate()
    return column.heightForWidth(width)
