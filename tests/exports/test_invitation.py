"""The invitation, opened again by a calendar and by a mail reader."""

from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest

from formats.exports import (
    Audience,
    Choices,
    ExportError,
    NameStyle,
    export,
    invitation,
    markdown,
    recipients_sentence,
    summarise,
)
from formats.session.next_session import with_next_session, without_next_session
from formats.session.people import Person
from formats.session.roster.reading import read_roster
from formats.session.session import Session
from tests.exports.sessions import HOSTILE, NOW, a_document, reference_session

LINK = "Teams, https://meet.example.org/network, code 4711"
ZOFIA = Person("z", "Zofia Zielińska", email="zofia.zielińska@example.org")


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
    [attached] = message.iter_attachments()
    assert attached.get_content_type() == "text/calendar"
    assert dict(attached["Content-Type"].params) == {"charset": "utf-8", "method": "PUBLISH"}
    assert attached.get_filename() == "invitation.ics"


def test_it_is_addressed_only_where_everyone_is_named_anyway() -> None:
    assert "hana@example.org" in draft(reference_session())["Bcc"]
    for choices in (Choices(names=NameStyle.FIRST), Choices(Audience.NETWORK), Choices(Audience.ANYONE)):
        assert draft(reference_session(), choices)["Bcc"] is None


def test_whose_address_cannot_be_read_is_left_out_and_named() -> None:
    session = reference_session()
    odd = replace(session.people[0], email="a@b.org\r\nCc: everyone@example.org")
    session = replace(session, people=(odd, *session.people[1:3]))

    assert draft(session)["Bcc"] == "beth@example.org, callum@example.org"
    assert (
        recipients_sentence(summarise(session, Choices(), NOW))
        == "The draft goes to 2 addresses. Amina Yusuf has no address that can be read."
    )


def test_where_nobody_may_be_named_it_says_that_the_draft_has_no_addresses() -> None:
    summary = summarise(reference_session(), Choices(Audience.NETWORK), NOW)

    assert recipients_sentence(summary) == "The draft has no addresses: add them in your mail program."


def test_a_name_in_other_letters_is_one_that_mail_can_carry() -> None:
    session = replace(titled("Frühling: Žofia, 春の会"), people=(ZOFIA,))
    content = invitation.email(summarise(session, Choices(), NOW))
    message = draft(session)

    assert message["Subject"].startswith("Frühling: Žofia, 春の会")
    assert message["Bcc"] == "zofia.zielińska@example.org"
    assert all(len(line) <= 998 for line in content.split(b"\r\n"))


def with_next(**changed: object) -> Session:
    session = reference_session()
    assert session.next_session is not None
    return with_next_session(session, replace(session.next_session, **changed))  # type: ignore[arg-type]  # named by the tests


def test_a_changed_date_is_the_same_event_with_a_higher_number() -> None:
    before = calendar(reference_session()).events[0]
    after = calendar(with_next(starts_at=datetime(2023, 4, 13, 15, 30, tzinfo=UTC))).events[0]

    assert after["uid"] == before["uid"]
    assert (before["sequence"], after["sequence"]) == (0, 1)
    assert after["organizer"] == before["organizer"]
    assert after["dtstart"].dt == datetime(2023, 4, 13, 16, 30, tzinfo=ZoneInfo("Europe/London"))


def test_a_date_that_was_taken_away_leaves_calendars_again() -> None:
    session = without_next_session(reference_session())
    file, message = calendar(session), draft(session)
    [attached] = message.iter_attachments()

    assert (file["method"], file.events[0]["status"], file.events[0]["sequence"]) == ("CANCEL", "CANCELLED", 1)
    assert file.events[0]["uid"] == calendar(reference_session()).events[0]["uid"]
    assert attached["Content-Type"].params["method"] == "CANCEL"
    assert message["Subject"].startswith("Called off: April Troika")
    assert "Next session" not in markdown.write(a_document(session, Choices(), NOW))


def test_it_says_where_how_to_join_and_who_organises() -> None:
    session = with_next(place="Cope Centre, upper hall", joining=LINK, organiser="Beth <beth@example.org>")
    event, message = calendar(session).events[0], draft(session)
    body = message.get_body()
    assert body is not None

    assert event["location"] == "Cope Centre, upper hall"
    assert event["url"] == "https://meet.example.org/network"
    assert event["organizer"] == "mailto:beth@example.org"
    assert message["From"] == "beth@example.org"
    assert f"Place: Cope Centre, upper hall\nHow to join: {LINK}" in "\n".join(body.get_content().splitlines())


@pytest.mark.parametrize("suffix", ["md", "txt", "html", "ics", "eml"])
def test_place_and_joining_line_are_in_every_format_but_not_for_just_anyone(
    suffix: str, tmp_path: Path, fonts: Path
) -> None:
    session = with_next(place="Upper hall", joining=LINK)
    target = tmp_path / f"out.{suffix}"

    export(session, target, Choices(), now=NOW, fonts=fonts)
    text = unfolded(target)
    assert "Upper hall" in text
    assert "meet.example.org/network" in text
    export(session, target, Choices(Audience.ANYONE), now=NOW, fonts=fonts)
    assert "meet.example.org" not in unfolded(target)


def test_its_zone_can_be_another_than_that_of_this_session() -> None:
    session = with_next(timezone="America/New_York")

    assert calendar(session).events[0]["dtstart"].dt == datetime(
        2023, 4, 6, 11, 30, tzinfo=ZoneInfo("America/New_York")
    )


def test_a_zone_that_nobody_knows_is_written_in_utc() -> None:
    event = calendar(with_next(timezone="Nowhere/At All")).events[0]

    assert event["dtstart"].dt == datetime(2023, 4, 6, 15, 30, tzinfo=UTC)


def test_lines_are_folded_by_octets_and_end_as_calendars_want() -> None:
    session = with_next(title="春の会" * 60, place="Œuvre, upper; hall\\ " * 9)
    content = invitation.calendar(summarise(session, Choices(), NOW))
    lines = content.split(b"\r\n")

    assert all(len(line) <= 75 for line in lines)
    assert all(line.decode() is not None for line in lines)
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert b"SUMMARY:" + ("春の会" * 60).encode() in content.replace(b"\r\n ", b"")


def test_our_own_reader_of_invitations_reads_it() -> None:
    session = with_next(place="Cope Centre, upper hall", joining=LINK)
    meeting = read_roster(invitation.calendar(summarise(session, Choices(), NOW))).meeting
    assert meeting is not None

    assert (meeting.title, meeting.zone) == ("April Troika", "Europe/London")
    assert meeting.starts is not None
    assert meeting.starts.isoformat() == "2023-04-06T16:30:00"
    assert (meeting.length, meeting.place) == (reference_session().slot, "Cope Centre, upper hall")
    assert meeting.joining == "https://meet.example.org/network"


def unfolded(file: Path) -> str:
    """What a file says, with no line broken for its format."""
    content = file.read_bytes()
    if file.suffix == ".eml":
        message = message_from_bytes(content, policy=policy.default)
        parts = [part.get_payload(decode=True) for part in message.walk() if not part.is_multipart()]
        content = b"\n".join(part for part in parts if isinstance(part, bytes))
    return content.replace(b"\r\n ", b"").decode()


def test_without_a_next_session_it_says_so() -> None:
    with pytest.raises(ExportError, match="no date yet"):
        calendar(replace(reference_session(), next_session=None))
