"""The acts under the dial: back, a minute less or more, the main one, next, and what is needed less often."""

from enum import IntEnum

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from desktop.actions import GO_ON, PAUSE, PRESS_AGAIN, ActName, Armed, act, go_words, press_again_to_move
from desktop.look import Look
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.more_button import MoreButton
from desktop.widgets.press import connect_press
from desktop.widgets.sides import mirror_of
from desktop.widgets.tips import plain_tip
from formats.language import tr
from formats.session.clock import Phase, Reading
from formats.session.moves import Move, stage_before

GAP, SMALL_GAP = 10, 2
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
BRIEF = {ActName.BACK: "", ActName.SHORTER: "−1", ActName.LONGER: "+1", ActName.NEXT: "", ActName.FINISH: ""}
"""The words that are left where there is next to no room; the icon, the tip and the name for readers stay."""


class RowFit(IntEnum):
    """How much of the row there is room for."""

    ALL = 0
    NO_KEYS = 1
    SMALL = 2
    BRIEF = 3


class Controls(QWidget):
    """Follows the moves that are possible now, and stands still: each act keeps its place from stage to stage.

    Where the row is too narrow it leaves out keys, then words.
    """

    act_requested = Signal(object)
    """An act was pressed: ActName."""

    def __init__(self, look: Look, more: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("controls")
        self._look = look
        self._words: dict[ActName, tuple[str, str]] = {}
        self._armed: Armed = None
        self._last_stage = self._waiting = False
        self._fit = RowFit.ALL
        self._slots: dict[RowFit, dict[ActName, int]] = {}
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
        following = reading.following[0].label if reading.following else ""
        words = {name: (act(name).word, act(name).icon) for name in ROW}
        words[ActName.UNDO] = ("", act(ActName.UNDO).icon)
        go = go_words(reading)
        words[ActName.GO] = (go.word, go.icon)
        for name in (ActName.SHORTER, ActName.LONGER):
            words[name] = (act(name).word, "")
        earlier = stage_before(reading)
        targets = {
            ActName.NEXT: following,
            ActName.FINISH: following,
            ActName.BACK: earlier.label if earlier else "",
        }
        if isinstance(armed, ActName) and armed in targets:
            words[armed] = (press_again_to_move(targets[armed]), "")
        # When the time is up, what is wanted next is to go on: the filled button says so.
        over = reading.phase is Phase.OVERTIME
        self._buttons[ActName.GO].set_weight(Weight.PLAIN if over else Weight.MAIN)
        for name in (ActName.NEXT, ActName.FINISH):
            self._buttons[name].set_weight(Weight.MAIN if over else Weight.PLAIN)
        shown = (words, armed, not reading.following, reading.phase is Phase.WAITING)
        if shown != (self._words, self._armed, self._last_stage, self._waiting):
            self._words, self._armed, self._last_stage, self._waiting = shown
            self._measure()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        large = self._fit_for(width) <= RowFit.NO_KEYS
        return self._look.px(LARGE) if large else self._more.sizeHint().height()

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
        made.setToolTip(plain_tip(" ".join((one.help, tr("Key: {key}", key=one.key)))))
        # A click leaves the cursor in the notes, and Space with the clock.
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        connect_press(made, self.act_requested, name)
        if last or name is ActName.BACK:
            made.take_once()
        return made

    def _measure(self) -> None:
        """How wide each act is in each dress; asked once for its words, for a layout asks over and over."""
        self._slots = {fit: self._slots_in(fit) for fit in RowFit}
        self._needed = {fit: self._width_of(fit) for fit in RowFit}
        self._arrange()
        self.updateGeometry()

    def _slots_in(self, fit: RowFit) -> dict[ActName, int]:
        """The room of each act: that of the longest word it can have, so that no word moves its neighbours."""
        slots = {name: self._widest(name, fit) for name in ROW}
        onward = max(slots[ActName.NEXT], slots[ActName.FINISH])
        return slots | {ActName.NEXT: onward, ActName.FINISH: onward}

    def _widest(self, name: ActName, fit: RowFit) -> int:
        said = [(act(name).word, act(name).icon)]
        if name is ActName.GO:
            now = self._words.get(name, (PAUSE.word, PAUSE.icon))
            said = [now] if self._waiting else [(words.word, words.icon) for words in (PAUSE, GO_ON)]
        elif name in (ActName.UNDO, ActName.SHORTER, ActName.LONGER):
            said = [self._words.get(name, said[0])]
        widths = []
        for words in said:
            self._dress(name, fit, words)
            widths.append(self._buttons[name].sizeHint().width())
        return max(widths)

    def _fit_for(self, width: int) -> RowFit:
        return next((fit for fit, needed in self._needed.items() if needed <= width), RowFit.BRIEF)

    def _width_of(self, fit: RowFit) -> int:
        widths = [self._slots[fit][name] for name in self._row(fit)]
        return sum(widths) + self._more.sizeHint().width() + _gap(fit) * len(widths)

    def _row(self, fit: RowFit) -> list[ActName]:
        if self._waiting and fit is RowFit.BRIEF:
            return [ActName.GO]  # nothing else can be done yet
        end = ActName.FINISH if self._last_stage else ActName.NEXT
        before = [] if fit >= RowFit.SMALL else [ActName.UNDO]
        return [*before, ActName.BACK, ActName.SHORTER, ActName.GO, ActName.LONGER, end]

    def _dress(self, name: ActName, fit: RowFit, said: tuple[str, str]) -> None:
        (words, icon), button = said, self._buttons[name]
        brief = fit >= RowFit.BRIEF or (fit is RowFit.SMALL and name is ActName.BACK)
        # The main act is told by its word and its place: the sign is what it can do without.
        sign = "" if fit is RowFit.BRIEF and name is ActName.GO else icon
        button.show_as(BRIEF.get(name, words) if brief else words, sign)
        button.setAccessibleName(words if words else act(name).word)
        keyed = name not in (ActName.UNDO, ActName.BACK)
        keyed = (fit is RowFit.ALL and keyed) or (fit is RowFit.NO_KEYS and name is ActName.GO)
        button.show_key(act(name).key if keyed else "")
        button.show_large(name is ActName.GO and fit <= RowFit.NO_KEYS)

    def _arrange(self) -> None:
        self._fit = fit = self._fit_for(self.width())
        if not self._slots:
            return
        for name in ROW:
            self._dress(name, fit, self._words.get(name, (act(name).word, act(name).icon)))
        boxes = self._boxes(fit)
        asked = boxes.get(self._armed) if isinstance(self._armed, ActName) else None
        if asked is not None and isinstance(self._armed, ActName):
            boxes[self._armed] = asked = self._asking_box(self._armed, boxes)
        for name, button in self._buttons.items():
            self._put(button, boxes.get(name), asked)
        self._put(self._more, self._more_box(fit), asked)

    def _boxes(self, fit: RowFit) -> dict[ActName, QRect]:
        """Where each act stands: centred in the row, each in the room of its longest word."""
        boxes, x = {}, max((self.width() - self._needed[fit]) // 2, 0)
        for name in self._row(fit):
            size = QSize(self._slots[fit][name], self._buttons[name].sizeHint().height())
            boxes[name] = QRect(QPoint(x, (self.height() - size.height()) // 2), size)
            x += size.width() + _gap(fit)
        return boxes

    def _more_box(self, fit: RowFit) -> QRect:
        size = self._more.sizeHint()
        x = max((self.width() - self._needed[fit]) // 2, 0) + self._needed[fit] - size.width()
        return QRect(QPoint(x, (self.height() - size.height()) // 2), size)

    def _asking_box(self, name: ActName, boxes: dict[ActName, QRect]) -> QRect:
        """Asks for its second press over its neighbours, but for the main act; in fewer words where it must."""
        box, main, button = boxes[name], boxes[ActName.GO], self._buttons[name]
        after = box.left() > main.left()
        start = main.right() + 1 + _gap(self._fit) if after else 0
        end = self.width() if after else main.left() - _gap(self._fit)
        full = self._words[name][0]
        button.show_key("")
        for words in (full, *map(str, PRESS_AGAIN)):
            button.show_as(words, "")
            if button.sizeHint().width() <= end - start:
                break
        button.setAccessibleName(full)
        width = max(button.sizeHint().width(), box.width())
        return QRect(max(min(box.left(), end - width), start), box.top(), width, box.height())

    def _put(self, button: ActionButton, box: QRect | None, asked: QRect | None) -> None:
        """In the direction of the language; what an act that asks lies over is not there meanwhile."""
        if box is None or (asked is not None and box != asked and box.intersects(asked)):
            button.hide()
            return
        button.setGeometry(mirror_of(self).rect(box))
        button.show()


def _gap(fit: RowFit) -> int:
    return SMALL_GAP if fit is RowFit.BRIEF else GAP
