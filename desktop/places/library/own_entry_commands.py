"""Writing, copying, changing, sharing and taking out one's own structures and openers, from the place Library."""

import json
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from desktop.content.entry_files import ENDING, ReadEntry, read_entry, table_for_form, write_entry
from desktop.content.own_entries import OwnEntries, OwnEntry, OwnKind
from desktop.content.own_texts import blank_table, copied_table
from desktop.dialogs.frame import GIVEN_BACK, Dialog
from desktop.dialogs.leave_form import LeaveFormDialog
from desktop.look import Look
from desktop.places.library.form.model import FormModel
from desktop.places.library.form.page import EntryForm
from desktop.places.library.form.preview import usual_people
from desktop.unfinished_input import TextStore
from desktop.widgets.words import Words
from formats.language import Message, tr
from formats.structures.fields import StructureError
from formats.structures.form_table import Table
from formats.structures.toml_text import toml_text

TEXT_IS_DELETED = {
    OwnKind.STRUCTURE: Message("The text of the structure is deleted."),
    OwnKind.OPENER: Message("The text of the opener is deleted."),
}
WHERE_TO = {
    OwnKind.STRUCTURE: Message("Where the structure is to go"),
    OwnKind.OPENER: Message("Where the opener is to go"),
}
NOT_SAVED = {
    OwnKind.STRUCTURE: Message("You changed this structure and have not saved it."),
    OwnKind.OPENER: Message("You changed this opener and have not saved it."),
}
DRAFT, FIELD = "own structure or opener", "form"
PATTERN = f"*.{ENDING}"
ALREADY = Message("Finish what you are writing first, or leave it.")


