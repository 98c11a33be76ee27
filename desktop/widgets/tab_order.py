"""In which order does Tab go through a window? As its layouts read, not as its widgets were made."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QWidget

from desktop.widgets.scrolling import bring_into_view


def tab_stops(root: QWidget) -> list[QWidget]:
    """The controls that Tab reaches, from the first to the last."""
    return [widget for widget in reading_order(root, hidden=False) if _is_stop(widget, root)]


def step_focus(root: QWidget, *, forward: bool) -> bool:
    """Gives the keys to the next control, or the one before, round and round, and scrolls it into sight."""
    stops = tab_stops(root)
    if not stops:
        return False
    here = _focused_stop(stops)
    if here is None:
        number = _first_stop_inside(root, stops) if forward else -1
    else:
        number = (here + (1 if forward else -1)) % len(stops)
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    stops[number].setFocus(reason)
    bring_into_view(stops[number])
    return True


def _focused_stop(stops: list[QWidget]) -> int | None:
    focused = QApplication.focusWidget()
    while focused is not None:
        if focused in stops:
            return stops.index(focused)
        focused = focused.parentWidget()
    return None


def _first_stop_inside(root: QWidget, stops: list[QWidget]) -> int:
    """Where a place as a whole has the keys, Tab goes to its own first control."""
    focused = QApplication.focusWidget()
    if focused is None or focused is root:
        return 0
    return next((n for n, stop in enumerate(stops) if focused.isAncestorOf(stop)), 0)


def _is_stop(widget: QWidget, root: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    return by_tab and widget.isEnabled() and widget.isVisibleTo(root) and widget.focusProxy() is None


def reading_order(widget: QWidget, *, hidden: bool = True) -> Iterator[QWidget]:
    """A widget and all in it, in view or not, as its layouts read."""
    yield widget
    seen: set[QWidget] = set()
    layout = widget.layout()
    if layout is not None:
        for child in _widgets_in(layout):
            seen.add(child)
            if hidden or not child.isHidden():
                yield from reading_order(child, hidden=hidden)
    for other in widget.children():
        if not isinstance(other, QWidget) or other in seen or other.isWindow():
            continue
        if hidden or not other.isHidden():
            yield from reading_order(other, hidden=hidden)


def _widgets_in(layout: QLayout) -> Iterator[QWidget]:
    """Never asks for an item: PySide keeps what it gave for one, and takes for it what comes to lie in its place.

    A window that came to lie where an item had been was an item then, and the app crashed at the next Tab.
    """
    holder = layout.parentWidget()
    widgets = [one for one in holder.children() if isinstance(one, QWidget)] if holder is not None else []
    inner = [one for one in layout.children() if isinstance(one, QLayout)]
    placed: list[tuple[int, QWidget | QLayout]] = [(layout.indexOf(one), one) for one in widgets]
    placed += [(layout.indexOf(one), one) for one in inner]
    for _, one in sorted((place for place in placed if place[0] >= 0), key=lambda place: place[0]):
        if isinstance(one, QLayout):
            yield from _widgets_in(one)
        else:
            yield one
