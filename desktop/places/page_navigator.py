"""The places one above the other, one in view: each is built when it is first asked for."""

from collections.abc import Callable, Hashable, Iterator, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QStackedWidget, QWidget
from shiboken6 import isValid

from desktop.places.page import Page, PlaceName


class PageStack(QStackedWidget):
    """Where the places are."""

    page_requested = Signal(object)
    """One of them asks for another: PlaceName."""


class PageNavigator:
    """All places by name. A start builds only the one in view: the others cost nothing until they are opened."""

    # Not itself a widget: PySide takes a widget with `__getitem__` for a sequence and asks it for number 0.

    def __init__(self) -> None:
        self._builders: Mapping[PlaceName, Callable[[], Page]] = {}
        self._built: dict[PlaceName, Page] = {}
        self._written_in: dict[Page, QWidget] = {}
        self._remembered: dict[PlaceName, Hashable] = {}
        self.stack = PageStack()

    def __getitem__(self, name: PlaceName) -> Page:
        """A place, built now where it has not been opened before."""
        self.build(name)
        return self._built[name]

    def furnish(self, builders: Mapping[PlaceName, Callable[[], Page]]) -> None:
        """Says how each place is built. Until then there is none, and what stands in the stack is no place.

        Places that were built before are gone; what is typed in them has to be kept by then.
        """
        self._builders = builders
        for name, place in self._built.items():
            self._remembered[name] = place.remember()
            self.stack.removeWidget(place)
            place.hide()
            place.deleteLater()
        self._built.clear()
        self._written_in.clear()

    @property
    def are_there(self) -> bool:
        """Whether there are places yet."""
        return bool(self._builders)

    @property
    def current_name(self) -> PlaceName:
        """The place in view."""
        return next(name for name, place in self._built.items() if place is self.stack.currentWidget())

    def build(self, name: PlaceName) -> None:
        """Builds a place, unless it is there."""
        for _ in self.build_in_steps(name):
            pass

    def build_in_steps(self, name: PlaceName) -> Iterator[None]:
        """The same in two steps; where it is asked for after the first, it is there even so."""
        if name not in self._built:
            place = self._built[name] = self._builders[name]()
            if (remembered := self._remembered.pop(name, None)) is not None:
                place.recall(remembered)
            place.page_requested.connect(self.stack.page_requested)
            yield
        made = self._built.get(name)  # none where all places were let go of meanwhile
        if made is not None and self.stack.indexOf(made) < 0:
            self.stack.addWidget(made)
            made.look.dress(made)

    @property
    def built(self) -> tuple[Page, ...]:
        """The places that are there."""
        return tuple(self._built.values())

    def open(self, name: PlaceName) -> None:
        """Brings a place into view and gives it the keys."""
        place = self[name]
        if place is not self.stack.currentWidget():
            self._remember_writing()
        place.draw_ahead()
        self.stack.setCurrentWidget(place)
        # Else Qt gives the keys to the first button of the rail, with a ring around it.
        place.setFocus(Qt.FocusReason.OtherFocusReason)
        self._go_on_writing(place)

    def _remember_writing(self) -> None:
        """Half a note is gone on with on the way back; else Space, in the next words, would pause the session."""
        left, focused = self.stack.currentWidget(), QApplication.focusWidget()
        if isinstance(left, Page) and focused is not None and left.isAncestorOf(focused) and _text_in(focused):
            self._written_in[left] = focused

    def _go_on_writing(self, place: Page) -> None:
        field = self._written_in.pop(place, None)
        if field is not None and isValid(field) and field.isVisibleTo(place) and _text_in(field):
            field.setFocus(Qt.FocusReason.OtherFocusReason)


def _text_in(widget: QWidget) -> str:
    """What is written in a field for words; nothing for any other widget."""
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText()
    return widget.text() if isinstance(widget, QLineEdit) else ""
