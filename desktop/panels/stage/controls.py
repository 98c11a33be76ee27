"""The acts under the dial: back, a minute less or more, the main one, next, and what is needed less often."""

from enum import IntEnum

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QStyle, QWidget

from desktop.actions import ActName, Armed, act, go_words, press_again
from desktop.look import Look
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.more_button import MoreButton
from desktop.widgets.press import connect_press
from desktop.widgets.tips import plain_tip
from formats.session.clock import Phase, Reading
from formats.session.moves import Move, stage_before

GAP, SMALL_GAP = 10, 5
LARGE = 54
NEEDS = {
    ActName.UNDO: Move.UNDO,
    ActName.BACK: Move.BACK,
    ActName.SHORTER: Move.SHORTER,
    ActName.LONGER: Move.LONGER,
    ActName.NEXT: Move.NEXT,
    ActName.FINISH: Move.FINISH,
}
ROW = (ActName.UNDO, ActName.BACK, ActName.SHORTER, ActName.GO, ActName.LONGER, ActName.NEXT, ActName.FINISH)
BRIEF = {ActName.BACK: "", ActName.SHORTER: "−1", ActName.LONGER: "+1", ActName.NEXT: "", ActName.FINISH: "Finish"}
"""The words that are left where there is next to no room; the icon, the tip and the name for readers stay."""


class RowFit(IntEnum):
    """How much of the row there is room for."""

    ALL = 0
    NO_KEYS = 1
    SMALL = 2
    BRIEF = 3
    TWO_ROWS = 4


