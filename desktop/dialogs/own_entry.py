"""Writes a structure or an opener of one's own: a text to change, and a sentence that says if it is right."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.dialogs.frame import Dialog
from desktop.look import Look
from desktop.widgets.stepped_edit import SteppedEdit
from desktop.widgets.words import Words
from formats.structures.fields import StructureError

HOW = "Change the words and numbers between the quotation marks. Lines that begin with # explain and can go."
RIGHT = "This can be kept."


class OwnEntryDialog(Dialog):
    """Checked as it is typed; what is not right yet cannot be kept and is not lost."""

    text_accepted = Signal(str)

    def __init__(
        self, look: Look, title: str, text: str, check: Callable[[str], object], parent: QWidget | None = None
    ) -> None:
        """`check` raises StructureError with the sentence to show."""
        super().__init__(look, title, "Keep", parent)
        self._check = check
        self.text = SteppedEdit(text)
        self.text.setAccessibleName(title)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.text.setFont(QFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()))
        self.text.setTabChangesFocus(True)
        self.says = Words("", "second", wrap=True)
        self.says.setObjectName("own-entry-says")
        self.body.addWidget(Words(HOW, "second", wrap=True))
        self.body.addWidget(self.text, 1)
        self.body.addWidget(self.says)
        self.text.textChanged.connect(self._judge)
        self.accepted.connect(self._keep)
        self._judge()
        self.fit_window(860, 760)
        self.text.setFocus()

    def accept(self) -> None:
        """Keeps the text where it is right."""
        if self._judge():
            super().accept()

    def _judge(self) -> bool:
        try:
            self._check(self.text.toPlainText())
        except StructureError as wrong:
            self.says.setText(str(wrong))
            self.says.set_role("warning")
            self.act.setEnabled(False)
            return False
        self.says.setText(RIGHT)
        self.says.set_role("second")
        self.act.setEnabled(True)
        return True

    def _keep(self) -> None:
        self.text_accepted.emit(self.text.toPlainText())
