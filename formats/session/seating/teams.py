"""Which teams does a session have? People of one organisation, or one function, stay in one team."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from formats.language import tr
from formats.session.agenda import Part, RoomNeeds
from formats.session.folding import fold
from formats.session.rooms import PlanError, RoomPeople, Round, SizeError, SizeRange, room_sizes
from formats.session.seating.dealing import Table
from formats.session.seating.request import request_for
from formats.session.session import Session

COLUMNS = ("organisation", "role")
FEWEST_TEAMS = 2
"""Teams ask something of each other."""


def team_round(session: Session, part: Part) -> Round:
    """The teams of a structure in which people who belong together stay together, locked rooms as they are.

    Large organisations make several teams, small ones share one. People who are to be kept apart are, whatever
    they belong to. Raises `PlanError` where the people are too few.
    """
    needs = part.rooms
    assert needs is not None, "only structures are seated"
    asked = request_for(session, part)
    locked = {room: people for (_, room), people in asked.locked_rooms.items()}
    free = [person for person in asked.people if not any(person in room for room in locked.values())]
    teams = list(_teams(_belonging(session, free), needs, FEWEST_TEAMS - len(locked))) if free else []
    parted = iter(_with_people_parted(teams, Table(apart=asked.apart), needs.maximum))
    return tuple(locked[n] if n in locked else next(parted) for n in range(1, len(teams) + len(locked) + 1))


def _belonging(session: Session, people: Sequence[str]) -> dict[str, list[str]]:
    """Value -> who has it, by the first column that tells people apart; those without a value are under ""."""
    found: dict[str, list[str]] = {"": list(people)}
    for column in dict.fromkeys((session.apart_by or COLUMNS[0], *COLUMNS)):
        values: dict[str, list[str]] = {}
        for person in session.present:
            if person.id in people:
                values.setdefault(fold(person.column(column)), []).append(person.id)
        if len(values.keys() - {""}) >= FEWEST_TEAMS:
            return values
    return found


def _teams(belonging: Mapping[str, list[str]], needs: RoomNeeds, fewest: int) -> list[RoomPeople]:
    sizes = SizeRange(needs.minimum, needs.usual, needs.maximum)
    heads = sum(map(len, belonging.values()))
    if heads < max(sizes.minimum, fewest * sizes.minimum):
        raise PlanError(
            (
                tr(
                    "{heads} people are too few for {fewest_teams} teams of {minimum}; it works with more.",
                    heads=heads,
                    fewest_teams=FEWEST_TEAMS,
                    minimum=sizes.minimum,
                ),
            )
        )
    known = [people for value, people in belonging.items() if value]
    whole = [part for people in known for part in _even_parts(people, sizes) if len(part) >= sizes.minimum]
    small = sorted((people for people in known if len(people) < sizes.minimum), key=len, reverse=True)
    teams = [*whole, *_joined_with(small, belonging.get("", []), sizes)]
    return [tuple(team) for team in _made_even(teams, sizes, fewest)]


def _even_parts(people: list[str], sizes: SizeRange) -> list[list[str]]:
    """One organisation as one team, or as few even ones as its size needs."""
    count = -(-len(people) // sizes.maximum)
    return [people[start::count] for start in range(count)]


def _joined_with(small: list[list[str]], single: list[str], sizes: SizeRange) -> list[list[str]]:
    """Small organisations in teams, and beside them even teams of those who belong to none."""
    try:
        counts = room_sizes(len(single), sizes)
    except SizeError:
        return _joined((*small, *([person] for person in single)), sizes)
    people = iter(single)
    return [*_joined(small, sizes), *(list(islice(people, count)) for count in counts)]


def _joined(chunks: Iterable[list[str]], sizes: SizeRange) -> list[list[str]]:
    """Small organisations put together, each whole, into teams of the usual size at most."""
    teams: list[list[str]] = []
    for chunk in chunks:
        room = next((team for team in teams if len(team) + len(chunk) <= max(sizes.usual, sizes.minimum)), None)
        if room is None:
            teams.append(list(chunk))
        else:
            room.extend(chunk)
    return teams


def _made_even(teams: list[list[str]], sizes: SizeRange, fewest: int) -> list[list[str]]:
    """No team below the least: its people join the smallest others, or some of the largest join it."""
    teams = sorted(teams, key=len, reverse=True)
    while len(teams) > max(fewest, 1) and len(teams[-1]) < sizes.minimum:
        places = sum(sizes.maximum - len(team) for team in teams[:-1])
        if places < len(teams[-1]):
            break
        for person in teams.pop():
            min(teams, key=len).append(person)
        teams.sort(key=len, reverse=True)
    while len(teams) < fewest:
        teams = [half for team in teams for half in (team[::2], team[1::2])]
    while len(teams[-1]) < sizes.minimum:
        teams[-1].append(teams[0].pop())
        teams.sort(key=len, reverse=True)
    return teams


def _with_people_parted(teams: list[RoomPeople], table: Table, most: int) -> list[RoomPeople]:
    """Whoever is beside somebody to be kept apart from goes to another team, the smallest that has a place."""
    parted = [list(team) for team in teams]
    for team in parted:
        for person in tuple(team):
            if not table.conflicts(person, team):
                continue
            others = [t for t in parted if t is not team and len(t) < most and not table.conflicts(person, t)]
            if others:
                team.remove(person)
                min(others, key=len).append(person)
    return [tuple(team) for team in parted]
