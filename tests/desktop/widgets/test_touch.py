"""A finger that moves up scrolls down, in a column of words as in a list."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QInputDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QListWidget
from pytestqt.qtbot import QtBot

from desktop.look import Look
from desktop.widgets.scrolling import ScrollColumn
from desktop.widgets.touch import let_fingers_scroll


def column() -> QAbstractScrollArea:
    made = ScrollColumn()
    for number in range(60):
        made.column.addWidget(QLabel(f"Line {number}"))
    return made


def listed() -> QAbstractScrollArea:
    made = QListWidget()
    made.addItems([f"Row {number}" for number in range(60)])
    return made


@pytest.mark.parametrize("make", [column, listed])
def test_a_finger_scrolls(make, qtbot: QtBot, look: Look) -> None:  # type: ignore[no-untyped-def]  # two makers
    view = make()
    qtbot.addWidget(view)
    view.resize(300, 300)
    let_fingers_scroll(view)
    view.show()
    qtbot.waitExposed(view)
    finger = QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)
    ground = view.viewport()

    QTest.touchEvent(ground, finger).press(0, QPoint(150, 260), ground).commit()
    for y in range(250, 40, -15):
        QTest.touchEvent(ground, finger).move(0, QPoint(150, y), ground).commit()

    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 0)
    QTest.touchEvent(ground, finger).release(0, QPoint(150, 40), ground).commit()
