"""What was read from the sentence of a next step, as chips that can be taken off."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.look import Look
from desktop.panels.notes.kind_chips import LARGE_TEXT
from desktop.widgets.chips import Chip
from desktop.widgets.flow import FlowLayout
from desktop.widgets.tips import plain_tip
from desktop.wording import long_date, short_date
from formats.language import Message, tr
from formats.session.step_sentence import StepSentence

NOTHING = StepSentence()
HOW_TO = Message("Read from the sentence. Press it, or Ctrl+0 in the note, to take it off.")


class StepChips(QWidget):
    """Owner and day; one that was taken off stays off until the sentence is begun anew."""

    chip_taken_off = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._read = NOTHING
        self._owner_off = self._due_off = False
        self.owner_chip = self._chip(look, "note-read-owner")
        self.due_chip = self._chip(look, "note-read-due")
        flow = FlowLayout(self, gap=6)
        flow.addWidget(self.owner_chip)
        flow.addWidget(self.due_chip)
        self.owner_chip.clicked.connect(self._take_owner_off)
        self.due_chip.clicked.connect(self._take_due_off)
        self.hide()

    def show_read(self, read: StepSentence, *, owner_typed: bool, due_typed: bool) -> None:
        """Shows what a sentence says, but for what was typed into a field of its own."""
        owner = "" if self._owner_off or owner_typed else read.owner
        due = None if self._due_off or due_typed else read.due
        self._read = StepSentence(owner, read.named if owner else "", due)
        self.owner_chip.show_as(self._read.named, "x", "moss")
        said = short_date if self._look.scale >= LARGE_TEXT else long_date
        self.due_chip.show_as(said(due) if due else "", "x", "amber")
        takes_it = tr("{person} takes it.", person=self._read.named)
        self.owner_chip.setAccessibleName(f"{takes_it} {HOW_TO}")
        by_then = tr("By {day}.", day=long_date(due) if due else "")
        self.due_chip.setAccessibleName(f"{by_then} {HOW_TO}")
        self.owner_chip.setVisible(bool(owner))
        self.due_chip.setVisible(due is not None)
        self.setVisible(bool(owner) or due is not None)

    @property
    def read(self) -> StepSentence:
        """What stands: read, and not taken off."""
        return self._read

    def take_last_off(self) -> None:
        """Takes the day off, and at another press the owner."""
        if self._read.due is not None:
            self._take_due_off()
        elif self._read.owner:
            self._take_owner_off()

    def begin_anew(self) -> None:
        """Another sentence begins: nothing is taken off yet."""
        self._owner_off = self._due_off = False

    def _take_owner_off(self) -> None:
        self._owner_off = True
        self.chip_taken_off.emit()

    def _take_due_off(self) -> None:
        self._due_off = True
        self.chip_taken_off.emit()

    def _chip(self, look: Look, name: str) -> Chip:
        chip = Chip(look, "", "x", choice=True, size=12.5, shortens=True)
        chip.setCheckable(False)
        chip.setObjectName(name)
        chip.setToolTip(plain_tip(str(HOW_TO)))
        return chip