class Controls(QWidget):
    """Follows the moves that are possible now. Where the row is too narrow it leaves out keys, then breaks."""

    act_requested = Signal(object)
    """An act was pressed: ActName."""

    def __init__(self, look: Look, more: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("controls")
        self._look = look
        self._words: dict[ActName, tuple[str, str]] = {}
        self._armed: Armed = None
        self._last_stage = False
        self._fit = RowFit.ALL
        self._needed: dict[RowFit, int] = {}
        self._buttons = {name: self._button(name) for name in ROW}
        self._more = MoreButton(look, more, self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.look_changed.connect(self._measure)

    def show_reading(self, reading: Reading, moves: frozenset[Move], armed: Armed) -> None:
        """Offers what can be done now; `armed` is the act that waits for its second press."""
        for name, move in NEEDS.items():
            self._buttons[name].setEnabled(move in moves)
        where = f"go to {reading.following[0].label}" if reading.following else "finish"
        words = {name: (act(name).word, act(name).icon) for name in ROW}
        words[ActName.UNDO] = ("", act(ActName.UNDO).icon)
        go = go_words(reading)
        words[ActName.GO] = (go.word, go.icon)
        for name in (ActName.SHORTER, ActName.LONGER):
            words[name] = (act(name).word, "")
        earlier = stage_before(reading)
        targets = {
            ActName.NEXT: where,
            ActName.FINISH: where,
            ActName.BACK: f"go to {earlier.label}" if earlier else "",
        }
        if isinstance(armed, ActName) and armed in targets:
            words[armed] = (press_again(targets[armed]), act(armed).icon)
        # When the time is up, what is wanted next is to go on: the filled button says so.
        over = reading.phase is Phase.OVERTIME
        self._buttons[ActName.GO].set_weight(Weight.PLAIN if over else Weight.MAIN)
        for name in (ActName.NEXT, ActName.FINISH):
            self._buttons[name].set_weight(Weight.MAIN if over else Weight.PLAIN)
        shown = (words, armed, not reading.following)
        if shown != (self._words, self._armed, self._last_stage):
            self._words, self._armed, self._last_stage = shown
            self._measure()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        fit, plain = self._fit_for(width), self._more.sizeHint().height()
        if fit is RowFit.TWO_ROWS:
            return 2 * plain + GAP
        return plain if fit in (RowFit.SMALL, RowFit.BRIEF) else self._look.px(LARGE)

    def sizeHint(self) -> QSize:
        """One row with all its keys."""
        return QSize(self._needed.get(RowFit.ALL, 600), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        if self.height() != self.heightForWidth(self.width()):
            # The layout remembers the height that another width or another text size needed.
            self.updateGeometry()

    def _button(self, name: ActName) -> ActionButton:
        one = act(name)
        main = name is ActName.GO
        weight = Weight.MAIN if main else Weight.QUIET if name is ActName.UNDO else Weight.PLAIN
        last = name in (ActName.NEXT, ActName.FINISH)
        made = ActionButton(self._look, one.word, one.icon, weight, large=main, icon_last=last, parent=self)
        made.setObjectName(name.value)
        made.setToolTip(plain_tip(f"{one.help} Key: {one.key}"))
        # A click leaves the cursor in the notes, and Space with the clock.
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        connect_press(made, self.act_requested, name)
        if last or name is ActName.BACK:
            made.take_once()
        return made

    def _measure(self) -> None:
        """How wide the row is in each dress; asked once for its words, for a layout asks over and over."""
        self._needed = {fit: max(_width(row, _gap(fit)) for row in self._rows(fit)) for fit in RowFit}
        self._fit = RowFit.TWO_ROWS
        self._arrange()
        self.updateGeometry()

    def _fit_for(self, width: int) -> RowFit:
        return next((fit for fit in RowFit if self._needed.get(fit, 0) <= width), RowFit.TWO_ROWS)

    def _rows(self, fit: RowFit) -> list[list[ActionButton]]:
        """The buttons of each row, dressed for this fit."""
        for name, button in self._buttons.items():
            self._dress(name, button, fit)
        end = ActName.FINISH if self._last_stage else ActName.NEXT
        middle = [ActName.BACK, ActName.SHORTER, ActName.GO, ActName.LONGER, end]
        if fit is RowFit.TWO_ROWS:
            # A word to press again needs the whole row.
            asking = self._armed in (ActName.BACK, end)
            below = [name for name in middle if (name is self._armed if asking else name is not ActName.GO)]
            second = [self._buttons[name] for name in below]
            return [[self._buttons[ActName.GO]], second if asking else [*second, self._more]]
        before = [] if fit >= RowFit.SMALL else [ActName.UNDO]
        return [[*(self._buttons[name] for name in (*before, *middle)), self._more]]

    def _dress(self, name: ActName, button: ActionButton, fit: RowFit) -> None:
        words, icon = self._words.get(name, (act(name).word, act(name).icon))
        asking = self._armed is name
        brief = fit >= RowFit.BRIEF or (fit is RowFit.SMALL and name is ActName.BACK)
        # The main act is told by its word and its place: the sign is what it can do without.
        sign = "" if fit is RowFit.BRIEF and name is ActName.GO else icon
        button.show_as(BRIEF.get(name, words) if brief and not asking else words, sign)
        button.setAccessibleName(words if words else act(name).word)
        keyed = name not in (ActName.UNDO, ActName.BACK)
        keyed = (fit is RowFit.ALL and keyed) or (fit is RowFit.NO_KEYS and name is ActName.GO)
        button.show_key(act(name).key if keyed else "")
        button.show_large(name is ActName.GO and fit <= RowFit.NO_KEYS)

    def _arrange(self) -> None:
        self._fit = self._fit_for(self.width())
        rows = self._rows(self._fit)
        shown = [button for row in rows for button in row]
        for button in (*self._buttons.values(), self._more):
            button.setVisible(button in shown)
        top = 0
        for row in rows:
            height = max(button.sizeHint().height() for button in row)
            self._place(row, top, height)
            top += height + GAP

    def _place(self, buttons: list[ActionButton], top: int, height: int) -> None:
        """Centred in the row, in the direction of the language."""
        gap = _gap(self._fit)
        x = max((self.width() - _width(buttons, gap)) // 2, 0)
        for button in buttons:
            size = button.sizeHint()
            box = QRect(x, top + (height - size.height()) // 2, min(size.width(), self.width()), size.height())
            button.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), box))
            x += size.width() + gap


def _gap(fit: RowFit) -> int:
    return SMALL_GAP if fit is RowFit.BRIEF else GAP


def _width(buttons: list[ActionButton], gap: int) -> int:
    return sum(button.sizeHint().width() for button in buttons) + gap * (len(buttons) - 1)
