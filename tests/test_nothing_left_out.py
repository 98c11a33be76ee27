"""What is left out is said: no reader, writer or field drops a person, an address or an end of a text unsaid."""

import zipfile
from dataclasses import replace
from email import message_from_bytes, policy
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.widgets.limited_length import limit_length
from formats.exports import (
    Choices,
    NameStyle,
    agenda_ahead,
    export,
    invitation,
    room_cards,
    run_sheet,
    suffixes,
    summarise,
)
from formats.exports.spreadsheet import CUT_SHORT
from formats.library.pack_files import read_pack
from formats.library.packs import make_pack, merge_pack
from formats.library.repository import SessionRepository
from formats.session.agenda import Agenda, Part, StageKind
from formats.session.roster import Roster
from formats.session.roster.reading import read_roster
from formats.session.session import Session
from tests.exports.conftest import FONTS
from tests.exports.readers import Page, pdf_text
from tests.exports.sessions import NOW, noted, reference_session
from tests.library.builders import in_memory

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
    assert END in text or str(CUT_SHORT).strip() in text


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


WORDS = "zwölf Boxkämpfer — «x» & <y> ‘z’ 寿司 مرحبا "
ODD = "\u202eback\u202c e\u0301 \U0001f469\u200d\U0001f52c "


def long(end: str, length: int = 400) -> str:
    """A text of odd signs, long, that ends with a word to look for."""
    return f"{(WORDS + ODD) * (length // len(WORDS + ODD))}{end}"


def overlong() -> Session:
    """The reference session, before it was run, with more in each field than anybody types."""
    session = reference_session()
    following = session.next_session
    assert following is not None
    return replace(
        session,
        title=long("endoftitle"),
        place=long("endofplace"),
        joining=f"https://meet.example.org/{'x' * 300}/endofjoining",
        agenda=Agenda(tuple(map(_overlong, session.agenda.parts))),
        events=(),
        notes=(),
        people=tuple(
            replace(one, name=f"{one.name} {'Lang' * 20} Ende{at}") for at, one in enumerate(session.people)
        ),
        next_session=replace(
            following,
            title=long("endofnext"),
            place=long("endofhall"),
            joining=f"https://meet.example.org/{'y' * 300}/endoflink",
        ),
    )


def _overlong(part: Part) -> Part:
    stages = tuple(
        replace(
            stage,
            title=long(f"endof{stage.key.stage.replace('-', '')}", 120),
            instruction=long("endofinstruction", 2_000),
            facilitator_line=long("endofownline"),
            question=long("endofquestion") if stage.kind is StageKind.CHECK_IN else stage.question,
        )
        for stage in part.stages
    )
    return replace(part, stages=stages)


def joined(text: str) -> str:
    """A text as one run of letters: paper breaks lines, and words that are longer than one."""
    return "".join(text.replace("\u00ad", "").split())


def stage_ends(session: Session) -> set[str]:
    """The last word of the title of each stage."""
    return {stage.title.split()[-1] for stage in session.agenda.stages}


def test_the_run_sheet_has_the_end_of_all_that_was_typed() -> None:
    session = overlong()
    text = joined(pdf_text(run_sheet(session, now=NOW, fonts=FONTS)))
    told = {"endoftitle", "endofplace", "endofjoining", "endofinstruction", "endofownline", *stage_ends(session)}
    assert {word for word in told if word not in text} == set()
    assert all(f"Ende{at}" in text for at in range(len(session.people)))


def test_the_cards_of_the_rooms_have_everyone_with_the_end_of_their_names() -> None:
    session = overlong()
    text = joined(pdf_text(room_cards(session, now=NOW, fonts=FONTS)))
    assert "endoftitle" in text
    seated = {person for one in session.rooms for room in one.rooms for person in room.people}
    assert seated
    assert all(f"Ende{at}" in text for at, person in enumerate(session.people) if person.id in seated)


def test_the_agenda_sent_ahead_has_the_end_of_all_that_was_typed() -> None:
    text = joined(pdf_text(agenda_ahead(overlong(), now=NOW, fonts=FONTS)))
    assert {w for w in ("endoftitle", "endofplace", "endofjoining", "endofquestion") if w not in text} == set()


def test_an_invitation_has_the_end_of_title_place_and_joining_line() -> None:
    content = invitation.calendar(summarise(overlong(), Choices(), NOW)).decode()
    unfolded = content.replace("\r\n ", "")
    assert {word for word in ("endofnext", "endofhall", "endoflink") if word not in unfolded} == set()


def test_a_draft_has_the_end_of_title_place_and_joining_line_and_every_address() -> None:
    session = overlong()
    people = tuple(replace(p, email=f"someone{at}@{'long' * 12}.example") for at, p in enumerate(session.people))
    message = message_from_bytes(
        invitation.email(summarise(replace(session, people=people), Choices(names=NameStyle.FULL), NOW)),
        policy=policy.default,
    )
    body = message.get_body()
    assert body is not None
    text = joined(body.get_content())
    assert {word for word in ("endofnext", "endofhall", "endoflink") if word not in text} == set()
    sent_to = f"{message['To']} {message['Bcc']}"
    assert [p.email for p in people if p.email not in sent_to] == []
    assert "endofnext" in joined(str(message["Subject"]))


def test_a_library_and_a_pack_keep_a_session_to_the_last_letter() -> None:
    session = overlong()
    one, other = in_memory(), in_memory()
    SessionRepository(one).keep_session(session)
    kept = SessionRepository(one).session(session.id)
    assert kept == session
    merge_pack(other, read_pack(make_pack(one, session.id)))
    carried = SessionRepository(other).session(session.id)
    assert carried is not None
    assert (carried.title, carried.place, carried.joining) == (session.title, session.place, session.joining)
    assert [person.name for person in carried.people] == [person.name for person in session.people]
    assert [stage.title for stage in carried.agenda.stages] == [stage.title for stage in session.agenda.stages]
