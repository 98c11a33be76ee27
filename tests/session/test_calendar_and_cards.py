"""An invitation gives its people with their answers and says what it invites to; cards give people."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from formats.session.roster import Meeting, Roster, RosterError
from formats.session.roster.reading import read_pasted, read_roster

FILES = Path(__file__).parent / "rosters" / "invitations"


def invitation(*lines: str) -> Roster:
    """A calendar file with one meeting of these lines."""
    whole = ("BEGIN:VCALENDAR", "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR")
    return read_roster("\r\n".join(whole).encode())


def meeting(*lines: str) -> Meeting:
    found = invitation("ATTENDEE;CN=Ada Fenn:mailto:ada@fenn.example", *lines).meeting
    assert found is not None
    return found


def test_an_outlook_invitation_is_read_whole() -> None:
    roster = read_roster((FILES / "outlook.ics").read_bytes())
    assert [(draft.name, draft.away, draft.remarks) for draft in roster.drafts] == [
        ("Amina Yusuf", False, "organiser"),
        ("Beth O'Neill", False, ""),
        ("Callum Reid", True, "declined, On leave that week"),
        ("Dele Adeyemi", False, "tentative, optional"),
        ("Hana", False, "no answer yet"),
    ]
    assert roster.drafts[0].organisation == "LOTHIAN HEALTH"
    assert [line.text for line in roster.not_read] == ["Meeting Room 3"]
    assert roster.meeting == Meeting(
        title="February peer assist, northern carers",
        starts=datetime(2023, 2, 23, 16, 30),  # noqa: DTZ001  a time on the wall
        length=timedelta(hours=1),
        zone="Europe/London",
        place="Cope Centre, Leith",
        joining="https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc%40thread.v2/0?context=x",
    )


@pytest.mark.parametrize(
    ("answer", "away", "remark"),
    [
        ("ACCEPTED", False, ""),
        ("DECLINED", True, "declined"),
        ("TENTATIVE", False, "tentative"),
        ("NEEDS-ACTION", False, "no answer yet"),
        ("DELEGATED", True, "declined"),
    ],
)
def test_each_answer_is_kept(answer: str, away: bool, remark: str) -> None:
    (draft,) = invitation(f"ATTENDEE;PARTSTAT={answer};CN=Ada Fenn:mailto:ada@fenn.example").drafts
    assert (draft.name, draft.away, draft.remarks) == ("Ada Fenn", away, remark)


def test_an_answer_that_nobody_knows_is_asked_about() -> None:
    (draft,) = invitation("ATTENDEE;PARTSTAT=X-PERHAPS;CN=Ada Fenn:mailto:ada@fenn.example").drafts
    assert (draft.away, draft.unclear) == (False, "x-perhaps")


@pytest.mark.parametrize(
    ("called", "name"),
    [
        ('CN="Fenn, Ada"', "Ada Fenn"),
        ("CN=FENN Ada", "Ada Fenn"),
        ('CN="ada@fenn.example"', "Ada"),
        ("ROLE=CHAIR", "Ada"),
    ],
)
def test_a_name_is_turned_round_or_taken_from_the_address(called: str, name: str) -> None:
    (draft,) = invitation(f"ATTENDEE;{called}:MAILTO:ada@fenn.example").drafts
    assert (draft.name, draft.email) == (name, "ada@fenn.example")


def test_who_invites_and_is_invited_is_one_person() -> None:
    roster = invitation(
        "ORGANIZER;CN=Ada Fenn:mailto:ada@fenn.example",
        "ATTENDEE;PARTSTAT=ACCEPTED;CN=Ada Fenn:mailto:Ada@Fenn.example",
    )
    assert [(draft.name, draft.remarks) for draft in roster.drafts] == [("Ada Fenn", "organiser")]


@pytest.mark.parametrize(
    ("lines", "length"),
    [
        (("DTSTART:20230223T163000Z", "DTEND:20230223T180000Z"), timedelta(minutes=90)),
        (("DTSTART:20230223T163000Z", "DURATION:PT1H15M"), timedelta(minutes=75)),
        (
            ("DTSTART;TZID=Europe/London:20230223T163000", "DTEND;TZID=Europe/Berlin:20230223T183000"),
            timedelta(hours=1),
        ),
        (("DTSTART:20230223T163000Z",), None),
        (("DTSTART:20230223T163000Z", "DTEND:20230223T153000Z"), None),
    ],
)
def test_the_length_is_read_from_what_is_there(lines: tuple[str, ...], length: timedelta | None) -> None:
    assert meeting(*lines).length == length


@pytest.mark.parametrize(
    ("zone", "usual"),
    [
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("/freeassociation.sourceforge.net/Europe/London", "Europe/London"),
        ("America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"),
        ("Customized Time Zone", "Customized Time Zone"),
    ],
)
def test_zones_have_their_usual_names(zone: str, usual: str) -> None:
    assert meeting(f'DTSTART;TZID="{zone}":20230223T163000').zone == usual


@pytest.mark.parametrize(
    "line",
    [
        "LOCATION:https://zoom.us/j/123",
        "DESCRIPTION:Agenda https://example.org/a\\n\\nJoin: https://zoom.us/j/123.",
        "X-GOOGLE-CONFERENCE:https://zoom.us/j/123",
        "CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://zoom.us/j/123",
    ],
)
def test_the_link_to_join_is_found_wherever_it_stands(line: str) -> None:
    found = meeting(line)
    assert (found.joining, found.place) == ("https://zoom.us/j/123", "")


def test_a_cancelled_meeting_says_so() -> None:
    assert meeting("STATUS:CANCELLED").cancelled
    assert not meeting("STATUS:CONFIRMED").cancelled


def test_an_alarm_and_a_moved_day_say_nothing_of_the_meeting() -> None:
    found = meeting("SUMMARY:Circle", "BEGIN:VALARM", "DTSTART:20200101T000000Z", "END:VALARM")
    assert (found.title, found.starts) == ("Circle", None)


@pytest.mark.parametrize("date", ["20231345T163000Z", "tomorrow", ""])
def test_a_date_that_is_none_is_left_out(date: str) -> None:
    assert meeting(f"DTSTART:{date}").starts is None


def test_a_calendar_without_a_meeting_is_refused_in_a_sentence() -> None:
    with pytest.raises(RosterError, match="There is no meeting in this calendar file"):
        read_roster(b"BEGIN:VCALENDAR\nEND:VCALENDAR\n")


def test_cards_of_every_age_give_people() -> None:
    roster = read_roster((FILES / "people.vcf").read_bytes())
    assert [(d.name, d.organisation, d.role, d.email, d.remarks) for d in roster.drafts] == [
        ("Dr. Hana Nováková", "Lothian Health, Oncology", "nurse", "hana@lothian.example", "likes tea, no milk"),
        ("Łukasz Żółć", "", "", "lukasz@most.example", ""),
    ]
    assert [line.text for line in roster.not_read] == ["Cope Scotland"]


def test_a_card_that_is_pasted_is_read_as_well() -> None:
    (draft,) = read_pasted("BEGIN:VCARD\nN:de Wit;Anna;;;\nEND:VCARD").drafts
    assert draft.name == "Anna de Wit"
