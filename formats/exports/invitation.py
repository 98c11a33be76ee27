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
from formats.exports.summary import Invitation, NextStep, Summary
from formats.exports.wording import language_tag
from formats.language import tr, tr_count
from formats.session.wording import join_and, join_list

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
    draft["Subject"] = _subject(following)
    if following.organiser:
        draft["From"] = following.organiser
    if following.recipients:
        draft["Bcc"] = ", ".join(following.recipients)
    draft["X-Unsent"] = "1"
    draft.set_content("\n".join((*_letter(summary, following), "")))
    draft.add_attachment(
        calendar(summary),
        maintype="text",
        subtype="calendar",
        filename="invitation.ics",
        cte="base64",
        params={"charset": "utf-8", "method": _method(following)},
    )
    draft["Content-Language"] = language_tag(summary.language)
    # A fixed boundary, so that the same session gives the same file.
    draft.set_boundary("clearing-invitation")
    return draft.as_bytes()


def _subject(following: Invitation) -> str:
    title, when = one_line(str(following.title)), one_line(following.in_words)
    if following.called_off:
        return tr("Called off: {title}: {when}", title=title, when=when)
    return tr("{title}: {when}", title=title, when=when)


def recipients_sentence(summary: Summary) -> str:
    """How many addresses the draft goes to, and who has none: nobody is left out unsaid."""
    following = _invitation_of(summary)
    reached, without = len(following.recipients), following.without_address
    if not reached and not without:
        return tr("The draft has no addresses: add them in your mail program.")
    to = tr_count("The draft goes to {count} address.", "The draft goes to {count} addresses.", reached)
    missing = tr_count(
        "{people} has no address that can be read.",
        "{people} have no address that can be read.",
        len(without),
        people=join_and(without),
    )
    return " ".join(said for said, there in ((to, reached), (missing, without)) if there)


def _invitation_of(summary: Summary) -> Invitation:
    if summary.invitation is None:
        raise ExportError(tr("The next session has no date yet. Set its date first, then write the invitation."))
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
        yield tr("How to join: {how}", how=following.joining)


def _letter(summary: Summary, following: Invitation) -> Iterator[str]:
    zone = following.timezone.replace("_", " ")
    when = tr("{day_and_time} (time in {zone}).", day_and_time=following.in_words, zone=zone)
    yield from (tr("Hello,"), "")
    if following.called_off:
        yield from (tr("{session} will not take place as planned:", session=following.title), "", when, "")
        yield tr("The file with this email removes it from your calendar.")
        return
    yield from (_invited_to(summary, following), "", when)
    if following.place.spans:
        yield tr("Place: {place}", place=one_line(str(following.place)))
    if following.joining.spans:
        yield tr("How to join: {how}", how=one_line(str(following.joining)))
    open_steps = [step for step in summary.next_steps if not step.status]
    if open_steps:
        yield from ("", tr("What we agreed after {session}:", session=summary.title), "")
        yield from map(_agreed, open_steps)
    yield from ("", tr("The date is attached for your calendar."))


def _invited_to(summary: Summary, following: Invitation) -> str:
    invited = tr("You are invited to {session}.", session=following.title)
    if not summary.series.spans:
        return invited
    part_of = tr("It is part of {series}.", series=summary.series)
    return f"{invited} {part_of}"


def _agreed(step: NextStep) -> str:
    """One of the next steps, with who takes it and by when."""
    by = tr("by {day}", day=step.by) if step.by else ""
    named = join_list(filter(None, (str(step.who), by)))
    what = one_line(str(step.what))
    return f"- {what} ({named})" if named else f"- {what}"
