"""Which words stand before a field? A screen reader says the same ones."""

from collections.abc import Iterable

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from desktop.widgets.words import Words


def lay_out_captioned(fields: Iterable[tuple[str, QWidget]]) -> QGridLayout:
    """The words on the left, the field on the right; what has no words stands beneath the field above it.

    Qt takes words for those of a field only under the same parent: a field is no frame around another.
    """
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(1, 1)
    for row, (caption, field) in enumerate(fields):
        grid.addWidget(field, row, 1)
        if caption:
            label = Words(caption, "second")
            label.setBuddy(field)
            grid.addWidget(label, row, 0)
            for heard in (field, *field.findChildren(QLineEdit)):
                heard.setAccessibleName(caption)
    return grid
