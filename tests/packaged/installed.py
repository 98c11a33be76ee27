"""Does Clearing work where it was installed as a package? Reads what came along, and plays the sample session.

    python -m tests.packaged.installed FOLDER_OF_A_VIRTUAL_ENVIRONMENT

It may be any environment that has nothing of this checkout in it, such as the one that pipx makes.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.packaged.__main__ import main as play_sample

ROOT = Path(__file__).parent.parent.parent
SAID = """
import json, sys
from importlib.metadata import distribution
from desktop.content.changes import read_changes
from desktop.content.guide.pages import read_guide
from desktop.content.licences import licences
one = distribution("clearing")
print(json.dumps({
    "names": (one.read_text("top_level.txt") or "").split(),
    "files": [file.as_posix() for file in one.files or ()],
    "commands": {entry.name: entry.group for entry in one.entry_points},
    "classifiers": one.metadata.get_all("Classifier"),
    "title": read_changes().title,
    "pages": len(read_guide().pages),
    "licences": len(licences()),
}))
"""
NAMES = ["desktop", "formats", "resources"]
COMMANDS = {"clearing": "console_scripts", "clearing-window": "gui_scripts"}
CAME_ALONG = ("licenses/LICENSE", "licenses/NOTICE.md", "resources/CHANGELOG.md", "desktop/look.qss")
ONLY_FOR_PACKING = ("resources/install/", "tests/")


def main(environment: Path) -> int:
    """Gives 0 where all is as it should be, else says what is not."""
    folder = environment / ("Scripts" if os.name == "nt" else "bin")
    faults = list(_faults(json.loads(_run(folder / "python", "-c", SAID))))
    for fault in faults:
        print(f"installed: {fault}")
    return 1 if faults else play_sample(folder / "clearing")


def _faults(said: dict[str, Any]) -> list[str]:
    """What is not as it should be."""
    first = next(
        line for line in (ROOT / "CHANGELOG.md").read_text("utf-8").splitlines() if line.startswith("## ")
    )
    wrong = [
        *(f"{name} is missing" for name in CAME_ALONG if not any(file.endswith(name) for file in said["files"])),
        *(f"{file} is no part of it" for file in said["files"] if file.startswith(ONLY_FOR_PACKING)),
    ]
    expected = {"names": NAMES, "commands": COMMANDS, "title": first.removeprefix("## ")}
    wrong += [f"{what}: {said[what]}, not {value}" for what, value in expected.items() if said[what] != value]
    return wrong + [f"no {what}" for what in ("classifiers", "pages", "licences") if not said[what]]


def _run(program: Path, *words: str) -> str:
    """What a program of the environment prints, elsewhere than in this checkout."""
    done = subprocess.run([program, "-I", *words], capture_output=True, text=True, check=True, cwd=program.parent)
    return done.stdout


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
