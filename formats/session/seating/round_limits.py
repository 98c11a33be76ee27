"""How many rounds of a structure mean something for so many people?"""

from formats.language import tr, tr_count
from formats.session.agenda import Arrangement, Part, RoomNeeds
from formats.session.room_sizes import SizeError, SizeRange, room_sizes
from formats.session.seating.stations import most_stations, stations_for

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


def rounds_that_fit(needs: RoomNeeds, wanted: int, people: int) -> int:
    """The rounds nearest to those wanted that mean something, as many as stations where there are any."""
    rounds = max(1, min(wanted, most_rounds(needs, people)))
    return stations_for(needs, rounds, people) if needs.arrangement is Arrangement.STATIONS else rounds


def rounds_advice(part: Part, wanted: int | None, people: int) -> str:
    """Why a structure has other rounds than were wanted, in a sentence."""
    needs = part.rooms
    assert needs is not None, "only structures have rounds"
    have = tr_count("{count} round", "{count} rounds", part.rounds)
    if needs.one_round_each and people:
        why = tr_count(
            "everyone has one turn, and the largest room has {count} person",
            "everyone has one turn, and the largest room has {count} people",
            part.rounds,
        )
    elif needs.arrangement is Arrangement.STATIONS:
        why = tr_count(
            "{people} people make {count} station, and each group visits each one once",
            "{people} people make {count} stations, and each group visits each one once",
            part.rounds,
            people=people,
        )
    else:
        why = tr("more would repeat what was done")
    return tr("{part} has {have} here, not {wanted}: {why}.", part=part.title, have=have, wanted=wanted, why=why)


def largest_room(needs: RoomNeeds, people: int) -> int:
    """How many sit in the largest room that so many people make; the usual size where they cannot be divided."""
    try:
        return room_sizes(people, SizeRange(needs.minimum, needs.usual, needs.maximum))[0]
    except SizeError:
        return needs.usual
