"""The dated copies of the library: which there are, and going back to one, which can be undone."""

from functools import partial

from PySide6.QtCore import Qt, Signal

from desktop.background import Background
from desktop.dialogs.frame import Dialog
from desktop.look import Look
from desktop.places.settings.backup_contents import BackupContents, make_backup_now, read_backup_contents
from desktop.places.settings.backups_table import BackupsTable
from desktop.places.settings.section import OutcomeMessage, SettingsSection, wrapping_words
from desktop.places.settings.sentences import moment_words
from desktop.widgets.buttons import ActionButton
from desktop.widgets.words import Words
from formats.language import Message, tr
from formats.library.backups import Backup
from formats.library.file import LibraryFile
from formats.library.restoring import RestoreReport, restore

RULE = Message(
    "Clearing makes a backup when you close it after a change. It keeps all backups for 2 days. After that it"
    " keeps one a day for 14 days and one a week for 12 weeks. Then it keeps one a month for 2 years. Copy the"
    " folder to a USB stick now and then: backups on this computer do not help if it breaks."
)
ASK = Message(
    "Your data becomes what it was on {when}. Clearing makes a backup of it first, so nothing is lost and you can"
    " undo this."
)


class BackupsSection(SettingsSection):
    """Lists the copies; restoring asks first."""

    library_changed = Signal()
    """The library holds something else now: read it again."""

    def __init__(self, look: Look, library: LibraryFile) -> None:
        super().__init__(look, tr("Backups"))
        self._library = library
        self._looking, self._working = Background(self), Background(self)
        self._known: dict[str, BackupContents] = {}
        self._undo: Backup | None = None
        self._chosen: Backup | None = None
        self.dialog: Dialog | None = None
        self.table = BackupsTable(look)
        self.none = wrapping_words(tr("No backups yet. The first is made when you close Clearing."), "second")
        self.make = ActionButton(look, tr("Back up now"), "copy")
        self.make.setObjectName("make-backup")
        self.restore = ActionButton(look, tr("Restore"), "history")
        self.restore.setObjectName("restore")
        self.answer = OutcomeMessage("backups-answer")
        self.undo = ActionButton(look, tr("Undo"), "undo-2")
        self.undo.setObjectName("undo-restore")
        self._lay_out()
        self._connect()

    @property
    def busy(self) -> bool:
        """Whether something is still being done with the copies."""
        return self._looking.busy or self._working.busy

    def refresh(self) -> None:
        """Lists the copies again, and looks into those not seen before."""
        backups = self._library.backups.all()
        self.table.show_backups(backups, self._known)
        self.table.setVisible(bool(backups))
        self.none.setVisible(not backups)
        may = not self._library.open_report.read_only
        self.restore.setVisible(bool(backups) and may)
        self.make.setVisible(may)
        self._look_into_next()

    def _look_into_next(self) -> None:
        """Opens one copy after the other; they may be many and large."""
        unseen = next((each for each in self.table.backups if each.name not in self._known), None)
        if unseen is not None and not self._looking.busy:
            self._looking.ask(partial(read_backup_contents, self._library.backups, unseen))

    def _take_look(self, copy: BackupContents) -> None:
        self._known[copy.name] = copy
        self.table.show_backups(self.table.backups, self._known)
        self._look_into_next()

    def _make(self) -> None:
        self._start(tr("Making a backup…"))
        self._working.ask(partial(make_backup_now, self._library), doing=tr("A backup is being made."))

    def _ask_to_restore(self) -> None:
        self._chosen = self.table.chosen_backup
        if self._chosen is None:
            return
        self.dialog = Dialog(self.look, tr("Restore this backup"), tr("Restore"), self)
        self.dialog.body.addWidget(Words(ASK.filled(when=moment_words(self._chosen.made)), wrap=True))
        self.dialog.fit_window(500, 240)
        self.dialog.accepted.connect(self._restore)
        self.dialog.open()

    def _restore(self) -> None:
        if self._chosen is not None:
            self._start(tr("Restoring…"))
            self._working.ask(
                partial(restore, self._library, self._chosen), doing=tr("A backup is being restored.")
            )

    def _restore_before(self) -> None:
        self._chosen, self._undo = self._undo, None
        self._restore()

    def _start(self, sentence: str) -> None:
        self._set_buttons_enabled(work=False)
        self.undo.hide()
        self.answer.say(sentence)

    def _set_buttons_enabled(self, *, work: bool) -> None:
        for button in (self.make, self.restore, self.undo):
            button.setEnabled(work)

    def _finish(self, result: Backup | RestoreReport) -> None:
        self._set_buttons_enabled(work=True)
        if isinstance(result, Backup):
            self.answer.say(tr("The backup of {when} was made and read back.", when=moment_words(result.made)))
        else:
            self._show_restored(result)
        self.refresh()

    def _show_restored(self, restored: RestoreReport) -> None:
        self._undo = restored.before
        when = moment_words(self._chosen.made) if self._chosen else tr("then")
        words = tr("Your data is as it was on {when}. What it was before is kept as a backup.", when=when)
        self.answer.say(
            f"{words} {restored.state.sentence}".strip(), role="next" if restored.state.saved else "alarm"
        )
        self.undo.show()
        self.library_changed.emit()

    def _fail(self, trouble: Exception) -> None:
        self._set_buttons_enabled(work=True)
        said = isinstance(trouble, ValueError)
        self.answer.say(
            str(trouble)
            if said
            else tr("The disk did not allow it. Nothing was changed. Check that it is not full, then try again."),
            role="notice",
        )
        self.refresh()

    def _lay_out(self) -> None:
        self.add_words(str(RULE))
        self.column.addWidget(self.none)
        self.column.addWidget(self.table)
        self.add_line(self.restore, self.make)
        self.answer.column.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.answer)

    def _connect(self) -> None:
        self.make.clicked.connect(self._make)
        self.restore.clicked.connect(self._ask_to_restore)
        self.undo.clicked.connect(self._restore_before)
        self._looking.finished.connect(self._take_look)
        self._working.finished.connect(self._finish)
        self._working.failed.connect(self._fail)
