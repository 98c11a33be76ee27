"""How do groups walk from station to station? Whoever shows something stays, the others come in groups."""

from collections.abc import Callable
from dataclasses import replace

from formats.language import tr
from formats.session.agenda import Part, RoomNeeds
from formats.session.room_wishes import Role, WishKind
from formats.session.rooms import Plan, PlanError, SizeRange, plan_rooms, station_rounds
from formats.session.seating.request import request_for
from formats.session.seating.role_rotation import waiting_order
from formats.session.seating.roles import role_wishes
from formats.session.session import Session

FEWEST_STATIONS, MOST_STATIONS = 3, 8


def plan_stations(
    session: Session,
    part: Part,
    past: tuple[Session, ...],
    *,
    seed: int,
    seconds: float,
    clock: Callable[[], float],
) -> Plan:
    """Groups that meet a station in each round; room n is station n, with its presenter first.

    There are as many stations as rounds where the people allow it, and never fewer. Volunteers show something
    first, then whoever presented least in the series. Raises `PlanError` where the people are too few or too
    many for the stations.
    """
    asked = replace(request_for(session, part, past), hosts={}, locked={}, locked_rooms={})
    hosts_in_turn = waiting_order(asked.people, Role.PRESENTER, role_wishes(session, past))
    count, groups = _stations_and_groups(len(asked.people), part.rounds, asked.sizes)
    if len(hosts_in_turn) < count:
        raise PlanError(
            (
                tr(
                    "{count} people have to show something, and only {willing} would.",
                    count=count,
                    willing=len(hosts_in_turn),
                ),
            )
        )
    hosts = hosts_in_turn[:count]
    visitors = tuple(person for person in asked.people if person not in hosts)
    kept = session.wishes.only_among(visitors)
    narrowed = replace(
        asked,
        people=visitors,
        rooms=groups,
        apart=tuple(w.people for w in kept.wishes if w.kind is WishKind.APART),
        together=tuple(w.people for w in kept.wishes if w.kind is WishKind.TOGETHER),
        absent={person: missed for person, missed in asked.absent.items() if person in visitors},
    )
    plan = plan_rooms(narrowed, seed=seed, seconds=seconds, clock=clock)
    return replace(plan, rounds=station_rounds(plan.rounds[0], hosts, part.rounds))


def most_stations(needs: RoomNeeds, people: int) -> int:
    """How many stations so many people can fill, each with its presenter and a group: from 3 to 8."""
    return max(FEWEST_STATIONS, min(MOST_STATIONS, people // (needs.minimum + 1)))


def stations_for(needs: RoomNeeds, rounds: int, people: int) -> int:
    """How many stations so many people have where so many rounds are wanted; `rounds` where they have none."""
    try:
        return _stations_and_groups(people, rounds, SizeRange(needs.minimum, needs.usual, needs.maximum))[0]
    except PlanError:
        return rounds


def _stations_and_groups(people: int, rounds: int, sizes: SizeRange) -> tuple[int, int]:
    """How many stations, as near to the rounds as can be, and how many groups; as many of both where possible."""
    choices = [
        (count, groups)
        for count in range(FEWEST_STATIONS, MOST_STATIONS + 1)
        for groups in range(1, count + 1)
        if groups * sizes.minimum <= people - count <= groups * sizes.maximum
    ]
    if not choices:
        most = MOST_STATIONS * (sizes.maximum + 1)
        said = tr("more than the {most}", most=most) if people > most else tr("fewer than the people")
        raise PlanError(
            (
                tr(
                    "{people} people are {said} that stations with groups of {sizes} take.",
                    people=people,
                    said=said,
                    sizes=sizes.range_text(),
                ),
            )
        )
    return min(choices, key=lambda one: (one[0] != one[1], one[0] < rounds, abs(one[0] - rounds), one[0] - one[1]))
