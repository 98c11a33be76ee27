"""How does the walk get about? Presses what a person would press, and waits for what follows from it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QThreadPool
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMenu, QScrollArea, QWidget

from desktop.app.clearing import Clearing
from desktop.places.page import PlaceName
from formats.session.session import Session
from tests.desktop.conftest import StandingClock
from tests.walk.visit import Visitor

LONGEST_WAIT_MS = 8000
IN_A_ROW = 3
"""As many questions follow from one another at most: which sessions, what is in them, what is made of it."""


class Walker:
    """One person who goes through the app; `visitor` looks wherever they stop."""

    def __init__(self, app: Clearing, clock: StandingClock, visitor: Visitor, session: Session | None) -> None:
        self.app, self.clock, self._visitor, self.session = app, clock, visitor, session

    @property
    def window(self) -> QWidget:
        """The app's window."""
        return self.app.window

    def typed(self, text: str) -> str:
        """A text that a person wrote, not the app; known as such from now on."""
        self._visitor.own.add(text)
        return text

    def pasted(self, people: str) -> str:
        """A list of people, of which the app shows any part."""
        self._visitor.own.add_names(*people.splitlines())
        return people

    def open_session(self) -> None:
        """Puts the session on the table as it was before anything happened to it."""
        self.app.runner.open(None)
        if self.session is not None:
            self.app.repository.keep_session(self.session)
        self.app.runner.open(self.session)

    def go(self, place: PlaceName) -> None:
        """Opens a place."""
        self.app.window.show_place(place)
        self._visitor.settle(self.window)

    def look(self, name: str, window: QWidget | None = None) -> None:
        """Stops here and looks."""
        self._visitor.visit(name, window or self.window)

    def find(self, name: str) -> QWidget | None:
        """The widget of this name that is in view, where there is one."""
        found = [w for w in self.window.findChildren(QWidget, name) if w.isVisible()]
        return found[0] if found else None

    def press(self, name: str) -> bool:
        """Presses a button by its name; false where there is none that can be pressed now."""
        button = self.find(name)
        if not isinstance(button, QAbstractButton) or not button.isEnabled():
            return False
        bring_into_view(button)
        button.click()
        self._visitor.settle(self.window)
        return True

    def wait(self, **length: float) -> None:
        """Lets the session's clock run on."""
        self.clock.move(**length)
        self.app.runner.catch_up()
        self._visitor.settle(self.window)

    def wait_until(self, done: Callable[[], bool]) -> None:
        """Until what was begun in the background is there."""
        deadline = QDeadlineTimer(LONGEST_WAIT_MS)
        while not done() and not deadline.hasExpired():
            self._visitor.come_round()
            QThreadPool.globalInstance().waitForDone(20)

    def wait_for_background(self) -> None:
        """Until the threads have nothing to do, and what they found is on screen, and what was asked for then."""
        pool = QThreadPool.globalInstance()
        for _ in range(IN_A_ROW):
            pool.waitForDone(LONGEST_WAIT_MS)
            self._visitor.settle(self.window)

    def look_at_popup(self, name: str) -> None:
        """Looks at the menu that is open, and at those that open from it; closes them."""
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu):
            return
        self.look(name, menu)
        for action in menu.actions():
            below = action.menu()
            if isinstance(below, QMenu) and action.isEnabled():
                menu.setActiveAction(action)
                below.popup(menu.mapToGlobal(menu.actionGeometry(action).topRight()))
                self.look(f"{name}, {action.text().partition(chr(9))[0]}", below)
                below.close()
        menu.close()
        self._visitor.settle(self.window)

    def choose_last(self) -> None:
        """Chooses the last act of the menu that is open."""
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            menu.close()
            menu.actions()[-1].trigger()
            self._visitor.settle(self.window)

    def look_at_dialog(self, name: str, dialog: QWidget | None = None) -> None:
        """Looks at the dialog that is open, and puts it away."""
        with self.dialog(dialog) as opened:
            if opened is not None:
                self.look(name, opened)

    @contextmanager
    def dialog(self, dialog: QWidget | None = None) -> Iterator[QDialog | None]:
        """The dialog that is open, until it is put away again."""
        opened = dialog or QApplication.activeModalWidget()
        yield opened if isinstance(opened, QDialog) else None
        if isinstance(opened, QDialog):
            opened.reject()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._visitor.settle(self.window)


def bring_into_view(widget: QWidget) -> None:
    """Scrolls to a widget, as whoever is about to press it does."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()