class OwnEntryCommands(QObject):
    """Opens the form, and keeps what is written in it."""

    entry_changed = Signal(str)
    """Something of one's own was kept or taken out: its id, "" where it is gone."""
    form_changed = Signal()
    """A form is open now, or none any more."""
    message = Signal(str)
    """What is to be known or answered, in a sentence; "" where that no longer matters."""
    done = Signal(str)
    """What was done as it was asked for, in a sentence that need not be put away."""

    def __init__(
        self, look: Look, entries: OwnEntries, drafts: TextStore, people: Callable[[], int], window: QWidget
    ) -> None:
        super().__init__(window)
        self._look, self._entries, self._drafts, self._people = look, entries, drafts, people
        self._window = window
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._kind, self._id = OwnKind.STRUCTURE, ""
        self._shared: Table = {}
        self._read: ReadEntry | None = None
        self.form: EntryForm | None = None
        self.dialog: QDialog | None = None

    def write(self, kind: OwnKind) -> None:
        """A new one, from nothing."""
        self._open(kind, blank_table(kind))

    def copy(self, kind: OwnKind, entry: OwnEntry) -> None:
        """A new one, from one that is there, ours or the user's own."""
        self._open(kind, copied_table(kind, entry.id, self._entries.text(kind, entry.id)))

    def change(self, kind: OwnKind, entry_id: str) -> None:
        """One that was written before; its name for files stays, so that sessions find it."""
        table = table_for_form(kind, self._entries.table(kind, entry_id)) | {"id": entry_id}
        self._open(kind, table, entry_id)

    def take_up_draft(self) -> None:
        """Opens what was being written when Clearing stopped."""
        kept = self._drafts.of(DRAFT, "").get(FIELD)
        if kept is None or self.form is not None:
            return
        try:
            draft = json.loads(kept)
            kind, table = OwnKind(draft["kind"]), dict(draft["table"])
            before, instead_of = dict(draft["before"]), str(draft["instead_of"])
        except (ValueError, KeyError, TypeError):
            self._forget_draft()
            return
        self._open(kind, table, instead_of, before=before)
        self.message.emit(str(GIVEN_BACK))

    def ask_removal(self, kind: OwnKind, entry_id: str, title: str) -> None:
        """Takes one out, once that was agreed to."""
        self._kind, self._id = kind, entry_id
        dialog = Dialog(self._look, tr("Delete “{title}”?", title=title), tr("Delete"), self._window.window())
        said = tr("Sessions planned with it keep their stages and times.")
        dialog.body.addWidget(Words(f"{said} {TEXT_IS_DELETED[kind]}", wrap=True))
        dialog.body.addStretch(1)
        dialog.accepted.connect(self._remove)
        dialog.fit_window(480, 200)
        self._show(dialog)

    def share(self, kind: OwnKind, entry: OwnEntry) -> None:
        """Asks where the file is to go, and writes it."""
        self._ask_where(kind, self._entries.table(kind, entry.id), entry.id)

    def share_form(self) -> None:
        """The same with what is being written, once nothing in it is to be mended."""
        if self.form is None:
            return
        model = self.form.model
        if model.faults:
            self.form.show_fault()
        else:
            self._ask_where(model.kind, model.table, model.checked.entry.id)

    def _ask_where(self, kind: OwnKind, table: Table, name: str) -> None:
        self._shared = table
        dialog = QFileDialog(
            self._window.window(),
            str(WHERE_TO[kind]),
            self._folder,
            tr("Structure or opener ({pattern})", pattern=PATTERN),
        )
        dialog.setObjectName("share-where")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ENDING)
        dialog.selectFile(f"{name}.{ENDING}")
        dialog.fileSelected.connect(self.share_to)
        dialog.finished.connect(dialog.deleteLater)
        self._show(dialog)

    def share_to(self, chosen: str) -> None:
        """Writes the file that was asked for."""
        target = Path(chosen)
        self._folder = str(target.parent)
        try:
            write_entry(self._shared, target)
        except OSError as error:
            why = error.strerror or tr("the disk refused")
            trouble = tr("{file} could not be written: {why}. Choose another folder.", file=target.name, why=why)
            self.message.emit(trouble)
            return
        where = tr("{file} is in {folder}.", file=target.name, folder=target.parent)
        left_out = tr("Your recording is not in it.") if "recording" in self._shared else ""
        self.message.emit(f"{where} {left_out}".strip())

    def ask_file(self) -> None:
        """Asks for the file of a structure or opener, and opens it in the form."""
        dialog = QFileDialog(
            self._window.window(),
            tr("Open a structure or opener"),
            self._folder,
            # For translators: keep ;; and the brackets; the words stand in a list of kinds of files.
            tr("Structure or opener ({pattern});;All files (*)", pattern=PATTERN),
        )
        dialog.setObjectName("import-entry")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.open_file)
        dialog.finished.connect(dialog.deleteLater)
        self._show(dialog)

    def open_file(self, chosen: str) -> None:
        """Opens in the form what can be read of a file; one of the user's own of that name may be replaced."""
        if self.form is not None:
            self.message.emit(str(ALREADY))
            return
        path = Path(chosen)
        self._folder = str(path.parent)
        try:
            self._read = read_entry(path)
        except StructureError as error:
            self.message.emit(" ".join((error.plain, tr("Nothing was changed."))))
            return
        own = self._entries.own_like(self._read.kind, self._read.table)
        if own is None:
            self._open_read("")
            return
        self._id = own.id
        self._ask_replace(own.title)

    def ask_leave(self) -> None:
        """Leaves the form; where something would be lost, it asks."""
        if self.form is None:
            return
        if not self.form.model.is_changed:
            self.leave()
            return
        dialog = LeaveFormDialog(self._look, str(NOT_SAVED[self.form.model.kind]), self._window.window())
        dialog.give_up_requested.connect(self.leave)
        self._show(dialog)

    def leave(self) -> None:
        """Puts the form away, and with it what was written."""
        self.form = None
        self._forget_draft()
        self.message.emit("")
        self.form_changed.emit()

    def save(self) -> None:
        """Keeps what is written, where nothing is to be mended; else goes to the first field that is."""
        if self.form is None:
            return
        model = self.form.model
        if model.faults:
            self.form.show_fault()
            return
        try:
            entry = self._entries.keep(model.kind, toml_text(model.table), model.instead_of)
        except StructureError as error:
            self.message.emit(str(error))
            return
        self.leave()
        self.entry_changed.emit(entry.id)
        self.done.emit(tr("“{title}” is saved.", title=entry.title))

    def keep_draft(self) -> None:
        """Keeps what is written so far, so that it is there again after a crash."""
        model = self.form.model if self.form is not None else None
        if model is None or not model.is_changed:
            self._forget_draft()
            return
        draft = {
            "kind": model.kind.value,
            "instead_of": model.instead_of,
            "table": model.table,
            "before": model.saved,
        }
        self._drafts.keep(DRAFT, "", {FIELD: json.dumps(draft)})

    def _open(
        self,
        kind: OwnKind,
        table: Table,
        instead_of: str = "",
        *,
        before: Table | None = None,
        is_new: bool = False,
    ) -> None:
        if self.form is not None:
            self.message.emit(str(ALREADY))
            return
        model = FormModel(kind, table, self._entries.check_table, instead_of)
        if before is not None or is_new:
            model.compare_with(before or {})
        people = self._people() or usual_people(model.checked)
        self.form = EntryForm(self._look, model, people)
        model.step_ended.connect(self.keep_draft)
        self.form.save_requested.connect(self.save)
        self.form.leave_requested.connect(self.ask_leave)
        self.message.emit("")
        self.form_changed.emit()
        self.form.begin()

    def _forget_draft(self) -> None:
        if self._drafts.of(DRAFT, ""):
            self._drafts.keep(DRAFT, "", {})

    def _ask_replace(self, title: str) -> None:
        dialog = Dialog(
            self._look, tr("You have “{title}” already", title=title), tr("Replace yours"), self._window.window()
        )
        dialog.setObjectName("replace-own")
        said = tr("Yours stays until you save. Keep both, and the one from the file needs another name.")
        dialog.body.addWidget(Words(said, wrap=True))
        dialog.body.addStretch(1)
        dialog.cancel.setText(tr("Keep both"))
        dialog.cancel.setAccessibleName(tr("Keep both"))
        dialog.cancel.clicked.connect(self._keep_both)
        dialog.accepted.connect(self._replace_own)
        dialog.fit_window(480, 200)
        self._show(dialog)

    def _replace_own(self) -> None:
        self._open_read(self._id)

    def _keep_both(self) -> None:
        self._open_read("")

    def _open_read(self, instead_of: str) -> None:
        read = self._read
        if read is None:
            return
        self._read = None
        table = {**read.table, "id": instead_of} if instead_of else _without_id(read.table)
        self._open(read.kind, table, instead_of, is_new=True)
        if self.form is not None:
            self.form.model.say_all()
        self.message.emit(read.left_out)

    def _show(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.open()

    def _remove(self) -> None:
        self._entries.remove(self._kind, self._id)
        self.entry_changed.emit("")


def _without_id(table: Table) -> dict[str, object]:
    """Its name for files is made from its title."""
    return {key: value for key, value in table.items() if key != "id"}
