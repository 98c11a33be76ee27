"""Time available against time planned, always in view, and the act that makes them meet."""

from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.actions import ActName, act, key_words
from desktop.content.catalogue import Catalogue
from desktop.keys import FIT, LOCK
from desktop.look import Look
from desktop.places.prepare.fields import TwoEndsRow, is_low, side_by_side
from desktop.places.prepare.sentences import planned_sentence, time_sentence, trouble_sentence
from desktop.places.prepare.time_bar import TimeBar
from desktop.places.prepare.trouble_card import TroubleCard
from desktop.places.prepare.ways_to_fit import short_by, ways_to_fit
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.tips import plain_tip
from desktop.widgets.words import Words
from desktop.wording import minutes, time_of_day
from formats.language import Message, tr
from formats.session.fitting import fit_to
from formats.session.session import Session
from formats.session.timetable import locked_starts, session_timetable
from formats.session.wording import range_words

USUAL = Message("Usual minutes")


class TimeCard(QWidget):
    """The slot, and what is planned in it."""

    fit_requested = Signal()
    usual_requested = Signal()
    undo_requested = Signal()
    redo_requested = Signal()
    end_lock_requested = Signal(bool)
    """The end is to be locked, or not."""

    def __init__(self, look: Look, catalogue: Catalogue) -> None:
        super().__init__()
        self._look, self._catalogue = look, catalogue
        self._slot, self._hours = Words("", "large"), Words("", "second")
        self.end_lock = ActionButton(look, "", "lock-open", Weight.QUIET)
        self.end_lock.setObjectName("lock-end")
        self.end_lock.setCheckable(True)
        self.sentence = Words("", "second", wrap=True)
        self.sentence.setObjectName("time-sentence")
        self._bar = TimeBar(look)
        self.fit = ActionButton(look, tr("Fit to time"))
        self.fit.setObjectName("fit")
        self.fit.setToolTip(plain_tip(key_words(FIT)))
        self.usual = ActionButton(look, str(USUAL), "rotate-ccw")
        self.usual.setObjectName("usual")
        self.usual.setToolTip(plain_tip(tr("Usual minutes. Every stage has its minutes from before fitting.")))
        self.trouble = TroubleCard(look)
        self.undo, self.redo = _history_button(look, ActName.UNDO), _history_button(look, ActName.REDO)
        self.fit.clicked.connect(self.fit_requested)
        self.usual.clicked.connect(self.usual_requested)
        self.undo.clicked.connect(self.undo_requested)
        self.redo.clicked.connect(self.redo_requested)
        self.end_lock.clicked.connect(self.end_lock_requested)
        self._column = QVBoxLayout(self)
        self._lay_out()

    def show_session(self, session: Session, *, editable: bool) -> None:
        """Shows the slot and the plan as they are now."""
        ends = session.starts_at + session.slot
        self._slot.setText(minutes(session.slot))
        self._hours.setText(range_words(time_of_day(session, session.starts_at), time_of_day(session, ends)))
        self._show_end_lock(session, time_of_day(session, ends), editable=editable)
        low, said = is_low(self, self._look), time_sentence(session)
        self.sentence.setText(planned_sentence(session) if low else said)
        self.sentence.setToolTip(plain_tip(said) if low else "")
        self._column.setSpacing(2 if low else 6)
        self.sentence.set_role("warning" if session_timetable(session).spare < timedelta() else "second")
        self._bar.show_plan(session)
        ways = ways_to_fit(session, self._catalogue) if editable else ()
        self.trouble.show_ways(trouble_sentence(short_by(session)) if editable else "", ways)
        self.sentence.setVisible(not (low and self.trouble.isVisibleTo(self)))
        fitted = any(stage.fitted_from is not None for stage in session.agenda.stages)
        had_keys = self.fit.hasFocus() or self.usual.hasFocus()
        self.fit.setVisible(editable and not (fitted and _is_fitted(session)))
        self.fit.setEnabled(bool(session.agenda.stages))
        self.usual.setVisible(editable and fitted)
        self.usual.show_as("" if low else str(USUAL), "rotate-ccw")
        self.usual.setAccessibleName(str(USUAL))
        if had_keys and editable and not (self.fit.hasFocus() or self.usual.hasFocus()):
            (self.usual if self.usual.isVisibleTo(self) else self.fit).setFocus()

    def show_undo(self, *, undo: bool, redo: bool) -> None:
        """Offers to take back or bring back what was done last, where there is something."""
        had_keys = self.undo.hasFocus() or self.redo.hasFocus()
        self.undo.setEnabled(undo)
        self.redo.setEnabled(redo)
        if had_keys and undo is not redo:
            (self.undo if undo else self.redo).setFocus()

    def _show_end_lock(self, session: Session, ends: str, *, editable: bool) -> None:
        locked = session.end_locked
        self.end_lock.show_as("", "lock" if locked else "lock-open")
        self.end_lock.setChecked(locked)
        self.end_lock.setVisible(editable or locked)
        self.end_lock.setEnabled(editable)
        said = (
            Message("The end is locked to {time}. Press to unlock it.")
            if locked
            else Message("Lock the end to {time}")
        )
        what = said.filled(time=ends)
        self.end_lock.setAccessibleName(what)
        self.end_lock.setToolTip(plain_tip(f"{what} ({key_words(LOCK)})"))

    def _lay_out(self) -> None:
        column = self._column
        column.setContentsMargins(0, 0, 0, 0)
        time = side_by_side(self._slot, self._hours, self.end_lock)
        column.addWidget(TwoEndsRow(time, side_by_side(self.undo, self.redo, self.usual, self.fit, gap=4)))
        column.addWidget(self._bar)
        column.addWidget(self.sentence)
        column.addWidget(self.trouble)


def _history_button(look: Look, name: ActName) -> ActionButton:
    one = act(name)
    button = ActionButton(look, "", one.icon, Weight.QUIET)
    button.setObjectName(name.value)
    button.setAccessibleName(one.word)
    button.setToolTip(plain_tip(f"{one.word} ({one.key})"))
    return button


def _is_fitted(session: Session) -> bool:
    """Whether fitting once more would change nothing."""
    return not fit_to(session.agenda, session.slot, locked_starts(session)).changes
