"""What is measured from the left stands at the right where one reads from there."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMargins, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.look import Look
from desktop.places.settings.level import LevelSlider
from desktop.widgets.flow import FlowLayout
from desktop.widgets.icons import icon_pixmap
from desktop.widgets.sides import box_as_read, margins_as_read, place_as_read

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def from_the_right(look: Look) -> Iterator[None]:
    """As in Arabic."""
    look.app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    look.app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def wide(qtbot: QtBot) -> QWidget:
    """A widget of 200 pixels."""
    made = QWidget()
    made.resize(200, 40)
    qtbot.addWidget(made)
    return made


def picture(icon: str) -> QImage:
    """What an icon looks like."""
    return icon_pixmap(icon, QColor("black"), 48).toImage()


def alike(one: QImage, other: QImage) -> bool:
    """Whether no point differs by more than rounding."""
    points = [(x, y) for x in range(one.width()) for y in range(one.height())]
    return all(abs((one.pixel(x, y) >> 24) - (other.pixel(x, y) >> 24)) <= 1 for x, y in points)


def test_from_the_left_everything_stays(qtbot: QtBot, look: Look) -> None:
    assert box_as_read(QRectF(10, 5, 30, 20), wide(qtbot)) == QRectF(10, 5, 30, 20)
    assert margins_as_read(8, 1, 2, 3) == QMargins(8, 1, 2, 3)
    assert "border-left: 1px" in look.style_sheet()


def test_from_the_right_sides_change(qtbot: QtBot, look: Look, from_the_right: None) -> None:
    assert box_as_read(QRectF(10, 5, 30, 20), wide(qtbot)) == QRectF(160, 5, 30, 20)
    assert place_as_read(10, wide(qtbot)) == 190
    assert margins_as_read(8, 1, 2, 3) == QMargins(2, 1, 8, 3)
    assert 'QFrame[role="pane"] { background: #FFFFFF; border: none; border-right: 1px' in look.style_sheet()


def test_arrows_point_the_other_way_and_clocks_go_as_ever(look: Look) -> None:
    left = {name: picture(name) for name in ("panel-left", "panel-right", "clock", "play")}
    look.app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    right = {name: picture(name) for name in left}
    look.app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert alike(right["panel-left"], left["panel-right"])
    assert not alike(right["panel-left"], left["panel-left"])
    assert right["clock"] == left["clock"]
    assert right["play"] == left["play"]


def test_what_flows_begins_at_the_right(qtbot: QtBot, from_the_right: None) -> None:
    around = wide(qtbot)
    flow = FlowLayout(around, gap=10)
    labels = [QLabel(around) for _ in range(2)]
    for label in labels:
        label.setFixedSize(50, 20)
        flow.addWidget(label)
    flow.setGeometry(around.rect())
    assert [label.geometry() for label in labels] == [QRect(150, 0, 50, 20), QRect(90, 0, 50, 20)]


def test_a_slider_is_louder_to_the_left(qtbot: QtBot, look: Look, from_the_right: None) -> None:
    slider = LevelSlider(look, "Volume")
    qtbot.addWidget(slider)
    slider.resize(200, 32)
    slider.show()
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(5, 16))
    assert slider.value() == 100
