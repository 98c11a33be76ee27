"""Asks what a session file is to hold, and whether it is sealed."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.dialogs.frame import Dialog
from desktop.look import Look
from desktop.widgets.tick import Tick
from desktop.widgets.words import Words
from desktop.wording import quoted_title
from formats.library.passphrase import estimate_strength
from formats.session.session import Session
from formats.session.wording import counted_noun

SEALED = (
    "Only people who know the passphrase can open the file. Tell them in person or by phone. If it is lost, nobody"
    " can open the file."
)
UNLIKE = "The two passphrases are not the same."


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
        super().__init__(look, "A session file to share", "Choose where", parent)
        self.setObjectName("give-session")
        self._session = session.id
        private = sum(note.private for note in session.notes)
        self.private = Tick(look, "With private notes, also those about people")
        self.private.setObjectName("give-private")
        self.passphrase = _passphrase_field("give-passphrase", "Passphrase, if you want one")
        self.again = _passphrase_field("give-passphrase-again", "The same passphrase again")
        self.strength = Words("", "label", wrap=True)
        self.strength.setObjectName("give-strength")
        self._known = (session.title, session.series, *(person.name for person in session.people))
        self._trouble = Words("", "error", wrap=True)
        self._trouble.hide()
        self.body.addWidget(Words(_what_goes(session, beside), wrap=True))
        self.body.addWidget(Words(_what_stays(private), "second", wrap=True))
        self.body.addWidget(self.private)
        self.body.addWidget(Words("Passphrase", "caption"))
        self.passphrase.textChanged.connect(self._show_strength)
        for widget in (
            self.passphrase,
            self.strength,
            self.again,
            Words(SEALED, "second", wrap=True),
            self._trouble,
        ):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.fit_window(560, 460)

    def accept(self) -> None:
        """Goes on once both passphrases are the same, and not too easy to guess."""
        if self.passphrase.text() != self.again.text():
            self._trouble.setText(UNLIKE)
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
    people = counted_noun(len(session.people), "person", "people")
    return (
        f"{quoted_title(session.title, beside)} goes into one file: its plan, {people} by name, what happened"
        " when, and its notes. Open it in Clearing on another computer; notes come back the same way."
    )


def _what_stays(private: int) -> str:
    notes = (
        f"{counted_noun(private, 'private note')}, and those about people,"
        if private
        else "Private notes about people"
    )
    return f"{notes} are left out unless you tick this."


def _passphrase_field(name: str, words: str) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(name)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setPlaceholderText(words)
    field.setAccessibleName(words)
    return field
