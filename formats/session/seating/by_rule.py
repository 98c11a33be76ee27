"""Who sits where in structures whose places follow from a rule, so that there is nothing to search for?"""

from formats.language import tr_count
from formats.session.agenda import Arrangement, Part
from formats.session.rooms import Plan, PlanError, Rounds
from formats.session.rooms.request import FEWEST_PEOPLE
from formats.session.seating.inner_circle import inner_circle_rounds
from formats.session.seating.teams import team_round
from formats.session.session import Session

BY_RULE = frozenset({Arrangement.WHOLE_ROOM, Arrangement.INNER_CIRCLE, Arrangement.TEAMS})


def is_seated_by_rule(part: Part) -> bool:
    """Whether a rule says who sits where, and no search for rooms is needed."""
    return part.rooms is not None and part.rooms.arrangement in BY_RULE


def rounds_by_rule(session: Session, part: Part, past: tuple[Session, ...] = ()) -> Rounds | None:
    """The rooms that a rule makes, one round where all are alike; None where rooms are to be searched for.

    The whole room is one circle, an inner circle has others around it, teams are of one organisation, and a
    group too small for a room works as one where its structure takes so few. Raises `PlanError` where the people
    are too few for the structure.
    """
    needs = part.rooms
    assert needs is not None, "only structures are seated"
    people = tuple(person.id for person in session.present)
    if people and len(people) < needs.least_people:
        raise PlanError(
            (
                tr_count(
                    "{count} person is too few for {structure}; it takes {least} or more.",
                    "{count} people are too few for {structure}; it takes {least} or more.",
                    len(people),
                    structure=part.title,
                    least=needs.least_people,
                ),
            )
        )
    match needs.arrangement:
        case Arrangement.INNER_CIRCLE if needs.inner is not None:
            return inner_circle_rounds(session, part, past)
        case Arrangement.TEAMS:
            return (team_round(session, part),)
        case Arrangement.WHOLE_ROOM:
            return ((people,),)
    if 0 < len(people) < max(needs.minimum, FEWEST_PEOPLE) and needs.least_people:
        return ((people,),)
    return None


def plan_without_search(rounds: Rounds, seed: int) -> Plan:
    """A plan that no search could better: these are the rooms."""
    return Plan(rounds, 0.0, 0.0, 0, (), (), seed, finished=True)
