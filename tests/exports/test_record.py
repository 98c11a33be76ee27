"""The record of one person: when they came and what they did; and the links of one session."""

from dataclasses import replace
from pathlib import Path

import pytest

from formats.exports import Choices, NameStyle, export_links, export_record, markdown, page_suffixes
from formats.exports.record import links_of, record_of
from formats.session.people import Person
from formats.session.session import Session
from tests.exports.conftest import FONTS
from tests.exports.readers import pdf_of
from tests.exports.sessions import NOW, a_note, a_session, reference_session, roster

BETH, AMINA = roster()[1], roster()[0]


def record(person: Person, *sessions: Session) -> str:
    return markdown.write(record_of(person, sessions, Choices(), NOW))


def test_it_says_when_they_came_for_how_long_and_what_they_did() -> None:
    text = record(AMINA, reference_session())

    assert text.startswith("# Attendance record: Amina Yusuf\n\n1 session, ")
    assert "Thursday 23 February 2023" in text
    assert "presented" in text
    assert "took part" in record(BETH, reference_session())


def test_it_holds_their_own_next_steps_and_room_to_reflect() -> None:
    text = record(BETH, reference_session())

    assert "Email members about the March reflection" in text
    assert "Collect three stories of success" not in text
    assert "What do I want to try next?" in text


def test_nobody_else_is_named_in_it() -> None:
    session = a_session([replace(a_note("Amina and Beth agreed with Hana"), is_key=True)])
    text = record(BETH, session)

    assert "and Beth agreed with" in text
    assert not [name for name in ("Amina", "Hana") if name in text]


def test_whoever_left_early_came_and_whoever_never_came_has_no_session() -> None:
    assert "1 session" in record(BETH, replace(a_session(), away=frozenset({BETH.id})))
    assert "No session yet." in record(Person("x", "Zoë Quist"), a_session())


@pytest.mark.parametrize("suffix", page_suffixes())
def test_it_is_one_page_in_every_format_that_is_read(suffix: str, tmp_path: Path) -> None:
    target = tmp_path / f"out.{suffix}"
    export_record(BETH, [reference_session()], target, Choices(), now=NOW, fonts=FONTS)

    assert target.stat().st_size > 100
    if suffix == "pdf":
        assert len(pdf_of(target.read_bytes()).pages) == 1


def test_links_are_listed_once_with_what_was_said_of_them_and_never_with_a_hidden_name(tmp_path: Path) -> None:
    notes = [
        a_note("Hana's map https://example.org/map"),
        a_note("again https://example.org/map"),
        a_note("https://example.org/secret", private=True),
        a_note("see https://example.org/hana-novakova"),
    ]
    text = markdown.write(links_of(a_session(notes), Choices(names=NameStyle.NONE), NOW))

    assert text.count("https://example.org/map") == 1
    assert "secret" not in text
    assert "ovak" not in text.casefold()
    target = export_links(a_session(notes), tmp_path / "links.txt", Choices(), now=NOW, fonts=FONTS)
    assert "https://example.org/map" in target.read_text("utf-8")
