"""Is any text cut? Words against the room they have, by the measures of their own type."""

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QTableView,
    QTextEdit,
    QWidget,
)

from desktop.widgets.elided import ElidedWords
from desktop.widgets.words import Words
from tests.walk.seeing import cells, described, is_content, is_part_of_control, shown

SLACK = 1
"""Rounding of widths, in pixels."""
MOST_ROWS = 60


def cut_texts(window: QWidget) -> Iterator[str]:
    """Every text in a window that does not fit where it stands."""
    for widget in shown(window):
        if is_part_of_control(widget):
            continue
        yield from _cut_in(widget)


def _cut_in(widget: QWidget) -> Iterator[str]:
    match widget:
        case ElidedWords():
            yield from _cut_elided(widget)
        case QLabel():
            yield from _cut_label(widget)
        case QLineEdit():
            yield from _cut_line(widget)
        case QAbstractSpinBox():
            yield from _cut_number(widget)
        case QComboBox():
            yield from _cut_choice(widget)
        case QTabBar():
            yield from _cut_tabs(widget)
        case QTextEdit() | QPlainTextEdit():
            yield from _cut_document(widget)
        case QHeaderView():
            yield from _cut_headings(widget)
        case QAbstractItemView():
            yield from _cut_cells(widget)
        case _ if is_content(widget):
            yield from _squeezed(widget)


def _wide(widget: QWidget, text: str) -> int:
    return max(QFontMetrics(widget.font()).horizontalAdvance(line) for line in text.split("\n"))


def _cut_label(label: QLabel) -> Iterator[str]:
    if not label.text():
        return
    room = label.contentsRect().size() - QSize(2 * label.margin(), 2 * label.margin())
    # A minimum height that was set stands in for the one the words need.
    needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
    word = max(label.text().split() or [""], key=len) if label.wordWrap() else label.text()
    if label.height() + SLACK < needed:
        yield f"cut text: {described(label)} is {label.height()} high and needs {needed}"
    breaks = isinstance(label, Words) and label.wordWrap()  # a word without room goes on in the next line
    if not breaks and room.width() + SLACK < _wide(label, word):
        yield f"cut text: {described(label)} is {room.width()} wide and “{word[:40]}” needs {_wide(label, word)}"


def _cut_elided(label: ElidedWords) -> Iterator[str]:
    """May end in an ellipsis where all of it is in the tip, but a few letters are left of it in any case."""
    lost = label.contentsRect().width() + SLACK < _wide(label, label.text())
    if lost and "".join(label.text().split()) not in "".join(label.toolTip().replace("\u2060", "").split()):
        yield f"cut text: {described(label)} is shortened, and nothing tells the whole"
    if label.height() + SLACK < QFontMetrics(label.font()).height():
        yield f"cut text: {described(label)} is lower than its type"


def _cut_line(field: QLineEdit) -> Iterator[str]:
    hint = field.placeholderText()
    margins = field.textMargins()
    buttons = sum(b.width() for b in field.findChildren(QWidget) if b.isVisible())
    room = field.contentsRect().width() - margins.left() - margins.right() - buttons - 4
    if hint and not field.text() and room + SLACK < _wide(field, hint):
        yield f"cut text: the hint “{hint}” of {described(field)} needs {_wide(field, hint)} and has {room}"
    if field.height() < QFontMetrics(field.font()).height():
        yield f"cut text: {described(field)} is lower than its type"


def _cut_number(field: QAbstractSpinBox) -> Iterator[str]:
    line = field.findChild(QLineEdit)
    if line is None:
        return
    margins = line.textMargins()
    room = line.width() - margins.left() - margins.right() - 4
    if room + SLACK < _wide(line, field.text()):
        yield f"cut text: “{field.text()}” in {described(field)} needs {_wide(line, field.text())} and has {room}"
    if line.height() < QFontMetrics(line.font()).height() - 2:
        yield f"cut text: {described(field)} is lower than its type"


def _cut_choice(choice: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    choice.initStyleOption(option)
    box = choice.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, choice
    )
    text = choice.currentText()
    if box.width() + SLACK < _wide(choice, text) and _plain(text) not in _plain(choice.toolTip()):
        yield f"cut text: “{text[:60]}” in {described(choice)} needs {_wide(choice, text)} and has {box.width()}"
    if choice.height() < QFontMetrics(choice.font()).height():
        yield f"cut text: {described(choice)} is lower than its type"


