"""A request for rooms as JSON text: what does it ask, and if it cannot be read, what is wrong with it?"""

import json
from collections.abc import Callable
from difflib import get_close_matches
from math import isfinite
from typing import Any

from formats.language import tr
from formats.session.room_sizes import SizeRange
from formats.session.rooms.planning import plan_rooms
from formats.session.rooms.request import PastSession, Plan, PlanError, Request, RoomPeople, Round

MOST_CHARACTERS = 5_000_000
USUAL_SIZE = 4
KEYS = (
    "people", "rounds", "size", "rooms", "apart", "together", "apart_by", "spread", "hosts", "absent",
    "locked", "uneven", "history",
)  # fmt: skip


class RequestError(ValueError):
    """The request cannot be read or its wishes contradict each other; the text says which."""


def plan_from_json(text: str, *, seconds: float, seed: int, clock: Callable[[], float]) -> dict[str, Any]:
    """The plan for a request in JSON, ready to be written as JSON. Raises RequestError with a sentence."""
    began = clock()
    request = request_from_json(text)
    try:
        plan = plan_rooms(request, seed=seed, seconds=seconds, clock=clock)
    except PlanError as error:
        raise RequestError(str(error)) from error
    return plan_as_json(plan, round(clock() - began, 3))


def plan_as_json(plan: Plan, seconds: float) -> dict[str, Any]:
    """The plan as an object of lists, numbers and names."""
    return {
        "rounds": [[list(room) for room in rooms] for rooms in plan.rounds],
        "repeat_cost": plan.repeat_cost,
        "lower_bound": plan.lower_bound,
        "pairs_again": plan.pairs_again,
        "wishes": list(plan.wishes),
        "nobody_new": list(plan.nobody_new),
        "finished": plan.finished,
        "seconds": seconds,
        "seed": plan.seed,
    }


def request_from_json(text: str) -> Request:
    """The request that the text holds. Raises RequestError."""
    asked = _object_in(text)
    people, attributes = _people(asked)
    rooms = None if asked.get("rooms") is None else _whole_number(asked["rooms"], "rooms")
    return Request(
        people=people,
        rounds=_whole_number(_required_value(asked, "rounds"), "rounds"),
        sizes=_sizes(asked, len(people)),
        rooms=rooms,
        apart=_groups(asked.get("apart"), "apart"),
        together=_groups(asked.get("together"), "together"),
        apart_by=_names(_list(asked.get("apart_by"), "apart_by"), "apart_by"),
        spread=_names(_list(asked.get("spread"), "spread"), "spread"),
        hosts={
            name: _whole_number(room, tr("the room of {name} in hosts", name=name))
            for name, room in _mapping(asked, "hosts").items()
        },
        absent={
            name: frozenset(
                _whole_number(number, tr("absent for {name}", name=name))
                for number in _list(missed, tr("absent for {name}", name=name))
            )
            for name, missed in _mapping(asked, "absent").items()
        },
        locked=_locked_rounds(asked),
        uneven=_yes_or_no(asked, "uneven"),
        history=_history(asked),
        attributes=attributes,
    )


def _object_in(text: str) -> dict[str, Any]:
    if len(text) > MOST_CHARACTERS:
        raise RequestError(
            tr(
                "The request is too long: {count} characters, and {most_characters} are the most.",
                count=len(text),
                most_characters=MOST_CHARACTERS,
            )
        )
    try:
        asked = json.loads(text)
    except json.JSONDecodeError as error:
        raise RequestError(
            tr(
                "The request is not valid JSON: look at line {lineno}, column {colno}.",
                lineno=error.lineno,
                colno=error.colno,
            )
        ) from error
    except (ValueError, RecursionError) as error:
        raise RequestError(tr("The request cannot be read: a number or a nesting in it is too large.")) from error
    if not isinstance(asked, dict):
        raise RequestError(tr("The request must be an object with people, rounds and size."))
    for key in asked.keys() - set(KEYS):
        # An extra key does no harm, but a wish lost to a slip of the pen would be broken silently.
        if meant := get_close_matches(key, KEYS, n=1, cutoff=0.75):
            raise RequestError(
                tr("The request has {key}; did you mean {meant}?", key=repr(key), meant=repr(meant[0]))
            )
    return asked


