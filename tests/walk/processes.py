"""Walks in several settings at once, each in a process of its own on a screen of its size."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

LONGEST = 900
"""Seconds after which a walk has got stuck."""


@dataclass(frozen=True, slots=True)
class Report:
    """What one walk saw, and what was wrong there."""

    setting: str
    stops: tuple[str, ...]
    faults: tuple[str, ...]


def walk_apart(setting: str, pictures: Path | None = None) -> Report:
    """Walks once in a process of its own. A walk that breaks off is a fault."""
    taken = ["--pictures", str(pictures / setting)] if pictures else []
    command = [sys.executable, "-m", "tests.walk", setting, "--json", *taken]
    # Our own screen, unless a picture of a real window is wanted.
    environment = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    if pictures is None:
        environment.pop("DISPLAY", None)
    done = subprocess.run(command, capture_output=True, text=True, timeout=LONGEST, env=environment, check=False)
    try:
        told = json.loads(done.stdout.splitlines()[-1])
    except (IndexError, ValueError):
        return Report(setting, (), (f"the walk broke off: {done.stderr[-2000:]}",))
    return Report(setting, tuple(told["stops"]), tuple(told["faults"]))


def workers(settings: Sequence[str]) -> ThreadPoolExecutor:
    """As many walks at once as there are processors."""
    return ThreadPoolExecutor(max_workers=max(1, min(os.cpu_count() or 1, len(settings))))


def walk_each(settings: Sequence[str], pictures: Path | None = None) -> int:
    """Walks in all of these settings and prints what is wrong; gives the exit code."""
    with workers(settings) as pool:
        reports = list(pool.map(lambda setting: walk_apart(setting, pictures), settings))
    for report in reports:
        for fault in report.faults:
            print(f"{report.setting}: {fault}")
        print(f"{report.setting}: {len(report.stops)} stops, {len(report.faults)} faults")
    return 1 if any(report.faults for report in reports) else 0
