"""Asks what a session file is to hold, and whether it is sealed."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.dialogs.frame import Dialog
from desktop.look import Look
from desktop.widgets.tick import Tick
from desktop.widgets.words import Words
from desktop.wording import quoted_title
from formats.language import Message, tr, tr_count
from formats.library.passphrase import estimate_strength
from formats.session.session import Session

SEALED = Message(
    "Only people who know the passphrase can open the file. Tell them in person or by phone. If it is lost, nobody"
    " can open the file."
)
UNLIKE = Message("The two passphrases are not the same.")


@dataclass(frozen=True, slots=True)
class SessionFileOptions:
    """What goes into the file; no passphrase leaves it open."""

    session: str
    private: bool
    passphrase: str


class GiveSessionDialog(Dialog):
    """Private notes stay here unless they are asked for."""

    keeps_draft = False

    options_chosen = Signal(object)
    """What goes into the file: SessionFileOptions."""

    def __init__(self, look: Look, session: Session, parent: QWidget, beside: str = "") -> None:
        super().__init__(look, tr("A session file to share"), tr("Choose where"), parent)
        self.setObjectName("give-session")
        self._session = session.id
        private = sum(note.private for note in session.notes)
        self.private = Tick(look, tr("With private notes, also those about people"))
        self.private.setObjectName("give-private")
        self.passphrase = _passphrase_field("give-passphrase", tr("Passphrase, if you want one"))
        self.again = _passphrase_field("give-passphrase-again", tr("The same passphrase again"))
        self.strength = Words("", "label", wrap=True)
        self.strength.setObjectName("give-strength")
        self._known = (session.title, session.series, *(person.name for person in session.people))
        self._trouble = Words("", "error", wrap=True)
        self._trouble.hide()
        self.body.addWidget(Words(_what_goes(session, beside), wrap=True))
        self.body.addWidget(Words(_what_stays(private), "second", wrap=True))
        self.body.addWidget(self.private)
        self.body.addWidget(Words(tr("Passphrase"), "caption"))
        self.passphrase.textChanged.connect(self._show_strength)
        for widget in (
            self.passphrase,
            self.strength,
            self.again,
            Words(str(SEALED), "second", wrap=True),
            self._trouble,
        ):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.fit_window(560, 460)

    def accept(self) -> None:
        """Goes on once both passphrases are the same, and not too easy to guess."""
        if self.passphrase.text() != self.again.text():
            self._trouble.setText(str(UNLIKE))
            self._trouble.show()
            self.again.setFocus()
            return
        if self.passphrase.text() and not estimate_strength(self.passphrase.text(), self._known).suffices:
            self._show_strength(self.passphrase.text())
            self.passphrase.setFocus()
            return
        super().accept()
        self.options_chosen.emit(
            SessionFileOptions(self._session, self.private.isChecked(), self.passphrase.text())
        )

    def _show_strength(self, passphrase: str) -> None:
        strength = estimate_strength(passphrase, self._known)
        self.strength.set_role("second" if strength.suffices else "warning")
        self.strength.setText(strength.sentence if passphrase else "")


def _what_goes(session: Session, beside: str) -> str:
    people = tr_count("{count} person", "{count} people", len(session.people))
    return tr(
        "{session} goes into one file: its plan, {people} by name, what happened"
        " when, and its notes. Open it in Clearing on another computer; notes come back the same way.",
        session=quoted_title(session.title, beside),
        people=people,
    )


def _what_stays(private: int) -> str:
    if not private:
        return tr("Private notes about people are left out unless you tick this.")
    return tr_count(
        "{count} private note, and those about people, are left out unless you tick this.",
        "{count} private notes, and those about people, are left out unless you tick this.",
        private,
    )


def _passphrase_field(name: str, words: str) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(name)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setPlaceholderText(words)
    field.setAccessibleName(words)
    return field
