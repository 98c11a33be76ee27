"""Hands on the real windows: each act as the keys, the mouse and the system would do it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from tests.random_use import sight
from tests.random_use.acts import (
    Act,
    AnswerFile,
    Button,
    Click,
    Drag,
    Dress,
    Paste,
    Press,
    Reopen,
    Resize,
    Spot,
    TakeBack,
    Type,
    Wait,
    Wheel,
)
from tests.random_use.desk import Desk
from tests.waiting import wait_until

STEPS_OF_A_DRAG = 4
MENU_MS = 150
UNDOING = {"Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y"}
PRESSING = {"Space", "Return"}


@contextmanager
def menus_that_wait_closed() -> Iterator[None]:
    """The menu of a field for numbers holds up whoever opened it until it is closed."""

    def close_menu() -> None:
        if (menu := QApplication.activePopupWidget()) is not None:
            menu.close()

    timer = QTimer()
    timer.timeout.connect(close_menu)
    timer.start(MENU_MS)
    try:
        yield
    finally:
        timer.stop()


class Hands:
    """Does acts; what is not there any more is passed over, as when a list of acts was made shorter."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._files = 0
        self._window: QWidget | None = None

    def do(self, act: Act) -> None:
        """One act."""
        if sight.file_dialog() is not None and not isinstance(act, AnswerFile | Wait | Reopen):
            return
        with menus_that_wait_closed():
            self._do(act)

    def is_taking_back(self, act: Act) -> bool:
        """Whether an act is itself an undo, so that what comes before it is not what undo brings back next."""
        match act:
            case Click(spot, _) | Drag(spot, _):
                return _takes_back(spot.name)
            case Press(keys):
                return keys in UNDOING or (keys in PRESSING and _is_undo(QApplication.focusWidget()))
            case Type(" "):
                return _is_undo(QApplication.focusWidget())
        return False

    def _do(self, act: Act) -> None:
        match act:
            case Click(spot, button):
                self._click(spot, button)
            case Drag(start, end):
                self._drag(start, end)
            case Wheel(spot, notches):
                self._turn_wheel(spot, notches)
            case Type(words):
                self._type(words)
            case Paste(words):
                QApplication.clipboard().setText(words)
                self._press("Ctrl+V")
            case Press(keys):
                self._press(keys)
            case Resize(width, height):
                self._desk.app.window.resize(width, height)
            case Dress(theme, scale):
                preferences = self._desk.preferences
                preferences.choose(replace(preferences.current, theme=theme, text_scale=scale))
            case Wait(seconds):
                self._desk.clock.move(seconds=seconds)
                self._desk.app.runner.catch_up()
            case AnswerFile(chosen):
                self._answer_file(chosen)
            case Reopen() | TakeBack():
                raise ValueError(f"{act} is not done by hands alone")

    def _click(self, spot: Spot, button: Button) -> None:
        found = sight.find(spot)
        if found is None:
            return
        window, point = found
        handle = _handle(window)
        if button is Button.MENU:
            QTest.mouseClick(handle, Qt.MouseButton.RightButton, pos=point)
        elif button is Button.TWICE:
            QTest.mouseDClick(handle, Qt.MouseButton.LeftButton, pos=point)
        else:
            QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=point)

    def _drag(self, start: Spot, end: Spot) -> None:
        first, last = sight.find(start), sight.find(end)
        if first is None or last is None or first[0] is not last[0]:
            return
        window, begins = first
        _DragByHand(_handle(window), begins, last[1]).do()

    def _turn_wheel(self, spot: Spot, notches: int) -> None:
        if (found := sight.find(spot)) is not None:
            window, point = found
            QTest.wheelEvent(_handle(window), QPointF(point), QPoint(0, 120 * notches))

    def _type(self, words: str) -> None:
        for word in words if words.isascii() else (words,):
            target = self._target()
            if words.isascii():
                QTest.keyClicks(target, word)
            elif target.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
                event = QInputMethodEvent()
                event.setCommitString(words)
                QApplication.sendEvent(target, event)

    def _press(self, keys: str) -> None:
        combination = QKeySequence(keys)[0]  # type: ignore[index]  # its stubs leave out that it can be indexed
        QTest.keyClick(self._target(), combination.key(), combination.keyboardModifiers())

    def _target(self) -> QWidget:
        """Where keys go: to what has the focus in the window that takes hands."""
        windows = sight.windows()
        # Held on to: without its popup, what a popup of Qt's own gave away counts as deleted.
        self._window = next((each for each in windows if each.isActiveWindow()), windows[0])
        return self._window.focusWidget() or self._window

    def _answer_file(self, chosen: bool) -> None:
        dialog = sight.file_dialog()
        if dialog is None:
            return
        if not chosen:
            dialog.reject()
            return
        self._files += 1
        answer = self._desk.folder / f"written {self._files}.{dialog.nameFilters()[0].rpartition('.')[2][:-1]}"
        if dialog.fileMode() is QFileDialog.FileMode.Directory:
            answer = self._desk.folder / f"folder {self._files}"
            answer.mkdir()
        elif dialog.fileMode() is QFileDialog.FileMode.ExistingFile:
            lists = any("csv" in each for each in dialog.nameFilters())
            answer = self._desk.folder / ("people.csv" if lists else "session.json")
        dialog.fileSelected.emit(str(answer))
        dialog.done(QDialog.DialogCode.Accepted)


class _DragByHand:
    """A drag whose steps go on by themselves, for what is dragged may wait for them in a loop of its own."""

    def __init__(self, window: QWindow, begins: QPoint, ends: QPoint) -> None:
        self._window, self._begins, self._way = window, begins, ends - begins
        self._step = 0

    def do(self) -> None:
        """Presses, moves and lets go."""
        self._go_on()
        wait_until(self._is_over)

    def _is_over(self) -> bool:
        QApplication.processEvents()
        return self._step > STEPS_OF_A_DRAG + 1

    def _go_on(self) -> None:
        step, self._step = self._step, self._step + 1
        if self._step <= STEPS_OF_A_DRAG + 1:
            QTimer.singleShot(0, self._window, self._go_on)
        point = self._begins + self._way * (min(step, STEPS_OF_A_DRAG) / STEPS_OF_A_DRAG)
        if step == 0:
            QTest.mousePress(self._window, Qt.MouseButton.LeftButton, pos=point)
        elif step <= STEPS_OF_A_DRAG:
            QTest.mouseMove(self._window, point)
        else:
            QTest.mouseRelease(self._window, Qt.MouseButton.LeftButton, pos=point)


def _is_undo(widget: QWidget | None) -> bool:
    return widget is not None and _takes_back(widget.objectName())


def _takes_back(name: str) -> bool:
    """A button for undo, or what a passing sentence offers: mostly to take back what it tells of."""
    return "undo" in name.lower() or name == "passing-act"


def _handle(window: QWidget) -> QWindow:
    handle = window.windowHandle()
    assert handle is not None
    return handle
