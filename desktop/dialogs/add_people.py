"""People from a list, pasted, dropped or in a file: understood, looked over, and only then added."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.actions import key_words
from desktop.dialogs.frame import Dialog
from desktop.dialogs.list_sources import ListSource, carries_list, source_in, source_of
from desktop.dialogs.list_text import ListText
from desktop.dialogs.meeting_offer import MeetingOffer
from desktop.dialogs.roster_columns import Choices, is_remembered, read_list
from desktop.dialogs.roster_review import RosterReview
from desktop.look import Look
from desktop.unfinished_input import UnfinishedText
from desktop.widgets.buttons import ActionButton
from desktop.widgets.flow import FlowLayout
from desktop.widgets.words import Words
from formats.language import Message, tr, tr_count
from formats.session.people import Person
from formats.session.roster import Kind, Roster, RosterError

PATTERNS = "*.csv *.tsv *.txt *.md *.ics *.vcf *.eml"
# For translators: keep ;; and the brackets; the words stand in a list of kinds of files.
KINDS = Message("Lists ({patterns});;All files (*)")
CLIPBOARD = Message("the clipboard")
EMPTY = Message("Type or paste a list, drop a file here, or choose one.")
NOBODY = Message("Nobody was found in this text yet.")
STAYS = Message("Email addresses stay on this computer. They leave only in an invitation you send.")
LARGE_TEXT = 1.5


class AddPeopleDialog(Dialog):
    """Shows what was understood of a list; nothing joins the session before it was looked over."""

    people_accepted = Signal(object, object)
    """People to add (tuple of Person), and the ids of those who are away."""
    meeting_accepted = Signal(object)
    """What an invitation says is to be used for the session: Meeting."""
    rest_kept = Signal(object)
    """What waits to be looked at later, once the others were added: Roster, or None where nothing does."""
    columns_chosen = Signal(object)
    """What columns were taken for by hand, by title: Choices."""

    def __init__(
        self,
        look: Look,
        known: tuple[Person, ...],
        here: frozenset[str],
        parent: QWidget | None = None,
        *,
        times: Mapping[str, int] | None = None,
        choices: Choices | None = None,
    ) -> None:
        """`known` came before, `here` are ids of the session, `times` how often each came."""
        super().__init__(look, tr("Add people"), tr("Add people"), parent)
        self._choices = dict(choices or {})
        self._origin, self._roster = "", Roster(())
        self.said = Words(str(EMPTY), "second", wrap=True)
        self.trouble = Words("", "error", wrap=True)
        self.text = ListText()
        self.review = RosterReview(look, known, here, times)
        self.meeting = MeetingOffer(look)
        self._changes = UnfinishedText(self, "changes")
        self.paste = ActionButton(look, tr("Paste again"), "clipboard-paste", key=_paste_key())
        self.file = ActionButton(look, tr("Choose a file…"), "folder-open")
        self.edit = ActionButton(look, tr("Edit the text"), "pencil")
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self._show_text(True)
        self._say("")
        self._update_act()
        self.fit_window(1190, 700)

    def read_clipboard(self) -> None:
        """Reads what was copied, once: what is copied later is read when that is asked for."""
        carried = QGuiApplication.clipboard().mimeData()
        if carried is not None and carries_list(carried):
            self.read(source_of(carried, str(CLIPBOARD)))

    def read_file(self, path: Path) -> None:
        """Reads a file, and shows what was understood or why nothing was."""
        self.read(source_in(path))

    def read(self, source: ListSource) -> None:
        """Shows what is understood of a text, or the text itself where nobody was found in it."""
        self._origin = source.origin
        roster, trouble = self._understood(source.text)
        trouble = source.trouble or trouble
        # A text too long for a list is too long for a field as well.
        self._fill("" if trouble else source.text)
        self._show(roster, trouble)
        self._show_text(not (self.review.model.rowCount() or roster.meeting))

    def show_waiting(self, roster: Roster) -> None:
        """Shows again what was left of a list."""
        self._fill("\n".join(line.text for line in roster.lines))
        self._show(roster, "")
        self.said.setText(tr("This was left of a list. Nothing of it has been added yet."))
        self._show_text(False)

    def ask_for_file(self) -> None:
        """Lets a file be chosen."""
        dialog = QFileDialog(self, tr("Add people"), "", KINDS.filled(patterns=PATTERNS))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._read_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if carries_list(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.read(source_of(event.mimeData(), tr("what was dropped")))
        event.acceptProposedAction()

    def _read_chosen(self, path: str) -> None:
        self.read_file(Path(path))

    def _fill(self, text: str) -> None:
        self.text.blockSignals(True)
        self.text.setPlainText(text)
        self.text.blockSignals(False)

    def _understood(self, text: str) -> tuple[Roster, str]:
        """What is read of a text; where nothing can be, the sentence to show."""
        try:
            return read_list(text, self._choices), ""
        except RosterError as error:
            return Roster(()), str(error)

    def _read(self) -> None:
        self._show(*self._understood(self.text.toPlainText()))

    def _read_typed(self) -> None:
        self._origin = ""
        self._read()

    def _show(self, roster: Roster, trouble: str) -> None:
        self._roster = roster
        self.meeting.show_meeting(roster.meeting)
        self.review.show_roster(roster, self._choices)
        self._say(trouble)

    def _say(self, trouble: str) -> None:
        roster, text = self._roster, self.text.toPlainText().strip()
        self.trouble.setText(trouble or ("" if roster.drafts or roster.meeting or not text else str(NOBODY)))
        self.trouble.setVisible(bool(self.trouble.text()))
        self.said.setText(self._what_came_of(roster) if roster.lines else str(EMPTY))
        self.paste.show_as(tr("Paste again") if self._origin == str(CLIPBOARD) else tr("Paste"), "clipboard-paste")

    def _what_came_of(self, roster: Roster) -> str:
        """Lines in, people out."""
        # For translators: "Read from list.csv: a table, 20 lines in, 18 people out. Nothing has been added yet."
        return tr(
            "{read_from}: {kind}, {lines} in, {people} out. Nothing has been added yet.",
            read_from=self._read_from,
            kind=_kind_of(roster),
            lines=tr_count("{count} line", "{count} lines", len({line.line_number for line in roster.lines})),
            people=tr_count("{count} person", "{count} people", len(roster.drafts)),
        )

    @property
    def _read_from(self) -> str:
        if self._origin == str(CLIPBOARD):
            return tr("Read from the clipboard as you opened this")
        return tr("Read from {origin}", origin=self._origin) if self._origin else tr("Read as you typed it")

    def _choose_column(self, title: str, choice: str) -> None:
        self._choices[title] = choice
        self._read()
        if is_remembered(title, self._roster):
            self.columns_chosen.emit({title: choice})

    def _toggle_text(self) -> None:
        self._show_text(self._pages.currentWidget() is self.review)

    def _show_text(self, shown: bool) -> None:
        self._pages.setCurrentWidget(self._text_page if shown else self.review)
        self.edit.show_as(*((tr("Look it over"), "list-checks") if shown else (tr("Edit the text"), "pencil")))
        (self.text if shown else self.review.table).setFocus()

    def _update_act(self) -> None:
        count = self.review.count
        self.act.setText(
            tr_count("Add {count} person", "Add {count} people", count) if count else tr("Add people")
        )
        self.act.updateGeometry()
        self.act.setEnabled(bool(count) or self.meeting.taken is not None)
        self.edit.setEnabled(bool(self.review.model.rowCount()) or self.review.rest is not None)
        self.review.counts.setVisible(bool(self.review.model.rowCount()) or self.review.rest is not None)

    def _write_changes(self) -> None:
        self._changes.write(self.review.changes)

    def _take_changes(self, written: str) -> None:
        self.review.take_changes(written)
        self._show_text(False)

    def _take(self) -> None:
        people, away = self.review.people()
        if people:
            self.people_accepted.emit(people, away)
        if self.meeting.taken is not None:
            self.meeting_accepted.emit(self.meeting.taken)
        self.rest_kept.emit(self.review.rest)

    def _lay_out(self) -> None:
        head = QWidget()
        large = self.look.scale >= LARGE_TEXT
        direction = QBoxLayout.Direction
        row = QBoxLayout(direction.TopToBottom if large else direction.LeftToRight, head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.said, 1)
        acts = QWidget()
        flow = FlowLayout(acts, gap=8) if large else QHBoxLayout(acts)
        flow.setContentsMargins(0, 0, 0, 0)
        for button in (self.paste, self.file, self.edit):
            flow.addWidget(button)
        row.addWidget(acts)
        self._text_page = QWidget()
        column = QVBoxLayout(self._text_page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text, 1)
        self._pages.addWidget(self._text_page)
        self._pages.addWidget(self.review)
        for widget in (head, self.trouble, self.review.counts, self.meeting):
            self.body.addWidget(widget)
        self.body.addWidget(self._pages, 1)
        if not large:
            self.foot.insertWidget(0, Words(str(STAYS), "label", wrap=True), 1)

    def _connect(self) -> None:
        self.text.textChanged.connect(self._read_typed)
        self.text.file_given.connect(self.read)
        self.paste.clicked.connect(self.read_clipboard)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self).activated.connect(self.read_clipboard)
        self.file.clicked.connect(self.ask_for_file)
        self.edit.clicked.connect(self._toggle_text)
        self.review.roster_changed.connect(self._update_act)
        self.review.roster_changed.connect(self._write_changes)
        self._changes.given_back.connect(self._take_changes)
        self.review.column_chosen.connect(self._choose_column)
        self.meeting.tick.toggled.connect(self._update_act)
        self.accepted.connect(self._take)


def _paste_key() -> str:
    return key_words(QKeySequence(QKeySequence.StandardKey.Paste).toString())


def _kind_of(roster: Roster) -> str:
    """What the list is, in words."""
    if roster.meeting is not None:
        return tr("an invitation")
    titled = any(line.kind is Kind.TITLES for line in roster.lines)
    return tr("a table") if titled or roster.columns else tr("a list")
