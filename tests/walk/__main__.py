"""`python -m tests.walk [SETTING ...] [--pictures DIR]`: walks, prints what is wrong, and takes the pictures."""

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

from tests.walk.settings import EVERY, Setting


def main() -> int:
    """One setting is walked here; several each in a process of its own, on a screen of their size."""
    parser = argparse.ArgumentParser(prog="python -m tests.walk", description=__doc__)
    parser.add_argument("settings", nargs="*", metavar="SETTING", help=", ".join(EVERY))
    parser.add_argument("--pictures", type=Path, metavar="DIR", help="a folder for a picture of every stop")
    parser.add_argument("--json", action="store_true", help="what is wrong as a list")
    chosen = parser.parse_args()
    unknown = [name for name in chosen.settings if name not in EVERY]
    if unknown:
        parser.error(f"there is no setting {unknown[0]}; there are {', '.join(EVERY)}")
    if len(chosen.settings) != 1:
        from tests.walk.processes import walk_each

        return walk_each(chosen.settings or list(EVERY), chosen.pictures)
    setting = EVERY[chosen.settings[0]]
    _stand_before_a_screen(setting)
    from tests.walk.walking import walk  # Qt reads the screen as it is imported

    visitor = walk(setting, chosen.pictures)
    if chosen.json:
        print(json.dumps({"stops": visitor.stops, "faults": visitor.faults}))
    else:
        print(
            "\n".join(
                [*visitor.faults, f"{setting.name}: {len(visitor.stops)} stops, {len(visitor.faults)} faults"]
            )
        )
    return 1 if visitor.faults else 0


def _stand_before_a_screen(setting: Setting) -> None:
    """The real one where there is a display, else one of the setting's size that nobody sees."""
    if os.environ.get("DISPLAY") and "QT_QPA_PLATFORM" not in os.environ:
        return
    screen = {
        "name": "walk", "x": 0, "y": 0, "width": setting.width, "height": setting.height,
        "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1,
    }  # fmt: skip
    described = Path(tempfile.mkdtemp(prefix="clearing-walk-")) / "screen.json"
    described.write_text(json.dumps({"screens": [screen]}), "utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={described}"


if __name__ == "__main__":
    sys.exit(main())
