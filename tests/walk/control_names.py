"""Does everything that takes the keys have a name and the right role, and no tip turn into markup?"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtGui import Qt as GuiText
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QMenu,
    QSlider,
    QTabBar,
    QWidget,
)

from desktop.widgets.tab_order import tab_stops
from tests.walk.seeing import cells, described, said_name, shown

Role = QAccessible.Role
MOST_ROWS = 30
NO_CONTROL = {Role.NoRole, Role.Client, Role.Pane, Role.Window, Role.Grouping, Role.Whitespace, Role.LayeredPane}
PRESSED = {
    Role.PushButton, Role.CheckBox, Role.RadioButton, Role.ButtonMenu, Role.PageTab, Role.ListItem,
    Role.ButtonDropDown,    Role.MenuItem, Role.Link,
}  # fmt: skip
ROLES = (
    (QAbstractButton, PRESSED),
    (QComboBox, {Role.ComboBox}),
    (QLineEdit, {Role.EditableText}),
    (QSlider, {Role.Slider}),
    (QTabBar, {Role.PageTabList}),
    (QAbstractItemView, {Role.List, Role.Table, Role.Tree}),
)


def nameless(window: QWidget) -> Iterator[str]:
    """Controls that a screen reader could not tell from one another, or takes for something else."""
    for stop in tab_stops(window):
        if not said_name(stop).strip():
            yield f"nameless: {described(stop)}"
        yield from _wrong_role(stop)
    for button in shown(window):
        if isinstance(button, QAbstractButton) and button.isEnabled() and not said_name(button).strip():
            inside_field = isinstance(button.parentWidget(), QLineEdit | QTabBar)
            if not inside_field and "desktop." in type(button).__module__:
                yield f"nameless: {described(button)}"


def _wrong_role(stop: QWidget) -> Iterator[str]:
    interface = QAccessible.queryAccessibleInterface(stop)
    if interface is None:
        yield f"wrong role: {described(stop)} cannot be heard at all"
        return
    role = interface.role()
    expected = next((roles for kind, roles in ROLES if isinstance(stop, kind)), None)
    if role in NO_CONTROL or (expected is not None and role not in expected):
        yield f"wrong role: {described(stop)} is heard as {role.name}"


def tips_with_markup(window: QWidget) -> Iterator[str]:
    """Tips of which a part would be read as markup, so that a name in it is not shown as it is written."""
    for widget in shown(window):
        tips = [widget.toolTip(), *(action.toolTip() for action in widget.actions())]
        if isinstance(widget, QAbstractItemView):
            tips += _tips_of_cells(widget)
        if isinstance(widget, QMenu):
            tips += [action.toolTip() for action in widget.actions()]
        for tip in tips:
            if tip and GuiText.mightBeRichText(tip):
                yield f"tip with markup: “{tip[:60]}” of {described(widget)}"


def _tips_of_cells(view: QAbstractItemView) -> list[str]:
    return [str(cell.data(Qt.ItemDataRole.ToolTipRole) or "") for cell in cells(view, MOST_ROWS)]
