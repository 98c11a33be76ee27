"""The opener: first an invitation in plain words, then a shape to breathe with and the line to hear."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.actions import ActName, Armed, act, go_words, press_again_to_move
from desktop.live.opener_now import is_inviting
from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.panels.opener.shape import SMALLEST, BreathingShape, line_to_hear
from desktop.panels.stage.sentences import ends_words
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.grown import keep_most_width
from desktop.widgets.more_button import MoreButton
from desktop.widgets.pages import Pages
from desktop.widgets.press import connect_press
from desktop.widgets.scrolling import ScrollColumn
from desktop.widgets.tips import plain_tip
from desktop.widgets.words import Words, make_frame
from desktop.wording import clock_digits
from formats.language import Message, tr
from formats.session.clock import Phase, Reading
from formats.session.fitting import outlook
from formats.session.session import Session
from formats.session.wording import join_list, within_sentence
from formats.structures.opener import Opener

BRIEF, LOW = 520, 420
"""Below this width the acts say less, below this height the line is set in smaller type."""
EDGES, BRIEF_EDGES = (26, 18, 26, 18), (12, 12, 12, 12)
MOST_SENTENCES = 8
SKIP = Message("Skip")
LINE_HIGH, LEFT_HIGH = 84, 36
OUTRANKING = 115
"""So high, grown with the text, the shape has a word larger than every other."""


class OpenerPanel(QWidget):
    """Card, then shape; the acts below follow."""

    act_requested = Signal(object)
    """An act was pressed: ActName."""

    def __init__(self, look: Look, runner: SessionRunner, more: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("opener-panel")
        self._look = look
        self._brief, self._armed, self._next_words = False, False, ""
        self.shape = BreathingShape(look, runner)
        self._ends = Words("", "second", wrap=True)
        self._ends.setObjectName("opener-ends")
        self._left = Words("", "lead")
        self._left.setObjectName("opener-left")
        self._line = Words("", "line", wrap=True)
        self._line.setObjectName("opener-line")
        self._line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._card = InvitationCard(look)
        self._faces = Pages()
        scroll = ScrollColumn()
        scroll.column.addWidget(self._card)
        self._faces.addWidget(scroll)
        self._faces.addWidget(self._shape_and_line())
        self._main = self._button(ActName.GO, Weight.MAIN)
        self._begin = self._button(ActName.BEGIN_OPENER, Weight.MAIN)
        self._bell = self._button(ActName.BELL)
        self._next = self._button(ActName.NEXT)
        self._skip = self._button(ActName.SKIP_OPENER, Weight.QUIET)
        self._senses = self._button(ActName.FIVE_SENSES, Weight.QUIET)
        self._more = MoreButton(look, more)
        self._acts = QHBoxLayout()
        self._lay_out()

    def show_reading(
        self, session: Session, opener: Opener, other: Opener | None, reading: Reading, armed: Armed
    ) -> None:
        """Shows the opener as far as it has come; `other` is the one that a key changes to."""
        stage = reading.stage
        if stage is None:
            return
        card = is_inviting(reading)
        self._card.show_opener(opener)
        self._faces.setCurrentIndex(0 if card else 1)
        over = reading.phase is Phase.OVERTIME
        left = clock_digits(reading.seconds_over if over else reading.seconds_left)
        self._left.setText("" if card else tr("{time} over", time=left) if over else tr("{time} left", time=left))
        self._ends.setText(
            ends_words(session, outlook(reading, session.slot_ends_at(reading.position), len(session.present)))
        )
        self._line.setText(line_to_hear(opener, stage.length, reading.used)[1])
        self._fit_line()
        self.shape.show_opener(opener, moving=reading.position.running and not card and not over)
        self._show_acts(opener, other, reading, armed, card=card)
        # When it is over, what is wanted is to go on.
        self._main.set_weight(Weight.PLAIN if over else Weight.MAIN)
        self._next.set_weight(Weight.MAIN if over else Weight.PLAIN)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_brief(self.width() < self._look.px(BRIEF))
        # One or two lines take the same room, or the shape would jump with each change of line. Where there is
        # little room the word to breathe by has it.
        self._line.setMinimumHeight(0 if self._brief else self._look.px(LINE_HIGH))
        self._left.setMinimumHeight(0 if self._brief else self._look.px(LEFT_HIGH))
        self._fit_keys()
        low = self.height() < self._look.px(LOW)
        self._line.set_role("" if low and self._brief else "lead" if self._brief else "line")
        self._fit_line()

    def _fit_keys(self) -> None:
        """The key of the main act goes where the words of the acts need its room."""
        for name, button in ((ActName.GO, self._main), (ActName.BEGIN_OPENER, self._begin)):
            button.show_key("" if self._brief else act(name).key)
        edges = self._column.contentsMargins()
        self._acts.invalidate()  # the words are others now, which a row within a column hears of later
        if self._acts.sizeHint().width() > self.width() - edges.left() - edges.right():
            for button in (self._main, self._begin):
                button.show_key("")

    def _fit_line(self) -> None:
        """Below the shape where both have room; the script beside it has the line in any case."""
        room = self._faces.height() - self._line.heightForWidth(self._faces.width())
        self._line.setVisible(room >= max(SMALLEST, self._look.px(OUTRANKING)))

    def _set_brief(self, brief: bool) -> None:
        """Fewer words on the acts, where the window is small or the text large."""
        if brief == self._brief:
            return
        self._brief = brief
        self._column.setContentsMargins(*(BRIEF_EDGES if brief else EDGES))
        self._left.set_role("strong" if brief else "lead")  # the word to breathe by is the largest
        self._card.set_brief(brief)
        for button in (self._main, self._begin):
            button.show_large(not brief)
        for name, button in (
            (ActName.SKIP_OPENER, self._skip),
            (ActName.FIVE_SENSES, self._senses),
        ):
            button.show_key("" if brief else act(name).key)
        for name, button, few in ((ActName.BELL, self._bell, ""), (ActName.SKIP_OPENER, self._skip, str(SKIP))):
            button.show_as(few if brief else act(name).word, act(name).icon)
            button.setAccessibleName(act(name).word)
        self._show_next()

    def _show_acts(
        self, opener: Opener, other: Opener | None, reading: Reading, armed: Armed, *, card: bool
    ) -> None:
        go = go_words(reading)
        self._main.show_as(go.word, go.icon)
        self._main.setVisible(not card)
        self._begin.setVisible(card)
        stage = within_sentence(reading.following[0].label) if reading.following else ""
        first_press = tr("Go to {stage}", stage=stage) if stage else tr("Finish")
        self._next_words = press_again_to_move(stage) if armed is ActName.NEXT else first_press
        self._armed = armed is ActName.NEXT
        self._show_next()
        self._next.setVisible(not card or self._armed)
        # Five senses are offered to whom the breath is no help, and the way back from them.
        offered = other is not None and (not opener.eyes_open or not other.eyes_open)
        self._senses.setVisible(offered)
        if other is not None:
            self._senses.show_as(other.title, "eye" if other.eyes_open else "undo-2")
        self._fit_keys()

    def _show_next(self) -> None:
        """Only the icon where there is little room, but always the words of what a second press does."""
        self._next.show_as("" if self._brief and not self._armed else self._next_words, "skip-forward")
        self._next.setAccessibleName(self._next_words)
        self._fit_keys()

    def _button(self, name: ActName, weight: Weight = Weight.PLAIN) -> ActionButton:
        one = act(name)
        main = weight is Weight.MAIN
        key = "" if name in (ActName.BELL, ActName.NEXT) else one.key
        made = ActionButton(
            self._look,
            one.word,
            one.icon,
            weight,
            key=key,
            large=main,
            tint="lake",
            icon_last=name is ActName.NEXT,
        )
        made.setObjectName(name.value)
        made.setToolTip(plain_tip(one.help))
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        connect_press(made, self.act_requested, name)
        if name in (ActName.NEXT, ActName.SKIP_OPENER):
            made.take_once()
        return made

    def _shape_and_line(self) -> QWidget:
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.shape, 1)
        column.addWidget(self._line)
        return both

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._ends, 1)
        top.addWidget(self._left)
        acts, quiet = self._acts, QHBoxLayout()
        for row, buttons in (
            (acts, (self._bell, self._begin, self._main, self._next)),
            (quiet, (self._senses, self._skip, self._more)),
        ):
            row.setSpacing(10)
            row.addStretch(1)
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(*EDGES)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self._faces, 1)
        column.addLayout(quiet)
        column.addLayout(acts)


class InvitationCard(QWidget):
    """What to say before: what it is, and that nobody has to."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("invitation")
        self._opener: Opener | None = None
        self._title = Words("", "stage", wrap=True)
        self._words = [Words("", "lead", wrap=True) for _ in range(MOST_SENTENCES)]
        card = make_frame("card")
        keep_most_width(card, look, 640)
        column = self._column = QVBoxLayout(card)
        column.addWidget(Words(tr("An invitation"), "caption"))
        column.addWidget(self._title)
        for words in self._words:
            column.addWidget(words)
        row = self._row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 6)
        row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(1)
        self.set_brief(False)

    def set_brief(self, brief: bool) -> None:
        """Smaller type and edges, where the window is small or the text large."""
        self._column.setContentsMargins(*((16, 8, 16, 8) if brief else (32, 28, 32, 28)))
        for edge in (0, 2):
            self._row.setStretch(edge, 0 if brief else 1)
        self._column.setSpacing(4 if brief else 14)
        self._title.set_role("window" if brief else "stage")
        for words in self._words:
            words.set_role("" if brief else "lead")

    def show_opener(self, opener: Opener) -> None:
        """Says the words of this opener."""
        if opener == self._opener:
            return
        self._opener = opener
        self._title.setText(opener.title)
        needs = (
            [tr("You need: {things}.", things=join_list(map(within_sentence, opener.needs)))]
            if opener.needs
            else []
        )
        sentences = [*opener.invitation, *needs]
        for words, text in zip(self._words, [*sentences, *[""] * len(self._words)], strict=False):
            words.setText(text)
            words.setVisible(bool(text))
