"""Two who look like one person: both, why, and the two answers."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.look import Look
from desktop.places.people.merge_people_dialog import member_card
from desktop.places.people.network import NetworkMember
from desktop.widgets.buttons import ActionButton
from desktop.widgets.flow import FlowLayout
from desktop.widgets.scrolling import clear_layout
from desktop.widgets.words import Words
from formats.language import Message, tr
from formats.session.doubles import LikelyDouble
from formats.session.wording import join_and

REMEMBERED = Message("Nothing happens by itself, and it can be undone. “Two people” is remembered.")


class DoublesCard(QFrame):
    """The first of those to be asked about; out of sight where there is none."""

    merge_requested = Signal(object)
    """The two are perhaps one: LikelyDouble."""
    two_people_told = Signal(object)
    """The two are two: LikelyDouble."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self.setObjectName("doubles")
        self._look = look
        self._double: LikelyDouble | None = None
        self._title, self._why = Words("", "strong", wrap=True), Words("", "second", wrap=True)
        self.one = ActionButton(look, tr("One person…"), "merge")
        self.one.setObjectName("one-person")
        self.one.clicked.connect(self._request_merge)
        self.two = ActionButton(look, tr("Two people"), "users")
        self.two.setObjectName("two-people")
        self.two.clicked.connect(self._tell_two)
        acts = QWidget()
        flow = FlowLayout(acts, gap=8)
        flow.addWidget(self.one)
        flow.addWidget(self.two)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._why, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        self._cards = QWidget()
        self._pair = QHBoxLayout(self._cards)
        self._pair.setContentsMargins(0, 0, 0, 0)
        self._pair.setSpacing(12)
        column.addWidget(self._cards)
        column.addWidget(acts)
        self._remembered = Words(str(REMEMBERED), "label", wrap=True)
        column.addWidget(self._remembered)
        self._brief = False
        self.hide()

    def show_doubles(self, doubles: Sequence[LikelyDouble], members: Mapping[str, NetworkMember]) -> None:
        """Shows the first of these."""
        self.setVisible(bool(doubles))
        clear_layout(self._pair)
        self._double = doubles[0] if doubles else None
        if self._double is None:
            return
        title = tr("Looks like the same person")
        if len(doubles) > 1:
            title = tr("Looks like the same person, 1 of {count}", count=len(doubles))
        self._title.setText(title)
        self._say()
        for number, person in enumerate((self._double.one, self._double.other)):
            if number:
                self._pair.addWidget(Words("+", "large"))
            self._pair.addWidget(member_card(members[person.id]), 1)

    def fit(self, *, brief: bool, low: bool) -> None:
        """Shows the names alone where there is little room, and where it is `low` only the way to the dialog."""
        self._brief = brief
        self._cards.setVisible(not brief)
        self._remembered.setVisible(not brief)
        for widget in (self._title, self._why, self.two):
            widget.setVisible(not low)
        self.one.show_as(tr("Looks like the same person…") if low else tr("One person…"), "merge")
        self._say()

    def _say(self) -> None:
        if self._double is None:
            return
        names = join_and([self._double.one.name, self._double.other.name])
        of_them = f"{names}: {self._double.why}" if self._brief else self._double.why
        self._why.setText(of_them)

    def _request_merge(self) -> None:
        self.merge_requested.emit(self._double)

    def _tell_two(self) -> None:
        self.two_people_told.emit(self._double)
