"""The invitation to the next session: a file for calendars, and an email draft that carries it."""

import re
from datetime import UTC, date, datetime
from email.message import EmailMessage
from email.policy import SMTP
from zoneinfo import ZoneInfo

from formats.exports.errors import ExportError
from formats.exports.passages import one_line
from formats.exports.summary import Invitation, Summary

ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


def calendar(summary: Summary) -> bytes:
    """The next session as a calendar file, with its time zone in it."""
    from icalendar import Calendar, Event, vText

    following = _next_session(summary)
    event = Event()
    event.add("uid", f"{summary.session_id}-next@clearing.invalid")
    event.add("dtstamp", summary.made_at)
    event.add("dtstart", _in_known_zone(following.starts_at))
    event.add("dtend", _in_known_zone(following.ends_at))
    event.add("summary", vText(str(following.title)))
    if summary.series.spans:
        event.add("description", vText(str(summary.series)))
    file = Calendar()
    file.add("prodid", "-//Clearing//Invitation//EN")
    file.add("version", "2.0")
    file.add("method", "PUBLISH")
    file.add_component(event)
    year = following.starts_at.year
    file.add_missing_timezones(first_date=date(year, 1, 1), last_date=date(year + 1, 1, 1))
    content: bytes = file.to_ical()
    return content


def _in_known_zone(moment: datetime) -> datetime:
    """The moment as calendars understand it: in a zone that has a name, or in UTC."""
    return moment if isinstance(moment.tzinfo, ZoneInfo) else moment.astimezone(UTC)


def email(summary: Summary) -> bytes:
    """The invitation as an email draft, to be looked at and sent by a person."""
    following = _next_session(summary)
    draft = EmailMessage(policy=SMTP)
    draft["Subject"] = one_line(f"{following.title}: {following.in_words}")
    if recipients := [one for one in map(one_line, following.recipients) if ADDRESS.fullmatch(one)]:
        draft["Bcc"] = ", ".join(recipients)
    draft["X-Unsent"] = "1"
    draft["Content-Language"] = summary.language
    draft.set_content(_letter(summary, following))
    draft.add_attachment(
        calendar(summary), maintype="text", subtype="calendar", filename="invitation.ics", cte="base64"
    )
    # A fixed boundary, so that the same session gives the same file.
    draft.set_boundary("clearing-invitation")
    return draft.as_bytes()


def _next_session(summary: Summary) -> Invitation:
    if summary.next_session is None:
        raise ExportError("The next session has no date yet. Give it one, then write the invitation.")
    return summary.next_session


def _letter(summary: Summary, following: Invitation) -> str:
    series = f" It is part of {summary.series}." if summary.series.spans else ""
    place = following.timezone.replace("_", " ")
    lines = [
        "Hello,",
        "",
        f"You are invited to {following.title}.{series}",
        "",
        f"{following.in_words} (time in {place}).",
    ]
    open_steps = [step for step in summary.next_steps if not step.status]
    if open_steps:
        lines += ["", f"What we set out to do after {summary.title}:", ""]
        for step in open_steps:
            named = ", ".join(filter(None, (str(step.who), f"by {step.by}" if step.by else "")))
            lines.append("- " + " ".join(filter(None, (one_line(str(step.what)), f"({named})" if named else ""))))
    return "\n".join((*lines, "", "The date is attached for your calendar.", ""))
