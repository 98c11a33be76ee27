"""How would a session run: when is each stage, who sits where and does what, what is needed, does it fit?"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from formats.session.agenda import Part
from formats.session.rooms import PlanError, SizeError
from formats.session.seating.groups import group_name, word_of
from formats.session.seating.roles import roles_in_words
from formats.session.seating.round_limits import most_rounds
from formats.session.seating.seating import seat_people
from formats.session.session import Room, Session
from formats.session.timetable import planned_starts, session_timetable
from formats.session.wording import counted_noun, join_and
from formats.structures.structure import Structure
from formats.structures.unfold import own_role_words

MINUTE = timedelta(minutes=1)
ZERO = timedelta()


@dataclass(frozen=True, slots=True)
class PlannedStage:
    """A stage with the time at which it begins, on the clock of the place; `round` None outside rounds."""

    title: str
    starts: datetime
    length: timedelta
    round: int | None


@dataclass(frozen=True, slots=True)
class PlannedRoom:
    """A room by its name, with names of people: all of them, and by role in the structure's own words."""

    name: str
    people: tuple[str, ...]
    roles: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class PlannedRound:
    """One round of a structure, and how its people are arranged."""

    structure: str
    round: int
    arrangement: str
    rooms: tuple[PlannedRoom, ...]


@dataclass(frozen=True, slots=True)
class RunPlan:
    """The whole session as it would run. `spare` is below zero where it takes more than the time there is."""

    stages: tuple[PlannedStage, ...]
    rounds: tuple[PlannedRound, ...]
    needs: tuple[str, ...]
    spare: timedelta
    advice: tuple[str, ...]

    @property
    def fits(self) -> bool:
        """Whether it ends in time."""
        return self.spare >= ZERO


def plan_run(
    session: Session,
    structures: Mapping[str, Structure],
    *,
    presenters: Mapping[int, str],
    seconds: float,
    clock: Callable[[], float],
) -> RunPlan:
    """The session as it would run, with everyone seated.

    Where people do not go into rooms, or there are none, the plan says so in its advice and has no rooms.
    """
    seated, trouble = _seated(session, presenters, seconds, clock)
    spare = session_timetable(session).spare
    return RunPlan(
        stages=_stages(session),
        rounds=tuple(_rounds(seated, structures)),
        needs=_needs(seated, structures),
        spare=spare,
        advice=(*trouble, *_missing_turns(seated), *_over(spare)),
    )


def _seated(
    session: Session, presenters: Mapping[int, str], seconds: float, clock: Callable[[], float]
) -> tuple[Session, tuple[str, ...]]:
    if not session.present:
        return session, ("Nobody is on the list yet, so there are no rooms.",)
    try:
        seating = seat_people(session, presenters=presenters, seconds=seconds, clock=clock)
    except (PlanError, SizeError) as error:
        return session, (str(error),)
    return session.with_rooms(seating.rounds), ()


def _stages(session: Session) -> tuple[PlannedStage, ...]:
    starts, made = planned_starts(session), []
    for stage in session.agenda.stages:
        number = stage.key.round if stage.repeats else None
        made.append(PlannedStage(stage.title, session.local_time(starts[stage.key]), stage.length, number))
    return tuple(made)


def _rounds(session: Session, structures: Mapping[str, Structure]) -> list[PlannedRound]:
    names = {person.id: person.name for person in session.people}
    made = []
    for one in session.rooms:
        part = session.agenda.part(one.part)
        if part is None or part.rooms is None:
            continue
        rooms = tuple(_room(part, room, names, structures.get(part.structure)) for room in one.rooms)
        made.append(PlannedRound(part.title, one.round, part.rooms.arrangement.value, rooms))
    return made


def _room(part: Part, room: Room, names: Mapping[str, str], structure: Structure | None) -> PlannedRoom:
    own_words = own_role_words(structure) if structure else {}
    roles = {
        own_words.get(role, role): tuple(names[person] for person in people)
        for role, people in roles_in_words(part, room).items()
    }
    return PlannedRoom(group_name(word_of(part), room), tuple(names[p] for p in room.people), roles)


def _needs(session: Session, structures: Mapping[str, Structure]) -> tuple[str, ...]:
    """What the room needs: chairs as they are to stand, then what each structure asks for, each thing once."""
    used = [structures[part.structure] for part in session.agenda.structures if part.structure in structures]
    chairs = (sentence for part in session.agenda.structures if (sentence := _chairs(session, part)))
    return tuple(dict.fromkeys((*chairs, *(need for structure in used for need in structure.needs))))


def _chairs(session: Session, part: Part) -> str:
    rooms = next((one.rooms for one in session.rooms if one.part == part.id), ())
    if not rooms:
        return ""
    sizes = sorted({len(room.people) for room in rooms}, reverse=True)
    counts = [(sum(len(room.people) == size for room in rooms), size) for size in sizes]
    places = join_and(f"{counted_noun(count, 'group')} of {size}" for count, size in counts)
    chairs = counted_noun(sum(len(room.people) for room in rooms), "chair")
    return f"{chairs} in one circle" if len(rooms) == 1 else f"{chairs}, in {places}"


def _missing_turns(session: Session) -> tuple[str, ...]:
    """Structures in which somebody would have no turn."""
    said = []
    for part in session.agenda.structures:
        needs = part.rooms
        turns = most_rounds(needs, len(session.present)) if needs and needs.one_round_each else 0
        if needs is not None and session.present and part.rounds < turns:
            more = counted_noun(turns - part.rounds, "more round")
            said.append(f"{part.title} needs {more}, or some will not be {needs.presenter}.")
    return tuple(said)


def _over(spare: timedelta) -> tuple[str, ...]:
    if spare >= ZERO:
        return ()
    minutes = f"{-spare / MINUTE:g}"
    return (f"It is {minutes} {'minute' if minutes == '1' else 'minutes'} too long for the time there is.",)
