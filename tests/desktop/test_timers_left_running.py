"""A timer that a test leaves running is found, whoever holds it; one that has stopped or is gone is not."""

import pytest
from PySide6.QtCore import QObject, QTimer

from tests.desktop.conftest import running_timers


@pytest.fixture
def owner(qapp: object) -> QObject:
    """Whatever a test may keep."""
    return QObject()


def test_a_timer_is_found_while_it_runs(owner: QObject) -> None:
    timer = QTimer(owner)
    assert timer not in running_timers()
    timer.start(60_000)
    assert timer in running_timers()
    timer.stop()
    assert timer not in running_timers()


def test_a_timer_is_found_though_only_its_owner_holds_it(owner: QObject) -> None:
    QTimer(owner, interval=59_999).start()
    (found,) = (timer for timer in running_timers() if timer.parent() is owner)
    assert found.interval() == 59_999
    found.stop()


def test_a_timer_that_is_deleted_with_its_owner_is_not_left_running(owner: QObject) -> None:
    timer = QTimer(owner)
    timer.start(60_000)
    owner.deleteLater()
    assert timer not in running_timers()
