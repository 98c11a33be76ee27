"""How do the costs of ten years grow with sessions, people and notes? Each is doubled and doubled again.

    python -m tests.bench.ten_years_growth [--only sessions people notes]

The exponent is that of the processor time of the UI thread between the smallest and the largest: 1 is in
proportion, 2 is with the square. Where more than 1.1 is right a line says why.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import astuple
from importlib import import_module
from math import log
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QThreadPool

from desktop.app.application import application
from desktop.app.preload import modules
from desktop.preferences import Preferences
from tests.bench.years.acts import Years
from tests.bench.years.library import Size, fill

MOST = 1.1
LEAST_MS = 20.0
"""What takes less even where there is most is no matter, however it grows."""
GROWING = {
    "sessions": tuple(Size(sessions=count, notes=25) for count in (125, 250, 500)),
    "people": tuple(Size(sessions=120, people=count, notes=25, coming_people=count) for count in (50, 100, 200)),
    "notes": tuple(Size(sessions=30, coming_notes=count) for count in (250, 500, 1000)),
}
REASONS = {
    ("people", "Prepare, first visit"): "pairs that meet again are counted over all who could meet",
}
CHAPTERS = ("places", "lists", "run", "search")


def costs(size: Size) -> dict[str, float]:
    """What each act costs with so much in the library, in milliseconds: in a process of its own."""
    told = subprocess.run(
        [sys.executable, "-m", "tests.bench.ten_years_growth", "--of", *map(str, astuple(size))],
        check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    found: dict[str, float] = json.loads(told.stdout.splitlines()[-1])
    return found


def measure(size: Size) -> dict[str, float]:
    """The same, here."""
    _, look = application(Preferences(theme="light"))
    for module in modules():
        import_module(module)
    with TemporaryDirectory() as folder:
        library = Path(folder, "library.json")
        fill(library, size)
        years = Years(library, look, size, quiet=True)
        for name in CHAPTERS:
            years.chapters[name]()
        years.close()
        QThreadPool.globalInstance().waitForDone()
    return {spent.act: spent.total for spent in years.spent}


def lines(what: str, sizes: tuple[Size, ...], found: list[dict[str, float]]) -> Iterator[str]:
    """The table of what grows with one of the three."""
    for act, largest in found[-1].items():
        each = [one[act] for one in found]
        exponent = log(largest / each[0]) / log(2 ** (len(sizes) - 1))
        flag = "  <-- over 1.1" if exponent > MOST and largest > LEAST_MS else ""
        why = f"  {REASONS[what, act]}" if flag and (what, act) in REASONS else ""
        yield f"{act:56}" + "".join(f"{ms:9.1f}" for ms in each) + f"{exponent:7.2f}{flag}{why}"


def main() -> None:
    """A table for each."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", nargs="*", choices=tuple(GROWING), default=list(GROWING))
    parser.add_argument("--of", nargs=5, type=int, help="one size, as figures for the table")
    asked = parser.parse_args()
    if asked.of:
        print(json.dumps(measure(Size(*asked.of))))
        return
    for what in asked.only:
        sizes = GROWING[what]
        print(f"\n{what}: {', '.join(size.name for size in sizes)}, exponent", flush=True)
        print("\n".join(lines(what, sizes, [costs(size) for size in sizes])), flush=True)


if __name__ == "__main__":
    main()
