"""What a person types into a field for a length, a time or a day, with real keys, in five locales."""

from collections.abc import Iterator
from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.look import Look
from desktop.widgets.day_field import DayField
from desktop.widgets.length_field import LengthField
from desktop.widgets.time_field import TimeField
from formats.session.dates.typed_lengths import Scale

MINUTE = timedelta(minutes=1)
MONDAY = date(2026, 11, 30)
LOCALES = ("en_GB", "en_US", "de_DE", "fr_FR", "ar_EG")


@pytest.fixture(params=LOCALES)
def locale(request: pytest.FixtureRequest) -> Iterator[str]:
    """The computer's locale, one after the other."""
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield request.param
    QLocale.setDefault(before)


class Form(QWidget):
    """The three fields in a window, with another to go on to."""

    def __init__(self) -> None:
        super().__init__()
        self.length = LengthField(
            "Time available", 60 * MINUTE, Scale.SESSION, least=MINUTE, most=600 * MINUTE, grain=MINUTE
        )
        self.stage = LengthField("Minutes", 5 * MINUTE, Scale.STAGE, least=MINUTE / 2, most=600 * MINUTE)
        self.start = TimeField("Starts at", time(16, 30))
        self.day = DayField("Date", MONDAY, MONDAY)
        self.other = QLineEdit()
        column = QVBoxLayout(self)
        for field in (self.length, self.stage, self.start, self.day, self.other):
            column.addWidget(field)


@pytest.fixture
def form(look: Look, qtbot: QtBot) -> Form:
    """Shown, as a person would see it."""
    made = Form()
    qtbot.addWidget(made)
    made.resize(420, 320)
    made.show()
    made.activateWindow()
    return made


def type_into(field: QLineEdit, text: str) -> None:
    """A key for each sign, over what stands there, without Enter."""
    field.setFocus()
    field.selectAll()
    for sign in text:
        # QTest knows the keys of Latin letters only, and ends the process at an Arabic one.
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, sign)
            QCoreApplication.sendEvent(field, key)


def enter(field: QLineEdit, text: str) -> None:
    """The same, with Enter."""
    type_into(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


@pytest.mark.parametrize("typed", ["90", "1h30", "1:30", "1½", "1.5 h", "90 min", "an hour and a half"])
def test_the_length_of_a_session_is_read_in_every_locale(locale: str, form: Form, typed: str) -> None:
    enter(form.length, typed)
    assert form.length.value == 90 * MINUTE
    assert form.length.text() == "1 h 30 min"


@pytest.mark.parametrize(
    ("typed", "meant"), [("1:30", 1.5), ("7.25", 7.5), ("10-15", 12.5), ("2½", 2.5), ("2,5", 2.5)]
)
def test_the_length_of_a_stage_is_read_in_every_locale(locale: str, form: Form, typed: str, meant: float) -> None:
    enter(form.stage, typed)
    assert form.stage.value == meant * MINUTE


@pytest.mark.parametrize("typed", ["16:45", "1645", "16.45", "16h45", "4.45pm", "4:45 pm", "quarter to five"])
def test_a_time_is_read_in_every_locale(locale: str, form: Form, typed: str) -> None:
    enter(form.start, typed)
    assert form.start.value == time(16, 45)


def test_half_past_four_in_the_afternoon_is_never_the_night(locale: str, form: Form) -> None:
    enter(form.start, "16:30")
    assert form.start.value == time(16, 30)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-12-04", date(2026, 12, 4)), ("Friday 4 December 2026", date(2026, 12, 4)),
        ("Fri 4 Dec", date(2026, 12, 4)), ("the 12th", date(2026, 12, 12)), ("in two weeks", date(2026, 12, 14)),
        ("end of April", date(2027, 4, 30)),
    ],
)  # fmt: skip
def test_a_day_is_read_in_every_locale(locale: str, form: Form, typed: str, meant: date) -> None:
    enter(form.day, typed)
    assert form.day.value == meant


def test_figures_are_in_the_order_of_the_country(locale: str, form: Form) -> None:
    enter(form.day, "4/12")
    assert form.day.value == (date(2027, 4, 12) if locale == "en_US" else date(2026, 12, 4))


