"""What is looked at when the walk stops somewhere: every check, on one window as it is now."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QMenu, QWidget

from desktop.look import Look
from desktop.widgets.tab_order import tab_stops
from tests.walk.allowed import is_allowed
from tests.walk.control_names import nameless, tips_with_markup
from tests.walk.cut_text import cut_texts
from tests.walk.faint import faint_paintings, faint_words
from tests.walk.fingers import deaf_to_fingers
from tests.walk.keyboard import clashes, traps
from tests.walk.out_of_place import cut_menu, cut_popup, misplaced, off_screen
from tests.walk.own_texts import OwnTexts
from tests.walk.painted import cut_paintings, painted_texts
from tests.walk.rings import rings_over_neighbours
from tests.walk.seeing import cells, said_name, shown, text_of
from tests.walk.standing import moved_acts

Check = Callable[[str, QWidget], Iterator[str]]
"""What is wrong with a window, at a stop of this name."""
MOST_ROWS = 400
MOST_ROUNDS = 12
"""So often a window may be laid out again before it is looked at."""


class Visitor:
    """Looks at windows one after the other, and keeps what is wrong with each."""

    def __init__(
        self,
        look: Look,
        *,
        high_contrast: bool = False,
        pictures: Path | None = None,
        also: Sequence[Check] = (),
    ) -> None:
        """`also` are checks that a setting has for itself."""
        self._look, self._high, self._pictures, self._also = look, high_contrast, pictures, also
        self.own = OwnTexts()
        self.faults: list[str] = []
        self.stops: list[str] = []
        self._popups: set[str] = set()
        self._gone_through: set[tuple[int, ...]] = set()
        self._rings: set[str] = set()
        self._stood: dict[str, QRect] = {}

    def visit(self, name: str, window: QWidget) -> None:
        """Looks at a window, and takes its picture where pictures are wanted."""
        self.settle(window)
        self.stops.append(name)
        self._take_picture(name, window)
        found = self._lasting(window)
        found += [fault for check in self._also for fault in check(name, window)]
        if not isinstance(window, QMenu):
            found += [*self._choices(window), *self._traps(window), *rings_over_neighbours(window, self._rings)]
            found += moved_acts(window, self._stood)
        told = (f"{name}: {fault}" for fault in dict.fromkeys(found))
        self.faults += [fault for fault in told if not is_allowed(fault)]

    def settle(self, window: QWidget) -> None:
        """Lets the window be laid out until nothing moves any more."""
        settle(window)

    def come_round(self) -> None:
        """Lets the window answer once."""
        QApplication.processEvents()

    def _lasting(self, window: QWidget) -> list[str]:
        """What is still wrong at a second look: something may have been said a moment ago, by another thread."""
        first = list(self._menu(window) if isinstance(window, QMenu) else self._window(window))
        if not first or isinstance(window, QMenu):
            return first
        settle(window)
        again = set(self._window(window))
        return [fault for fault in first if fault in again]

    def _window(self, window: QWidget) -> Iterator[str]:
        yield from cut_texts(window)
        yield from misplaced(window)
        yield from self._paintings(window)
        yield from nameless(window)
        yield from tips_with_markup(window)
        yield from clashes(window)
        yield from deaf_to_fingers(window)

    def _menu(self, menu: QMenu) -> Iterator[str]:
        yield from cut_menu(menu)
        yield from off_screen(menu)
        yield from tips_with_markup(menu)

    def _paintings(self, window: QWidget) -> Iterator[str]:
        picture, texts = painted_texts(window)
        yield from cut_paintings(texts, told_somewhere(window))
        yield from faint_words(window, picture, high=self._high)
        yield from faint_paintings(picture, texts, high=self._high, window=window)

    def _choices(self, window: QWidget) -> Iterator[str]:
        """Each list to choose from, opened once."""
        for choice in [w for w in shown(window) if isinstance(w, QComboBox) and w.count() and w.isEnabled()]:
            name = f"{said_name(choice)} {choice.count()}"
            if name not in self._popups and not choice.visibleRegion().isEmpty():
                self._popups.add(name)
                yield from cut_popup(choice)
                settle(window)

    def _traps(self, window: QWidget) -> Iterator[str]:
        """The same controls are gone through once, whatever they say meanwhile."""
        stops = tuple(map(id, tab_stops(window)))
        if stops not in self._gone_through:
            self._gone_through.add(stops)
            yield from traps(window)

    def _take_picture(self, name: str, window: QWidget) -> None:
        if self._pictures is None:
            return
        self._pictures.mkdir(parents=True, exist_ok=True)
        file = self._pictures / f"{len(self.stops):03} {name.replace('/', ' ')}.png"
        if not window.grab().save(str(file)):
            raise OSError(f"The picture {file} could not be written.")


def settle(window: QWidget) -> None:
    """Lets the window be laid out until nothing moves any more."""
    before: list[object] = []
    for _ in range(MOST_ROUNDS):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
        now: list[object] = [widget.geometry() for widget in window.findChildren(QWidget)]
        if now == before:
            return
        before = now


def told_somewhere(window: QWidget) -> set[str]:
    """Every text that a name, a tip, a description or a cell tells in full."""
    told: set[str] = set()
    for widget in shown(window):
        told |= {widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), text_of(widget)}
        if isinstance(widget, QAbstractItemView):
            told |= {str(cell.data(Qt.ItemDataRole.ToolTipRole) or "") for cell in cells(widget, MOST_ROWS)}
    return {" ".join(text.replace("\u2060", "").split()) for text in told if text}
