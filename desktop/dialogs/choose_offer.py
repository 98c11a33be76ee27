"""Asks which structure, or which opener: a list to choose from, narrowed by typed words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from desktop.content.offers import Offer
from desktop.dialogs.frame import Dialog
from desktop.look import Look
from desktop.open_input import KeepingDelegate
from desktop.widgets.icons import icon
from desktop.widgets.search_line import let_empty
from desktop.widgets.words import Words
from formats.language import tr

OFFER = Qt.ItemDataRole.UserRole


class ChooseOfferDialog(Dialog):
    """What is on offer in its order, with what is said of the one that is marked."""

    keeps_draft = False

    def __init__(
        self, look: Look, title: str, offers: tuple[Offer, ...], tint: str, now: str, parent: QWidget | None
    ) -> None:
        super().__init__(look, title, tr("Choose"), parent)
        self._now = now
        self.search = QLineEdit()
        let_empty(self.search)
        self.list = QListWidget()
        self.list.setItemDelegate(KeepingDelegate(self.list))
        self._about = Words("", "second", wrap=True)
        self.body.addWidget(self.search)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self._about)
        for offer in offers:
            sign = icon(offer.icon, look.colour(tint), look.px(22))
            item = QListWidgetItem(sign, f"{offer.title}\n{offer.facts}", self.list)
            item.setData(OFFER, offer)
        self.search.textChanged.connect(self._narrow)
        self.search.returnPressed.connect(self.accept)
        self.list.currentItemChanged.connect(self._describe)
        self.list.itemActivated.connect(self.accept)
        self._narrow("")
        self.fit_window(560, 620)
        self.search.setFocus()

    @property
    def offer(self) -> Offer | None:
        """The one that is marked."""
        item = self.list.currentItem()
        return _offer_in(item) if item and not item.isHidden() else None

    def accept(self) -> None:
        """Takes the one that is marked; does nothing where none is."""
        if self.offer is not None:
            super().accept()

    def _narrow(self, question: str) -> None:
        """Marks the first one left, or the one chosen now while nothing is typed."""
        items = [self.list.item(row) for row in range(self.list.count())]
        for item in items:
            item.setHidden(not _offer_in(item).is_offered(question, self._now))
        left = [item for item in items if not item.isHidden()]
        marked = [item for item in left if _offer_in(item).id == self._now and not question.strip()]
        first = next(iter((*marked, *left)), None)
        self.list.setCurrentItem(first)  # type: ignore[arg-type]  # None clears it, which the stubs leave out
        self.act.setEnabled(first is not None)
        if first is None:
            self._about.setText(tr("Nothing is called that."))

    def _describe(self, _new: object = None, _old: object = None) -> None:
        if self.offer is not None:
            self._about.setText(self.offer.summary)


def _offer_in(item: QListWidgetItem) -> Offer:
    offer: Offer = item.data(OFFER)
    return offer
