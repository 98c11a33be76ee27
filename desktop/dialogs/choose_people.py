"""Who is to be kept apart from someone, or together with them?"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from desktop.dialogs.frame import Dialog
from desktop.look import Look
from desktop.widgets.tick_delegate import TickDelegate
from desktop.widgets.words import Words
from formats.language import Message, tr
from formats.session.folding import fold
from formats.session.people import Person
from formats.session.room_wishes import Wish, WishKind

TITLES = {
    WishKind.APART: Message("Keep {person} apart from"),
    WishKind.TOGETHER: Message("Keep {person} together with"),
}


class ChoosePeopleDialog(Dialog):
    """A list of the others to tick, with a line to find them."""

    keeps_draft = False

    wish_chosen = Signal(object)
    """The wish that was made: Wish."""

    def __init__(
        self, look: Look, kind: WishKind, person: Person, others: tuple[Person, ...], parent: QWidget | None
    ) -> None:
        super().__init__(look, TITLES[kind].filled(person=person.name), tr("Keep"), parent)
        self._kind, self._person = kind, person
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Find someone"))
        self.search.setAccessibleName(tr("Find someone"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("People"))
        self.list.setItemDelegate(TickDelegate(look, self.list))
        for other in others:
            item = QListWidgetItem(f"{other.name}, {other.organisation}" if other.organisation else other.name)
            item.setData(Qt.ItemDataRole.UserRole, other.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.body.addWidget(Words(tr("In every round, if possible."), "second", wrap=True))
        self.body.addWidget(self.search)
        self.body.addWidget(self.list, 1)
        self.search.textChanged.connect(self._find)
        self.list.itemChanged.connect(self._update_act)
        self.accepted.connect(self._send_wishes)
        self._update_act()
        self.fit_window(440, 520)
        self.search.setFocus()

    def tick(self, person: str) -> None:
        """Ticks someone."""
        for item in self._items():
            if item.data(Qt.ItemDataRole.UserRole) == person:
                item.setCheckState(Qt.CheckState.Checked)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _ticked_ids(self) -> tuple[str, ...]:
        ticked = (item for item in self._items() if item.checkState() is Qt.CheckState.Checked)
        return tuple(str(item.data(Qt.ItemDataRole.UserRole)) for item in ticked)

    def _find(self, text: str) -> None:
        for item in self._items():
            item.setHidden(fold(text) not in fold(item.text()))

    def _update_act(self, _item: object = None) -> None:
        self.act.setEnabled(bool(self._ticked_ids()))

    def _send_wishes(self) -> None:
        others = self._ticked_ids()
        if self._kind is WishKind.TOGETHER:
            self.wish_chosen.emit(Wish(self._kind, (self._person.id, *others)))
            return
        # Those who are kept apart from one person may well sit with each other.
        for other in others:
            self.wish_chosen.emit(Wish(self._kind, (self._person.id, other)))
