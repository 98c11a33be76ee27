"""A view is drawn once for each change, and not before it is in sight."""

import pytest
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.redraw import ChangeScope, Redraw


class View(QWidget):
    """Counts how often it was drawn."""

    def __init__(self, change: ChangeScope) -> None:
        super().__init__()
        self.drawn = 0
        self.redraw = Redraw(self, change)
        self.redraw.due.connect(self._draw)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.redraw.come_into_view()

    def _draw(self) -> None:
        self.drawn += 1


@pytest.fixture
def change(qtbot: QtBot) -> ChangeScope:
    return ChangeScope()


@pytest.fixture
def view(change: ChangeScope, qtbot: QtBot) -> View:
    made = View(change)
    qtbot.addWidget(made)
    return made


def test_in_sight_it_is_drawn_at_once(view: View) -> None:
    view.show()
    view.redraw.request()
    assert view.drawn == 2


def test_out_of_sight_it_waits_and_is_drawn_once_when_shown(view: View) -> None:
    view.show()
    view.hide()
    for _ in range(3):
        view.redraw.request()
    assert view.drawn == 1
    view.show()
    assert view.drawn == 2


def test_shown_again_with_nothing_new_it_is_as_it_was(view: View) -> None:
    view.show()
    view.hide()
    view.show()
    assert view.drawn == 1


def test_drawn_ahead_it_is_not_drawn_again_when_it_comes_into_sight(view: View) -> None:
    view.redraw.draw_ahead()
    view.show()
    assert view.drawn == 1


def test_all_that_belongs_to_one_change_is_one_redraw(view: View, change: ChangeScope) -> None:
    view.show()
    with change:
        view.redraw.request()
        with change:
            view.redraw.request()
        assert view.drawn == 1
        view.redraw.request()
    assert view.drawn == 2


def test_a_change_that_concerns_others_redraws_nothing(view: View, change: ChangeScope) -> None:
    view.show()
    with change:
        pass
    assert view.drawn == 1


def fail_half_way(view: View, change: ChangeScope) -> None:
    with change:
        view.redraw.request()
        raise ZeroDivisionError


def test_a_change_that_fails_half_way_is_shown_as_far_as_it_went(view: View, change: ChangeScope) -> None:
    view.show()
    with pytest.raises(ZeroDivisionError):
        fail_half_way(view, change)
    assert view.drawn == 2
    assert not change.under_way


def test_a_source_that_speaks_many_times_in_a_row_is_one_redraw(view: View, qtbot: QtBot) -> None:
    view.show()
    for _ in range(3):
        view.redraw.request_soon()
    assert view.drawn == 1
    with qtbot.waitSignal(view.redraw.due):
        pass
    assert view.drawn == 2


def test_what_was_to_settle_is_not_drawn_twice_when_somebody_asks_meanwhile(view: View, qtbot: QtBot) -> None:
    view.show()
    view.redraw.request_soon()
    view.redraw.request()
    with qtbot.assertNotEmitted(view.redraw.due):
        qtbot.waitUntil(lambda: True)
    assert view.drawn == 2
