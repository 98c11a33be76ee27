"""The invitation, opened again by a calendar and by a mail reader."""

from dataclasses import replace
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from zoneinfo import ZoneInfo

import icalendar
import pytest

from formats.exports import Audience, Choices, ExportError, NameStyle, invitation, summarise
from formats.session.session import Session
from tests.exports.sessions import HOSTILE, NOW, reference_session


def calendar(session: Session) -> icalendar.Calendar:
    found = icalendar.Calendar.from_ical(invitation.calendar(summarise(session, Choices(), NOW)))
    assert isinstance(found, icalendar.Calendar)
    return found


def draft(session: Session, choices: Choices | None = None) -> EmailMessage:
    content = invitation.email(summarise(session, choices or Choices(), NOW))
    found = message_from_bytes(content, policy=policy.default)
    assert isinstance(found, EmailMessage)
    return found


def titled(title: str) -> Session:
    session = reference_session()
    assert session.next_session is not None
    return replace(session, next_session=replace(session.next_session, title=title))


def test_a_calendar_reads_title_time_and_zone() -> None:
    event = calendar(reference_session()).events[0]
    start = event["dtstart"].dt

    assert event["summary"] == "April Troika"
    assert start == datetime(2023, 4, 6, 16, 30, tzinfo=ZoneInfo("Europe/London"))
    assert event["dtend"].dt - start == reference_session().slot
    assert calendar(reference_session()).timezones[0]["tzid"] == "Europe/London"


@pytest.mark.parametrize("text", HOSTILE)
def test_a_title_adds_no_line_to_the_calendar_and_no_header_to_the_email(text: str) -> None:
    session = titled(text)
    message = draft(session)

    assert len(calendar(session).events) == 1
    assert [c.name for c in calendar(session).events[0].subcomponents] == []
    assert set(message.keys()) <= {
        "Subject", "Bcc", "X-Unsent", "Content-Language", "MIME-Version", "Content-Type",
    }  # fmt: skip
    assert "everyone@example.org" not in str(message["Bcc"])


def test_the_email_is_a_draft_with_the_open_steps_and_the_date_attached() -> None:
    message = draft(reference_session())
    body = message.get_body()
    assert body is not None

    assert message["X-Unsent"] == "1"
    assert message["Subject"] == "April Troika: Thursday 6 April 2023, 4:30 to 5:30 pm"
    assert "- Collect three stories of success (Ruth Abara, by 6 April)" in body.get_content()
    assert [part.get_content_type() for part in message.iter_attachments()] == ["text/calendar"]


def test_it_is_addressed_only_where_everyone_is_named_anyway() -> None:
    assert "hana@example.org" in draft(reference_session())["Bcc"]
    for choices in (Choices(names=NameStyle.FIRST), Choices(Audience.NETWORK), Choices(Audience.ANYONE)):
        assert draft(reference_session(), choices)["Bcc"] is None


def test_an_address_that_is_none_is_left_out() -> None:
    session = reference_session()
    odd = replace(session.people[0], email="a@b.org\r\nCc: everyone@example.org")
    message = draft(replace(session, people=(odd, *session.people[1:3])))

    assert message["Bcc"] == "beth@example.org, callum@example.org"


def test_without_a_next_session_it_says_so() -> None:
    with pytest.raises(ExportError, match="no date yet"):
        calendar(replace(reference_session(), next_session=None))
