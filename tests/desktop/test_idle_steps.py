"""What nobody waits for is done in steps behind the window, and whoever presses something goes first."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.idle_steps import IdleSteps


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


def noting(done: list[int], count: int) -> Iterator[None]:
    for number in range(count):
        done.append(number)
        yield


def let_others_go_through(window: QWidget, qtbot: QtBot, count: int = 4) -> None:
    """So many steps of somebody who has heard no press."""
    others = IdleSteps(window)
    with qtbot.waitSignal(others.finished):
        others.do(noting([], count))


def test_one_step_follows_the_other_and_what_is_added_comes_last(window: QWidget, qtbot: QtBot) -> None:
    steps, done = IdleSteps(window), list[int]()
    with qtbot.waitSignal(steps.finished):
        steps.do(noting(done, 3))
        steps.do(noting(done, 2))
        assert done == []
    assert done == [0, 1, 2, 0, 1]


def test_after_a_press_nothing_is_done_ahead_for_a_while(window: QWidget, qtbot: QtBot) -> None:
    steps, done = IdleSteps(window), list[int]()
    steps.do(noting(done, 2))
    qtbot.waitUntil(lambda: done == [0])
    handle = window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_A)
    let_others_go_through(window, qtbot)
    assert done == [0]
    with qtbot.waitSignal(steps.finished):
        pass
    assert done == [0, 1]


def test_while_something_is_asked_over_the_window_nothing_is_done_ahead(window: QWidget, qtbot: QtBot) -> None:
    steps, done = IdleSteps(window), list[int]()
    asked = QDialog(window)
    asked.open()
    steps.do(noting(done, 1))
    assert QApplication.activeModalWidget() is asked
    QTest.keyClick(asked, Qt.Key.Key_A)
    qtbot.waitUntil(asked.isVisible)
    QApplication.processEvents()
    assert done == []
    asked.close()
    qtbot.waitUntil(lambda: done == [0])


def test_what_was_left_to_do_goes_with_the_window(window: QWidget, qtbot: QtBot) -> None:
    steps, done = IdleSteps(window), list[int]()
    with qtbot.waitSignal(steps.finished):
        steps.do(noting(done, 3))
        window.close()
    assert done == []
