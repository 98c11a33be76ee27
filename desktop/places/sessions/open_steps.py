"""The next steps that are still open, over all sessions, to be ticked off."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.look import Look
from desktop.widgets.buttons import ActionButton
from desktop.widgets.scrolling import ScrollColumn, emptied
from desktop.widgets.tick import Tick
from desktop.widgets.words import Words, framed
from desktop.wording import counted, short_date
from formats.library.records import note_from
from formats.library.repository import SessionCard, Shelf
from formats.session.notes import Note, NoteKind

MOST = 200
NOTHING_OPEN = (
    "No next step is open. Those that people take on in a session are listed here until they are ticked."
)


@dataclass(frozen=True, slots=True)
class OpenStep:
    """One open next step, with the session it comes from and the name of who took it."""

    session: SessionCard
    note: Note
    owner: str


def open_steps(shelf: Shelf, cards: Mapping[str, SessionCard]) -> tuple[OpenStep, ...]:
    """Every open next step, those that are due first on top, those without a day last."""
    found = []
    for document in shelf.file.all("notes"):
        card = cards.get(document["session"])
        if card is None or document["kind"] != NoteKind.NEXT_STEP:
            continue
        note = note_from(dict(document))
        if note.is_open:
            person = shelf.file.get("people", note.owner) if note.owner else None
            found.append(OpenStep(card, note, person["name"] if person else note.owner))
    return tuple(sorted(found, key=_due_first))


def ticked(step: OpenStep) -> Note:
    """The note of a step, done."""
    return replace(step.note, done=True)


def _due_first(step: OpenStep) -> tuple[bool, date, date]:
    return (step.note.due is None, step.note.due or date.max, step.session.date)


class OpenStepsPage(ScrollColumn):
    """A box to tick for every step."""

    done = Signal(object)
    """A step was taken: OpenStep."""
    back_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(margins=(30, 24, 30, 24))
        self._look = look
        self._steps: dict[Tick, OpenStep] = {}
        self.column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.column.setSpacing(16)

    def show_steps(self, steps: Sequence[OpenStep], today: date) -> None:
        """Shows these steps; what is due already stands out by a word."""
        emptied(self.column)
        self._steps = {}
        back = ActionButton(self._look, "All sessions", "arrow-left")
        back.setObjectName("back-to-sessions")
        back.clicked.connect(self.back_wanted)
        self.column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(
            Words(counted(len(steps), "open next step") if steps else NOTHING_OPEN, "lead", wrap=True)
        )
        if not steps:
            return
        card = framed("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(20, 12, 20, 12)
        inside.setSpacing(12)
        for number, step in enumerate(steps[:MOST]):
            if number:
                inside.addWidget(framed("rule"))
            inside.addWidget(self._row(step, today))
        self.column.addWidget(card)

    def _row(self, step: OpenStep, today: date) -> QWidget:
        row = QWidget()
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        tick = Tick(self._look, "")
        tick.setAccessibleName(f"Done: {step.note.text}")
        tick.clicked.connect(self._tick)
        self._steps[tick] = step
        grid.addWidget(tick, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Words(step.note.text, wrap=True), 0, 1)
        late = step.note.due is not None and step.note.due < today
        grid.addWidget(Words(_facts(step, late=late), "warning" if late else "label", wrap=True), 1, 1)
        return row

    def _tick(self) -> None:
        tick = self.sender()
        assert isinstance(tick, Tick)
        self.done.emit(self._steps[tick])


def _facts(step: OpenStep, *, late: bool) -> str:
    due = step.note.due
    day = f"{'was due' if late else 'by'} {short_date(due)}" if due else ""
    return " · ".join(filter(None, (step.owner, day, f"{step.session.title}, {short_date(step.session.date)}")))
