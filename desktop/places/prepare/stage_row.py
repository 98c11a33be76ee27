"""One stage in the agenda: where it stands, what it is, who speaks, how long."""

from datetime import timedelta

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout

from desktop.look import Look
from desktop.places.prepare.agenda_changes import StageGroup
from desktop.places.prepare.fields import MinutesField
from desktop.places.prepare.sentences import range_word, stage_title, who_speaks
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.elided import ElidedWords
from desktop.widgets.reorder import ReorderRow
from desktop.widgets.tips import plain_tip
from desktop.widgets.words import Words
from desktop.wording import minutes_count, own_line_words
from formats.session.agenda import Stage, StageKey, StageKind

TITLE, WHO = 118, 62
CHANGEABLE = (StageKind.OPENER, StageKind.CHECK_IN, StageKind.CLOSING, StageKind.BREAK)


class StageRow(ReorderRow):
    """A stage with its minutes to type; it tells what is asked for and changes nothing itself."""

    length_chosen = Signal(object, object)
    """Another length is chosen: StageRow, timedelta."""
    rewrite_requested = Signal(object)
    """Another opener, question or title is asked for: StageRow."""
    own_line_requested = Signal(object)
    """A line of the facilitator's own is to be written for it: StageRow."""
    auto_advance_requested = Signal(object, bool)
    """The stage is to move on by itself at its end, or not: StageRow, bool."""

    def __init__(self, look: Look, group: StageGroup, stage: Stage) -> None:
        super().__init__(look, stage.title)
        self._look, self._group, self.stage = look, group, stage
        self.setObjectName(f"stage-{stage.key.stage}-{stage.key.round}")
        self._title = Words(wrap=True)
        self._title.setMinimumWidth(look.px(TITLE))
        self._range = Words("", "warning", wrap=True)
        self._range.setObjectName("range")
        self._by_itself = Words("Moves on by itself", "label", wrap=True)
        self._by_itself.setObjectName("moves-on")
        self._own_line = Words("", "label", wrap=True)
        self._own_line.setObjectName("own-line")
        self._who = ElidedWords("", "label")
        self._who.setMinimumWidth(look.px(WHO))
        self.minutes = MinutesField(look, stage.title)
        self.change = ActionButton(look, "", "pencil", Weight.QUIET)
        self.change.setAccessibleName(f"Change {stage.title}")
        self.change.setToolTip(plain_tip(f"Change {stage.title}"))
        self.minutes.value_chosen.connect(self._choose_length)
        self.change.clicked.connect(self.ask_rewrite)
        self._lay_out()
        for widget in (self.grip, self.change, self.minutes):
            widget.installEventFilter(self)
        self.show_stage(group, stage, editable=True)

    @property
    def changeable(self) -> bool:
        """Whether the stage itself can become another one."""
        return self.stage.kind in CHANGEABLE

    @property
    def keys(self) -> tuple[StageKey, ...]:
        """The stages it stands for: the same one in every round that is alike."""
        return self._group.keys(self.stage)

    def show_stage(self, group: StageGroup, stage: Stage, *, editable: bool) -> None:
        """Shows the stage as it is now, for all rounds of its group."""
        self._group, self.stage = group, stage
        word = range_word(stage)
        self._title.setText(stage_title(stage))
        self._who.setText(who_speaks(stage))
        self._range.setText(word)
        self._range.setVisible(bool(word))
        self._by_itself.setVisible(stage.moves_on)
        self._own_line.setText(own_line_words(stage))
        self._own_line.setVisible(bool(stage.facilitator_line))
        self.minutes.show_value(stage.length)
        low, high = minutes_count(stage.minimum), minutes_count(stage.maximum)
        self.minutes.setToolTip(plain_tip("" if stage.seconds_each else f"Made for {low} to {high} minutes."))
        if not editable:
            self.minutes.take_back()  # minutes half typed before a crash are entered by nobody any more
        self.minutes.setReadOnly(not editable)
        self.minutes.setEnabled(editable)
        self.grip.setVisible(editable)
        self.change.setVisible(editable and self.changeable)

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

    def ask_rewrite(self) -> None:
        """Asks for another opener, question or title."""
        self.rewrite_requested.emit(self)

    def ask_own_line(self) -> None:
        """Asks for a line of the facilitator's own."""
        self.own_line_requested.emit(self)

    def ask_auto_advance(self, wanted: bool) -> None:
        """Asks for the stage to move on by itself at its end, or to wait."""
        self.auto_advance_requested.emit(self, wanted)

    def _choose_length(self, length: timedelta) -> None:
        self.length_chosen.emit(self, length)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 3, 8, 3)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._range)
        words.addWidget(self._by_itself)
        words.addWidget(self._own_line)
        words.addStretch(1)
        row.addWidget(self.grip)
        row.addLayout(words, 5)
        row.addWidget(self.change)
        row.addWidget(self._who, 2)
        row.addWidget(self.minutes)
