"""Does the packaged app do its main job? Plays the sample session in it, and reads what came out.

python -m tests.packaged dist/Clearing/clearing
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePath

from pypdf import PdfReader
from tinydb import TinyDB

SAMPLE = Path(__file__).parent.parent.parent / "resources" / "samples" / "reference-session.json"
SPEED = "2000"
LINES_FOR_STAGES = 10
FORMATS = ("md", "html", "pdf", "docx", "odt", "xlsx", "csv", "txt", "clearing")


@dataclass(frozen=True)
class PackagedApp:
    """How it is run, which gives what it printed, and the folder it writes to, as seen from here and by it."""

    run: Callable[..., str]
    folder: Path
    seen_as: PurePath


def main(program: Path) -> int:
    """Gives 0 when everything is there, else says what is not."""
    with tempfile.TemporaryDirectory() as folder:
        faults = faults_of(PackagedApp(partial(_ran, program), Path(folder), Path(folder)))
    for fault in faults:
        print(f"packaged app: {fault}")
    print(
        f"packaged app: {megabytes(program.parent):.0f} MB, {'FAILED' if faults else 'played the sample session'}"
    )
    return 1 if faults else 0


def faults_of(app: PackagedApp) -> list[str]:
    """Plays the sample session in it, and says what of that did not come out as it should."""
    library, exports = app.seen_as / "library.json", app.seen_as / "exports"
    said = app.run("rehearse", "--library", library, "--export", exports, "--speed", SPEED)
    return [
        *_in_lines(said),
        *_in_library(app.folder / "library.json"),
        *_in_exports(app.folder / "exports"),
        *_in_list(app.run("list", "--json", "--library", library)),
        *_in_every_format(app, library),
    ]


def megabytes(folder: Path) -> float:
    """What the files of a folder take."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink()) / 1e6


def _ran(program: Path, *arguments: object) -> str:
    # Nothing of this checkout's Python may leak into the frozen one.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [program, *map(str, arguments)], capture_output=True, text=True, check=False, env=environment, timeout=300
    )
    if done.returncode:
        sys.exit(f"packaged app: {arguments[0]} ended with {done.returncode}: {done.stderr}")
    return done.stdout


def _notes() -> tuple[list[str], list[str]]:
    """The first lines of the notes that must be in the exports, and of those that must not."""
    notes = json.loads(SAMPLE.read_text("utf-8"))["notes"]
    kept_back = [n for n in notes if n.get("private") or (n["kind"] == "story" and not n["agreed_to_share"])]
    shared = [note for note in notes if note not in kept_back]
    return [n["text"] for n in shared], [n["text"] for n in kept_back]


def _in_lines(said: str) -> list[str]:
    stages = [line for line in said.splitlines() if "planned" in line and "used" in line]
    return [] if len(stages) == LINES_FOR_STAGES else [f"{len(stages)} stages were told of:\n{said}"]


def _in_library(library: Path) -> list[str]:
    with TinyDB(library) as kept:
        held = {str(note["text"]) for note in kept.table("notes")}
        tables = {name: len(kept.table(name)) for name in ("sessions", "people", "run_log")}
    shared, kept_back = _notes()
    faults = [f"the library lacks the note {text!r}" for text in shared + kept_back if text not in held]
    return faults + [f"the library has no {name}" for name, count in tables.items() if not count]


def _in_exports(folder: Path) -> list[str]:
    shared, kept_back = _notes()
    (pdf,) = folder.glob("*.pdf")
    printed = " ".join(" ".join(page.extract_text() for page in PdfReader(pdf).pages).split())
    faults = []
    for text in shared:
        words = " ".join(text.split()[:4])
        faults += [] if words.split("(")[0].strip() in printed else [f"the PDF lacks {text!r}"]
    return faults + [f"the PDF gives away {text!r}" for text in kept_back if text[:30] in printed]


def _in_every_format(app: PackagedApp, library: PurePath) -> list[str]:
    """Each kind of summary is written by packages of its own, which must all have come along."""
    names = [f"summary.{suffix}" for suffix in FORMATS]
    for name in names:
        app.run("export", "last", "--library", library, "--to", app.seen_as / name)
    return [f"{name} is empty" for name in names if not (app.folder / name).stat().st_size]


def _in_list(said: str) -> list[str]:
    return [] if len(json.loads(said)) == 1 else [f"the list is {said}"]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
