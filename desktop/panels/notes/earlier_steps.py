"""The next steps that came back: those that earlier sessions of the series left open."""

from dataclasses import replace

from desktop.live.session_notes import SessionNotes
from desktop.panels.notes.rows import NoteRow, near_date, owner_and_day
from formats.language import tr
from formats.library.repository import EarlierStep
from formats.session.notes import Note
from formats.session.session import Session


class EarlierSteps:
    """Read whenever the pane comes into sight; one that is ticked or let go stays in sight until then."""

    def __init__(self, notes: SessionNotes) -> None:
        self._notes = notes
        self._steps: dict[str, EarlierStep] = {}
        # Undo may reach one that is no longer open and was not read again.
        self._known: dict[str, EarlierStep] = {}

    @property
    def open_count(self) -> int:
        """How many of them wait."""
        return sum(step.note.is_open for step in self._steps.values())

    def begin_anew(self) -> None:
        """Another session is on the table."""
        self._known = {}
        self.read()

    def read(self) -> None:
        """Reads those that are open now."""
        self._steps = {step.note.id: step for step in self._notes.earlier_steps()}
        self._known |= self._steps

    def holds(self, note: Note) -> bool:
        """Whether a note is one of them."""
        return note.id in self._known

    def keep(self, note: Note) -> None:
        """Saves one of them as it is now, in the session it comes from."""
        step = replace(self._known[note.id], note=note)
        self._known[note.id] = self._steps[note.id] = step
        self._notes.keep_earlier_step(step)

    def rows(self, session: Session) -> list[NoteRow]:
        """The steps as rows, each with the day it comes from."""
        return [_row(session, step) for step in self._steps.values()]


def _row(session: Session, step: EarlierStep) -> NoteRow:
    said = [
        tr("From {day}", day=near_date(step.day, session.date.year)),
        *owner_and_day(session, step.note),
    ]
    return NoteRow(step.note, " · ".join(said), earlier=True)
