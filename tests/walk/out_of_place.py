"""Is anything out of its place: cut off by what is around it, over its neighbour, larger than the screen?"""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QGridLayout, QMenu, QStackedLayout, QWidget

from tests.walk.seeing import described, is_content, scrolled_in, shown

SLACK = 1
FRAME = 2
LIES_OVER = {"passing-by", "passing", "moving-on", "way-back", "rubber-band"}
"""These lie over whatever is there, for a moment and on a ground of their own."""


MENU_MARGIN = 40
"""A menu that leaves so little of the screen free is as high as it can be."""


def misplaced(window: QWidget) -> Iterator[str]:
    """Everything in a window that is cut off or lies over something else."""
    yield from _too_large(window)
    for widget in shown(window):
        if widget is not window and is_content(widget):
            yield from _cut_off(widget, window)
        yield from _overlapping(widget)


def _too_large(window: QWidget) -> Iterator[str]:
    screen = window.screen().availableGeometry()
    # The screen that nobody sees puts a frame around a window that fills it.
    if not window.screen().geometry().adjusted(-FRAME, -FRAME, FRAME, FRAME).contains(window.geometry()):
        yield f"too large: {described(window)} is at {_words(window.geometry())} of {_words(screen)}"


def _cut_off(widget: QWidget, window: QWidget) -> Iterator[str]:
    """Goes outwards until something scrolls: what is further out is asked of the area that scrolls."""
    box, inner, around = widget.rect(), widget, widget.parentWidget()
    while around is not None and inner is not window:
        box = QRect(inner.mapToParent(box.topLeft()), box.size())
        area = scrolled_in(inner)
        if area is not None:
            off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            sideways = area.horizontalScrollBarPolicy() is not off and area.horizontalScrollBar().maximum() > 0
            wide = sideways or _within_width(box, around.rect())
            high = area.verticalScrollBar().maximum() > 0 or _within_height(box, around.rect())
            # What was scrolled past is not lost; what is wider than the view is, where nothing scrolls sideways.
            if not (wide and high):
                yield _cut_off_words(widget, box, area, around.rect())
            return
        if not (_within_width(box, around.rect()) and _within_height(box, around.rect())):
            yield _cut_off_words(widget, box, around, around.rect())
            return
        inner, around = around, around.parentWidget()


def _cut_off_words(widget: QWidget, box: QRect, around: QWidget, room: QRect) -> str:
    return f"cut off: {described(widget)} at {_words(box)} of {_words(room)} in {described(around)}"


def _overlapping(parent: QWidget) -> Iterator[str]:
    if isinstance(parent, QComboBox | QMenu) or isinstance(parent.layout(), QStackedLayout):
        return
    children = [
        child
        for child in parent.children()
        if isinstance(child, QWidget)
        and child.isVisible()
        and not child.isWindow()
        and child.objectName() not in LIES_OVER
        and not child.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        and (is_content(child) or child.layout() is not None)
    ]
    for one, other in combinations(children, 2):
        shared = one.geometry().intersected(other.geometry())
        if shared.width() > SLACK and shared.height() > SLACK and not _over_on_purpose(parent, one, other):
            yield f"overlap: {described(one)} and {described(other)} share {_words(shared)}"


def _over_on_purpose(parent: QWidget, one: QWidget, other: QWidget) -> bool:
    """Two in the same cell of a grid were put over each other; children of the upper one are its own matter."""
    names = {child.objectName() for widget in (one, other) for child in widget.findChildren(QWidget)}
    return bool(names & LIES_OVER) and any(isinstance(c, QGridLayout) for c in parent.findChildren(QGridLayout))


def off_screen(popup: QWidget) -> Iterator[str]:
    """A popup with a part outside the screen, where nobody can press it."""
    screen = QGuiApplication.screenAt(popup.geometry().center()) or popup.screen()
    if not screen.geometry().adjusted(-FRAME, -FRAME, FRAME, FRAME).contains(popup.geometry()):
        yield f"off screen: {described(popup)} at {_words(popup.geometry())} of {_words(screen.geometry())}"


def cut_menu(menu: QMenu) -> Iterator[str]:
    """Rows of a menu that are not whole, or wider than it."""
    if menu.height() >= menu.screen().availableGeometry().height() - MENU_MARGIN:
        return  # it scrolls
    for action in menu.actions():
        box = menu.actionGeometry(action)
        if action.isVisible() and box.isValid() and not menu.rect().contains(box):
            yield f"cut row: “{action.text()[:60]}” at {_words(box)} of a menu of {_words(menu.rect())}"


def cut_popup(choice: QComboBox) -> Iterator[str]:
    """The list of a choice, open: whole rows, or a bar to reach them by, and no frame of the style's own."""
    choice.showPopup()
    view = choice.view()
    last = view.visualRect(choice.model().index(choice.count() - 1, choice.modelColumn()))
    room, bar = view.viewport(), view.verticalScrollBar()
    if bar.maximum() == 0 and last.bottom() >= room.height():
        yield f"cut row: the popup of {described(choice)} ends at {room.height()}, its last row at {last.bottom()}"
    if bar.maximum() > 0 and choice.count() <= choice.maxVisibleItems() and _fits_screen(choice, last.height()):
        yield f"cut row: the popup of {described(choice)} scrolls with {choice.count()} rows"
    wide = view.sizeHintForColumn(choice.modelColumn())
    if wide > room.width() + SLACK and wide < view.screen().availableGeometry().width() // 2:
        yield f"cut text: the popup of {described(choice)} is {room.width()} wide and needs {wide}"
    frame = view.window()
    if getattr(frame, "frameWidth", int)() > 0 and frame is not view:
        yield f"stray frame: the popup of {described(choice)} has a frame {frame.frameWidth()} wide around its own"
    yield from off_screen(frame)
    choice.hidePopup()


def _fits_screen(choice: QComboBox, row: int) -> bool:
    screen = choice.screen().availableGeometry()
    below = screen.bottom() - choice.mapToGlobal(QPoint(0, choice.height())).y()
    above = choice.mapToGlobal(QPoint(0, 0)).y() - screen.top()
    return (choice.count() + 1) * row < max(above, below)


def _within_width(box: QRect, room: QRect) -> bool:
    return box.left() >= room.left() - SLACK and box.right() <= room.right() + SLACK


def _within_height(box: QRect, room: QRect) -> bool:
    return box.top() >= room.top() - SLACK and box.bottom() <= room.bottom() + SLACK


def _words(box: QRect) -> str:
    return f"{box.x()},{box.y()} {box.width()} x {box.height()}"
