"""What can the room display show, and what does it show by itself?"""

from datetime import timedelta
from enum import StrEnum

from formats.language import Message
from formats.session.agenda import StageKind
from formats.session.clock import Phase, Reading
from formats.session.seating.groups import sits_anew
from formats.session.session import Session


class View(StrEnum):
    """The views of the room display."""

    FOLLOW = "follow"
    TIMER = "timer"
    DISC = "disc"
    ROOMS = "rooms"
    OPENER = "opener"
    AGREEMENT = "agreement"
    STANDBY = "standby"


WORDS = {
    View.FOLLOW: Message("Follow the session"),
    View.TIMER: Message("Timer"),
    View.DISC: Message("Disc only"),
    View.ROOMS: Message("Find your room"),
    View.OPENER: Message("Opener"),
    View.AGREEMENT: Message("What we agreed"),
    View.STANDBY: Message("A message instead of the timer"),
}


TIME_TO_FIND_ROOMS = timedelta(seconds=45)
"""So long the wall says where to sit when people change rooms; then it shows what to do there."""


def view_for(wanted: View, session: Session | None, reading: Reading | None, *, agreed: bool = False) -> View:
    """The view to show: the chosen one, or what fits the moment; before the start what is `agreed`, if so."""
    if session is None or reading is None or reading.stage is None:
        return View.STANDBY
    is_opener = reading.stage.kind is StageKind.OPENER
    if wanted is View.OPENER and not is_opener:
        return View.TIMER
    if wanted is not View.FOLLOW:
        return wanted
    if not reading.live:
        return View.AGREEMENT if agreed and reading.phase is Phase.WAITING else View.STANDBY
    if is_opener:
        return View.OPENER
    finding = reading.used < TIME_TO_FIND_ROOMS and sits_anew(session, reading.position.agenda, reading.stage)
    return View.ROOMS if finding else View.TIMER
