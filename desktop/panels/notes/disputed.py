"""Says that notes were changed on two laptops, and lets somebody choose what is kept of each."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.dialogs.frame import Dialog
from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.panels.notes.kinds import KIND_LOOKS
from desktop.widgets.buttons import ActionButton
from desktop.widgets.press import connect_press
from desktop.widgets.scrolling import ScrollColumn
from desktop.widgets.words import Words, make_frame
from formats.language import Message, tr, tr_count
from formats.session.notes import Note
from formats.session.seating.groups import room_name
from formats.session.session import Session

REMOVED = Message("Deleted on one of the laptops.")
EXPLAINED = Message("Two laptops changed this note. Nothing is lost: keep one version, or all of them as notes.")


class ChooseVersionDialog(Dialog):
    """The versions of one note, the one in its place first."""

    version_chosen = Signal(object)
    """The version to keep: Note, or None where the note is to be deleted."""
    all_requested = Signal()

    def __init__(self, look: Look, session: Session, versions: tuple[Note | None, ...], parent: QWidget) -> None:
        super().__init__(look, tr("Which version of this note?"), tr("Keep all as notes"), parent)
        self.setObjectName("choose-version")
        self._session = session
        self.cancel.setText(tr("Later"))
        self.cancel.setAccessibleName(tr("Later"))
        self.body.addWidget(Words(str(EXPLAINED), "second", wrap=True))
        cards = ScrollColumn(margins=(0, 0, 8, 0))
        for number, version in enumerate(versions):
            cards.column.addWidget(self._card(number, version))
        cards.column.addStretch(1)
        self.body.addWidget(cards, 1)
        self.accepted.connect(self.all_requested)
        self.fit_window(560, 480)

    def _card(self, number: int, version: Note | None) -> QFrame:
        card = make_frame("card")
        row = QHBoxLayout(card)
        row.setContentsMargins(16, 12, 16, 12)
        said = QVBoxLayout()
        said.addWidget(Words(version.text if version else str(REMOVED), wrap=True))
        if version is not None:
            said.addWidget(Words(_facts(self._session, version), "label", wrap=True))
        row.addLayout(said, 1)
        keep = ActionButton(self.look, tr("Keep this") if version else tr("Delete it"))
        keep.setObjectName(f"keep-{number}")
        keep.setAccessibleName(f"{keep.text()}: {version.text if version else str(REMOVED)}")
        connect_press(keep, self._choose, version)
        row.addWidget(keep)
        return card

    def _choose(self, version: Note | None) -> None:
        self.reject()
        self.version_chosen.emit(version)


class DisputedStrip(QFrame):
    """Above the notes; hidden while there is nothing to choose."""

    def __init__(self, look: Look, runner: SessionRunner, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._look, self._runner = look, runner
        self._disputed: tuple[str, ...] = ()
        self._words = Words("", wrap=True)
        choose = ActionButton(look, tr("Choose"), "merge")
        choose.setObjectName("choose-versions")
        choose.clicked.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 8, 18, 8)
        row.addWidget(self._words, 1)
        row.addWidget(choose)
        runner.session_opened.connect(self._look_again)
        self._look_again()

    def _look_again(self, _session: object = None) -> None:
        self._disputed = self._runner.notes.disputed_ids()
        self._words.setText(
            tr_count(
                "{count} note was changed on both laptops.",
                "{count} notes were changed on both laptops.",
                len(self._disputed),
            )
        )
        self.setVisible(bool(self._disputed) and not self._runner.library.read_only)

    def _ask(self) -> None:
        session = self._runner.session
        if session is None:
            return
        versions = self._runner.notes.versions(self._disputed[0])
        dialog = ChooseVersionDialog(self._look, session, versions, self.window())
        dialog.version_chosen.connect(self._keep)
        dialog.all_requested.connect(self._keep_all)
        dialog.open()

    def _keep(self, version: Note | None) -> None:
        self._runner.notes.settle(self._disputed[0], version)
        self._go_on()

    def _keep_all(self) -> None:
        self._runner.notes.settle_with_all(self._disputed[0])
        self._go_on()

    def _go_on(self) -> None:
        self._look_again()
        if self._disputed:
            self._ask()


def _facts(session: Session, note: Note) -> str:
    """What tells versions of the same words apart."""
    said = [
        KIND_LOOKS[note.kind].word,
        room_name(session, note.stage, note.room) if note.room else "",
        "private" if note.private else "",
    ]
    return " · ".join(filter(None, [*said, note.status]))
