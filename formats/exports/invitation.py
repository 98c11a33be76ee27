"""The invitation to the next session: a file for calendars, and an email draft that carries it.

A calendar that has the invitation already knows it again by its UID, and takes the one with the higher SEQUENCE.
It is published (RFC 5546), not requested: a request lists who else was invited, and addresses stay private.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from zoneinfo import ZoneInfo

from formats.exports.errors import ExportError
from formats.exports.passages import one_line, pieces
from formats.exports.summary import Invitation, Summary
from formats.exports.wording import language_tag
from formats.session.wording import counted_noun, join_and

NOBODY = "invitation@clearing.invalid"
"""Who organises it where no address is given; calendars need one, and mail to it goes nowhere (RFC 2606)."""


def calendar(summary: Summary) -> bytes:
    """The next session as a calendar file, with its time zone in it; called off where its date was taken away.

    Raises ExportError where no date was set.
    """
    from icalendar import Calendar, Event, vCalAddress, vText

    following = _invitation_of(summary)
    organiser = vCalAddress(f"mailto:{following.organiser or NOBODY}")
    organiser.params["CN"] = vText(one_line(str(summary.series)) or following.organiser or "Clearing")
    event = Event()
    event.add("uid", f"{summary.session_id}-next@clearing.invalid")
    event.add("sequence", following.revision)
    event.add("dtstamp", summary.made_at.astimezone(UTC))
    event.add("organizer", organiser)
    event.add("dtstart", _in_known_zone(following.starts_at))
    event.add("dtend", _in_known_zone(following.ends_at))
    event.add("summary", vText(str(following.title)))
    event.add("status", "CANCELLED" if following.called_off else "CONFIRMED")
    if where := str(following.place) or str(following.joining):
        event.add("location", vText(where))
    if about := "\n".join(_about(summary, following)):
        event.add("description", vText(about))
    if link := next((piece.address for piece in pieces(str(following.joining)) if piece.address), ""):
        event.add("url", link)
    file = Calendar()
    file.add("prodid", "-//Clearing//Invitation//EN")
    file.add("version", "2.0")
    file.add("method", _method(following))
    file.add_component(event)
    year = following.starts_at.year
    file.add_missing_timezones(first_date=date(year, 1, 1), last_date=date(year + 1, 1, 1))
    content: bytes = file.to_ical()
    return content


def email(summary: Summary) -> bytes:
    """The invitation as an email draft, to be looked at and sent by a person.

    The addresses stand where no reader sees the others. Raises ExportError where no date was set.
    """
    following = _invitation_of(summary)
    addresses = (*following.recipients, following.organiser)
    draft = EmailMessage(policy=SMTP if all(map(str.isascii, addresses)) else SMTPUTF8)
    off = "Called off: " if following.called_off else ""
    draft["Subject"] = one_line(f"{off}{following.title}: {following.in_words}")
    if following.organiser:
        draft["From"] = following.organiser
    if following.recipients:
        draft["Bcc"] = ", ".join(following.recipients)
    draft["X-Unsent"] = "1"
    draft["Content-Language"] = language_tag(summary.language)
    draft.set_content("\n".join((*_letter(summary, following), "")))
    draft.add_attachment(
        calendar(summary),
        maintype="text",
        subtype="calendar",
        filename="invitation.ics",
        cte="base64",
        params={"charset": "utf-8", "method": _method(following)},
    )
    # A fixed boundary, so that the same session gives the same file.
    draft.set_boundary("clearing-invitation")
    return draft.as_bytes()


def recipients_sentence(summary: Summary) -> str:
    """How many addresses the draft goes to, and who has none: nobody is left out unsaid."""
    following = _invitation_of(summary)
    reached, without = len(following.recipients), following.without_address
    if not reached and not without:
        return "The draft has no addresses: add them in your mail program."
    to = f"The draft goes to {counted_noun(reached, 'address', 'addresses')}." if reached else ""
    have = "has" if len(without) == 1 else "have"
    missing = f"{join_and(without)} {have} no address that can be read." if without else ""
    return " ".join(filter(None, (to, missing)))


def _invitation_of(summary: Summary) -> Invitation:
    if summary.invitation is None:
        raise ExportError("The next session has no date yet. Set its date first, then write the invitation.")
    return summary.invitation


def _method(following: Invitation) -> str:
    return "CANCEL" if following.called_off else "PUBLISH"


def _in_known_zone(moment: datetime) -> datetime:
    """The moment as calendars understand it: in a zone that has a name, or in UTC."""
    return moment if isinstance(moment.tzinfo, ZoneInfo) else moment.astimezone(UTC)


def _about(summary: Summary, following: Invitation) -> Iterator[str]:
    if summary.series.spans:
        yield str(summary.series)
    if following.joining.spans:
        yield f"How to join: {following.joining}"


def _letter(summary: Summary, following: Invitation) -> Iterator[str]:
    series = f" It is part of {summary.series}." if summary.series.spans else ""
    when = f"{following.in_words} (time in {following.timezone.replace('_', ' ')})."
    yield from ("Hello,", "")
    if following.called_off:
        yield from (f"{following.title} will not take place as planned:", "", when, "")
        yield "The file with this email removes it from your calendar."
        return
    yield from (f"You are invited to {following.title}.{series}", "", when)
    for label, passage in (("Place", following.place), ("How to join", following.joining)):
        if passage.spans:
            yield f"{label}: {one_line(str(passage))}"
    open_steps = [step for step in summary.next_steps if not step.status]
    if open_steps:
        yield from ("", f"What we agreed after {summary.title}:", "")
        for step in open_steps:
            named = ", ".join(filter(None, (str(step.who), f"by {step.by}" if step.by else "")))
            yield "- " + " ".join(filter(None, (one_line(str(step.what)), f"({named})" if named else "")))
    yield from ("", "The date is attached for your calendar.")
