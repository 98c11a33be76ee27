"""A language whose days, times and lengths nobody wrote code for is read from its catalogue alone."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from formats.language import speaking
from formats.language.po_files import read_language
from formats.session.dates.date_style import DateStyle
from formats.session.dates.typed_dates import parse_day
from formats.session.dates.typed_lengths import Scale, parse_length
from formats.session.dates.typed_times import parse_time

THURSDAY = date(2023, 2, 23)
PORTUGUESE = DateStyle(
    weekdays=("segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado", "domingo"),
    day="dddd, d 'de' MMMM 'de' yyyy",
    clock="HH:mm",
    language="pt_PT",
)
SAID = {
    "tomorrow": "amanhã",
    "next {weekday}": "próxima {weekday} | {weekday} da próxima semana",
    "in {count} weeks | in {count} week": "daqui a {count} semanas",
    "two": "dois | duas",
    "four": "quatro",
    "ten": "dez",
    "half past {hour}": "{hour} e meia",
    "quarter to {hour} | a quarter to {hour}": "um quarto para as {hour}",
    "at {time} | {time} o'clock": "às {time} | {time}",
    "hours | hour | hrs | hr | h": "horas | hora | h",
    "an hour and a half": "uma hora e meia",
    "{length} and {rest}": "{length} e {rest}",
}


@pytest.fixture(autouse=True)
def portuguese(tmp_path: Path) -> Iterator[None]:
    folder = tmp_path / "pt"
    folder.mkdir()
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    entries = (f'msgid "{english}"\nmsgstr "{said}"\n' for english, said in SAID.items())
    (folder / "interface.po").write_text("\n".join((head, *entries)), "utf-8")
    with speaking(read_language(tmp_path, "pt")):
        yield


def test_days_are_read() -> None:
    typed = ("Amanhã", "próxima quinta-feira", "daqui a duas semanas", "tomorrow")
    days = [parse_day(text, THURSDAY, PORTUGUESE) for text in typed]
    assert days == [date(2023, 2, 24), date(2023, 3, 2), date(2023, 3, 9), date(2023, 2, 24)]


def test_times_are_read() -> None:
    typed = ("às quatro e meia", "um quarto para as dez", "half past four")
    assert [parse_time(text) for text in typed] == [time(16, 30), time(9, 45), time(16, 30)]


def test_lengths_are_read() -> None:
    read = [parse_length(text, Scale.SESSION) for text in ("uma hora e meia", "duas horas", "90 minutes")]
    assert [one.length for one in read if one] == [
        timedelta(minutes=90),
        timedelta(hours=2),
        timedelta(minutes=90),
    ]


def test_a_phrase_that_is_a_field_alone_and_a_text_without_end_are_not_read_for_ever() -> None:
    assert parse_time("quatro") is None
    assert parse_length("1 hora e " * 2000 + "1", Scale.SESSION) is None
