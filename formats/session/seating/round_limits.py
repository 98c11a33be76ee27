"""How many rounds of a structure mean something for so many people?"""

from formats.session.agenda import Arrangement, RoomNeeds
from formats.session.rooms import SizeError, SizeRange, room_sizes
from formats.session.seating.stations import most_stations

UNLIMITED = 12
"""Rounds of a structure that knows no limit."""


def most_rounds(needs: RoomNeeds, people: int) -> int:
    """The most rounds that bring something new: one for each person of the largest room, one for each station.

    Without people it is what the structure takes at most; it is never less than 1.
    """
    limit = needs.most_rounds or UNLIMITED
    if needs.one_round_each:
        return largest_room(needs, people) if people else needs.maximum
    if needs.arrangement is Arrangement.STATIONS and people:
        return min(limit, most_stations(needs, people))
    return limit


def largest_room(needs: RoomNeeds, people: int) -> int:
    """How many sit in the largest room that so many people make; the usual size where they cannot be divided."""
    try:
        return room_sizes(people, SizeRange(needs.minimum, needs.usual, needs.maximum))[0]
    except SizeError:
        return needs.usual
