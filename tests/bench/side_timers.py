"""What do side timers cost while they run in sight? CPU of a core, beside none, in one run.

    python -m tests.bench.side_timers [--timers 300] [--seconds 10]

Run is open at 1440 x 900 with a session that has not begun; drawn in software on the offscreen platform.
"""

import argparse
import os
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from desktop.app.application import application
from desktop.app.clearing import Clearing
from desktop.content.catalogue import read_catalogue
from desktop.live.clocks import SteadyClock
from desktop.live_preferences import LivePreferences
from desktop.places.page import PlaceName
from desktop.preferences import Preferences
from tests.bench.clock import percent_of_a_core
from tests.desktop.a_session import a_session

GOAL = 5.0


def main() -> None:
    """Prints the share of a core before and with the timers, and how much each second of one costs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--timers", type=int, default=300)
    parser.add_argument("--seconds", type=float, default=10)
    asked = parser.parse_args()
    _, look = application(Preferences(theme="light"))
    with TemporaryDirectory() as folder:
        app = Clearing(Path(folder, "library.json"), SteadyClock(), LivePreferences(None), look)
        app.start()
        app.window.setGeometry(0, 0, 1440, 900)
        session = a_session(read_catalogue())
        app.repository.keep_session(session)
        app.runner.open(session)
        app.window.show_place(PlaceName.RUN)
        without = percent_of_a_core(asked.seconds)
        for number in range(asked.timers):
            app.side_timers.start(f"Trio {number}", timedelta(minutes=20, milliseconds=3331 * number))
        share = percent_of_a_core(asked.seconds)
        flag = "" if share <= GOAL else f"  <-- over {GOAL:.0f} %"
        print(f"no side timer {without:.1f} %, {asked.timers} of them {share:.1f} % of a core{flag}")
        for timer in app.side_timers.timers:
            app.side_timers.drop(timer.number)
        app.stop()
        app.window.close()


if __name__ == "__main__":
    main()