def test_what_the_field_writes_it_reads_again(locale: str, form: Form) -> None:
    for field in (form.length, form.stage, form.start, form.day):
        before, text = field.value, field.text()
        enter(field, text)
        assert (field.value, field.text()) == (before, text)


def test_while_one_types_the_field_says_what_it_understands(form: Form) -> None:
    type_into(form.length, "10-")
    type_into(form.stage, "10-15")
    assert form.stage.reading == "12 min 30 s, the middle of 10 and 15"
    assert form.stage.accessibleDescription() == form.stage.reading
    type_into(form.length, "1:30")
    assert form.length.reading == "1 h 30 min"


def test_what_cannot_be_read_stays_with_a_sentence_and_changes_nothing(form: Form) -> None:
    for field in (form.length, form.stage, form.start, form.day):
        before = field.value
        enter(field, "soon ish")
        form.other.setFocus()
        assert field.text() == "soon ish"
        assert field.reading.startswith("Write ")
        assert field.is_unread
        assert field.value == before


@pytest.mark.parametrize("typed", ["now", "jetzt", "maintenant", "soon", "asap", "after lunch"])
def test_a_word_that_is_no_time_of_the_day_says_so_and_stays(locale: str, form: Form, typed: str) -> None:
    enter(form.start, typed)
    assert form.start.reading == "Write the time as 16:30, 4.30 pm or half past four."
    assert (form.start.text(), form.start.value) == (typed, time(16, 30))
    assert form.start.is_unread


@pytest.mark.parametrize("typed", ["4" * 400, "16:30 " * 80, "x" * 400, "1\u0301" * 40])
def test_what_is_far_too_long_or_odd_stays_to_the_last_letter_and_changes_nothing(form: Form, typed: str) -> None:
    for field in (form.length, form.stage, form.start, form.day):
        before = field.value
        field.selectAll()
        field.insert(typed)
        field.textEdited.emit(field.text())
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert (field.text(), field.value) == (typed, before)
        assert field.is_unread
        assert field.reading


def test_a_length_outside_its_range_is_refused_with_the_range(form: Form) -> None:
    enter(form.length, "20 h")
    assert form.length.reading == "20 h is outside 1 min to 10 h."
    assert form.length.value == 60 * MINUTE


def test_escape_gives_up_what_was_typed(form: Form) -> None:
    type_into(form.length, "nonsense")
    QTest.keyClick(form.length, Qt.Key.Key_Escape)
    assert form.length.text() == "1 h"
    assert not form.length.is_unread


def test_going_on_enters_what_was_typed(form: Form, qtbot: QtBot) -> None:
    type_into(form.stage, "8")
    with qtbot.waitSignal(form.stage.value_chosen):
        form.other.setFocus()
    assert form.stage.value == 8 * MINUTE


@pytest.mark.parametrize(
    ("key", "length", "start", "day"),
    [
        (Qt.Key.Key_Up, 61 * MINUTE, time(16, 35), date(2026, 12, 1)),
        (Qt.Key.Key_Down, 59 * MINUTE, time(16, 25), date(2026, 11, 29)),
    ],
)
def test_up_and_down_step(form: Form, key: Qt.Key, length: timedelta, start: time, day: date) -> None:
    for field in (form.length, form.start, form.day):
        QTest.keyClick(field, key)
    assert (form.length.value, form.start.value, form.day.value) == (length, start, day)


def test_a_value_shown_from_outside_does_not_replace_what_is_being_typed(form: Form) -> None:
    type_into(form.stage, "1")
    form.stage.show_value(5 * MINUTE)
    assert form.stage.text() == "1"


def test_what_is_said_of_one_field_never_hides_the_next_one_being_typed_in(form: Form, qtbot: QtBot) -> None:
    enter(form.length, "soon")
    said = form.findChild(QWidget, "reading-hint")
    assert said is not None
    assert said.isVisible()

    QTest.keyClick(form.length, Qt.Key.Key_Tab)
    qtbot.waitUntil(form.stage.hasFocus)
    assert not said.isVisible(), "it would lie over the field that has the keys"

    assert form.length.property("unread"), "the field itself shows that it is still to be mended"
    form.length.setFocus()
    assert said.isVisible()
