"""Who goes into which breakout room of a Zoom meeting: the file that its web page reads before the meeting.

The heading, and the rule that people go by the address of their account, are those of Zoom's own sample file:
https://support.zoom.com/hc/en/article?id=zm_kb&sysparm_article=KB0061353 (at most 100 rooms and 1,000 people).
"""

import csv
import re
from dataclasses import dataclass
from io import StringIO

from formats.exports.passages import one_line
from formats.session.agenda import StageKey
from formats.session.seating.groups import room_name
from formats.session.session import RoundRooms, Session

HEADING = ("Pre-assign Room Name", "Email Address")
_ADDRESS = re.compile(r"[0-9A-Za-z_][^@\s,;\"<>]*@[^@\s,;\"<>]+\.[^@\s,;\"<>]+")


@dataclass(frozen=True, slots=True)
class BreakoutRooms:
    """The file, how many people are in it, and the names of those it cannot hold for want of an address."""

    content: bytes
    people: int
    without_address: tuple[str, ...]


def breakout_rooms(session: Session, rounds: RoundRooms) -> BreakoutRooms:
    """The rooms of one round: of those who join online, or of everyone where nobody is marked so."""
    here = {person.id: person for person in session.present}
    joining = session.online & here.keys() or here.keys()
    text = StringIO(newline="")
    lines = csv.writer(text)
    lines.writerow(HEADING)
    lacking: list[str] = []
    count = 0
    for room in rounds.rooms:
        name = room_name(session, StageKey(rounds.part, "", rounds.round), room.number)
        for person in (here[one] for one in room.people if one in joining):
            address = person.email.strip()
            if _ADDRESS.fullmatch(address):
                lines.writerow((name, address))
                count += 1
            else:
                lacking.append(one_line(person.name))
    return BreakoutRooms(text.getvalue().encode("utf-8"), count, tuple(lacking))
