"""The kinds of notes as chips, one of them chosen."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from desktop.look import Look
from desktop.panels.notes.kinds import KIND_LOOKS, OFFERED_KINDS, SIGN_OF
from desktop.widgets.chips import Chip
from desktop.widgets.flow import FlowLayout
from desktop.widgets.tips import plain_tip
from formats.language import tr
from formats.session.notes import NoteKind

LARGE_TEXT = 1.4


class KindChips(QWidget):
    """Shows which kind the next note will have, and takes another choice."""

    kind_chosen = Signal(object)
    """The person chose a kind: NoteKind."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds: dict[QAbstractButton, NoteKind] = {}
        self._group = QButtonGroup(self)
        self._look = look
        self._flow = FlowLayout(self, gap=6)
        for kind in (NoteKind.ANSWER, *OFFERED_KINDS):
            chip = Chip(look, KIND_LOOKS[kind].word, KIND_LOOKS[kind].icon, choice=True, size=12.5)
            chip.setObjectName(f"note-kind-{kind.value.replace(' ', '-')}")
            chip.setToolTip(plain_tip(_kind_hint(kind)))
            self._kinds[chip] = kind
            self._group.addButton(chip)
            self._flow.addWidget(chip)
        self._group.buttonClicked.connect(self._pick)
        look.look_changed.connect(self._reword)
        self._reword()

    @property
    def chosen_kind(self) -> NoteKind:
        """The kind that is marked."""
        checked = self._group.checkedButton()
        return self._kinds[checked] if checked else NoteKind.INSIGHT

    def offer(self, kinds: Iterable[NoteKind]) -> None:
        """Shows these kinds only."""
        wanted = set(kinds)
        for chip, kind in self._kinds.items():
            chip.setVisible(kind in wanted)
        self._fit_height()

    def mark(self, kind: NoteKind) -> None:
        """Marks a kind; one that is not among the chips leaves the mark where it is."""
        for chip, its_kind in self._kinds.items():
            if its_kind is kind:
                chip.setChecked(True)
                chip.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    def _fit_height(self) -> None:
        """As many lines as the chips need: a layout that runs short of height would cut the last one."""
        self._flow.invalidate()
        self.setFixedHeight(max(self._flow.heightForWidth(self.width()), self._flow.minimumSize().height()))

    def _reword(self) -> None:
        """With large text the icons stand alone, and the words are in the tip and for screen readers."""
        for chip, kind in self._kinds.items():
            assert isinstance(chip, Chip)
            word = KIND_LOOKS[kind].word
            chip.show_as("" if self._look.scale > LARGE_TEXT else word, KIND_LOOKS[kind].icon)
            chip.setAccessibleName(word)
        self._fit_height()

    def _pick(self, chip: QAbstractButton) -> None:
        self.kind_chosen.emit(self._kinds[chip])


def _kind_hint(kind: NoteKind) -> str:
    if kind not in OFFERED_KINDS:
        return KIND_LOOKS[kind].word
    return tr(
        "{kind}: Ctrl+{number}, or begin with {sign}",
        kind=KIND_LOOKS[kind].word,
        number=OFFERED_KINDS.index(kind) + 1,
        sign=SIGN_OF[kind],
    )
