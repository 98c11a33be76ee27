"""The spreadsheet and the comma-separated file, opened again: values of the right kind and no formula."""

import csv
from dataclasses import replace
from datetime import datetime, timedelta
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from formats.exports import Choices, comma_separated, spreadsheet, summarise
from formats.exports.passages import clean_text
from formats.exports.rows import Sheet, sheets_of
from formats.exports.writers import write_summary
from formats.session.dates.date_style import DEFAULT_STYLE
from formats.session.session import Session
from tests.exports.sessions import HOSTILE, NOW, noted, reference_session

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def in_sheets(session: Session) -> bytes:
    return spreadsheet.write("Notes", sheets_of(summarise(session, Choices(timings=True), NOW)), NOW)


def book(session: Session) -> Workbook:
    return openpyxl.load_workbook(BytesIO(in_sheets(session)))


def lines(session: Session) -> list[list[str]]:
    text = comma_separated.write(sheets_of(summarise(session, Choices(), NOW))[0]).decode("utf-8-sig")
    return list(csv.reader(StringIO(text, newline="")))


def test_it_has_a_sheet_for_notes_next_steps_people_and_timings() -> None:
    assert book(reference_session()).sheetnames == ["Notes", "Next steps", "People", "Timings"]


def test_a_note_has_part_round_room_stage_kind_and_text() -> None:
    rows = [tuple(cell.value for cell in row) for row in book(reference_session())["Notes"].rows]

    assert rows[0][:6] == ("Part", "Round", "Room", "Stage", "Kind", "Note")
    assert ("Peer Assist", 1, 2, "What I heard", "insight", "Start with one story, not the whole strategy.") in [
        row[:6] for row in rows
    ]


def test_days_are_days_and_minutes_are_numbers() -> None:
    found = book(reference_session())

    assert found["Next steps"]["C2"].value == datetime(2023, 3, 2)  # noqa: DTZ001  # a spreadsheet has no zones
    assert found["Timings"]["D2"].value == 5


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_a_formula(text: str) -> None:
    cell = book(noted(text))["Notes"]["F2"]

    assert (cell.data_type, cell.value) == ("s", clean_text(text))
    assert bool(cell.quotePrefix) == clean_text(text).startswith(DANGEROUS)
    assert cell.hyperlink is None


@pytest.mark.parametrize("text", HOSTILE)
def test_no_field_of_the_comma_separated_file_begins_like_a_formula(text: str) -> None:
    fields = lines(noted(text))[1]

    assert not any(field.startswith(DANGEROUS) for field in fields)
    assert fields[5].removeprefix("'") == clean_text(text).removeprefix("'")


def test_a_line_break_stays_in_its_field() -> None:
    assert lines(noted("one\ntwo"))[1][5] == "one\ntwo"


@pytest.mark.parametrize(
    ("decimal", "language", "between"),
    [
        (".", "en_GB", ","),
        (".", "en_US", ","),
        (",", "de_DE", ";"),
        (",", "fr_FR", ";"),
        ("٫", "ar_EG", ";"),
        (".", "de_CH", ";"),
        (".", "es_MX", ","),
    ],
)
def test_cells_are_parted_as_the_spreadsheets_of_the_locale_expect(
    decimal: str, language: str, between: str
) -> None:
    style = replace(DEFAULT_STYLE, decimal=decimal, language=language)
    sheet = Sheet("Notes", ("Note", "Used"), (("one; two, three", timedelta(minutes=2, seconds=30)),), (20, 8))

    text = comma_separated.write(sheet, style).decode("utf-8-sig")

    assert list(csv.reader(StringIO(text, newline=""), delimiter=between)) == [
        ["Note", "Used"],
        ["one; two, three", f"2{decimal}50"],
    ]


def test_a_written_summary_has_the_separator_of_its_locale() -> None:
    choices = Choices(dates=replace(DEFAULT_STYLE, decimal=",", language="de_DE"))
    written = write_summary(summarise(reference_session(), choices, NOW), Path("notes.csv"), Path())

    assert written.decode("utf-8-sig").splitlines()[0].startswith('"Part";"Round";"Room";')
