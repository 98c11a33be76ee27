"""Who wrote this message, and what? Lines copied from WhatsApp, Signal, Slack, Teams or Zoom."""

import re
from dataclasses import dataclass

_CLOCK = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[AaPp]\.?\s?[Mm]\.?)?"
_DAY = (
    r"(?:(?i:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim)\w*\.?,\s)?"
    r"(?:\d{1,4}[./-]\d{1,2}(?:[./-]\d{1,4})?\.?|\d{1,2}\.? [^\W\d]{3,9}\.?(?: \d{4})?"
    r"|[^\W\d]{3,9} \d{1,2},? \d{4})"
)
_STAMP = rf"(?:{_DAY}[,،]?\s+(?:at\s+)?{_CLOCK}|{_CLOCK}(?:[,،]\s*{_DAY})?)"
_MESSAGE = re.compile(
    rf"\A(?:\[{_STAMP}\]|{_STAMP}\s*(?:[-–]|(?=\s)))\s*(?:From\s+)?(?P<name>[^:\[\]]{{1,60}}?)"
    rf"(?:\s+to\s+[^:]{{1,40}})?\s*:\s+(?P<text>\S.*)\Z"
)
_MOVED = re.compile(
    r"(?P<name>.{2,60}?)\s+(?:has |ist |a )?"
    r"(?:joined|left|entered|connected|disconnected|beigetreten|hat verlassen|rejoint|quitté|entró|salió)"
    r"(?: the (?:meeting|call|room|chat|conference))?\.?\Z"
)
_STAMPED = re.compile(rf"\A(?:\[{_STAMP}\]|{_STAMP}\s+[-–])\s*")


_NEAR = r"(?i:today|yesterday|heute|gestern|aujourd'hui|hier|hoy|ayer)(?: at| um|,)?\s+"
_WRITER = re.compile(
    rf"\A(?:(?P<name>[^:\[\]\d]{{2,60}}?)(?:[,\s]|\s[—–-]\s)\s*[\[(]?(?:{_NEAR})?{_STAMP}[\])]?"
    rf"|\[?{_STAMP}\]?\s+(?:From\s+)(?P<from>[^:]{{2,60}}?)(?:\s+to\s+[^:]{{1,40}})?:?)\Z"
)


_ONLY_A_STAMP = re.compile(rf"\A[\[(]?(?:{_NEAR})?{_STAMP}[\])]?\Z")


@dataclass(frozen=True, slots=True)
class Message:
    """One message: who wrote it, and what."""

    name: str
    text: str


def message_in(line: str) -> Message | None:
    """The message of a line that begins with a time and a name; None for any other line."""
    found = _MESSAGE.match(line)
    return Message(found["name"].strip(" ~"), found["text"].strip()) if found else None


def writer_in(line: str) -> str:
    """The writer of a message that begins on the next line: "Xanthe Poole  9:02 AM"; "" for any other line."""
    found = _WRITER.match(line)
    return (found["name"] or found["from"] or "").strip(" ~") if found else ""


def is_only_a_stamp(line: str) -> bool:
    """Whether a line is the time of a message and nothing else: "9:02 AM", "Today at 09:02"."""
    return bool(_ONLY_A_STAMP.match(line))


def who_entered(line: str) -> str:
    """Who came or went, by a line of a log: "[16:00] Cora Dean joined"; "" for any other line."""
    stamp = _STAMPED.match(line)
    moved = _MOVED.match(line[stamp.end() :]) if stamp else None
    return moved["name"].strip(" *") if moved else ""


def is_notice(line: str) -> bool:
    """Whether a line is what the program itself says: it has a time, and nobody wrote it."""
    return bool(_STAMPED.match(line)) and not message_in(line)
