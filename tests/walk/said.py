"""What does a window say? Every text that is read, heard or pointed at, and what it stands on."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QTextEdit,
    QWidget,
)

from tests.walk.painted import painted_texts
from tests.walk.seeing import cells, described, is_part_of_control, shown, text_of

MOST_ROWS = 40
Said = tuple[str, str]
"""A text, and where it stands."""


def texts_said(window: QWidget) -> Iterator[Said]:
    """All of a window, a dialog or an open menu."""
    if window.windowTitle():
        yield window.windowTitle(), f"title of {described(window)}"
    for widget in shown(window):
        if not is_part_of_control(widget):
            yield from ((text, f"{what} {described(widget)}") for text, what in _of(widget) if text)
    for painted in painted_texts(window)[1]:
        yield painted.text, f"painted in {described(window)}"


def _of(widget: QWidget) -> Iterator[Said]:
    yield text_of(widget), "on"
    yield from ((tip, "tip of") for tip in (widget.toolTip(), widget.statusTip(), widget.whatsThis()))
    yield from _heard(widget)
    match widget:
        case QLineEdit():
            yield widget.placeholderText(), "hint in"
        case QPlainTextEdit() | QTextEdit():
            yield widget.placeholderText(), "hint in"
            yield widget.toPlainText(), "on"
        case QComboBox():
            yield from _of_choice(widget)
        case QTabBar():
            yield from _of_tabs(widget)
        case QMenu():
            yield from _of_actions(widget.actions())
        case QAbstractItemView():
            yield from _of_cells(widget)


def _heard(widget: QWidget) -> Iterator[Said]:
    """What a screen reader says of it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    if interface is not None:
        for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Help):
            yield interface.text(kind), "name of"
        if isinstance(widget, QAbstractSpinBox):
            yield interface.text(QAccessible.Text.Value), "value of"


def _of_choice(choice: QComboBox) -> Iterator[Said]:
    for at in range(min(choice.count(), MOST_ROWS)):
        yield choice.itemText(at), "to choose in"
        yield str(choice.itemData(at, Qt.ItemDataRole.ToolTipRole) or ""), "tip in"


def _of_tabs(tabs: QTabBar) -> Iterator[Said]:
    for at in range(tabs.count()):
        yield tabs.tabText(at), "tab of"
        yield tabs.tabToolTip(at), "tip of a tab of"
        yield tabs.accessibleTabName(at), "name of a tab of"


def _of_actions(actions: list[QAction]) -> Iterator[Said]:
    for action in actions:
        yield action.text().partition("\t")[0], "entry of"
        yield action.toolTip(), "tip of an entry of"


def _of_cells(view: QAbstractItemView) -> Iterator[Said]:
    model, role = view.model(), Qt.ItemDataRole
    for column in range(model.columnCount() if isinstance(view, QTableView) and model is not None else 0):
        head = model.headerData(column, Qt.Orientation.Horizontal)
        yield (head if isinstance(head, str) else ""), "head of"
    for cell in cells(view, MOST_ROWS):
        for kind in (role.DisplayRole, role.ToolTipRole, role.AccessibleTextRole, role.AccessibleDescriptionRole):
            said = cell.data(kind)
            yield (said if isinstance(said, str) else ""), "cell of"
