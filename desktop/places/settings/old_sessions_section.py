"""Sessions that are no longer needed: erased by age, in one act, only when asked."""

from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import Signal

from desktop.background import Background
from desktop.dialogs.frame import Dialog
from desktop.folders import FAULTS, data_folder
from desktop.look import Look
from desktop.places.settings.section import OutcomeMessage, SettingsSection
from desktop.widgets.buttons import ActionButton
from desktop.widgets.choice import Choice
from desktop.widgets.words import Words
from desktop.wording import long_date
from formats.language import Message, tr, tr_count
from formats.library.erasing import EraseReport, erase_sessions, sessions_before
from formats.library.file import LibraryFile

YEARS = (1, 2, 3, 5, 10)
USUAL_YEARS = 3
YEAR = timedelta(days=365, hours=6)
ABOUT = Message(
    "Notes about people are best kept no longer than they are needed. Clearing never deletes anything by itself."
)
WHERE_FROM = Message(
    "They are deleted from your data, from every backup, and from every other file that Clearing keeps."
    " People stay. Files you exported stay. You cannot undo this."
)
NOT_ERASED = Message("Not every copy could be deleted. Check that the disk is not full or locked, then try again.")


class OldSessionsSection(SettingsSection):
    """Says how many sessions are older than the age chosen; erasing asks first."""

    erasing = Signal(object)
    """These sessions are about to be erased: a frozenset of ids."""
    library_changed = Signal()
    """The library holds something else now: read it again."""

    def __init__(self, look: Look, library: LibraryFile) -> None:
        super().__init__(look, tr("Old sessions"))
        self._library = library
        self._working = Background(self)
        self.dialog: Dialog | None = None
        self.age = Choice(look, tr("Sessions older than"))
        for years in YEARS:
            self.age.addItem(tr_count("older than {count} year", "older than {count} years", years), years)
        self.age.setCurrentIndex(YEARS.index(USUAL_YEARS))
        self.erase = ActionButton(look, tr("Delete them"), "trash-2")
        self.erase.setObjectName("erase-old")
        self.answer = OutcomeMessage("old-sessions-answer")
        self.add_words(str(ABOUT))
        self.add_line(self.age, self.erase)
        self.count = self.add_words("", "label")
        self.column.addWidget(self.answer)
        self.age.currentIndexChanged.connect(self.refresh)
        self.erase.clicked.connect(self._ask_to_erase)
        self._working.finished.connect(self._show_erased)
        self._working.failed.connect(self._show_not_erased)
        self.refresh()

    @property
    def busy(self) -> bool:
        """Whether sessions are being erased."""
        return self._working.busy

    def refresh(self) -> None:
        """Counts the sessions of that age again."""
        old = sessions_before(self._library, self._day())
        self.count.setText(tr_count("{count} session is that old.", "{count} sessions are that old.", len(old)))
        self.erase.setEnabled(bool(old) and not self.busy and not self._library.open_report.read_only)

    def _day(self) -> datetime:
        years: int = self.age.currentData()
        return self._library.now - years * YEAR

    def _ask_to_erase(self) -> None:
        old = sessions_before(self._library, self._day())
        which = tr_count(
            "{count} session that began before {day} goes with all notes.",
            "{count} sessions that began before {day} go with all notes.",
            len(old),
            day=long_date(self._day().astimezone().date()),
        )
        words = f"{which} {WHERE_FROM}"
        self.dialog = Dialog(self.look, tr("Delete old sessions for good"), tr("Delete"), self)
        self.dialog.body.addWidget(Words(words, wrap=True))
        self.dialog.body.addStretch(1)
        self.dialog.hold_back()
        self.dialog.fit_window(500, 260)
        self.dialog.accepted.connect(self._erase)
        self.dialog.open()

    def _erase(self) -> None:
        old = frozenset(sessions_before(self._library, self._day()))
        self.erasing.emit(old)
        self.answer.say(tr("Deleting…"))
        erase = partial(erase_sessions, self._library, old, (data_folder() / FAULTS,))
        self._working.ask(erase, doing=tr("Sessions are being deleted."))
        self.erase.setEnabled(False)

    def _show_erased(self, erased: EraseReport) -> None:
        role = "next" if erased.state.saved and not erased.unreachable else "notice"
        self.answer.say(erased.sentence, role=role)
        self.refresh()
        self.library_changed.emit()

    def _show_not_erased(self, _trouble: Exception) -> None:
        self.answer.say(str(NOT_ERASED), role="alarm")
        self.refresh()
        self.library_changed.emit()
