"""How good are the rooms of a session, whoever made them?"""

from collections import Counter
from dataclasses import dataclass, replace
from itertools import combinations
from math import ceil

from formats.language import tr_count
from formats.session.agenda import Part
from formats.session.room_wishes import with_names
from formats.session.rooms import (
    Request,
    Round,
    Rounds,
    hard_wishes_broken,
    lower_bound,
    repeat_cost,
    soft_wishes_not_met,
    who_met_nobody_new,
)
from formats.session.seating.by_rule import is_seated_by_rule
from formats.session.seating.request import request_for
from formats.session.session import Session
from formats.session.wording import join_and

MOST_NAMED, MOST_SENTENCES = 4, 3


@dataclass(frozen=True, slots=True)
class RoomQuality:
    """How often people meet again in the rooms of a structure, and what is known of the fewest possible.

    `again` counts meetings of people who have met, in this session or in an earlier one; no rooms of these sizes
    can have less than `fewest` (None where the sizes are not those of the structure). `nobody_new` are person
    ids, `not_met` sentences about wishes, with ids.
    """

    again: int
    fewest: int | None
    proven: bool
    nobody_new: tuple[str, ...] = ()
    not_met: tuple[str, ...] = ()


def quality_by_part(session: Session, past: tuple[Session, ...]) -> dict[str, RoomQuality]:
    """What can be said about the rooms of each structure whose rooms were searched for, by part id."""
    searched = (part for part in session.agenda.structures if not is_seated_by_rule(part))
    planned = ((part, _people_of(session, part)) for part in searched)
    return {part.id: _quality(session, part, rounds, past) for part, rounds in planned if all(rounds)}


def _quality(session: Session, part: Part, rounds: Rounds, past: tuple[Session, ...]) -> RoomQuality:
    request = replace(request_for(session, part, past), locked={})
    cost, bound = repeat_cost(request, rounds), _bound(request)
    met = {pair for old in request.history for rooms in old.rounds for pair in _pairs(rooms)}
    times = Counter(pair for rooms in rounds for pair in _pairs(rooms))
    again = sum(often - (pair not in met) for pair, often in times.items()) if met else round(cost)
    fewest = fewest_meetings_again(request, rounds) if met else ceil(bound) if bound >= 0 else None
    proven = cost <= bound or again == fewest
    return RoomQuality(again, fewest, proven, who_met_nobody_new(request, rounds), _unmet_wishes(request, rounds))


def fewest_meetings_again(request: Request, rounds: Rounds) -> int:
    """A proven bound where people have met before: whoever meets more people than are new to them repeats some."""
    met = {pair for old in request.history for rooms in old.rounds for pair in _pairs(rooms)}
    people = [person for person in request.people if any(person in room for rooms in rounds for room in rooms)]
    smallest = [min((len(room) for room in rooms if room), default=1) for rooms in rounds]
    at_least = 0
    for person in people:
        new = sum(other != person and (min(person, other), max(person, other)) not in met for other in people)
        here = [least - 1 for rooms, least in zip(rounds, smallest, strict=True) if person in sum(rooms, ())]
        at_least += max(0, sum(here) - new)
    return ceil(at_least / 2)


def quality_sentence(quality: RoomQuality, session: Session) -> str:
    """Who meets nobody new, and which wishes these rooms do not meet."""
    names = [person.name for person in session.people if person.id in quality.nobody_new]
    said = []
    if names:
        count = len(names)
        who = join_and(names) if count <= MOST_NAMED else tr_count("{count} person", "{count} people", count)
        said.append(tr_count("{names} meets nobody new.", "{names} meet nobody new.", count, names=who))
    said += [with_names(sentence, session.people) for sentence in quality.not_met[:MOST_SENTENCES]]
    if (more := len(quality.not_met) - MOST_SENTENCES) > 0:
        said.append(tr_count("{count} more wish not met.", "{count} more wishes not met.", more))
    return " ".join(said)


def _unmet_wishes(request: Request, rounds: Rounds) -> tuple[str, ...]:
    return (*hard_wishes_broken(request, rounds), *soft_wishes_not_met(request, rounds))


def _bound(request: Request) -> float:
    """The proven bound; -1 where rooms made by hand have sizes that the structure does not take."""
    try:
        return lower_bound(request)
    except ValueError:
        return -1.0


def _people_of(session: Session, part: Part) -> Rounds:
    remixed = part.rooms is not None and part.rooms.remixed
    numbers = range(1, part.rounds + 1 if remixed else 2)
    by_key = {(r.part, r.round): tuple(room.people for room in r.rooms) for r in session.rooms}
    return tuple(by_key.get((part.id, n), ()) for n in numbers)


def _pairs(rooms: Round) -> list[tuple[str, str]]:
    return [pair for room in rooms for pair in combinations(sorted(room), 2)]