def _cut_tabs(tabs: QTabBar) -> Iterator[str]:
    for number in range(tabs.count()):
        box = tabs.tabRect(number)
        text = tabs.tabText(number).replace("&&", "&")
        beside = tabs.tabButton(number, QTabBar.ButtonPosition.RightSide)
        room = box.width() - (beside.width() if beside is not None else 0)
        whole = _plain(text) in _plain(tabs.tabToolTip(number) or tabs.accessibleTabName(number))
        if room + SLACK < _wide(tabs, text) and not whole:
            yield f"cut text: the tab “{text[:60]}” needs {_wide(tabs, text)} and has {room}"
        if not tabs.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(box):
            yield f"cut text: the tab “{text[:60]}” at {box.x()} to {box.right()} reaches out of {tabs.width()}"


def _cut_document(view: QTextEdit | QPlainTextEdit) -> Iterator[str]:
    document = view.document()
    off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    no_bar = view.horizontalScrollBarPolicy() is off or not view.horizontalScrollBar().maximum()
    if isinstance(view, QTextEdit):
        size = document.size()
        ideal = document.idealWidth()
        if max(size.width(), ideal) > view.viewport().width() + SLACK and no_bar:
            room = view.viewport().width()
            yield f"cut page: {described(view)} is laid out {max(size.width(), ideal):.0f} wide on {room}"
        if size.height() > view.viewport().height() + SLACK and view.verticalScrollBarPolicy() is off:
            seen = view.viewport().height()
            yield f"cut page: {described(view)} is {size.height():.0f} high and {seen} are seen"
    hint = view.placeholderText()
    if hint and document.isEmpty() and view.viewport().height() < QFontMetrics(view.font()).height():
        yield f"cut text: {described(view)} is lower than its hint"


def _cut_headings(header: QHeaderView) -> Iterator[str]:
    if header.orientation() is not Qt.Orientation.Horizontal or not header.isVisible():
        return
    model = header.model()
    for section in range(header.count()):
        text = str(model.headerData(section, header.orientation()) or "")
        if header.isSectionHidden(section) or not text:
            continue
        size, needed = header.sectionSize(section), _wide(header, text)
        if size + SLACK < needed:
            yield f"cut text: the heading “{text}” needs {needed} and has {size}"


def _cut_cells(view: QAbstractItemView) -> Iterator[str]:
    window = view.viewport().rect()
    wraps = isinstance(view, QTableView | QListView) and view.wordWrap()
    for index in cells(view, MOST_ROWS):
        box, text = view.visualRect(index), str(index.data() or "")
        if not text or not box.isValid() or not box.intersects(window):
            continue
        needed = view.sizeHintForIndex(index)
        if box.height() + SLACK < needed.height():
            yield f"cut row: “{text[:40]}” in {described(view)} is {box.height()} high and needs {needed.height()}"
        by_style = "desktop." not in type(view.itemDelegateForIndex(index)).__module__
        told = _plain(text) in _plain(str(index.data(Qt.ItemDataRole.ToolTipRole) or ""))
        if by_style and not told and not wraps and box.width() + SLACK < needed.width():
            yield f"cut text: “{text[:40]}” in {described(view)} needs {needed.width()} and has {box.width()}"
    yield from _last_row_cut(view)


def _last_row_cut(view: QAbstractItemView) -> Iterator[str]:
    """All of its rows, or a bar to reach them by."""
    model, bar = view.model(), view.verticalScrollBar()
    rows = model.rowCount(view.rootIndex()) if model is not None else 0
    if not rows or bar.maximum() > bar.minimum():
        return
    last = view.visualRect(model.index(rows - 1, 0, view.rootIndex()))
    if last.isValid() and view.isVisible() and last.bottom() > view.viewport().height() + SLACK:
        yield f"cut row: the last of {described(view)} ends at {last.bottom()} of {view.viewport().height()}"


def _squeezed(widget: QWidget) -> Iterator[str]:
    """Smaller than it says it can be: what is drawn on it is cut."""
    least, layout = widget.minimumSizeHint(), widget.layout()
    high = least.height()
    if layout is not None and layout.hasHeightForWidth():
        high = layout.minimumHeightForWidth(widget.width())
    elif widget.hasHeightForWidth():
        high = widget.heightForWidth(widget.width())
    if widget.width() + SLACK < least.width() or widget.height() + SLACK < high:
        have = f"{widget.width()} x {widget.height()}"
        yield f"squeezed: {described(widget)} is {have} and needs {least.width()} x {high}"


def _plain(text: str) -> str:
    return "".join(text.replace("\u2060", "").split())
