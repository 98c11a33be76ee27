"""What is left out is said: no reader, writer or field drops a person, an address or an end of a text unsaid."""

import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.widgets.limited_length import limit_length
from formats.exports import Choices, NameStyle, export, suffixes
from formats.exports.spreadsheet import CUT_SHORT
from formats.session.roster import Roster, read_roster
from tests.exports.conftest import FONTS
from tests.exports.readers import Page, pdf_text
from tests.exports.sessions import NOW, noted

ROOT = Path(__file__).parent.parent
LENGTHS = (300, 3_000, 40_000)
END = "the very last word"

CARDS = """BEGIN:VCARD
FN:Ada Fenn
EMAIL:ada@fenn.example
EMAIL:ada.home@fenn.example
END:VCARD
BEGIN:VCARD
ORG:Nobody's card
END:VCARD
"""
CALENDAR = """BEGIN:VCALENDAR
BEGIN:VEVENT
SUMMARY:First
DTSTART:20230309T163000Z
ATTENDEE;CN=Ada Fenn:mailto:ada@fenn.example
ATTENDEE;CUTYPE=ROOM;CN=Blue room:mailto:blue@room.example
END:VEVENT
BEGIN:VEVENT
SUMMARY:Second
DTSTART:20230310T163000Z
ATTENDEE;CN=Bo Lind:mailto:bo@lind.example
END:VEVENT
END:VCALENDAR
"""
LISTS = {
    "two addresses in a cell": ("Name,Email\nAda Fenn,ada@fenn.example; ada.home@fenn.example\n", 2),
    "two addresses on a line": ("Ada Fenn <ada@fenn.example> ada.home@fenn.example\n", 2),
    "two addresses on a card": (CARDS, 2),
    "another meeting in an invitation": (CALENDAR, 2),
    "a row without a name": ("Name,Phone\nAda Fenn,1\n,0131 496 0000\n", 1),
    "a sum under a table": ("Name,Email\nAda Fenn,ada@fenn.example\nTotal,1\n", 1),
    "a long line": (f"Ada Fenn <ada@fenn.example>\n{'x' * 5_000}\n", 1),
    "an odd line": ("Ada Fenn <ada@fenn.example>\n@@@ ;;; <<>> ((\n", 1),
    "others who are counted": ("Present: Ada Fenn, Bo Lind and 3 others\n", 1),
}


def said_of(roster: Roster) -> str:
    """All that is told of a list: its people, what was kept beside them, and what was not read."""
    people = (
        " ".join((d.name, d.organisation, d.role, d.email, d.remarks, d.unclear, *(f"{c}" for _, c in d.extra)))
        for d in roster.drafts
    )
    return "\n".join((*people, *(line.text for line in roster.lines)))


@pytest.mark.parametrize("which", LISTS)
def test_every_address_and_every_line_of_a_list_is_read_or_named(which: str) -> None:
    text, at_least = LISTS[which]
    roster = read_roster(text.encode())
    said = said_of(roster)
    kept = {d.email for d in roster.drafts} | {
        word.strip(",") for d in roster.drafts for word in d.remarks.split()
    }
    unread = " ".join(line.text + line.remark for line in roster.not_read)
    assert len(kept - {""}) + len(roster.not_read) >= at_least
    assert all(line.people or line.remark for line in roster.lines)
    for word in ("ada@fenn.example", "ada.home@fenn.example", "Ada Fenn"):
        assert word not in text or word in said
    assert "Second" not in text or ("Second" in unread and "1 person" in unread)


def text_in(file: Path) -> str:
    """What somebody reads in a file."""
    content = file.read_bytes()
    match file.suffix:
        case ".pdf":
            return pdf_text(content)
        case ".html":
            return Page(content.decode()).visible
        case ".docx" | ".odt":
            part = "word/document.xml" if file.suffix == ".docx" else "content.xml"
            with zipfile.ZipFile(BytesIO(content)) as archive:
                return archive.read(part).decode()
        case ".xlsx":
            book = openpyxl.load_workbook(BytesIO(content))
            return "\n".join(str(cell.value) for sheet in book for row in sheet for cell in row)
        case _:
            return content.decode()


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("suffix", [one for one in suffixes() if one not in ("ics", "eml")])
def test_the_end_of_a_long_note_is_in_every_format_or_it_says_that_it_is_not(
    suffix: str, length: int, tmp_path: Path
) -> None:
    session = noted("A word " * (length // 7) + END)
    target = tmp_path / f"out.{suffix}"
    export(session, target, Choices(names=NameStyle.FULL), now=NOW, fonts=FONTS)
    text = " ".join(text_in(target).split())
    assert END in text or CUT_SHORT.strip() in text


@pytest.mark.parametrize("suffix", [one for one in suffixes() if one not in ("ics", "eml", "csv")])
def test_everyone_with_a_long_and_odd_name_is_in_every_format(suffix: str, tmp_path: Path) -> None:
    session = noted("A note")
    long = "Wolfeschlegelsteinhausenbergerdorff"
    people = tuple(replace(person, name=f"Zoë{at} {long}") for at, person in enumerate(session.people))
    target = tmp_path / f"out.{suffix}"
    export(replace(session, people=people), target, Choices(names=NameStyle.FULL), now=NOW, fonts=FONTS)
    text = "".join(text_in(target).split())
    assert all(f"Zoë{at}" in text for at in range(len(people)))


def test_a_field_that_holds_no_more_says_so(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    limit_length(field, 20)
    QGuiApplication.clipboard().setText("x" * 30)
    field.paste()
    assert field.text() == "x" * 20
    assert field.accessibleDescription() == "Only the first 20 letters fit here."
    field.backspace()
    assert field.accessibleDescription() == ""


def test_every_field_with_a_limit_says_so() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "desktop").rglob("*.py")
        if "setMaxLength(" in path.read_text("utf-8") and path.name != "limited_length.py"
    ]
    assert silent == []
