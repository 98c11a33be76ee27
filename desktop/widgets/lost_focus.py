"""Where do the keys go when what has them is hidden, switched off or drawn anew? They stay as near as they can."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from desktop.widgets.tab_order import reading_order, tab_stops

OTHER = Qt.FocusReason.OtherFocusReason


@dataclass(frozen=True, slots=True)
class _Address:
    """What a control is, by kind and name, and the names of what it stands in, from the inside out."""

    kind: type[QWidget]
    name: str
    around: tuple[str, ...]


class LostFocus(QObject):
    """Finds the control again that had the keys, or its neighbour; never leaves the page for the rail."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._page: QWidget | None = None
        self._address: _Address | None = None
        self._stand_in: QWidget | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._find_again)

    def keep_near(self, lost: QWidget, page: QWidget) -> None:
        """Gives the keys to what is next to the lost control; once all is drawn anew, to its successor."""
        inside = page.isAncestorOf(lost)
        self._page, self._address = (page, _address_of(lost, page)) if inside else (None, None)
        self._stand_in = _neighbour(lost, page) if inside else page
        self._stand_in.setFocus(OTHER)
        self._soon.start()

    def _find_again(self) -> None:
        page, address, stand_in = self._page, self._address, self._stand_in
        self._page = self._address = self._stand_in = None
        if page is None or address is None or stand_in is None or page.window().focusWidget() is not stand_in:
            return
        of_its_kind = (one for one in page.findChildren(address.kind) if can_have_keys(one))
        if alike := [one for one in of_its_kind if _name(one) == address.name]:
            best = max(alike, key=lambda one: _names_shared(_address_of(one, page), address))
            best.setFocus(OTHER)


def can_have_keys(widget: QWidget) -> bool:
    """Whether a control is there to be used."""
    return widget.isVisible() and widget.isEnabled() and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus


def _neighbour(lost: QWidget, page: QWidget) -> QWidget:
    """The next control in the smallest group that has another one, or the one before; else the page."""
    order = list(reading_order(page))
    group = lost.parentWidget()
    while group is not None and group is not page.parentWidget():
        stops = [stop for stop in tab_stops(group) if stop is not group and can_have_keys(stop)]
        if stops:
            here = order.index(lost) if lost in order else 0
            after = [stop for stop in stops if stop in order and order.index(stop) > here]
            return after[0] if after else stops[-1]
        group = group.parentWidget()
    return page


def _address_of(widget: QWidget, page: QWidget) -> _Address:
    around, outer = [], widget.parentWidget()
    while outer is not None and outer is not page:
        around.append(_name(outer))
        outer = outer.parentWidget()
    return _Address(type(widget), _name(widget), tuple(around))


def _name(widget: QWidget) -> str:
    return widget.objectName() or widget.accessibleName()


def _names_shared(one: _Address, other: _Address) -> int:
    return sum(a == b for a, b in zip(reversed(one.around), reversed(other.around), strict=False))
