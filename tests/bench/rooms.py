"""How good are our room plans? A table of costs at 0.1, 1 and 5 seconds beside the bound and the best known.

    python -m tests.bench.rooms [--cases FILE] [--seconds 0.1 1 5] [--only TEXT] [--seed N] [--more]

Cases are read from tests/bench/rooms_cases.json unless another file is named.
`--more` adds cases of our own that are known to have a plan without repeats.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

from formats.session.rooms import Plan, Request, plan_rooms
from formats.session.rooms.request_file import request_from_json
from tests.session.rooms.oracle import cost_of, what_is_wrong

OWN_CASES = Path(__file__).parent / "rooms_cases.json"
KNOWN = [
    (18, 6, 8),
    (21, 7, 10),
    (24, 8, 11),
    (28, 7, 9),
    (36, 9, 11),
    (30, 6, 6),
    (64, 8, 9),
    (30, 10, 12),
    (20, 5, 5),
]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cases", type=Path, default=OWN_CASES)
    parser.add_argument("--seconds", type=float, nargs="+", default=[0.1, 1.0, 5.0])
    parser.add_argument("--only", default="")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--more", action="store_true")
    asked = parser.parse_args()
    cases = json.loads(asked.cases.read_text(encoding="utf-8")) + (list(more_cases()) if asked.more else [])
    cases = [case for case in cases if asked.only in case["name"]]
    print_table(cases, asked.seconds, asked.seed)


def more_cases() -> Iterator[dict[str, Any]]:
    """Cases that are known to have a plan without repeats (Harvey and Winterer 2005)."""
    for people, rooms, rounds in KNOWN:
        names = [f"P{number:03}" for number in range(1, people + 1)]
        size = {"min": people // rooms, "max": people // rooms}
        request = {"people": names, "rounds": rounds, "rooms": rooms, "size": size}
        yield {
            "name": f"known-{people}p-{rooms}g-{rounds}r",
            "request": request,
            "lower_bound": 0,
            "best_known": 0.0,
        }


def print_table(cases: list[dict[str, Any]], seconds: list[float], seed: int) -> None:
    heads = "".join(f"{f'{length:g} s':>9}" for length in seconds)
    print(f"{'case':26}{'first':>9}{heads}{'bound':>9}{'best':>9}{'tool 20s':>9}")
    columns: list[list[float]] = [[] for _ in seconds]
    for case in cases:
        request = request_from_json(json.dumps(case["request"]))
        shown: list[float] = []
        plans = [timed(request, length, seed, shown) for length in seconds]
        for column, plan in zip(columns, plans, strict=True):
            column.append(plan.repeat_cost)
        ours = "".join(f"{plan.repeat_cost:9.2f}" for plan in plans)
        tool = (case.get("good_enough_golfers") or {}).get("20")
        print(
            f"{case['name']:26}{shown[0]:8.3f}s{ours}{plans[-1].lower_bound:9.2f}"
            f"{said(case.get('best_known')):>9}{said(tool):>9}",
            flush=True,
        )
    print_sums(cases, seconds, columns)


def timed(request: Request, seconds: float, seed: int, shown: list[float]) -> Plan:
    """A judged plan; `shown` gets the seconds to the first one."""
    began = perf_counter()

    def note(_: Plan) -> None:
        shown.append(perf_counter() - began)

    plan = plan_rooms(request, seed=seed, seconds=seconds, clock=perf_counter, progress=note)
    wrong = what_is_wrong(request, plan.rounds)
    assert not wrong, wrong
    assert abs(plan.repeat_cost - cost_of(request, plan.rounds)) < 1e-9
    return plan


def print_sums(cases: list[dict[str, Any]], seconds: list[float], columns: list[list[float]]) -> None:
    known = [place for place, case in enumerate(cases) if case.get("best_known") is not None]
    best = [cases[place]["best_known"] for place in known]
    for length, column in zip(seconds, columns, strict=True):
        ours = [column[place] for place in known]
        reached = sum(cost <= goal + 1e-9 for cost, goal in zip(ours, best, strict=True))
        free = [cost for cost, goal in zip(ours, best, strict=True) if goal == 0]
        print(
            f"{length:g} s: best known or better in {reached} of {len(known)}, "
            f"sum {sum(ours):.2f} (best known {sum(best):.2f}), "
            f"no repeats in {sum(cost == 0 for cost in free)} of {len(free)} where none is needed"
        )


def said(cost: float | None) -> str:
    return "" if cost is None else f"{cost:.2f}"


if __name__ == "__main__":
    main()
