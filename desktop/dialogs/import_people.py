"""People from a file of any columns, looked over before they join."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.dialogs.add_people import AddPeopleDialog
from desktop.look import Look
from desktop.widgets.buttons import ActionButton
from desktop.widgets.words import Words
from formats.session.people import Person
from formats.session.roster import Roster, RosterError, read_roster

LARGEST_FILE = 5_000_000


class ImportPeopleDialog(AddPeopleDialog):
    """Reads a CSV or TSV file; says in one sentence where it cannot."""

    def __init__(
        self, look: Look, known: tuple[Person, ...], here: frozenset[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(look, "Import people", known, here, parent)
        self.said = Words("Choose a file with one person a line. Columns may have any title and order.", wrap=True)
        self.choose = ActionButton(look, "Choose a file…", "folder-open")
        self.body.addWidget(self.said)
        self.body.addWidget(self.choose)
        self.body.addWidget(self.review, 1)
        self.choose.clicked.connect(self._ask)
        self.fit_window(820, 600)
        self.choose.setFocus()

    def read(self, path: Path) -> None:
        """Reads a file, and shows what was understood or why nothing was."""
        trouble = self.show_list(partial(_roster_in, path))
        self.said.setText(trouble or f"From {path.name}. Nothing has been added yet: look it over first.")

    def _ask(self) -> None:
        dialog = QFileDialog(self, "Import people", "", "Lists (*.csv *.tsv *.txt);;All files (*)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._read_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _read_chosen(self, path: str) -> None:
        self.read(Path(path))


def _roster_in(path: Path) -> Roster:
    """The people in a file. Raises `RosterError` with the sentence to show."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise RosterError("This file is larger than any list of people, so nothing was read from it.")
        return read_roster(path.read_bytes())
    except OSError as error:
        raise RosterError(f"{path.name} does not open. The people of this session are as they were.") from error
