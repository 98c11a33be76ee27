"""What passes by in Run is said over the track: it moves nothing, and it is seen whichever view shows."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QWidget

from desktop.panels.opener.panel import OpenerPanel
from desktop.panels.opener.shape import BreathingShape
from tests.desktop.running import Hands
from tests.desktop.settling import wait_until_still

WINDOWS = [(1364, 840, 1.0), (1364, 840, 2.0), (940, 640, 1.0), (940, 640, 1.5), (940, 640, 2.0)]


@pytest.fixture
def sized(run: Hands) -> Callable[[int, int, float], None]:
    def take(width: int, height: int, scale: float) -> None:
        run.place.look.choose(theme="light", scale=scale, calm=False)
        for _ in range(2):  # what gives way makes room for a smaller window
            run.place.resize(width, height)
            wait_until_still(run.place)

    return take


def on_screen(run: Hands, name: str) -> QRect:
    widget = next(found for found in run.place.findChildren(QWidget, name) if found.isVisible())
    return QRect(widget.mapTo(run.place, QPoint()), widget.size())


def is_on_screen(run: Hands, name: str) -> bool:
    return any(found.isVisible() for found in run.place.findChildren(QWidget, name))


def dial(box: QRect) -> QRect:
    """The round of the clock in the middle of its widget."""
    side = min(box.width(), box.height())
    return QRect(box.center() - QPoint(side // 2, side // 2), QSize(side, side))


def covers_the_track(run: Hands, box: QRect) -> bool:
    """Whether it lies over the stages; in a small window the countdown stands in their place."""
    seen = [w for w in run.place.findChildren(QWidget, "stage-track") if w.isVisible()]
    return any(box.intersects(QRect(track.mapTo(run.place, QPoint()), track.size())) for track in seen)


def where_everything_is(run: Hands) -> list[QRect]:
    return [on_screen(run, name) for name in ("countdown", "stage-title", "next-line", "controls", "rooms-strip")]


@pytest.mark.parametrize(("width", "height", "scale"), WINDOWS)
def test_announcing_the_next_stage_moves_nothing(
    run: Hands, sized: Callable[[int, int, float], None], width: int, height: int, scale: float
) -> None:
    run.go_to("challenge")
    run.place.commands.stages.let_move_on(True)
    sized(width, height, scale)
    run.wait(minutes=4, seconds=54)
    wait_until_still(run.place)
    before = where_everything_is(run)
    run.wait(seconds=2)
    wait_until_still(run.place)
    after = where_everything_is(run)
    notice, stay = on_screen(run, "moving-on"), on_screen(run, "stay")
    on_track = covers_the_track(run, notice)
    run.place.look.choose(theme="light", scale=1.0, calm=False)
    assert after == before
    assert notice.contains(stay)
    assert not notice.intersects(dial(after[0]))
    assert not notice.contains(after[1].center())
    assert not notice.intersects(after[3])
    assert not on_track


@pytest.mark.parametrize(("width", "height", "scale"), WINDOWS)
def test_a_refusal_moves_nothing_and_is_whole(
    run: Hands, sized: Callable[[int, int, float], None], width: int, height: int, scale: float
) -> None:
    run.go_to("challenge")
    sized(width, height, scale)
    before = where_everything_is(run)
    run.runner.act_refused.emit("Less than a minute is left. Next ends this stage.")
    wait_until_still(run.place)
    after = where_everything_is(run)
    words = next(w for w in run.place.findChildren(QWidget, "passing-words") if w.isVisible())
    whole = words.height() >= words.heightForWidth(words.width()) and run.place.rect().contains(
        on_screen(run, "passing-words")
    )
    on_track = covers_the_track(run, on_screen(run, "passing"))
    run.place.look.choose(theme="light", scale=1.0, calm=False)
    assert after == before
    assert whole
    assert not on_track


@pytest.mark.parametrize(("width", "height", "scale"), WINDOWS)
def test_a_refusal_is_seen_while_the_opener_shows_and_leaves_shape_and_line_alone(
    run: Hands, sized: Callable[[int, int, float], None], width: int, height: int, scale: float
) -> None:
    run.press("go")
    run.press("begin-opener")
    sized(width, height, scale)
    shape = run.place.findChild(BreathingShape)
    before = shape.geometry()
    run.key(Qt.Key.Key_F)
    wait_until_still(run.place)
    said = on_screen(run, "passing-words")
    # Where the shape needs all the room, the line stands in the script alone.
    line = on_screen(run, "opener-line") if is_on_screen(run, "opener-line") else QRect()
    words = next(w for w in run.place.findChildren(QWidget, "passing-words") if w.isVisible())
    front = run.place.childAt(said.center())
    whole = words.height() >= words.heightForWidth(words.width())
    after = shape.geometry()
    run.place.look.choose(theme="light", scale=1.0, calm=False)
    assert run.place.findChild(OpenerPanel).isVisible()
    assert front is words
    assert whole
    assert after == before
    assert not said.intersects(line)


def test_from_the_right_it_lies_over_the_title_and_leaves_the_acts_in_view(run: Hands) -> None:
    app = run.place.look.app
    run.press("go")
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    run.place.resize(1364, 840)
    run.key(Qt.Key.Key_F)
    wait_until_still(run.place)
    said, acts = on_screen(run, "passing-by"), on_screen(run, "room-display")
    width = run.place.width()
    app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert said.right() == width - 1
    assert not said.intersects(acts)
