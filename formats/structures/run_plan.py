"""How would a session run: when is each stage, who sits where and does what, what is needed, does it fit?"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from math import ceil

from formats.language import tr, tr_count
from formats.session.agenda import Agenda, Part
from formats.session.dates.date_style import DEFAULT_STYLE, DateStyle
from formats.session.rooms import PlanError, SizeError
from formats.session.seating.groups import group_name, word_of
from formats.session.seating.roles import roles_in_words
from formats.session.seating.round_limits import most_rounds
from formats.session.seating.seating import NOBODY, seat_people
from formats.session.session import Room, Session
from formats.session.timetable import planned_starts, session_timetable
from formats.structures.needs import needs_of
from formats.structures.structure import Structure
from formats.structures.unfold import own_role_words

SECONDS_TO_TRY = 0.05
"""Enough to see whether people go into rooms at all."""
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
    """The whole session as it would run. `spare` is below zero where it takes more than the time there is.

    `question` is the session's, as the wall shows it; empty where no structure lives by one.
    """

    question: str
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
    dates: DateStyle = DEFAULT_STYLE,
) -> RunPlan:
    """The session as it would run, with everyone seated.

    Where people do not go into rooms, or there are none, the plan says so in its advice and has no rooms.
    """
    seated, trouble = _seated(session, presenters, seconds, clock)
    return RunPlan(
        question=session.question if session.agenda.shows_question else "",
        stages=_stages(session),
        rounds=tuple(_rounds(seated, structures)),
        needs=tuple(need.sentence for need in needs_of(seated, structures)),
        spare=session_timetable(session).spare,
        advice=(
            *trouble,
            *_unasked(session),
            *_missing_turns(seated),
            *_late(session, dates),
            *_over(session, dates),
        ),
    )


def _seated(
    session: Session, presenters: Mapping[int, str], seconds: float, clock: Callable[[], float]
) -> tuple[Session, tuple[str, ...]]:
    """The session with everyone seated, and why there are no rooms in some of its structures."""
    if not session.present:
        return session, (tr("Nobody is on the list yet, so there are no rooms."),)
    parts, trouble = session.agenda.structures, {}
    for part in parts:
        try:
            _seat(session, (part,), presenters if part is parts[0] else NOBODY, SECONDS_TO_TRY, clock)
        except (PlanError, SizeError) as error:
            trouble[part.id] = str(error)
    seatable = tuple(part for part in parts if part.id not in trouble)
    first = NOBODY if not parts or parts[0].id in trouble else presenters
    return _seat(session, seatable, first, seconds, clock), tuple(trouble.values())


def _seat(
    session: Session,
    parts: tuple[Part, ...],
    presenters: Mapping[int, str],
    seconds: float,
    clock: Callable[[], float],
) -> Session:
    only = replace(session, agenda=Agenda(parts))
    return session.with_rooms(seat_people(only, presenters=presenters, seconds=seconds, clock=clock).rounds)


def _stages(session: Session) -> tuple[PlannedStage, ...]:
    starts, made = planned_starts(session), []
    for stage in session.agenda.stages:
        number = stage.key.round if stage.repeats else None
        made.append(PlannedStage(stage.title, session.local_time(starts[stage.key]), stage.length, number))
    return tuple(made)


def _rounds(session: Session, structures: Mapping[str, Structure]) -> Iterator[PlannedRound]:
    """Every round of every structure, also those that have no rooms."""
    names = {person.id: person.name for person in session.people}
    seated = {(one.part, one.round): one.rooms for one in session.rooms}
    for part in session.agenda.structures:
        assert part.rooms is not None, "every structure is arranged in some way"
        for number in range(1, part.rounds + 1):
            there = seated.get((part.id, number), ())
            rooms = tuple(_room(part, room, names, structures.get(part.structure)) for room in there)
            yield PlannedRound(part.title, number, part.rooms.arrangement.value, rooms)


def _room(part: Part, room: Room, names: Mapping[str, str], structure: Structure | None) -> PlannedRoom:
    own_words = own_role_words(structure) if structure else {}
    roles = {
        own_words.get(role, role): tuple(names[person] for person in people)
        for role, people in roles_in_words(part, room).items()
    }
    return PlannedRoom(group_name(word_of(part), room), tuple(names[p] for p in room.people), roles)


def _unasked(session: Session) -> tuple[str, ...]:
    """Whether a question is shown that nobody wrote."""
    unasked = session.agenda.shows_question and not session.question
    return (tr("The question people work on is not written yet."),) if unasked else ()


def _missing_turns(session: Session) -> tuple[str, ...]:
    """Structures in which somebody would have no turn."""
    said = []
    for part in session.agenda.structures:
        needs = part.rooms
        turns = most_rounds(needs, len(session.present)) if needs and needs.one_round_each else 0
        if needs is not None and session.present and part.rounds < turns:
            said.append(
                tr_count(
                    "{part} needs {count} more round, or some will not be {presenter}.",
                    "{part} needs {count} more rounds, or some will not be {presenter}.",
                    turns - part.rounds,
                    part=part.title,
                    presenter=needs.presenter,
                )
            )
    return tuple(said)


def _late(session: Session, dates: DateStyle) -> Iterator[str]:
    """What does not end before the locked start of the stage after it."""
    for stretch in session_timetable(session).stretches:
        if stretch.over and stretch.until is not None:
            over = _minutes(stretch.over, dates)
            yield tr(
                "What comes before “{until}” is {over} too long for its locked start.",
                until=stretch.until.title,
                over=over,
            )


def _over(session: Session, dates: DateStyle) -> tuple[str, ...]:
    """Whether it ends after the time there is."""
    late = session_timetable(session).ends - session.slot
    if late <= ZERO:
        return ()
    return (tr("It is {minutes} too long for the time there is.", minutes=_minutes(late, dates)),)


def _minutes(length: timedelta, dates: DateStyle) -> str:
    several = 1 if length == MINUTE else max(ceil(length / MINUTE), 2)
    return tr_count("{count} minute", "{count} minutes", several, count=dates.number(f"{length / MINUTE:g}"))
