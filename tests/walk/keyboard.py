"""Can the keyboard reach everything and get away again, and does no key stand for two things?"""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import combinations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget

from desktop.widgets.tab_order import tab_stops
from tests.walk.seeing import described, shown

FIRST_STOPS, LAST_STOPS = 24, 6
"""Where there are a great many controls, the way from the first and to the last is walked."""
FIELDS_OF_A_DATE = 3
"""So often Tab may stay: a date is three fields in one."""
NONE = Qt.KeyboardModifier.NoModifier


def traps(window: QWidget) -> Iterator[str]:
    """Controls from which Tab does not lead on; Tab is pressed as often as there are controls."""
    stops = tab_stops(window)
    with left_as_it_was(window):
        yield from _trapped(window, stops)


@contextmanager
def left_as_it_was(window: QWidget) -> Iterator[None]:
    """The keys and every view go back to where they were: the walk goes on from there."""
    focused = window.focusWidget()
    bars = [(bar, bar.value()) for bar in window.findChildren(QScrollBar)]
    yield
    for bar, value in bars:
        bar.setValue(value)
    if focused is not None:
        focused.setFocus(Qt.FocusReason.OtherFocusReason)
    elif window.focusWidget() is not None:
        window.focusWidget().clearFocus()


def _trapped(window: QWidget, stops: list[QWidget]) -> Iterator[str]:
    if len(stops) < 2:
        return  # the only one has nowhere to go
    # A popup that was open took the keys of the whole window with it.
    window.activateWindow()
    QApplication.processEvents()
    stops[0].setFocus(Qt.FocusReason.TabFocusReason)
    reached: list[QWidget] = []
    presses = max(len(stops), FIELDS_OF_A_DATE + 1)
    for number in range(min(presses, FIRST_STOPS + LAST_STOPS)):
        if number == FIRST_STOPS and len(stops) > FIRST_STOPS + LAST_STOPS:
            stops[-LAST_STOPS].setFocus(Qt.FocusReason.TabFocusReason)
        here = QApplication.focusWidget() or window.focusWidget()
        if here is None:
            yield f"focus lost: Tab after {described(reached[-1]) if reached else 'the first control'}"
            return
        if here in reached[-1:] and reached[-FIELDS_OF_A_DATE:] == [here] * FIELDS_OF_A_DATE:
            yield f"focus trap: Tab stays in {described(here)}"
            return
        reached.append(here)
        _press_tab(here)


def _press_tab(widget: QWidget) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, Qt.Key.Key_Tab, NONE))


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a key stands for, and within which widget it does."""

    source: QShortcut | QAction
    widget: QWidget
    context: Qt.ShortcutContext

    def meets(self, other: "Meaning") -> bool:
        """Whether both are meant by the same press."""
        apart = {Qt.ShortcutContext.WidgetShortcut, Qt.ShortcutContext.WidgetWithChildrenShortcut}
        if not {self.context, other.context} <= apart:
            return True
        return self.widget is other.widget

    @property
    def words(self) -> str:
        """Whose it is, for a report."""
        return f"“{self.source.objectName() or type(self.source).__name__}” of {described(self.widget)}"


def clashes(window: QWidget) -> Iterator[str]:
    """Keys that stand for two things at once in this window: Qt then does neither."""
    meant: dict[str, list[Meaning]] = defaultdict(list)
    for widget in shown(window):
        for shortcut in widget.findChildren(QShortcut, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if shortcut.isEnabled():
                for key in shortcut.keys():  # noqa: SIM118  # a shortcut is no dict
                    meant[_key(key)].append(Meaning(shortcut, widget, shortcut.context()))
        for action in widget.actions():
            if action.isEnabled() and action.isVisible():
                for key in action.shortcuts():
                    meant[_key(key)].append(Meaning(action, widget, action.shortcutContext()))
    for key, whose in meant.items():
        for one, other in combinations(whose, 2):
            if key and one.meets(other):
                yield f"shortcut clash: {key} is {one.words} and {other.words}"


def _key(sequence: QKeySequence) -> str:
    return sequence.toString(QKeySequence.SequenceFormat.PortableText)
