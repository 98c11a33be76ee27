"""How would the session in a file run: its stages with clock times, its rooms and roles, what it needs?"""

import json
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from desktop.content.catalogue import Catalogue
from desktop.content.session_files import read_script_from
from formats.language import Message, tr
from formats.session.agenda import Arrangement
from formats.session.dates.date_style import DEFAULT_STYLE, DateStyle
from formats.session.fitting import fit_to
from formats.session.timetable import locked_starts
from formats.session.wording import join_and, join_list
from formats.structures.run_plan import PlannedRoom, PlannedRound, PlannedStage, RunPlan, plan_run

# For translators: how people are arranged: in rooms, in one circle within another, and so on
_ARRANGEMENTS = {
    Arrangement.ROOMS: Message("rooms"),
    Arrangement.NESTED: Message("nested"),
    Arrangement.ROTATING_PAIRS: Message("rotating pairs"),
    Arrangement.STATIONS: Message("stations"),
    Arrangement.HOSTED_TABLES: Message("hosted tables"),
    Arrangement.INNER_CIRCLE: Message("inner circle"),
    Arrangement.WHOLE_ROOM: Message("whole room"),
    Arrangement.TEAMS: Message("teams"),
}
SECONDS = 1.0
CLOCK = "%H:%M"


def plan_at(
    path: Path,
    catalogue: Catalogue,
    *,
    people: int | None = None,
    fit: bool = False,
    dates: DateStyle = DEFAULT_STYLE,
) -> RunPlan:
    """The plan of the session file at a path; `people` stand in for its roster, `fit` makes it fit its time.

    Raises `ScriptError`, or another ValueError with one sentence, for what cannot be used.
    """
    script = read_script_from(path, path.parent, catalogue, stand_ins=people)
    session = script.session
    if fit:
        session = replace(session, agenda=fit_to(session.agenda, session.slot, locked_starts(session)).agenda)
    structures = {structure.id: structure for structure in catalogue.structures}
    plan = plan_run(
        session, structures, presenters=script.presenters, seconds=SECONDS, clock=time.monotonic, dates=dates
    )
    return replace(plan, advice=(*script.advice, *plan.advice))


def as_json(plan: RunPlan) -> str:
    """The plan for programs, in minutes and local clock times."""
    return json.dumps(
        {
            "question": plan.question,
            "stages": [
                {
                    "title": stage.title,
                    "starts": stage.starts.strftime(CLOCK),
                    "minutes": _minutes(stage.length),
                    "round": stage.round,
                }
                for stage in plan.stages
            ],
            "rounds": [
                {
                    "structure": one.structure,
                    "round": one.round,
                    "arrangement": one.arrangement,
                    "rooms": [
                        {"name": room.name, "people": list(room.people), "roles": dict(room.roles)}
                        for room in one.rooms
                    ],
                }
                for one in plan.rounds
            ],
            "needs": list(plan.needs),
            "fits": plan.fits,
            "spare_minutes": _minutes(plan.spare),
            "advice": list(plan.advice),
        },
        ensure_ascii=False,
        indent=1,
    )


def as_lines(plan: RunPlan, dates: DateStyle = DEFAULT_STYLE) -> str:
    """The plan for people: question, agenda, the rooms of each round, what is needed, and what to think of."""
    spare = _spare(plan.spare, dates)
    blocks = [
        tr("The question: {question}", question=plan.question) if plan.question else "",
        "\n".join((*(_stage(stage, dates) for stage in plan.stages), spare)),
        *map(_round, plan.rounds),
        "\n".join((tr("Needed:"), *(f"  {need}" for need in plan.needs))) if plan.needs else "",
        "\n".join(plan.advice),
    ]
    return "\n\n".join(block for block in blocks if block)


def _minutes(length: timedelta) -> int | float:
    minutes = length / timedelta(minutes=1)
    return int(minutes) if minutes.is_integer() else round(minutes, 2)


def _stage(stage: PlannedStage, dates: DateStyle) -> str:
    number = tr("(round {number})", number=stage.round) if stage.round and stage.round > 1 else ""
    minutes = tr("{count} min", count=dates.number(str(_minutes(stage.length))).rjust(4))
    return "  ".join(filter(None, (f"{stage.starts:{CLOCK}}", minutes, stage.title, number)))


def _spare(spare: timedelta, dates: DateStyle) -> str:
    minutes = dates.number(str(_minutes(abs(spare))))
    if spare < timedelta():
        return tr("{minutes} minutes over.", minutes=minutes)
    return tr("{minutes} minutes to spare.", minutes=minutes)


def _round(one: PlannedRound) -> str:
    return "\n".join(
        (
            tr(
                "{structure}, round {number} ({arrangement})",
                structure=one.structure,
                number=one.round,
                arrangement=_ARRANGEMENTS[Arrangement(one.arrangement)],
            ),
            *map(_room, one.rooms),
        )
    )


def _room(room: PlannedRoom) -> str:
    roles = join_list(f"{role} {join_and(people)}" for role, people in room.roles.items() if len(people) == 1)
    said = f"  {room.name}: {join_and(room.people)}"
    return f"{said} ({roles})" if roles else said
