"""Each export in the two languages that nobody speaks: no text of ours outside brackets, and all is mirrored."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import docx
import openpyxl
import pytest
from icalendar import Calendar

from formats.exports import (
    Audience,
    Choices,
    NameStyle,
    agenda_ahead,
    agenda_email,
    agenda_text,
    figures,
    note_sheets,
    reflection,
    room_cards,
    run_sheet,
    slips,
    suffixes,
    summarise,
    year_of,
)
from formats.exports.document import Document
from formats.exports.plain_text import write as write_plain_text
from formats.exports.record import links_of, record_of
from formats.exports.summary_document import document_of
from formats.exports.writers import write_document, write_summary
from formats.language import Language
from formats.language.direction import FIRST_STRONG_ISOLATE, POP_ISOLATE
from formats.language.pseudo import ACCENTED, FROM_THE_RIGHT
from formats.session.session import Session
from tests.exports.readers import pdf_text
from tests.exports.sessions import NOW, reference_session, roster

SESSION = reference_session()
PLANNED = replace(SESSION, events=())
PAPER = (run_sheet, room_cards, note_sheets, slips, agenda_ahead)
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April Feb am pm"
OURS_BY_NAME = "Europe London UTC clearing"
"""Names that are the same in every language."""
_BRACKETED = re.compile(r"\[[^\[\]]*\]")
_WORD = re.compile(r"[^\W\d_]{2,}")
_MARK_OF_LENGTH = "·"


def choices(language: Language, names: NameStyle = NameStyle.FULL) -> Choices:
    """Everything that can leave, in a language."""
    return Choices(names=names, timings=True, language=language)


def minutes_in(language: Language) -> Document:
    """The minutes of the reference session."""
    return document_of(summarise(SESSION, choices(language), NOW))


def typed_words(session: Session) -> set[str]:
    """All words that people typed, and those that a date has."""
    people = (text for one in session.people for text in (one.name, one.role, one.organisation, one.email))
    stages = (text for stage in session.agenda.stages for text in (stage.title, stage.question))
    following = session.next_session
    texts = (
        session.title,
        session.series,
        following.title if following else "",
        *people,
        *stages,
        *(part.title for part in session.agenda.parts),
        *(note.text for note in session.notes),
    )
    return set(_WORD.findall(" ".join(texts).casefold())) | set(_WORD.findall(f"{DAYS} {OURS_BY_NAME}".casefold()))


def words_outside(text: str, session: Session = SESSION) -> list[str]:
    """The words of a text that are in no brackets and that nobody typed."""
    plain = text.replace("\n", " ")
    while (shorter := _BRACKETED.sub(" ", plain)) != plain:
        plain = shorter
    typed = typed_words(session)
    return [word for word in _WORD.findall(plain) if word.casefold() not in typed]


def documents(language: Language) -> dict[str, Document]:
    """Each document that is read."""
    asked = choices(language)
    year = year_of((SESSION,), asked, NOW)
    anonymous = replace(asked, audience=Audience.ANYONE, names=NameStyle.NONE)
    return {
        "minutes": minutes_in(language),
        "minutes by role": document_of(summarise(SESSION, choices(language, NameStyle.ROLES), NOW)),
        "summary for anyone": document_of(summarise(SESSION, anonymous, NOW)),
        "year": reflection(year),
        "figures": figures(year),
        "record": record_of(roster()[0], (SESSION,), asked, NOW),
        "links": links_of(SESSION, asked, NOW),
    }


@pytest.mark.parametrize("what", documents(ACCENTED))
def test_no_text_of_ours_in_a_document_is_outside_brackets(what: str) -> None:
    assert not words_outside(write_plain_text(documents(ACCENTED)[what]))


@pytest.mark.parametrize("make", PAPER, ids=lambda make: make.__name__)
def test_no_text_of_ours_on_paper_is_outside_brackets(make: Callable[..., bytes], fonts: Path) -> None:
    made = make(PLANNED, now=NOW, fonts=fonts, language=ACCENTED)
    # Lines are broken anywhere, so brackets need not close on the page: what is ours shows by its accents.
    plain = {word for word in _WORD.findall(pdf_text(made)) if word.isascii()}
    assert not {word for word in plain if word.casefold() not in typed_words(PLANNED)} - _short_of_accents(plain)


def _short_of_accents(words: set[str]) -> set[str]:
    """Words of letters that have no accent in the language made for trying."""
    return {word for word in words if not set(word) - set("bdfhjkmpqtvwxBFHJMPQVWX")}


def test_no_text_of_ours_in_a_message_is_outside_brackets(fonts: Path) -> None:
    summary = summarise(SESSION, choices(ACCENTED), NOW)
    mail = message_from_bytes(write_summary(summary, Path("x.eml"), fonts), policy=default)
    ahead = message_from_bytes(agenda_email(PLANNED, now=NOW, fonts=fonts, language=ACCENTED), policy=default)
    for one in (mail, ahead):
        body = one.get_body()
        assert body is not None
        assert not words_outside(body.get_content())
        assert not words_outside(str(one["Subject"]))
        assert "Content-Language: en\n" in one.as_string()
    assert not words_outside(agenda_text(PLANNED, now=NOW, language=ACCENTED))


def test_what_a_calendar_shows_is_in_the_language_and_its_fields_are_not(fonts: Path) -> None:
    held = replace(SESSION, next_session=replace(SESSION.next_session, joining="https://example.org/call"))
    summary = summarise(held, choices(ACCENTED), NOW)
    (event,) = Calendar.from_ical(write_summary(summary, Path("x.ics"), fonts)).walk("VEVENT")
    assert "[Höw" in event["DESCRIPTION"]
    assert event["STATUS"] == "CONFIRMED"


def test_a_spreadsheet_is_in_the_language_and_values_for_programs_are_in_english(fonts: Path) -> None:
    summary = summarise(SESSION, choices(ACCENTED), NOW)
    book = openpyxl.load_workbook(BytesIO(write_summary(summary, Path("x.xlsx"), fonts)))
    heads = [str(cell.value) for sheet in book for cell in sheet[1]]
    assert all(head.startswith("[") and head.endswith("]") for head in heads)
    values = write_summary(summary, Path("x.csv"), fonts).decode("utf-8-sig").splitlines()
    assert values[0] == '"Part","Round","Room","Stage","Kind","Note","Who","By","Done"'


@pytest.mark.parametrize("suffix", suffixes())
def test_every_format_is_written_in_both(suffix: str, fonts: Path) -> None:
    for language in (ACCENTED, FROM_THE_RIGHT):
        assert write_summary(summarise(SESSION, choices(language), NOW), Path(f"x.{suffix}"), fonts)


def test_a_word_file_is_mirrored(fonts: Path) -> None:
    content = write_document(minutes_in(FROM_THE_RIGHT), Path("x.docx"), fonts)
    word = docx.Document(BytesIO(content))
    assert "<w:bidi/>" in word.styles["Normal"].element.xml
    with ZipFile(BytesIO(content)) as archive:
        body = archive.read("word/document.xml").decode()
    assert body.count("<w:bidiVisual/>") == body.count("<w:tbl>") == len(word.tables)
    box = word.styles["Key note"].element.xml
    assert 'w:right w:val="single" w:sz="36"' in box


def test_an_open_document_is_mirrored(fonts: Path) -> None:
    content = write_document(minutes_in(FROM_THE_RIGHT), Path("x.odt"), fonts)
    with ZipFile(BytesIO(content)) as archive:
        styles, body = archive.read("styles.xml").decode(), archive.read("content.xml").decode()
    assert 'style:language-complex="ar"' in styles
    assert styles.count('style:writing-mode="rl-tb"') == 2  # the page, and every paragraph
    assert 'style:writing-mode="rl-tb"' in body
    assert 'style:writing-mode="lr-tb"' in styles  # for what runs the other way


def test_a_picture_is_mirrored() -> None:
    (drawn,) = (block for block in minutes_in(FROM_THE_RIGHT).blocks if hasattr(block, "svg"))
    (as_ever,) = (block for block in minutes_in(ACCENTED).blocks if hasattr(block, "svg"))
    assert first_bar(drawn.svg) > 320 > first_bar(as_ever.svg)
    assert 'direction="ltr"' in drawn.svg


def first_bar(svg: str) -> float:
    """Where the first bar of a drawing begins."""
    return float(next(one for one in ElementTree.fromstring(svg) if one.tag.endswith("rect")).attrib["x"])


def test_mixed_text_is_set_apart_where_no_format_does_it() -> None:
    for suffix in ("txt", "md"):
        text = write_document(minutes_in(FROM_THE_RIGHT), Path(f"x.{suffix}"), Path()).decode()
        assert f"{FIRST_STRONG_ISOLATE}Start with one story, not the whole strategy.{POP_ISOLATE}" in text
        assert text.count(FIRST_STRONG_ISOLATE) == text.count(POP_ISOLATE)


def test_a_spreadsheet_begins_at_the_right(fonts: Path) -> None:
    summary = summarise(SESSION, choices(FROM_THE_RIGHT), NOW)
    book = openpyxl.load_workbook(BytesIO(write_summary(summary, Path("x.xlsx"), fonts)))
    assert all(sheet.sheet_view.rightToLeft for sheet in book)


def test_english_has_no_marks_of_direction(fonts: Path) -> None:
    text = json.dumps(write_plain_text(document_of(summarise(SESSION, Choices(), NOW))), ensure_ascii=False)
    assert FIRST_STRONG_ISOLATE not in text
