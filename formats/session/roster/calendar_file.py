"""Who was invited, what did they answer, and when and where is the meeting? Reads a calendar invitation.

RFC 5545; the zones' names of Outlook are those of Windows, which a table turns into the usual ones.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from urllib.parse import unquote
from zoneinfo import ZoneInfo

from formats.language import Message, tr, tr_count
from formats.session.folding import fold
from formats.session.roster.addresses import bare_address, name_from_address
from formats.session.roster.answers import Answer, Reply
from formats.session.roster.brackets import DraftInTheMaking
from formats.session.roster.content_lines import ContentLine, content_lines
from formats.session.roster.draft import MOST_LINES, Kind, PersonDraft, Roster, RosterError, Understood, too_many
from formats.session.roster.last_first import Neighbours
from formats.session.roster.meeting import Meeting
from formats.session.roster.piece import FROM_ADDRESS, NO_NAME, read_piece
from formats.session.roster.zones import usual_zone

_ANSWERS = {
    "ACCEPTED": Answer.HERE,
    "COMPLETED": Answer.HERE,
    "IN-PROCESS": Answer.HERE,
    "DECLINED": Answer.AWAY,
    "DELEGATED": Answer.AWAY,
    "TENTATIVE": Answer.MAYBE,
    "NEEDS-ACTION": Answer.NONE,
}
_WORDS = {Answer.AWAY: "declined", Answer.MAYBE: "tentative", Answer.NONE: "no answer yet"}
_LINK = re.compile(r"https?://[^\s<>\"')\]]+")
_JOINING = re.compile(
    r"zoom\.us/|teams\.microsoft|teams\.live|meet\.google|webex\.com|whereby|jitsi|gotomeet|bluejeans|chime\.aws|/join|/j/"
)
_LINK_PROPERTIES = (
    "X-GOOGLE-CONFERENCE",
    "X-MICROSOFT-SKYPETEAMSMEETINGURL",
    "X-MICROSOFT-ONLINEMEETINGCONFLINK",
    "CONFERENCE",
    "URL",
)
_LENGTH = re.compile(r"([+-])?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")


def is_calendar(text: str) -> bool:
    """Whether a text is a calendar file."""
    return bool(re.match(r"\s*BEGIN:VCALENDAR\b", text.lstrip("\ufeff"), re.IGNORECASE))


def read_calendar(text: str) -> Roster:
    """The people of an invitation with their answers, and the meeting; of several meetings, the first.

    Raises `RosterError` where the file invites to nothing.
    """
    events = list(_events(content_lines(text.lstrip("\ufeff"))))
    if not events:
        raise RosterError(tr("There is no meeting in this calendar file."))
    if any(len(event) > 2 * MOST_LINES for event in events):
        raise RosterError(too_many())
    event = next((event for event in events if not _first(event, "RECURRENCE-ID")), events[0])
    method = next((line.value.upper() for line in content_lines(text) if line.name == "METHOD"), "")
    others = (other for other in events if other is not event and not _first(other, "RECURRENCE-ID"))
    return Roster(
        (*_people(event), *map(_other_meeting, others)), meeting=_meeting(event, cancelled=method == "CANCEL")
    )


def _events(lines: Iterable[ContentLine]) -> Iterable[list[ContentLine]]:
    """The properties of each event, without those of its alarms."""
    event: list[ContentLine] | None = None
    inside = 0
    for line in lines:
        component = line.value.strip().upper()
        if line.name == "BEGIN" and component in ("VEVENT", "VTODO") and event is None:
            event = []
        elif line.name == "END" and component in ("VEVENT", "VTODO") and event is not None:
            yield event
            event, inside = None, 0
        elif event is not None and line.name in ("BEGIN", "END"):
            inside += 1 if line.name == "BEGIN" else -1
        elif event is not None and inside <= 0:
            event.append(line)


def _people(event: Sequence[ContentLine]) -> list[Understood]:
    """Everyone who is invited, and who invites; who invites and is invited is one person."""
    attendees = [line for line in event if line.name == "ATTENDEE"]
    invited = {_address(line).casefold() for line in attendees} - {""}
    hosts = [line for line in event if line.name == "ORGANIZER" and _address(line).casefold() not in invited]
    organisers = {_address(line).casefold() for line in event if line.name == "ORGANIZER"}
    return [_understood(line, organiser=_address(line).casefold() in organisers) for line in (*hosts, *attendees)]


def _other_meeting(event: Sequence[ContentLine]) -> Understood:
    """A meeting that stands in the file beside the one that was read."""
    title = _first(event, "SUMMARY")
    invited = sum(line.name == "ATTENDEE" for line in event)
    remark = (
        tr_count(
            "this is another meeting, with {count} person; the first one was read.",
            "this is another meeting, with {count} people; the first one was read.",
            invited,
        )
        if invited
        else tr("this is another meeting; the first one was read.")
    )
    return Understood(
        event[0].line_number, title.text if title else tr("a meeting"), remark=remark, kind=Kind.NOT_READ
    )


_NO_PERSON = {
    "ROOM": Message("this is a room, not a person.").text,
    "RESOURCE": Message("this is a thing, not a person.").text,
    "GROUP": Message("this is a group, not a person.").text,
}


def _understood(line: ContentLine, *, organiser: bool) -> Understood:
    shown = line.parameters.get("CN") or _address(line) or line.value
    kind = line.parameters.get("CUTYPE", "INDIVIDUAL").upper()
    if kind in _NO_PERSON:
        return Understood(line.line_number, shown, remark=_NO_PERSON[kind], kind=Kind.NOT_READ)
    drafts, remark = _named(line)
    if not drafts:
        return Understood(line.line_number, shown, remark=remark, kind=Kind.NOT_READ)
    making = DraftInTheMaking(drafts[0])
    answer = _ANSWERS.get(line.parameters.get("PARTSTAT", "NEEDS-ACTION").upper(), Answer.UNKNOWN)
    if answer is not Answer.NONE or not organiser:
        words = line.parameters.get("PARTSTAT", "").lower() if answer is Answer.UNKNOWN else _WORDS.get(answer, "")
        making.answer(Reply(answer, words))
    if deputy := line.parameters.get("DELEGATED-TO"):
        making.remark(f"sends {bare_address(deputy) or deputy}")
    making.remark(line.parameters.get("X-RESPONSE-COMMENT", ""))
    making.remark("organiser" if organiser else "")
    making.remark("optional" if line.parameters.get("ROLE", "").upper() == "OPT-PARTICIPANT" else "")
    return Understood(line.line_number, shown, (making.draft,), remark)


def _named(line: ContentLine) -> tuple[list[PersonDraft], str]:
    address, called = _address(line), line.parameters.get("CN", "").strip().strip("'\"")
    if called and not bare_address(called):
        found = read_piece(f"{called} <{address}>" if address else called, Neighbours(last_first=True))
        one = len(found.people) == 1
        return (list(found.people) if one else [PersonDraft(called, email=address)]), found.remark if one else ""
    if not address:
        return [], NO_NAME
    return [PersonDraft(name_from_address(address), email=address)], FROM_ADDRESS


def _address(line: ContentLine) -> str:
    value = unquote(re.sub(r"\Amailto:", "", line.value.strip(), flags=re.IGNORECASE))
    return (
        bare_address(value)
        or bare_address(line.parameters.get("EMAIL", ""))
        or bare_address(line.parameters.get("CN", ""))
    )


def _meeting(event: Sequence[ContentLine], *, cancelled: bool) -> Meeting:
    starts, zone = _moment(_first(event, "DTSTART"))
    ends, other = _moment(_first(event, "DTEND") or _first(event, "DUE"))
    status = _first(event, "STATUS")
    title, place = _first(event, "SUMMARY"), _first(event, "LOCATION")
    return Meeting(
        title=title.text if title else "",
        starts=starts,
        length=_length(_first(event, "DURATION")) or _between(starts, zone, ends, other),
        zone=zone,
        place="" if place is None or _LINK.fullmatch(place.text) else " ".join(place.text.split()),
        joining=_joining(event),
        cancelled=cancelled or bool(status and status.value.strip().upper() == "CANCELLED"),
    )


def _first(event: Sequence[ContentLine], name: str) -> ContentLine | None:
    return next((line for line in event if line.name == name), None)


def _moment(line: ContentLine | None) -> tuple[datetime | None, str]:
    """The time on the wall, and the zone's name; a day without a time begins at midnight."""
    figures = (
        re.match(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?)?(Z)?", line.value.strip()) if line else None
    )
    if line is None or not figures:
        return None, ""
    year, month, day, hour, minute = (int(figures[n] or 0) for n in range(1, 6))
    try:
        starts = datetime(year, month, day, hour, minute)  # noqa: DTZ001  a time on the wall; its zone stands beside it
    except ValueError:
        return None, ""
    return starts, "UTC" if figures[7] else usual_zone(line.parameters.get("TZID", ""))


