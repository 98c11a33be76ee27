"""Names pasted in any shape on the left, what was understood of them on the right."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.dialogs.frame import Dialog
from desktop.dialogs.roster_review import RosterReview
from desktop.look import Look
from desktop.widgets.stepped_edit import SteppedEdit
from desktop.widgets.words import Words
from desktop.wording import counted_noun
from formats.session.people import Person
from formats.session.roster import Roster, RosterError, read_pasted

EXAMPLE = "One person a line, in any shape:\nAmina Yusuf, Lothian Health\nBeth O'Neill <beth@example.org>\nLi, Wei"


class PastePeopleDialog(Dialog):
    """Reads while one types; nothing joins the session before it was looked over."""

    people_accepted = Signal(object, object)
    """People to add (tuple of Person), and the ids of those who are away."""

    def __init__(
        self, look: Look, known: tuple[Person, ...], here: frozenset[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(look, "Paste names", "Add people", parent)
        self.text = SteppedEdit()
        self.text.setAccessibleName("Names, one person a line")
        self.text.setPlaceholderText(EXAMPLE)
        self.text.setTabChangesFocus(True)
        self.review = RosterReview(look, known, here)
        self._trouble = Words("", "warning", wrap=True)
        left = QVBoxLayout()
        left.addWidget(Words("Your list", "strong"))
        left.addWidget(self.text, 1)
        left.addWidget(self._trouble)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(left, 2)
        row.addWidget(self.review, 3)
        self.body.addLayout(row, 1)
        self._trouble.hide()
        self.text.textChanged.connect(self._read)
        self.review.roster_changed.connect(self._update_act)
        self.accepted.connect(self._take)
        self._update_act()
        self.fit_window(960, 600)
        self.text.setFocus()

    def _read(self) -> None:
        try:
            roster = read_pasted(self.text.toPlainText())
        except RosterError as error:
            self._trouble.setText(str(error))
            roster = Roster(())
        else:
            self._trouble.setText("")
        self._trouble.setVisible(bool(self._trouble.text()))
        self.review.show_roster(roster)

    def _update_act(self) -> None:
        count = self.review.count
        self.act.setText(f"Add {counted_noun(count, 'person', 'people')}" if count else "Add people")
        self.act.updateGeometry()
        self.act.setEnabled(self.review.ready)

    def _take(self) -> None:
        self.people_accepted.emit(*self.review.people())
