"""What does something cost, and how fast does that grow with how much there is of it?"""

import gc
from collections.abc import Callable, Sequence
from math import log
from statistics import linear_regression
from time import process_time

MOST_GROWTH = 1.1


def cpu_seconds(work: Callable[[], object], times: int = 2) -> float:
    """The least processor time of a few runs: other programs do not count, nor what is looked up once.

    Nor does the collection of garbage, which the app puts off until nothing else is to be done.
    """
    spent = []
    gc.disable()
    for _ in range(times):
        began = process_time()
        work()
        spent.append(process_time() - began)
    gc.enable()
    return min(spent)


def growth(sizes: Sequence[int], costs: Sequence[float]) -> float:
    """The exponent with which a cost grows: 1 where twice as much takes twice as long; by least squares."""
    x, y = [log(size) for size in sizes], [log(max(cost, 1e-4)) for cost in costs]
    return linear_regression(x, y).slope


def print_row(name: str, sizes: Sequence[int], costs: Sequence[float], *, rest: str = "", why: str = "") -> None:
    """One line of a table; what grows faster than its size is marked, or says why it does."""
    exponent = growth(sizes, costs)
    figures = "".join(f"{cost * 1000:9.1f}" for cost in costs)
    mark = f"  {why or f'<-- grows faster than {MOST_GROWTH:g}'}" if exponent > MOST_GROWTH else ""
    print(f"{name:12}{figures} ms{exponent:7.2f}{rest}{mark}", flush=True)
