"""Asks which opener; those to be asked for by name come last."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from desktop.content.catalogue import Catalogue
from desktop.dialogs.frame import Dialog
from desktop.look import Look
from desktop.widgets.icons import icon
from desktop.widgets.words import Words
from desktop.wording import minutes_count
from formats.session.people import folded
from formats.structures.opener import Opener

ENTRY = Qt.ItemDataRole.UserRole


class ChooseOpenerDialog(Dialog):
    """The openers, the preferred one first; one that is offered by name only shows when its name is typed."""

    opener_chosen = Signal(object)
    """Opener."""

    def __init__(self, look: Look, catalogue: Catalogue, now: str = "", parent: QWidget | None = None) -> None:
        super().__init__(look, "Choose an opener", "Choose", parent)
        self._catalogue, self._now = catalogue, now
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search openers, or type the name of one that is not listed")
        self.search.setAccessibleName("Search openers")
        self.list = QListWidget()
        self.list.setAccessibleName("Openers")
        self._about = Words("", "second", wrap=True)
        self.body.addWidget(self.search)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self._about)
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self.accept)
        self.list.currentItemChanged.connect(self._describe)
        self.list.itemActivated.connect(self.accept)
        self.accepted.connect(self._choose)
        self._fill()
        self._filter("")
        self.fit_window(560, 600)
        self.search.setFocus()

    @property
    def opener(self) -> Opener | None:
        """The opener that is marked."""
        item = self.list.currentItem()
        return self._catalogue.opener(item.data(ENTRY)) if item and not item.isHidden() else None

    def accept(self) -> None:
        """Takes the opener that is marked; does nothing where none is."""
        if self.opener is not None:
            super().accept()

    def _fill(self) -> None:
        def place(opener: Opener) -> tuple[bool, bool, str]:
            return (not opener.preferred, opener.by_name_only, opener.title)

        for opener in sorted(self._catalogue.openers, key=place):
            low, high = minutes_count(opener.lengths.minimum), minutes_count(opener.lengths.maximum)
            length = f"{low} min" if low == high else f"{low} to {high} min"
            holds = ", holds the breath" if opener.pace and opener.pace.has_holds else ""
            words = f"{opener.title}\n{length}{holds}"
            item = QListWidgetItem(icon(opener.icon, self.look.colour("lake"), self.look.px(22)), words, self.list)
            item.setData(ENTRY, opener.id)

    def _filter(self, text: str) -> None:
        wanted, first = folded(text), None
        for row in range(self.list.count()):
            item = self.list.item(row)
            opener = self._catalogue.opener(item.data(ENTRY))
            found = opener is not None and _is_offered(opener, wanted, self._now)
            item.setHidden(not found)
            marked = opener is not None and opener.id == self._now and not wanted
            first = item if found and (first is None or marked) else first
        self.list.setCurrentItem(first)  # type: ignore[arg-type]  # None clears it, which the stubs leave out
        self.act.setEnabled(first is not None)
        if first is None:
            self._about.setText("No opener is called that.")

    def _describe(self, _new: object = None, _old: object = None) -> None:
        opener = self.opener
        if opener is not None:
            self._about.setText(opener.summary)

    def _choose(self) -> None:
        self.opener_chosen.emit(self.opener)


def _is_offered(opener: Opener, wanted: str, now: str) -> bool:
    if opener.by_name_only:
        return opener.id == now or (len(wanted) > 1 and wanted in folded(opener.title))
    return wanted in folded(f"{opener.title} {opener.summary}")
