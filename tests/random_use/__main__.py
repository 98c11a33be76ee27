"""An hour of random use, or as long as you like; each fault is told as the fewest acts that lead to it.

    python -m tests.random_use --minutes 60 --seed 1

The exit code is 1 where a fault was found. The figures say how soon the window answered; the goal is a second.
"""

import argparse
import faulthandler
import os
import sys
from time import monotonic

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from desktop.app.application import application
from desktop.preferences import Preferences
from tests.random_use.play import play_by_chance, seeds_from
from tests.random_use.report import shrunk, told

ACTS_EACH = 150
GOAL = 1.0


def main() -> int:
    """Plays seed after seed until the time is over."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1, help="the first seed; others follow")
    parser.add_argument("--acts", type=int, default=ACTS_EACH, help="how many acts from each seed")
    parser.add_argument("--once", action="store_true", help="only the first seed")
    arguments = parser.parse_args()
    faulthandler.enable()
    _, look = application(Preferences())
    end, done, found, slowest = monotonic() + arguments.minutes * 60, 0, 0, 0.0
    for seed, start in seeds_from(arguments.seed):
        played = play_by_chance(look, start, seed, arguments.acts)
        done += len(played.acts)
        slowest = max(slowest, played.slowest)
        late = f", slow: {played.slowest_act}" if played.slowest > GOAL else ""
        print(f"seed {seed}: {len(played.acts)} acts, slowest {played.slowest * 1000:.0f} ms{late}", flush=True)
        if played.fault is not None:
            found += 1
            print(told(played, seed), "\nFewer acts are being looked for.", flush=True)
            print(told(shrunk(look, played), seed), flush=True)
        if arguments.once or monotonic() > end:
            break
    print(f"{done} acts, {found} faults, slowest answer {slowest * 1000:.0f} ms (goal {GOAL * 1000:.0f} ms)")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
