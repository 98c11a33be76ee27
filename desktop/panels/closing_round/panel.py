"""The closing round in Run: the question, a card for each number of fingers, the words, and where it goes."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.actions import ActName, act
from desktop.keys import ONE_LESS, ONE_MORE
from desktop.look import Look
from desktop.panels.closing_round.hands_card import HandsCard
from desktop.panels.closing_round.words_given import WordsGiven
from desktop.panels.countdown.dial import SMALLEST, Countdown
from desktop.panels.stage.words import next_line
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.flow import FlowLayout
from desktop.widgets.press import connect_press
from desktop.widgets.scrolling import ScrollColumn
from desktop.widgets.tick import Tick
from desktop.widgets.words import Words
from formats.language import Message, tr, tr_count
from formats.session.clock import Reading
from formats.session.closing_round import ANSWERS, FEWEST_FOR_AN_AVERAGE, ClosingRound
from formats.session.session import NO_CLOSING_ROUND, Session

KEPT = Message("Only the counts and the words are kept. Nothing says who raised which hand, or when.")
ROOM_FOR_A_ROW, NARROW, TALL = 720, 380, 640
DIAL, LINE = 130, 86
CARDS = 250


class ClosingRoundPanel(QWidget):
    """Passes on what is counted and typed; what it shows is what the session keeps."""

    hands_changed = Signal(int, int)
    """Hands are to be counted: how many fingers, and how many more or less."""
    word_entered = Signal(str)
    word_removed = Signal(object)
    """A word is to be taken away: str."""
    choice_made = Signal(object)
    """Where it goes is to be another: ClosingRound."""
    undo_requested = Signal()
    exit_requested = Signal()
    """The keys go back to the session."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("closing-round")
        self._look, self._round = look, NO_CLOSING_ROUND
        self._caption = Words(tr("Closing round"), "caption")
        self._question = Words("", "stage", wrap=True)
        self._question.setObjectName("closing-question")
        self._how = Words("", "lead", wrap=True)
        self._dial = Countdown(look)
        self._dial.setObjectName("closing-countdown")
        self._cards = tuple(HandsCard(look, fingers) for fingers in range(1, len(ANSWERS) + 1))
        self._counted = Words("", "second", wrap=True)
        self._counted.setObjectName("hands-counted")
        self._next = Words("", "second", wrap=True)
        self.words_given = WordsGiven(look)
        self.undo = ActionButton(look, tr("Undo"), "undo-2", Weight.QUIET, key=act(ActName.UNDO).key)
        self.undo.setObjectName("undo-hands")
        self.undo.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._in_minutes = Tick(look, tr("Into the minutes"))
        self._in_year = Tick(look, tr("Into the year, together"))
        self._words_in_year = Tick(look, tr("Words too, in the year"))
        self._lay_out()
        self._connect()

    @property
    def _ticks(self) -> tuple[Tick, ...]:
        return self._in_minutes, self._in_year, self._words_in_year

    def show_reading(self, session: Session, reading: Reading) -> None:
        """Shows the question, the clock, and what was counted so far."""
        stage = reading.stage
        if stage is None:
            return
        self._question.setText(stage.question or stage.title)
        self._how.setText(stage.instruction)
        self._next.setText(next_line(session, reading))
        self._dial.show_reading(reading)
        self._show_round(session.closing_round, len(session.present))

    def _show_round(self, shown: ClosingRound, here: int) -> None:
        self._round = shown
        most = max(shown.hands)
        for card, count in zip(self._cards, shown.hands, strict=True):
            card.show_count(count, most)
        self._counted.setText(_counted_words(shown.counted, here))
        self.words_given.show_words(shown.words)
        self._in_minutes.setChecked(shown.in_minutes)
        self._in_year.setChecked(shown.in_year)
        self._words_in_year.setChecked(shown.words_in_year)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lying = self.width() < self._look.px(ROOM_FOR_A_ROW) or self.height() < TALL
        narrow = self.width() < self._look.px(NARROW)
        for card in self._cards:
            card.set_lying(lying, keyed=not narrow)
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if lying else QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(6 if lying else 12)
        self._row_of_cards.setMinimumHeight(0 if lying else self._look.px(CARDS))
        self._caption.setVisible(not narrow)
        self._question.set_role("window" if narrow else "large" if lying else "stage")
        self._how.set_role("" if lying else "lead")
        self._show_dial(SMALLEST if lying else self._look.px(DIAL), in_line=narrow)

    def _show_dial(self, side: int, *, in_line: bool) -> None:
        """Beside the question, or in one line above it where a dial would be small."""
        self._dial.set_line_height(LINE if in_line else 0)
        direction = QBoxLayout.Direction
        self._head_row.setDirection(direction.BottomToTop if in_line else direction.LeftToRight)
        if in_line:
            self._dial.setMinimumWidth(SMALLEST)
            self._dial.setMaximumWidth(self.width())
        else:
            self._dial.setFixedSize(side, side)

    def _choose(self) -> None:
        chosen = replace(
            self._round,
            in_minutes=self._in_minutes.isChecked(),
            in_year=self._in_year.isChecked(),
            words_in_year=self._words_in_year.isChecked(),
        )
        self.choice_made.emit(chosen)

    def _connect(self) -> None:
        for fingers, card in enumerate(self._cards, 1):
            card.hands_changed.connect(self.hands_changed)
            for key, more in ((ONE_MORE, 1), (ONE_LESS, -1)):
                shortcut = QShortcut(QKeySequence(key.format(fingers)), self)
                shortcut.setAutoRepeat(False)
                connect_press(shortcut, self._count, (fingers, more))
        self.words_given.word_entered.connect(self.word_entered)
        self.words_given.word_removed.connect(self.word_removed)
        self.words_given.field.exit_requested.connect(self.exit_requested)
        self.undo.clicked.connect(self.undo_requested)
        for tick in self._ticks:
            tick.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            tick.clicked.connect(self._choose)
        self._look.look_changed.connect(self._fit)

    def _count(self, change: tuple[int, int]) -> None:
        self.hands_changed.emit(*change)

    def _lay_out(self) -> None:
        scroll = self.page = ScrollColumn(margins=(0, 0, 10, 0))
        column = scroll.column
        column.setSpacing(10)
        column.addLayout(self._head())
        self._row_of_cards = QWidget()
        self._row = QHBoxLayout(self._row_of_cards)
        self._row.setContentsMargins(0, 0, 0, 0)
        for card in self._cards:
            self._row.addWidget(card, 1)
        column.addWidget(self._row_of_cards, 1)
        line = QHBoxLayout()
        line.addWidget(self._counted, 1)
        line.addWidget(self.undo)
        column.addLayout(line)
        column.addWidget(self.words_given)
        ticks = QWidget()
        flow = FlowLayout(ticks, 18)
        for tick in self._ticks:
            flow.addWidget(tick)
        column.addWidget(ticks)
        column.addWidget(Words(str(KEPT), "label", wrap=True))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _head(self) -> QBoxLayout:
        head = self._head_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch(1)
        for widget in (self._caption, self._question, self._how, self._next):
            words.addWidget(widget)
        words.addStretch(1)
        head.addLayout(words, 1)
        head.addWidget(self._dial)
        return head


def _counted_words(counted: int, here: int) -> str:
    """How many hands were counted, of how many people, and what the keys do."""
    keys = tr("Keys 1 to 5 add one; with Shift they take one away.")
    if not counted:
        return keys
    said = [
        tr("{counted} of {here} counted.", counted=counted, here=here)
        if here
        else tr_count("{count} hand counted.", "{count} hands counted.", counted)
    ]
    if counted < FEWEST_FOR_AN_AVERAGE:
        said.append(tr("Under five hands there is no average."))
    return " ".join((*said, keys))
