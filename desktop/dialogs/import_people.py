"""People from a file of any columns, looked over before they join."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.dialogs.frame import Dialog
from desktop.dialogs.roster_review import RosterReview
from desktop.look import Look
from desktop.widgets.buttons import ActionButton
from desktop.widgets.words import Words
from desktop.wording import counted_noun
from formats.session.people import Person
from formats.session.roster import Roster, RosterError, read_roster

LARGEST_FILE = 5_000_000


class ImportPeopleDialog(Dialog):
    """Reads a CSV or TSV file; says in one sentence where it cannot."""

    people_accepted = Signal(object, object)
    """People to add (tuple of Person), and the ids of those who are away."""

    def __init__(
        self, look: Look, known: tuple[Person, ...], here: frozenset[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(look, "Import people", "Add people", parent)
        self.review = RosterReview(look, known, here)
        self.said = Words("Choose a file with one person a line. Columns may have any title and order.", wrap=True)
        self.choose = ActionButton(look, "Choose a file…", "folder-open")
        self.body.addWidget(self.said)
        self.body.addWidget(self.choose)
        self.body.addWidget(self.review, 1)
        self.choose.clicked.connect(self._ask)
        self.review.roster_changed.connect(self._update_act)
        self.accepted.connect(self._take)
        self._update_act()
        self.fit_window(820, 600)
        self.choose.setFocus()

    def read(self, path: Path) -> None:
        """Reads a file, and shows what was understood or why nothing was."""
        try:
            if path.stat().st_size > LARGEST_FILE:
                raise RosterError("This file is larger than any list of people, so nothing was read from it.")
            roster = read_roster(path.read_bytes())
        except RosterError as error:
            self.said.setText(str(error))
            roster = Roster(())
        except OSError:
            self.said.setText(f"{path.name} does not open. The people of this session are as they were.")
            roster = Roster(())
        else:
            self.said.setText(f"From {path.name}. Nothing has been added yet: look it over first.")
        self.review.show_roster(roster)

    def _ask(self) -> None:
        dialog = QFileDialog(self, "Import people", "", "Lists (*.csv *.tsv *.txt);;All files (*)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._read_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _read_chosen(self, path: str) -> None:
        self.read(Path(path))

    def _update_act(self) -> None:
        count = self.review.count
        self.act.setText(f"Add {counted_noun(count, 'person', 'people')}" if count else "Add people")
        self.act.updateGeometry()
        self.act.setEnabled(self.review.ready)

    def _take(self) -> None:
        self.people_accepted.emit(*self.review.people())
