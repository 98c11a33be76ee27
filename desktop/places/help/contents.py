"""The left column of the guide: what is in it, or, while one searches, where the words stand."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFont, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.content.guide.pages import Guide
from desktop.content.guide.search import find_in_guide
from desktop.look import Look
from desktop.places.help.hit_delegate import SENTENCE, HitDelegate
from desktop.widgets.icons import icon
from desktop.widgets.search_line import let_empty, put_glass
from desktop.widgets.sides import margins_as_read
from desktop.widgets.words import Words
from formats.language import Message, tr, tr_count

PAGE = Qt.ItemDataRole.UserRole
SEARCH = Message("Search the guide")
NOTHING = Message("No page says this. Other words may find it.")


class GuideContents(QWidget):
    """Chapters and pages to choose from, with a search above them."""

    page_chosen = Signal(str)
    """The id of a page."""

    def __init__(self, look: Look, guide: Guide) -> None:
        super().__init__()
        self._look, self._guide = look, guide
        self.search = QLineEdit()
        self.search.setObjectName("guide-search")
        self.search.setPlaceholderText(str(SEARCH))
        self.search.setAccessibleName(str(SEARCH))
        let_empty(self.search)
        self._glass = QAction(self)
        put_glass(self.search, self._glass)
        self._told = Words("", "second", wrap=True)
        self.pages, self.hits = (
            _made_list("guide-contents", tr("Contents")),
            _made_list("guide-hits", tr("Pages found")),
        )
        self.hits.setItemDelegate(HitDelegate(look, self.hits))
        self._lay_out()
        self._fill()
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(self._choose_first_hit)
        for one in (self.pages, self.hits):
            one.itemClicked.connect(self._choose)
            one.itemActivated.connect(self._choose)
        self.pages.currentItemChanged.connect(self._choose)
        look.look_changed.connect(self._dress)
        self._dress()
        self._find("")

    def show_chosen(self, page_id: str) -> None:
        """Marks the page that is read."""
        self.pages.blockSignals(True)
        for row in range(self.pages.count()):
            if self.pages.item(row).data(PAGE) == page_id:
                self.pages.setCurrentRow(row)
        self.pages.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc ends the search first."""
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        chapter = ""
        for page in self._guide.pages:
            if page.chapter != chapter:
                chapter = page.chapter
                heading = QListWidgetItem(chapter, self.pages)
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
            QListWidgetItem(page.title, self.pages).setData(PAGE, page.id)

    def _find(self, question: str) -> None:
        asked = bool(question.strip())
        self.hits.clear()
        for hit in find_in_guide(self._guide, question):
            item = QListWidgetItem(hit.page.title, self.hits)
            item.setData(PAGE, hit.page.id)
            item.setData(SENTENCE, hit.sentence)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{hit.page.title}: {hit.sentence}")
        count = self.hits.count()
        self._told.setText(tr_count("{count} page found", "{count} pages found", count) if count else str(NOTHING))
        self._told.setVisible(asked)
        self.hits.setVisible(bool(count))
        self.pages.setVisible(not asked)

    def _choose_first_hit(self) -> None:
        if self.hits.count():
            self.hits.setCurrentRow(0)
            self.hits.setFocus()
            self._choose(self.hits.item(0))

    def _choose(self, item: QListWidgetItem | None, _before: object = None) -> None:
        if item is not None and (page := item.data(PAGE)):
            self.page_chosen.emit(page)

    def _dress(self) -> None:
        self._glass.setIcon(icon("search", self._look.colour("ink_2"), 18))
        self.hits.doItemsLayout()
        heading = self._look.font(12.5, QFont.Weight.DemiBold)
        for row in range(self.pages.count()):
            item = self.pages.item(row)
            if item.data(PAGE) is None:
                item.setFont(heading)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(margins_as_read(24, 16, 12, 16))
        column.setSpacing(10)
        column.addWidget(self.search)
        column.addWidget(self._told)
        column.addWidget(self.hits, 1)
        column.addWidget(self.pages, 1)
        column.addStretch(0)


def _made_list(name: str, said: str) -> QListWidget:
    made = QListWidget()
    made.setObjectName(name)
    made.setAccessibleName(said)
    made.setWordWrap(True)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
    made.setResizeMode(QListWidget.ResizeMode.Adjust)
    return made
