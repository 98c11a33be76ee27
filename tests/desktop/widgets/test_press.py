"""A press brings its value along, from a button, a menu entry or a key, and keeps nobody alive."""

import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget

from desktop.live.bells import Bell
from desktop.widgets.press import connect_press


class Choice(QWidget):
    """Takes down what was chosen."""

    value_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.taken: list[object] = []
        self.value_chosen.connect(self.take)

    def take(self, value: object) -> None:
        """One press."""
        self.taken.append(value)


@pytest.fixture
def choice(qapp: QApplication) -> Choice:
    return Choice()


@pytest.mark.parametrize("value", [1 << 40, Bell.END, ("a", 2), {"a": 1}, None, ""], ids=repr)
def test_a_button_brings_the_very_value_it_was_given(choice: Choice, value: object) -> None:
    button = QPushButton(choice)
    connect_press(button, choice.take, value)
    button.click()
    button.click()
    assert choice.taken == [value, value]
    assert type(choice.taken[0]) is type(value)


def test_of_many_buttons_each_brings_its_own(choice: Choice) -> None:
    buttons = [QPushButton(choice) for _ in range(3)]
    for number, button in enumerate(buttons):
        connect_press(button, choice.take, number)
    for button in reversed(buttons):
        button.click()
    assert choice.taken == [2, 1, 0]


def test_a_menu_entry_that_can_be_ticked_brings_its_value_and_not_its_tick(choice: Choice) -> None:
    entry = QMenu(choice).addAction("Quiet")
    entry.setCheckable(True)
    connect_press(entry, choice.take, "quiet")
    entry.trigger()
    assert choice.taken == ["quiet"]


def test_a_key_brings_its_value(choice: Choice) -> None:
    connect_press(QShortcut(QKeySequence("Ctrl+3"), choice), choice.take, 3)
    choice.show()
    choice.activateWindow()
    QTest.qWaitForWindowActive(choice)
    QTest.keyClick(choice, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert choice.taken == [3]


def test_a_signal_can_pass_the_value_on(choice: Choice) -> None:
    button = QPushButton(choice)
    connect_press(button, choice.value_chosen, "passed on")
    button.click()
    assert choice.taken == ["passed on"]


def test_who_is_called_goes_with_the_last_that_holds_them(choice: Choice) -> None:
    button = QPushButton()
    listener = Choice()
    connect_press(button, listener.take, "too late")
    gone = weakref.ref(listener)
    listener.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    del listener
    assert gone() is None
    button.click()
