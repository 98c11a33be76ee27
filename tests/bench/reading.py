"""How does reading grow with what is read? python -m tests.bench.reading [--kilobytes 64 256 1024]

Every importer reads one long line of each awkward shape. A line of 1 MB is read within a second or refused at
once; four times as much taking more than about four times as long is marked, for that way lies a frozen window.
"""

import argparse
import json
from collections.abc import Callable, Iterator
from time import perf_counter

from desktop.content.catalogue import read_catalogue
from formats.library.pack_files import read_pack
from formats.session.rooms.request_file import request_from_json
from formats.session.roster.reading import read_pasted, read_roster
from formats.structures.opener_files import parse_opener
from formats.structures.script import read_script
from formats.structures.structure_files import parse_structure

GOAL = 1.0
STEEP = 6.0
"""Between 4, which is in step, and 16, which is quadratic."""
SHAPES = {
    "letters": "a",
    "words": "Anna Li ",
    "commas": "Li, Wei, ",
    "semicolons": "Li Wei; ",
    "addresses": "Beth <b@example.org>, ",
    "at signs": "@",
    "opened angles": "<",
    "opened brackets": "(",
    "closed brackets": ")",
    "quotes": '"',
    "backslashes": "\\",
    "dots": "a.",
    "dashes": "- ",
    "digits": "7",
    "spaces": " ",
    "tabs": "a\t",
    "colons": "a:",
    "equals": "a=",
    "curly": "{",
    "square": "[",
    "hashes": "#",
    "apostrophes": "O'",
    "accents": "e\u0301",
    "right to left": "ل",
}


def importers() -> dict[str, Callable[[str], object]]:
    """Everything that reads what comes from outside, given one long line."""
    catalogue = read_catalogue()
    structures = {one.id: one for one in catalogue.structures}
    openers = {one.id: one for one in catalogue.openers}

    def script(text: str) -> object:
        return read_script(
            text.encode(),
            "plan.json",
            structures=structures,
            openers=openers,
            people_of=lambda _path: ((), frozenset()),
            session_id="new",
        )

    return {
        "pasted": read_pasted,
        "roster": lambda line: read_roster(line.encode()),
        "invitation": lambda line: read_roster(f"BEGIN:VCALENDAR\nATTENDEE;CN={line}:mailto:a@b.c\n".encode()),
        "table": lambda line: read_roster(f"Name,Email\n{line}\n".encode()),
        "structure": lambda line: parse_structure(line, "own"),
        "structure title": lambda line: parse_structure(f"title = {json.dumps(line)}\n", "own"),
        "opener": lambda line: parse_opener(line, "own"),
        "opener title": lambda line: parse_opener(f"title = {json.dumps(line)}\n", "own"),
        "pack": lambda line: read_pack(line.encode()),
        "pack text": lambda line: read_pack(json.dumps({"clearing": line}).encode()),
        "session file": script,
        "session title": lambda line: script(json.dumps({"title": line})),
        "request": request_from_json,
        "request name": lambda line: request_from_json(json.dumps({"people": [line], "rounds": 1, "rooms": 1})),
    }


def seconds_to_read(read: Callable[[str], object], line: str) -> tuple[float, bool]:
    """How long it takes, and whether it was refused."""
    began = perf_counter()
    try:
        read(line)
    except ValueError:
        return perf_counter() - began, True
    return perf_counter() - began, False


def growth(read: Callable[[str], object], shape: str, sizes: list[int]) -> Iterator[float]:
    """The seconds for each size in kilobytes, up to the first that is far beyond the goal."""
    for size in sizes:
        seconds, _refused = seconds_to_read(read, shape * (size * 1024 // len(shape.encode())))
        yield seconds
        if seconds > 10 * GOAL:
            return


def main() -> None:
    """Prints the seconds of each importer and shape; a star marks what is slow or steep."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kilobytes", type=int, nargs="+", default=[64, 256, 1024])
    parser.add_argument("--only", default="", help="importers whose name holds this")
    asked = parser.parse_args()
    print(f"{'':34}" + "".join(f"{size:>8} kB" for size in asked.kilobytes))
    for name, read in importers().items():
        if asked.only not in name:
            continue
        for word, shape in SHAPES.items():
            found = [*growth(read, shape, asked.kilobytes)]
            steep = len(found) > 1 and found[-1] > 0.1 and found[-1] > STEEP * found[-2]
            mark = " *" if steep or found[-1] > GOAL else ""
            print(f"{name:16} {word:17}" + "".join(f"{seconds:11.3f}" for seconds in found) + mark, flush=True)


if __name__ == "__main__":
    main()
