"""The kinds of notes as chips, one of them chosen."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from desktop.look import Look
from desktop.panels.notes.kinds import LOOKS, OFFERED, SIGN_OF
from desktop.widgets.chips import Chip
from desktop.widgets.flow import FlowLayout
from formats.session.notes import NoteKind


class KindChips(QWidget):
    """Shows which kind the next note will have, and takes another choice."""

    picked = Signal(object)
    """The person chose a kind: NoteKind."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds: dict[QAbstractButton, NoteKind] = {}
        self._group = QButtonGroup(self)
        flow = FlowLayout(self, gap=6)
        for kind in (NoteKind.ANSWER, *OFFERED):
            chip = Chip(look, LOOKS[kind].word, LOOKS[kind].icon, choice=True, size=12.5)
            chip.setObjectName(f"note-kind-{kind.value}")
            chip.setToolTip(_ways(kind))
            self._kinds[chip] = kind
            self._group.addButton(chip)
            flow.addWidget(chip)
        self._group.buttonClicked.connect(self._pick)

    @property
    def chosen(self) -> NoteKind:
        """The kind that is marked."""
        checked = self._group.checkedButton()
        return self._kinds[checked] if checked else NoteKind.INSIGHT

    def offer(self, kinds: Iterable[NoteKind]) -> None:
        """Shows these kinds only."""
        wanted = set(kinds)
        for chip, kind in self._kinds.items():
            chip.setVisible(kind in wanted)

    def mark(self, kind: NoteKind) -> None:
        """Marks a kind; one that is not among the chips leaves the mark where it is."""
        for chip, its_kind in self._kinds.items():
            if its_kind is kind:
                chip.setChecked(True)
                chip.updateGeometry()

    def _pick(self, chip: QAbstractButton) -> None:
        self.picked.emit(self._kinds[chip])


def _ways(kind: NoteKind) -> str:
    if kind not in OFFERED:
        return LOOKS[kind].word
    return f"{LOOKS[kind].word}: Ctrl+{OFFERED.index(kind) + 1}, or begin with {SIGN_OF[kind]}"
