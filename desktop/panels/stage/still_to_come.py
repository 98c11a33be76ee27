"""What is still to come, in one dialog: each later stage with its minutes, breaks, and the end of the session."""

from datetime import time, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from desktop.dialogs.frame import Dialog
from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.panels.stage.sentences import ends_words
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.length_field import LengthField
from desktop.widgets.press import connect_press
from desktop.widgets.screen_reader import announce
from desktop.widgets.scrolling import bring_into_view_soon, clear_layout
from desktop.widgets.time_field import TimeField
from desktop.widgets.tips import plain_tip
from desktop.widgets.words import Words
from formats.language import tr
from formats.session.act_history import event_to_undo
from formats.session.agenda import Agenda, Stage, StageKey
from formats.session.clock import Reading
from formats.session.dates.typed_lengths import Scale
from formats.session.events import BreakAdded, BreakRemoved, EndMoved, Event, Refitted
from formats.session.fitting import outlook
from formats.session.moves import Move, Refusal
from formats.session.replanning import (
    add_break,
    can_be_removed,
    change_length,
    move_end,
    next_time_of_day,
    remove_break,
)
from formats.session.session import Session

LEAST, MOST = timedelta(seconds=30), timedelta(hours=3)
BREAK = timedelta(minutes=5)
DONE_HERE = (Refitted, BreakAdded, BreakRemoved, EndMoved)


class StageLengthField(LengthField):
    """The minutes of one stage that is still to come."""

    def __init__(self, look: Look, title: str, length: timedelta) -> None:
        super().__init__(tr("Minutes for {stage}", stage=title), length, Scale.STAGE, least=LEAST, most=MOST)
        self.setFixedWidth(look.px(110))


