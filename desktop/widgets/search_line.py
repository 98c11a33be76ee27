"""A line to search with: the glass at its start, and the cross that empties it again."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from formats.language import Message

SEARCH, EMPTY = Message("Search"), Message("Empty the search")


def let_empty(line: QLineEdit) -> None:
    """Puts a cross at the end of what is typed; Qt gives it no name."""
    line.setClearButtonEnabled(True)
    _name_new_buttons(line, str(EMPTY))


def put_glass(line: QLineEdit, glass: QAction) -> None:
    """Puts a glass at the start, by its action; a press on it goes into the line."""
    glass.setText(str(SEARCH))
    glass.triggered.connect(line.setFocus)
    line.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
    _name_new_buttons(line, str(SEARCH))


def _name_new_buttons(line: QLineEdit, name: str) -> None:
    for button in line.findChildren(QAbstractButton):
        if not button.accessibleName():
            button.setAccessibleName(name)
