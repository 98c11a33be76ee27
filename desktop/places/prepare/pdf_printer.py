"""What is printed or sent before a session: asks where, writes off the UI thread, says where it is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.content.catalogue import Catalogue
from desktop.content.languages import choices_for_readers
from desktop.content.usual_paper import usual_paper
from desktop.file_queue import FileQueue, Wanted
from desktop.folders import fonts_folder
from desktop.live.runner import SessionRunner
from formats.exports import (
    Choices,
    agenda_ahead,
    agenda_email,
    agenda_text,
    file_name,
    note_sheets,
    put_in_place,
    room_cards,
    run_sheet,
    slips,
)
from formats.exports.paper import Paper
from formats.language import Language, Message, tr
from formats.session.dates.date_style import DateStyle
from formats.session.facilitator_card import upset_card
from formats.session.session import Session
from formats.structures.card import card_of
from formats.structures.needs import needs_of

DOCUMENT_TITLES = {
    "room-cards": Message("Room cards"),
    "run-sheet": Message("Run sheet"),
    "agenda-ahead": Message("Agenda to send"),
    "agenda-email": Message("Agenda as an email draft"),
    "note-sheets": Message("Sheets for notes"),
    "slips": Message("Slips without a name"),
}
_WRITERS = {
    "room-cards": room_cards,
    "agenda-ahead": agenda_ahead,
    "agenda-email": agenda_email,
    "note-sheets": note_sheets,
    "slips": slips,
}
_DRAFTS = frozenset({"agenda-email"})


class PdfPrinter(QObject):
    """Writes what can be printed as a PDF, and opens it in the reader of this computer when asked."""

    message = Signal(str)
    """Where the file is, or why there is none."""

    def __init__(self, runner: SessionRunner, catalogue: Catalogue, window: QWidget) -> None:
        super().__init__(window)
        self._runner, self._catalogue, self._window = runner, catalogue, window
        self._files = FileQueue(self)
        self._files.written.connect(self._say_done)
        self._files.failed.connect(self._say_trouble)
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._what = ""
        self.written: Path | None = None
        self.dialog: QFileDialog | None = None
        self.contacts: Callable[[], tuple[str, ...]] = tuple
        """Whom to call when someone is upset, as the user wrote it."""
        self.readers_language: Callable[[], str] = str
        """The language that was chosen for readers, a code; "" for the one that Clearing speaks."""

    def ask_where(self, what: str) -> None:
        """Asks where one of `DOCUMENT_TITLES` is to go, with a name proposed."""
        session = self._runner.session
        if session is None:
            return
        self._what = what
        suffix = "eml" if what in _DRAFTS else "pdf"
        kind = f"{DOCUMENT_TITLES[what]} (*.{suffix})"
        dialog = QFileDialog(self._window, str(DOCUMENT_TITLES[what]), self._folder, kind)
        dialog.setObjectName("paper-dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(file_name(session, suffix).removesuffix(f".{suffix}") + f"-{what}.{suffix}")
        dialog.fileSelected.connect(self._write_to)
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()

    def write(self, what: str, target: Path) -> None:
        """Writes it into a file."""
        session = self._runner.session
        if session is not None:
            make = self._writer(what, session)
            self.message.emit(tr("Writing {file}…", file=target.name))
            self._files.add(
                partial(_write_pdf, make, session, target, self._runner.now, self._style(what)),
                target,
            )

    def show_file(self) -> None:
        """Opens the last file, to be printed."""
        if self.written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.written)))

    def copy_agenda(self) -> None:
        """Puts the agenda as text where it can be pasted."""
        session = self._runner.session
        if session is not None:
            style = self._style("agenda-ahead")
            text = agenda_text(session, now=self._runner.now, dates=style.dates, language=style.language)
            QGuiApplication.clipboard().setText(text)
            self.message.emit(tr("The agenda is copied. Paste it into a message."))

    def _style(self, what: str) -> "_Style":
        """A run sheet is read by whoever leads; all else by the people who come."""
        chosen = choices_for_readers("" if what == "run-sheet" else self.readers_language(), Choices())
        return _Style(chosen.dates, usual_paper(), chosen.language)

    def _writer(self, what: str, session: Session) -> Callable[..., bytes]:
        if what != "run-sheet":
            return _WRITERS[what]
        structures = {structure.id: structure for structure in self._catalogue.structures}
        openers = {opener.id: opener for opener in self._catalogue.openers}
        needs = [need.sentence for need in needs_of(session, structures, openers)]
        used = (structures.get(part.structure) for part in session.agenda.structures)
        cards = [card_of(structure) for structure in used if structure is not None]
        return partial(run_sheet, needs=needs, back=(*cards, upset_card(self.contacts())))

    def _write_to(self, chosen: str) -> None:
        self._folder = str(Path(chosen).parent)
        self.write(self._what, Path(chosen))

    def _say_done(self, target: Path) -> None:
        self.written = target
        if target.suffix == ".eml":
            ready = Message("{file} is in {folder}, ready to be looked at and sent.")
        else:
            ready = Message("{file} is in {folder}, ready to be printed.")
        self.message.emit(ready.filled(file=target.name, folder=target.parent))

    def _say_trouble(self, _target: Path, trouble: Exception) -> None:
        self.message.emit(str(trouble))


@dataclass(frozen=True, slots=True)
class _Style:
    """How days are written, the paper it is printed on, and the language; None for the one Clearing speaks."""

    dates: DateStyle
    paper: Paper
    language: Language | None


def _write_pdf(
    make: Callable[..., bytes], session: Session, target: Path, now: datetime, style: _Style, wanted: Wanted
) -> Path:
    made = make(
        session, now=now, fonts=fonts_folder(), dates=style.dates, paper=style.paper, language=style.language
    )
    return put_in_place(target, made, wanted)
