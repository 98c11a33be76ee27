"""No key and no click that can be hit by accident moves the session on."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from desktop.actions import ACTS
from desktop.dialogs.side_timer import SideTimerDialog
from formats.session.moves import Move
from tests.desktop.running import Hands

LETTERS = "".join(key.lower() for act in ACTS for key in act.keys if len(key) == 1)


def fields(widget: QWidget) -> list[QWidget]:
    """Every field to type in that can be seen."""
    found = [*widget.findChildren(QLineEdit), *widget.findChildren(QPlainTextEdit)]
    return [field for field in found if field.isVisible() and field.isEnabled() and not field.isReadOnly()]


def double_click(run: Hands, widget: QWidget, where: QPoint | None = None) -> None:
    """As a mouse sends it: press and release, double press and release."""
    at = QPointF(where or widget.rect().center())
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    kinds = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease)
    for kind in (*kinds, QEvent.Type.MouseButtonDblClick, kinds[1]):
        QApplication.sendEvent(widget, QMouseEvent(kind, at, widget.mapToGlobal(at), left, left, none))


def held_down(run: Hands, key: Qt.Key, times: int) -> None:
    """A key that is not let go of: one press, then repeats."""
    for repeat in range(times):
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "", autorep=repeat > 0)
            QApplication.sendEvent(run.place, event)


def test_every_field_beside_the_clock_keeps_the_letters_typed_into_it(run: Hands) -> None:
    run.go_to("challenge")
    run.wait(minutes=5)
    before = run.session.events
    found = fields(run.place)
    assert found
    for field in found:
        field.setFocus()
        run.qtbot.keyClicks(field, LETTERS + LETTERS.upper() + " ")
        assert run.session.events == before, field.objectName() or field.accessibleName()
    assert run.stage == "challenge"


def test_the_name_of_a_side_timer_keeps_its_letters(run: Hands) -> None:
    run.go_to("challenge")
    run.key(Qt.Key.Key_T)
    dialog = run.place.window().findChildren(SideTimerDialog)[-1]
    dialog.name.clear()
    run.qtbot.keyClicks(dialog.name, "n b f s")
    assert dialog.name.text() == "n b f s"
    dialog.reject()
    assert run.stage == "challenge"
    assert len(run.session.events) == 1


@pytest.mark.parametrize(("minutes", "where"), [(0.2, "challenge"), (4.5, "clarifying-questions")])
def test_a_double_click_on_next_is_one_click(run: Hands, minutes: float, where: str) -> None:
    run.go_to("challenge")
    run.wait(minutes=minutes)
    double_click(run, run.button("next"))
    assert run.stage == where


def test_a_double_click_on_finish_does_not_finish(run: Hands) -> None:
    run.go_to("close")
    double_click(run, run.button("finish"))
    assert run.runner.live


def test_a_double_click_on_the_track_does_not_jump(run: Hands) -> None:
    run.go_to("challenge")
    track = run.track
    reflect = next(s for s in track.segments if s.key.stage == "reflect")
    double_click(run, track, QPoint(round(reflect.left + reflect.width / 2), 6))
    assert run.stage == "challenge"


@pytest.mark.parametrize("key", [Qt.Key.Key_N, Qt.Key.Key_PageDown, Qt.Key.Key_F])
def test_a_key_held_down_is_one_press(run: Hands, key: Qt.Key) -> None:
    run.go_to("challenge")
    run.wait(minutes=4, seconds=30)
    held_down(run, key, times=20)
    assert run.stage in ("challenge", "clarifying-questions")
    assert run.runner.reading is not None
    assert run.runner.reading.position.finished_at is None


def test_a_clicker_early_in_a_stage_asks_for_a_second_press_too(run: Hands) -> None:
    run.go_to("challenge")
    run.wait(seconds=20)
    run.key(Qt.Key.Key_PageDown)
    assert run.stage == "challenge"
    run.key(Qt.Key.Key_PageDown)
    assert run.stage == "clarifying-questions"


def test_after_a_slip_all_is_as_before(run: Hands) -> None:
    run.go_to("challenge")
    run.wait(minutes=4, seconds=30)
    run.key(Qt.Key.Key_N)
    run.wait(seconds=10)
    assert Move.UNDO in run.runner.moves
    run.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert run.stage == "challenge"
    assert run.face.digits == "0:20"


@pytest.mark.parametrize("key", [act.keys[0] for act in ACTS if act.keys and act.keys[0] != "Space"])
def test_before_the_start_no_key_but_the_one_to_start_changes_anything(run: Hands, key: str) -> None:
    before = run.session
    combined = QKeySequence(key)[0]
    run.key(combined.key(), combined.keyboardModifiers())
    assert run.session == before


def test_staying_where_nothing_moves_on_is_no_event(run: Hands) -> None:
    run.go_to("challenge")
    before = run.session
    run.key(Qt.Key.Key_H)
    assert run.session == before


def test_five_senses_chosen_by_a_slip_are_changed_back_by_the_same_key(run: Hands) -> None:
    run.key(Qt.Key.Key_Space)
    planned = run.session.agenda.stages[0]
    run.key(Qt.Key.Key_5)
    assert run.session.agenda.stages[0].opener == "five-senses"
    run.key(Qt.Key.Key_5)
    assert run.session.agenda.stages[0].opener == planned.opener
    assert run.session.agenda.stages[0].title == planned.title


def test_a_tick_beside_a_note_leaves_the_keys_with_who_types(run: Hands) -> None:
    run.go_to("challenge")
    before = run.session.events
    line = run.place.notes.findChild(QPlainTextEdit, "note-line")
    assert line is not None
    line.setFocus()
    run.qtbot.keyClicks(line, "A ")
    run.press("note-private")
    for character in "new one":
        run.qtbot.keyClicks(run.place.focusWidget() or run.place, character)
    assert line.toPlainText().lower() == "a new one"
    assert run.session.events == before


@pytest.mark.parametrize("stage", ["", "check-in", "challenge", "next-steps", "close"])
def test_a_click_on_any_button_leaves_space_with_the_clock(run: Hands, stage: str) -> None:
    run.go_to(stage) if stage else run.runner.make(Move.START)
    clicked = Qt.FocusPolicy.ClickFocus
    found = [*run.place.findChildren(QAbstractButton), *run.place.findChildren(QComboBox)]
    taking = [one.objectName() for one in found if one.isVisibleTo(run.place) and one.focusPolicy() & clicked]
    assert len(found) > 10
    assert taking == []
