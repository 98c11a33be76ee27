"""The one window: the rail and the place that is open."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QChildEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from desktop.app.before_places import BeforePlaces
from desktop.app.rail import Rail
from desktop.look import Look
from desktop.places.page import Page, PlaceName
from desktop.places.page_navigator import PageNavigator
from desktop.widgets.any_layout import AnyLayoutKeys
from desktop.widgets.help_topic import HELP_TOPIC
from desktop.widgets.lost_focus import LostFocus, can_have_keys
from desktop.widgets.notice import Notice
from desktop.widgets.tab_order import step_focus
from desktop.widgets.tips import title_text
from desktop.widgets.words import Words

APP = "Clearing"
SMALLEST = (1024, 600)
USUAL = (1440, 900)
TITLE_BAR = 40


class MainWindow(QMainWindow):
    """Shows one place at a time, and above it what is wrong with saving, and what there is to say."""

    closing = Signal()
    help_requested = Signal()
    """The guide's page about this place is asked for."""
    sheet_requested = Signal()
    """The sheet of keys is asked for."""
    leaving_place = Signal()
    """Another place is about to be opened."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._is_marked = False
        self.setWindowTitle(APP)
        self.setMinimumSize(*SMALLEST)
        self.resize(*USUAL)
        self.places = PageNavigator()
        self._before = BeforePlaces(look)
        self.notice, self.alarm = Notice(look), Notice(look)
        self._mark = Words("", "mark", wrap=True)
        self._mark.setObjectName("mark")
        self._mark.hide()
        self._rail, self._look = Rail(look), look
        self._dress_soon = QTimer(self)
        self._dress_soon.setSingleShot(True)
        self._dress_soon.timeout.connect(self._dress_what_lies_over)
        for part in (self._rail, self._before):
            look.dress(part)
        self.places.stack.page_requested.connect(self.show_place)
        self._rail.place_chosen.connect(self.show_place)
        self._keys, self._lost_focus = AnyLayoutKeys(self), LostFocus(self)
        self._lay_out()
        self._rail.show_chosen(PlaceName.SESSIONS)
        self._before.setFocus(Qt.FocusReason.OtherFocusReason)  # else the rail has the keys, with a ring around it

    def furnish(self, places: Mapping[PlaceName, Callable[[], Page]]) -> None:
        """Puts the places in, in the order of the rail, and opens the first."""
        for part in (self._mark, self.alarm, self.notice):
            self._look.dress(part)
        self.places.furnish(places)
        self.show_place(PlaceName.SESSIONS)
        self.places.stack.removeWidget(self._before)
        self._before.deleteLater()

    def furnish_anew(self, places: Mapping[PlaceName, Callable[[], Page]]) -> None:
        """Builds the rail and the places again, as for another language; the window itself and its place stay."""
        place = self.place
        self.setUpdatesEnabled(False)
        self.unsetLocale()
        self._put_notice_above()  # it may stand in a place that goes
        for dialog in self.findChildren(QDialog, options=Qt.FindChildOption.FindDirectChildrenOnly):
            dialog.close()  # a card that was left open belongs to a place that goes
        self._replace_rail()
        self.places.furnish(places)
        self.show_place(place)
        for layout in (self._row, self._column):
            layout.activate()  # else the next frame shows what has no place yet
        self.setUpdatesEnabled(True)

    def show_place(self, name: PlaceName) -> None:
        """Opens a place."""
        self.leaving_place.emit()
        self._rail.show_chosen(name)
        self.setProperty(HELP_TOPIC, name.value)  # a dialog over it without a page of its own asks for it
        self.places.open(name)
        self._place_notice()

    def mark(self, title: str, further: str) -> None:
        """Says for good, above every place, what this window is, as it is no ordinary one, and more of it."""
        self._is_marked = True
        self.setWindowTitle(title)
        self._mark.setText(f"{title}. {further}")
        self._mark.show()

    def name_session(self, name: str) -> None:
        """Says in the title which session is on the table, for the task bar and screen readers; "" for none."""
        if not self._is_marked:
            self.setWindowTitle(title_text(f"{name} – {APP}" if name else APP))

    def show_time(self, words: str, tint: str) -> None:
        """Shows the time of a session that runs on the rail, for the places without a dial; "" where none does."""
        self._rail.show_time(words, tint)

    def open_up(self) -> None:
        """Shows itself, never larger than its screen: it fills one that has little more room than it needs."""
        room = self.screen().availableGeometry().size()
        self.setMinimumSize(QSize(*SMALLEST).boundedTo(room))
        if room.width() < USUAL[0] or room.height() < USUAL[1] + TITLE_BAR:
            self.resize(QSize(*USUAL).boundedTo(room))
            self.showMaximized()
        else:
            self.show()

    def come_forward(self) -> None:
        """Comes to the front, as a second start asks."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    @property
    def place(self) -> PlaceName:
        """The place that is open."""
        return self.places.current_name

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing saves; whoever keeps the library asks before that where something could be lost."""
        self.closing.emit()
        super().closeEvent(event)

    def childEvent(self, event: QChildEvent) -> None:
        """What comes to lie over the places, such as a hint or a window of Qt's own, wears the look too."""
        super().childEvent(event)
        if not event.polished() or not self.places.are_there:
            return  # to ask Qt for a child of unknown kind takes a fifth of a start
        self._dress_soon.start()

    def _dress_what_lies_over(self) -> None:
        """Not while Qt tells of it: PySide takes a child that it is asked for then to be gone afterwards."""
        for over in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if over is not self.centralWidget():
                self._look.dress(over)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes as the window reads, whatever was made first; Qt asks too when what has the keys goes."""
        focused, page = self.focusWidget(), self.places.stack.currentWidget()
        if focused is not None and focused is not page and page is not None and not can_have_keys(focused):
            self._lost_focus.keep_near(focused, page)
            return True
        return step_focus(self, forward=forward)

    def _place_notice(self) -> None:
        """Above the place that is open, or where the place itself has a spot for it."""
        page, is_said = self.places.stack.currentWidget(), not self.notice.isHidden()
        if not (isinstance(page, Page) and page.take_notice(self.notice)):
            self._put_notice_above()
        self.notice.setVisible(is_said)  # Qt hides what comes into another widget

    def _put_notice_above(self) -> None:
        is_said = not self.notice.isHidden()
        self.notice.setMinimumHeight(0)
        self._column.insertWidget(self._column.indexOf(self.places.stack), self.notice)
        self.notice.setVisible(is_said)

    def _replace_rail(self) -> None:
        before, self._rail = self._rail, Rail(self._look)
        self._look.dress(self._rail)
        self._rail.place_chosen.connect(self.show_place)
        self._row.replaceWidget(before, self._rail)
        self._rail.show()
        before.hide()
        before.deleteLater()

    def _lay_out(self) -> None:
        middle = QWidget()
        row = self._row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        column = self._column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._mark)
        column.addWidget(self.alarm)
        self.places.stack.addWidget(self._before)
        column.addWidget(self.places.stack, 1)
        row.addLayout(column, 1)
        self.setCentralWidget(middle)
