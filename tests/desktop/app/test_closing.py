"""Closing the window by a slip: while a session runs it asks, and otherwise it does not."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.app.clearing import Clearing
from desktop.app.closing import CloseGuard
from desktop.look import Look
from formats.session.moves import Move
from tests.desktop.a_session import STARTS, a_session
from tests.desktop.conftest import StandingClock
from tests.desktop.the_app import the_app


@dataclass
class Desk:
    """The app, guarded, with a session on the table."""

    app: Clearing
    leaving: CloseGuard
    clock: StandingClock

    def at(self, after: timedelta) -> None:
        self.clock.move(seconds=(STARTS + after - self.clock.now()).total_seconds())
        self.app.runner.catch_up()


@pytest.fixture
def desk(tmp_path: Path, look: Look, clock: StandingClock) -> Iterator[Desk]:
    with the_app(tmp_path / "library.json", look, clock=clock) as made:
        session = a_session(made.catalogue)
        made.repository.keep_session(session)
        made.runner.open(session)
        guard = CloseGuard(made.window, made.runner, look)
        desk = Desk(made, guard, clock)
        desk.at(timedelta())
        yield desk
        made.window.removeEventFilter(guard)


@pytest.mark.parametrize("moves", [(Move.START,), (Move.START, Move.PAUSE)])
def test_a_window_closed_while_people_are_in_the_room_stays_and_asks_once(
    desk: Desk, moves: tuple[Move, ...]
) -> None:
    for move in moves:
        desk.app.runner.make(move)
    assert not desk.app.window.close()
    asked = desk.leaving.dialog
    assert asked is not None
    assert not desk.app.window.close()
    assert desk.leaving.dialog is asked
    QTest.keyClick(asked, Qt.Key.Key_Escape)
    assert desk.app.window.isVisible()
    assert desk.leaving.dialog is None


def test_it_is_closed_where_that_is_meant(desk: Desk) -> None:
    desk.app.runner.make(Move.START)
    desk.app.window.close()
    assert desk.leaving.dialog is not None
    desk.leaving.dialog.cancel.click()
    assert not desk.app.window.isVisible()


def test_the_key_under_the_finger_keeps_it_open(desk: Desk) -> None:
    desk.app.runner.make(Move.START)
    desk.app.window.close()
    asked = desk.leaving.dialog
    assert asked is not None
    focused = asked.focusWidget()
    assert focused is asked.act
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert desk.app.window.isVisible()


def test_before_the_start_and_after_the_end_it_closes_at_once(desk: Desk) -> None:
    assert desk.leaving.dialog is None
    desk.app.runner.make(Move.START)
    desk.app.runner.make(Move.FINISH)
    assert desk.app.window.close()


def test_a_session_left_unfinished_yesterday_does_not_hold_the_window(desk: Desk) -> None:
    desk.app.runner.make(Move.START)
    desk.at(timedelta(days=1))
    assert desk.app.window.close()
