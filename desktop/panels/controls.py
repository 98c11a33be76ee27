"""The acts under the dial: back, a minute less or more, the main one, next, and what is needed less often."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QStyle, QWidget

from desktop.actions import ActName, act
from desktop.look import Look
from desktop.widgets.buttons import ActionButton, Weight
from formats.session.clock import Phase, Reading
from formats.session.moves import Move

GAP = 10
MAIN_WORDS = {
    Phase.WAITING: ("Start session", "play"),
    Phase.PAUSED: ("Go on", "play"),
}
NEEDS = {
    ActName.BACK: Move.BACK,
    ActName.SHORTER: Move.SHORTER,
    ActName.LONGER: Move.LONGER,
    ActName.NEXT: Move.NEXT,
    ActName.UNDO: Move.UNDO,
}
ROW = (ActName.UNDO, ActName.BACK, ActName.SHORTER, ActName.GO, ActName.LONGER, ActName.NEXT, ActName.FINISH)
ICON_ONLY = (ActName.UNDO,)


class Controls(QWidget):
    """Follows the moves that are possible now. Where the row is too narrow it leaves out keys, then breaks."""

    wanted = Signal(object)
    """An act was pressed: ActName."""

    def __init__(self, look: Look, more: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("controls")
        self._look = look
        self._buttons = {name: self._button(name) for name in ROW}
        self._more = ActionButton(look, "", "ellipsis", Weight.QUIET, parent=self)
        self._more.setObjectName("more")
        self._more.setAccessibleName("More")
        self._more.setToolTip("More")
        self._more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._menu = more
        self._more.clicked.connect(self._open_menu)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._arrange)

    def show_reading(self, reading: Reading, moves: frozenset[Move], armed: object) -> None:
        """Offers what can be done now; `armed` is the act that waits for its second press."""
        for name, move in NEEDS.items():
            self._buttons[name].setEnabled(move in moves)
        main = MAIN_WORDS.get(reading.phase, ("Pause", "pause"))
        self._buttons[ActName.GO].show_as(*main)
        self._show_next(reading, moves, armed)
        self._arrange()

    def _show_next(self, reading: Reading, moves: frozenset[Move], armed: object) -> None:
        """On the last stage, finish stands where next was."""
        for name, move in ((ActName.NEXT, Move.NEXT), (ActName.FINISH, Move.FINISH)):
            one, button = act(name), self._buttons[name]
            where = reading.following[0].label if reading.following else "finish"
            button.show_as(f"Press again: {where}" if armed is name else one.word, one.icon)
            button.setEnabled(move in moves)
            button.setToolTip(f"{one.help} Key: {one.key}")
        finishing = not reading.following
        self._buttons[ActName.NEXT].setVisible(not finishing)
        self._buttons[ActName.FINISH].setVisible(finishing)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        main = self._buttons[ActName.GO].sizeHint().height()
        return main if self._fits_one_row(width) else main + GAP + self._more.sizeHint().height()

    def sizeHint(self) -> QSize:
        """One row with all its keys."""
        return QSize(self._row_width(with_keys=True), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(280, self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _button(self, name: ActName) -> ActionButton:
        one = act(name)
        main = name is ActName.GO
        made = ActionButton(
            self._look,
            "" if name in ICON_ONLY else one.word,
            "" if name in (ActName.SHORTER, ActName.LONGER) else one.icon,
            Weight.MAIN if main else Weight.QUIET if name in ICON_ONLY else Weight.PLAIN,
            key="" if name in (ActName.BACK, *ICON_ONLY) else one.key,
            large=main,
            icon_last=name in (ActName.NEXT, ActName.FINISH),
            parent=self,
        )
        made.setObjectName(name.value)
        made.setAccessibleName(one.word)
        made.setToolTip(f"{one.help} Key: {one.key}")
        # A click leaves the cursor in the notes, and Space with the clock.
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(self._press)
        return made

    def _press(self) -> None:
        self.wanted.emit(ActName(self.sender().objectName()))

    def _open_menu(self) -> None:
        self._menu.popup(self._more.mapToGlobal(QPoint(0, -self._menu.sizeHint().height() - 4)))

    def _shown(self) -> list[ActionButton]:
        return [button for button in (*self._buttons.values(), self._more) if not button.isHidden()]

    def _row_width(self, *, with_keys: bool) -> int:
        self._show_keys(with_keys)
        shown = self._shown()
        return sum(button.sizeHint().width() for button in shown) + GAP * (len(shown) - 1)

    def _show_keys(self, wanted: bool) -> None:
        for name in (ActName.SHORTER, ActName.LONGER, ActName.NEXT, ActName.FINISH):
            self._buttons[name].show_key(act(name).key if wanted else "")

    def _fits_one_row(self, width: int) -> bool:
        return self._row_width(with_keys=True) <= width or self._row_width(with_keys=False) <= width

    def _arrange(self) -> None:
        height = self.heightForWidth(self.width())
        if height != self.height():
            self.updateGeometry()
        if self._fits_one_row(self.width()):
            self._place(self._shown(), 0, self._buttons[ActName.GO].sizeHint().height())
            return
        main = self._buttons[ActName.GO]
        self._place([main], 0, main.sizeHint().height())
        others = [button for button in self._shown() if button is not main]
        self._place(others, main.sizeHint().height() + GAP, self._more.sizeHint().height())

    def _place(self, buttons: list[ActionButton], top: int, height: int) -> None:
        """Centred in the row, in the direction of the language."""
        widths = [button.sizeHint().width() for button in buttons]
        gap = GAP
        total = sum(widths) + gap * (len(widths) - 1)
        if total > self.width() and len(widths) > 1:
            gap = max(2, (self.width() - sum(widths)) // (len(widths) - 1))
            total = sum(widths) + gap * (len(widths) - 1)
        x = max((self.width() - total) // 2, 0)
        for button, width in zip(buttons, widths, strict=True):
            tall = button.sizeHint().height()
            box = QRect(x, top + (height - tall) // 2, width, tall)
            button.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), box))
            x += width + gap


def menu_action(menu: QMenu, words: str, name: str) -> QAction:
    """One more line of a menu, found by its name."""
    action = menu.addAction(words)
    action.setObjectName(name)
    return action