class StillToComeDialog(Dialog):
    """Every change is made at once and can be taken back; the session runs on meanwhile."""

    keeps_draft = False

    def __init__(self, look: Look, runner: SessionRunner, parent: QWidget | None = None) -> None:
        super().__init__(look, tr("Still to come"), tr("Done"), parent)
        self.setObjectName("still-to-come")
        self._runner = runner
        self._stages: tuple[StageKey, ...] = ()
        self.lengths: dict[StageKey, StageLengthField] = {}
        self.breaks: dict[StageKey, ActionButton] = {}
        self._ends = Words("", "strong", wrap=True)
        self._ends.setObjectName("ends-at")
        self._refused = Words("", "error", wrap=True)
        self._refused.setObjectName("refused")
        self._refused.hide()
        self.end = TimeField(tr("The session has to end at"), time())
        self.end.setObjectName("session-end")
        self.end.setFixedWidth(look.px(130))
        self._rows = QWidget()
        self._grid = QGridLayout(self._rows)
        self.undo = ActionButton(look, tr("Undo"), "undo-2", Weight.QUIET)
        self.undo.setObjectName("undo-change")
        self._lay_out()
        self._connect()
        self._show()
        self.fit_window(560, 460)

    def focus_on(self, key: StageKey) -> None:
        """Has the keys in the minutes of a stage."""
        if (field := self.lengths.get(key)) is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_view_soon(field)

    def _show(self) -> None:
        session, reading = self._runner.session, self._runner.reading
        if session is None or reading is None or not reading.live:
            self.reject()
            return
        self._ends.setText(ends_words(session, outlook(reading, session.slot_ends_at(reading.position))))
        end = session.local_time(session.slot_ends_at(reading.position))
        self.end.show_value(end.time().replace(second=0, microsecond=0))
        last = event_to_undo(session.events)
        self.undo.setEnabled(isinstance(last, DONE_HERE))
        self._show_stages(reading)

    def _show_stages(self, reading: Reading) -> None:
        here = (reading.stage,) if reading.stage else ()
        stages = (*here, *reading.following)
        keys = tuple(stage.key for stage in stages)
        if keys != self._stages:
            self._stages = keys
            self._build(stages, reading)
        for stage in reading.following:
            self.lengths[stage.key].show_value(stage.length)

    def _build(self, stages: tuple[Stage, ...], reading: Reading) -> None:
        focused = next((key for key, field in self.lengths.items() if field.hasFocus()), None)
        pressed = next((key for key, button in self.breaks.items() if button.hasFocus()), None)
        if focused is not None or pressed is not None:
            # What has the keys and goes would give them to the next row, and scroll there.
            self.act.setFocus(Qt.FocusReason.OtherFocusReason)
        clear_layout(self._grid)
        self.lengths, self.breaks = {}, {}
        for row, stage in enumerate(stages):
            title = _title(stage, reading.position.agenda)
            self._grid.addWidget(Words(title if row else tr("Now: {stage}", stage=title), wrap=True), row, 0)
            if row:
                self._grid.addWidget(self._length(stage, title), row, 1)
            removable = can_be_removed(reading, stage.key)
            button = self._no_break(stage) if removable else self._break(stage, title)
            self._grid.addWidget(button, row, 2)
        if focused is not None:
            self.focus_on(focused)
        elif pressed in self.breaks:
            self.breaks[pressed].setFocus(Qt.FocusReason.OtherFocusReason)

    def _length(self, stage: Stage, title: str) -> StageLengthField:
        field = StageLengthField(self.look, title, stage.length)
        field.setObjectName(f"length-{stage.key.stage}-{stage.key.round}")
        field.value_chosen.connect(self._take_lengths)
        self.lengths[stage.key] = field
        return field

    def _break(self, stage: Stage, title: str) -> ActionButton:
        button = ActionButton(self.look, "", "coffee", Weight.QUIET)
        button.setObjectName(f"break-after-{stage.key.stage}-{stage.key.round}")
        button.setAccessibleName(tr("Put a break after {stage}", stage=title))
        button.setToolTip(plain_tip(tr("Put a break of 5 minutes after {stage}", stage=title)))
        connect_press(button, self._put_break, stage.key)
        self.breaks[stage.key] = button
        return button

    def _no_break(self, stage: Stage) -> ActionButton:
        button = ActionButton(self.look, "", "x", Weight.QUIET)
        button.setObjectName(f"no-break-{stage.key.stage}-{stage.key.round}")
        button.setAccessibleName(tr("Remove this break"))
        button.setToolTip(plain_tip(tr("Remove this break")))
        connect_press(button, self._remove_break, stage.key)
        self.breaks[stage.key] = button
        return button

    def _take_lengths(self, _length: timedelta) -> None:
        reading = self._runner.reading
        planned = {stage.key: stage.length for stage in reading.following} if reading else {}
        for key, field in tuple(self.lengths.items()):
            if reading is not None and field.value != planned.get(key, field.value):
                self._record(change_length(reading, key, field.value))

    def _put_break(self, after: StageKey) -> None:
        if (reading := self._runner.reading) is not None:
            self._record(add_break(reading, after, BREAK))

    def _remove_break(self, key: StageKey) -> None:
        if (reading := self._runner.reading) is not None:
            self._record(remove_break(reading, key))

    def _move_end(self, clock: time) -> None:
        session, reading = self._runner.session, self._runner.reading
        if session is not None and reading is not None:
            self._record(move_end(reading, next_time_of_day(session, reading.now, clock)))

    def _record(self, event: Event | Refusal) -> None:
        self._refused.setText(event.sentence if isinstance(event, Refusal) else "")
        self._refused.setVisible(isinstance(event, Refusal))
        if not isinstance(event, Refusal):
            self._runner.record((event,))
        self._show()
        announce(self, self._refused.text() or self._ends.text())

    def _undo(self) -> None:
        if self.undo.isEnabled():
            self._runner.make(Move.UNDO)

    def _follow(self, _changed: Session | Reading | None) -> None:
        self._show()

    def _connect(self) -> None:
        self.end.value_chosen.connect(self._move_end)
        self.undo.clicked.connect(self._undo)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self).activated.connect(self._undo)
        self._runner.session_changed.connect(self._follow)
        self._runner.session_opened.connect(self._follow)
        self._runner.clock_ticked.connect(self._follow)

    def _lay_out(self) -> None:
        self.cancel.hide()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Words(tr("The session has to end at"), wrap=True), 1)
        row.addWidget(self.end)
        cup = Words(tr("The cup puts a break of 5 minutes after its stage."), "label", wrap=True)
        for widget in (line, self._ends, self._refused, self._rows, cup):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.foot.insertWidget(0, self.undo)


def _title(stage: Stage, agenda: Agenda) -> str:
    part = agenda.part(stage.key.part)
    many = part is not None and part.rounds > 1 and stage.repeats
    return tr("{stage}, round {round}", stage=stage.title, round=stage.key.round) if many else stage.title
