"""What is sent ahead of a session says when, where and what, and names nobody."""

from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from pathlib import Path

from formats.exports import agenda_ahead, agenda_email, agenda_text, markdown
from formats.exports.agenda_ahead import document_ahead
from formats.session.dates.date_style import DateStyle
from formats.session.session import Session
from tests.exports.readers import pdf_text
from tests.exports.sessions import NOW, a_session, reference_session

PLANNED = replace(
    reference_session(), events=(), notes=(), place="Cope Centre, upper hall", joining="https://meet.example.org/x"
)


def text_of(session: Session) -> str:
    return markdown.write(document_ahead(session, NOW, DateStyle(clock="HH:mm")))


def test_it_says_when_where_and_how_to_join() -> None:
    text = text_of(PLANNED)

    for said in (
        "Thursday 23 February 2023",
        "16:30 to 17:30",
        "Cope Centre, upper hall",
        "https://meet.example.org/x",
    ):
        assert said in text


def test_each_part_has_its_time_and_its_minutes() -> None:
    lines = [line for line in text_of(PLANNED).splitlines() if line.startswith("| 1")]

    assert lines == [
        "| 16:30 | Longer out-breath | 5 |",
        "| 16:35 | Check-in | 6 |",
        "| 16:41 | Peer Assist | 34 |",
        "| 17:15 | Close and next date | 5 |",
    ]


def test_it_tells_the_question_of_the_check_in() -> None:
    assert "Something you are looking forward to" in text_of(PLANNED)


def test_it_names_nobody_and_holds_no_instruction() -> None:
    text = text_of(PLANNED)

    assert [person.name for person in PLANNED.people if person.name.split()[0] in text] == []


def test_without_place_or_link_it_is_silent_about_them() -> None:
    text = text_of(replace(PLANNED, place="", joining=""))

    assert "Place" not in text
    assert "How to join" not in text


def test_it_is_a_pdf(fonts: Path) -> None:
    assert "What we will do" in pdf_text(agenda_ahead(PLANNED, now=NOW, fonts=fonts))


def test_it_can_be_sent_as_a_draft_whose_readers_do_not_see_each_other(fonts: Path) -> None:
    draft = message_from_bytes(agenda_email(a_session(), now=NOW, fonts=fonts), policy=default)
    body, attached = draft.iter_parts()

    assert draft["Subject"] == "February peer assist: agenda for Thursday 23 February 2023"
    assert draft["Bcc"].startswith("amina@example.org, beth@example.org")
    assert (draft["To"], draft["X-Unsent"]) == (None, "1")
    assert "Peer Assist" in body.get_content()
    assert (attached.get_content_type(), attached.get_filename()) == ("application/pdf", "agenda.pdf")
    assert attached.get_content().startswith(b"%PDF")


def test_it_can_be_copied_as_text() -> None:
    text = agenda_text(a_session(), now=NOW)
    assert text.startswith("February peer assist\n====")
    assert "What we will do" in text
    assert "- 4:30 pm: Longer out-breath (5 min)" in text.replace("\u202f", " ").replace("\u00a0", " ")
