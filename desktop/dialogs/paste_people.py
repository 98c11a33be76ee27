"""Names pasted in any shape on the left, what was understood of them on the right."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.dialogs.add_people import AddPeopleDialog
from desktop.look import Look
from desktop.widgets.stepped_edit import SteppedEdit
from desktop.widgets.words import Words
from formats.session.people import Person
from formats.session.roster import read_pasted

EXAMPLE = "One person a line, in any shape:\nAmina Yusuf, Lothian Health\nBeth O'Neill <beth@example.org>\nLi, Wei"


class PastePeopleDialog(AddPeopleDialog):
    """Reads while one types."""

    def __init__(
        self, look: Look, known: tuple[Person, ...], here: frozenset[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(look, "Paste names", known, here, parent)
        self.text = SteppedEdit()
        self.text.setAccessibleName("Names, one person a line")
        self.text.setPlaceholderText(EXAMPLE)
        self.text.setTabChangesFocus(True)
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
        self.fit_window(960, 600)
        self.text.setFocus()

    def _read(self) -> None:
        trouble = self.show_list(partial(read_pasted, self.text.toPlainText()))
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))
