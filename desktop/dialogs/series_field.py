"""Which series is it? A choice among those there are; a new name makes one, one nearly the same is asked about."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from desktop.look import Look
from desktop.widgets.buttons import ActionButton
from desktop.widgets.choice import ChoiceBox, show_text
from desktop.widgets.limited_length import limit_length
from formats.language import tr
from formats.session.series.series_names import series_like

LONGEST = 200
SAID = 18
"""Letters of a name that stand on a button."""


class SeriesField(ChoiceBox):
    """A list that can be typed into; `meant` offers the name that was probably meant, and stands beneath it."""

    name_changed = Signal(str)
    """Another series is chosen, or its name is typed."""

    def __init__(self, look: Look, known: Sequence[str], name: str) -> None:
        super().__init__(look)
        self._known = tuple(known)
        self.setEditable(True)
        self.addItems(list(self._known))
        show_text(self, name)
        line = self.lineEdit()
        assert isinstance(line, QLineEdit), "it can be typed into"
        line.setPlaceholderText(tr("None, or the name of a new one"))
        limit_length(line, LONGEST)
        self.meant = ActionButton(look, "", "repeat", parent=self)
        self.meant.setObjectName("series-meant")
        self.meant.clicked.connect(self._take_meant)
        self.currentTextChanged.connect(self._tell)
        line.editingFinished.connect(self._ask)
        self._ask()

    @property
    def name(self) -> str:
        """The name that is chosen or typed; "" for no series."""
        return self.currentText().strip()

    def _tell(self, name: str) -> None:
        self.meant.hide()
        self.name_changed.emit(name.strip())

    def _ask(self) -> None:
        """Offers the series whose name is nearly the one that was typed."""
        like = series_like(self.name, self._known)
        self.meant.show_as(tr("Did you mean “{series}”?", series=_brief(like)), "repeat")
        self.meant.setVisible(bool(like))

    def _take_meant(self) -> None:
        show_text(self, series_like(self.name, self._known))
        self.setFocus()


def _brief(name: str) -> str:
    return name if len(name) <= SAID else f"{name[: SAID - 1].rstrip()}…"
