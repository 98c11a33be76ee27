"""Asks for the passphrase of a sealed file."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.dialogs.frame import Dialog
from desktop.look import Look
from desktop.widgets.words import Words
from formats.language import tr


class PassphraseDialog(Dialog):
    """Says why it asks again, where the passphrase did not fit."""

    keeps_draft = False

    passphrase_entered = Signal(str)

    def __init__(self, look: Look, file: str, trouble: str, parent: QWidget) -> None:
        super().__init__(look, tr("This file needs a passphrase"), tr("Open"), parent)
        self.setObjectName("passphrase")
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(tr("Passphrase of {file}", file=file))
        self.field.setPlaceholderText(tr("Passphrase"))
        self.trouble = Words(trouble, "error", wrap=True)
        self.trouble.setVisible(bool(trouble))
        self.body.addWidget(Words(tr("Type the passphrase you were given for “{file}”.", file=file), wrap=True))
        self.body.addWidget(self.field)
        self.body.addWidget(self.trouble)
        self.fit_window(460, 240)
        self.field.setFocus()

    def accept(self) -> None:
        """Goes on with a passphrase."""
        if self.field.text():
            super().accept()
            self.passphrase_entered.emit(self.field.text())
