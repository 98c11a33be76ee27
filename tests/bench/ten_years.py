"""What does each act cost on the UI thread with ten years in the library? Processor time, and the longest block.

    python -m tests.bench.ten_years [--sessions 500] [--only CHAPTER ...] [--profile TEXT] [--keep FILE]

Three series of a third of the sessions each, 100 notes a session, the run log of a whole hour; made by the app's
own means. All is measured on one thread, so that background work and other programs do not count. `--keep` names
a library that is made there once and used again; `--notes` and `--people` are those of the session to come. The
chapters are places, lists, run, search, look and close. `--profile` shows what takes the time of acts with this
text; what holds the thread over 50 ms is told at the end, call by call.
"""

import argparse
import os
import shutil
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from desktop.app.application import application
from desktop.app.preload import modules
from desktop.preferences import Preferences
from tests.bench.years.acts import Years
from tests.bench.years.library import Size, fill
from tests.bench.years.watching import told_stacks


def main() -> None:
    """The table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    usual = Size()
    parser.add_argument("--sessions", type=int, default=usual.sessions)
    parser.add_argument("--notes", type=int, default=usual.coming_notes)
    parser.add_argument("--people", type=int, default=usual.coming_people)
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--profile", default="")
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    size = Size(sessions=asked.sessions, coming_notes=asked.notes, coming_people=asked.people)
    _, look = application(Preferences(theme="light"))
    for module in modules():
        import_module(module)
    with TemporaryDirectory() as folder:
        made = asked.keep or Path(folder, "made.json")
        fill(made, size)
        library = Path(folder, "library.json")
        shutil.copy(made, library)
        print(f"{'':66}{'ms':>9}{'block':>9}")
        years = Years(library, look, size, profiled=asked.profile)
        for name, chapter in years.chapters.items():
            if name in (asked.only or years.chapters) or name == "close":
                chapter()
        print(told_stacks(years.spent))


if __name__ == "__main__":
    main()