def _between(starts: datetime | None, zone: str, ends: datetime | None, other: str) -> timedelta | None:
    """How long it is from one time on the wall to another, each in its zone."""
    if starts is None or ends is None:
        return None
    first, last = _in_zone(starts, zone), _in_zone(ends, other)
    length = last - first if first.tzinfo and last.tzinfo else ends - starts
    return length if length > timedelta(0) else None


def _in_zone(moment: datetime, zone: str) -> datetime:
    try:
        return moment.replace(tzinfo=ZoneInfo(zone)).astimezone(ZoneInfo("UTC")) if zone else moment
    except (ValueError, LookupError, OSError):  # no zone of this name is known here
        return moment


def _length(line: ContentLine | None) -> timedelta | None:
    found = _LENGTH.fullmatch(line.value.strip()) if line else None
    if not found:
        return None
    weeks, days, hours, minutes, seconds = (int(found[n] or 0) for n in range(2, 7))
    return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds) or None


def _joining(event: Sequence[ContentLine]) -> str:
    """The link to join by: from the property for it, or the first in place or description that looks like one."""
    named = [line.text for name in _LINK_PROPERTIES for line in event if line.name == name]
    written = [line.text for name in ("LOCATION", "DESCRIPTION") for line in event if line.name == name]
    links = [link.rstrip(".,;>") for text in (*named, *written) for link in _LINK.findall(text)]
    return next((link for link in links if _JOINING.search(fold(link))), links[0] if links and named else "")
