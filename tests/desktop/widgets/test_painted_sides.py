"""What is painted by hand turns round where reading begins at the right; digits, dials and words do not."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPixmap
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.content.catalogue import Catalogue
from desktop.content.languages import dress
from desktop.look import Look
from desktop.panels.countdown.dial import Countdown
from desktop.panels.stage.track import BAR, StageTrack
from desktop.places.prepare.fields import TwoEndsRow
from desktop.places.prepare.time_bar import THICK, TimeBar
from desktop.room_display.views import View
from desktop.room_display.wall import Scene, Wall
from desktop.widgets.buttons import ActionButton
from desktop.widgets.chips import Chip
from desktop.widgets.elided import ElidedWords
from desktop.widgets.icons import POINTING, icon_pixmap
from desktop.widgets.sides import Mirror, mirror_within, step_sideways
from desktop.widgets.words import Words
from formats.language import ENGLISH, speak
from formats.language.direction import FIRST_STRONG_ISOLATE, standing_alone
from formats.language.pseudo import FROM_THE_RIGHT
from formats.session.events import Started
from tests.builders import a_session, an_agenda, at, key, reading
from tests.desktop.a_session import a_session as a_whole_session

WALL = QSizeF(1280, 720)
ROUNDING = 2
"""A curve is not turned round to the last shade of its edge."""


@contextmanager
def read_from_the_right(app: QApplication) -> Iterator[None]:
    speak(FROM_THE_RIGHT)
    dress(app)
    try:
        yield
    finally:
        speak(ENGLISH)
        dress(app)


def picture(widget: QWidget, size: QSize | None = None) -> QImage:
    widget.resize(size or widget.sizeHint())
    return on_white(widget.grab())


def on_white(drawn: QPixmap) -> QImage:
    image = QImage(drawn.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.drawPixmap(0, 0, drawn)
    painter.end()
    return image


def both(app: QApplication, make: Callable[[], QWidget], size: QSize | None = None) -> tuple[QImage, QImage]:
    """The picture of a widget from the left and from the right."""
    from_the_left = picture(make(), size)
    with read_from_the_right(app):
        return from_the_left, picture(make(), size)


def turned(image: QImage) -> QImage:
    return image.flipped(Qt.Orientation.Horizontal)


def differences(one: QImage, other: QImage) -> int:
    """How many points differ in more than the shade of an edge."""
    assert one.size() == other.size()
    points = ((x, y) for x in range(one.width()) for y in range(one.height()))
    return sum(_apart(one.pixelColor(x, y), other.pixelColor(x, y)) > 60 for x, y in points)


def _apart(one: QColor, other: QColor) -> int:
    return max(abs(a - b) for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True))


def ink(image: QImage) -> QRect:
    """Where something stands on the ground of the first corner."""
    ground = image.pixelColor(0, 0)
    points = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if _apart(image.pixelColor(x, y), ground) > 60
    ]
    across, down = [x for x, _ in points], [y for _, y in points]
    return QRect(QPoint(min(across), min(down)), QPoint(max(across), max(down)))


def test_what_is_turned_round_twice_stands_where_it_was() -> None:
    mirror = Mirror(10, 110, from_the_right=True)
    box = QRectF(20, 5, 30, 8)
    assert mirror.box(box) == QRectF(70, 5, 30, 8)
    assert mirror.box(mirror.box(box)) == box
    assert Mirror(10, 110, from_the_right=False).box(box) == box
    assert mirror.rect(QRect(20, 5, 30, 8)) == QRect(70, 5, 30, 8)
    assert mirror_within(QRect(10, 0, 100, 9)) == Mirror(10, 110, from_the_right=False)


def test_the_bars_of_the_track_turn_round(qapp: QApplication, look: Look) -> None:
    def track() -> QWidget:
        made = StageTrack(look)
        made.resize(900, made.sizeHint().height())
        made.show_reading(reading((Started(at("16:30"), key("clarifying-questions")),), "16:33"))
        return made

    left, right = both(qapp, track, QSize(900, 32))
    bars = QRect(0, 0, 900, BAR + 3)
    assert differences(turned(left.copy(bars)), right.copy(bars)) <= ROUNDING
    assert differences(left.copy(bars), right.copy(bars)) > 100


def test_a_stage_is_pressed_where_it_stands_and_the_arrow_keys_follow_the_side(
    qapp: QApplication, look: Look, qtbot: QtBot
) -> None:
    with read_from_the_right(qapp):
        track = StageTrack(look)
        qtbot.addWidget(track)
        track.resize(900, 32)
        track.show_reading(reading((Started(at("16:30"), key("introductions")),), "16:33"))
        asked = QSignalSpy(track.jump_requested)
        QTest.mouseClick(track, Qt.MouseButton.LeftButton, pos=QPoint(895, 5))
        first = track.segments[0].key
        assert asked.at(0) == [first]
        QTest.keyClick(track, Qt.Key.Key_Left)
        QTest.keyClick(track, Qt.Key.Key_Return)
        assert asked.at(1) == [track.segments[1].key]


def test_the_arrow_key_that_points_where_reading_goes_is_one_further(qapp: QApplication) -> None:
    def step(pressed: Qt.Key) -> int:
        none = Qt.KeyboardModifier.NoModifier
        return step_sideways(QKeyEvent(QEvent.Type.KeyPress, pressed, none), QWidget())

    assert [step(Qt.Key.Key_Left), step(Qt.Key.Key_Right), step(Qt.Key.Key_Up)] == [-1, 1, 0]
    with read_from_the_right(qapp):
        assert [step(Qt.Key.Key_Left), step(Qt.Key.Key_Right), step(Qt.Key.Key_Up)] == [1, -1, 0]


def test_the_time_bar_turns_round(qapp: QApplication, look: Look) -> None:
    def bar() -> QWidget:
        made = TimeBar(look)
        made.show_plan(a_session(an_agenda(2)))
        return made

    left, right = both(qapp, bar, QSize(600, 40))
    parts = QRect(0, 0, 600, THICK)
    assert differences(turned(left.copy(parts)), right.copy(parts)) <= ROUNDING
    assert differences(left.copy(parts), right.copy(parts)) > 100


@pytest.mark.parametrize("kind", [ActionButton, Chip])
def test_an_icon_stands_where_reading_begins(
    qapp: QApplication, look: Look, kind: type[ActionButton] | type[Chip]
) -> None:
    """The plus is the same in a mirror, the words beside it are not."""
    left, right = both(qapp, lambda: kind(look, "abc", "plus"))
    start = QRect(0, 0, left.width() // 4, left.height())
    assert differences(turned(left).copy(start), turned(right).copy(start)) > ROUNDING
    end = QRect(left.width() - start.width(), 0, start.width(), left.height())
    assert differences(turned(left.copy(start)), right.copy(end)) <= ROUNDING


@pytest.mark.parametrize("name", sorted(POINTING))
def test_a_picture_that_points_turns_round(qapp: QApplication, look: Look, name: str) -> None:
    left = on_white(icon_pixmap(name, look.colour("ink"), 48))
    with read_from_the_right(qapp):
        right = on_white(icon_pixmap(name, look.colour("ink"), 48))
    assert differences(turned(left), right) <= ROUNDING
    assert differences(left, right) > ROUNDING


@pytest.mark.parametrize("name", ["check", "clock", "history", "pencil", "play", "rotate-ccw", "chevron-down"])
def test_any_other_picture_stays_as_it_is(qapp: QApplication, look: Look, name: str) -> None:
    left = on_white(icon_pixmap(name, look.colour("ink"), 48))
    with read_from_the_right(qapp):
        assert on_white(icon_pixmap(name, look.colour("ink"), 48)) == left


def test_the_two_ends_of_a_line_change_places(qapp: QApplication, qtbot: QtBot) -> None:
    with read_from_the_right(qapp):
        start, end = QWidget(), QWidget()
        for widget in (start, end):
            widget.setFixedSize(40, 10)
        line = TwoEndsRow(start, end)
        qtbot.addWidget(line)
        line.resize(200, 20)
        line.layout().activate()
        assert [start.x(), end.x()] == [160, 0]


def test_a_dial_and_its_digits_stay_as_they_are(qapp: QApplication, look: Look) -> None:
    def dial() -> QWidget:
        made = Countdown(look)
        made.show_reading(reading((Started(at("16:30"), key("challenge")),), "16:33"))
        return made

    left, right = both(qapp, dial, QSize(300, 300))
    upper = QRect(0, 0, 300, 180)  # below are words
    assert differences(left.copy(upper), right.copy(upper)) == 0


def test_what_is_left_of_a_stage_ends_at_the_other_side_of_a_line(qapp: QApplication, look: Look) -> None:
    def line() -> QWidget:
        made = Countdown(look)
        made.set_line_height(60)
        made.show_reading(reading((Started(at("16:30"), key("challenge")),), "16:33"))
        return made

    left, right = both(qapp, line, QSize(400, 60))
    band = QRect(0, 50, 400, 10)
    assert differences(turned(left.copy(band)), right.copy(band)) <= ROUNDING
    assert differences(left.copy(band), right.copy(band)) > 100


@pytest.mark.parametrize("kind", [Words, ElidedWords])
def test_a_title_reads_in_its_own_direction(qapp: QApplication, look: Look, kind: type[Words]) -> None:
    def title() -> QWidget:
        made = kind("1-2-4-All")
        made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        return made

    left, right = both(qapp, title, QSize(200, 24))
    assert left == right


def test_each_line_of_an_entry_of_a_list_reads_in_its_own_direction() -> None:
    title, facts = standing_alone("1-2-4-All\u2028ابکد 12", from_the_right=True).split("\u2028")
    assert (title[0], title[1:-1], facts) == (FIRST_STRONG_ISOLATE, "1-2-4-All", "ابکد 12")


@pytest.mark.parametrize("text", ["1-2-4-All", "Amina", "5 → 3", "+1:30"])
def test_only_what_reads_the_other_way_is_set_apart(text: str) -> None:
    assert standing_alone(text, from_the_right=True).startswith(FIRST_STRONG_ISOLATE)
    assert standing_alone(text, from_the_right=False) == text
    sentence = f"ابکد {text}"
    assert standing_alone(sentence, from_the_right=True) == sentence


def test_on_the_wall_the_clock_stands_at_the_right_and_is_no_other(
    qapp: QApplication, look: Look, catalogue: Catalogue
) -> None:
    session = replace(a_whole_session(catalogue), events=(Started(at("16:30"), key("challenge")),))
    wall = Wall(look, catalogue)

    def shown() -> tuple[QImage, QRectF]:
        now = reading(session.events, "16:33", session.agenda)
        scene = Scene(session, now, View.TIMER, message="A gentle line")
        image = QImage(WALL.toSize(), QImage.Format.Format_RGB32)
        painter = QPainter(image)
        wall.paint(painter, WALL, scene, QRectF(0, 0, WALL.width(), WALL.height()))
        painter.end()
        return image, wall.timer(WALL, scene).dial

    left, dial = shown()
    with read_from_the_right(qapp):
        right, same = shown()
    assert same.size() == dial.size()
    other_side = Mirror(0, WALL.width(), from_the_right=True).box(dial).toRect()
    upper = QRect(0, 0, other_side.width(), round(other_side.height() * 0.55))  # below are words
    assert differences(left.copy(dial.toRect()).copy(upper), right.copy(other_side).copy(upper)) <= ROUNDING


def test_a_name_stands_at_the_edge_where_reading_begins(qapp: QApplication, look: Look) -> None:
    left, right = both(qapp, lambda: Words("Amina"), QSize(200, 24))
    assert ink(left).right() < 100 < ink(right).left()
