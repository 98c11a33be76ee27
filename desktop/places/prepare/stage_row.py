"""One stage in the agenda: when it begins, what it is, who speaks, how long."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout

from desktop.look import Look
from desktop.places.prepare.agenda_changes import StageGroup
from desktop.places.prepare.clock_words import ClockWords
from desktop.places.prepare.fields import MinutesField
from desktop.places.prepare.sentences import fitted_words, range_word, stage_title, who_speaks
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.elided import ElidedWords
from desktop.widgets.reorder import ReorderRow
from desktop.widgets.tips import plain_tip
from desktop.widgets.words import Words
from desktop.wording import minutes_count, own_line_words
from formats.language import tr
from formats.session.agenda import Stage, StageKey, StageKind

TITLE, TITLE_AT_MOST, WHO = 110, 150, 104
CHANGEABLE = (StageKind.OPENER, StageKind.CHECK_IN)


class StageAct(StrEnum):
    """What can be asked for a stage, beside moving it, taking it out and other minutes."""

    CHANGE = "change"
    OWN_WORDS = "own-words"
    WORDS_BACK = "words-back"
    OWN_LINE = "own-line"
    AUTO_ADVANCE = "auto-advance"
    DUPLICATE = "duplicate"
    LOCK = "lock"
    LOCK_AT = "lock-at"
    BREAK_AFTER = "break-after"
    STAGE_AFTER = "stage-after"


@dataclass(frozen=True, slots=True)
class OnTheClock:
    """When a stage begins by the plan, in words; `lock` says when it has to, and `late` that it cannot."""

    begins: str
    lock: str = ""
    late: bool = False


class StageRow(ReorderRow):
    """A stage with its minutes to type; it tells what is asked for and changes nothing itself."""

    length_chosen = Signal(object, object)
    """Another length is chosen: StageRow, timedelta."""
    act_requested = Signal(object, object)
    """Something else is asked for: StageRow, StageAct."""

    def __init__(self, look: Look, group: StageGroup, stage: Stage) -> None:
        super().__init__(look, stage.title)
        self._look, self._group, self.stage = look, group, stage
        self.setObjectName(f"stage-{stage.key.stage}-{stage.key.round}")
        self.clock = ClockWords(look)
        self._title = Words(wrap=True)
        self._range = _second_line("range", "warning")
        self.lock = _second_line("lock")
        self._by_itself = _second_line("moves-on")
        self._by_itself.setText(tr("Moves on by itself"))
        self._changed = _second_line("changed")
        self._changed.setText(tr("Changed for this session"))
        self._own_line = _second_line("own-line")
        self._who = ElidedWords("", "label")
        self._who.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.minutes = MinutesField(look, stage.title)
        self.more = ActionButton(look, "", "ellipsis", Weight.QUIET)
        self.more.setAccessibleName(tr("What can be done with {stage}", stage=stage.title))
        self.more.setToolTip(plain_tip(tr("Lock its start, change it, move it, add after it")))
        self.minutes.value_chosen.connect(self._choose_length)
        self.more.clicked.connect(self._ask_menu)
        self._lay_out()
        look.look_changed.connect(self._fit_who)
        for widget in (self.grip, self.more, self.minutes):
            widget.installEventFilter(self)

    @property
    def changeable(self) -> bool:
        """Whether the stage itself can become another one."""
        return self.stage.kind in CHANGEABLE

    @property
    def keys(self) -> tuple[StageKey, ...]:
        """The stages it stands for: the same one in every round that is alike."""
        return self._group.keys(self.stage)

    def _fit_who(self) -> None:
        """The words of a fit are shown whole; who speaks is shortened before a word of the title is broken."""
        self._title.ensurePolished()
        self._who.ensurePolished()
        metrics = self._title.fontMetrics()
        longest = max(map(metrics.horizontalAdvance, self._title.text().split()), default=0)
        title = min(max(longest + 2, self._look.px(TITLE)), self._look.px(TITLE_AT_MOST))
        self._title.setMinimumWidth(title)
        wide, left = self._who.sizeHint().width(), self._look.px(TITLE + WHO) - title
        self._who.setMinimumWidth(wide if fitted_words(self.stage) else min(wide, left))

    def show_stage(self, group: StageGroup, stage: Stage, at: OnTheClock, *, editable: bool) -> None:
        """Shows the stage as it is now, for all rounds of its group."""
        self._group, self.stage = group, stage
        self._title.setText(stage_title(stage))
        self.clock.setText(at.begins)
        self.clock.set_role("warning" if at.late else "label")
        fitted = fitted_words(stage)
        self._who.setText(fitted or who_speaks(stage))
        self._who.set_role("fitted" if fitted else "label")
        self._fit_who()
        lines = (
            (self._range, range_word(stage)),
            (self.lock, at.lock),
            (self._by_itself, self._by_itself.text() if stage.moves_on else ""),
            (self._changed, self._changed.text() if stage.words_before else ""),
            (self._own_line, own_line_words(stage)),
        )
        for words, text in lines:
            if text:
                words.setText(text)
            words.setVisible(bool(text))
        self.lock.set_role("warning" if at.late else "lake")
        self._show_minutes(stage, editable=editable)
        self.grip.setVisible(editable)
        self.more.setVisible(editable)

    def _show_minutes(self, stage: Stage, *, editable: bool) -> None:
        self.minutes.show_value(stage.length)
        low, high = minutes_count(stage.minimum), minutes_count(stage.maximum)
        self.minutes.setToolTip(
            plain_tip("" if stage.seconds_each else tr("Made for {low} to {high} minutes.", low=low, high=high))
        )
        if not editable:
            self.minutes.take_back()  # minutes half typed before a crash are entered by nobody any more
        self.minutes.setReadOnly(not editable)
        self.minutes.setEnabled(editable)

    def paintEvent(self, event: QPaintEvent) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(self._look.colour("moss_2"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        super().paintEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The ground of the row follows the focus of what is in it."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def ask(self, act: StageAct) -> None:
        """Asks for something to be done with the stage."""
        self.act_requested.emit(self, act)

    def _choose_length(self, length: timedelta) -> None:
        self.length_chosen.emit(self, length)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 3, 4, 3)
        row.setSpacing(6)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        for line in (self._title, self._range, self.lock, self._by_itself, self._changed, self._own_line):
            words.addWidget(line)
        words.addStretch(1)
        row.addWidget(self.grip)
        row.addWidget(self.clock)
        row.addLayout(words, 1)
        row.addWidget(self._who)
        row.addWidget(self.minutes)
        row.addWidget(self.more)


def _second_line(name: str, role: str = "label") -> Words:
    made = Words("", role, wrap=True)
    made.setObjectName(name)
    return made