def _required_value(asked: dict[str, Any], key: str) -> Any:
    if key not in asked:
        raise RequestError(tr("The request does not say {key}.", key=key))
    return asked[key]


def _people(asked: dict[str, Any]) -> tuple[tuple[str, ...], dict[str, dict[str, str]]]:
    attributes: dict[str, dict[str, str]] = {}
    names: list[str] = []
    for person in _list(_required_value(asked, "people"), "people"):
        values = person if isinstance(person, dict) else {"name": person}
        name = values.get("name")
        if not isinstance(name, str) or not name.strip():
            raise RequestError(
                tr("Everybody in people needs a name; number {count} has none.", count=len(names) + 1)
            )
        names.append(name)
        attributes[name] = {key: _as_text(value) for key, value in values.items() if key != "name"}
    return tuple(names), attributes


def _as_text(value: Any) -> str:
    return (
        "" if value is None else value.strip() if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    )


def _sizes(asked: dict[str, Any], people: int) -> SizeRange:
    size = asked.get("size")
    if size is None:
        return SizeRange(1, max(1, min(USUAL_SIZE, people)), max(1, people))
    if not isinstance(size, dict) or not {"min", "max"} <= size.keys():
        raise RequestError(tr("size must be an object with min and max."))
    least, most = _whole_number(size["min"], "size min"), _whole_number(size["max"], "size max")
    if not 1 <= least <= most:
        raise RequestError(
            tr("size must rise from min to max, both at least 1; it is {least} to {most}.", least=least, most=most)
        )
    # Without a usual size the smallest rooms are taken: there the fewest pairs meet.
    usual = _whole_number(size["usual"], "size usual") if "usual" in size else least
    return SizeRange(least, min(max(usual, least), most), most)


def _locked_rounds(asked: dict[str, Any]) -> dict[int, Round]:
    locked = {}
    for key, rooms in _mapping(asked, "locked").items():
        if not key.strip().isdecimal():
            raise RequestError(tr("locked must name rounds by number from 1, not {key}.", key=repr(key)))
        locked[int(key)] = _groups(rooms, tr("locked round {key}", key=key))
    return locked


def _history(asked: dict[str, Any]) -> tuple[PastSession, ...]:
    sessions = []
    for number, session in enumerate(_list(asked.get("history"), "history"), 1):
        where = tr("session {number} of history", number=number)
        if not isinstance(session, dict) or "rounds" not in session:
            raise RequestError(tr("Session {number} of history must be an object with rounds.", number=number))
        rounds = tuple(_groups(rooms, where) for rooms in _list(session["rounds"], where))
        sessions.append(PastSession(rounds, _weight(session.get("weight"), where)))
    return tuple(sessions)


def _weight(weight: Any, where: str) -> float | None:
    if weight is None:
        return None
    if isinstance(weight, bool) or not isinstance(weight, int | float) or not isfinite(weight) or weight < 0:
        raise RequestError(tr("The weight of {where} must be a number, 0 or more.", where=where))
    return float(weight)


def _whole_number(value: Any, what: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise RequestError(tr("{what} must be a whole number, not {value}.", what=what, value=_short_value(value)))
    return value


def _yes_or_no(asked: dict[str, Any], key: str) -> bool:
    value = asked.get(key, False)
    if not isinstance(value, bool):
        raise RequestError(tr("{key} must be true or false, not {value}.", key=key, value=_short_value(value)))
    return value


def _mapping(asked: dict[str, Any], key: str) -> dict[str, Any]:
    value = asked.get(key)
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise RequestError(tr("{key} must be an object, not {value}.", key=key, value=_short_value(value)))
    return value


def _list(value: Any, what: str) -> list[Any]:
    if value is None:
        return []
    if not isinstance(value, list):
        raise RequestError(tr("{what} must be a list, not {value}.", what=what, value=_short_value(value)))
    return value


def _names(values: list[Any], what: str) -> RoomPeople:
    for value in values:
        if not isinstance(value, str):
            raise RequestError(tr("{what} must hold names, not {value}.", what=what, value=_short_value(value)))
    return tuple(values)


def _groups(value: Any, what: str) -> Round:
    return tuple(_names(_list(group, what), what) for group in _list(value, what))


def _short_value(value: Any, most: int = 40) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= most else f"{text[:most]}..."
