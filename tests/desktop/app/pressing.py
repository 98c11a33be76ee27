"""Pressing what can be pressed, by mouse and by screen reader, and seeing what became of it."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from desktop.app.clearing import Clearing
from desktop.places.page import PlaceName

ACTS = (QAccessibleActionInterface.pressAction(), QAccessibleActionInterface.toggleAction())
Key = tuple[str, str, int]


def name_of(widget: QWidget) -> str:
    """What a screen reader says of a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def is_pressable(button: QAbstractButton) -> bool:
    """Whether a mouse presses it; a chip that tells a fact and Qt's own cross in a field do not count."""
    fact = button.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return button.isVisible() and button.isEnabled() and not fact and not isinstance(button.parent(), QLineEdit)


def pressable(root: QWidget) -> dict[Key, QAbstractButton]:
    """Every control in view that can be pressed; of two of one name each has its number."""
    found: dict[Key, QAbstractButton] = {}
    for button in root.findChildren(QAbstractButton):
        if is_pressable(button):
            kind, name = type(button).__name__, button.objectName() or name_of(button)
            number = sum(known[:2] == (kind, name) for known in found)
            found[(kind, name, number)] = button
    return found


def press_by_mouse(button: QAbstractButton) -> None:
    """One click of the left button in its middle."""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def press_by_screen_reader(widget: QWidget) -> None:
    """The act that it offers to a screen reader."""
    interface = QAccessible.queryAccessibleInterface(widget)
    act = interface.actionInterface()
    names = [name for name in act.actionNames() if name in ACTS]
    assert len(names) == 1, f"{name_of(widget)} offers {act.actionNames()}"
    act.doAction(names[0])
    QApplication.processEvents()


def seen(app: Clearing) -> list[str]:
    """All that a person sees of the app, one line for each thing, and what is chosen for later."""
    display, folder = app.room_display, str(app.file.path.parent)
    wall = f"wall: {display.view} {display.isVisible()}"
    inside = [line.replace("\u200b", "").replace(folder, "…") for line in _seen_in(app.window)]
    return [str(app.preferences.current), wall, *inside]


def _seen_in(window: QWidget) -> Iterator[str]:
    for widget in [window, *window.findChildren(QWidget)]:
        if not widget.isVisible() or isinstance(widget.window(), QFileDialog):
            continue
        kind = type(widget).__name__
        match widget:
            case QMenu():
                chosen = [f"{action.text()} {action.isChecked()}" for action in widget.actions()]
                yield f"menu: {', '.join(chosen)}"
            case QDialog():
                yield f"dialog: {widget.windowTitle()}"
            case QAbstractButton():
                state = f"{widget.isChecked()} {widget.isEnabled()}"
                yield f"{kind}: {name_of(widget)}, {widget.text()}, {state}"
            case QLabel() | QLineEdit():
                yield f"{kind}: {widget.text()}"
            case QPlainTextEdit() | QTextEdit():
                yield f"{kind}: {widget.toPlainText()}"
            case QComboBox():
                yield f"{kind}: {widget.currentText()}"
            case QAbstractSpinBox():
                yield f"{kind}: {widget.text()}"
            case QAbstractSlider() if widget.accessibleName():
                yield f"{kind}: {widget.value()}"


def put_away(app: Clearing, place: PlaceName) -> None:
    """Closes what a press opened, and goes back to where it was pressed."""
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    for dialog in app.window.findChildren(QDialog):
        if dialog.isVisible():
            dialog.reject()
    QApplication.processEvents()
    app.window.show_place(place)
    QApplication.processEvents()
