"""Asks for one line of text."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.dialogs.frame import Dialog
from desktop.look import Look
from desktop.widgets.limited_length import limit_length
from desktop.widgets.words import Words
from formats.language import tr

LONGEST = 200


class OneLineDialog(Dialog):
    """A title, a name or a line of one's own; an empty one cannot be kept where it is `needed`."""

    line_entered = Signal(str)

    def __init__(
        self,
        look: Look,
        title: str,
        label: str,
        text: str,
        parent: QWidget | None = None,
        *,
        act: str = "",
        needed: bool = True,
    ) -> None:
        super().__init__(look, title, act or tr("Keep"), parent)
        self._needed = needed
        self.line = QLineEdit(text)
        self.line.setAccessibleName(label)
        limit_length(self.line, LONGEST)
        self.line.textChanged.connect(self._update_act)
        self.line.returnPressed.connect(self.accept)
        self.body.addWidget(Words(label, "caption"))
        self.body.addWidget(self.line)
        self.accepted.connect(self._write)
        self._update_act()
        self.fit_window(440, 180)
        self.line.setFocus()

    def accept(self) -> None:
        """Keeps the line where there is one, or need not be."""
        if self._is_enough:
            super().accept()

    @property
    def _is_enough(self) -> bool:
        return bool(self.line.text().strip()) or not self._needed

    def _update_act(self, _text: str = "") -> None:
        self.act.setEnabled(self._is_enough)

    def _write(self) -> None:
        self.line_entered.emit(self.line.text().strip())
