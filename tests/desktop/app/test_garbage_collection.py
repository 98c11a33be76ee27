"""Widgets that nobody holds any more are destroyed on the UI thread, whatever the other threads do meanwhile."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app.garbage_collection import READ_IN_BULK, UiThreadCollector
from desktop.background import Background


@pytest.fixture
def tidying(qapp: QApplication) -> Iterator[UiThreadCollector]:
    was_enabled = gc.isenabled()
    made = UiThreadCollector(qapp)
    yield made
    made.deleteLater()
    gc.unfreeze()
    (gc.enable if was_enabled else gc.disable)()


def forgotten(ended: list[str]) -> None:
    """An object that only a circle of its own holds; who ends it is noted."""
    one = QObject()
    one.itself = one  # type: ignore[attr-defined]  # any name will do
    weakref.finalize(one, lambda: ended.append(threading.current_thread().name))


def a_lot_of_work() -> int:
    return len([[number] for number in range(30_000)])


def test_only_the_ui_thread_clears_away(tidying: UiThreadCollector, qtbot: QtBot) -> None:
    tidying.collect()
    ended: list[str] = []
    forgotten(ended)
    work = Background()
    with qtbot.waitSignal(work.finished, timeout=8000):
        work.ask(a_lot_of_work)
    assert ended == []
    qtbot.waitUntil(lambda: bool(ended), timeout=5000)
    assert ended == [threading.main_thread().name]


def test_what_the_start_made_is_never_gone_through_and_what_comes_later_is_still_cleared_away(
    tidying: UiThreadCollector,
) -> None:
    assert gc.get_freeze_count() == 0
    tidying.collect()
    assert gc.get_freeze_count() > 10_000
    ended: list[str] = []
    forgotten(ended)
    gc.collect()
    assert ended == [threading.main_thread().name]


def test_what_lived_through_a_whole_round_is_not_gone_through_again(tidying: UiThreadCollector) -> None:
    tidying.collect()
    frozen = gc.get_freeze_count()
    kept = [[number] for number in range(20_000)]
    for _ in range(gc.get_threshold()[2] + 1):
        gc.collect(1)
    tidying.collect()
    assert gc.get_freeze_count() >= frozen + len(kept)


def test_what_is_read_in_bulk_is_not_gone_through(tidying: UiThreadCollector) -> None:
    tidying.collect()
    frozen = gc.get_freeze_count()
    kept = [[number] for number in range(2 * READ_IN_BULK)]
    tidying.collect()
    assert gc.get_freeze_count() >= frozen + len(kept)
