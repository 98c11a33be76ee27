"""What a field for a day, a time or a length shows is what it reads, in whichever language is spoken."""

from collections.abc import Iterator
from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from desktop.content.languages import language, take_up
from desktop.widgets.day_field import DayField
from desktop.widgets.length_field import LengthField
from desktop.widgets.time_field import TimeField
from formats.language import ENGLISH, speak, tr
from formats.session.dates.typed_lengths import Scale

MINUTE = timedelta(minutes=1)
THURSDAY = date(2023, 2, 23)


@pytest.fixture(params=("en", "de", "en-XA", "ar-XB"), autouse=True)
def spoken_language(request: pytest.FixtureRequest) -> Iterator[None]:
    before = QLocale()
    take_up(language(request.param))
    yield
    speak(ENGLISH)
    QLocale.setDefault(before)


def test_a_day_is_read_as_it_is_shown(qtbot: QtBot) -> None:
    field = DayField("Date", THURSDAY, THURSDAY)
    qtbot.addWidget(field)
    days = [THURSDAY + timedelta(days=count) for count in range(0, 400, 7)]
    assert [field.understand(field.text_of(day)).value for day in days] == days


def test_a_time_is_read_as_it_is_shown(qtbot: QtBot) -> None:
    field = TimeField("Starts at", time(16, 30))
    qtbot.addWidget(field)
    times = [time(hour, minute) for hour in range(24) for minute in (0, 5, 30)]
    assert [field.understand(field.text_of(one)).value for one in times] == times


@pytest.mark.parametrize("scale", list(Scale))
def test_a_length_is_read_as_it_is_shown(scale: Scale, qtbot: QtBot) -> None:
    field = LengthField(
        "Length", MINUTE, scale, least=MINUTE / 6, most=600 * MINUTE, grain=MINUTE / 6, suffix=tr("each")
    )
    qtbot.addWidget(field)
    lengths = [count * MINUTE / 6 for count in (1, 3, 6, 9, 15, 60, 90, 360, 363, 540, 3600)]
    assert [field.understand(field.text_of(one)).value for one in lengths] == lengths


def test_a_length_is_read_as_people_say_it_in_english_too(qtbot: QtBot) -> None:
    field = LengthField("Length", MINUTE, Scale.SESSION, least=MINUTE, most=600 * MINUTE, grain=MINUTE)
    qtbot.addWidget(field)
    said = ("90", "1h30", "an hour and a half", "90 minutes", "1:30")
    assert [field.understand(text).value for text in said] == [90 * MINUTE] * len(said)
