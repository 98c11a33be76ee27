"""The place Help: the guide, the sheet of keys, and what this Clearing is, on three tabs."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QTabBar, QVBoxLayout, QWidget

from desktop.actions import key_words
from desktop.dialogs.shortcuts import FIND
from desktop.guide.key_sheet import KeySheet
from desktop.look import Look
from desktop.places.help.about import AboutView
from desktop.places.help.diagnostics import Diagnosis
from desktop.places.help.guide_view import GuideView
from desktop.places.help.printing import PRINT_GUIDE, PRINT_SHEET, GuidePrinter
from desktop.places.page import Page, PlaceName
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.notice import Notice
from desktop.widgets.pages import Pages
from desktop.widgets.scrolling import ScrollColumn
from desktop.widgets.search_line import let_empty
from desktop.widgets.tips import plain_tip
from desktop.widgets.wheel import let_wheel_pass
from formats.language import tr

GUIDE, SHORTCUTS, ABOUT = 0, 1, 2
FIND_WIDTH = 240
ROOM_FOR_WORDS = 940


class HelpPage(Page):
    """Leads back to where one came from."""

    def __init__(self, look: Look, facts: Callable[[QSize], Sequence[Diagnosis]]) -> None:
        super().__init__(look, tr("Help"))
        self._from: PlaceName | None = None
        self.guide = GuideView(look)
        self.about = AboutView(look, facts)
        self.tabs = QTabBar()
        let_wheel_pass(self.tabs)
        self.back = ActionButton(look, "", "arrow-left", key=key_words("Esc"))
        self.back.setObjectName("back-from-help")
        self.contents = ActionButton(look, tr("Contents"), "list-ordered", Weight.PLAIN)
        self.contents.setObjectName("guide-contents-button")
        self.contents.setCheckable(True)
        self.search = QLineEdit()
        self.print = ActionButton(look, "", "printer")
        self.print.setObjectName("print-help")
        self.printer = GuidePrinter(self)
        self.notice = Notice(look)
        self._pages = Pages()
        self._sheet: KeySheet | None = None
        self._keys = ScrollColumn(margins=(40, 16, 30, 16))
        self._lay_out()
        self.tabs.currentChanged.connect(self._show_tab)
        self.print.clicked.connect(self._print)
        self.printer.message.connect(self.notice.say)
        self.back.clicked.connect(self._go_back)
        self.contents.toggled.connect(self.guide.browse)
        self.guide.page_shown.connect(self._show_tab)
        self.guide.fitted.connect(self._fit)
        self.guide.place_requested.connect(self._request_place)
        self.about.settings_requested.connect(self._go_to_settings)
        self._show_tab()

    @property
    def sheet(self) -> KeySheet:
        """Every key: most of what there is in Help, and made when it is first looked at."""
        if self._sheet is None:
            self._sheet = self._make_sheet()
        return self._sheet

    def _make_sheet(self) -> KeySheet:
        sheet = KeySheet(self.look)
        self._keys.column.insertWidget(0, sheet)
        self.search.textChanged.connect(sheet.narrow)
        if self.search.text():
            sheet.narrow(self.search.text())
        return sheet

    def show_about(self, place: PlaceName, topic: str = "") -> None:
        """Shows the page about a topic, or else about a place, and the way back to the place."""
        self._from = place
        self.tabs.setCurrentIndex(GUIDE)
        self.guide.show_page_about(topic, place.value)
        self.refresh()

    def sources(self) -> None:
        """It is told of all that it shows."""

    def refresh(self) -> None:
        """Offers the way back where there is one, and looks up anew what About tells."""
        if self.tabs.currentIndex() == ABOUT:
            self.about.refresh()
        self.back.setVisible(self._from is not None)
        if self._from is not None:
            self.back.show_as(tr("Back to {place}", place=self._from.word), "arrow-left")

    def hideEvent(self, event: QHideEvent) -> None:
        """The way back is gone once another place was opened."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._from = None
            self.redraw.request()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._from is not None:
            self._go_back()
        else:
            super().keyPressEvent(event)

    def _go_back(self) -> None:
        if self._from is not None:
            self.page_requested.emit(self._from)

    def _print(self) -> None:
        self.printer.ask_where(keys_only=self.tabs.currentIndex() == SHORTCUTS)

    def _go_to_settings(self) -> None:
        self.page_requested.emit(PlaceName.SETTINGS)

    def _request_place(self, name: str) -> None:
        self.page_requested.emit(PlaceName(name))

    def _show_tab(self, _number: int = 0) -> None:
        number = self.tabs.currentIndex()
        if number == SHORTCUTS and self._sheet is None:
            self._sheet = self._make_sheet()
        self._pages.setCurrentIndex(number)
        self.search.setVisible(number == SHORTCUTS)
        if number == ABOUT:
            self.about.refresh()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._show_print_words()
        narrow = self.guide.is_narrow and self.tabs.currentIndex() == GUIDE
        self.contents.setVisible(narrow)
        if not narrow or self.guide.contents.isHidden():
            self.contents.setChecked(False)

    def _show_print_words(self) -> None:
        """What is printed is what the tab shows; the word goes where there is little room."""
        number = self.tabs.currentIndex()
        word = str(PRINT_SHEET if number == SHORTCUTS else PRINT_GUIDE)
        self.print.setVisible(number != ABOUT)
        self.print.show_as(word if self.width() >= self.look.px(ROOM_FOR_WORDS) else "", "printer")
        self.print.setAccessibleName(word)
        self.print.setToolTip(plain_tip("" if self.print.text() else word))

    def _lay_out(self) -> None:
        self.search.setObjectName("keys-search")
        self.search.setPlaceholderText(str(FIND))
        self.search.setAccessibleName(str(FIND))
        self.search.setFixedWidth(FIND_WIDTH)
        let_empty(self.search)
        for act in (self.contents, self.search, self.print, self.back):
            self.add_act(act)
        self.tabs.setObjectName("help-tabs")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        for title in (tr("Guide"), tr("Shortcuts"), tr("About")):
            self.tabs.addTab(title)
        self._keys.read_by_keys(tr("Shortcuts"))
        self._keys.column.addStretch(1)
        above = QWidget()
        row = QVBoxLayout(above)
        row.setContentsMargins(24, 6, 24, 0)
        row.addWidget(self.tabs)
        self.body.addWidget(self.notice)
        self._pages.addWidget(self.guide)
        self._pages.addWidget(self._keys)
        self._pages.addWidget(self.about)
        self.body.addWidget(above)
        self.body.addWidget(self._pages, 1)
