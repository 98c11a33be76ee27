"""A day is chosen from a month with the keys alone, or with the mouse."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop.look import Look
from desktop.widgets.month_calendar import MonthCalendar
from desktop.widgets.scrolling import ScrollColumn

APRIL_6 = date(2023, 4, 6)


@pytest.fixture
def calendar(qtbot: QtBot, look: Look) -> Iterator[MonthCalendar]:
    made = MonthCalendar(look, "Day of the next session")
    made.show_day(APRIL_6, date(2023, 3, 1))
    made.resize(330, 320)
    made.show()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("key", "chosen"),
    [
        (Qt.Key.Key_Left, date(2023, 4, 5)),
        (Qt.Key.Key_Right, date(2023, 4, 7)),
        (Qt.Key.Key_Up, date(2023, 3, 30)),
        (Qt.Key.Key_Down, date(2023, 4, 13)),
        (Qt.Key.Key_PageUp, date(2023, 3, 6)),
        (Qt.Key.Key_PageDown, date(2023, 5, 6)),
        (Qt.Key.Key_Home, date(2023, 4, 1)),
        (Qt.Key.Key_End, date(2023, 4, 30)),
        (Qt.Key.Key_Space, APRIL_6),
    ],
)
def test_keys_choose_a_day(qtbot: QtBot, calendar: MonthCalendar, key: Qt.Key, chosen: date) -> None:
    with qtbot.waitSignal(calendar.day_chosen) as told:
        QTest.keyClick(calendar.days, key)

    assert told.args == [chosen]
    assert calendar.days.month == chosen.replace(day=1)


def test_the_day_that_is_clicked_is_chosen_and_said(qtbot: QtBot, calendar: MonthCalendar) -> None:
    days = calendar.days
    with qtbot.waitSignal(calendar.day_chosen) as told:
        QTest.mouseClick(days, Qt.MouseButton.LeftButton, pos=QPoint(days.width() // 14, days.height() * 3 // 14))

    assert told.args[0].weekday() in (0, 6)  # the first day of the week, wherever that is
    assert "2023" in days.accessibleName()


def test_turning_the_month_chooses_no_day(calendar: MonthCalendar) -> None:
    before, after = calendar.findChildren(QAbstractButton)
    chosen: list[date] = []
    calendar.day_chosen.connect(chosen.append)

    after.click()
    assert calendar.days.month == date(2023, 5, 1)
    before.click()
    before.click()
    assert (calendar.days.month, chosen) == (date(2023, 3, 1), [])


def test_it_ends_with_the_years_that_people_plan_for(calendar: MonthCalendar) -> None:
    calendar.show_day(date(2199, 12, 31), APRIL_6)
    QTest.keyClick(calendar.days, Qt.Key.Key_Right)

    assert calendar.days.month == date(2199, 12, 1)


@pytest.mark.parametrize("day", [APRIL_6, date(2023, 4, 30)])
def test_the_day_that_has_the_keys_is_in_sight_where_a_month_is_taller_than_the_window(
    qtbot: QtBot, look: Look, calendar: MonthCalendar, day: date
) -> None:
    scroll = ScrollColumn()
    calendar.show_day(day, APRIL_6)
    scroll.column.addWidget(calendar)
    scroll.resize(360, 100)
    scroll.show()
    qtbot.addWidget(scroll)
    qtbot.waitActive(scroll)
    calendar.days.clearFocus()
    calendar.days.setFocus()
    qtbot.waitUntil(lambda: in_sight(calendar, day))

    QTest.keyClick(calendar.days, Qt.Key.Key_PageUp)
    QTest.keyClick(calendar.days, Qt.Key.Key_Home)
    assert in_sight(calendar, date(2023, 3, 1))
    calendar.setParent(None)


def in_sight(calendar: MonthCalendar, day: date) -> bool:
    box = next(box for shown, box in calendar.days.boxes() if shown == day)
    return calendar.days.visibleRegion().contains(box.center().toPoint())
