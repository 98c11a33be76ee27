"""Small requests and a clock for the tests of rooms."""

from itertools import count

from formats.session.rooms import Plan, Request, SizeRange, plan_rooms


def people(number: int) -> tuple[str, ...]:
    return tuple(f"P{place:03}" for place in range(1, number + 1))


def asked(number: int, rounds: int, least: int, most: int | None = None, **wishes) -> Request:
    return Request(people(number), rounds, SizeRange(least, least, most or least), **wishes)


def planned(request: Request, seconds: float = 0.1, seed: int = 1, **more) -> Plan:
    """A plan with a clock that stands still, so that only the steps end the search."""
    return plan_rooms(request, seed=seed, seconds=seconds, clock=count(0, 0).__next__, **more)
