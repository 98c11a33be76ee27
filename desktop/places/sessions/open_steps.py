"""The next steps that are still open, over all sessions, to be ticked off."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from desktop.look import Look
from desktop.widgets.built_as_read import BuiltAsRead
from desktop.widgets.buttons import ActionButton
from desktop.widgets.press import connect_press
from desktop.widgets.scrolling import ScrollColumn, clear_layout
from desktop.widgets.tick import Tick
from desktop.widgets.words import Words, make_frame
from desktop.wording import short_date, told_apart
from formats.language import Message, tr, tr_count
from formats.library.repository import SessionCard, SessionRepository
from formats.session.notes import Note
from formats.session.series.telling_apart import Fact
from formats.session.wording import join_list

MOST, ABOVE_STEP = 200, 8
NOTHING_OPEN = Message("No open next steps. Steps from your sessions show here until someone ticks them.")


@dataclass(frozen=True, slots=True)
class OpenStepOfSession:
    """One open next step, with the session it comes from and the name of who took it."""

    session: SessionCard
    note: Note
    owner: str
    beside: str = ""
    """What tells the session from others of its title and day."""


def open_steps(repository: SessionRepository, cards: Mapping[str, SessionCard]) -> tuple[OpenStepOfSession, ...]:
    """Every open next step, those that are due first on top, those without a day last."""
    found = []
    beside = told_apart((card.named for card in cards.values()), {Fact.DAY})
    for card in cards.values():
        for note in repository.open_steps_of(card):
            person = repository.file.get("people", note.owner) if note.owner else None
            found.append(OpenStepOfSession(card, note, person["name"] if person else note.owner, beside[card.id]))
    return tuple(sorted(found, key=_due_order))


def tick_off(step: OpenStepOfSession) -> Note:
    """The note of a step, done."""
    return replace(step.note, done=True)


def _due_order(step: OpenStepOfSession) -> tuple[bool, date, date]:
    return (step.note.due is None, step.note.due or date.max, step.session.date)


class OpenStepsList(ScrollColumn):
    """A box to tick for every step."""

    step_ticked = Signal(object)
    """A step was taken: OpenStep."""
    back_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(margins=(30, 24, 30, 24))
        self._look = look
        self._shown: tuple[Sequence[OpenStepOfSession], date] | None = None
        self._rows = BuiltAsRead(self)
        self.column.setSpacing(16)

    def show_steps(self, steps: Sequence[OpenStepOfSession], today: date) -> None:
        """Shows these steps; what is due already stands out by a word."""
        if (steps, today) == self._shown:
            return
        self._shown = steps, today
        read_so_far = self._rows.forget()
        clear_layout(self.column)
        back = ActionButton(self._look, tr("All sessions"), "arrow-left")
        back.setObjectName("back-to-sessions")
        back.clicked.connect(self.back_requested)
        self.column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        counted = tr_count("{count} open next step", "{count} open next steps", len(steps))
        self.column.addWidget(Words(counted if steps else str(NOTHING_OPEN), "lead", wrap=True))
        if steps:
            self.column.addWidget(self._card(steps, today, read_so_far))
        self.column.addStretch(1)

    def _card(self, steps: Sequence[OpenStepOfSession], today: date, read_so_far: int) -> QFrame:
        card = make_frame("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(20, 12, 20, 12)
        inside.setSpacing(12)
        rows = (self._row(step, today, ruled=number > 0) for number, step in enumerate(steps[:MOST]))
        self._rows.show(inside, rows, at_least=read_so_far)
        return card

    def _row(self, step: OpenStepOfSession, today: date, *, ruled: bool) -> QWidget:
        """A step, below a rule where another stands above it."""
        row = QWidget()
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        if ruled:
            grid.addWidget(make_frame("rule"), 0, 0, 1, 2)
            grid.setRowMinimumHeight(1, ABOVE_STEP)
        tick = Tick(self._look, "")
        tick.setAccessibleName(tr("Done: {note}", note=step.note.text))
        connect_press(tick, self.step_ticked, step)
        grid.addWidget(tick, 2, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Words(step.note.text, wrap=True), 2, 1)
        late = step.note.due is not None and step.note.due < today
        grid.addWidget(Words(_facts(step, late=late), "warning" if late else "label", wrap=True), 3, 1)
        return row


def _facts(step: OpenStepOfSession, *, late: bool) -> str:
    where = join_list(filter(None, (step.session.title, short_date(step.session.date), step.beside)))
    return " · ".join(filter(None, (step.owner, _due_words(step.note.due, late=late), where)))


def _due_words(due: date | None, *, late: bool) -> str:
    if due is None:
        return ""
    # For translators: beside a next step, by which day it is to be done
    return tr("was due {day}", day=short_date(due)) if late else tr("by {day}", day=short_date(due))
