"""While the session runs: other lengths to come, a break put in, another end, each undone and replayed."""

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLabel

from desktop.actions import ActName
from desktop.panels.stage.still_to_come import StageLengthField, StillToComeDialog
from desktop.widgets.typed_field import TypedField
from formats.library.repository import SessionRepository
from formats.session.agenda import StageKey
from formats.session.events import BreakAdded, EndMoved, Refitted
from tests.desktop.running import Hands

REFLECT = StageKey("peer-assist", "reflect")
QUESTIONS = StageKey("peer-assist", "clarifying-questions")


@pytest.fixture
def dialog(run: Hands) -> StillToComeDialog:
    """What is still to come, opened in the stage of the challenge."""
    run.go_to("challenge")
    run.wait(minutes=2)
    run.place.do(ActName.STILL_TO_COME)
    return opened(run)


def opened(run: Hands) -> StillToComeDialog:
    found = [one for one in run.place.window().findChildren(StillToComeDialog) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def words(dialog: StillToComeDialog, name: str) -> str:
    label = dialog.findChild(QLabel, name)
    assert isinstance(label, QLabel)
    return label.text()


def entered(run: Hands, field: TypedField[Any], text: str) -> None:
    """Types over a field and goes on."""
    field.setFocus()
    field.selectAll()
    run.qtbot.keyClicks(field, text)
    field.commit()


def test_a_later_stage_gets_another_length_and_the_end_follows_at_once(
    run: Hands, dialog: StillToComeDialog
) -> None:
    before = words(dialog, "ends-at")
    entered(run, dialog.lengths[REFLECT], "3")
    assert run.session.events[-1] == Refitted(run.clock.now(), ((REFLECT, timedelta(minutes=3)),))
    assert words(dialog, "ends-at") != before
    assert run.words("outlook-words").startswith(words(dialog, "ends-at").rstrip("."))


def test_the_stage_of_the_moment_and_those_before_it_are_not_offered(dialog: StillToComeDialog) -> None:
    offered = {key.stage for key in dialog.lengths}
    assert "challenge" not in offered
    assert "introductions" not in offered
    assert "reflect" in offered


def test_a_break_is_put_in_where_it_was_asked_for(run: Hands, dialog: StillToComeDialog) -> None:
    dialog.breaks[QUESTIONS].click()
    event = run.session.events[-1]
    assert isinstance(event, BreakAdded)
    assert list(dialog.lengths)[1] == event.key
    assert event.key in [segment.key for segment in run.track.segments]


def test_the_keys_stay_where_a_break_was_put_in_so_that_the_list_does_not_scroll_away(
    run: Hands, qapp: QApplication, dialog: StillToComeDialog
) -> None:
    passed: list[object] = []
    dialog.activateWindow()
    run.qtbot.waitUntil(dialog.isActiveWindow)
    dialog.breaks[QUESTIONS].setFocus(Qt.FocusReason.MouseFocusReason)
    qapp.focusChanged.connect(lambda _old, new: passed.append(new))
    dialog.breaks[QUESTIONS].click()
    run.qtbot.waitUntil(lambda: dialog.breaks[QUESTIONS].hasFocus())
    assert not [one for one in passed if isinstance(one, StageLengthField)]


def test_a_break_is_taken_out_again_beside_its_minutes(run: Hands, dialog: StillToComeDialog) -> None:
    before = list(dialog.lengths)
    dialog.breaks[QUESTIONS].click()
    key = list(dialog.lengths)[1]
    entered(run, dialog.lengths[REFLECT], "3")
    assert dialog.breaks[key].accessibleName() == "Remove this break"
    dialog.breaks[key].click()
    assert list(dialog.lengths) == before
    assert dialog.lengths[REFLECT].value == timedelta(minutes=3)


def test_the_end_is_moved_and_what_is_spare_follows(run: Hands, dialog: StillToComeDialog) -> None:
    entered(run, dialog.end, "18:00")
    event = run.session.events[-1]
    assert isinstance(event, EndMoved)
    assert run.session.local_time(event.to).strftime("%H:%M") == "18:00"
    assert run.session.slot_ends_at(run.session.position) == event.to


def test_an_end_that_has_passed_is_refused_and_the_field_shows_what_holds(
    run: Hands, dialog: StillToComeDialog
) -> None:
    count = len(run.session.events)
    entered(run, dialog.end, "12:00")
    assert len(run.session.events) == count
    assert words(dialog, "refused") == "That time has passed. The end stays as it was."
    assert dialog.end.text() == "17:30"


def test_undo_in_the_dialog_takes_back_what_was_done_there_and_nothing_before(
    run: Hands, dialog: StillToComeDialog
) -> None:
    assert not dialog.undo.isEnabled(), "the start is not for it to take back"
    dialog.breaks[QUESTIONS].click()
    entered(run, dialog.end, "18:00")
    dialog.undo.click()
    dialog.undo.click()
    assert not dialog.undo.isEnabled()
    assert dialog.end.text() == "17:30"
    assert len(run.track.segments) == len(run.session.agenda.stages)


def test_when_the_session_moves_on_the_rows_follow(run: Hands, dialog: StillToComeDialog) -> None:
    run.runner.go_to(REFLECT)
    assert [key.stage for key in dialog.lengths] == ["next-steps", "close"]


def test_it_is_all_there_again_after_a_crash(
    run: Hands, dialog: StillToComeDialog, repository: SessionRepository
) -> None:
    dialog.breaks[QUESTIONS].click()
    entered(run, dialog.end, "18:00")
    again = repository.session(run.session.id)
    assert again is not None
    assert again.position == run.session.position


def test_a_right_click_on_a_stage_opens_it_there(run: Hands) -> None:
    run.go_to("challenge")
    segment = next(s for s in run.track.segments if s.key == REFLECT)
    where = QPoint(round(segment.left + segment.width / 2), 6)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, run.track.mapToGlobal(where))
    QApplication.sendEvent(run.track, event)
    assert opened(run).focusWidget() is opened(run).lengths[REFLECT]


def test_its_key_opens_it(run: Hands) -> None:
    run.go_to("challenge")
    run.key(Qt.Key.Key_E)
    assert opened(run).windowTitle() == "Still to come"


def test_before_the_start_it_says_that_nothing_runs(run: Hands) -> None:
    run.key(Qt.Key.Key_E)
    assert run.words("passing-words").startswith("The session is not running")
