"""Writing, changing and taking out one's own structures and openers, from the place Library."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from desktop.content.own_entries import OwnEntries, OwnKind, template
from desktop.dialogs.frame import Dialog
from desktop.dialogs.own_entry import OwnEntryDialog
from desktop.look import Look
from desktop.widgets.words import Words

ONE = {OwnKind.STRUCTURE: "structure", OwnKind.OPENER: "opener"}
A_NEW = {OwnKind.STRUCTURE: "A structure of your own", OwnKind.OPENER: "An opener of your own"}


class OwnEntryCommands(QObject):
    """Asks in a dialog over the window, then keeps."""

    entry_changed = Signal(str)
    """Something of one's own was kept or taken out: its id, "" where it is gone."""

    def __init__(self, look: Look, entries: OwnEntries, window: QWidget) -> None:
        super().__init__(window)
        self._look, self._entries, self._window = look, entries, window
        self._kind, self._id = OwnKind.STRUCTURE, ""
        self.dialog: QDialog | None = None

    def write(self, kind: OwnKind) -> None:
        """A new one, from the template."""
        self._edit(kind, "", A_NEW[kind], template(kind))

    def change(self, kind: OwnKind, entry_id: str) -> None:
        """One that was written before."""
        self._edit(kind, entry_id, f"Change your {ONE[kind]}", self._entries.text(kind, entry_id))

    def ask_removal(self, kind: OwnKind, entry_id: str, title: str) -> None:
        """Takes one out, once that was agreed to."""
        self._kind, self._id = kind, entry_id
        dialog = Dialog(self._look, f"Take out “{title}”?", "Take out", self._window.window())
        said = f"Sessions planned with it keep their stages and times. The text of the {ONE[kind]} is deleted."
        dialog.body.addWidget(Words(said, wrap=True))
        dialog.body.addStretch(1)
        dialog.accepted.connect(self._remove)
        dialog.fit_window(480, 200)
        self.dialog = dialog
        dialog.open()

    def _edit(self, kind: OwnKind, entry_id: str, title: str, text: str) -> None:
        self._kind, self._id = kind, entry_id
        dialog = OwnEntryDialog(self._look, title, text, self._check, self._window.window())
        dialog.text_accepted.connect(self._keep)
        self.dialog = dialog
        dialog.open()

    def _check(self, text: str) -> object:
        return self._entries.check(self._kind, text, self._id)

    def _keep(self, text: str) -> None:
        self.entry_changed.emit(self._entries.keep(self._kind, text, self._id).id)

    def _remove(self) -> None:
        self._entries.remove(self._kind, self._id)
        self.entry_changed.emit("")
