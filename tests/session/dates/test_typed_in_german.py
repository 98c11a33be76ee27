"""Are days, times and lengths understood as people type them in German, with English beside it?"""

from collections.abc import Iterator
from datetime import date, time, timedelta

import pytest

from formats.language import speaking
from formats.language.po_files import read_language
from formats.session.dates.date_style import DateStyle
from formats.session.dates.day_words import begins_like_a_day, words_before_a_day
from formats.session.dates.typed_dates import parse_day
from formats.session.dates.typed_lengths import Scale, parse_length
from formats.session.dates.typed_times import parse_time
from formats.session.people import Person
from formats.session.step_sentence import DayWords, read_step
from tests.translation.languages import LANGUAGES

THURSDAY = date(2023, 2, 23)
GERMAN = DateStyle(
    weekdays=("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
    months=(
        "Januar", "Februar", "März", "April", "Mai", "Juni",
        "Juli", "August", "September", "Oktober", "November", "Dezember",
    ),
    short_months=(
        "Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez.",
    ),
    short_weekdays=("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"),
    day="dddd, d. MMMM yyyy",
    clock="HH:mm",
    language="de_DE",
    decimal=",",
)  # fmt: skip
PEOPLE = (Person("1", "Beth Evans"), Person("2", "Idris Rhys"))


@pytest.fixture(autouse=True)
def german() -> Iterator[None]:
    with speaking(read_language(LANGUAGES, "de")):
        yield


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("heute", THURSDAY),
        ("Morgen", date(2023, 2, 24)),
        ("übermorgen", date(2023, 2, 25)),
        ("Freitag", date(2023, 2, 24)),
        ("Fr", date(2023, 2, 24)),
        ("am Freitag", date(2023, 2, 24)),
        ("kommenden Freitag", date(2023, 2, 24)),
        ("nächsten Donnerstag", date(2023, 3, 2)),
        ("Freitag nächster Woche", date(2023, 3, 3)),
        ("Do., 23.2.", THURSDAY),
        ("Do., 23. Februar 2023", THURSDAY),
        ("23.2.", THURSDAY),
        ("23. Februar", THURSDAY),
        ("2. März", date(2023, 3, 2)),
        ("02.03.2024", date(2024, 3, 2)),
        ("bis zum 12.", date(2023, 3, 12)),
        ("spätestens am 2. März", date(2023, 3, 2)),
        ("in zwei Wochen", date(2023, 3, 9)),
        ("in vierzehn Tagen", date(2023, 3, 9)),
        ("in einem Monat", date(2023, 3, 23)),
        ("nächste Woche", date(2023, 3, 2)),
        ("Ende April", date(2023, 4, 30)),
        ("Mitte April 2024", date(2024, 4, 15)),
        ("Anfang Mai", date(2023, 5, 1)),
        ("Monatsende", date(2023, 2, 28)),
        ("Ende nächster Woche", date(2023, 3, 3)),
        ("März", date(2023, 3, 31)),
        ("next Thursday", date(2023, 3, 2)),
        ("in two weeks", date(2023, 3, 9)),
    ],
)
def test_a_day_is_read(typed: str, meant: date) -> None:
    assert parse_day(typed, THURSDAY, GERMAN) == meant


def test_the_next_meeting_is_a_day() -> None:
    assert parse_day("beim nächsten Treffen", THURSDAY, GERMAN, next_meeting=date(2023, 3, 30)) == date(
        2023, 3, 30
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("16:30", time(16, 30)),
        ("16.30 Uhr", time(16, 30)),
        ("16 Uhr 30", time(16, 30)),
        ("16 Uhr", time(16)),
        ("04:30", time(4, 30)),
        ("um vier", time(16)),
        ("vier Uhr", time(16)),
        ("halb fünf", time(16, 30)),
        ("um halb 5", time(16, 30)),
        ("halb zwölf", time(11, 30)),
        ("halb fünf morgens", time(4, 30)),
        ("Viertel nach vier", time(16, 15)),
        ("viertel vor fünf", time(16, 45)),
        ("dreiviertel fünf", time(16, 45)),
        ("zehn nach vier", time(16, 10)),
        ("fünf vor eins", time(12, 55)),
        ("8 Uhr abends", time(20)),
        ("Mittag", time(12)),
        ("Mitternacht", time(0)),
        ("half past four", time(16, 30)),
    ],
)
def test_a_time_is_read(typed: str, meant: time) -> None:
    assert parse_time(typed) == meant


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("90", 90),
        ("90 Min", 90),
        ("90 Min.", 90),
        ("zehn Minuten", 10),
        ("1 Std 15", 75),
        ("1 Std. 15 Min.", 75),
        ("1 Stunde und 15 Minuten", 75),
        ("eine Stunde", 60),
        ("anderthalb Stunden", 90),
        ("zweieinhalb Stunden", 150),
        ("1,5 Std", 90),
        ("1½ Stunden", 90),
        ("eine halbe Stunde", 30),
        ("Viertelstunde", 15),
        ("eine Dreiviertelstunde", 45),
        ("etwa 20 Minuten", 20),
        ("ca. 20 Min", 20),
        ("30 Sekunden je Person", 0.5),
        ("half an hour", 30),
    ],
)
def test_a_length_is_read(typed: str, minutes: float) -> None:
    read = parse_length(typed, Scale.SESSION)
    assert read is not None
    assert read.length == timedelta(minutes=minutes)


def test_the_middle_of_two_lengths_is_said_in_german() -> None:
    read = parse_length("10 bis 15 Minuten", Scale.SESSION)
    assert read is not None
    assert read.length == timedelta(minutes=12, seconds=30)
    assert read.remark == "die Mitte zwischen 10 und 15 min"


@pytest.mark.parametrize("typed", ["bald", "halb", "32. Februar", "in keiner Woche", "am Ende"])
def test_what_is_no_day_is_none(typed: str) -> None:
    assert parse_day(typed, THURSDAY, GERMAN) is None


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("Beth schreibt den Mitgliedern bis Freitag", date(2023, 2, 24)),
        ("Beth fragt in der Bibliothek, übermorgen", date(2023, 2, 25)),
        ("Beth ruft spätestens in zwei Wochen an", date(2023, 3, 9)),
        ("Beth bucht den Raum zum 12. März", date(2023, 3, 12)),
        ("Beth schreibt das alles auf", None),
    ],
)
def test_a_sentence_says_by_when(sentence: str, due: date | None) -> None:
    read = read_step(
        sentence,
        PEOPLE,
        lambda words: parse_day(words, THURSDAY, GERMAN),
        DayWords(words_before_a_day(), begins_like_a_day),
    )
    assert read.owner == "1"
    assert read.due == due
